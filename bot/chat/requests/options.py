"""The options that /imagine and /edit share: their words and what can be chosen."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import discord
from discord import app_commands

from bot.chat.platform.caller import caller_of
from bot.chat.platform.limits import CHOICES_AT_MOST
from bot.chat.platform.viewer import parts_of
from bot.domain.errors import EaselError
from bot.domain.models import load_catalogue
from bot.domain.options import Background, InputFidelity, OutputFormat, Quality
from bot.words import commands as commands_words

F = TypeVar("F", bound=Callable[..., object])

PROMPT_OPTION_LIMIT = 6000
"""Characters that Discord takes in an option; its API reference, "Application Command Option"."""
_CHOICE_NAME_LIMIT = 100


def picture_options(function: F) -> F:
    """Describe the options that every picture has, and list what can be chosen for them."""
    names = ("prompt", "quality", "size", "background", "n", "model", "seed", "private", "spoiler")
    described = app_commands.describe(
        **{name: commands_words.OPTIONS[name] for name in names}, output_format=commands_words.OPTIONS["format"]
    )
    listed = app_commands.choices(
        quality=_choices(Quality),
        size=_choices(load_catalogue().offered_sizes()),
        background=_choices(Background),
        output_format=_choices(OutputFormat),
    )
    completed = app_commands.autocomplete(model=offer_models)
    renamed = app_commands.rename(output_format="format")
    return described(listed(completed(renamed(function))))


def edit_options(function: F) -> F:
    """Describe the options that only an edit has, its files before all."""
    further = {f"image{place}": commands_words.OPTIONS["further_image"] for place in range(2, 11)}
    described = app_commands.describe(
        **{name: commands_words.OPTIONS[name] for name in ("image", "mask", "fidelity", "preview")}, **further
    )
    return described(app_commands.choices(fidelity=_choices(InputFidelity))(function))


async def offer_models(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
    """Offer the models that can be chosen here and whose name contains what was typed so far."""
    parts = parts_of(interaction)
    wanted = typed.strip().lower()
    try:
        models = (await parts.server_rules.load(caller_of(interaction))).offer.models
    except EaselError:
        # Whoever may not ask, or cannot now, is told so when they do.
        models = parts.rules.enabled
    names = [name for name in models if wanted in name.lower()][:CHOICES_AT_MOST]
    return [
        app_commands.Choice(
            name=commands_words.model_choice(parts.catalogue.find(name))[:_CHOICE_NAME_LIMIT], value=name
        )
        for name in names
    ]


def limit_count(command: app_commands.Command[Any, ..., Any], option: str, highest: int) -> None:
    """Set the highest value of a number option, which is a setting and so unknown when the cog's class is made.

    discord.py has no public way to change an option of a command that exists; this is its one private touch.
    """
    parameters = command._params  # noqa: SLF001
    parameters[option] = dataclasses.replace(parameters[option], max_value=highest)


def _choices(
    values: Sequence[str] | type[Quality | Background | OutputFormat | InputFidelity],
) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=commands_words.SIZES.get(value, str(value)), value=str(value)) for value in values]
