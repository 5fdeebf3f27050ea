"""A network before PostgreSQL that fails at one statement: before it, after it, or with an error of the server."""

from __future__ import annotations

import asyncio
import enum
import struct
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import make_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_LENGTH = struct.Struct("!I")
_QUERY, _PARSE, _BIND, _EXECUTE = b"Q", b"P", b"B", b"E"
_BEFORE_SYNC = frozenset({_PARSE, _BIND, _EXECUTE, b"D", b"C"})
"""What is answered by the next Sync alone; D is Describe, C Close."""
READY = b"Z"
# 25006 is read_only_sql_transaction, as after a failover to a replica: no library asks again by itself after that.
_FAIL = "DO $$ BEGIN RAISE EXCEPTION 'cannot write in a read-only transaction' USING ERRCODE = '25006'; END $$"


class Failure(enum.Enum):
    """How a statement fails."""

    BEFORE = "the connection is lost before it"
    AFTER = "the connection is lost after it"
    """It took effect as far as it does by itself: a COMMIT for good, anything else until its transaction is undone."""
    REFUSED = "the server refuses it"


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement, and the different ones that came before it in its transaction."""

    text: str
    after: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " > ".join(" ".join(text.split())[:60] for text in (*self.after[-1:], self.text))


@dataclass(slots=True, eq=False)
class _Session:
    """One connection: the statements that it has prepared, and whether what the server says is kept back."""

    client: asyncio.StreamWriter
    server: asyncio.StreamWriter
    prepared: dict[bytes, str] = field(default_factory=dict)
    transaction: tuple[str, ...] = ()
    is_mute: bool = False
    in_transaction: bool = False
    ready: asyncio.Event = field(default_factory=asyncio.Event)


class StatementProxy:
    """Passes on what PostgreSQL's clients and its server say, statement by statement.

    `seen` are all statements and how often they came; `left` are those that have yet to `fail`, and how, one way after
    the other.

    https://www.postgresql.org/docs/current/protocol-message-formats.html
    """

    def __init__(self, socket: str) -> None:
        self.seen: dict[Statement, int] = {}
        self.left: dict[Statement, list[Failure]] = {}
        self._socket = socket
        self._served: set[asyncio.Task[None]] = set()
        self._address = ""

    @property
    def url(self) -> str:
        """The address that leads through here."""
        return self._address

    @classmethod
    @asynccontextmanager
    async def before(cls, address: str) -> AsyncIterator[StatementProxy]:
        """Stand before the database of an address that names the folder of a socket."""
        url = make_url(address)
        proxy = cls(f"{url.query['host']}/.s.PGSQL.5432")
        server = await asyncio.start_server(proxy._begin, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        # What is encrypted cannot be read here.
        query = {"sslmode": "disable", "gssencmode": "disable"}
        proxy._address = url.set(host="127.0.0.1", port=port, query=query).render_as_string(hide_password=False)
        try:
            yield proxy
        finally:
            server.close()
            for task in proxy._served:
                task.cancel()
            await asyncio.gather(*proxy._served, return_exceptions=True)

    def fail(self, statement: Statement, how: Failure) -> None:
        """Let a statement fail once, when it comes next."""
        self.left.setdefault(statement, []).append(how)

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._serve(reader, writer))
        self._served.add(task)
        task.add_done_callback(self._served.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from_server, to_server = await asyncio.open_unix_connection(self._socket)
        session = _Session(writer, to_server)
        answers = asyncio.create_task(_answer(from_server, session))
        try:
            with suppress(asyncio.IncompleteReadError, ConnectionError):
                start = await reader.readexactly(_LENGTH.size)
                to_server.write(start + await reader.readexactly(_LENGTH.unpack(start)[0] - _LENGTH.size))
                await self._pass_on(reader, session)
        finally:
            answers.cancel()
            for end in (to_server, writer):
                end.close()
            await asyncio.gather(answers, return_exceptions=True)

    async def _pass_on(self, reader: asyncio.StreamReader, session: _Session) -> None:
        """Pass statements on until the client ends, or one is due that cuts the connection."""
        said, text, is_run = b"", "", False
        while True:
            kind, body = await read_message(reader)
            said += encode_message(kind, body)
            is_run = is_run or kind in {_QUERY, _EXECUTE}
            if kind == _QUERY:
                text = body.rstrip(b"\0").decode()
            elif kind == _PARSE:
                name, statement, _ = body.split(b"\0", 2)
                text = session.prepared[name] = statement.decode()
            elif kind == _BIND:
                text = session.prepared.get(body.split(b"\0", 2)[1], text)
            if kind in _BEFORE_SYNC:
                continue
            how = self._look_at(text, session) if is_run else None
            if how is Failure.BEFORE:
                return
            if how is Failure.REFUSED:
                if text == "COMMIT":
                    # A transaction whose COMMIT fails is over.
                    await self._undo(session)
                said = _query(_FAIL)
            session.is_mute = how is Failure.AFTER
            session.ready.clear()
            session.server.write(said)
            await session.server.drain()
            if how is Failure.AFTER:
                await session.ready.wait()
                return
            said, text, is_run = b"", "", False

    async def _undo(self, session: _Session) -> None:
        session.is_mute = True
        session.ready.clear()
        session.server.write(_query("ROLLBACK"))
        await session.ready.wait()

    def _look_at(self, text: str, session: _Session) -> Failure | None:
        """Note a statement, and tell how it is to fail."""
        if not session.in_transaction:
            session.transaction = ()
        statement = Statement(text, session.transaction)
        self.seen[statement] = self.seen.get(statement, 0) + 1
        if text not in session.transaction:
            session.transaction = (*session.transaction, text)
        waiting = self.left.pop(statement, [])
        if waiting[1:]:
            self.left[statement] = waiting[1:]
        return waiting[0] if waiting else None


async def _answer(reader: asyncio.StreamReader, session: _Session) -> None:
    with suppress(asyncio.IncompleteReadError, ConnectionError):
        while True:
            kind, body = await read_message(reader)
            if kind == READY:
                session.in_transaction = body != b"I"
                session.ready.set()
            if not session.is_mute:
                session.client.write(encode_message(kind, body))
    session.ready.set()
    session.client.close()


async def read_message(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    head = await reader.readexactly(1 + _LENGTH.size)
    return head[:1], await reader.readexactly(_LENGTH.unpack(head[1:])[0] - _LENGTH.size)


def encode_message(kind: bytes, body: bytes) -> bytes:
    return kind + _LENGTH.pack(len(body) + _LENGTH.size) + body


def _query(text: str) -> bytes:
    return encode_message(_QUERY, text.encode() + b"\0")
