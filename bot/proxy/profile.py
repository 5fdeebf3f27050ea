"""Provider profiles: where an images API is, how it wants to be asked, and what it does not take."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType

from yarl import URL

from bot.proxy.addresses import clean_azure_url, clean_url, is_azure_v1
from bot.proxy.fields import FIELDS, IDEMPOTENCY_KEY, PERSON_FIELDS, STREAM_FIELDS, Scalar, parse_omitted, parse_sent
from bot.proxy.profiles import azure, comfy, demo, gateways, gemini, litellm, openai, own_servers, together, xai
from bot.proxy.profiles.azure import API_VERSION as AZURE_API_VERSION
from bot.proxy.profiles.preset import Preset, Wire
from bot.proxy.rules import Rule

__all__ = [
    "AZURE_API_VERSION",
    "FIELDS",
    "IDEMPOTENCY_KEY",
    "PROVIDERS",
    "PUBLIC_PROVIDERS",
    "STREAM_FIELDS",
    "Profile",
    "build_profile",
    "models_of",
]

_COMFY_KEY = "comfyui-"
_KEY_LENGTH = 20
"""What is shorter is a word such as a version or a project's name, and no key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Wire):
    """One images API, as this bot uses it.

    `base_url` is everything before `/images/…`, and before `/deployments/…` where the model is part of the path.
    `headers` and `query` go with every request to it, and `sent` are fields that go along as they stand.
    `aliases` maps a model's name to the provider's name for it.

    `total_timeout_seconds` is for a whole call, waits and further attempts included. `backoff_seconds` is the
    longest first wait after a failure; it doubles with each attempt.
    """

    provider: str
    base_url: str
    api_key: str | None = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    query: Mapping[str, str] = field(default_factory=dict, repr=False)
    aliases: Mapping[str, str] = field(default_factory=dict)
    sent: Mapping[str, Scalar] = field(default_factory=dict)
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
    def takes_markup(self) -> bool:
        """Whether an edit may come with marks over its picture in place of a mask, where the model has that."""
        return self.edits and self.json_edit is None and "markup" not in self.omitted

    @property
    def takes_moderation(self) -> bool:
        """Whether a request may say how strict the provider is to be."""
        return "moderation" not in self.omitted

    @property
    def secrets(self) -> tuple[str, ...]:
        """Everything beside the key that no log may hold: what was put into headers and the query may be keys too."""
        return tuple(value for value in (*self.headers.values(), *self.query.values()) if len(value) >= _KEY_LENGTH)

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
        auth = {} if self.api_key is None else {self.auth_header: f"{self.auth_scheme} {self.api_key}".lstrip()}
        return {**auth, **self.headers}


_PRESETS: Mapping[str, Preset] = MappingProxyType(
    {
        "demo": demo.PRESET,
        "openai": openai.PRESET,
        "comfy": comfy.PRESET,
        "azure": azure.PRESET,
        "litellm": litellm.PRESET,
        "compatible": gateways.PRESET,
        "xai": xai.PRESET,
        "gemini": gemini.PRESET,
        "together": together.PRESET,
        "vllm": own_servers.VLLM,
        "localai": own_servers.LOCALAI,
        "sdcpp": own_servers.SDCPP,
        "ollama": own_servers.OLLAMA,
        "xinference": own_servers.XINFERENCE,
    }
)

PROVIDERS = tuple(_PRESETS)
"""The providers there are profiles for."""

PUBLIC_PROVIDERS = tuple(name for name, preset in _PRESETS.items() if preset.base_url is not None and preset.needs_key)
"""Those whose address is known, so that a server can have a key of its own for them."""


def models_of(provider: str) -> tuple[str, ...]:
    """List the models of a public provider, the default one first; none where they are OpenAI's."""
    return _PRESETS[provider].models


_ORDER = ("comfy", "azure", "litellm", "openai", "gemini", "together", "xai", "compatible")
"""The rules of all providers in this order, so that the narrower ones come first."""


def build_profile(  # noqa: PLR0913 - one for each of the settings
    provider: str,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    aliases: Mapping[str, str] | None = None,
    api_version: str | None = None,
    headers: Mapping[str, str] | None = None,
    query: Mapping[str, str] | None = None,
    send_fields: Iterable[str] = (),
    omit_fields: Iterable[str] = (),
    timeout_seconds: float = 600,
) -> Profile:
    """Make the profile of a provider from what the person who runs the bot gave.

    An entry of `send_fields` is a field that this provider takes although others of its kind do not (`seed`), or
    `name=value`: a field to send with every request (`moderation=low`). `omit_fields` are fields that it does not
    take; without `image` there are no edits, without `mask` no masks. `idempotency_key` in either stands for the
    header `Idempotency-Key`. `api_version` is for Azure alone. `headers` and `query` go with every request.

    Raises:
        ValueError: something is missing or wrong; the message says what, and never holds the key.
    """
    preset = _PRESETS.get(provider)
    if preset is None:
        raise ValueError(f"unknown images provider {provider!r}: choose one of {', '.join(PROVIDERS)}")
    address = base_url or preset.base_url
    if address is None:
        raise ValueError(f"the images provider {provider!r} needs a base URL")
    key = _clean_header("the API key", api_key)
    if key is None and preset.needs_key:
        raise ValueError(f"the images provider {provider!r} needs an API key")
    by_comfy_key = provider == "comfy" and key is not None and key.startswith(_COMFY_KEY)
    url = clean_azure_url(address) if preset.deployments else clean_url(address)
    deployments = preset.deployments and not is_azure_v1(url)
    version = {"api-version": api_version or AZURE_API_VERSION} if deployments else {}
    if api_version and preset.deployments:
        version = {"api-version": api_version}
    send, omit = list(send_fields), list(omit_fields)
    takes_key = IDEMPOTENCY_KEY in send or (preset.takes_idempotency_key and IDEMPOTENCY_KEY not in omit)
    taken, sent = parse_sent(entry for entry in send if entry != IDEMPOTENCY_KEY)
    if preset.streams_never:
        taken -= STREAM_FIELDS
    wire = {one.name: getattr(preset, one.name) for one in fields(Wire)}
    profile = Profile(
        **wire,
        provider=provider,
        base_url=url,
        api_key=key,
        headers={name: _clean_header(f"the header {name}", value) or "" for name, value in (headers or {}).items()},
        query={**version, **(query or {})},
        aliases=dict(aliases or {}),
        sent=sent,
        total_timeout_seconds=timeout_seconds,
    )
    return replace(
        profile,
        auth_header="X-API-KEY" if by_comfy_key else preset.auth_header,
        auth_scheme="" if by_comfy_key else preset.auth_scheme,
        omitted=(preset.omitted - taken) | parse_omitted(entry for entry in omit if entry != IDEMPOTENCY_KEY),
        person_field=next(iter(taken & PERSON_FIELDS), preset.person_field),
        deployments=deployments,
        takes_idempotency_key=takes_key,
        moderates_edits=preset.moderates_edits or "moderation" in taken or "moderation" in sent,
        rules=_rules(provider),
    )


def _rules(provider: str) -> tuple[Rule, ...]:
    own = litellm.KEYLESS_RULES if provider == "litellm" else ()
    return (*own, *(rule for name in _ORDER for rule in _PRESETS[name].rules), *litellm.LAST_RULES)


def _clean_header(what: str, value: str | None) -> str | None:
    clean = (value or "").strip()
    if not clean.isascii() or not clean.isprintable():
        raise ValueError(f"{what} holds characters that no header can carry")
    return clean or None
