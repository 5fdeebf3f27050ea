"""What is done by the clock for galleries, and for who is forgotten: at the start, and again until the stop."""

from datetime import UTC, datetime

import discord

from bot.chat.announce import Announcer
from bot.chat.showroom import Showroom
from bot.jobs.rounds import Rounds
from bot.service.forgetting import Forgetting

SWEEP_SECONDS = 30.0


class Upkeep:
    """Runs beside the bot, on its loop."""

    def __init__(self, showroom: Showroom, announcer: Announcer, forgetting: Forgetting) -> None:
        self._showroom = showroom
        self._announcer = announcer
        self._forgetting = forgetting
        self._rounds = Rounds()

    def start(self, client: discord.Client) -> None:
        """Begin, with what an earlier process has left."""
        self._rounds.begin(SWEEP_SECONDS, self._forgetting.sweep)
        self._rounds.begin(SWEEP_SECONDS, self._showroom.sweep)
        # Not before: which threads there are is told when the connection is made.
        self._rounds.begin(SWEEP_SECONDS, self._announce, when=client.wait_until_ready)

    async def stop(self) -> None:
        """End."""
        await self._rounds.stop()

    async def _announce(self) -> None:
        await self._announcer.announce(datetime.now(UTC))
