"""Buttons that outlive the process: what they are for is in their ids, everything else in the database."""

import re
from typing import Any, Self

import discord

from bot.chat import wording

ONE_ID = "[0-9]{1,19}"
"""An id in a custom_id; ids have 64 bits."""

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


class CancelButton(JobButton, template=f"cancel:(?P<id>{ONE_ID})"):
    """Cancels a job that is not done."""

    def __init__(self, job_id: int) -> None:
        super().__init__(job_id, action="cancel", label=wording.BUTTONS["cancel"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over."""
        await interaction.client.parts.responder.cancel(interaction, self.number)


class AgainButton(JobButton, template=f"again:(?P<id>{ONE_ID})"):
    """Asks for the same once more."""

    def __init__(self, job_id: int, *, label: str = wording.BUTTONS["again"]) -> None:
        super().__init__(job_id, action="again", label=label, style=discord.ButtonStyle.primary)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over."""
        await interaction.client.parts.responder.again(interaction, self.number)


BUTTONS = (CancelButton, AgainButton)


def view_of(item: discord.ui.Item[Any]) -> discord.ui.View:
    """Make a view of one button, to be sent once."""
    view = discord.ui.View(timeout=None)
    view.add_item(item)
    return view
