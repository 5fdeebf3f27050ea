"""The process is killed in every gap of a job's life, and nothing is lost, delivered twice or charged twice."""

from __future__ import annotations

import random
import re
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import pytest

from bot.domain.errors import OutcomeUnknown, Unexpected
from bot.jobs.takeover import RECOVERIES
from tests.faults.gaps import ALONE, GAPS, PARTS_OF_LIFE
from tests.faults.studio import KEYED
from tests.integration.pictures import photo_png
from tests.standin.attachments import File
from tests.standin.limits import MIB
from tests.standin.provider import REFUSED, Draw, Moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.conftest import Open
    from tests.faults.studio import Studio

MODES = {"keyed": KEYED, "keyless": {}}
"""Whether the provider takes idempotency keys."""
KILLS_AT_ANY_MOMENT = 6
# On PostgreSQL another process could have been at the job, so that it is taken over only after some seconds.
AUDIT_SECONDS = 30.0


@pytest.mark.parametrize(("part", "mode"), [*((part, "keyed") for part in PARTS_OF_LIFE), ("the call", "keyless")])
async def test_a_kill_in_each_gap_loses_and_doubles_nothing(studio_on: Open, part: str, mode: str) -> None:
    gaps = [gap for gap in PARTS_OF_LIFE[part] if mode == "keyed" or not GAPS[gap].outlasts]
    settings = {name: value for gap in gaps for name, value in GAPS[gap].settings.items()}
    studio = studio_on("sqlite", **MODES[mode], **settings)
    async with studio.bot:
        for gap in gaps:
            await have_bystanders(studio)
            await kill_in(studio, gap)


@pytest.mark.parametrize(
    ("part", "mode"),
    [("the way in", "keyed"), ("the call", "keyed"), ("the call", "keyless"), ("the way out", "keyed")],
)
async def test_a_kill_with_jobs_in_many_gaps_loses_and_doubles_nothing(studio_on: Open, part: str, mode: str) -> None:
    studio = studio_on("postgresql", **MODES[mode])
    async with studio.bot:
        await have_bystanders(studio)
        await kill_in(studio, *(gap for gap in PARTS_OF_LIFE[part] if gap not in ALONE))


@pytest.mark.parametrize(("database", "mode"), [("sqlite", "keyless"), ("postgresql", "keyed")])
async def test_kills_at_any_moment_lose_and_double_nothing(studio_on: Open, database: str, mode: str) -> None:
    studio = studio_on(database, **MODES[mode])
    source = random.Random(f"{database} {mode}")  # noqa: S311 - the same moments each time
    calls = studio.discord.state.calls
    async with studio.bot:
        for _ in range(KILLS_AT_ANY_MOMENT):
            seen = len(calls.items)
            for _ in range(4):
                await ask_for_anything(studio, source)
            # Each request brings at least two calls: it is acknowledged, and it is answered.
            await calls.first(nth(source.randint(1, 8)), timeout_seconds=20, after=seen)
            await studio.kill()
            await studio.bot.start()
            await studio.discord.wait_until_heard()
        await studio.audit(timeout_seconds=AUDIT_SECONDS)
        # Most go on with the session of the one before: Discord has a session started once in five seconds.
        used = studio.discord.limits.session_starts - studio.discord.state.starts.remaining
        assert used < KILLS_AT_ANY_MOMENT


async def test_a_call_that_may_have_been_paid_ends_in_a_sentence_and_can_be_asked_for_again(studio_on: Open) -> None:
    studio = studio_on("sqlite")
    async with studio.bot:
        gate = studio.images.hold_next(Moment.ARRIVED)
        asked = await studio.ask()
        await gate.reached()
        await studio.kill()
        gate.release()
        await studio.bot.start()
        entries = await studio.audit()
        assert isinstance(entries[asked.id].failure, OutcomeUnknown)
        message = asked.handle.original()
        assert "You weren't charged" in message.content
        again = await studio.discord.click(asked.user, message, "Try again")
        assert len((await again.state(lambda one: bool(one.attachments))).attachments) == 1
        await studio.books.wait([again.id], ["delivered"])
        entry = studio.books.read()[again.id]
    assert (entry.charge, entry.pictures) == ("settled", 1)


async def test_an_answer_that_was_kept_is_delivered_although_the_call_cannot_be_repeated(studio_on: Open) -> None:
    studio = studio_on("sqlite")
    async with studio.bot:
        await kill_in(studio, "after all of the answer is kept")
        entries = await studio.audit()
    assert [entries[one.id].state for one in studio.asked] == ["delivered"]


async def test_a_job_that_is_there_at_every_crash_is_given_up(studio_on: Open) -> None:
    studio = studio_on("sqlite", **KEYED)
    async with studio.bot:
        prompt = studio.new_prompt()
        gate = studio.images.hold_next(Moment.ARRIVED, prompt=re.escape(prompt))
        asked = await studio.ask(prompt)
        await gate.reached()
        # The provider stays at it all the time, so that nothing but the crashes can end the job.
        for _ in range(RECOVERIES + 1):
            await studio.kill()
            await studio.bot.start()
        entries = await studio.audit()
    assert isinstance(entries[asked.id].failure, Unexpected)


async def kill_in(studio: Studio, *gaps: str) -> None:
    """Bring jobs into some gaps, kill the process there, start it again, and look at what came of them."""
    studio.discord.limits.attachment_size_bytes = 20 * MIB
    try:
        async with AsyncExitStack() as stack:
            for gap in gaps:
                await stack.enter_async_context(GAPS[gap].reach(studio))
            await studio.kill()
            if not any(GAPS[gap].outlasts for gap in gaps):
                await stack.aclose()
            await studio.bot.start()
        await studio.audit(timeout_seconds=AUDIT_SECONDS)
    except BaseException as error:
        error.add_note(f"killed {', '.join(gaps)}")
        raise


async def have_bystanders(studio: Studio) -> None:
    """Have three more jobs under way, wherever they are when the process dies."""
    prompt = studio.new_prompt()
    studio.images.always(re.escape(prompt), Draw(delay_seconds=0.3))
    await studio.ask(prompt, n=2)
    await studio.ask()
    await studio.ask(command="edit", image=File("a.png", photo_png()))


async def ask_for_anything(studio: Studio, source: random.Random) -> None:
    """Ask for something that takes a while, or is refused, or brings a file along."""
    prompt = studio.new_prompt()
    match source.randrange(4):
        case 0:
            studio.images.always(re.escape(prompt), REFUSED)
            await studio.ask(prompt)
        case 1:
            await studio.ask(prompt, command="edit", image=File("a.png", photo_png()))
        case _:
            studio.images.always(re.escape(prompt), Draw(delay_seconds=source.random() * 0.3))
            await studio.ask(prompt, n=source.randint(1, 3))


def nth(n: int) -> Callable[[object], bool]:
    """Make a predicate that the n-th item meets."""
    left = iter(range(n - 1))
    return lambda _: next(left, None) is None
