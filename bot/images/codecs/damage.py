"""The one place where what hostile bytes make a reader raise becomes BrokenImage."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.domain.errors import BrokenImage, EaselError, ImageTooComplex


@contextmanager
def reading_hostile_bytes() -> Iterator[None]:
    """Turn every failure of the block into BrokenImage; our own errors pass through.

    A parser raises whatever the bytes lead it to: Pillow raises OSError, SyntaxError, ValueError, EOFError,
    struct.error, zlib.error, IndexError, OverflowError and more. So the block holds parsing alone.

    Raises:
        ImageTooComplex: there is no memory for it.
        BrokenImage: from any other exception; `detail` is its type and message.
    """
    try:
        yield
    except EaselError:
        raise
    except MemoryError as failure:
        raise ImageTooComplex(reason="memory") from failure
    except Exception as failure:
        raise BrokenImage(detail=f"{type(failure).__name__}: {failure}") from failure
