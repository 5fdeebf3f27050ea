"""Freed memory, back to the system."""

import ctypes
import sys
from pathlib import Path

import pytest

from bot.images.memory import give_back


def resident_bytes() -> int:
    fields = Path("/proc/self/statm").read_text("ascii").split()
    return int(fields[1]) * 4096


@pytest.mark.skipif(sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="needs glibc")
def test_what_many_pieces_leave_behind_goes_back() -> None:
    pieces = [bytes(60_000) for _ in range(4000)]
    keep = pieces[-1]
    del pieces
    held = resident_bytes()
    give_back()
    assert held - resident_bytes() > 50_000_000
    assert len(keep) == 60_000
