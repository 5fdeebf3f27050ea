"""The loop's lag is measured, and what holds it is named."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import TYPE_CHECKING

import pytest
import structlog

from bot.loop_watchdog import HELD_SECONDS, LoopWatchdog
from bot.meters import Meters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from structlog.typing import EventDict


def hold_the_loop(prompt: str) -> None:
    """Do what no callback may; nothing else shows it."""
    time.sleep(2 * HELD_SECONDS + 0.1)
    assert prompt


@pytest.fixture
def logged() -> Iterator[list[EventDict]]:
    with structlog.testing.capture_logs() as lines:
        yield lines


def beats(meters: Meters, *, above: float | None = None) -> float:
    samples = {
        (sample.name, sample.labels.get("le")): sample.value
        for metric in meters.loop_lag_seconds.collect()
        for sample in metric.samples
    }
    count = samples["easel_loop_lag_seconds_count", None]
    return count if above is None else count - samples["easel_loop_lag_seconds_bucket", str(above)]


async def test_what_holds_the_loop_is_named_by_its_place_and_measured(logged: list[EventDict]) -> None:
    meters = Meters()
    watchdog = LoopWatchdog(meters)
    watchdog.start()
    asyncio.get_running_loop().call_soon(hold_the_loop, "a very secret fox")
    async with asyncio.timeout(5):
        while not logged:  # noqa: ASYNC110 - there is no event to wait for
            await asyncio.sleep(0.01)
    watchdog.stop()
    [line] = [one for one in logged if "hold_the_loop" in str(one["by"])]
    assert line["event"] == "loop_held"
    assert line["seconds"] > HELD_SECONDS
    assert line["by"].startswith("tests/unit/test_loop_watchdog.py:")
    assert "secret" not in str(line)
    assert beats(meters, above=0.25) >= 1
    assert b"easel_loop_lag_seconds_bucket" in meters.render({}, waiting=0)


async def test_it_ends_with_the_bot_and_can_begin_again() -> None:
    meters = Meters()
    watchdog = LoopWatchdog(meters)
    for _ in range(2):
        before = beats(meters)
        watchdog.start()
        async with asyncio.timeout(5):
            while beats(meters) == before:  # noqa: ASYNC110 - there is no event to wait for
                await asyncio.sleep(0.01)
        watchdog.stop()
        assert "watchdog" not in {one.name for one in threading.enumerate()}
