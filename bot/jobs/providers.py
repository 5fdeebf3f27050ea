"""Which images API a job goes to, and on whose account: the bot's own, or the one that its server has a key for."""

from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import structlog
from pydantic import SecretStr

from bot.domain.errors import FormatNotGranted, ProviderError, ServerKeyChanged, ServerKeyUnreadable
from bot.domain.job import Job
from bot.domain.ports import ImagesApi
from bot.domain.server_key import ServerKey
from bot.jobs.store_retry import persist
from bot.proxy.api import ImagesClient
from bot.store.server.key_cipher import KeyCipher, KeyUnreadable
from bot.store.server.keys import StoredKeys

log = structlog.get_logger(__name__)

OpenClient = Callable[[str, SecretStr], ImagesClient]
"""Opens the client of a public provider, by its name and a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How a provider is dealt with.

    `free`: no call costs anything. `repeatable`: a call that is sent again under its key is not paid again.
    """

    free: bool
    repeatable: bool
    pictures_per_minute: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """An images API, and how it is dealt with."""

    api: ImagesApi
    terms: Terms


@dataclass(eq=False, slots=True, kw_only=True)
class _Client:
    """The client of one server, for the key of this id: another key has another one."""

    key_id: int
    client: ImagesClient = field(repr=False)
    users: int = 0


class KeyReader:
    """Reads the keys of servers; where that is not possible, the log has it once for each key."""

    def __init__(self, cipher: KeyCipher | None, *, providers: Collection[str]) -> None:
        """Take what encrypts, None where there is no SECRETS_KEY, and the names of the public providers."""
        self._cipher = cipher
        self._names = frozenset(providers)
        self._told: set[int] = set()

    def read(self, key: ServerKey) -> SecretStr:
        """Decrypt a key.

        Raises:
            ServerKeyUnreadable: it was encrypted under another SECRETS_KEY, or for another server, or is for a provider
                that this version does not know.
        """
        if self._cipher is not None and key.provider in self._names:
            with suppress(KeyUnreadable):
                return self._cipher.decrypt(key.ciphertext, guild_id=key.guild_id, provider=key.provider)
        if key.id not in self._told:
            self._told.add(key.id)
            log.error("server_key_unreadable", guild=str(key.guild_id), setting="SECRETS_KEY")
        raise ServerKeyUnreadable


class Providers:
    """The images APIs that jobs are drawn by.

    A job that is paid by a server's own key goes to that server's provider under the very key that it was admitted
    with, or to nobody: never to the bot's account, nor to another key. Each server has a client of its own, with a
    breaker of its own, so that what one key meets is no other's business.
    """

    def __init__(
        self,
        own: Provider,
        *,
        ungranted: Callable[[], frozenset[tuple[str, str]]],
        keys: StoredKeys,
        reader: KeyReader,
        open_client: OpenClient,
    ) -> None:
        """Draw on the bot's `own` account, of which `ungranted` lists the formats that it has no access to."""
        self._own = own
        self._own_ungranted = ungranted
        self._keys = keys
        self._reader = reader
        self._open_client = open_client
        self._clients: dict[int, _Client] = {}
        self._retired: list[_Client] = []

    @asynccontextmanager
    async def use(self, job: Job) -> AsyncIterator[Provider]:
        """Give where a job goes to; an error of a server's own account says so.

        Raises:
            ServerKeyChanged: the key that was to pay for it is not the server's any more.
            ServerKeyUnreadable: it cannot be decrypted.
        """
        if not job.is_server_paid:
            yield self._own
            return
        key = await persist(lambda: self._find(job))
        if key is None:
            raise ServerKeyChanged
        held = self._hold(key)
        held.users += 1
        try:
            yield Provider(api=held.client, terms=_terms(held.client))
        except (ProviderError, FormatNotGranted) as error:
            error.of_server = True
            raise
        finally:
            held.users -= 1
            await self._close_idle()

    async def terms_of(self, job: Job) -> Terms:
        """Say how a job's provider is dealt with; of one whose key is gone nothing may be repeated.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        if not job.is_server_paid:
            return self._own.terms
        key = await self._find(job)
        try:
            found = None if key is None else self._hold(key)
        except ServerKeyUnreadable:
            found = None
        return Terms(free=False, repeatable=False) if found is None else _terms(found.client)

    def is_free(self, job: Job) -> bool:
        """Say whether a job's call costs nothing."""
        return self._own.terms.free and not job.is_server_paid

    def ungranted(self, key: ServerKey | None) -> frozenset[tuple[str, str]]:
        """List the formats, each with its model, that a key's account was refused; without a key, the bot's own."""
        if key is None:
            return self._own_ungranted()
        held = self._clients.get(key.guild_id)
        return held.client.ungranted() if held is not None and held.key_id == key.id else frozenset()

    async def retire(self, guild_id: int) -> None:
        """Let go of a server's client, as soon as nothing is under way with it."""
        held = self._clients.pop(guild_id, None)
        if held is not None:
            self._retired.append(held)
            await self._close_idle()

    async def retire_others(self, keys: Collection[ServerKey]) -> None:
        """Let go of the clients for all but these keys, as when another process has taken one out."""
        ids = {key.id for key in keys}
        for guild_id, held in list(self._clients.items()):
            if held.key_id not in ids:
                await self.retire(guild_id)

    async def close(self) -> None:
        """Let go of all of them."""
        clients = [*self._clients.values(), *self._retired]
        self._clients.clear()
        self._retired.clear()
        for one in clients:
            await one.client.close()

    async def _find(self, job: Job) -> ServerKey | None:
        guild_id = job.origin.guild_id
        key = None if guild_id is None else await self._keys.find(guild_id)
        return key if key is not None and key.id == job.server_key_id else None

    def _hold(self, key: ServerKey) -> _Client:
        secret = self._reader.read(key)
        held = self._clients.get(key.guild_id)
        if held is None or held.key_id != key.id:
            self._clients[key.guild_id] = fresh = _Client(key_id=key.id, client=self._open_client(key.provider, secret))
            if held is not None:
                self._retired.append(held)
            held = fresh
        return held

    async def _close_idle(self) -> None:
        idle = [one for one in self._retired if not one.users]
        self._retired = [one for one in self._retired if one.users]
        for one in idle:
            await one.client.close()


def _terms(client: ImagesClient) -> Terms:
    return Terms(free=False, repeatable=client.profile.takes_idempotency_key)
