"""Memory: a picture that is freed goes back to the system."""

import ctypes
from contextlib import suppress

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
_PICTURE_BYTES = 512 * 1024
"""Above the 256 KB that asyncio allocates for each read from a socket: mapped, they took a sixth of all the time."""
_KEPT_BYTES = 8 * 1024 * 1024
"""What may be free at a heap's end: at the 128 KB of the default it shrinks and grows with each of those reads."""
_ARENAS = 2


def keep_pictures_apart() -> None:
    """Have each block of a picture's size mapped by itself, so that it is gone when it is freed; for glibc alone.

    glibc raises that threshold to the largest block it has seen freed, up to 32 MiB, after which pictures lie between
    small objects and stay; and it has up to eight heaps a core, each with what its threads once needed.
    https://man7.org/linux/man-pages/man3/mallopt.3.html
    """
    try:
        set_option = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError, TypeError):
        return
    set_option(_M_MMAP_THRESHOLD, _PICTURE_BYTES)
    set_option(_M_TRIM_THRESHOLD, _KEPT_BYTES)
    set_option(_M_ARENA_MAX, _ARENAS)


def give_memory_back() -> None:
    """Give what is free in the heaps back to the system; for glibc alone.

    https://man7.org/linux/man-pages/man3/malloc_trim.3.html
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
