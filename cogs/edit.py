"""/edit: change pictures with words."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.requests.drafts import DraftRequests
from bot.chat.requests.model_choices import ModelChoices
from bot.chat.requests.options import (
    ANSWER,
    FIDELITY,
    FILES,
    PICTURE,
    PREVIEW,
    PROMPT,
    limit_count,
    takes,
    to_request,
)
from bot.chat.requests.responder import Responder
from bot.words import commands as commands_words


class Edit(commands.Cog):
    """Changes pictures with words."""

    def __init__(
        self, responder: Responder, draft_requests: DraftRequests, *, model_choices: ModelChoices, n_limit: int
    ) -> None:
        self._responder = responder
        self._draft_requests = draft_requests
        self._model_choices = model_choices
        limit_count(self.edit, n_limit)

    @app_commands.command(description=commands_words.COMMANDS["edit"])
    @takes(PROMPT, *FILES, *PICTURE, FIDELITY, *ANSWER, PREVIEW)
    async def edit(self, interaction: discord.Interaction[Any], /, **given: Any) -> None:
        """Hand over to what acknowledges before all else."""
        take_in = self._draft_requests.preview if given[PREVIEW.parameter] else self._responder.respond
        await take_in(interaction, to_request(given))

    @edit.autocomplete("model")
    async def offer_models(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Offer what can be chosen here."""
        return await self._model_choices.offer(interaction, typed)
