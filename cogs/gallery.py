"""/gallery: the shared pictures of a server."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat import gallery, share_buttons, wording
from bot.chat.client import EaselBot
from bot.chat.frame import framed
from bot.chat.gallery import MINE, Shelf, show_gallery, show_random
from bot.domain.gallery import Order, Span

_BUTTONS = (*gallery.BUTTONS, *share_buttons.BUTTONS)
_SPANS = [app_commands.Choice(name=name, value=span.value) for span, name in wording.SPANS.items()]


class Gallery(commands.Cog):
    """Shows what was shared, and lets its buttons work."""

    def __init__(self, bot: EaselBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Let the buttons of earlier messages work."""
        self.bot.add_dynamic_items(*_BUTTONS)

    async def cog_unload(self) -> None:
        """Take no more presses of them."""
        self.bot.remove_dynamic_items(*_BUTTONS)

    gallery = app_commands.Group(name="gallery", description=wording.COMMANDS["gallery"], guild_only=True)

    @gallery.command(description=wording.COMMANDS["gallery_top"])
    @app_commands.describe(span=wording.OPTIONS["span"], by=wording.OPTIONS["by"])
    @app_commands.choices(span=_SPANS)
    async def top(
        self, interaction: discord.Interaction[Any], span: str = Span.EVER.value, by: discord.User | None = None
    ) -> None:
        """Acknowledge, then show the most hearted one."""
        await self._show(interaction, Shelf(order=Order.TOP, span=Span(span), by=by.id if by else None))

    @gallery.command(description=wording.COMMANDS["gallery_new"])
    @app_commands.describe(span=wording.OPTIONS["span"], by=wording.OPTIONS["by"])
    @app_commands.choices(span=_SPANS)
    async def new(
        self, interaction: discord.Interaction[Any], span: str = Span.EVER.value, by: discord.User | None = None
    ) -> None:
        """Acknowledge, then show the newest one."""
        await self._show(interaction, Shelf(order=Order.NEW, span=Span(span), by=by.id if by else None))

    @gallery.command(description=wording.COMMANDS["gallery_random"])
    async def random(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then show any."""
        async with framed(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await show_random(interaction)

    @gallery.command(description=wording.COMMANDS["gallery_mine"])
    async def mine(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then show what the person shared here."""
        await self._show(interaction, MINE)

    async def _show(self, interaction: discord.Interaction[Any], shelf: Shelf) -> None:
        async with framed(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await show_gallery(interaction, shelf)


async def setup(bot: EaselBot) -> None:
    """Load the cog."""
    await bot.add_cog(Gallery(bot))
