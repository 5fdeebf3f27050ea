"""What is suggested while an option of a command is typed: models and sizes."""

from typing import Any

import discord
from discord import app_commands

from bot.chat.platform.caller import caller_of
from bot.chat.platform.limits import CHOICES_AT_MOST
from bot.domain.errors import EaselError
from bot.domain.extension import ASPECTS, Aspect
from bot.domain.models import Catalogue
from bot.domain.offer import Offer
from bot.domain.options import Options, takes_size
from bot.domain.server import INHERITED
from bot.domain.sizes import clean_size, frames_for, usual_sizes
from bot.service.server_rules import ServerRules
from bot.words import commands as commands_words

_CHOICE_NAME_LIMIT = 100


class Suggestions:
    """Suggests what can be chosen here."""

    def __init__(self, server_rules: ServerRules, *, catalogue: Catalogue, defaults: Options) -> None:
        """Take `defaults` for what was left alone so far."""
        self._server_rules = server_rules
        self._catalogue = catalogue
        self._defaults = defaults

    async def models(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Suggest the models whose name contains what was typed so far."""
        wanted = typed.strip().lower()
        names = [name for name in (await self._offer(interaction)).models if wanted in name.lower()]
        return [_choice(commands_words.model_choice(self._catalogue.find(name)), name) for name in names][
            :CHOICES_AT_MOST
        ]

    async def sizes(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Suggest the usual sizes of the model that was chosen so far, and what was typed where it makes that too."""
        offer = await self._offer(interaction)
        model = offer.narrow(offer.defaults(self._defaults, model=interaction.namespace.model).model)
        wanted = clean_size(typed)
        frames = frames_for(interaction.namespace.format, interaction.namespace.frames)
        sizes = usual_sizes(model, frames=frames)
        named = [(commands_words.size_choice(size), size) for size in sizes]
        found = [_choice(name, size) for name, size in named if wanted in name.lower()]
        own = wanted not in sizes and not offer.sizes(model.name) and takes_size(model, wanted, frames=frames)
        return [*([_choice(wanted, wanted)] if own else []), *found][:CHOICES_AT_MOST]

    async def aspects(self, _: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Suggest the usual shapes of a picture that is extended, and what was typed where it is one."""
        wanted = "".join(typed.split())
        aspect = Aspect.from_text(wanted)
        own = () if aspect is None or str(aspect) in ASPECTS else (str(aspect),)
        return [_choice(one, one) for one in (*own, *(one for one in ASPECTS if wanted in one))]

    async def _offer(self, interaction: discord.Interaction[Any]) -> Offer:
        try:
            return (await self._server_rules.load(caller_of(interaction))).offer
        except EaselError:
            # Whoever may not ask, or cannot now, is told so when they do.
            return self._server_rules.offer(INHERITED, None)


def _choice(name: str, value: str) -> app_commands.Choice[str]:
    return app_commands.Choice(name=name[:_CHOICE_NAME_LIMIT], value=value)
