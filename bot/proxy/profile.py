"""Provider profiles: where an images API is, how it wants to be asked, and what it does not take."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from yarl import URL

AZURE_API_VERSION = "2025-04-01-preview"
"""The version that Azure's reference documents `images/edits` and streaming with."""

FIELDS = frozenset(
    {
        *("prompt", "model", "n", "size", "quality", "background", "output_format", "seed", "user"),
        *("stream", "partial_images", "image", "mask", "input_fidelity", "moderation"),
    }
)
"""Every field of a request that the client fills in by itself."""

_FIXABLE = frozenset({"moderation"})
"""Fields that may also be sent as they stand: few servers want them otherwise."""
_NEEDED = frozenset({"prompt", "model"})
STREAM_FIELDS = frozenset({"stream", "partial_images"})
"""The fields that ask for partial pictures; neither goes without the other."""
IDEMPOTENCY_KEY = "idempotency_key"
"""Named among the fields for the header of that name: a server that honours it pays no call twice."""
_COMFY_KEY = "comfyui-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One images API.

    `base_url` is everything before `/images/…`, and before `/deployments/…` where `deployments` says that the model
    is part of the path. `omitted` are the fields that the provider does not take: the client leaves them out and
    reports those that the asker chose. `sent` are fields that go with every request as they stand.
    `moderates_edits`: an edit may say how strict to be too, which OpenAI's description of a form does not have.
    `aliases` maps a model's name to the provider's name for it.

    `total_timeout_seconds` is for a whole call, waits and further attempts included. `backoff_seconds` is the
    longest first wait after a failure; it doubles with each attempt.
    """

    base_url: str
    api_key: str | None = field(default=None, repr=False)
    auth_header: str = "Authorization"
    auth_scheme: str = "Bearer"
    query: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    omitted: frozenset[str] = frozenset()
    sent: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    deployments: bool = False
    lists_models: bool = True
    takes_idempotency_key: bool = False
    mask_applies_to_first: bool = False
    moderates_edits: bool = False
    free: bool = False
    connect_timeout_seconds: float = 5
    total_timeout_seconds: float = 600
    max_attempts: int = 3
    backoff_seconds: float = 0.5

    @property
    def streams(self) -> bool:
        """Whether partial pictures can be asked for."""
        return not self.omitted & STREAM_FIELDS

    @property
    def edits(self) -> bool:
        """Whether there is a path to edit pictures."""
        return "image" not in self.omitted

    @property
    def takes_mask(self) -> bool:
        """Whether an edit may come with a mask."""
        return self.edits and "mask" not in self.omitted

    @property
    def takes_moderation(self) -> bool:
        """Whether a request may say how strict the provider is to be."""
        return "moderation" not in self.omitted

    def model_name(self, model: str) -> str:
        """Name a model as the provider does; on Azure this is the deployment."""
        return self.aliases.get(model, model)

    def images_url(self, operation: str, model: str) -> URL:
        """Build the address of `generations` or `edits`."""
        base = URL(self.base_url)
        if self.deployments:
            base = base / "deployments" / self.model_name(model)
        return (base / "images" / operation).with_query(dict(self.query))

    def models_url(self) -> URL:
        """Build the address of the list of models."""
        return (URL(self.base_url) / "models").with_query(dict(self.query))

    def is_own(self, url: URL) -> bool:
        """Say whether an address has the provider's own scheme, host and port, and so may see the key."""
        own = URL(self.base_url)
        return (url.scheme, url.host, url.port) == (own.scheme, own.host, own.port)

    def auth_headers(self) -> dict[str, str]:
        """Give the headers that are for the provider alone."""
        return {} if self.api_key is None else {self.auth_header: f"{self.auth_scheme} {self.api_key}".lstrip()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Preset:
    base_url: str | None = None
    needs_key: bool = False
    omitted: frozenset[str] = frozenset()
    auth_header: str = "Authorization"
    auth_scheme: str = "Bearer"
    deployments: bool = False
    lists_models: bool = True
    takes_idempotency_key: bool = False
    mask_applies_to_first: bool = False
    moderates_edits: bool = False
    free: bool = False


_SEED = frozenset({"seed"})

# The mask: OpenAI's description of createImageEdit says that it is for the first of several images, and Azure serves
# the same operation; the reference node refuses the combination, so Comfy, and whatever may stand behind a proxy, do.
# Moderation: the reference node sends it with edits too, to Comfy.
# Streams: LiteLLM refuses `stream` unless told to drop it; nothing says that Comfy's proxy or a server of one's own has
# them.
_PRESETS = MappingProxyType(
    {
        "demo": _Preset(takes_idempotency_key=True, mask_applies_to_first=True, moderates_edits=True, free=True),
        "openai": _Preset(
            base_url="https://api.openai.com/v1", needs_key=True, omitted=_SEED, mask_applies_to_first=True
        ),
        "comfy": _Preset(
            base_url="https://api.comfy.org/proxy/openai",
            needs_key=True,
            omitted=_SEED | STREAM_FIELDS,
            takes_idempotency_key=True,
            moderates_edits=True,
        ),
        "azure": _Preset(
            needs_key=True,
            omitted=_SEED,
            auth_header="api-key",
            auth_scheme="",
            deployments=True,
            lists_models=False,
            mask_applies_to_first=True,
        ),
        "litellm": _Preset(omitted=_SEED | STREAM_FIELDS),
        "compatible": _Preset(omitted=_SEED | STREAM_FIELDS),
    }
)

PROVIDERS = tuple(_PRESETS)
"""The providers there are profiles for."""


def build_profile(
    provider: str,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    aliases: Mapping[str, str] | None = None,
    api_version: str | None = None,
    send_fields: Iterable[str] = (),
    omit_fields: Iterable[str] = (),
    timeout_seconds: float = 600,
) -> Profile:
    """Make the profile of a provider from what the person who runs the bot gave.

    An entry of `send_fields` is a field that this provider takes although others of its kind do not (`seed`), or
    `name=value`: a field to send with every request (`moderation=low`). `omit_fields` are fields that it does not
    take; without `image` there are no edits, without `mask` no masks. `idempotency_key` in either stands for the
    header `Idempotency-Key`. `api_version` is for Azure alone.

    Raises:
        ValueError: something is missing or wrong; the message says what, and never holds the key.
    """
    preset = _PRESETS.get(provider)
    if preset is None:
        raise ValueError(f"unknown images provider {provider!r}: choose one of {', '.join(PROVIDERS)}")
    address = base_url or preset.base_url
    if address is None:
        raise ValueError(f"the images provider {provider!r} needs a base URL")
    key = _clean_key(api_key)
    if key is None and preset.needs_key:
        raise ValueError(f"the images provider {provider!r} needs an API key")
    by_comfy_key = provider == "comfy" and key is not None and key.startswith(_COMFY_KEY)
    send, omit = list(send_fields), list(omit_fields)
    takes_key = IDEMPOTENCY_KEY in send or (preset.takes_idempotency_key and IDEMPOTENCY_KEY not in omit)
    taken, sent = _parse_sent(entry for entry in send if entry != IDEMPOTENCY_KEY)
    return Profile(
        base_url=_clean_azure_url(address) if preset.deployments else _clean_url(address),
        api_key=key,
        auth_header="X-API-KEY" if by_comfy_key else preset.auth_header,
        auth_scheme="" if by_comfy_key else preset.auth_scheme,
        query={"api-version": api_version or AZURE_API_VERSION} if preset.deployments else {},
        aliases=dict(aliases or {}),
        omitted=(preset.omitted - taken) | _parse_omitted(entry for entry in omit if entry != IDEMPOTENCY_KEY),
        sent=sent,
        deployments=preset.deployments,
        lists_models=preset.lists_models,
        takes_idempotency_key=takes_key,
        mask_applies_to_first=preset.mask_applies_to_first,
        moderates_edits=preset.moderates_edits or "moderation" in taken or "moderation" in sent,
        free=preset.free,
        total_timeout_seconds=timeout_seconds,
    )


def _clean_key(api_key: str | None) -> str | None:
    key = (api_key or "").strip()
    if not key.isascii() or not key.isprintable():
        raise ValueError("the API key holds characters that no header can carry")
    return key or None


def _clean_url(address: str) -> str:
    try:
        url = URL(address.strip())
    except ValueError as error:
        raise ValueError("the base URL cannot be read") from error
    if url.scheme not in {"http", "https"} or not url.host:
        raise ValueError("the base URL must begin with http:// or https:// and name a host")
    if url.user or url.password or url.query_string or url.fragment:
        raise ValueError("the base URL must not hold a user, a password, a query or a fragment")
    return str(url).rstrip("/")


def _clean_azure_url(address: str) -> str:
    url = _clean_url(address)
    return url if url.endswith("/openai") else f"{url}/openai"


def _with_stream(names: set[str]) -> frozenset[str]:
    return frozenset(names | STREAM_FIELDS if names & STREAM_FIELDS else names)


def _known(name: str) -> str:
    if name not in FIELDS - _NEEDED:
        raise ValueError(f"no field {name!r} can be switched: choose from {', '.join(sorted(FIELDS - _NEEDED))}")
    return name


def _parse_omitted(entries: Iterable[str]) -> frozenset[str]:
    return _with_stream({_known(entry.strip()) for entry in entries})


def _parse_sent(entries: Iterable[str]) -> tuple[frozenset[str], dict[str, str | int | float | bool]]:
    taken: set[str] = set()
    sent: dict[str, str | int | float | bool] = {}
    for entry in entries:
        name, equals, text = (part.strip() for part in entry.partition("="))
        if not equals:
            taken.add(_known(name))
        elif name in FIELDS - _FIXABLE:
            raise ValueError(f"the field {name!r} is filled in from each request and cannot be fixed")
        else:
            sent[name] = _from_text(text)
    return _with_stream(taken), sent


def _from_text(text: str) -> str | int | float | bool:
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, (str, int, float, bool)) else text
