"""The GIF container: its header."""

import struct

from bot.images.codecs.header import Header

SIGNATURES = (b"GIF87a", b"GIF89a")

# GIF89a, appendix A and chapters 18 to 26.
_EXTENSION, _FRAME = 0x21, 0x2C
_GRAPHIC_CONTROL = 0xF9
_MOST_BLOCKS = 100_000
"""Of data in one piece; a block holds up to 255 bytes, and nothing makes a writer use empty ones."""
_MOST_EXTENSIONS = 1_000


def read_header(data: bytes) -> Header:
    """Read the declared properties of the first frame; `data` starts with a signature.

    Width and height are the screen's, and larger where the first frame reaches beyond it. Where the frame is smaller,
    there is nothing around it: no viewer paints the background colour that GIF89a speaks of.

    Raises:
        struct.error, IndexError: cut off before the first frame, or in more pieces than any picture needs.
    """
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    position = 13 + _colours_size(flags)
    transparent = False
    for _ in range(_MOST_EXTENSIONS):
        if data[position] != _EXTENSION:
            break
        if data[position + 1] == _GRAPHIC_CONTROL:
            transparent = bool(data[position + 3] & 1)
        position = _skip_blocks(data, position + 2)
    kind, left, top, frame_width, frame_height, flags = struct.unpack_from("<BHHHHB", data, position)
    if kind != _FRAME:
        raise IndexError
    position = _skip_blocks(data, position + 10 + _colours_size(flags) + 1)
    for _ in range(_MOST_EXTENSIONS):
        if position >= len(data) or data[position] != _EXTENSION:
            break
        position = _skip_blocks(data, position + 2)
    size = max(width, left + frame_width), max(height, top + frame_height)
    box = left, top, left + frame_width, top + frame_height
    fills = box == (0, 0, *size)
    return Header(
        *size,
        animated=position < len(data) and data[position] == _FRAME,
        has_alpha=transparent or not fills,
        frame=None if fills else box,
    )


def _colours_size(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _skip_blocks(data: bytes, position: int) -> int:
    for _ in range(_MOST_BLOCKS):
        if position >= len(data) or not data[position]:
            return position + 1
        position += 1 + data[position]
    raise IndexError
