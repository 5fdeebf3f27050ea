"""/imagine: make a picture from words."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.requests.model_choices import ModelChoices
from bot.chat.requests.options import ANSWER, PICTURE, PROMPT, limit_count, takes, to_request
from bot.chat.requests.responder import Responder
from bot.words import commands as commands_words


class Imagine(commands.Cog):
    """Makes pictures from words."""

    def __init__(self, responder: Responder, *, model_choices: ModelChoices, n_limit: int) -> None:
        self._responder = responder
        self._model_choices = model_choices
        limit_count(self.imagine, n_limit)

    @app_commands.command(description=commands_words.COMMANDS["imagine"])
    @takes(PROMPT, *PICTURE, *ANSWER)
    async def imagine(self, interaction: discord.Interaction[Any], /, **given: Any) -> None:
        """Hand over to the responder, which acknowledges before all else."""
        await self._responder.respond(interaction, to_request(given))

    @imagine.autocomplete("model")
    async def offer_models(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Offer what can be chosen here."""
        return await self._model_choices.offer(interaction, typed)
