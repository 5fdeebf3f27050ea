"""Messages of the bot's own, sent and edited without reading more of Discord's answers than the ids in them.

What Discord has taken is out, whether or not discord.py can read what it says of it.
"""

import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord.http import handle_message_parameters
from discord.webhook.async_ import async_context

from bot.chat.platform.errors import FAILURES, UnreadableAnswer, meaning_of, read_id
from bot.chat.platform.refusals import Meaning

MISSING: Any = discord.utils.MISSING
_NOBODY = discord.AllowedMentions.none()
_THREAD_IN_FORUM = discord.ChannelType.public_thread.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Who hears of a message: those whom it may mention, as an answer to the message that it replies to.

    The author of that hears of it only where `mentions` says so. With `silent` nobody gets a notification; whoever is
    mentioned still finds it among their mentions.
    """

    mentions: discord.AllowedMentions = _NOBODY
    reply_to: int | None = None
    silent: bool = False


_NO_NOTICE = Notice()


async def send_message(
    client: discord.Client,
    channel_id: int,
    content: str,
    *,
    nonce: str | None = None,
    files: Sequence[discord.File] = (),
    view: discord.ui.View | None = None,
    notice: Notice = _NO_NOTICE,
) -> int:
    """Send a message to a channel; gives its id.

    Discord sends nothing new for a `nonce` that it has seen in the last minutes.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
    """
    with handle_message_parameters(
        content=content,
        files=list(files) or MISSING,
        view=MISSING if view is None else view,
        nonce=nonce or secrets.randbits(64),
        flags=_flags(silent=notice.silent),
        allowed_mentions=notice.mentions,
        mention_author=None if notice.reply_to is None else False,
        message_reference=MISSING if notice.reply_to is None else _reference(channel_id, notice.reply_to),
    ) as params:
        return read_id(await client.http.send_message(channel_id, params=params))


async def edit_message(
    client: discord.Client,
    channel_id: int,
    message_id: int,
    *,
    content: Any = MISSING,
    attachments: Sequence[discord.File] = MISSING,
    view: discord.ui.View | None = MISSING,
) -> None:
    """Edit a message; what is left out stays.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
    """
    for file in () if attachments is MISSING else attachments:
        file.reset(seek=True)
    with handle_message_parameters(
        content=content, attachments=attachments, view=view, allowed_mentions=_NOBODY
    ) as params:
        await client.http.edit_message(channel_id, message_id, params=params)


async def edit_response(
    client: discord.Client,
    application_id: int,
    token: str,
    *,
    content: str,
    attachments: Sequence[discord.File] = MISSING,
    view: discord.ui.View | None,
) -> int:
    """Edit the original answer of an interaction of which only the token is left; gives its id.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
    """
    # What `Interaction.edit_original_response` does.
    webhook = discord.Webhook.partial(application_id, token, client=client)
    adapter = async_context.get()
    way: dict[str, Any] = {
        "session": webhook.session,
        "proxy": webhook.proxy,
        "proxy_auth": webhook.proxy_auth,
    }
    with handle_message_parameters(
        content=content, attachments=attachments, view=view, allowed_mentions=_NOBODY
    ) as params:
        message = await adapter.edit_original_interaction_response(
            application_id,
            token,
            payload=params.payload,
            multipart=params.multipart,
            files=params.files,
            **way,
        )
    try:
        return read_id(message)
    except UnreadableAnswer:
        return read_id(await adapter.get_original_interaction_response(application_id, token, **way))


async def in_woken_thread(client: discord.Client, channel_id: int, work: Callable[[], Awaitable[None]]) -> None:
    """Do something in a channel; where that is a thread which is asleep, wake it and do it once more.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
    """
    try:
        await work()
    except FAILURES as error:
        if meaning_of(error) is not Meaning.ARCHIVED:
            raise
        # Refused where the thread is locked as well; Discord's API reference, "Modify Channel", `archived`.
        await client.http.edit_channel(channel_id, archived=False)
        await work()


async def start_thread(
    client: discord.Client,
    forum: discord.ForumChannel,
    content: str,
    *,
    title: str,
    files: Sequence[discord.File],
    view: discord.ui.View | None,
    tags: Sequence[discord.ForumTag],
    silent: bool = False,
) -> tuple[int, int]:
    """Start a thread in a forum, `silent` as in `Notice`; gives its id and that of its first message.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
    """
    # What `ForumChannel.create_thread` does.
    thread = {
        "name": title,
        "auto_archive_duration": forum.default_auto_archive_duration,
        "type": _THREAD_IN_FORUM,
        "applied_tags": [str(tag.id) for tag in tags],
    }
    with handle_message_parameters(
        content=content,
        files=list(files) or MISSING,
        view=MISSING if view is None else view,
        flags=_flags(silent=silent),
        allowed_mentions=_NOBODY,
        channel_payload=thread,
    ) as params:
        answer: Any = await client.http.start_thread_in_forum(forum.id, params=params)
    thread_id = read_id(answer)
    try:
        return thread_id, read_id(answer["message"])
    except (KeyError, UnreadableAnswer):
        # A forum's thread has the id of its first message (Discord's "Threads").
        return thread_id, thread_id


def _flags(*, silent: bool) -> discord.MessageFlags:
    """Give the flags of a message that shows no previews of its links."""
    return discord.MessageFlags(suppress_embeds=True, suppress_notifications=silent)


def _reference(channel_id: int, message_id: int) -> Any:
    return {"message_id": str(message_id), "channel_id": str(channel_id), "fail_if_not_exists": False}
