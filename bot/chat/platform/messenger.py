"""Calls of Discord on behalf of a job, which may be older than this process: by ids and tokens, with no interaction."""

import asyncio
import contextvars
from collections.abc import Coroutine, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

import discord

from bot.chat.platform.errors import FAILURES, code_of, meaning_of, reading_answers
from bot.chat.platform.guilds import Guilds
from bot.chat.platform.own_messages import own_messages
from bot.chat.platform.permissions import missing_permissions
from bot.chat.platform.raw_messages import Notice, edit_message, edit_response, in_woken_thread, send_message
from bot.chat.platform.refusals import NOT_THERE
from bot.chat.platform.transport import asked_once
from bot.domain.job import Origin
from bot.meters import Meters

T = TypeVar("T")


class Messenger:
    """Edits answers, sends messages and looks for messages that were sent.

    discord.py keeps what it needs for webhooks in a context variable, so every call runs in a task with the context
    in which the client was set up, wherever it comes from.
    """

    def __init__(self, client: discord.Client, meters: Meters, *, guilds: Guilds) -> None:
        self._client = client
        self._guilds = guilds
        self._meters = meters
        self._context: contextvars.Context

    def start(self) -> None:
        """Begin, in the client's `setup_hook`."""
        self._context = contextvars.copy_context()

    @property
    def application_id(self) -> int:
        """The bot's application; 0 before it has logged in."""
        return self._client.application_id or 0

    async def edit_original(
        self,
        origin: Origin,
        content: str,
        *,
        files: Sequence[discord.File] | None = None,
        view: discord.ui.View | None = None,
        once: bool = False,
    ) -> int:
        """Make the original answer what is given here; gives the message's id.

        None for `files` leaves its files as they are, None for `view` takes its buttons away. It may be done twice,
        unless `once` is said: then what fails is not asked again.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
        """
        attachments = discord.utils.MISSING if files is None else list(files)
        edit = self._edit_reply if origin.answer_id is not None else self._edit_response
        return await self._run(edit(origin, content, attachments, view), once=once)

    async def send(
        self,
        origin: Origin,
        content: str,
        *,
        files: Sequence[discord.File],
        nonce: str,
        view: discord.ui.View | None,
        silent: bool = False,
    ) -> int:
        """Send a message to the channel of a request, which may mention its asker; gives its id.

        To a message it is a reply, which by itself pings nobody. Discord sends nothing new for a `nonce` that it has
        seen in the last minutes. With `silent` nobody gets a notification; the mention is to be seen all the same.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
        """
        sending = send_message(
            self._client,
            origin.channel_id,
            content,
            nonce=nonce,
            files=files,
            view=view,
            notice=Notice(
                mentions=discord.AllowedMentions(everyone=False, roles=False, users=[discord.Object(origin.user_id)]),
                reply_to=origin.reply_to,
                silent=silent,
            ),
        )
        return await self._run(sending)

    async def write(self, user_id: int, content: str) -> None:
        """Write to a person alone.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
        """
        await self._run(self._write(user_id, content))

    async def find_sent(
        self, origin: Origin, *, since: datetime, file_names: Sequence[str], content: str
    ) -> int | None:
        """Look in the channel for a message of ours with these files, or with this very text where there are none.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
        """
        return await self._run(self._find_sent(origin, since=since, file_names=file_names, content=content))

    async def find_reply(self, origin: Origin) -> int | None:
        """Look in the channel for our reply to the message that asked.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
        """
        return await self._run(self._find_reply(origin))

    async def delete(self, channel_id: int, message_id: int) -> None:
        """Delete a message of ours; one that is gone is no error.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
        """
        message = self._client.get_partial_messageable(channel_id).get_partial_message(message_id)
        try:
            await self._run(in_woken_thread(self._client, channel_id, message.delete))
        except FAILURES as error:
            if meaning_of(error) not in NOT_THERE:
                raise

    async def attachments_of(self, channel_id: int, message_id: int) -> list[discord.Attachment]:
        """List the attachments of a message of ours, with links that are good for a while.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
        """
        return (await self.fetch(channel_id, message_id)).attachments

    async def fetch(self, channel_id: int, message_id: int) -> discord.Message:
        """Fetch a message of ours.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
        """
        return await self._run(self._client.get_partial_messageable(channel_id).fetch_message(message_id))

    async def edit(
        self,
        channel_id: int,
        message_id: int,
        content: str,
        *,
        files: Sequence[discord.File],
        view: discord.ui.View | None,
    ) -> None:
        """Edit a message of ours, wherever it is; None for `view` leaves its buttons as they are.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
        """
        shown = discord.utils.MISSING if view is None else view
        editing = edit_message(
            self._client, channel_id, message_id, content=content, attachments=list(files), view=shown
        )
        await self._run(editing)

    async def missing_permissions(self, origin: Origin) -> tuple[str, ...]:
        """List what the bot may not do in the channel of a request.

        What the gateway tells this process is true now. Where it tells nothing, what is kept with the request counts
        for as long as its answer can be edited, and needs no message of its own; then Discord is asked.
        """
        if origin.guild_id is None:
            return ()
        guild, kept = self._guilds.find(origin.guild_id), origin.app_permissions
        if guild is None and (kept is None or datetime.now(UTC) >= origin.expires_at):
            guild = await self._run(self._guilds.load(origin.guild_id))
        channel = guild.get_channel_or_thread(origin.channel_id) if guild else None
        if guild is not None and channel is not None:
            in_thread = isinstance(channel, discord.Thread)
            return missing_permissions(channel.permissions_for(guild.me), in_thread=in_thread)
        if kept is None:
            return ()
        granted = discord.Permissions(kept)
        # What kind of channel it is, they do not tell.
        return missing_permissions(granted, in_thread=granted.send_messages_in_threads and not granted.send_messages)

    async def _edit_reply(self, origin: Origin, content: str, attachments: Any, view: discord.ui.View | None) -> int:
        assert origin.answer_id is not None  # noqa: S101 - looked at by the caller
        await edit_message(
            self._client, origin.channel_id, origin.answer_id, content=content, attachments=attachments, view=view
        )
        return origin.answer_id

    async def _edit_response(self, origin: Origin, content: str, attachments: Any, view: discord.ui.View | None) -> int:
        return await edit_response(
            self._client, origin.application_id, origin.token, content=content, attachments=attachments, view=view
        )

    async def _write(self, user_id: int, content: str) -> None:
        channel = await self._client.create_dm(discord.Object(user_id))
        await send_message(self._client, channel.id, content)

    async def _find_sent(
        self, origin: Origin, *, since: datetime, file_names: Sequence[str], content: str
    ) -> int | None:
        async for message in own_messages(self._client, origin.channel_id, since=since):
            names = {_stem(name) for name in message.file_names}
            if names & {_stem(name) for name in file_names} or (not file_names and message.content == content):
                return message.id
        return None

    async def _find_reply(self, origin: Origin) -> int | None:
        assert origin.reply_to is not None  # noqa: S101 - looked at by the caller
        since = discord.utils.snowflake_time(origin.reply_to)
        async for message in own_messages(self._client, origin.channel_id, since=since):
            if message.reply_to == origin.reply_to:
                return message.id
        return None

    async def _run(self, call: Coroutine[Any, Any, T], *, once: bool = False) -> T:
        context = self._context.copy()
        context.run(asked_once.set, once)
        task = asyncio.get_running_loop().create_task(call, context=context)
        try:
            with reading_answers():
                return await task
        except FAILURES as error:
            # Without an answer, or with one that cannot be read, there is neither.
            self._meters.discord_failed(status=getattr(error, "status", 0), code=code_of(error))
            raise
        finally:
            task.cancel()


def _stem(file_name: str) -> str:
    """Name a file without what Discord, a spoiler or another encoding adds to its name."""
    return file_name.removeprefix("SPOILER_").rpartition(".")[0]
