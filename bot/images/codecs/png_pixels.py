"""Whether the pixels of a PNG are all there, where its end is not."""

import zlib
from collections.abc import Sequence

_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Of an interlaced picture: first column and row, and steps; W3C PNG, third edition, 8.1."""
_BLOCK = 256 * 1024


def are_pixels_whole(data: bytes, stretches: Sequence[tuple[int, int]], size: tuple[int, int]) -> bool:
    """Tell whether stretches of a PNG's data inflate to all rows of a picture of `size`, whatever follows.

    Raises:
        zlib.error: they are damaged.
    """
    missing = _row_bytes(data, size)
    inflater = zlib.decompressobj()
    for start, end in stretches:
        for place in range(start, end, _BLOCK):
            block = data[place : min(end, place + _BLOCK)]
            while block and missing > 0 and not inflater.eof:
                missing -= len(inflater.decompress(block, _BLOCK))
                block = inflater.unconsumed_tail
    return missing <= len(inflater.flush())


def _row_bytes(data: bytes, size: tuple[int, int]) -> int:
    depth, colour, interlaced = data[24], data[25], data[28]
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    total = 0
    for left, top, across, down in passes:
        columns, rows = -(-(size[0] - left) // across), -(-(size[1] - top) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * _SAMPLES[colour] * depth + 7) // 8)
    return total
