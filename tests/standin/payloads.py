"""Users, guilds, channels and messages in the JSON that Discord writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.standin.clock import to_iso
from tests.standin.messages import MessageType
from tests.standin.world import ChannelType, resolve_permissions

if TYPE_CHECKING:
    from tests.standin.messages import Message
    from tests.standin.world import Channel, Guild, User

_BOT_ROLE_NAME = "Bot"


def user_to_json(user: User) -> dict[str, Any]:
    """Encode a user as others see it."""
    return {
        "id": str(user.id),
        "username": user.name,
        "discriminator": "0",
        "global_name": None if user.bot else user.name.title(),
        "avatar": None,
        "bot": user.bot,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }


def member_to_json(user: User, guild: Guild, *, with_user: bool = True) -> dict[str, Any]:
    """Encode a user as a member of a guild."""
    body: dict[str, Any] = {
        "avatar": None,
        "banner": None,
        "communication_disabled_until": None,
        "flags": 0,
        "joined_at": to_iso(guild.joined_at),
        "nick": None,
        "pending": False,
        "premium_since": None,
        "roles": [str(guild.bot_role_id)] if user.bot else [],
        "mute": False,
        "deaf": False,
    }
    return body | {"user": user_to_json(user)} if with_user else body


def _role_to_json(role_id: int, name: str, permissions: int, position: int) -> dict[str, Any]:
    return {
        "id": str(role_id),
        "name": name,
        "description": None,
        "permissions": str(permissions),
        "position": position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": position > 0,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def guild_to_json(guild: Guild) -> dict[str, Any]:
    """Encode a guild as `GET /guilds/{id}` gives it."""
    return {
        "id": str(guild.id),
        "name": guild.name,
        "owner_id": str(guild.owner.id),
        "roles": [
            _role_to_json(guild.id, "@everyone", guild.member_permissions, 0),
            _role_to_json(guild.bot_role_id, _BOT_ROLE_NAME, guild.bot_permissions, 1),
        ],
        "preferred_locale": guild.locale,
        "features": [],
        "emojis": [],
        "stickers": [],
        "region": "deprecated",
        "afk_timeout": 300,
        "system_channel_flags": 0,
        "verification_level": 0,
        "default_message_notifications": 0,
        "mfa_level": 0,
        "explicit_content_filter": 0,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "max_members": 500_000,
        "max_video_channel_users": 25,
        "max_stage_video_channel_users": 50,
        "nsfw_level": 0,
        "nsfw": False,
        "premium_progress_bar_enabled": False,
        "widget_enabled": False,
    } | dict.fromkeys(
        (
            "icon",
            "description",
            "home_header",
            "splash",
            "discovery_splash",
            "banner",
            "application_id",
            "afk_channel_id",
            "system_channel_id",
            "widget_channel_id",
            "max_presences",
            "vanity_url_code",
            "rules_channel_id",
            "safety_alerts_channel_id",
            "public_updates_channel_id",
            "incidents_data",
        )
    )


def guild_create_to_json(guild: Guild, members: list[User]) -> dict[str, Any]:
    """Encode the GUILD_CREATE event; `members` are those that the session's intents let it see."""
    channels = list(guild.channels.values())
    return guild_to_json(guild) | {
        "joined_at": to_iso(guild.joined_at),
        "large": False,
        "unavailable": False,
        "member_count": len(guild.members),
        "members": [member_to_json(user, guild) for user in members],
        "channels": [channel_to_json(channel) for channel in channels if channel.type is ChannelType.TEXT],
        "threads": [channel_to_json(channel) for channel in channels if channel.type is ChannelType.PUBLIC_THREAD],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def channel_to_json(channel: Channel, *, seen_by: User | None = None) -> dict[str, Any]:
    """Encode a channel; in an interaction it says what `seen_by` may do there."""
    body: dict[str, Any] = {"id": str(channel.id), "type": int(channel.type), "flags": 0, "last_message_id": None}
    if channel.recipient is not None:
        return body | {"recipients": [user_to_json(channel.recipient)]}
    if channel.guild is None:
        raise AssertionError(channel)
    body |= {"guild_id": str(channel.guild.id), "name": channel.name, "rate_limit_per_user": 0, "nsfw": False}
    if seen_by is not None:
        body["permissions"] = str(int(resolve_permissions(seen_by, channel)))
    if channel.parent is not None:
        return body | {
            "parent_id": str(channel.parent.id),
            "owner_id": str(channel.guild.owner.id),
            "message_count": 0,
            "member_count": 2,
            "total_message_sent": 0,
            "thread_metadata": {
                "archived": False,
                "auto_archive_duration": 1440,
                "archive_timestamp": to_iso(channel.guild.joined_at),
                "locked": False,
            },
        }
    overwrites = [
        {
            "id": str(target),
            "type": 0 if target in {channel.guild.id, channel.guild.bot_role_id} else 1,
            "allow": str(int(overwrite.allow)),
            "deny": str(int(overwrite.deny)),
        }
        for target, overwrite in channel.overwrites.items()
    ]
    return body | {"position": 0, "topic": None, "parent_id": None, "permission_overwrites": overwrites}


def message_to_json(message: Message, *, application_id: int) -> dict[str, Any]:
    """Encode a message as REST gives it."""
    body: dict[str, Any] = {
        "id": str(message.id),
        "type": int(message.type),
        "channel_id": str(message.channel.id),
        "author": user_to_json(message.author),
        "content": message.content,
        "timestamp": to_iso(message.created_at),
        "edited_timestamp": None if message.edited_at is None else to_iso(message.edited_at),
        "tts": message.tts,
        "mention_everyone": message.mentions_everyone,
        "mentions": [user_to_json(user) for user in message.mentions],
        "mention_roles": [],
        "attachments": [attachment.to_json() for attachment in message.attachments],
        "embeds": list(message.embeds),
        "components": list(message.components),
        "pinned": False,
        "flags": int(message.flags),
    }
    if message.nonce is not None:
        body["nonce"] = message.nonce
    if message.interaction_metadata is not None:
        body |= {
            "application_id": str(application_id),
            "webhook_id": str(application_id),
            "interaction_metadata": message.interaction_metadata,
        }
    if message.type is MessageType.REPLY:
        referenced = message.reference
        body["referenced_message"] = (
            None if referenced is None else message_to_json(referenced, application_id=application_id)
        )
        if referenced is not None:
            body["message_reference"] = {
                "type": 0,
                "channel_id": str(referenced.channel.id),
                "message_id": str(referenced.id),
            }
    return body


def message_event_to_json(message: Message, *, application_id: int) -> dict[str, Any]:
    """Encode a message as the gateway gives it: with its guild and its author's membership."""
    body = message_to_json(message, application_id=application_id)
    guild = message.channel.guild
    if guild is not None:
        body |= {"guild_id": str(guild.id), "member": member_to_json(message.author, guild, with_user=False)}
    return body
