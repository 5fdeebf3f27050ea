"""What every feature hands to the bot."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord.ext import commands


@dataclass(frozen=True, slots=True)
class Periodic:
    """Some work to be done at the start and again so many seconds after it ended; with `when`, from then on."""

    seconds: float
    work: Callable[[], Awaitable[None]]
    when: Callable[[], Awaitable[None]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """Its commands, what it listens for under messages, and what it does by the clock."""

    cogs: Sequence[commands.Cog] = ()
    components: Sequence[type[discord.ui.DynamicItem[Any]]] = ()
    periodic: Sequence[Periodic] = ()
