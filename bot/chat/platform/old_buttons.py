"""The buttons that are not converted yet."""

import re
from typing import Any, Self

import discord

from bot.chat.platform.components import ONE_ID, ONE_PLACE
from bot.chat.platform.viewer import parts_of
from bot.domain.request import PictureRef
from bot.words import progress as progress_words

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


class CancelButton(JobButton, template=f"cancel:(?P<id>{ONE_ID})"):
    """Cancels a job that is not done."""

    def __init__(self, job_id: int) -> None:
        super().__init__(job_id, action="cancel", label=progress_words.BUTTONS["cancel"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over."""
        await parts_of(interaction).responder.cancel(interaction, self.number)


class AgainButton(JobButton, template=f"again:(?P<id>{ONE_ID})"):
    """Asks for the same once more."""

    def __init__(self, job_id: int, *, label: str = progress_words.BUTTONS["again"], row: int | None = None) -> None:
        super().__init__(job_id, action="again", label=label, row=row, style=discord.ButtonStyle.primary)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over."""
        await parts_of(interaction).responder.again(interaction, self.number)


BUTTONS = (CancelButton, AgainButton)
