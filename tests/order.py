"""The order of the tests when several processes share them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

# No two parts begin with the same: a browser draws on every core there is.
_WAITING = ("browser", "faults", "process", "fleet")


def spread(items: Sequence[pytest.Item], processes: int) -> list[pytest.Item]:
    """The tests in an order in which some processes wait while others work.

    Tests of real processes and browsers mostly wait, all others need a processor. pytest-xdist gives each process a
    part of the list, of the same length and in its order, and moves tests only later, from the end of the longest
    part. So the tests that wait come first in every part but the last, folder by folder.
    """
    if processes == 1:
        return list(items)
    waiting = [[item for item in items if item.path.parent.name == folder] for folder in _WAITING]
    working = [item for item in items if item.path.parent.name not in _WAITING]
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
