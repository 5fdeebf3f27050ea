"""A pooler before PostgreSQL, as PgBouncer is in transaction mode: between transactions a session is nobody's.

https://www.postgresql.org/docs/current/protocol-flow.html
"""

from __future__ import annotations

import asyncio
import struct
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from sqlalchemy import make_url

from tests.standin.statement_proxy import READY, encode_message, read_message

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_KEY, _TERMINATE = b"K", b"X"
_MADE_UP = struct.pack("!II", 999_999, 1)
_LENGTH = struct.Struct("!I")

_Session = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Pooler:
    """Lends each transaction the session that was given back last."""

    def __init__(self, socket: str) -> None:
        self._socket = socket
        self._free: list[_Session] = []
        self._served: set[asyncio.Task[None]] = set()

    @classmethod
    @asynccontextmanager
    async def before(cls, address: str) -> AsyncIterator[str]:
        """Stand before the database of an address that names the folder of a socket; gives the address from here."""
        url = make_url(address)
        pooler = cls(f"{url.query['host']}/.s.PGSQL.5432")
        server = await asyncio.start_server(pooler._begin, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        query = {"sslmode": "disable", "gssencmode": "disable"}
        try:
            yield url.set(host="127.0.0.1", port=port, query=query).render_as_string(hide_password=False)
        finally:
            server.close()
            for task in pooler._served:
                task.cancel()
            await asyncio.gather(*pooler._served, return_exceptions=True)
            for _, writer in pooler._free:
                writer.close()

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._serve(reader, writer))
        self._served.add(task)
        task.add_done_callback(self._served.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            length = await reader.readexactly(_LENGTH.size)
            start = length + await reader.readexactly(_LENGTH.unpack(length)[0] - _LENGTH.size)
            session = await asyncio.open_unix_connection(self._socket)
            session[1].write(start)
            await self._answer(session, writer)
            self._free.append(session)
            while True:
                await self._transaction(reader, writer)
        writer.close()

    async def _transaction(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        kind, body = await read_message(reader)
        if kind == _TERMINATE:
            raise ConnectionResetError
        session = self._free.pop()
        session[1].write(encode_message(kind, body))
        while True:
            answering = asyncio.create_task(self._answer(session, writer))
            while kind not in {b"Q", b"S"}:
                kind, body = await read_message(reader)
                session[1].write(encode_message(kind, body))
            if await answering == b"I":
                break
            kind, body = await read_message(reader)
            session[1].write(encode_message(kind, body))
        self._free.append(session)

    async def _answer(self, session: _Session, writer: asyncio.StreamWriter) -> bytes:
        """Pass on what the server says until it is ready; gives in which state, `I`: in no transaction."""
        while True:
            kind, body = await read_message(session[0])
            writer.write(encode_message(kind, _MADE_UP if kind == _KEY else body))
            if kind == READY:
                return body
