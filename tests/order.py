"""The order of the tests when several processes share them."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest

_WAITING = ("browser", "faults", "fleet", "process")


def spread(items: Sequence[pytest.Item], processes: int) -> list[pytest.Item]:
    """The tests in an order in which some processes wait while others work.

    Tests of real processes and browsers mostly wait, all others need a processor. pytest-xdist gives each process a
    part of the list, of the same length and in its order, and moves tests only later, from the end of the longest
    part. So the tests that wait come first in every part but the last, file by file.
    """
    if processes == 1:
        return list(items)
    waiting: list[list[pytest.Item]] = []
    working: list[pytest.Item] = []
    for path, group in groupby(items, key=lambda item: item.path):
        if _waits(path):
            waiting.append(list(group))
        else:
            working.extend(group)
    heads = processes - 1
    parts = [list(chain.from_iterable(waiting[head::heads])) for head in range(heads)]
    parts.append([])
    left = len(items)
    ordered: list[pytest.Item] = []
    for index, part in enumerate(parts):
        length = left // (processes - index)
        fill = max(0, length - len(part)) if index < processes - 1 else len(working)
        ordered += part + working[:fill]
        del working[:fill]
        left -= len(part) + fill
    return ordered


def _waits(path: Path) -> bool:
    return path.parent.name in _WAITING
