"""/mute, /unmute, /muted: who may not use the bot in a server for a while."""

from datetime import UTC, datetime, timedelta
from typing import Any

import discord

from bot.chat.platform.access import check_here
from bot.domain.access import Act
from bot.service.moderation import Moderation
from bot.store.moderation.mutes import Mute
from bot.words import moderation as moderation_words

DURATIONS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1), "ever": None}
"""For how long somebody can be muted."""


class MuteCommands:
    """Mutes people, and lets them use the bot again; each command answers an interaction that was deferred."""

    def __init__(self, moderation: Moderation) -> None:
        self._moderation = moderation

    async def mute(self, interaction: discord.Interaction[Any], user_id: int, duration: str) -> None:
        """Mute a person here for one of `DURATIONS`.

        Raises:
            NotForYou: it is no moderator.
            StoreUnavailable: the database does not answer.
        """
        guild_id = check_here(interaction, Act.MUTE)
        now, lasts = datetime.now(UTC), DURATIONS[duration]
        mute = Mute(
            guild_id=guild_id,
            user_id=user_id,
            ends_at=None if lasts is None else now + lasts,
            by_user_id=interaction.user.id,
            created_at=now,
        )
        await self._moderation.mute(mute, interaction_id=interaction.id)
        await _answer(interaction, moderation_words.muted_now(mute))

    async def unmute(self, interaction: discord.Interaction[Any], user_id: int) -> None:
        """Let a person use the bot here again.

        Raises:
            NotForYou: it is no moderator.
            StoreUnavailable: the database does not answer.
        """
        guild_id = check_here(interaction, Act.MUTE)
        lifted = await self._moderation.unmute(
            guild_id, user_id, moderator_id=interaction.user.id, interaction_id=interaction.id, now=datetime.now(UTC)
        )
        await _answer(interaction, moderation_words.unmuted_now(user_id, lifted=lifted))

    async def show_muted(self, interaction: discord.Interaction[Any]) -> None:
        """List who is muted here.

        Raises:
            NotForYou: it is no moderator.
            StoreUnavailable: the database does not answer.
        """
        guild_id = check_here(interaction, Act.MUTE)
        await _answer(
            interaction, moderation_words.muted_text(await self._moderation.muted(guild_id, now=datetime.now(UTC)))
        )


async def _answer(interaction: discord.Interaction[Any], text: str) -> None:
    await interaction.edit_original_response(content=text, allowed_mentions=discord.AllowedMentions.none())
