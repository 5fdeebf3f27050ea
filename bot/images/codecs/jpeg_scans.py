"""Whether the scans of a JPEG hold the whole picture, where it has no end mark that says so."""

import hashlib
import struct
from io import BytesIO

from PIL import Image, JpegImagePlugin

from bot.domain.errors import ImageTooComplex

END = b"\xff\xd9"
"""The end mark; ITU-T T.81, table B.1."""

MOST_SCANS = 20
"""A progressive JPEG has about 10; each one costs a decoder a pass over the whole picture."""
_COEFFICIENTS = 64
_ROWS = 256
"""Pixels that are looked at in one go: a copy of all of a large picture would take as much memory again."""
_NONSENSE = bytes((73 * place + 169) % 251 for place in range(512))
"""Coded data that mean nothing in particular; the first bit is set, since a decoder without data goes on with zeros."""
_START = b"\xff\xda"
_RESTARTS = 8
"""Restart marks follow each other in a circle, FFD0 to FFD7."""


class ScanCoverage:
    """What the scan headers promise: whether every coefficient of every component comes in full precision."""

    def __init__(self) -> None:
        self._missing: dict[int, set[int]] = {}
        self.scans = 0

    def begin(self, frame: bytes, *, progressive: bool) -> None:
        """Read a frame header; ITU-T T.81, B.2.2."""
        parts = range(_COEFFICIENTS) if progressive else range(1)
        self._missing = {component: set(parts) for component in frame[6::3]}

    def add(self, scan: bytes) -> None:
        """Read a scan header; ITU-T T.81, B.2.3 and G.1.1.1.

        Raises:
            ImageTooComplex: it is one too many.
        """
        self.scans += 1
        if self.scans > MOST_SCANS:
            raise ImageTooComplex(reason="scans")
        components = scan[1 : 1 + 2 * scan[0] : 2]
        first, last, precision = struct.unpack_from("BBB", scan, 1 + 2 * scan[0])
        if precision & 0x0F:
            return
        for component in components:
            self._missing.get(component, set()).difference_update(range(first, last + 1))

    @property
    def is_complete(self) -> bool:
        """Tell whether nothing is missing."""
        return bool(self._missing) and not any(self._missing.values())


def are_whole(data: bytes) -> bool:
    """Tell whether a JPEG without its end mark holds all of its last scan.

    It does where what follows the data makes no difference: a decoder goes on with whatever it is given for what is
    missing, and says nothing. That takes two decodes of the whole picture, and few files need it.
    """
    data = data.rstrip(END[:1])
    return _digest(data + END) == _digest(data + _fill(data) + END)


def _fill(data: bytes) -> bytes:
    """Make data to go on with, that hold each restart mark in its turn."""
    scan = data.rfind(_START)
    last, place = max((data.rfind(_restart(number), scan), number) for number in range(_RESTARTS))
    first = 0 if last < 0 else place + 1
    return b"".join(_NONSENSE + _restart(number) for number in range(first, first + 2 * _RESTARTS))


def _restart(number: int) -> bytes:
    return bytes((0xFF, 0xD0 + number % _RESTARTS))


def _digest(data: bytes) -> bytes:
    image: Image.Image = JpegImagePlugin.JpegImageFile(BytesIO(data))
    pixels = hashlib.blake2b()
    for top in range(0, image.height, _ROWS):
        pixels.update(image.crop((0, top, image.width, min(image.height, top + _ROWS))).tobytes())
    return pixels.digest()
