"""Gateway sessions: who listens, what was sent, and what each may read."""

from __future__ import annotations

import asyncio
import enum
import json
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.standin.state import Intent

if TYPE_CHECKING:
    from aiohttp import web

    from tests.standin.compression import Stream
    from tests.standin.messages import Message
    from tests.standin.state import Event

_KEPT_FOR_RESUME = 10_000


class Op(enum.IntEnum):
    """The kinds of gateway messages."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE = 3
    VOICE_STATE = 4
    RESUME = 6
    RECONNECT = 7
    REQUEST_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    ACK = 11


class CloseCode(enum.IntEnum):
    """Why the gateway ends a connection."""

    UNKNOWN_OPCODE = 4001
    NOT_AUTHENTICATED = 4003
    AUTHENTICATION_FAILED = 4004
    TIMED_OUT = 4009
    DISALLOWED_INTENTS = 4014


@dataclass(slots=True, eq=False)
class Connection:
    """One open socket of the bot's."""

    socket: web.WebSocketResponse
    stream: Stream
    outbox: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    session: Session | None = None
    heartbeats: int = 0

    async def write(self) -> None:
        """Send what is queued, in order, until the socket is gone."""
        with suppress(ConnectionError):
            while True:
                encoded = self.stream.encode(await self.outbox.get())
                if isinstance(encoded, bytes):
                    await self.socket.send_bytes(encoded)
                else:
                    await self.socket.send_str(encoded)

    def send(self, op: Op, data: Any = None) -> None:
        """Queue a message that is no event."""
        self.outbox.put_nowait(json.dumps({"op": op, "d": data, "s": None, "t": None}))


@dataclass(slots=True, eq=False)
class Session:
    """One IDENTIFY, and the events that it was sent since."""

    id: str
    shard: tuple[int, int]
    intents: int
    connection: Connection | None = None
    sequence: int = 0
    sent: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=_KEPT_FOR_RESUME))

    def dispatch(self, name: str, encoded: str) -> None:
        """Send an event now, or keep it for a resume."""
        self.sequence += 1
        text = f'{{"op":0,"t":"{name}","s":{self.sequence},"d":{encoded}}}'
        self.sent.append((self.sequence, text))
        if self.connection is not None:
            self.connection.outbox.put_nowait(text)

    def hears(self, event: Event) -> bool:
        """Whether the shard and the intents take an event."""
        shard_id, shard_count = self.shard
        home = 0 if event.guild is None else (event.guild.id >> 22) % shard_count
        return home == shard_id and event.intent & ~self.intents == 0


def readable_parts(session: Session, message: Message | None, *, bot_id: int) -> tuple[bool, bool]:
    """Whether a session gets the content of a message, and of the one that it replies to."""
    if message is None or session.intents & Intent.MESSAGE_CONTENT or message.channel.guild is None:
        return True, True
    return _concerns(message, bot_id), message.reference is None or _concerns(message.reference, bot_id)


def _concerns(message: Message, bot_id: int) -> bool:
    return message.author.id == bot_id or any(user.id == bot_id for user in message.mentions)


def censor(data: dict[str, Any], readable: tuple[bool, bool]) -> dict[str, Any]:
    """Return a message's data without what `readable_parts` does not allow."""
    own, referenced = readable
    nothing: dict[str, Any] = {"content": "", "attachments": [], "embeds": [], "components": []}
    if not referenced:
        data = data | {"referenced_message": data["referenced_message"] | nothing}
    return data if own else data | nothing
