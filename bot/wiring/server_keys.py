"""Keys of servers' own: what reads them, and the clients that draw on their account."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic import SecretStr

from bot.domain.ports import ImagesApi
from bot.jobs.providers import KeyReader, OpenClient, Provider, Providers, Terms
from bot.proxy.api import ImagesClient
from bot.service.rules import Rules
from bot.store.server.key_cipher import KeyCipher
from bot.store.server.keys import StoredKeys
from bot.wiring.core import Core
from bot.wiring.provider import build_public_profile, read_rules_by_key


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyServices:
    """What knows of servers' own keys; `rules_by_provider` are those of each provider that there can be one for."""

    cipher: KeyCipher | None
    stored: StoredKeys
    reader: KeyReader
    providers: Providers
    open_client: OpenClient
    rules_by_provider: Mapping[str, Rules]


def build_server_keys(
    core: Core,
    *,
    images: ImagesApi,
    ungranted: Callable[[], frozenset[tuple[str, str]]],
    addresses: Mapping[str, str] | None,
) -> KeyServices:
    """Build them; `images` draws on the bot's own account, `addresses` stand in for those of public providers.

    `ungranted` lists the formats, each with its model, that the bot's own account has no access to.
    """
    settings = core.settings
    cipher = KeyCipher(settings.secrets_keys) if settings.secrets_keys else None
    rules_by_provider = read_rules_by_key(settings)
    stored, reader = StoredKeys(core.database), KeyReader(cipher, providers=rules_by_provider)

    def open_client(provider: str, key: SecretStr) -> ImagesClient:
        profile = build_public_profile(settings, provider, key, addresses=addresses)
        return ImagesClient(profile, partial_images=settings.partials)

    free = core.profile.free
    own = Provider(
        api=images,
        terms=Terms(
            free=free,
            repeatable=free or core.profile.takes_idempotency_key,
            pictures_per_minute=settings.images_per_minute,
        ),
    )
    return KeyServices(
        cipher=cipher,
        stored=stored,
        reader=reader,
        providers=Providers(own, ungranted=ungranted, keys=stored, reader=reader, open_client=open_client),
        open_client=open_client,
        rules_by_provider=rules_by_provider,
    )
