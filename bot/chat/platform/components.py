"""Buttons and selects that outlive the process: what they are for is in their custom_ids, all else in the database.

A kind of button is a class that only looks like something and has a custom_id; each says all of that itself, also where
two look alike, so that its name is all one has to search for. What its press does is said where the
feature is built: `on_press(HeartButton, self.heart)` makes what the client listens for.
"""

import re
from collections.abc import Awaitable, Callable
from typing import Any, ClassVar, Self

import discord

from bot.chat.platform.error_answers import answer_errors
from bot.domain.request import PictureRef

ONE_ID = "[0-9]{1,19}"
"""An id in a custom_id; ids have 64 bits."""

ONE_PLACE = "[0-9]{1,2}"
"""A picture's place in a custom_id."""

Interaction = discord.Interaction[Any]
Listener = type[discord.ui.DynamicItem[Any]]
"""What a client listens for: discord.py calls it for every custom_id that it matches, however old the message is."""


class NumberButton(discord.ui.Button[Any]):
    """A button for one thing, of which the number stands in its custom_id: `action:number`."""

    action: ClassVar[str]

    def __init__(self, number: int, *, label: str, row: int | None = None, **style: Any) -> None:
        super().__init__(label=label, custom_id=f"{self.action}:{number}", row=row, **style)


class PictureButton(discord.ui.Button[Any]):
    """A button for one picture of a job, `action:job:place`; the place 0 asks first which one is meant."""

    action: ClassVar[str]

    def __init__(self, ref: PictureRef, *, label: str, row: int | None = None, **style: Any) -> None:
        super().__init__(label=label, custom_id=f"{self.action}:{ref.job_id}:{ref.place}", row=row, **style)


def on_press(button: type[NumberButton], press: Callable[[Interaction, int], Awaitable[None]]) -> Listener:
    """Call `press` with the number of each button of this kind that is pressed."""

    async def call(interaction: Interaction, match: re.Match[str], _: discord.ui.Item[Any]) -> None:
        await press(interaction, int(match["number"]))

    return on_component(f"{button.action}:(?P<number>{ONE_ID})", call)


def on_picture_press(
    button: type[PictureButton], press: Callable[[Interaction, PictureRef], Awaitable[None]]
) -> Listener:
    """Call `press` with the picture of each button of this kind that is pressed."""

    async def call(interaction: Interaction, match: re.Match[str], _: discord.ui.Item[Any]) -> None:
        await press(interaction, PictureRef(int(match["job"]), int(match["place"])))

    return on_component(f"{button.action}:(?P<job>{ONE_ID}):(?P<place>{ONE_PLACE})", call)


def on_component(template: str, use: Callable[[Interaction, re.Match[str], Any], Awaitable[None]]) -> Listener:
    """Call `use` with the match and the item of each component whose custom_id matches a template.

    Whatever goes wrong in `use`, its acknowledgement too, is told to who used it alone.
    """

    class _Listener(discord.ui.DynamicItem[Any], template=template):
        _match: re.Match[str]

        @classmethod
        async def from_custom_id(cls, _: Interaction, item: discord.ui.Item[Any], match: re.Match[str]) -> Self:
            listener = cls(item)
            listener._match = match
            return listener

        async def callback(self, interaction: Interaction) -> None:
            async with answer_errors(interaction):
                await use(interaction, self._match, self.item)

    return _Listener


def view_of(*items: discord.ui.Item[Any]) -> discord.ui.View:
    """Make a view to be sent once; nobody has to keep it, since its items are found by their ids."""
    view = discord.ui.View(timeout=None)
    for item in items:
        view.add_item(item)
    view.stop()
    return view
