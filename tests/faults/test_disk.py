"""A disk that is full, and has room again."""

from __future__ import annotations

import re
import resource
from typing import TYPE_CHECKING

from tests.standin.provider import Draw

if TYPE_CHECKING:
    from tests.faults.conftest import Open
    from tests.faults.studio import Studio

_MIB = 1 << 20


def let_files_grow(studio: Studio, size_bytes: int) -> None:
    """Let the process write no file beyond a size, which fails for it as on a disk that is full."""
    _, hard = resource.prlimit(studio.bot.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(studio.bot.pid, resource.RLIMIT_FSIZE, (size_bytes, hard))


async def test_a_paid_picture_waits_until_there_is_room_for_it(studio_on: Open) -> None:
    studio = studio_on("sqlite")
    prompt = studio.new_prompt()
    studio.images.always(re.escape(prompt), Draw(side=1024, size_bytes=3_000_000))
    async with studio.bot:
        let_files_grow(studio, 2 * _MIB)
        asked = await studio.ask(prompt)
        await studio.bot.wait_for_line("store_unavailable")
        await studio.books.wait([asked.id], ["calling"])
        let_files_grow(studio, resource.RLIM_INFINITY)
        await studio.audit()


async def test_a_request_that_cannot_be_kept_is_told_and_costs_nothing(studio_on: Open) -> None:
    studio = studio_on("sqlite")
    async with studio.bot:
        let_files_grow(studio, 1)
        lost = await studio.ask()
        await lost.handle.state(lambda one: "Easel can't save anything right now" in one.content)
        let_files_grow(studio, resource.RLIM_INFINITY)
        assert studio.images.requests.items == []
        studio.asked.remove(lost)
        await studio.ask()
        await studio.audit()
