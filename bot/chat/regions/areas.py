"""The parts of a picture that can be named without drawing, as a select offers them."""

import discord

from bot.domain.area import Area
from bot.words import conversation as conversation_words


def area_options(chosen: tuple[Area, ...] = ()) -> list[discord.SelectOption]:
    """List the parts of a picture that can be chosen."""
    return [
        discord.SelectOption(
            label=conversation_words.AREAS.get(area, area.value), value=area.value, default=area in chosen
        )
        for area in Area
    ]
