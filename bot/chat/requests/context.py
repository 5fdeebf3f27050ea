"""Where a request comes in: how it is acknowledged, where its answer goes, and how words reach its asker alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Protocol

import discord
import structlog

from bot.chat.delivery.buttons import CancelButton
from bot.chat.platform.caller import caller_of, caller_of_message, guild_id_of
from bot.chat.platform.components import view_of
from bot.chat.platform.error_answers import FOLLOW_UPS_GO, tell_privately
from bot.chat.platform.errors import FAILURES, meaning_of, reading_answers
from bot.chat.platform.files import file_limit
from bot.chat.platform.messenger import Messenger
from bot.chat.platform.permissions import check_channel, check_permissions, is_guest
from bot.chat.platform.public_language import public_language
from bot.chat.platform.refusals import Meaning
from bot.domain.errors import EaselError, NotAllowed
from bot.domain.job import Origin
from bot.service.server_rules import Caller
from bot.words import conversation as conversation_words
from bot.words import failures as failures_words
from bot.words.language.spoken import speaking, spoken
from bot.words.places import named

TOKEN_LIFE = timedelta(minutes=15)
"""Of an interaction; Discord's API reference, "Receiving and Responding"."""
TOKEN_MARGIN = timedelta(seconds=30)
"""A token is not used so shortly before its end: thousands of refused calls would ban this address."""
EDITS_LAST = timedelta(minutes=58)
"""Of a message: one that is older than an hour can be edited only rarely (Discord's error 30046)."""
ALONE_SECONDS = 30.0
"""For how long a reply stays that only says that there is an answer for one person alone."""

log = structlog.get_logger(__name__)


class RequestContext(Protocol):
    """One request as it arrives; `id` is that of the interaction or the message that asks."""

    @property
    def id(self) -> int: ...  # noqa: D102 - said above

    @property
    def user_id(self) -> int: ...  # noqa: D102

    @property
    def guild_id(self) -> int | None: ...  # noqa: D102

    @property
    def caller(self) -> Caller: ...  # noqa: D102

    @property
    def caller_in_public(self) -> Caller: ...  # noqa: D102 - for what everybody reads

    def check(self) -> None:
        """Refuse where a result could not be posted.

        Raises:
            NotAllowed: which permissions the bot lacks here.
        """
        ...

    def origin(self, *, private: bool, spoiler: bool) -> Origin:
        """Say where the answer goes."""
        ...

    async def acknowledge(self, prompt: str, *, private: bool) -> int | None:
        """Show that the request is taken; gives the id of a message that is ours to edit, where there is one.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError: Discord did not take it.
        """
        ...

    @property
    def has_to_be_acknowledged(self) -> bool:
        """Whether Discord tells its asker that nobody answers where the acknowledgement fails."""
        ...

    async def explain(self, error: EaselError, *, view: discord.ui.View | None = None) -> None:
        """Answer with the sentences of an error, and a way out; that they are lost is logged."""
        ...

    async def take_back(self) -> None:
        """Take the acknowledgement back; that this fails is logged."""
        ...


class InteractionContext:
    """A command, a press of a button or a form."""

    has_to_be_acknowledged = True

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        self._interaction = interaction
        self.id = interaction.id
        self.user_id = interaction.user.id
        self.guild_id = interaction.guild_id
        self.caller = caller_of(interaction)
        self.caller_in_public = caller_of(interaction, in_public=True)
        self._is_public = False

    def check(self) -> None:
        """Refuse where a result could not be posted, as `RequestContext` says."""
        check_permissions(self._interaction)

    def origin(self, *, private: bool, spoiler: bool) -> Origin:
        """Answer with the original response of the interaction."""
        interaction = self._interaction
        guest = is_guest(interaction) and not interaction.context.dm_channel
        return Origin(
            application_id=interaction.application_id,
            token=interaction.token,
            expires_at=datetime.now(UTC) + TOKEN_LIFE - TOKEN_MARGIN,
            channel_id=interaction.channel_id or 0,
            guild_id=interaction.guild_id,
            user_id=interaction.user.id,
            private=private,
            spoiler=spoiler,
            filesize_limit_bytes=interaction.filesize_limit,
            guest=guest or interaction.channel_id is None,
            language=spoken() if private else public_language(interaction.guild_locale),
        )

    async def acknowledge(self, prompt: str, *, private: bool) -> int | None:  # noqa: ARG002 - see RequestContext
        """Show "thinking", to the asker alone if `private`."""
        self._is_public = not private
        with reading_answers():
            await self._interaction.response.defer(thinking=True, ephemeral=private)
        return None

    async def explain(self, error: EaselError, *, view: discord.ui.View | None = None) -> None:
        """Answer with the sentences of an error, as `tell` does."""
        with speaking(public_language(self._interaction.guild_locale) if self._is_public else spoken()):
            text = failures_words.explain(error)
        await self.tell(text, view=view)

    async def take_back(self) -> None:
        """Delete "thinking"."""
        try:
            with reading_answers():
                await self._interaction.delete_original_response()
        except FAILURES as error:
            log.info("acknowledgement_stays", cause=error)

    async def tell(self, text: str, *, view: discord.ui.View | None = None) -> None:
        """Answer in place of "thinking" where that is up, else to the asker alone."""
        interaction, nobody = self._interaction, discord.AllowedMentions.none()
        try:
            with reading_answers():
                if interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
                    await interaction.edit_original_response(content=text, view=view, allowed_mentions=nobody)
                    return
        except FAILURES as error:
            if meaning_of(error) not in FOLLOW_UPS_GO:
                log.warning("answer_lost", cause=error)
                return
        await tell_privately(interaction, text, view=view)


class MessageContext:
    """A message that mentions the bot, or one in a conversation with it alone."""

    has_to_be_acknowledged = False

    def __init__(self, message: discord.Message, messenger: Messenger) -> None:
        self._message = message
        self._messenger = messenger
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

    async def explain(self, error: EaselError, *, view: discord.ui.View | None = None) -> None:
        """Put the sentences into our reply where that is up, else reply; where neither goes, write to the asker."""
        edit, reply = partial(self._edit, view=view), partial(self._reply, view=view)
        for way in (edit, reply, self._write) if self._answer_id is not None else (reply, self._write):
            try:
                await way(error)
            except FAILURES as refusal:
                log.info("words_refused", cause=refusal)
            else:
                return
        log.warning("answer_lost")

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
        try:
            await self._write(error)
        except FAILURES as refusal:
            log.info("words_refused", cause=refusal)
        else:
            return
        try:
            with reading_answers():
                await self._message.reply(
                    conversation_words.said_alone(),
                    allowed_mentions=discord.AllowedMentions.none(),
                    mention_author=False,
                    nonce=f"{self.id}-a",
                    delete_after=ALONE_SECONDS,
                )
        except FAILURES:
            log.warning("answer_lost")

    async def _edit(self, error: EaselError, *, view: discord.ui.View | None) -> None:
        origin = replace(self.origin(private=False, spoiler=False), answer_id=self._answer_id)
        await self._messenger.edit_original(origin, failures_words.explain(error), view=view)

    async def _reply(self, error: EaselError, *, view: discord.ui.View | None) -> None:
        origin = self.origin(private=False, spoiler=False)
        text = failures_words.explain(error)
        await self._messenger.send(origin, text, files=(), nonce=f"{self.id}-e", view=view)

    async def _write(self, error: EaselError) -> None:
        if self.guild_id is None:
            await self._messenger.write(self.user_id, failures_words.explain(error))
            return
        # It is read elsewhere than where it happened.
        channel_id = self._message.channel.id
        text = failures_words.explain(error, place=named(channel_id))
        said = conversation_words.about_message(self._message.jump_url, channel_id, text)
        await self._messenger.write(self.user_id, said)
