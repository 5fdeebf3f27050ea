"""Freed memory, back to the system."""

import ctypes
import subprocess
import sys

import pytest

_PROGRAM = """
from pathlib import Path

from bot.images.memory import keep_pictures_apart

PICTURE_BYTES = 1_500_000


def resident_bytes():
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096


keep_pictures_apart()
bytes(30_000_000)  # the largest that was ever seen; what is smaller would lie on the heap from now on
pictures, between = [], []
for _ in range(100):
    pictures.append(b"x" * PICTURE_BYTES)
    between.append(b"y" * 1000)
held = resident_bytes()
pictures.clear()
print(held - resident_bytes())
"""
"""In a process of its own, since the allocator's settings hold for all of it."""


@pytest.mark.skipif(sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallopt"), reason="needs glibc")
def test_pictures_that_are_freed_go_back_whatever_lies_between_them() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], check=True, capture_output=True, text=True)  # noqa: S603
    assert int(done.stdout) > 140_000_000
