"""What processes that share a PostgreSQL database tell each other at once; whoever does not listen never hears of it.

https://www.postgresql.org/docs/current/sql-notify.html
"""

import asyncio
from collections.abc import Callable
from typing import LiteralString

import psycopg
import structlog
from sqlalchemy import make_url, text

from bot.store.database.connections import SERVER_ARGUMENTS
from bot.store.database.engine import Database

_LISTEN: LiteralString = "LISTEN easel"
_TELL = text("SELECT pg_notify('easel', :notice)")
_AGAIN_SECONDS = 2.0

log = structlog.get_logger(__name__)


class Notices:
    """Short texts to all processes, this one included; one that is lost must do no harm."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def tell(self, notice: str) -> None:
        """Tell everybody something, in a transaction of its own.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        await self._database.write(lambda connection: connection.execute(_TELL, {"notice": notice}))

    async def listen(self, heard: Callable[[str], None]) -> None:
        """Call `heard` with each notice until this is cancelled, on a connection of its own, made anew when lost."""
        url = make_url(self._database.url).set(drivername="postgresql").render_as_string(hide_password=False)
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(
                    url, autocommit=True, **SERVER_ARGUMENTS
                ) as connection:
                    await connection.execute(_LISTEN)
                    async for one in connection.notifies():
                        heard(one.payload)
            except psycopg.Error as error:
                log.info("not_listening", cause=error)
            await asyncio.sleep(_AGAIN_SECONDS)
