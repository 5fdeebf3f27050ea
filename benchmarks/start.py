"""What a process has cost by the time that it begins its own work, against one that imports discord.py alone."""

import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Row

_ROOT = Path(__file__).parents[1]
_ROUNDS = 5
_VERSION_PART, _LOADED_TIMES, _LOADED_MEMORY_TIMES = 0.25, 7.0, 3.5

# Told at the end, with no module of ours, so that nothing but what is measured has been imported. `VmHWM` counts from
# the start of this program, where `ru_maxrss` would begin at the peak of whoever started it.
_REPORT = """
import atexit, sys, time
def report():
    seconds = time.process_time()
    try:
        with open("/proc/self/status") as status:
            peak = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    except OSError:
        import resource
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    sys.stderr.write(f"{seconds} {peak}")
atexit.register(report)
"""
_DISCORD = "import discord"
_VERSION = "import runpy; sys.argv = ['bot', '--version']; runpy.run_module('bot', run_name='__main__')"
_BOT = "import bot.wiring.app"
_COMMAND = "import gc; gc.disable(); import bot.cli"
"""As `bot/__main__.py` does it for every command."""


@dataclass(frozen=True, slots=True)
class _Cost:
    seconds: float
    peak_bytes: int


def rows() -> list[Row]:
    """Measure processor time and peak memory; the programs take turns, so that all see the same machine."""
    costs: dict[str, list[_Cost]] = {one: [] for one in (_DISCORD, _VERSION, _BOT, _COMMAND)}
    for _ in range(_ROUNDS):
        for program, measured in costs.items():
            measured.append(_run(program))
    discord, version, bot, command = (_median(measured) for measured in costs.values())
    return [
        _time_row("start: bot --version", version, discord, times=_VERSION_PART),
        _memory_row("start: bot --version", version, discord, times=1.0),
        _time_row("start: import bot.wiring.app", bot, discord, times=_LOADED_TIMES),
        _memory_row("start: import bot.wiring.app", bot, discord, times=_LOADED_MEMORY_TIMES),
        _time_row("start: a command, before it begins", command, discord, times=_LOADED_TIMES),
    ]


def _run(program: str) -> _Cost:
    ended = subprocess.run(  # noqa: S603 - programs that stand above
        [sys.executable, "-c", _REPORT + program], cwd=_ROOT, check=True, capture_output=True, text=True
    )
    seconds, peak = ended.stderr.split()[-2:]
    return _Cost(float(seconds), int(peak))


def _median(measured: list[_Cost]) -> _Cost:
    return _Cost(
        statistics.median(one.seconds for one in measured), int(statistics.median(one.peak_bytes for one in measured))
    )


def _time_row(name: str, ours: _Cost, reference: _Cost, *, times: float) -> Row:
    ratio = ours.seconds / reference.seconds
    return Row(
        name=name,
        measured=f"{ratio:.2f}x the time",
        target=f"at most {times:g}x",
        met=ratio <= times,
        detail=f"{ours.seconds:.2f} s, discord.py {reference.seconds:.2f} s",
    )


def _memory_row(name: str, ours: _Cost, reference: _Cost, *, times: float) -> Row:
    ratio = ours.peak_bytes / reference.peak_bytes
    return Row(
        name=name,
        measured=f"{ratio:.2f}x the memory",
        target=f"at most {times:g}x",
        met=ratio <= times,
        detail=f"{ours.peak_bytes / 1e6:.0f} MB, discord.py {reference.peak_bytes / 1e6:.0f} MB",
    )
