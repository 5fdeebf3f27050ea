"""The process is killed at every point of a job's life, and nothing is lost, delivered twice or charged twice."""

from __future__ import annotations

import random
import re
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import pytest

from bot.domain.errors import OutcomeUnknown, Unexpected
from bot.jobs.takeover import RECOVERIES
from tests.faults.harness import KEYED
from tests.faults.kill_points import ALONE, KILL_POINTS, PARTS_OF_LIFE
from tests.integration.pictures import photo_png
from tests.standin.attachments import File
from tests.standin.limits import MIB
from tests.standin.provider import REFUSED, Draw, Moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.conftest import Open
    from tests.faults.harness import Harness

MODES = {"keyed": KEYED, "keyless": {}}
"""Whether the provider takes idempotency keys."""
KILLS_AT_ANY_MOMENT = 6
# On PostgreSQL another process could have been at the job, so that it is taken over only after some seconds.
AUDIT_SECONDS = 30.0


@pytest.mark.parametrize(("part", "mode"), [*((part, "keyed") for part in PARTS_OF_LIFE), ("the call", "keyless")])
async def test_a_kill_in_each_gap_loses_and_doubles_nothing(studio_on: Open, part: str, mode: str) -> None:
    points = [point for point in PARTS_OF_LIFE[part] if mode == "keyed" or not KILL_POINTS[point].outlasts]
    settings = {name: value for point in points for name, value in KILL_POINTS[point].settings.items()}
    harness = studio_on("sqlite", **MODES[mode], **settings)
    async with harness.bot:
        for point in points:
            await have_bystanders(harness)
            await kill_in(harness, point)


@pytest.mark.parametrize(
    ("part", "mode"),
    [("the way in", "keyed"), ("the call", "keyed"), ("the call", "keyless"), ("the way out", "keyed")],
)
async def test_a_kill_with_jobs_in_many_gaps_loses_and_doubles_nothing(studio_on: Open, part: str, mode: str) -> None:
    harness = studio_on("postgresql", **MODES[mode])
    async with harness.bot:
        await have_bystanders(harness)
        await kill_in(harness, *(point for point in PARTS_OF_LIFE[part] if point not in ALONE))


@pytest.mark.parametrize(("database", "mode"), [("sqlite", "keyless"), ("postgresql", "keyed")])
async def test_kills_at_any_moment_lose_and_double_nothing(studio_on: Open, database: str, mode: str) -> None:
    harness = studio_on(database, **MODES[mode])
    source = random.Random(f"{database} {mode}")  # noqa: S311 - the same moments each time
    calls = harness.discord.state.calls
    async with harness.bot:
        for _ in range(KILLS_AT_ANY_MOMENT):
            seen = len(calls.items)
            for _ in range(4):
                await ask_for_anything(harness, source)
            # Each request brings at least two calls: it is acknowledged, and it is answered.
            await calls.first(nth(source.randint(1, 8)), timeout_seconds=20, after=seen)
            await harness.kill()
            await harness.bot.start()
            await harness.discord.wait_until_heard()
        await harness.audit(timeout_seconds=AUDIT_SECONDS)
        # Most go on with the session of the one before: Discord has a session started once in five seconds.
        used = harness.discord.limits.session_starts - harness.discord.state.starts.remaining
        assert used < KILLS_AT_ANY_MOMENT


async def test_a_call_that_may_have_been_paid_ends_in_a_sentence_and_can_be_asked_for_again(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        gate = harness.images.hold_next(Moment.ARRIVED)
        asked = await harness.ask()
        await gate.reached()
        await harness.kill()
        gate.release()
        await harness.bot.start()
        entries = await harness.audit()
        assert isinstance(entries[asked.id].failure, OutcomeUnknown)
        message = asked.handle.original()
        assert "You weren't charged" in message.content
        again = await harness.discord.click(asked.user, message, "Try again")
        assert len((await again.state(lambda one: bool(one.attachments))).attachments) == 1
        await harness.stored_jobs.wait([again.id], ["delivered"])
        entry = harness.stored_jobs.read()[again.id]
    assert (entry.charge, entry.pictures) == ("settled", 1)


async def test_an_answer_that_was_kept_is_delivered_although_the_call_cannot_be_repeated(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        await kill_in(harness, "after all of the answer is kept")
        entries = await harness.audit()
    assert [entries[one.id].state for one in harness.asked] == ["delivered"]


async def test_a_job_that_is_there_at_every_crash_is_given_up(studio_on: Open) -> None:
    harness = studio_on("sqlite", **KEYED)
    async with harness.bot:
        prompt = harness.new_prompt()
        gate = harness.images.hold_next(Moment.ARRIVED, prompt=re.escape(prompt))
        asked = await harness.ask(prompt)
        await gate.reached()
        # The provider stays at it all the time, so that nothing but the crashes can end the job.
        for _ in range(RECOVERIES + 1):
            await harness.kill()
            await harness.bot.start()
        entries = await harness.audit()
    assert isinstance(entries[asked.id].failure, Unexpected)


async def kill_in(harness: Harness, *points: str) -> None:
    """Bring jobs to some points, kill the process there, start it again, and look at what came of them."""
    harness.discord.limits.attachment_size_bytes = 20 * MIB
    try:
        async with AsyncExitStack() as stack:
            for point in points:
                await stack.enter_async_context(KILL_POINTS[point].reach(harness))
            await harness.kill()
            if not any(KILL_POINTS[point].outlasts for point in points):
                await stack.aclose()
            await harness.bot.start()
        await harness.audit(timeout_seconds=AUDIT_SECONDS)
    except BaseException as error:
        error.add_note(f"killed {', '.join(points)}")
        raise


async def have_bystanders(harness: Harness) -> None:
    """Have three more jobs under way, wherever they are when the process dies."""
    prompt = harness.new_prompt()
    harness.images.always(re.escape(prompt), Draw(delay_seconds=0.3))
    await harness.ask(prompt, n=2)
    await harness.ask()
    await harness.ask(command="edit", image=File("a.png", photo_png()))


async def ask_for_anything(harness: Harness, source: random.Random) -> None:
    """Ask for something that takes a while, or is refused, or brings a file along."""
    prompt = harness.new_prompt()
    match source.randrange(4):
        case 0:
            harness.images.always(re.escape(prompt), REFUSED)
            await harness.ask(prompt)
        case 1:
            await harness.ask(prompt, command="edit", image=File("a.png", photo_png()))
        case _:
            harness.images.always(re.escape(prompt), Draw(delay_seconds=source.random() * 0.3))
            await harness.ask(prompt, n=source.randint(1, 3))


def nth(n: int) -> Callable[[object], bool]:
    """Make a predicate that the n-th item meets."""
    left = iter(range(n - 1))
    return lambda _: next(left, None) is None
