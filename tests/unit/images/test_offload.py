"""Blocking work on bytes, off the event loop."""

import asyncio
import os
import threading
from collections.abc import AsyncIterator

import pytest

from bot.domain.errors import BrokenImage
from bot.images.codecs.probing import probe
from bot.images.offload import Offload
from bot.images.prepare import prepare_image
from tests.unit.images.pictures import encode, photo


@pytest.fixture
async def offload() -> AsyncIterator[Offload]:
    offload = Offload()
    yield offload
    offload.close()


async def test_the_result_comes_back(offload: Offload) -> None:
    prepared = await offload.run(prepare_image, encode(photo(60, 40), "PNG"), pixel_budget=600)

    assert (prepared.width, prepared.height) == (30, 20)


async def test_an_exception_comes_back_as_it_was_raised(offload: Offload) -> None:
    with pytest.raises(BrokenImage):
        await offload.run(probe, b"\x89PNG\r\n\x1a\n")


async def test_the_event_loop_turns_while_work_is_done(offload: Offload) -> None:
    let_go = threading.Event()

    work = asyncio.create_task(offload.run(let_go.wait, 10))
    await asyncio.sleep(0)
    let_go.set()

    assert await work


async def test_no_more_threads_work_than_there_are_cores(offload: Offload) -> None:
    cores = os.cpu_count() or 1
    running: set[int] = set()
    let_go = threading.Event()

    def work() -> None:
        running.add(threading.get_ident())
        assert let_go.wait(10)

    waiting = asyncio.gather(*(offload.run(work) for _ in range(3 * cores)))
    await asyncio.sleep(0)
    let_go.set()
    await waiting

    assert 1 <= len(running) <= cores


async def test_work_goes_on_after_an_awaiter_was_cancelled(offload: Offload) -> None:
    let_go = threading.Event()
    blocked = [asyncio.create_task(offload.run(let_go.wait, 10)) for _ in range(3 * (os.cpu_count() or 1))]
    await asyncio.sleep(0)
    for task in blocked:
        task.cancel()
    assert all(
        isinstance(end, asyncio.CancelledError) for end in await asyncio.gather(*blocked, return_exceptions=True)
    )
    let_go.set()

    assert await offload.run(len, b"four") == 4


async def test_closing_lets_handed_in_work_end_and_takes_no_more() -> None:
    offload = Offload()
    let_go = threading.Event()
    work = [asyncio.create_task(offload.run(let_go.wait, 10)) for _ in range(3 * (os.cpu_count() or 1))]
    await asyncio.sleep(0)

    offload.close()
    let_go.set()

    assert all(await asyncio.gather(*work))
    with pytest.raises(RuntimeError):
        await offload.run(len, b"")
