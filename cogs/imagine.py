"""/imagine: make a picture from words."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.client import EaselBot
from bot.chat.requests.options import PROMPT_OPTION_LIMIT, limit_count, picture_options
from bot.chat.requests.user_request import Choices, UserRequest
from bot.domain.options import SEED_LIMIT
from bot.words import commands as commands_words


class Imagine(commands.Cog):
    """Makes pictures from words."""

    def __init__(self, bot: EaselBot) -> None:
        self.bot = bot
        limit_count(self.imagine, "n", bot.parts.rules.n_limit)

    @app_commands.command(description=commands_words.COMMANDS["imagine"])
    @picture_options
    async def imagine(
        self,
        interaction: discord.Interaction[Any],
        prompt: app_commands.Range[str, 1, PROMPT_OPTION_LIMIT],
        quality: str | None = None,
        size: str | None = None,
        background: str | None = None,
        n: app_commands.Range[int, 1] | None = None,
        model: str | None = None,
        seed: app_commands.Range[int, 0, SEED_LIMIT] | None = None,
        output_format: str | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - a yes or no that Discord shows by its name
        spoiler: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Hand over to the responder, which acknowledges before all else."""
        choices = Choices(
            model=model,
            quality=quality,
            size=size,
            background=background,
            n=n,
            output_format=output_format,
            seed=seed,
        )
        ask = UserRequest(prompt=prompt, choices=choices, private=private, spoiler=spoiler, with_references=True)
        await self.bot.parts.responder.respond(interaction, ask)


async def setup(bot: EaselBot) -> None:
    """Load the cog."""
    await bot.add_cog(Imagine(bot))
