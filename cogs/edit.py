"""/edit: change pictures with words."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.platform.localizations import localized
from bot.chat.requests.drafts import DraftRequests
from bot.chat.requests.options import (
    ANSWER,
    AREA,
    ASPECT,
    FIDELITY,
    FILES,
    PICTURE,
    PREVIEW,
    PROMPT,
    CommandOptions,
    takes,
    to_request,
)
from bot.chat.requests.responder import Responder
from bot.chat.requests.suggestions import Suggestions
from bot.domain.models import Model
from bot.words import commands as commands_words


class Edit(commands.Cog):
    """Changes pictures with words."""

    def __init__(
        self,
        responder: Responder,
        draft_requests: DraftRequests,
        *,
        suggestions: Suggestions,
        models: Sequence[Model],
        n_limit: int,
    ) -> None:
        self._responder = responder
        self._draft_requests = draft_requests
        self._suggestions = suggestions
        self._options = CommandOptions(self.edit, n_limit=n_limit)
        self.fit(models)

    def fit(self, models: Sequence[Model]) -> None:
        """Show the options that one of these models has."""
        self._options.fit(models)

    @app_commands.command(description=localized(commands_words.COMMANDS, "edit"))
    @takes(PROMPT, *FILES, *PICTURE, ASPECT, AREA, FIDELITY, *ANSWER, PREVIEW)
    async def edit(self, interaction: discord.Interaction[Any], /, **given: Any) -> None:
        """Hand over to what acknowledges before all else."""
        take_in = self._draft_requests.preview if given[PREVIEW.parameter] else self._responder.respond
        await take_in(interaction, to_request(given))

    @edit.autocomplete("model")
    async def suggest_models(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Suggest what can be chosen here."""
        return await self._suggestions.models(interaction, typed)

    @edit.autocomplete("size")
    async def suggest_sizes(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Suggest what can be chosen here."""
        return await self._suggestions.sizes(interaction, typed)

    @edit.autocomplete("aspect")
    async def suggest_aspects(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Suggest the usual shapes, and the one that was typed."""
        return await self._suggestions.aspects(interaction, typed)
