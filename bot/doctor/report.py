"""The report: everything that is looked at, in the order in which it is told."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

from bot.doctor.discord_setup import examine_discord
from bot.doctor.finding import Finding, Verdict
from bot.doctor.limits import examine_limits
from bot.doctor.paid import estimate_paid, examine_paid
from bot.doctor.provider import examine_models, examine_provider
from bot.doctor.storage import examine_storage
from bot.settings import Settings


async def examine(settings: Settings, *, paid: bool = False) -> int:
    """Print the findings as they come; the exit code is 1 if one of them stops the bot from working.

    With `paid` one picture is made at the end, after asking.
    """
    bad = False
    async for finding in _findings(settings, paid=paid):
        bad = bad or finding.verdict is Verdict.BAD
        print(f"{finding.verdict.value:<5} {finding.text}", flush=True)  # noqa: T201 - the command line's own output
    return int(bad)


async def _findings(settings: Settings, *, paid: bool) -> AsyncIterator[Finding]:
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
    if not paid:
        return
    question = f"Make one picture with {settings.images_model}, which costs {estimate_paid(settings)}? [y/N] "
    if (await asyncio.to_thread(_ask, question)).strip().lower() not in {"y", "yes"}:
        yield Finding(Verdict.NOTE, "No picture was made.")
        return
    async for finding in examine_paid(settings):
        yield finding


def _ask(question: str) -> str:
    try:
        return input(question)
    except EOFError:
        return ""
