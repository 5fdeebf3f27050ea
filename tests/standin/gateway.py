"""The gateway: a websocket endpoint whose sessions outlive their connections."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.standin.compression import open_stream
from tests.standin.feed import Feed
from tests.standin.payloads import guild_create_to_json, message_event_to_json, user_to_json
from tests.standin.sessions import CloseCode, Connection, Op, Session, censor, readable_parts
from tests.standin.state import PRIVILEGED, Event, Intent

if TYPE_CHECKING:
    from tests.standin.messages import Message
    from tests.standin.state import State
    from tests.standin.world import Guild

# What the stand-in takes and does nothing with.
_IGNORED = (Op.PRESENCE, Op.VOICE_STATE, Op.REQUEST_MEMBERS)


class Gateway:
    """The websocket endpoint.

    `ready` has every session that was identified or resumed, `ended` every connection that is gone. `resume_url` is
    what READY names for a resume, where it is another address than this one.
    """

    def __init__(self, state: State) -> None:
        self.ready: Feed[Session] = Feed()
        self.ended: Feed[Connection] = Feed()
        self.shut = False
        self.resume_url = ""
        self._state = state
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
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

    def dispatch(self, event: Event) -> None:
        """Tell an event to every session that may hear it."""
        encoded: dict[tuple[bool, bool], str] = {}
        for session in self._sessions.values():
            if not session.hears(event):
                continue
            readable = readable_parts(session, event.message, bot_id=self._state.bot.id)
            if readable not in encoded:
                encoded[readable] = json.dumps(censor(event.data, readable))
            session.dispatch(event.name, encoded[readable])

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Hold one connection until it ends, or turn it away while the gateway is `shut`."""
        if self.shut:
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(max_msg_size=0, timeout=1.0)
        await socket.prepare(request)
        connection = Connection(socket, open_stream(request.query.get("compress")))
        self._connections.add(connection)
        writer = asyncio.create_task(connection.write())
        connection.send(Op.HELLO, {"heartbeat_interval": int(self._state.limits.heartbeat_seconds * 1000)})
        try:
            await self._listen(connection)
        finally:
            self._connections.discard(connection)
            if connection.session is not None and connection.session.connection is connection:
                connection.session.connection = None
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

    def invalidate(self) -> None:
        """End every session: the bot has to identify itself again."""
        self._sessions.clear()
        for connection in self._connections:
            connection.send(Op.INVALID_SESSION, data=False)

    async def _listen(self, connection: Connection) -> None:
        patience = self._state.limits.heartbeat_seconds * 1.5
        while True:
            try:
                async with asyncio.timeout(patience):
                    message = await connection.socket.receive()
            except TimeoutError:
                await connection.socket.close(code=CloseCode.TIMED_OUT)
                return
            if message.type is not WSMsgType.TEXT:
                return
            received = json.loads(message.data)
            refusal = self._receive(connection, received["op"], received.get("d"))
            if refusal is not None:
                await connection.socket.close(code=refusal)
                return

    def _receive(self, connection: Connection, op: int, data: Any) -> CloseCode | None:
        """Act on one message; returns the code to close the connection with, if it must end."""
        if op == Op.HEARTBEAT:
            connection.heartbeats += 1
            connection.send(Op.ACK)
        elif op == Op.IDENTIFY:
            return self._identify(connection, data)
        elif op == Op.RESUME:
            return self._resume(connection, data)
        elif connection.session is None:
            return CloseCode.NOT_AUTHENTICATED
        elif op not in _IGNORED:
            return CloseCode.UNKNOWN_OPCODE
        return None

    def _identify(self, connection: Connection, data: dict[str, Any]) -> CloseCode | None:
        state, intents = self._state, int(data["intents"])
        if data["token"] != state.token:
            return CloseCode.AUTHENTICATION_FAILED
        if intents & PRIVILEGED & ~state.privileged_intents:
            return CloseCode.DISALLOWED_INTENTS
        state.identifies_left -= 1
        shard_id, shard_count = data.get("shard") or (0, 1)
        session = Session(f"session-{state.ids.next():x}", (shard_id, shard_count), intents, connection)
        self._sessions = {
            key: kept
            for key, kept in self._sessions.items()
            if kept.connection is not None or kept.shard != session.shard
        }
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
        return None

    def _resume(self, connection: Connection, data: dict[str, Any]) -> CloseCode | None:
        if data["token"] != self._state.token:
            return CloseCode.AUTHENTICATION_FAILED
        session = self._sessions.get(data["session_id"])
        if session is None:
            connection.send(Op.INVALID_SESSION, data=False)
            return None
        session.connection = connection
        connection.session = session
        for sequence, text in session.sent:
            if sequence > data["seq"]:
                connection.outbox.put_nowait(text)
        session.dispatch("RESUMED", json.dumps({}))
        self.ready.publish(session)
        return None

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
