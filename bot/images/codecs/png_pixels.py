"""Whether the pixels of a PNG are all there, where its end is not."""

import zlib
from collections.abc import Sequence

_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Of an interlaced picture: first column and row, and steps; W3C PNG, third edition, 8.1."""
_BLOCK = 256 * 1024
_ZLIB_HEADER_BYTES = 2


def are_pixels_whole(data: bytes, stretches: Sequence[tuple[int, int]], size: tuple[int, int]) -> bool:
    """Tell whether stretches of a PNG's data inflate to all rows of a picture of `size`, whatever follows.

    Their end mark has to be there and something of their sum, without which Pillow may read none of it.

    Raises:
        zlib.error: they are damaged.
    """
    missing, skipped, following = _row_bytes(data, size), _ZLIB_HEADER_BYTES, 0
    # The end mark alone ends a stream that has no sum.
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for first, end in stretches:
        start = min(first + skipped, end)
        skipped -= start - first
        for place in range(start, end, _BLOCK):
            block = data[place : min(end, place + _BLOCK)]
            if inflater.eof:
                following += len(block)
                continue
            while block and missing >= 0 and not inflater.eof:
                missing -= len(inflater.decompress(block, _BLOCK))
                block = inflater.unconsumed_tail
            following += len(inflater.unused_data)
    missing -= len(inflater.flush())
    return missing < 0 or (missing == 0 and following > 0)


def _row_bytes(data: bytes, size: tuple[int, int]) -> int:
    depth, colour, interlaced = data[24], data[25], data[28]
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    total = 0
    for left, top, across, down in passes:
        columns, rows = -(-(size[0] - left) // across), -(-(size[1] - top) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * _SAMPLES[colour] * depth + 7) // 8)
    return total
