"""The models that a command offers while one is typed."""

from typing import Any

import discord
from discord import app_commands

from bot.chat.platform.caller import caller_of
from bot.chat.platform.limits import CHOICES_AT_MOST
from bot.domain.errors import EaselError
from bot.domain.models import Catalogue
from bot.service.server_rules import ServerRules
from bot.words import commands as commands_words

_CHOICE_NAME_LIMIT = 100


class ModelChoices:
    """Offers models."""

    def __init__(self, server_rules: ServerRules, *, catalogue: Catalogue, enabled: tuple[str, ...]) -> None:
        """Offer those that are `enabled` where what a server wants is not known."""
        self._server_rules = server_rules
        self._catalogue = catalogue
        self._enabled = enabled

    async def offer(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Offer the models that can be chosen here and whose name contains what was typed so far."""
        wanted = typed.strip().lower()
        try:
            models = (await self._server_rules.load(caller_of(interaction))).offer.models
        except EaselError:
            # Whoever may not ask, or cannot now, is told so when they do.
            models = self._enabled
        names = [name for name in models if wanted in name.lower()][:CHOICES_AT_MOST]
        return [
            app_commands.Choice(
                name=commands_words.model_choice(self._catalogue.find(name))[:_CHOICE_NAME_LIMIT], value=name
            )
            for name in names
        ]
