"""Messages in channels that are known by their ids; in a forum each of them is the first of a thread of its own."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import discord
import structlog

from bot.chat.platform.errors import FAILURES, meaning_of, reading_answers
from bot.chat.platform.files import file_limit
from bot.chat.platform.guilds import Guilds
from bot.chat.platform.languages import Languages
from bot.chat.platform.own_messages import first_id, own_id, own_messages
from bot.chat.platform.raw_messages import Notice, edit_message, in_woken_thread, send_message, start_thread
from bot.chat.platform.refusals import Meaning
from bot.chat.platform.viewer import may_readers_name
from bot.words.language.spoken import speaking

MISSING: Any = discord.utils.MISSING

_NOT_LOOKED_THROUGH = frozenset({Meaning.CLOSED, Meaning.NOWHERE})
_TAGS_AT_MOST = 5
"""Discord's API reference, "Thread Create Params", `applied_tags`."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class SentMessage:
    """A message that is out; with `is_thread` the first one of a forum's thread, which has the thread's own id."""

    id: int
    channel_id: int
    is_thread: bool


class Channels:
    """Sends messages to channels and forums, and looks for messages that were sent."""

    def __init__(self, client: discord.Client, *, languages: Languages, guilds: Guilds) -> None:
        self._client = client
        self._languages = languages
        self._guilds = guilds

    async def fetch(self, channel_id: int) -> Any:
        """Fetch a channel or a thread, unless the gateway has told of it.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
        """
        with reading_answers():
            return self._client.get_channel(channel_id) or await self._client.fetch_channel(channel_id)

    async def edit(
        self,
        channel_id: int,
        message_id: int,
        *,
        content: Any = MISSING,
        files: Sequence[discord.File] = MISSING,
        view: discord.ui.View | None = MISSING,
    ) -> None:
        """Edit a message of ours; what is left out stays.

        In a thread that is asleep nothing can be edited: it is woken first.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
        """
        with reading_answers():
            await in_woken_thread(
                self._client,
                channel_id,
                lambda: edit_message(
                    self._client, channel_id, message_id, content=content, attachments=files, view=view
                ),
            )

    async def delete(self, channel_id: int, message_id: int) -> None:
        """Delete a message of ours, in a thread that is asleep too.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
        """
        message = self._client.get_partial_messageable(channel_id).get_partial_message(message_id)
        with reading_answers():
            await in_woken_thread(self._client, channel_id, message.delete)

    async def may_readers_name(self, guild_id: int, channel_id: int) -> Callable[[int], bool]:
        """Tell of which channels of a server everybody who reads one of them may know."""
        guild = await self._guilds.load(guild_id)
        return may_readers_name(None if guild is None else guild.get_channel_or_thread(channel_id))

    async def is_in(self, channel_id: int, guild_id: int) -> bool:
        """Tell whether a channel or open thread is one of a server."""
        guild = await self._guilds.load(guild_id)
        return guild is not None and guild.get_channel_or_thread(channel_id) is not None

    async def file_limit_bytes(self, guild_id: int) -> int:
        """Tell how many bytes a file may have in a server."""
        return file_limit(await self._guilds.load(guild_id))

    @asynccontextmanager
    async def speaking(self, guild_id: int) -> AsyncIterator[None]:
        """Speak a server's language for a while: what is sent or edited meanwhile is for all who read there."""
        guild = await self._guilds.load(guild_id)
        language = self._languages.of_server(guild_id, None if guild is None else guild.preferred_locale.value)
        with speaking(language, publicly=language):
            yield

    async def send(
        self,
        channel_id: int,
        content: str,
        *,
        title: str,
        nonce: str,
        files: Sequence[discord.File] = (),
        view: discord.ui.View | None = None,
        tags: Sequence[str] = (),
        silent: bool = False,
    ) -> SentMessage:
        """Send a message to a channel, in a forum as a thread with this title.

        To a channel, Discord sends nothing new for a `nonce` that it has seen in the last minutes. Of a forum's tags
        those with the names of `tags` are applied. Mentions in it ping nobody; with `silent` nobody gets a notification
        of it either.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
        """
        channel = await self.fetch(channel_id)
        with reading_answers():
            if isinstance(channel, discord.ForumChannel):
                applied = _pick_tags(channel, tags)
                thread_id, message_id = await start_thread(
                    self._client,
                    channel,
                    content,
                    title=title,
                    files=files,
                    view=view,
                    tags=applied,
                    silent=silent,
                )
                return SentMessage(message_id, thread_id, is_thread=True)
            message_id = await send_message(
                self._client, channel_id, content, nonce=nonce, files=files, view=view, notice=Notice(silent=silent)
            )
            return SentMessage(message_id, channel_id, is_thread=False)

    async def find_sent(self, channel_id: int, first_line: str, *, title: str, since: datetime) -> SentMessage | None:
        """Look for a message of ours with this first line, in a forum for a thread with this title.

        Where nobody may look, there is none.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
        """
        channel = await self.fetch(channel_id)
        if isinstance(channel, discord.ForumChannel):
            me, after = own_id(self._client), first_id(since)
            guild = await self._guilds.load(channel.guild.id)
            threads = (one for one in (guild.threads if guild else ()) if one.parent_id == channel_id)
            ours = (one for one in threads if one.owner_id == me and one.name == title and one.id > after)
            return next((SentMessage(one.id, one.id, is_thread=True) for one in ours), None)
        try:
            with reading_answers():
                async for message in own_messages(self._client, channel_id, since=since):
                    if message.content.partition("\n")[0] == first_line:
                        return SentMessage(message.id, channel_id, is_thread=False)
        except FAILURES as error:
            if meaning_of(error) not in _NOT_LOOKED_THROUGH:
                raise
            log.info("channel_not_looked_through", channel=str(channel_id))
        return None


def _pick_tags(forum: discord.ForumChannel, names: Sequence[str]) -> list[discord.ForumTag]:
    """Pick the tags of a forum by their names; where it wants one of each post, any that members may give."""
    wanted = {name.casefold() for name in names}
    free = [tag for tag in forum.available_tags if not tag.moderated]
    picked = [tag for tag in free if tag.name.casefold() in wanted][:_TAGS_AT_MOST]
    return picked or (free[:1] if forum.flags.require_tag else [])
