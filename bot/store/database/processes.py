"""The processes that share a database, which of them are gone, and which one leads."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import Connection, bindparam, case, delete, false, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from bot.store.database.advisory_locks import SESSIONS, AdvisoryLock
from bot.store.database.clock import steady_seconds
from bot.store.database.engine import Database
from bot.store.database.inserts import build_upserts
from bot.store.database.notices import tell_members_changed
from bot.store.database.tables import processes

BEAT_SECONDS = 2.0
MISSED_SECONDS = 3.0
"""After so long without a beat a process counts as gone whose session with the server has ended."""
SILENT_SECONDS = 8.0
"""After so long without a beat any process counts as gone."""

_BEAT = build_upserts(processes, replaces=["beat_at", "session"])
_ALL = select(processes.c.executor)
_SILENT_SECONDS = func.extract("epoch", func.clock_timestamp() - processes.c.beat_at)
# Whoever was not heard of since the server started had no chance to take its lock again.
_HAS_LOST_SESSION = case(
    (processes.c.session.is_(None) | (processes.c.beat_at <= func.pg_postmaster_start_time()), false()),
    else_=func.pg_try_advisory_xact_lock_shared(SESSIONS, processes.c.session),
)
_LIVENESS = select(processes.c.executor, _SILENT_SECONDS, _HAS_LOST_SESSION)
_SILENT = select(processes.c.executor).where(processes.c.beat_at < bindparam("before")).order_by(processes.c.beat_at)
_TRY_LOCK = text("SELECT pg_try_advisory_lock(:key)")
_UNLOCK = text("SELECT pg_advisory_unlock(:key)")
_END_IDLE = text("SELECT set_config('idle_session_timeout', :milliseconds, false)")
_LIVES = text("SELECT 1")
_REMOVE = delete(processes).where(processes.c.executor == bindparam("executor"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Liveness:
    """How long a process was silent, by the server's clock, and whether the session that it told of has ended.

    The server ends a session when the process is killed, and may end it for reasons of its own; that of a process that
    is frozen goes on.
    """

    executor: str
    silent_seconds: float = 0.0
    has_lost_session: bool = False

    def is_gone(self, *, by_session: bool = True) -> bool:
        """Judge whether the process is gone; without `by_session` by its silence alone."""
        seconds = MISSED_SECONDS if by_session and self.has_lost_session else SILENT_SECONDS
        return self.silent_seconds > seconds


def list_liveness(connection: Connection) -> list[Liveness]:
    """List the processes that share a database; with SQLite nobody asks whether they live."""
    if connection.dialect.name == "sqlite":
        return [Liveness(executor=executor) for executor in connection.execute(_ALL).scalars()]
    return [
        Liveness(executor=executor, silent_seconds=float(seconds), has_lost_session=ended)
        for executor, seconds, ended in connection.execute(_LIVENESS)
    ]


class Processes:
    """A row for each process. Who has a row keeps its jobs: see `Jobs.move`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def beat(
        self, executor: str, now: datetime, *, session: Callable[[], int | None] = lambda: None
    ) -> list[Liveness]:
        """Say that a process lives and which `session` it has, and tell which of them live; the first beat enters it.

        Where the database was waited for, what is said is of the end of that. What its clock says is learned with it.
        """
        asked_at = steady_seconds()

        def work(connection: Connection) -> list[Liveness]:
            if not self._database.is_sqlite:
                self._database.clock.measure(connection)
            beat_at = now + timedelta(seconds=steady_seconds() - asked_at)
            values = {"executor": executor, "started_at": beat_at, "beat_at": beat_at, "session": session()}
            connection.execute(_BEAT[connection.dialect.name], values)
            return list_liveness(connection)

        return await self._database.write(work, urgent=True)

    async def silent(self, before: datetime) -> list[str]:
        """List the processes whose last beat was before a moment, the longest silent first."""
        return await self._database.read(
            lambda connection: list(connection.execute(_SILENT, {"before": before}).scalars())
        )

    async def remove(self, executor: str) -> None:
        """Say that a process is gone: from now on its jobs are anybody's."""

        def work(connection: Connection) -> None:
            connection.execute(_REMOVE, {"executor": executor})
            tell_members_changed(connection)

        await self._database.write(work)

    @asynccontextmanager
    async def try_lead(self, lock: AdvisoryLock = AdvisoryLock.LEAD) -> AsyncIterator[bool]:
        """Try to be the one process that leads, in what `lock` stands for, while the body runs; True when this one is.

        SQLite has one process alone, which leads. On PostgreSQL the lead ends with the connection at the latest, which
        the server ends when it has not heard of the process for `SILENT_SECONDS`; the body may take longer.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        if self._database.is_sqlite:
            yield True
            return
        lead = _Lead(self._database, lock)
        keeper: asyncio.Task[None] | None = None
        try:
            leads = await asyncio.to_thread(lead.take)
            if leads:
                keeper = asyncio.create_task(_keep(lead))
            yield leads
        finally:
            if keeper is not None:
                keeper.cancel()
            await asyncio.to_thread(lead.let_go)


async def _keep(lead: "_Lead") -> None:
    while True:
        await asyncio.sleep(BEAT_SECONDS)
        await asyncio.to_thread(lead.keep)


class _Lead:
    """A connection with the lock on it; blocks.

    Outside a transaction: one that idles for as long as the body takes would be ended by the server.
    """

    def __init__(self, database: Database, lock: AdvisoryLock) -> None:
        self._database = database
        self._lock = lock
        self._held = ExitStack()
        self._turns = Lock()
        self._connection: Connection | None = None

    def take(self) -> bool:
        with self._turns:
            connection = self._held.enter_context(self._database.connect(isolation_level="AUTOCOMMIT"))
            leads = bool(connection.execute(_TRY_LOCK, {"key": self._lock}).scalar_one())
            if leads:
                self._held.callback(_unlock, connection, self._lock)
                # A leader that is frozen holds the others up for no longer than it may be silent.
                connection.execute(_END_IDLE, {"milliseconds": str(round(SILENT_SECONDS * 1000))})
                self._connection = connection
            return leads

    def keep(self) -> None:
        """Say that the process lives; nothing where the lead was lost or let go."""
        with self._turns:
            try:
                if self._connection is not None:
                    self._connection.execute(_LIVES)
            except SQLAlchemyError:
                self._connection = None

    def let_go(self) -> None:
        with self._turns:
            self._connection = None
            self._held.close()


def _unlock(connection: Connection, lock: AdvisoryLock) -> None:
    try:
        connection.execute(_UNLOCK, {"key": lock})
        connection.execute(text("RESET idle_session_timeout"))
    except SQLAlchemyError:
        # A lock ends with its connection, which must not go back to the pool with the lock still on it.
        connection.invalidate()
