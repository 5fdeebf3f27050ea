"""What is done by the clock for galleries, and for who is forgotten: at the start, and again until the stop."""

from datetime import UTC, datetime

import discord

from bot.chat.gallery.announcements import Announcements
from bot.chat.gallery.messages import ShareMessages
from bot.jobs.periodic import PeriodicTasks
from bot.service.forgetting import Forgetting

SWEEP_SECONDS = 30.0


class GalleryScheduler:
    """Runs beside the bot, on its loop."""

    def __init__(self, share_messages: ShareMessages, announcements: Announcements, forgetting: Forgetting) -> None:
        self._share_messages = share_messages
        self._announcements = announcements
        self._forgetting = forgetting
        self._periodic = PeriodicTasks()

    def start(self, client: discord.Client) -> None:
        """Begin, with what an earlier process has left."""
        self._periodic.begin(SWEEP_SECONDS, self._forgetting.sweep)
        self._periodic.begin(SWEEP_SECONDS, self._share_messages.sweep)
        # Not before: which threads there are is told when the connection is made.
        self._periodic.begin(SWEEP_SECONDS, self._announce, when=client.wait_until_ready)

    async def stop(self) -> None:
        """End."""
        await self._periodic.stop()

    async def _announce(self) -> None:
        await self._announcements.announce(datetime.now(UTC))
