"""The only reader of the environment: every setting, its name, its default and its check."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.domain.budget import Budget
from bot.domain.errors import InvalidRequest, OptionNotOffered
from bot.domain.masked_edits import MaskedEdits
from bot.domain.models import Catalogue, load_catalogue
from bot.domain.options import N_LIMIT, Background, Options, OutputFormat, Quality, check_options
from bot.setting_types import (
    BLOB_STORES,
    DATABASES,
    Count,
    HttpUrl,
    Lower,
    OptionalCount,
    Pairs,
    Secret,
    SecretsKeys,
    Text,
    WebSocketUrl,
    Words,
    check_progress_seconds,
    check_token,
    none_if_empty,
    read_budgets,
    read_pairs,
    read_ranges,
    read_secrets_keys,
    secret_url,
)

Provider = Literal[
    "demo",
    "openai",
    "comfy",
    "azure",
    "litellm",
    "compatible",
    "xai",
    "gemini",
    "together",
    "vllm",
    "localai",
    "sdcpp",
    "ollama",
    "xinference",
]

_PARTIALS_OF_THE_DEMO = 2
"""The demo's partial pictures cost nothing; elsewhere each costs tokens, so that somebody has to ask for them."""


_NAME_THEIR_OWN = frozenset({"azure", "xai", "gemini", "together", "vllm", "localai", "sdcpp", "ollama", "xinference"})
"""Providers whose models have names of their own, or those of deployments."""


class Settings(BaseSettings):
    """Everything that the person who runs the bot decides, from the environment or `.env`.

    The name of a setting in the environment is its field's name in capitals. `.env.example` explains each.
    """

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True, env_ignore_empty=True
    )

    discord_token: Annotated[Secret, AfterValidator(check_token)] = None
    discord_api_url: HttpUrl = None
    discord_gateway_url: WebSocketUrl = None
    discord_cdn_hosts: Words = ()
    message_content: bool = False
    shard_count: Annotated[int | None, Field(ge=1, le=100_000), BeforeValidator(none_if_empty)] = None
    shard_ids: Annotated[tuple[int, ...], NoDecode, BeforeValidator(read_ranges)] = ()

    images_provider: Annotated[Provider, Lower] = "demo"
    images_base_url: HttpUrl = None
    images_api_key: Secret = None
    images_model: str = ""
    models_file: Annotated[Path | None, BeforeValidator(none_if_empty)] = None
    images_models: Words = ()
    images_aliases: Words = ()
    images_api_version: Text = None
    images_headers: Pairs = None
    images_query: Pairs = None
    images_send_fields: Words = ()
    images_omit_fields: Words = ()
    images_timeout_seconds: Annotated[float, Field(gt=0, le=3600)] = 600

    default_quality: Annotated[Quality, Lower] = Quality.LOW
    default_size: Annotated[str, Lower] = "auto"
    default_background: Annotated[Background, Lower] = Background.OPAQUE
    default_n: Annotated[int, Field(ge=1, le=N_LIMIT)] = 1
    default_format: Annotated[OutputFormat, Lower] = OutputFormat.PNG
    max_n: Annotated[int, Field(ge=1, le=N_LIMIT)] = 8
    masked_edits: Annotated[MaskedEdits, Lower] = MaskedEdits.EXACT
    mask_feather_pixels: Annotated[float, Field(ge=0, le=64)] = 4

    jobs_concurrency: Annotated[int, Field(ge=1, le=1000)] = 64
    jobs_per_process: Annotated[int | None, Field(ge=1, le=1000), BeforeValidator(none_if_empty)] = None
    jobs_per_user: Count = 5
    jobs_per_server: Count = 50
    queue_limit: Count = 500
    images_per_minute: OptionalCount = None
    budgets: Annotated[tuple[Budget, ...], NoDecode, BeforeValidator(read_budgets)] = ()
    cancel_charge_percent: Annotated[int, Field(ge=0, le=100)] = 100
    progress_seconds: Annotated[float, Field(ge=0, le=60), AfterValidator(check_progress_seconds)] = 2
    partial_images: Annotated[int | None, Field(ge=0, le=3), BeforeValidator(none_if_empty)] = None

    data_dir: Path = Path("data")
    database_url: Annotated[Secret, secret_url(*DATABASES)] = None
    blob_url: Annotated[Secret, secret_url(*BLOB_STORES)] = None
    secrets_key: SecretsKeys = None
    history_days: Annotated[int, Field(ge=1, le=3650)] = 30
    record_days: Annotated[int, Field(ge=1, le=3650)] = 400
    shutdown_grace_seconds: Annotated[float, Field(ge=0, le=3600)] = 60
    health_port: Annotated[int | None, Field(ge=1, le=65535), BeforeValidator(none_if_empty)] = None
    health_host: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    playground_port: Annotated[int, Field(ge=0, le=65535)] = 8765
    log_level: Annotated[Literal["debug", "info", "warning", "error"], Lower] = "info"
    log_format: Annotated[Literal["auto", "console", "json"], Lower] = "auto"

    @property
    def opens_playground(self) -> bool:
        """Whether `run` opens the playground, for which `make run` then installs what it needs: there is no token."""
        return self.discord_token is None

    @property
    def enabled_models(self) -> tuple[str, ...]:
        """The models that people may choose, the default one first.

        On Azure a model is there only when somebody deployed it, and elsewhere only where somebody put it: none but
        the named ones are offered there. OpenAI has those of the catalogue that it has not shut down.
        """
        known: Iterable[str] = ()
        if self.images_provider not in _NAME_THEIR_OWN:
            today = datetime.now(UTC).date()
            models = self.catalogue.models
            known = (one.name for one in models if not (self.images_provider == "openai" and one.is_gone(today)))
        return tuple(dict.fromkeys((self.images_model, *(self.images_models or known))))

    @property
    def catalogue(self) -> Catalogue:
        """The models that we know, with what MODELS_FILE says of them."""
        return load_catalogue(self.models_file)

    @property
    def aliases(self) -> dict[str, str]:
        """The provider's own names of models, by ours."""
        pairs = (pair.partition("=") for pair in self.images_aliases)
        return {**self.catalogue.aliases, **{name.strip(): alias.strip() for name, _, alias in pairs}}

    @property
    def headers(self) -> dict[str, str]:
        """Further headers of each request to the images API."""
        return read_pairs(self.images_headers)

    @property
    def query(self) -> dict[str, str]:
        """A query for each request to the images API."""
        return read_pairs(self.images_query)

    @property
    def secrets_keys(self) -> tuple[str, ...]:
        """What the keys of servers are encrypted under, the newest first; without any, no server can have one."""
        return read_secrets_keys(self.secrets_key)

    @property
    def default_options(self) -> Options:
        """What a request has where a person chose nothing."""
        return Options(
            model=self.images_model,
            quality=self.default_quality,
            size=self.default_size,
            background=self.default_background,
            n=self.default_n,
            output_format=self.default_format,
        )

    @property
    def records_last_days(self) -> int:
        """How long the records of requests are kept: at least as long as their pictures."""
        return max(self.record_days, self.history_days)

    @property
    def partials(self) -> int:
        """How many partial pictures to ask for where the provider streams."""
        if self.partial_images is not None:
            return self.partial_images
        return _PARTIALS_OF_THE_DEMO if self.images_provider == "demo" else 0

    @field_validator("discord_cdn_hosts")
    @classmethod
    def _hosts_are_hosts(cls, hosts: tuple[str, ...]) -> tuple[str, ...]:
        if not all(re.fullmatch(r"(https?://)?[\w.\-\[\]:]+", host) for host in hosts):
            raise ValueError("write each as a host, host:port or scheme://host:port")
        return hosts

    @field_validator("images_aliases")
    @classmethod
    def _aliases_are_pairs(cls, pairs: tuple[str, ...]) -> tuple[str, ...]:
        if not all(re.fullmatch(r"[^=]+=[^=]+", pair) for pair in pairs):
            raise ValueError("write each as model=the provider's name for it")
        return pairs

    @model_validator(mode="before")
    @classmethod
    def _an_address_alone_is_a_server_of_ones_own(cls, values: dict[str, object]) -> dict[str, object]:
        if values.get("images_base_url") and not values.get("images_provider"):
            return {**values, "images_provider": "compatible"}
        return values

    @model_validator(mode="before")
    @classmethod
    def _the_catalogue_names_the_model(cls, values: dict[str, object]) -> dict[str, object]:
        file = values.get("models_file") or None
        try:
            catalogue = load_catalogue(Path(str(file)) if file else None)
        except (OSError, ValueError) as error:
            raise ValueError(f"Easel can't use MODELS_FILE {file}: {error}") from error
        return {**values, "images_model": values.get("images_model") or catalogue.default}

    @model_validator(mode="before")
    @classmethod
    def _quotes_around_a_value_are_not_its_own(cls, values: dict[str, object]) -> dict[str, object]:
        # The last of those before runs first. A .env file has quotes that its readers take off, except for `kubectl
        # create secret --from-env-file` and `docker run --env-file`.
        return {name: _without_quotes(value) if isinstance(value, str) else value for name, value in values.items()}

    @model_validator(mode="after")
    def _shards_are_there(self) -> Self:
        if self.shard_ids and (self.shard_count is None or max(self.shard_ids) >= self.shard_count):
            raise ValueError("SHARD_IDS needs a SHARD_COUNT that is larger than each of them")
        return self

    @model_validator(mode="after")
    def _defaults_go_together(self) -> Self:
        if self.default_n > self.max_n:
            raise ValueError(f"DEFAULT_N ({self.default_n}) is over MAX_N ({self.max_n})")
        try:
            check_options(self.default_options, self.catalogue.find(self.images_model), n_limit=self.max_n)
        except OptionNotOffered as error:
            offered = f"choose one of {', '.join(error.offered)}" if error.offered else "it has none"
            raise ValueError(
                f"DEFAULT_{error.option.upper()} doesn't work with {self.images_model}: {offered}"
            ) from error
        except InvalidRequest as error:
            raise ValueError(f"the DEFAULT_ settings don't work together with {self.images_model}") from error
        return self


def _without_quotes(value: str) -> str:
    bare = value.strip()
    is_quoted = len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "'\""
    return bare[1:-1] if is_quoted else value
