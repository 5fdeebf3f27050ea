"""What moderators did, by pages, and whom they muted."""

from datetime import UTC, datetime, timedelta
from typing import Any

import discord

from bot.chat.platform.components import ONE_ID, view_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.old_buttons import JobButton
from bot.chat.platform.permissions import standings_of
from bot.chat.platform.viewer import parts_of
from bot.domain.access import Act, check_access
from bot.service.moderation import PAGE
from bot.store.moderation.mutes import Mute
from bot.words import moderation as moderation_words

TIMES = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1), "ever": None}
"""For how long somebody can be muted."""


class OlderButton(JobButton, template=f"audit:(?P<id>{ONE_ID})"):
    """Turns a page of the log; the number is the last deed of the page before."""

    def __init__(self, before: int) -> None:
        super().__init__(before, action="audit", label=moderation_words.CASE_BUTTONS["older"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then put the page in the place of the one that was there."""
        async with answer_errors(interaction):
            await interaction.response.defer()
            await show_log(interaction, before=self.number)


BUTTONS = (OlderButton,)
"""What a bot has to know, so that the buttons of its earlier messages work."""


async def show_log(interaction: discord.Interaction[Any], *, before: int | None = None) -> None:
    """Put a page of what moderators did here into the answer of an interaction that was deferred for one alone.

    Raises:
        NotForYou: it is no moderator.
        StoreUnavailable: the database does not answer.
    """
    guild_id = _check(interaction, Act.AUDIT)
    entries = await parts_of(interaction).moderation.log(guild_id, before=before)
    items = [OlderButton(entries[-1].id)] if len(entries) == PAGE else []
    await _answer(interaction, moderation_words.log_text(entries), view=view_of(*items))


async def mute(interaction: discord.Interaction[Any], user_id: int, time: str) -> None:
    """Mute a person here for one of `TIMES`, in the answer of an interaction that was deferred for a moderator alone.

    Raises:
        NotForYou: it is no moderator.
        StoreUnavailable: the database does not answer.
    """
    guild_id = _check(interaction, Act.MUTE)
    now, lasts = datetime.now(UTC), TIMES[time]
    said = Mute(
        guild_id=guild_id,
        user_id=user_id,
        ends_at=None if lasts is None else now + lasts,
        by_user_id=interaction.user.id,
        created_at=now,
    )
    await parts_of(interaction).moderation.mute(said, interaction_id=interaction.id)
    await _answer(interaction, moderation_words.muted_now(said))


async def unmute(interaction: discord.Interaction[Any], user_id: int) -> None:
    """Let a person use the bot here again, in the answer of an interaction that was deferred for a moderator alone.

    Raises:
        NotForYou: it is no moderator.
        StoreUnavailable: the database does not answer.
    """
    guild_id = _check(interaction, Act.MUTE)
    lifted = await parts_of(interaction).moderation.unmute(
        guild_id, user_id, moderator_id=interaction.user.id, interaction_id=interaction.id, now=datetime.now(UTC)
    )
    await _answer(interaction, moderation_words.unmuted_now(user_id, lifted=lifted))


async def show_muted(interaction: discord.Interaction[Any]) -> None:
    """List who is muted here, in the answer of an interaction that was deferred for a moderator alone.

    Raises:
        NotForYou: it is no moderator.
        StoreUnavailable: the database does not answer.
    """
    guild_id = _check(interaction, Act.MUTE)
    mutes = await parts_of(interaction).moderation.muted(guild_id, now=datetime.now(UTC))
    await _answer(interaction, moderation_words.muted_text(mutes))


def _check(interaction: discord.Interaction[Any], act: Act) -> int:
    guild_id = interaction.guild_id
    check_access(act, standings_of(interaction, guild_id=guild_id))
    assert guild_id is not None  # noqa: S101 - nobody moderates outside of a server
    return guild_id


async def _answer(interaction: discord.Interaction[Any], text: str, *, view: discord.ui.View | None = None) -> None:
    await interaction.edit_original_response(content=text, view=view, allowed_mentions=discord.AllowedMentions.none())
