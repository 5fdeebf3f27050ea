"""/edit: change pictures with words."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.client import EaselBot
from bot.chat.requests.options import PROMPT_OPTION_LIMIT, edit_options, limit_count, picture_options
from bot.chat.requests.user_request import Choices, NamedAttachment, UserRequest
from bot.domain.options import SEED_LIMIT
from bot.domain.request import image_label
from bot.words import commands as commands_words


class Edit(commands.Cog):
    """Changes pictures with words."""

    def __init__(self, bot: EaselBot) -> None:
        self.bot = bot
        limit_count(self.edit, "n", bot.parts.rules.n_limit)

    @app_commands.command(description=commands_words.COMMANDS["edit"])
    @picture_options
    @edit_options
    async def edit(
        self,
        interaction: discord.Interaction[Any],
        prompt: app_commands.Range[str, 1, PROMPT_OPTION_LIMIT],
        image: discord.Attachment,
        mask: discord.Attachment | None = None,
        image2: discord.Attachment | None = None,
        image3: discord.Attachment | None = None,
        image4: discord.Attachment | None = None,
        image5: discord.Attachment | None = None,
        image6: discord.Attachment | None = None,
        image7: discord.Attachment | None = None,
        image8: discord.Attachment | None = None,
        image9: discord.Attachment | None = None,
        image10: discord.Attachment | None = None,
        quality: str | None = None,
        size: str | None = None,
        background: str | None = None,
        n: app_commands.Range[int, 1] | None = None,
        model: str | None = None,
        seed: app_commands.Range[int, 0, SEED_LIMIT] | None = None,
        output_format: str | None = None,
        fidelity: str | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - a yes or no that Discord shows by its name
        spoiler: bool = False,  # noqa: FBT001, FBT002
        preview: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Hand over to the responder, which acknowledges before all else."""
        further = (image2, image3, image4, image5, image6, image7, image8, image9, image10)
        images = tuple(
            NamedAttachment(image_label(place), one) for place, one in enumerate((image, *further), start=1) if one
        )
        choices = Choices(
            model=model,
            quality=quality,
            size=size,
            background=background,
            n=n,
            output_format=output_format,
            seed=seed,
            fidelity=fidelity,
        )
        ask = UserRequest(
            prompt=prompt,
            choices=choices,
            images=images,
            mask=NamedAttachment("mask", mask) if mask else None,
            private=private,
            spoiler=spoiler,
            with_references=True,
        )
        if preview:
            await self.bot.parts.draft_requests.preview(interaction, ask)
        else:
            await self.bot.parts.responder.respond(interaction, ask)


async def setup(bot: EaselBot) -> None:
    """Load the cog."""
    await bot.add_cog(Edit(bot))
