"""The key of a server's own, as its managers enter it and take it out; nobody is ever shown it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

import structlog
from pydantic import SecretStr

from bot.domain.errors import KeyRejected, OutOfMoney, ServerKeyUnreadable
from bot.domain.server_key import ServerKey
from bot.jobs.providers import KeyReader, OpenClient, Providers
from bot.proxy.api import ImagesClient
from bot.proxy.check import CheckState
from bot.service.rules import Rules
from bot.store.moderation.audit import AuditAction, Entry
from bot.store.server.key_cipher import KeyCipher
from bot.store.server.keys import StoredKeys
from bot.store.server.settings import ChangedBy

log = structlog.get_logger(__name__)


class Entered(StrEnum):
    """What became of a key that somebody entered; the last two are not kept."""

    TRIED = "tried"
    """The provider takes it."""
    WITHOUT_MONEY = "without_money"
    """The provider takes it, and its account is empty."""
    UNTRIED = "untried"
    """The provider has no way to try it for nothing, or does not answer now."""
    REJECTED = "rejected"
    """The provider does not take it."""
    MALFORMED = "malformed"
    """No header can carry it."""


_OF_STATE = {
    CheckState.READY: Entered.TRIED,
    CheckState.KEY_ACCEPTED: Entered.TRIED,
    CheckState.MODEL_MISSING: Entered.TRIED,
    CheckState.OUT_OF_MONEY: Entered.WITHOUT_MONEY,
    CheckState.KEY_REJECTED: Entered.REJECTED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyState:
    """The key of a server, if it has one, and whether it `is_readable`.

    `offered` are the providers that there can be a key for: none where the bot has no SECRETS_KEY.
    """

    key: ServerKey | None
    is_readable: bool
    offered: tuple[str, ...]


class ServerKeys:
    """The keys of all servers. Every method raises StoreUnavailable where the database does not answer."""

    def __init__(
        self,
        stored: StoredKeys,
        *,
        cipher: KeyCipher | None,
        reader: KeyReader,
        providers: Providers,
        open_client: OpenClient,
        rules_by_provider: Mapping[str, Rules],
        models_by_provider: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._stored = stored
        self._cipher = cipher
        self._reader = reader
        self._providers = providers
        self._open_client = open_client
        self._rules = rules_by_provider
        self._models = models_by_provider

    async def load(self, guild_id: int) -> KeyState:
        """Load what there is to know of a server's key."""
        key = await self._stored.find(guild_id)
        offered = () if self._cipher is None else tuple(self._rules)
        return KeyState(key=key, is_readable=key is not None and self._can_read(key), offered=offered)

    def rules_of(self, key: ServerKey) -> Rules | None:
        """Say what the provider of a key allows; None where this version does not know it."""
        return self._rules.get(key.provider)

    async def enter(self, guild_id: int, *, provider: str, key: SecretStr, by: ChangedBy) -> Entered:
        """Try a key where that costs nothing, and keep it in the place of any other where it is not refused."""
        if self._cipher is None or provider not in self._rules:
            return Entered.MALFORMED
        try:
            client = self._open_client(provider, key)
        except ValueError:
            return Entered.MALFORMED
        async with client:
            entered = await _try(client, self._models[provider][0])
        if entered is not Entered.REJECTED:
            now = datetime.now(UTC)
            kept = ServerKey(
                id=by.interaction_id,
                guild_id=guild_id,
                provider=provider,
                user_id=by.user_id,
                tried=entered is not Entered.UNTRIED,
                set_at=now,
                ciphertext=self._cipher.encrypt(key, guild_id=guild_id, provider=provider),
            )
            details = {"provider": provider}
            await self._stored.keep(kept, _entry(guild_id, AuditAction.KEY_ENTERED, by=by, now=now, details=details))
            await self._providers.retire(guild_id)
        log.info("server_key_entered", provider=provider, became=entered.value)
        return entered

    async def remove(self, guild_id: int, *, by: ChangedBy) -> None:
        """Take out the key of a server: from now on the bot pays for it again."""
        entry = _entry(guild_id, AuditAction.KEY_REMOVED, by=by, now=datetime.now(UTC), details={})
        if await self._stored.remove(guild_id, entry):
            log.info("server_key_removed")
        await self._providers.retire(guild_id)

    async def erase(self, guild_id: int) -> None:
        """Erase the key of a server that the bot has left."""
        if await self._stored.remove(guild_id):
            log.info("server_key_erased")
        await self._providers.retire(guild_id)

    async def keep_up(self, has_left: Callable[[int], Awaitable[bool]]) -> None:
        """Erase the keys of servers that the bot `has_left`, and encrypt the others under the newest SECRETS_KEY."""
        keys = await self._stored.all()
        await self._providers.retire_others(keys)
        for key in keys:
            if await has_left(key.guild_id):
                await self.erase(key.guild_id)
            elif self._cipher is not None and self._can_read(key) and not self._cipher.is_newest(key.ciphertext):
                fresh = self._cipher.encrypt(self._reader.read(key), guild_id=key.guild_id, provider=key.provider)
                await self._stored.replace(key, ciphertext=fresh)
                log.info("server_key_encrypted_anew")

    def _can_read(self, key: ServerKey) -> bool:
        try:
            self._reader.read(key)
        except ServerKeyUnreadable:
            return False
        return True


async def _try(client: ImagesClient, model: str) -> Entered:
    check = await client.check(model)
    if check.state in _OF_STATE:
        return _OF_STATE[check.state]
    if check.state is not CheckState.REACHABLE:
        return Entered.UNTRIED
    trial = await client.try_without_prompt(model)
    match trial.error:
        case KeyRejected():
            return Entered.REJECTED
        case OutOfMoney():
            return Entered.WITHOUT_MONEY
        case None if trial.tried:
            return Entered.TRIED
    return Entered.UNTRIED


def _entry(guild_id: int, act: AuditAction, *, by: ChangedBy, now: datetime, details: Mapping[str, str]) -> Entry:
    return Entry(
        id=by.interaction_id, guild_id=guild_id, moderator_id=by.user_id, act=act, details=details, created_at=now
    )
