"""/imagine: make a picture from words.

What it completes stands in /edit too: discord.py ties a completion to one command.
"""

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.platform.localizations import localized
from bot.chat.requests.options import ANSWER, PICTURE, PROMPT, CommandOptions, takes, to_request
from bot.chat.requests.responder import Responder
from bot.chat.requests.suggestions import Suggestions
from bot.domain.models import Model
from bot.words import commands as commands_words


class Imagine(commands.Cog):
    """Makes pictures from words."""

    def __init__(
        self, responder: Responder, *, suggestions: Suggestions, models: Sequence[Model], n_limit: int
    ) -> None:
        self._responder = responder
        self._suggestions = suggestions
        self._options = CommandOptions(self.imagine, n_limit=n_limit)
        self.fit(models)

    def fit(self, models: Sequence[Model]) -> None:
        """Show the options that one of these models has."""
        self._options.fit(models)

    @app_commands.command(description=localized(commands_words.COMMANDS, "imagine"))
    @takes(PROMPT, *PICTURE, *ANSWER)
    async def imagine(self, interaction: discord.Interaction[Any], /, **given: Any) -> None:
        """Hand over to the responder, which acknowledges before all else."""
        await self._responder.respond(interaction, to_request(given))

    @imagine.autocomplete("model")
    async def suggest_models(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Suggest what can be chosen here."""
        return await self._suggestions.models(interaction, typed)

    @imagine.autocomplete("size")
    async def suggest_sizes(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Suggest what can be chosen here."""
        return await self._suggestions.sizes(interaction, typed)
