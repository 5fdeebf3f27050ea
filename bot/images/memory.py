"""Freed memory, back to the system."""

import ctypes
import gc
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Return the freed memory that the allocator holds on to; does nothing where there is no way to ask for that.

    Pictures stay behind in reference cycles until a collection, and in glibc's arenas even then: 20 requests of four
    pictures left 1.2 GB resident, and 0.11 GB after this.
    """
    gc.collect()
    trim = _find_trim()
    if trim is not None:
        trim(0)


@cache
def _find_trim() -> Callable[[int], int] | None:
    try:
        trim: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):
        return None
    return trim
