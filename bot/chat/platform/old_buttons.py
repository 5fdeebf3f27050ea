"""The buttons that are not converted yet."""

import re
from typing import Any, Self

import discord

from bot.chat.platform.components import ONE_ID, ONE_PLACE
from bot.domain.request import PictureRef

Button = discord.ui.Button[Any]


class JobButton(discord.ui.DynamicItem[Button], template=f"job:(?P<id>{ONE_ID})"):
    """A button for one thing, of which the number stands in its custom_id."""

    def __init__(self, number: int, *, action: str, label: str, row: int | None = None, **style: Any) -> None:
        super().__init__(Button(label=label, custom_id=f"{action}:{number}", row=row, **style))
        self.number = number

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], __: discord.ui.Item[Any], match: re.Match[str]) -> Self:
        """Rebuild the button that was pressed."""
        kind: Any = cls  # each kind knows its own action and label
        button: Self = kind(int(match["id"]))
        return button


class PictureButton(discord.ui.DynamicItem[Button], template=f"picture:(?P<id>{ONE_ID}):(?P<place>{ONE_PLACE})"):
    """A button for one picture of a job; the place 0 asks first which one is meant."""

    def __init__(self, ref: PictureRef, *, action: str, label: str, row: int | None = None) -> None:
        super().__init__(Button(label=label, custom_id=f"{action}:{ref.job_id}:{ref.place}", row=row))
        self.ref = ref

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], __: discord.ui.Item[Any], match: re.Match[str]) -> Self:
        """Rebuild the button that was pressed."""
        kind: Any = cls  # each kind knows its own action and label
        button: Self = kind(PictureRef(int(match["id"]), int(match["place"])))
        return button
