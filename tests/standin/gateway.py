"""The gateway: a websocket endpoint whose sessions outlive their connections."""

from __future__ import annotations

import asyncio
import json
import secrets
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.standin.compression import open_stream
from tests.standin.feed import Feed
from tests.standin.identify import VERSIONS, check_identify, check_token
from tests.standin.payloads import guild_create_to_json, message_event_to_json, user_to_json
from tests.standin.sessions import (
    LAST_WORDS,
    CloseCode,
    Closed,
    Connection,
    Delivery,
    Op,
    Session,
    censor,
    readable_parts,
)
from tests.standin.state import Event, Intent

if TYPE_CHECKING:
    from tests.standin.messages import Message
    from tests.standin.state import State
    from tests.standin.world import Guild

# What the stand-in takes and does nothing with.
_IGNORED = (Op.PRESENCE, Op.VOICE_STATE, Op.REQUEST_MEMBERS)
# What users do; the rest tells how the world is.
_FROM_USERS = ("MESSAGE_CREATE", "INTERACTION_CREATE")


class Gateway:
    """The websocket endpoint.

    `ready` has every session that was identified or resumed, `ended` every connection that is gone, `deliveries` who
    was sent what users did. `resume_url` is what READY names for a resume, where it is another address than this one.
    """

    def __init__(self, state: State) -> None:
        self.ready: Feed[Session] = Feed()
        self.ended: Feed[Connection] = Feed()
        self.deliveries: list[Delivery] = []
        self.resumes = 0
        self.shut = False
        self.resume_url = ""
        self._state = state
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
        self._closing: set[asyncio.Future[bool]] = set()
        state.audience = self
        state.messages.listeners.append(self._hear_message)

    @property
    def connected(self) -> list[Session]:
        """The sessions that somebody listens to now."""
        return [session for session in self._sessions.values() if session.connection is not None]

    @property
    def is_heard(self) -> bool:
        """Whether somebody listens at all."""
        return bool(self.connected)

    @property
    def heartbeats(self) -> int:
        """How many heartbeats the open connections have sent."""
        return sum(connection.heartbeats for connection in self._connections)

    def shares(self) -> Counter[str]:
        """Count the sessions that each process listens to now, by the name in its address."""
        return Counter(session.connection.client for session in self.connected if session.connection is not None)

    def unheard(self) -> list[Guild]:
        """List the guilds of which nobody is told now."""
        parts: dict[int, set[int]] = {}
        for session in self.connected:
            shard_id, shard_count = session.shard
            parts.setdefault(shard_count, set()).add(shard_id)
        guilds = [guild for guild in self._state.guilds.values() if guild.has_bot]
        return [one for one in guilds if not any((one.id >> 22) % count in ids for count, ids in parts.items())]

    def dispatch(self, event: Event) -> None:
        """Tell an event to every session that may hear it, and keep it for those that may resume."""
        self._forget_sessions()
        encoded: dict[tuple[bool, bool], str] = {}
        by_user = event.name in _FROM_USERS and (event.message is None or not event.message.author.bot)
        event_id = _id_in(event.data) if by_user else None
        for session in self._sessions.values():
            if not session.hears(event):
                continue
            readable = readable_parts(session, event.message, bot_id=self._state.bot.id)
            if readable not in encoded:
                encoded[readable] = json.dumps(censor(event.data, readable))
            delivery = session.dispatch(event.name, encoded[readable], event_id=event_id)
            if delivery is not None:
                self.deliveries.append(delivery)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Hold one connection until it ends, or turn it away while the gateway is `shut`."""
        if self.shut:
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(max_msg_size=0, timeout=1.0)
        await socket.prepare(request)
        if request.query.get("v", "10") not in VERSIONS:
            await socket.close(code=CloseCode.INVALID_VERSION)
            return socket
        stream = open_stream(request.query.get("compress"))
        connection = Connection(socket, stream, client=request.match_info.get("client", ""))
        self._connections.add(connection)
        writer = asyncio.create_task(connection.write())
        connection.send(Op.HELLO, {"heartbeat_interval": int(self._state.limits.heartbeat_seconds * 1000)})
        try:
            await self._listen(connection)
        finally:
            self._connections.discard(connection)
            connection.ended_at = time.monotonic()
            if connection.session is not None and connection.session.connection is connection:
                connection.session.connection = None
                connection.session.left_at = self._state.clock.now()
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)
            self.ended.publish(connection)
        return socket

    async def disconnect(self, *, code: int = 4000) -> None:
        """Close every connection; with 4000 the bot resumes."""
        for connection in list(self._connections):
            await connection.socket.close(code=code)

    def ask_to_reconnect(self) -> None:
        """Ask every connection to leave and resume, as Discord does for its own deployments."""
        for connection in self._connections:
            connection.send(Op.RECONNECT)

    def invalidate(self, shard_id: int | None = None) -> None:
        """End every session, or those of a shard: the bot has to identify itself again."""
        for session in [one for one in self._sessions.values() if shard_id in {None, one.shard[0]}]:
            del self._sessions[session.id]
            if session.connection is not None:
                session.connection.session = None
                session.connection.send(Op.INVALID_SESSION, data=False)

    async def _listen(self, connection: Connection) -> None:
        timeout_seconds = self._state.limits.heartbeat_seconds * 1.5
        while True:
            try:
                async with asyncio.timeout(timeout_seconds):
                    message = await connection.socket.receive()
            except TimeoutError:
                await connection.socket.close(code=CloseCode.TIMED_OUT)
                return
            if message.type is WSMsgType.CLOSE:
                connection.close_code = message.data
                if message.data in LAST_WORDS and connection.session is not None:
                    self._sessions.pop(connection.session.id, None)
            if message.type is not WSMsgType.TEXT:
                return
            try:
                self._receive(connection, message.data)
            except Closed as closed:
                await connection.socket.close(code=closed.code)
                return

    def _receive(self, connection: Connection, text: str) -> None:
        """Act on one message; raises `Closed` where it ends the connection."""
        if self._is_too_fast(connection):
            raise Closed(CloseCode.RATE_LIMITED)
        try:
            received = json.loads(text)
            op, data = received["op"], received.get("d")
        except (ValueError, KeyError, TypeError):
            raise Closed(CloseCode.DECODE_ERROR) from None
        if op == Op.HEARTBEAT:
            connection.heartbeats += 1
            connection.send(Op.ACK)
        elif op in {Op.IDENTIFY, Op.RESUME} and connection.session is not None:
            raise Closed(CloseCode.ALREADY_AUTHENTICATED)
        elif op == Op.IDENTIFY:
            self._identify(connection, data)
        elif op == Op.RESUME:
            self._resume(connection, data)
        elif connection.session is None:
            raise Closed(CloseCode.NOT_AUTHENTICATED)
        elif op not in _IGNORED:
            raise Closed(CloseCode.UNKNOWN_OPCODE)

    def _is_too_fast(self, connection: Connection) -> bool:
        rate, now, times = self._state.limits.gateway_rate, time.monotonic(), connection.received
        while times and times[0] <= now - rate.seconds:
            times.popleft()
        times.append(now)
        return len(times) > rate.requests

    def _identify(self, connection: Connection, data: dict[str, Any]) -> None:
        state = self._state
        (shard_id, shard_count), intents = check_identify(state, data)
        if not state.starts.count():
            self._reset_token()
            raise Closed(CloseCode.AUTHENTICATION_FAILED)
        if not state.starts.take_turn(shard_id):
            connection.send(Op.INVALID_SESSION, data=False)
            return
        session = Session(f"session-{state.ids.next():x}", (shard_id, shard_count), intents, connection)
        self._forget_sessions()
        self._sessions[session.id] = connection.session = session
        guilds = [guild for guild in state.guilds.values() if guild.has_bot]
        guilds = [guild for guild in guilds if session.hears(Event(name="GUILD_CREATE", data={}, guild=guild))]
        ready = {
            "v": 10,
            "user": user_to_json(state.bot) | {"mfa_enabled": True, "verified": True},
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": self.resume_url or state.gateway_url,
            "shard": [shard_id, shard_count],
            "application": {"id": str(state.application_id), "flags": 0},
        }
        session.dispatch("READY", json.dumps(ready))
        if intents & Intent.GUILDS:
            for guild in guilds:
                session.dispatch("GUILD_CREATE", json.dumps(self._describe(guild, intents)))
        self.ready.publish(session)

    def _resume(self, connection: Connection, data: dict[str, Any]) -> None:
        check_token(self._state, data)
        self._forget_sessions()
        session, after = self._sessions.get(data["session_id"]), int(data["seq"] or 0)
        if session is not None and after > session.sequence:
            del self._sessions[session.id]
            raise Closed(CloseCode.INVALID_SEQUENCE)
        if session is None or not session.can_replay(after=after):
            connection.send(Op.INVALID_SESSION, data=False)
            return
        if session.connection is not None:
            self._take_away(session.connection)
        session.connection, session.left_at = connection, None
        connection.session = session
        self.resumes += 1
        self.deliveries += session.replay(after=after)
        session.dispatch("RESUMED", json.dumps({}))
        self.ready.publish(session)

    def _take_away(self, connection: Connection) -> None:
        """End the connection whose session another one resumes; with which code, Discord does not say."""
        connection.session = None
        task = asyncio.ensure_future(connection.socket.close(code=CloseCode.UNKNOWN_ERROR))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    def _forget_sessions(self) -> None:
        """Forget those that were without a connection for too long."""
        until = self._state.clock.now() - self._state.limits.session_seconds
        gone = [key for key, one in self._sessions.items() if one.left_at is not None and one.left_at < until]
        for key in gone:
            del self._sessions[key]

    def _reset_token(self) -> None:
        """End all sessions and change the token: what Discord does to a bot that starts too many."""
        self._state.token = secrets.token_urlsafe(48)
        self._sessions.clear()
        for connection in self._connections:
            self._take_away(connection)

    def _describe(self, guild: Guild, intents: int) -> dict[str, Any]:
        everybody = list(guild.members.values())
        members = everybody if intents & Intent.MEMBERS else [user for user in everybody if user.bot]
        return guild_create_to_json(guild, members)

    def _hear_message(self, message: Message, before: Message | None) -> None:
        if message.ephemeral:
            return
        guild = message.channel.guild
        if guild is not None and not guild.has_bot:
            return
        intent = Intent.DIRECT_MESSAGES if guild is None else Intent.GUILD_MESSAGES
        if message.deleted:
            gone = {"id": str(message.id), "channel_id": str(message.channel.id)}
            gone |= {} if guild is None else {"guild_id": str(guild.id)}
            self.dispatch(Event(name="MESSAGE_DELETE", data=gone, guild=guild, intent=intent))
            return
        name = "MESSAGE_CREATE" if before is None else "MESSAGE_UPDATE"
        data = message_event_to_json(message, application_id=self._state.application_id)
        self.dispatch(Event(name=name, data=data, guild=guild, intent=intent, message=message))


def _id_in(data: Any) -> int | None:
    """Read the id of an event, which a test may have broken."""
    found = str(data.get("id")) if isinstance(data, dict) else ""
    return int(found) if found.isdecimal() else None
