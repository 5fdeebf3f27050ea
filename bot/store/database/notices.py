"""What processes that share a PostgreSQL database tell each other at once; whoever does not listen never hears of it.

https://www.postgresql.org/docs/current/sql-notify.html
"""

import asyncio
import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import LiteralString

import psycopg
import structlog
from sqlalchemy import Connection, make_url, text

from bot.store.database.advisory_locks import SESSIONS
from bot.store.database.connections import SERVER_ARGUMENTS
from bot.store.database.engine import Database

_LISTEN: LiteralString = "LISTEN easel"
_TAKE: LiteralString = "SELECT pg_try_advisory_lock(%s, %s)"
_TELL = text("SELECT pg_notify('easel', :notice)")
_MEMBERS = "members"
_AGAIN_SECONDS = 0.5
_FIRST_SECONDS = 1.0

log = structlog.get_logger(__name__)


class Notices:
    """Short texts to all processes, this one included; one that is lost must do no harm.

    The session that listens lasts as long as the process does, and the server ends it at once when that is killed. It
    holds a lock by which the others see this: https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._session: int | None = None
        self._begun = asyncio.Event()
        self.members_changed = asyncio.Event()
        """Set where something may have changed about who is there and holds which shards; whoever looks clears it."""

    @property
    def session(self) -> int | None:
        """The number of the lock that is held while this process listens, anew each time; None while it holds none."""
        return self._session

    async def tell(self, notice: str) -> None:
        """Tell everybody something, in a transaction of its own.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        await self._database.write(lambda connection: connection.execute(_TELL, {"notice": notice}))

    async def wait_until_listening(self) -> None:
        """Wait until `listen` does so for the first time, or for a second."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._begun.wait(), _FIRST_SECONDS)

    async def listen(self, heard: Callable[[str], None]) -> None:
        """Call `heard` with each notice until this is cancelled, on a connection of its own, made anew when lost."""
        url = make_url(self._database.url).set(drivername="postgresql").render_as_string(hide_password=False)
        is_away = False
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(
                    url, autocommit=True, **SERVER_ARGUMENTS
                ) as connection:
                    await connection.execute(_LISTEN)
                    self._session = await _take_lock(connection)
                    self._begun.set()
                    is_away = False
                    # Nobody has told this process what was said while it did not listen.
                    self.members_changed.set()
                    async for one in connection.notifies():
                        if one.payload == _MEMBERS:
                            self.members_changed.set()
                        else:
                            heard(one.payload)
            except psycopg.Error as error:
                if not is_away:
                    log.info("not_listening", cause=error)
                is_away = True
            finally:
                self._session = None
            await asyncio.sleep(_AGAIN_SECONDS)


def tell_members_changed(connection: Connection) -> None:
    """Tell everybody, when this transaction is done, that a process came or went, or has given up a shard."""
    if connection.dialect.name == "postgresql":
        connection.execute(_TELL, {"notice": _MEMBERS})


async def _take_lock(connection: psycopg.AsyncConnection) -> int | None:
    # Never the one of the session before, which a server that lost sight of it may hold for long.
    session = secrets.randbits(32) - 2**31
    row = await (await connection.execute(_TAKE, [SESSIONS, session])).fetchone()
    return session if row is not None and row[0] else None
