"""Buttons that outlive the process: what they are for is in their ids, everything else in the database."""

import re
from typing import Any, Self

import discord

from bot.chat import wording


class CancelButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"cancel:(?P<job>[0-9]{1,20})"):
    """Cancels a job that is not done."""

    def __init__(self, job_id: int) -> None:
        super().__init__(
            discord.ui.Button(
                label=wording.BUTTONS["cancel"], style=discord.ButtonStyle.secondary, custom_id=f"cancel:{job_id}"
            )
        )
        self.job_id = job_id

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], __: discord.ui.Item[Any], match: re.Match[str]) -> Self:
        """Rebuild the button that was pressed."""
        return cls(int(match["job"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over."""
        await interaction.client.parts.responder.cancel(interaction, self.job_id)


class AgainButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"again:(?P<job>[0-9]{1,20})"):
    """Asks for the same once more."""

    def __init__(self, job_id: int) -> None:
        super().__init__(
            discord.ui.Button(
                label=wording.BUTTONS["again"], style=discord.ButtonStyle.primary, custom_id=f"again:{job_id}"
            )
        )
        self.job_id = job_id

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], __: discord.ui.Item[Any], match: re.Match[str]) -> Self:
        """Rebuild the button that was pressed."""
        return cls(int(match["job"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over."""
        await interaction.client.parts.responder.again(interaction, self.job_id)


BUTTONS = (CancelButton, AgainButton)


def view_of(item: discord.ui.Item[Any]) -> discord.ui.View:
    """Make a view of one button, to be sent once."""
    view = discord.ui.View(timeout=None)
    view.add_item(item)
    return view
