"""A command of the command line, run to its end."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.standin.fork import ForkedBot
from tests.standin.platform import Platform
from tests.standin.process import BotProcess


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it printed."""

    code: int
    output: str


async def run(discord: Platform, folder: Path, *arguments: str, settings: Mapping[str, str] | None = None) -> Ended:
    return await end(ForkedBot(discord, settings or {}, folder=folder, arguments=arguments))


async def end(command: BotProcess) -> Ended:
    await command.launch()
    code = await command.exited(timeout_seconds=60)
    return Ended(code, command.output)
