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
class Preset:
    """A provider as it is without anything said about it.

    `omitted` are fields that it does not take; `required` go with every request unless something else was chosen.
    `sparse`: what is the server's default anyway stays out. `forwards`: there is another server behind it, which may
    have drawn where it answers with a 500. `streams_never`: not even where somebody says that it does.
    `images_at_most` are the pictures of one edit. `person_field` is what says who asks. `error_header` holds the kind
    of an error and `credits_header` the price of a call, of which `credits_per_usd` are a dollar. `rules` are how it
    says what went wrong; since servers stand behind one another, they count for every provider.
    """

    base_url: str | None = None
    needs_key: bool = False
    omitted: frozenset[str] = frozenset()
    required: Mapping[str, Scalar] = field(default_factory=dict)
    auth_header: str = "Authorization"
    auth_scheme: str = "Bearer"
    deployments: bool = False
    lists_models: bool = True
    takes_idempotency_key: bool = False
    mask_applies_to_first: bool = False
    moderates_edits: bool = False
    free: bool = False
    sparse: bool = False
    forwards: bool = False
    streams_never: bool = False
    images_at_most: int = 16
    person_field: str = "safety_identifier"
    json_edit: JsonEdit | None = None
    error_header: str | None = None
    credits_header: str | None = None
    credits_per_usd: int = 0
    rate_limit_attempts: int = 3
    probe: Probe = Probe.UNKNOWN
    rules: tuple[Rule, ...] = ()
