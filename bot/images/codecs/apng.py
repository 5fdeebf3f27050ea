"""Animated PNG: the first frame of one whose default image is none."""

import struct
from dataclasses import dataclass

from bot.images.codecs.excerpt import Excerpt
from bot.images.codecs.header import Box
from bot.images.codecs.png_chunks import is_sound, make_chunk, read_chunks

_FCTL_BYTES, _FDAT_BYTES = 12 + 26, 12 + 4


@dataclass(frozen=True, slots=True)
class HiddenFrame:
    """A first frame that no plain reader sees: where it lies, and the stretches of its data."""

    box: Box
    data: tuple[tuple[int, int], ...]

    def insert_header(self, excerpt: Excerpt, source: bytes) -> None:
        """Append the IHDR that the frame has as a picture of its own."""
        left, top, right, bottom = self.box
        excerpt.insert(make_chunk(b"IHDR", struct.pack(">II", right - left, bottom - top) + source[24:29]))

    def insert_data(self, excerpt: Excerpt, source: bytes) -> None:
        """Append its data, as the IDAT that they are there."""
        for start, end in self.data:
            excerpt.insert(make_chunk(b"IDAT", source[start:end]))


def find_first_frame(data: bytes) -> HiddenFrame | None:
    """Find the first frame of an animation whose default image is none; None too where it is not whole.

    W3C PNG, third edition, 11.3.6: the default image is a frame where an fcTL comes before it.
    """
    width, height = struct.unpack_from(">II", data, 16)
    box: Box | None = None
    parts: list[tuple[int, int]] = []
    seen: set[bytes] = set()
    for kind, start, end in read_chunks(data):
        if kind == b"IDAT" and b"acTL" not in seen:
            return None
        if kind == b"fcTL":
            if b"IDAT" not in seen:
                return None
            if box is not None:
                break
            box = _read_box(data, start, end)
            if box is None or box[2] > width or box[3] > height:
                return None
        elif kind == b"fdAT" and box is not None:
            if end - start < _FDAT_BYTES or not is_sound(data, start, end):
                return None
            parts.append((start + 12, end - 4))
        seen.add(kind)
    return HiddenFrame(box, tuple(parts)) if box is not None and parts else None


def _read_box(data: bytes, start: int, end: int) -> Box | None:
    if end - start != _FCTL_BYTES or not is_sound(data, start, end):
        return None
    width, height, left, top = struct.unpack_from(">IIII", data, start + 12)
    return (left, top, left + width, top + height) if width and height else None
