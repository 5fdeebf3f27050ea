"""/theme: what pictures can be shared for, for a while."""

from datetime import UTC, datetime, timedelta
from typing import Any

import discord
from discord import app_commands

from bot.chat.platform.access import check_here
from bot.chat.platform.limits import CHOICES_AT_MOST
from bot.chat.platform.permissions import check_channel
from bot.domain.access import Act
from bot.domain.errors import NoGallery, ThemeOver
from bot.domain.gallery import Theme
from bot.service.gallery import Gallery
from bot.service.history import NEWEST
from bot.store.errors import StoreError
from bot.words import gallery as gallery_words


class ThemeChannel(app_commands.Transformer):
    """Offers the channels that pictures can be posted in; `ForumChannel` alone would name those for media too."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A channel."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Text channels, threads and forums."""
        kind = discord.ChannelType
        return [kind.text, kind.news, kind.news_thread, kind.public_thread, kind.private_thread, kind.forum]

    async def transform(self, _: discord.Interaction[Any], value: Any, /) -> Any:
        """Take the channel as Discord names it."""
        return value


class ThemeCommands:
    """Opens, ends and lists themes."""

    def __init__(self, gallery: Gallery) -> None:
        self._gallery = gallery

    async def open(self, interaction: discord.Interaction[Any], *, name: str, days: int, channel_id: int) -> None:
        """Open a theme, and say so in the answer of an interaction that was deferred.

        Raises:
            NotForYou: the person is no moderator.
            NoGallery: the server has no channel for shared pictures.
            NotAllowed: the bot may not post in the channel.
            StoreUnavailable: the database does not answer.
        """
        guild_id = check_here(interaction, Act.THEME)
        await self._gallery.channel_of(guild_id)
        channel = interaction.guild.get_channel_or_thread(channel_id) if interaction.guild else None
        check_channel(channel, interaction.guild)
        theme = Theme(
            id=interaction.id,
            guild_id=guild_id,
            name=name,
            channel_id=channel_id,
            ends_at=datetime.now(UTC) + timedelta(days=days),
        )
        await self._gallery.open_theme(theme)
        await _answer(interaction, gallery_words.theme_opened(theme))

    async def close(self, interaction: discord.Interaction[Any], chosen: str) -> None:
        """End a theme by its id, as the choice gives it, and say so in the answer of an interaction that was deferred.

        Raises:
            NotForYou: the person is no moderator.
            ThemeOver: there is no such theme, or it is over.
            StoreUnavailable: the database does not answer.
        """
        guild_id = check_here(interaction, Act.THEME)
        if not (chosen.isascii() and chosen.isdigit() and int(chosen) <= NEWEST):
            raise ThemeOver
        theme = await self._gallery.close_theme(int(chosen), guild_id)
        await _answer(interaction, gallery_words.theme_closed(theme))

    async def show_open(self, interaction: discord.Interaction[Any]) -> None:
        """List the themes that are open, in the answer of an interaction that was deferred.

        Raises:
            NoGallery: it is no server.
            StoreUnavailable: the database does not answer.
        """
        if interaction.guild_id is None:
            raise NoGallery
        await _answer(interaction, gallery_words.theme_list(await self._gallery.themes(interaction.guild_id)))

    async def offer(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Offer the themes that are open and whose name contains what was typed so far."""
        try:
            themes = await self._gallery.themes(interaction.guild_id or 0)
        except StoreError:
            return []
        wanted = typed.strip().casefold()
        return [
            app_commands.Choice(name=gallery_words.theme_option(theme), value=str(theme.id))
            for theme in themes
            if wanted in theme.name.casefold()
        ][:CHOICES_AT_MOST]


async def _answer(interaction: discord.Interaction[Any], text: str) -> None:
    await interaction.edit_original_response(content=text, allowed_mentions=discord.AllowedMentions.none())
