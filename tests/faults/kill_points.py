"""Where in a job's life a process can die: each point holds a job there while its block runs."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import time
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.faults.harness import has_cancel, is_final_edit
from tests.integration.pictures import photo_png
from tests.standin.attachments import File
from tests.standin.provider import REFUSED, Draw, Moment

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from tests.faults.harness import Asked, Harness
    from tests.standin.calls import Call

    Reach = Callable[[Harness], AbstractAsyncContextManager[None]]

_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class KillPoint:
    """A point to die at, and the settings that it needs; the block of `reach` runs while a job is there.

    It ends before the next process starts, or, where it `outlasts` the first one, afterwards.
    """

    reach: Reach
    settings: Mapping[str, str] = field(default_factory=dict)
    outlasts: bool = False


def _acknowledgement(*, applied: bool) -> Reach:
    @asynccontextmanager
    async def reach(harness: Harness) -> AsyncIterator[None]:
        asked = await harness.ask()
        gate = harness.discord.hold_next("POST", rf"/interactions/{asked.id}/", applied=applied)
        await gate.reached()
        yield
        gate.cut()

    return reach


@asynccontextmanager
async def _taking_files_in(harness: Harness) -> AsyncIterator[None]:
    gate = harness.discord.hold_next("GET", "/held.png$")
    await harness.ask(command="edit", image=File("held.png", photo_png()))
    await gate.reached()
    yield
    gate.cut()


@asynccontextmanager
async def _waiting(harness: Harness) -> AsyncIterator[None]:
    prompt = harness.new_prompt()
    gate = harness.images.hold_next(Moment.ARRIVED, prompt=re.escape(prompt))
    await harness.ask(prompt)
    await gate.reached()
    waiting = [await harness.ask(), await harness.ask(command="edit", image=File("a.png", photo_png()))]
    await harness.stored_jobs.wait([one.id for one in waiting], ["waiting"])
    yield
    gate.release()


def _call(moment: Moment, *, n: int = 1, again: bool = False) -> Reach:
    @asynccontextmanager
    async def reach(harness: Harness) -> AsyncIterator[None]:
        prompt = harness.new_prompt()
        gate = harness.images.hold_next(moment, prompt=re.escape(prompt))
        await harness.ask(prompt, n=n)
        await gate.reached()
        yield
        if not again:
            gate.release()
            return
        # The provider is still at it when the next process asks, and says so.
        await harness.images.answered.first(lambda one: one.status == 409, timeout_seconds=30)
        gate.release()

    return reach


def _blob(name: str) -> Reach:
    @asynccontextmanager
    async def reach(harness: Harness) -> AsyncIterator[None]:
        prompt = harness.new_prompt()
        harness.images.always(re.escape(prompt), Draw(side=256, size_bytes=150_000))
        asked = await harness.ask(prompt, n=4)
        path = harness.blobs / str(asked.id) / name
        await asyncio.to_thread(kill_when_there, harness.bot.pid, path)
        yield

    return reach


def kill_when_there(pid: int, path: Path) -> None:
    """Kill a process as soon as a file is there; blocks."""
    until = time.monotonic() + 30
    while not path.exists():
        if time.monotonic() > until:
            raise TimeoutError(path)
        # The provider and Discord run in this process too.
        time.sleep(0.0005)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _edit(*, applied: bool, refused: bool = False, n: int = 1) -> Reach:
    @asynccontextmanager
    async def reach(harness: Harness) -> AsyncIterator[None]:
        prompt = harness.new_prompt()
        if refused:
            harness.images.always(re.escape(prompt), REFUSED)
        asked = await harness.ask(prompt, n=n)
        gate = harness.discord.hold_next("PATCH", asked.original, applied=applied, where=is_final_edit)
        await gate.reached()
        yield
        gate.cut()

    return reach


def _in_channel(*, applied: bool, late: bool = False) -> Reach:
    """Die while the answer goes into the channel; `late`: Discord takes it when its sender is dead already."""

    @asynccontextmanager
    async def reach(harness: Harness) -> AsyncIterator[None]:
        prompt = harness.new_prompt()
        drawing = harness.images.hold_next(Moment.ARRIVED, prompt=re.escape(prompt))
        asked = await harness.ask(prompt, n=2)
        await drawing.reached()
        asked.handle.expire()
        gate = harness.discord.hold_next("POST", "/channels/.*/messages$", applied=applied, where=_is_of(asked))
        drawing.release()
        await gate.reached()
        yield
        if late:
            gate.release()
            await harness.discord.wait_for_message(
                lambda one: _names(asked) <= {file.filename for file in one.attachments}
            )
        else:
            gate.cut()

    return reach


def _between_two_messages(*, applied: bool) -> Reach:
    @asynccontextmanager
    async def reach(harness: Harness) -> AsyncIterator[None]:
        prompt = harness.new_prompt()
        harness.images.always(re.escape(prompt), Draw(side=1600, size_bytes=7_000_000))
        asked = await harness.ask(prompt, n=4)
        gate = harness.discord.hold_next("POST", "/channels/.*/messages$", applied=applied, where=_is_of(asked))
        await gate.reached(timeout_seconds=30)
        yield
        gate.cut()

    return reach


def _cancel(point: str) -> Reach:
    @asynccontextmanager
    async def reach(harness: Harness) -> AsyncIterator[None]:
        prompt = harness.new_prompt()
        drawing = harness.images.hold_next(Moment.ARRIVED, prompt=re.escape(prompt))
        asked = await harness.ask(prompt)
        await drawing.reached()
        shown = await asked.handle.state(has_cancel)
        pressed = await harness.discord.click(asked.user, shown, "Cancel")
        if point == "pressed":
            gate = harness.discord.hold_next("POST", rf"/interactions/{pressed.id}/")
        else:
            applied = point == "said"
            gate = harness.discord.hold_next("PATCH", asked.original, applied=applied, where=is_final_edit)
        await gate.reached()
        yield
        gate.cut()
        drawing.release()

    return reach


def _names(asked: Asked) -> set[str]:
    return {f"easel-{asked.id}-{place}.png" for place in range(1, asked.n + 1)}


def _is_of(asked: Asked) -> Callable[[Call], bool]:
    return lambda call: any(upload.filename in _names(asked) for upload in call.uploads)


KILL_POINTS = {
    "before the acknowledgement": KillPoint(_acknowledgement(applied=False)),
    "after the acknowledgement": KillPoint(_acknowledgement(applied=True)),
    "while files are taken in": KillPoint(_taking_files_in),
    "while it waits": KillPoint(_waiting, {"JOBS_CONCURRENCY": "1"}),
    "before the call is answered": KillPoint(_call(Moment.ARRIVED)),
    "before the call is answered, twice": KillPoint(_call(Moment.ARRIVED, again=True), outlasts=True),
    "while the answer arrives": KillPoint(_call(Moment.HALF_SENT, n=2)),
    "after the answer was sent": KillPoint(_call(Moment.SENT, n=2)),
    "after the first picture is kept": KillPoint(_blob("1-1.png")),
    "after the third picture is kept": KillPoint(_blob("1-3.png")),
    "after all of the answer is kept": KillPoint(_blob("answer.json")),
    "before the answer is edited": KillPoint(_edit(applied=False, n=2)),
    "after the answer was edited": KillPoint(_edit(applied=True, n=2)),
    "before a sentence is said": KillPoint(_edit(applied=False, refused=True)),
    "after a sentence was said": KillPoint(_edit(applied=True, refused=True)),
    "before the channel has it": KillPoint(_in_channel(applied=False)),
    "before the channel has it, which then does": KillPoint(_in_channel(applied=False, late=True)),
    "after the channel has it": KillPoint(_in_channel(applied=True)),
    "before a second message": KillPoint(_between_two_messages(applied=False)),
    "after a second message": KillPoint(_between_two_messages(applied=True)),
    "before a cancel is acknowledged": KillPoint(_cancel("pressed")),
    "before a cancel is told": KillPoint(_cancel("saying")),
    "after a cancel was told": KillPoint(_cancel("said")),
}
"""All that a job can die in, by name."""

PARTS_OF_LIFE: dict[str, tuple[str, ...]] = {
    "the way in": ("before the acknowledgement", "after the acknowledgement", "while files are taken in"),
    "the queue": ("while it waits",),
    "the call": (
        "before the call is answered",
        "before the call is answered, twice",
        "while the answer arrives",
        "after the answer was sent",
        "before a cancel is acknowledged",
        "before a cancel is told",
        "after a cancel was told",
        "after the third picture is kept",
        "after the first picture is kept",
    ),
    "the way out": (
        "before the answer is edited",
        "after the answer was edited",
        "before a sentence is said",
        "after a sentence was said",
        "before the channel has it",
        "before the channel has it, which then does",
        "after the channel has it",
        "before a second message",
        "after a second message",
        "after all of the answer is kept",
    ),
}
"""All points in their order, but that one which kills the process by itself comes last."""
ALONE = frozenset({"before the call is answered, twice", "after the third picture is kept", "after a second message"})
"""Those that cannot be reached beside others: they kill by themselves, or what is posted at once has an end."""
