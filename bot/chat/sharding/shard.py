"""One shard that this process holds: heard, and connected anew whenever its connection is lost."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Literal

import aiohttp
import discord
import structlog
from discord.backoff import ExponentialBackoff
from discord.gateway import ReconnectWebSocket

from bot.chat.sharding.connection import Connection, close_connection, open_connection, session_of
from bot.chat.sharding.identify_pacing import IdentifyPacing, IdentifyTooLate
from bot.domain.shards import ShardSession
from bot.store.errors import StoreError
from bot.store.sharding.session_starts import SessionStartsSpent

FOR_GOOD = frozenset({4004, 4010, 4011, 4012, 4013, 4014})
"""The codes after which Discord takes no further connection; its "Gateway Close Event Codes", August 2026."""
OF_NUMBER = frozenset({4010, 4011})
"""Those of them that another number of shards mends: "Invalid shard", "Sharding required"."""
_RESUME_ELSEWHERE_AFTER = 2
"""So many failures of the address that is there for a resume, and it is tried at the gateway itself."""
_LOST = (OSError, aiohttp.ClientError, TimeoutError, discord.HTTPException, discord.GatewayNotFound, StoreError)

log = structlog.get_logger(__name__)

Report = Callable[[str, BaseException], None]


class Shard:
    """A shard of the gateway: `run` holds its connection until cancelled, `close` leaves the session to others."""

    def __init__(
        self,
        client: discord.AutoShardedClient,
        shard_id: int,
        *,
        session: ShardSession | None,
        is_left_over: bool,
        pacing: IdentifyPacing,
        is_ours: Callable[[int], Awaitable[bool]],
        report: Report,
    ) -> None:
        """Go on with a session, if there is one; `is_left_over` says that whoever had it did not end as it should.

        Before each connection after the first `is_ours` tells whether the shard is still this process's.
        """
        self.id = shard_id
        self.is_connected = False
        self._client = client
        self._session = session
        self._is_left_over = is_left_over
        self._pacing = pacing
        self._is_ours = is_ours
        self._report = report
        self._connection: Connection | None = None
        self._failures = 0

    @property
    def session(self) -> ShardSession | None:
        """What the next connection goes on with."""
        return self._session if self._connection is None else session_of(self._connection)

    @property
    def begins(self) -> ShardSession | None:
        """What its connection began with: whoever goes on with that hears all that came since."""
        return None if self._connection is None else self._connection.begins

    @property
    def resumes(self) -> bool:
        """Whether its connection goes on with a session, so that RESUMED comes, and not READY."""
        return self._session is not None

    @property
    def latency_seconds(self) -> float:
        """From a heartbeat to its answer; infinite before the first one."""
        return self._connection.latency if self._connection is not None else float("inf")

    @property
    def repeats(self) -> bool:
        """Whether what is heard now may have been heard by a process that is gone, which then acted on it."""
        return self._is_left_over and not self.is_connected

    def connected(self) -> None:
        """Note that READY or RESUMED has come."""
        self.is_connected = True
        self._is_left_over = False
        self._failures = 0

    async def run(self) -> None:
        """Connect, hear, and connect anew; it ends by itself where the shard has become another process's.

        Raises:
            discord.ConnectionClosed: the gateway takes no further connection.
        """
        backoff = ExponentialBackoff[Literal[False]]()
        while True:
            pause_seconds = await self._hear(backoff)
            if pause_seconds:
                await asyncio.sleep(pause_seconds)
            if not await self._is_still_ours():
                return

    async def close(self) -> ShardSession | None:
        """Leave the gateway, and give the session, which can be resumed; after `run` has ended."""
        session = self.session
        await self._let_go()
        return session

    async def _hear(self, backoff: ExponentialBackoff[Literal[False]]) -> float:
        """Hold one connection until it ends; gives the seconds to wait before the next."""
        try:
            await self._connect()
            while True:
                await self._connected().poll_event()
        except ReconnectWebSocket as error:
            session = self.session if error.resume else None
            await self._let_go()
            self._session = session
            return 0.0
        except discord.ConnectionClosed as error:
            await self._let_go()
            if error.code in FOR_GOOD:
                raise
            return backoff.delay()
        except IdentifyTooLate:
            return 0.0
        except SessionStartsSpent as error:
            await self._let_go()
            wait_seconds = max(1.0, (error.resets_at - datetime.now(UTC)).total_seconds())
            log.warning("session_starts_spent", shard=self.id, wait_seconds=round(wait_seconds))
            return wait_seconds
        except _LOST as error:
            session, self._failures = self.session, self._failures + 1
            await self._let_go()
            self._session = session
            wait_seconds = backoff.delay()
            log.warning(
                "gateway_unreachable",
                shard=self.id,
                cause=error.__cause__ or error,
                wait_seconds=round(wait_seconds, 1),
            )
            return wait_seconds
        except Exception as error:  # noqa: BLE001 - a READY or a frame that cannot be read ends its connection alone
            self._report("gateway_unreadable", error)
            await self._let_go()
            self._session = None
            return backoff.delay()

    async def _connect(self) -> None:
        if self._session is None:
            await self._pacing.approach(self.id)
        self._connection = await open_connection(
            self._client,
            self.id,
            self._session,
            by_default_gateway=self._failures >= _RESUME_ELSEWHERE_AFTER,
        )

    def _connected(self) -> Connection:
        assert self._connection is not None  # noqa: S101 - it was opened above
        return self._connection

    async def _let_go(self) -> None:
        connection, self._connection, self.is_connected = self._connection, None, False
        if connection is not None:
            await close_connection(connection)

    async def _is_still_ours(self) -> bool:
        try:
            return await self._is_ours(self.id)
        except StoreError:
            # Nobody can take it from us either while the database is away.
            return True
