"""/gallery: the shared pictures of a server.

Two commands have the same options, which discord.py reads off each callback.
"""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.gallery.browsing import Browsing
from bot.chat.gallery.pages import BY_CHANCE, MINE, GalleryQuery, PageRequest
from bot.chat.platform.error_answers import deferred
from bot.chat.platform.localizations import localized
from bot.domain.gallery import Order, Span
from bot.words import commands as commands_words

_SPANS = [app_commands.Choice(name=localized(commands_words.SPANS, span), value=span.value) for span in Span]


class Gallery(commands.Cog):
    """Shows what was shared."""

    def __init__(self, browsing: Browsing) -> None:
        self._browsing = browsing

    gallery = app_commands.Group(
        name="gallery", description=localized(commands_words.COMMANDS, "gallery"), guild_only=True
    )

    @gallery.command(description=localized(commands_words.COMMANDS, "gallery_top"))
    @app_commands.describe(span=localized(commands_words.OPTIONS, "span"), by=localized(commands_words.OPTIONS, "by"))
    @app_commands.choices(span=_SPANS)
    async def top(
        self, interaction: discord.Interaction[Any], span: str = Span.EVER.value, by: discord.User | None = None
    ) -> None:
        """Acknowledge, then show the most hearted one."""
        await self._show(interaction, GalleryQuery(order=Order.TOP, span=Span(span), by=by.id if by else None))

    @gallery.command(description=localized(commands_words.COMMANDS, "gallery_new"))
    @app_commands.describe(span=localized(commands_words.OPTIONS, "span"), by=localized(commands_words.OPTIONS, "by"))
    @app_commands.choices(span=_SPANS)
    async def new(
        self, interaction: discord.Interaction[Any], span: str = Span.EVER.value, by: discord.User | None = None
    ) -> None:
        """Acknowledge, then show the newest one."""
        await self._show(interaction, GalleryQuery(order=Order.NEW, span=Span(span), by=by.id if by else None))

    @gallery.command(description=localized(commands_words.COMMANDS, "gallery_random"))
    async def random(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then show any."""
        await self._show(interaction, BY_CHANCE)

    @gallery.command(description=localized(commands_words.COMMANDS, "gallery_mine"))
    async def mine(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then show what the person shared here."""
        await self._show(interaction, MINE)

    async def _show(self, interaction: discord.Interaction[Any], query: GalleryQuery) -> None:
        async with deferred(interaction):
            await self._browsing.show(interaction, PageRequest(query=query))
