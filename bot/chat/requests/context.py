"""Where a request comes in: how it is acknowledged, where its answer goes, and how words reach its asker alone.

A message that asks is in `message_context`.
"""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import discord
import structlog

from bot.chat.platform.caller import caller_of
from bot.chat.platform.error_answers import FOLLOW_UPS_GO, tell_privately
from bot.chat.platform.errors import FAILURES, meaning_of, reading_answers
from bot.chat.platform.permissions import check_permissions, is_guest
from bot.domain.errors import EaselError
from bot.domain.job import Origin
from bot.service.server_rules import Caller
from bot.words import conversation as conversation_words
from bot.words import failures as failures_words
from bot.words.language.spoken import speaking, spoken, spoken_publicly

TOKEN_LIFE = timedelta(minutes=15)
"""Of an interaction; Discord's API reference, "Receiving and Responding"."""
TOKEN_MARGIN = timedelta(seconds=30)
"""A token is not used so shortly before its end: thousands of refused calls would ban this address."""

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

    async def explain(self, error: EaselError, *, prompt: str, view: discord.ui.View | None = None) -> bool:
        """Say to the asker alone, as far as that goes, why nothing came of a request, and give back its words.

        False where they are lost, which is logged: the public answer is as it was then.
        """
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
        self._is_ours = False

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
            language=spoken() if private else spoken_publicly(),
            app_permissions=interaction.app_permissions.value,
        )

    async def acknowledge(self, prompt: str, *, private: bool) -> int | None:  # noqa: ARG002 - see RequestContext
        """Show "thinking", to the asker alone if `private`."""
        self._is_public, self._is_ours = not private, True
        with reading_answers():
            await self._interaction.response.defer(thinking=True, ephemeral=private)
        return None

    async def explain(self, error: EaselError, *, prompt: str, view: discord.ui.View | None = None) -> bool:
        """Answer as `tell` does, in the language of the asker; a public answer that is up already goes for it."""
        text = failures_words.explain_with_prompt(error, prompt)
        deferred = self._interaction.response.type is discord.InteractionResponseType.deferred_channel_message
        if self._is_public and deferred:
            return await self._tell_instead(text, view=view)
        await self.tell(text, view=view)
        return True

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
        await tell_privately(interaction, text, view=view, is_ours=self._is_ours)

    async def _tell_instead(self, text: str, *, view: discord.ui.View | None) -> bool:
        """Tell the asker alone, and take the public answer away; False where that did not go."""
        interaction, nobody = self._interaction, discord.AllowedMentions.none()
        try:
            with reading_answers():
                # The first follow-up would take the place of "thinking", for everybody.
                with speaking(spoken_publicly()):
                    placeholder = conversation_words.told_alone()
                await interaction.edit_original_response(content=placeholder, allowed_mentions=nobody)
                await interaction.followup.send(
                    text, view=view or discord.utils.MISSING, ephemeral=True, allowed_mentions=nobody
                )
        except FAILURES as error:
            log.info("words_refused", cause=error)
            return False
        with suppress(*FAILURES), reading_answers():
            await interaction.delete_original_response()
        return True
