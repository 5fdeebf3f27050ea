"""What a provider's module says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.proxy.fields import Scalar
from bot.proxy.rules import Rule

SEED = frozenset({"seed"})


class JsonEdit(StrEnum):
    """How a provider wants the pictures of an edit that goes as JSON."""

    OBJECT = "object"
    """One as `image: {url}`, several as `images: [{url}, …]`."""
    TEXT = "text"
    """One as `image`, a data URL."""


class Probe(StrEnum):
    """What a provider does with a request that has no prompt."""

    REFUSED = "refused"
    """It refuses it for nothing, by its own key check first, so that path, key and model can be tried with one."""
    UNKNOWN = "unknown"
    """Nobody has seen it: a server may draw something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """How an images API wants to be asked, and how it answers.

    `omitted` are fields that it does not take: the client leaves them out and reports those that the asker chose.
    `required` go with every request unless something else was chosen. `sparse`: what is the server's default anyway
    stays out. `person_field` is what says who asks. `images_at_most` are the pictures of one edit.
    `deployments`: the model is part of the path. `moderates_edits`: an edit may say how strict to be too, which
    OpenAI's description of a form does not have. `forwards`: there is another server behind it, which may have drawn
    where it answers with a 500. `error_header` holds the kind of an error and `credits_header` the price of a call, of
    which `credits_per_usd` are a dollar. `rules` are how it says what went wrong.
    """

    auth_header: str = "Authorization"
    auth_scheme: str = "Bearer"
    omitted: frozenset[str] = frozenset()
    required: Mapping[str, Scalar] = field(default_factory=dict)
    sparse: bool = False
    person_field: str = "safety_identifier"
    json_edit: JsonEdit | None = None
    images_at_most: int = 16
    deployments: bool = False
    lists_models: bool = True
    takes_idempotency_key: bool = False
    mask_applies_to_first: bool = False
    moderates_edits: bool = False
    free: bool = False
    forwards: bool = False
    error_header: str | None = None
    credits_header: str | None = None
    credits_per_usd: int = 0
    rate_limit_attempts: int = 3
    probe: Probe = Probe.UNKNOWN
    rules: tuple[Rule, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset(Wire):
    """A provider as it is without anything said about it.

    `streams_never`: not even where somebody says that it does. Since servers stand behind one another, the `rules` of
    one count for every provider. `models` are those that a server with a key of its own gets, the default one first,
    where these are not OpenAI's.
    """

    base_url: str | None = None
    needs_key: bool = False
    streams_never: bool = False
    models: tuple[str, ...] = ()
