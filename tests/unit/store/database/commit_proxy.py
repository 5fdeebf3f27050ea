"""A network between the bot and PostgreSQL that fails at the worst moment: in the commit."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from sqlalchemy import make_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class CommitLosingProxy:
    """Passes everything on but the first COMMIT of a transaction that inserts.

    That one reaches the server, and its answer nobody; or, where it does not arrive, not even the server.
    """

    def __init__(self, socket: str, *, arrives: bool) -> None:
        self._socket = socket
        self._arrives = arrives
        self._armed = True
        self._served: set[asyncio.Task[None]] = set()

    @classmethod
    @asynccontextmanager
    async def before(cls, address: str, *, arrives: bool) -> AsyncIterator[str]:
        """Stand before the database of an address; gives the address that leads through here."""
        url = make_url(address)
        proxy = cls(f"{url.query['host']}/.s.PGSQL.5432", arrives=arrives)
        server = await asyncio.start_server(proxy._begin, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        through = url.set(host="127.0.0.1", port=port, query={})
        yield through.render_as_string(hide_password=False)
        server.close()
        await asyncio.gather(*proxy._served)
        await server.wait_closed()

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._served.add(asyncio.create_task(self._serve(reader, writer)))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from_server, to_server = await asyncio.open_unix_connection(self._socket)
        answers = asyncio.create_task(_pass_on(from_server, writer))
        inserts = False
        while data := await reader.read(65536):
            inserts = inserts or b"INSERT INTO processes" in data
            if self._armed and inserts and b"COMMIT" in data:
                self._armed = False
                answers.cancel()
                await asyncio.wait([answers])
                if self._arrives:
                    to_server.write(data)
                    await from_server.read(65536)
                break
            to_server.write(data)
            await to_server.drain()
        answers.cancel()
        for end in (to_server, writer):
            end.close()
            with suppress(ConnectionError):
                await end.wait_closed()


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
