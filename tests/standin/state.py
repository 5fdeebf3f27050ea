"""All that the stand-in knows; it outlives every connection of the bot."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from tests.standin.attachments import Cdn
from tests.standin.clock import Clock, Snowflakes
from tests.standin.commands import Commands
from tests.standin.errors import (
    MISSING_ACCESS,
    MISSING_PERMISSIONS,
    UNKNOWN_CHANNEL,
    UNKNOWN_GUILD,
    UNKNOWN_USER,
    ApiError,
)
from tests.standin.feed import Feed
from tests.standin.interactions import Interactions
from tests.standin.limits import Limits, RateLimiter
from tests.standin.messages import Messages
from tests.standin.starts import SessionStarts
from tests.standin.world import Channel, ChannelType, Guild, Permission, User, resolve_permissions

if TYPE_CHECKING:
    from tests.standin.attachments import Attachment
    from tests.standin.calls import Call
    from tests.standin.messages import Message


class Intent(enum.IntFlag):
    """What a session asks to hear of, as far as the stand-in tells it."""

    GUILDS = 1 << 0
    MEMBERS = 1 << 1
    PRESENCES = 1 << 8
    GUILD_MESSAGES = 1 << 9
    DIRECT_MESSAGES = 1 << 12
    MESSAGE_CONTENT = 1 << 15


# https://docs.discord.com/developers/events/gateway#list-of-intents, read on 2026-11-28.
KNOWN_INTENTS = (1 << 17) - 1 | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25
PRIVILEGED = Intent.MEMBERS | Intent.PRESENCES | Intent.MESSAGE_CONTENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that the gateway tells; `intent` is the bit that a session needs to hear it.

    `message` is the one that the data describes: a session without the message-content intent may not read it.
    """

    name: str
    data: dict[str, Any]
    guild: Guild | None = None
    intent: int = 0
    message: Message | None = None


class Audience(Protocol):
    """Who listens to what happens: the gateway."""

    @property
    def is_heard(self) -> bool:
        """Whether somebody listens at all."""

    def dispatch(self, event: Event) -> None:
        """Tell an event."""


class _Nobody:
    is_heard = False

    def dispatch(self, event: Event) -> None:
        """Tell nobody."""


class State:
    """The world, what the bot has asked for, and what became of it."""

    def __init__(self, *, token: str) -> None:
        self.token = token
        self.clock = Clock()
        self.ids = Snowflakes(self.clock)
        self.limits = Limits()
        self.rates = RateLimiter()
        self.application_id = self.ids.next()
        self.bot = User(id=self.ids.next(), name="easel", bot=True)
        self.privileged_intents = 0
        self.users: dict[int, User] = {self.bot.id: self.bot}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.cdn = Cdn()
        self.given_files: list[Attachment] = []
        self.messages = Messages()
        self.commands = Commands(self.ids, self.application_id)
        self.interactions = Interactions(self)
        self.calls: Feed[Call] = Feed()
        self.nonces: dict[tuple[int, str], Message] = {}
        self.base_url = ""
        self.starts = SessionStarts(self.clock, self.limits)
        self.audience: Audience = _Nobody()
        self.messages.listeners.append(self.interactions.hear)

    @property
    def gateway_url(self) -> str:
        """Where the gateway listens."""
        return f"{self.base_url.replace('http', 'ws', 1)}/gateway"

    def channel(self, channel_id: int) -> Channel:
        """Return a channel; raises `ApiError` 10003."""
        channel = self.channels.get(channel_id)
        if channel is None:
            raise ApiError(UNKNOWN_CHANNEL)
        return channel

    def guild(self, guild_id: int) -> Guild:
        """Return a guild that the bot is in; raises `ApiError` 10004."""
        guild = self.guilds.get(guild_id)
        if guild is None or not guild.has_bot:
            raise ApiError(UNKNOWN_GUILD)
        return guild

    def user(self, user_id: int) -> User:
        """Return a user; raises `ApiError` 10013."""
        user = self.users.get(user_id)
        if user is None:
            raise ApiError(UNKNOWN_USER)
        return user

    def open_dm(self, user: User) -> Channel:
        """Return the direct messages between the bot and a user, made when there are none yet."""
        for channel in self.channels.values():
            if channel.recipient is user:
                return channel
        channel = Channel(id=self.ids.next(), name=user.name, type=ChannelType.DM, recipient=user)
        self.channels[channel.id] = channel
        return channel

    def require(self, channel: Channel, needed: Permission) -> None:
        """Check what the bot may do in a channel; raises `ApiError` 50001 or 50013."""
        granted = resolve_permissions(self.bot, channel)
        if not granted & Permission.VIEW_CHANNEL:
            raise ApiError(MISSING_ACCESS)
        if needed & ~granted:
            raise ApiError(MISSING_PERMISSIONS)

    def file_limit(self, channel: Channel, user: User | None = None) -> int:
        """Return the bytes that one file may have in a channel, for a user's interaction or for the bot's own post."""
        limits = [self.limits.attachment_size_bytes]
        if channel.guild is not None:
            limits.append(channel.guild.attachment_size_limit)
        if user is not None:
            limits.append(user.attachment_size_limit)
        return max(limits)
