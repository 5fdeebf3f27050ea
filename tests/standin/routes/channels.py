"""Routes about channels and the messages that the bot posts there by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.standin.calls import Answer, Call, route
from tests.standin.drafts import Place, draft_changes
from tests.standin.errors import (
    NOT_YOUR_MESSAGE,
    REPLY_NEEDS_HISTORY,
    UNKNOWN_MESSAGE,
    ApiError,
    invalid_form,
)
from tests.standin.messages import Message, MessageFlag, MessageType
from tests.standin.payloads import channel_to_json, message_to_json
from tests.standin.world import NO_PERMISSION, ChannelType, Permission, resolve_permissions

if TYPE_CHECKING:
    from tests.standin.state import State
    from tests.standin.world import Channel


@route("GET", "/channels/{channel_id}")
def get_channel(state: State, call: Call) -> Answer:
    """Tell about a channel."""
    channel = state.channel(call.snowflake("channel_id"))
    state.require(channel, NO_PERMISSION)
    return Answer(200, channel_to_json(channel))


@route("GET", "/channels/{channel_id}/messages")
def list_messages(state: State, call: Call) -> Answer:
    """List messages, newest first, by `before`, `after` and `limit`."""
    channel = state.channel(call.snowflake("channel_id"))
    state.require(channel, NO_PERMISSION)
    if not resolve_permissions(state.bot, channel) & Permission.READ_MESSAGE_HISTORY:
        return Answer(200, [])
    before, after = int(call.query.get("before", 1 << 63)), int(call.query.get("after", 0))
    limit = int(call.query.get("limit", 50))
    chosen = [message for message in state.messages.of_channel(channel) if after < message.id < before]
    chosen = [message for message in chosen if not message.ephemeral]
    # With `after` Discord takes those next to it, and still gives the newest first.
    page = chosen[:limit] if "after" in call.query else chosen[-limit:]
    return Answer(200, [_to_json(state, message) for message in reversed(page)])


@route("POST", "/channels/{channel_id}/messages")
def post_message(state: State, call: Call) -> Answer:
    """Post a message of the bot's; an enforced nonce that was used gives the message that it made."""
    channel, body = state.channel(call.snowflake("channel_id")), call.body or {}
    is_thread = channel.type is ChannelType.PUBLIC_THREAD
    needed = Permission.SEND_MESSAGES_IN_THREADS if is_thread else Permission.SEND_MESSAGES
    if call.uploads:
        needed |= Permission.ATTACH_FILES
    state.require(channel, needed)
    nonce = body.get("nonce")
    if nonce is not None and body.get("enforce_nonce"):
        made = state.nonces.get((channel.id, str(nonce)))
        if made is not None and state.clock.now() - made.created_at <= state.limits.nonce_seconds:
            return Answer(200, _to_json(state, state.messages.find(made.id) or made))
    place = Place(channel=channel, limit_bytes=state.file_limit(channel))
    fields: dict[str, Any] = draft_changes(state, call, place=place, body=body)
    if not resolve_permissions(state.bot, channel) & Permission.EMBED_LINKS:
        fields.pop("embeds", None)
    reference = _find_reference(state, channel, body.get("message_reference"))
    message = state.messages.add(
        Message(
            id=state.ids.next(),
            channel=channel,
            author=state.bot,
            created_at=state.clock.now(),
            type=MessageType.DEFAULT if reference is None else MessageType.REPLY,
            reference=reference,
            nonce=None if nonce is None else str(nonce),
            tts=bool(body.get("tts")),
            **fields,
        )
    )
    if message.nonce is not None:
        state.nonces[channel.id, message.nonce] = message
    return Answer(200, _to_json(state, message))


@route("GET", "/channels/{channel_id}/messages/{message_id}")
def get_message(state: State, call: Call) -> Answer:
    """Give one message."""
    message = _find_message(state, call)
    state.require(message.channel, Permission.READ_MESSAGE_HISTORY)
    return Answer(200, _to_json(state, message))


@route("PATCH", "/channels/{channel_id}/messages/{message_id}")
def patch_message(state: State, call: Call) -> Answer:
    """Edit a message of the bot's own."""
    message = _find_message(state, call)
    if message.author is not state.bot:
        raise ApiError(NOT_YOUR_MESSAGE)
    state.require(message.channel, Permission.ATTACH_FILES if call.uploads else NO_PERMISSION)
    place = Place(channel=message.channel, limit_bytes=state.file_limit(message.channel))
    return Answer(200, _to_json(state, revise(state, call, message=message, place=place, body=call.body or {})))


@route("DELETE", "/channels/{channel_id}/messages/{message_id}")
def delete_message(state: State, call: Call) -> Answer:
    """Delete a message; somebody else's needs the permission."""
    message = _find_message(state, call)
    state.require(message.channel, NO_PERMISSION if message.author is state.bot else Permission.MANAGE_MESSAGES)
    state.messages.delete(message)
    return Answer(204)


@route("POST", "/channels/{channel_id}/typing")
def post_typing(state: State, call: Call) -> Answer:
    """Show that the bot types; nobody looks."""
    state.require(state.channel(call.snowflake("channel_id")), Permission.SEND_MESSAGES)
    return Answer(204)


@route("PUT", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me")
@route("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me")
def react(state: State, call: Call) -> Answer:
    """Add or take back a reaction; the call itself is the record of it."""
    state.require(_find_message(state, call).channel, Permission.READ_MESSAGE_HISTORY)
    return Answer(204)


def revise(state: State, call: Call, *, message: Message, place: Place, body: dict[str, Any]) -> Message:
    """Edit a message: it is loading no more, and whether it is ephemeral stays as it was."""
    changes = draft_changes(state, call, place=place, body=body, before=message)
    lasting = MessageFlag.EPHEMERAL | MessageFlag.COMPONENTS_V2
    flags = (message.flags & lasting) | (changes.pop("flags", 0) & ~(MessageFlag.EPHEMERAL | MessageFlag.LOADING))
    return state.messages.edit(message, flags=flags, edited_at=state.clock.now(), **changes)


def _to_json(state: State, message: Message) -> dict[str, Any]:
    return message_to_json(message, application_id=state.application_id)


def _find_message(state: State, call: Call) -> Message:
    channel = state.channel(call.snowflake("channel_id"))
    state.require(channel, NO_PERMISSION)
    message = state.messages.fetch(call.snowflake("message_id"))
    if message.channel is not channel or message.ephemeral:
        raise ApiError(UNKNOWN_MESSAGE)
    return message


def _find_reference(state: State, channel: Channel, reference: dict[str, Any] | None) -> Message | None:
    if reference is None:
        return None
    if not resolve_permissions(state.bot, channel) & Permission.READ_MESSAGE_HISTORY:
        raise ApiError(REPLY_NEEDS_HISTORY)
    message = state.messages.find(int(reference["message_id"]))
    if message is None and reference.get("fail_if_not_exists", True):
        raise invalid_form("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message")
    return message
