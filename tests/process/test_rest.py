"""What a bot asks of its databases that nobody asks for anything."""

import sys
from pathlib import Path

import pytest

from tests.standin.counted_bot import COUNT
from tests.standin.platform import Platform
from tests.standin.postgres import PostgresServer
from tests.standin.process import BotProcess

SQLITE, POSTGRESQL = "sqlite", "postgresql"
MOST_A_SECOND = 2
SWEEP_SECONDS, SWEEPS = 5, 2


@pytest.mark.parametrize("kind", [SQLITE, pytest.param(POSTGRESQL, marks=pytest.mark.postgresql)])
async def test_a_connected_bot_at_rest_takes_at_most_two_transactions_a_second(
    discord: Platform, server: PostgresServer, tmp_path: Path, kind: str
) -> None:
    settings = discord.environment() | ({} if kind == SQLITE else {"DATABASE_URL": server.empty_database()})
    command = (sys.executable, "-m", "tests.standin.counted_bot", "run")
    async with BotProcess(discord, settings, folder=tmp_path, command=command) as bot:
        await bot.wait_for_line('"ready"')
        said = len(bot.lines.items)
        counts = []
        # The first sweep may come before all that a start does is done.
        for _ in range(1 + 1 + SWEEPS):
            line = await bot.lines.first(
                lambda one: one.startswith(COUNT), timeout_seconds=2 * SWEEP_SECONDS, after=said
            )
            said = bot.lines.items.index(line, said) + 1
            counts.append(int(line.removeprefix(COUNT)))
    assert counts[-1] - counts[-1 - SWEEPS] <= MOST_A_SECOND * SWEEP_SECONDS * SWEEPS
