"""How times, memory and event-loop delays are measured, and how a figure is printed with its target."""

import re
import resource
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

_KILOBYTE = 1024
_FEWEST_ROUNDS, _MOST_ROUNDS = 3, 15
_ENOUGH_SECONDS = 2.0
_OURS_PER_ROUND = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what was measured, how it came out, its target in words, and whether that is met."""

    name: str
    measured: str
    target: str
    met: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Rival:
    """Two ways to do one piece of work; each is a module-level function, so that another process can call it."""

    ours: Callable[[bytes], object]
    reference: Callable[[bytes], object]


def medians(rival: Rival, given: bytes) -> tuple[float, float]:
    """Return the median seconds of our way and of the reference.

    They take turns, so that whatever else the machine does slows down both; the first round does not count.
    """
    ours: list[float] = []
    reference: list[float] = []
    while len(reference) <= _FEWEST_ROUNDS or (sum(reference) < _ENOUGH_SECONDS and len(reference) < _MOST_ROUNDS):
        ours += (_seconds(rival.ours, given) for _ in range(_OURS_PER_ROUND))
        reference.append(_seconds(rival.reference, given))
    return statistics.median(ours[_OURS_PER_ROUND:]), statistics.median(reference[1:])


def extra_bytes(work: Callable[[bytes], object], given: bytes) -> int:
    """Return by how much one call raises the peak memory of a fresh process that has all its modules loaded."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_peak_growth, work, given).result()


def speed_row(name: str, rival: Rival, given: bytes, *, times: float) -> Row:
    """Compare two medians; the target is at least `times` as fast."""
    ours, reference = medians(rival, given)
    ratio = reference / ours
    return Row(
        name=name,
        measured=f"{ratio:.1f}x as fast",
        target=f"at least {times:g}x",
        met=ratio >= times,
        detail=f"{ours * 1e3:.2f} ms, reference {reference * 1e3:.0f} ms",
    )


def memory_row(name: str, rival: Rival, given: bytes, *, part: float) -> Row:
    """Compare two peaks; the target is at most 1/`part` of the extra memory."""
    ours, reference = extra_bytes(rival.ours, given), extra_bytes(rival.reference, given)
    ratio = reference / max(ours, 1)
    return Row(
        name=name,
        measured=f"1/{ratio:.0f} of the memory",
        target=f"at most 1/{part:g}",
        met=ratio >= part,
        detail=f"+{ours / 1e6:.1f} MB, reference +{reference / 1e6:.0f} MB",
    )


def _seconds(work: Callable[[bytes], object], given: bytes) -> float:
    start = time.perf_counter()
    work(given)
    return time.perf_counter() - start


def _peak_growth(work: Callable[[bytes], object], given: bytes) -> int:
    before = _peak_bytes()
    work(given)
    return _peak_bytes() - before


def _peak_bytes() -> int:
    # Linux's ru_maxrss starts at the peak of the process that started this one; VmHWM starts anew.
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\s+(\d+)", status.read_text(encoding="ascii"))[1]) * _KILOBYTE  # type: ignore[index]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * _KILOBYTE
