"""Work on bytes, off the event loop: in worker processes what opens files, in threads the rest."""

import asyncio
import os
import signal
import sys
import threading
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.domain.errors import BrokenImage, FileTooLarge, ImageTooComplex, MaskOfAnotherShape
from bot.images.codecs.probing import probe
from bot.images.offload import Offload
from bot.images.prepare import Prepared, prepare_image
from bot.images.workers.worker import WorkerFailed
from tests.unit.images.pictures import encode, photo

PIXELS = 600
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")


@pytest.fixture
async def offload() -> AsyncIterator[Offload]:
    offload = Offload(deadline_seconds=20)
    yield offload
    offload.close()


async def test_the_result_comes_back(offload: Offload) -> None:
    prepared = await offload.run(prepare_image, encode(photo(60, 40), "PNG"), pixel_budget=PIXELS)

    assert (prepared.width, prepared.height) == (30, 20)


@pytest.mark.parametrize(
    "error",
    [
        BrokenImage(label="mask", detail="cut off"),
        FileTooLarge(limit_bytes=1, size_bytes=2),
        MaskOfAnotherShape(mask_width=1, mask_height=2, image_width=3, image_height=4),
    ],
)
async def test_an_error_of_ours_comes_back_as_it_was_raised(offload: Offload, error: Exception) -> None:
    with pytest.raises(type(error)) as raised:
        await offload.run(_raise, error)

    assert vars(raised.value) == vars(error)


async def test_another_exception_comes_back_as_its_kind_and_place(offload: Offload) -> None:
    with pytest.raises(WorkerFailed, match=r"(?s)^LookupError\n.*in _raise") as raised:
        await offload.run(_raise, LookupError("what somebody typed"))

    assert "typed" not in str(raised.value)


async def test_files_deep_inside_of_what_is_given_arrive(offload: Offload) -> None:
    given = (Prepared(b"one", "png", 1, 2, 3, 4), [b"two", {"three": b"\0" * 1_000_000}])

    assert await offload.run(_same, given) == given


async def test_a_file_that_stays_as_it_is_takes_no_memory_twice(offload: Offload) -> None:
    picture, other = b"\0" * 1_000_000, b"\1" * 1_000_000

    same, new = await offload.run(_same_and_new, (other, {"deep": picture}))

    assert same is picture
    assert new == picture + other


async def test_files_are_opened_in_another_process_that_is_kept(offload: Offload) -> None:
    first = await offload.run(os.getpid)

    assert first != os.getpid()
    assert await offload.run(os.getpid) == first


async def test_what_takes_too_long_is_ended_and_others_go_on() -> None:
    offload = Offload(deadline_seconds=1)
    slow = asyncio.create_task(offload.run(time.sleep, 60))
    await asyncio.sleep(0)

    assert await offload.run(len, b"four") == 4
    with pytest.raises(ImageTooComplex) as refusal:
        await slow
    assert refusal.value.reason == "time"
    assert await offload.run(len, b"four") == 4
    offload.close()


async def test_a_worker_that_dies_of_a_file_costs_that_file_alone(offload: Offload) -> None:
    with pytest.raises(ImageTooComplex) as refusal:
        await offload.run(_die)

    assert refusal.value.reason == "crash"
    assert await offload.run(len, b"four") == 4


@needs_linux
async def test_a_worker_has_only_so_much_memory() -> None:
    offload = Offload(worker_bytes=100_000_000)

    with pytest.raises(ImageTooComplex) as refusal:
        await offload.run(bytearray, 200_000_000)

    assert refusal.value.reason == "memory"
    assert await offload.run(bytes, 1_000_000) == bytes(1_000_000)
    offload.close()


async def test_a_worker_that_somebody_ended_meanwhile_is_replaced(offload: Offload) -> None:
    worker = await offload.run(os.getpid)
    os.kill(worker, signal.SIGKILL)
    await _is_gone(worker)

    assert await offload.run(os.getpid) != worker


async def test_signals_that_the_bot_gets_too_are_nothing_to_a_worker(offload: Offload) -> None:
    worker = await offload.run(os.getpid)
    for number in (signal.SIGINT, signal.SIGTERM):
        os.kill(worker, number)

    assert await offload.run(os.getpid) == worker


async def test_an_answer_that_names_something_to_be_called_is_not_read(offload: Offload) -> None:
    with pytest.raises(ImageTooComplex):
        await offload.run(_Exploit)


@needs_linux
async def test_workers_end_with_the_bot_in_the_middle_of_their_work(tmp_path: Path) -> None:
    written = tmp_path / "pid"
    bot = await asyncio.create_subprocess_exec(sys.executable, "-c", _BOT, str(written))
    async with asyncio.timeout(30):
        while not written.exists() or not written.read_text("ascii").endswith("\n"):  # noqa: ASYNC110 - another process writes
            await asyncio.sleep(0.02)
        bot.kill()
        await bot.wait()
        await _is_gone(int(written.read_text("ascii")))


_BOT = """
import asyncio, sys
from bot.images.offload import Offload
from tests.unit.images.test_offload import write_pid_and_sleep

asyncio.run(Offload().run(write_pid_and_sleep, sys.argv[1]))
"""


async def test_work_that_opens_no_file_is_done_in_threads_and_the_loop_turns(offload: Offload) -> None:
    let_go = threading.Event()

    work = asyncio.create_task(offload.run_in_thread(let_go.wait, 10))
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

    waiting = asyncio.gather(*(offload.run_in_thread(work) for _ in range(3 * cores)))
    await asyncio.sleep(0)
    let_go.set()
    await waiting

    assert 1 <= len(running) <= cores


async def test_work_goes_on_after_an_awaiter_was_cancelled(offload: Offload) -> None:
    waiting = [asyncio.create_task(offload.run(time.sleep, 0.05)) for _ in range(3 * (os.cpu_count() or 1))]
    await asyncio.sleep(0)
    for task in waiting:
        task.cancel()
    assert all(
        isinstance(end, asyncio.CancelledError) for end in await asyncio.gather(*waiting, return_exceptions=True)
    )

    assert await offload.run(len, b"four") == 4


async def test_closing_lets_work_end_that_was_begun_and_takes_no_more(offload: Offload) -> None:
    await offload.run(len, b"four")
    let_go = threading.Event()
    work = asyncio.create_task(offload.run_in_thread(let_go.wait, 10))
    await asyncio.sleep(0)

    offload.close()
    let_go.set()

    assert await work
    with pytest.raises(RuntimeError):
        await offload.run(probe, b"")


async def _is_gone(pid: int) -> None:
    async with asyncio.timeout(10):
        while Path(f"/proc/{pid}").exists():  # noqa: ASYNC110, ASYNC240 - the system tells of no end of others' children
            await asyncio.sleep(0.01)


def write_pid_and_sleep(path: str) -> None:
    Path(path).write_text(f"{os.getpid()}\n", "ascii")
    time.sleep(60)


def _raise(error: Exception) -> None:
    raise error


def _same_and_new(given: tuple[bytes, dict[str, bytes]]) -> tuple[bytes, bytes]:
    other, deep = given
    return deep["deep"], deep["deep"] + other


def _same(value: object) -> object:
    return value


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class _Exploit:
    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("true",)
