"""A disk that is full, and has room again."""

from __future__ import annotations

import re
import resource
from typing import TYPE_CHECKING

from tests.standin.provider import Draw

if TYPE_CHECKING:
    from tests.faults.conftest import Open
    from tests.faults.harness import Harness

_MIB = 1 << 20


def let_files_grow(harness: Harness, size_bytes: int) -> None:
    """Let the process write no file beyond a size, which fails for it as on a disk that is full."""
    _, hard = resource.prlimit(harness.bot.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(harness.bot.pid, resource.RLIMIT_FSIZE, (size_bytes, hard))


async def test_a_paid_picture_waits_until_there_is_room_for_it(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    prompt = harness.new_prompt()
    harness.images.always(re.escape(prompt), Draw(side=1024, size_bytes=3_000_000))
    async with harness.bot:
        let_files_grow(harness, 2 * _MIB)
        asked = await harness.ask(prompt)
        await harness.bot.wait_for_line("store_unavailable")
        await harness.stored_jobs.wait([asked.id], ["calling"])
        let_files_grow(harness, resource.RLIM_INFINITY)
        await harness.audit()


async def test_a_request_that_cannot_be_kept_is_told_and_costs_nothing(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        let_files_grow(harness, 1)
        lost = await harness.ask()
        await lost.handle.state(lambda one: "Easel can't save anything right now" in one.content)
        let_files_grow(harness, resource.RLIM_INFINITY)
        assert harness.images.requests.items == []
        harness.asked.remove(lost)
        await harness.ask()
        await harness.audit()
