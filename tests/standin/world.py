"""Users, guilds and channels, and who may do what where."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field


class Permission(enum.IntFlag):
    """The permissions that the stand-in looks at."""

    ADMINISTRATOR = 1 << 3
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    USE_APPLICATION_COMMANDS = 1 << 31
    SEND_MESSAGES_IN_THREADS = 1 << 38


NO_PERMISSION = Permission(0)
# What the bot asks for in its invitation.
BOT_PERMISSIONS = Permission(274_878_024_704)
MEMBER_PERMISSIONS = BOT_PERMISSIONS | Permission.USE_APPLICATION_COMMANDS
ALL_PERMISSIONS = Permission(sum(Permission))


class ChannelType(enum.IntEnum):
    """The kinds of channels that the stand-in has."""

    TEXT = 0
    DM = 1
    PUBLIC_THREAD = 11


@dataclass(slots=True, kw_only=True)
class User:
    """A person, or the bot.

    `attachment_size_limit` in bytes is what a paid plan raises; `entitlements` go into the interactions as they are.
    """

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    attachment_size_limit: int = 0
    entitlements: list[dict[str, object]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overwrite:
    """What a channel allows and denies to a role or a member, by its id."""

    allow: Permission = NO_PERMISSION
    deny: Permission = NO_PERMISSION


@dataclass(slots=True, kw_only=True)
class Guild:
    """A server; `has_bot=False` means that the app is there with a user who installed it, and nothing else."""

    id: int
    name: str
    owner: User
    bot_role_id: int
    joined_at: float
    locale: str = "en-US"
    has_bot: bool = True
    attachment_size_limit: int = 0
    bot_permissions: Permission = BOT_PERMISSIONS
    member_permissions: Permission = MEMBER_PERMISSIONS
    members: dict[int, User] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True, eq=False)
class Channel:
    """A text channel, a thread in one, or the direct messages with one user."""

    id: int
    name: str
    type: ChannelType
    guild: Guild | None = None
    parent: Channel | None = None
    recipient: User | None = None
    overwrites: dict[int, Overwrite] = field(default_factory=dict)


def resolve_permissions(user: User, channel: Channel) -> Permission:
    """Return what a user may do in a channel, by Discord's order of roles and overwrites."""
    guild = channel.guild
    if guild is None:
        return MEMBER_PERMISSIONS
    if user.bot and not guild.has_bot:
        return NO_PERMISSION
    if user.id == guild.owner.id:
        return ALL_PERMISSIONS
    granted = guild.bot_permissions if user.bot else guild.member_permissions
    if granted & Permission.ADMINISTRATOR:
        return ALL_PERMISSIONS
    overwrites = (channel.parent or channel).overwrites
    for target in (guild.id, guild.bot_role_id if user.bot else 0, user.id):
        overwrite = overwrites.get(target)
        if overwrite is not None:
            granted = (granted & ~overwrite.deny) | overwrite.allow
    return granted if granted & Permission.VIEW_CHANNEL else NO_PERMISSION
