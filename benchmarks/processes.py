"""What processes and all that they have started take of the machine, as Linux counts it."""

import asyncio
import os
import re
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
_SAMPLE_SECONDS = 0.25
# https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: what follows the name, which may hold spaces.
_PARENT, _TIMES = 1, slice(11, 15)


@dataclass(slots=True)
class Peak:
    """The most memory that was seen, in bytes."""

    size_bytes: int = 0


def processor_seconds(pid: int) -> float:
    """Return what a process and its children have had of the processor, those that have ended among them."""
    return sum(sum(map(int, _stat(one)[_TIMES])) for one in _family(pid)) / _TICKS_PER_SECOND


def memory_bytes(pid: int) -> int:
    """Return what a process and its children have in memory; a page that several share is divided among them (PSS)."""
    return sum(_proportional_bytes(one) for one in _family(pid))


@asynccontextmanager
async def watch_memory(pid: int) -> AsyncIterator[Peak]:
    """Look at the memory of a process and its children four times a second."""
    peak = Peak()

    async def watch() -> None:
        while True:
            peak.size_bytes = max(peak.size_bytes, await asyncio.to_thread(memory_bytes, pid))
            await asyncio.sleep(_SAMPLE_SECONDS)

    watching = asyncio.create_task(watch())
    try:
        yield peak
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


def _family(pid: int) -> Iterable[int]:
    children: dict[int, list[int]] = {}
    for one in _all_pids():
        with suppress(OSError):
            children.setdefault(int(_stat(one)[_PARENT]), []).append(one)
    found = [pid]
    for one in found:
        found += children.get(one, ())
    return found


def _all_pids() -> Iterator[int]:
    return (int(one.name) for one in Path("/proc").iterdir() if one.name.isdecimal())


def _stat(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()


def _proportional_bytes(pid: int) -> int:
    with suppress(OSError):
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        if found := re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE):
            return int(found[1]) * 1024
    return 0
