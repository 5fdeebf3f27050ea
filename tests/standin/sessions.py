"""Gateway sessions: who listens, what was sent, and what each may read."""

from __future__ import annotations

import asyncio
import enum
import json
import time
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

    UNKNOWN_ERROR = 4000
    UNKNOWN_OPCODE = 4001
    DECODE_ERROR = 4002
    NOT_AUTHENTICATED = 4003
    AUTHENTICATION_FAILED = 4004
    ALREADY_AUTHENTICATED = 4005
    INVALID_SEQUENCE = 4007
    RATE_LIMITED = 4008
    TIMED_OUT = 4009
    INVALID_SHARD = 4010
    SHARDING_REQUIRED = 4011
    INVALID_VERSION = 4012
    INVALID_INTENTS = 4013
    DISALLOWED_INTENTS = 4014


class Closed(Exception):
    """The gateway ends a connection for what came over it."""

    def __init__(self, code: CloseCode) -> None:
        super().__init__(code)
        self.code = code


LAST_WORDS = frozenset({1000, 1001})
"""The codes by which a client ends its session with the connection; after all others it may resume."""


@dataclass(slots=True, eq=False)
class Connection:
    """One socket of the bot's.

    `client` is the process, where a test has told it apart by its address; `ended_at` is on the machine's clock, as
    `Delivery.at` is, and `close_code` the client's own, where it said one.
    """

    socket: web.WebSocketResponse
    stream: Stream
    outbox: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    session: Session | None = None
    heartbeats: int = 0
    received: deque[float] = field(default_factory=deque)
    client: str = ""
    ended_at: float | None = None
    close_code: int | None = None

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


@dataclass(frozen=True, slots=True)
class Sent:
    """One event of a session as it goes over the socket; `event_id` names the message or interaction that it brings."""

    sequence: int
    text: str
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """A user's message or interaction on its way to a connection, the first time or in a replay."""

    event_id: int
    connection: Connection
    at: float


@dataclass(slots=True, eq=False)
class Session:
    """One IDENTIFY, and the events that it was sent since.

    `left_at` is when it lost its connection, on the platform's clock; None while it has one.
    """

    id: str
    shard: tuple[int, int]
    intents: int
    connection: Connection | None = None
    sequence: int = 0
    left_at: float | None = None
    sent: deque[Sent] = field(default_factory=lambda: deque(maxlen=_KEPT_FOR_RESUME))

    def dispatch(self, name: str, encoded: str, *, event_id: int | None = None) -> Delivery | None:
        """Send an event now, or keep it for a resume; returns the delivery of what came from a user."""
        self.sequence += 1
        text = f'{{"op":0,"t":"{name}","s":{self.sequence},"d":{encoded}}}'
        sent = Sent(self.sequence, text, event_id)
        self.sent.append(sent)
        return self._send(sent)

    def replay(self, *, after: int) -> list[Delivery]:
        """Send what came after a sequence number once more."""
        deliveries = [self._send(sent) for sent in self.sent if sent.sequence > after]
        return [delivery for delivery in deliveries if delivery is not None]

    def can_replay(self, *, after: int) -> bool:
        """Whether all that came after a sequence number is still kept."""
        return not self.sent or self.sent[0].sequence <= after + 1

    def hears(self, event: Event) -> bool:
        """Whether the shard and the intents take an event."""
        shard_id, shard_count = self.shard
        home = 0 if event.guild is None else (event.guild.id >> 22) % shard_count
        return home == shard_id and event.intent & ~self.intents == 0

    def _send(self, sent: Sent) -> Delivery | None:
        if self.connection is None:
            return None
        self.connection.outbox.put_nowait(sent.text)
        return None if sent.event_id is None else Delivery(sent.event_id, self.connection, time.monotonic())


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
