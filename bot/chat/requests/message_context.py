"""A message that asks: its acknowledgement and its answer are one reply, and a refusal goes after a while."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import discord
import structlog

from bot.chat.delivery.buttons import CancelButton
from bot.chat.platform.caller import caller_of_message, guild_id_of
from bot.chat.platform.components import view_of
from bot.chat.platform.errors import FAILURES, meaning_of
from bot.chat.platform.files import file_limit
from bot.chat.platform.messenger import Messenger
from bot.chat.platform.permissions import check_channel, granted_in
from bot.chat.platform.refusals import Meaning
from bot.chat.requests.passing_replies import PassingReplies
from bot.domain.errors import EaselError, NotAllowed
from bot.domain.job import Origin
from bot.words import conversation as conversation_words
from bot.words import failures as failures_words
from bot.words.language.spoken import speaking, spoken
from bot.words.places import named

EDITS_LAST = timedelta(minutes=58)
"""Of a message: one that is older than an hour can be edited only rarely (Discord's error 30046)."""

log = structlog.get_logger(__name__)


class MessageContext:
    """A message that mentions the bot, or one in a conversation with it alone."""

    has_to_be_acknowledged = False

    def __init__(
        self,
        message: discord.Message,
        messenger: Messenger,
        passing_replies: PassingReplies,
        language_of: Callable[[int], str | None] = lambda _: None,
    ) -> None:
        """Write to its author alone in the language that `language_of` gives, where it knows one."""
        self._message = message
        self._messenger = messenger
        self._passing_replies = passing_replies
        self._language_of = language_of
        self.id = message.id
        self.user_id = message.author.id
        self.guild_id = guild_id_of(message)
        self.caller = self.caller_in_public = caller_of_message(message)
        self._answer_id: int | None = None

    def check(self) -> None:
        """Refuse where a reply could not be posted, as `RequestContext` says."""
        channel, guild = self._message.channel, self._message.guild
        check_channel(channel, guild)
        if guild is None or not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
            return
        if not channel.permissions_for(guild.me).read_message_history:
            # A reply needs it, and no other message does; Discord's API reference, "Create Message".
            raise NotAllowed(permissions=("read_message_history",))

    def origin(self, *, private: bool, spoiler: bool) -> Origin:
        """Answer with a reply; there is no private one to a message."""
        return Origin(
            application_id=self._messenger.application_id,
            token="",
            expires_at=datetime.now(UTC) + EDITS_LAST,
            channel_id=self._message.channel.id,
            guild_id=self.guild_id,
            user_id=self.user_id,
            private=private,
            spoiler=spoiler,
            filesize_limit_bytes=file_limit(self._message.guild),
            reply_to=self.id,
            language=spoken(),
            app_permissions=granted_in(self._message.channel, self._message.guild),
        )

    async def acknowledge(self, prompt: str, *, private: bool) -> int | None:
        """Reply that the request is taken, with a button that cancels it."""
        origin = self.origin(private=private, spoiler=False)
        try:
            self._answer_id = await self._send_acknowledgement(origin, prompt)
        except FAILURES as error:
            meaning = meaning_of(error)
            if meaning is Meaning.WORDS_BLOCKED:
                self._answer_id = await self._send_acknowledgement(origin, None)
            elif meaning is Meaning.REPLY_BARRED:
                self._answer_id = await self._send_acknowledgement(replace(origin, reply_to=None), prompt)
            else:
                raise
        return self._answer_id

    async def _send_acknowledgement(self, origin: Origin, prompt: str | None) -> int:
        return await self._messenger.send(
            origin,
            conversation_words.taken_in(prompt),
            files=(),
            nonce=f"{self.id}-0",
            view=view_of(CancelButton(self.id)),
        )

    async def explain(self, error: EaselError, *, prompt: str, view: discord.ui.View | None = None) -> bool:  # noqa: ARG002 - the message still has the words
        """Say it in our reply, which goes after a while; where that does not go, write to the asker."""
        text = failures_words.explain(error, typed=True)
        if self.guild_id is not None:
            text = f"{text}\n{conversation_words.passing(self._passing_replies.next_end())}"
        for way in (self._edit, self._reply) if self._answer_id is not None else (self._reply,):
            try:
                answer_id = await way(text, view)
            except FAILURES as refusal:
                log.info("words_refused", cause=refusal)
            else:
                self._let_go(answer_id)
                return True
        return await self._try_to_write(error)

    async def take_back(self) -> None:
        """Delete the reply that the request is taken."""
        if self._answer_id is None:
            return
        try:
            await self._messenger.delete(self._message.channel.id, self._answer_id)
        except FAILURES as error:
            log.info("acknowledgement_stays", cause=error)

    async def explain_alone(self, error: EaselError) -> None:
        """Write to the asker alone; where that does not go, say in a reply that goes away how to read it."""
        if await self._try_to_write(error):
            return
        try:
            self._let_go(await self._reply(conversation_words.said_alone(), None))
        except FAILURES:
            log.warning("answer_lost")

    def _let_go(self, answer_id: int) -> None:
        if self.guild_id is not None:
            self._passing_replies.let_go(self._message.channel.id, answer_id)

    async def _edit(self, text: str, view: discord.ui.View | None) -> int:
        origin = replace(self.origin(private=False, spoiler=False), answer_id=self._answer_id)
        return await self._messenger.edit_original(origin, text, view=view)

    async def _reply(self, text: str, view: discord.ui.View | None) -> int:
        origin = self.origin(private=False, spoiler=False)
        return await self._messenger.send(origin, text, files=(), nonce=f"{self.id}-e", view=view)

    async def _try_to_write(self, error: EaselError) -> bool:
        try:
            with speaking(self._language_of(self.user_id) or spoken()):
                await self._write(error)
        except FAILURES as refusal:
            log.info("words_refused", cause=refusal)
            return False
        return True

    async def _write(self, error: EaselError) -> None:
        if self.guild_id is None:
            await self._messenger.write(self.user_id, failures_words.explain(error, typed=True))
            return
        # It is read elsewhere than where it happened.
        channel_id = self._message.channel.id
        text = failures_words.explain(error, place=named(channel_id), typed=True)
        said = conversation_words.about_message(self._message.jump_url, channel_id, text)
        await self._messenger.write(self.user_id, said)
