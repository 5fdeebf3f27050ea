"""Reports of shared pictures."""

import discord

from bot.chat import wording
from bot.chat.buttons import ONE_ID, JobButton


class ReportButton(JobButton, template=f"report:(?P<id>{ONE_ID})"):
    """Reports a shared picture to the moderators."""

    def __init__(self, share_id: int) -> None:
        super().__init__(
            share_id, action="report", label=wording.SHARE_BUTTONS["report"], style=discord.ButtonStyle.danger
        )
