"""The report: everything that is looked at, in the order in which it is told."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

from bot.doctor.discord_setup import examine_discord
from bot.doctor.finding import Finding, Verdict
from bot.doctor.limits import examine_limits
from bot.doctor.provider import examine_models, examine_provider
from bot.doctor.storage import examine_storage
from bot.settings import Settings


async def examine(settings: Settings) -> int:
    """Print the findings as they come; the exit code is 1 if one of them stops the bot from working."""
    bad = False
    async for finding in _findings(settings):
        bad = bad or finding.verdict is Verdict.BAD
        print(f"{finding.verdict.value:<5} {finding.text}", flush=True)  # noqa: T201 - the command line's own output
    return int(bad)


async def _findings(settings: Settings) -> AsyncIterator[Finding]:
    async for finding in examine_storage(settings):
        yield finding
    async for finding in examine_discord(settings):
        yield finding
    for finding in examine_models(settings, today=datetime.now(UTC).date()):
        yield finding
    async for finding in examine_provider(settings):
        yield finding
    for finding in examine_limits(settings):
        yield finding
