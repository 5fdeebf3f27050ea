"""Whether the scans of a JPEG hold the whole picture, where it has no end mark that says so."""

import struct
from io import BytesIO

import numpy as np
from PIL import Image, JpegImagePlugin

END = b"\xff\xd9"
"""The end mark; ITU-T T.81, table B.1."""

_COEFFICIENTS = 64
_LAST_ROWS = 32
"""Pixels; two rows of the largest blocks. What a scan lacks is missing at its end, and so at the bottom."""
_NONSENSE = bytes((73 * place + 169) % 251 for place in range(512))
_FILLING = b"".join(_NONSENSE + bytes((0xFF, 0xD0 + place % 8)) for place in range(16))
"""Coded data that mean nothing in particular, with every restart mark that a decoder may wait for.

They begin with a bit that is set: where the data end, a decoder goes on with zeros.
"""


class ScanCoverage:
    """What the scan headers promise: whether every coefficient of every component comes in full precision."""

    def __init__(self) -> None:
        self._missing: dict[int, set[int]] = {}

    def begin(self, frame: bytes, *, progressive: bool) -> None:
        """Read a frame header; ITU-T T.81, B.2.2."""
        parts = range(_COEFFICIENTS) if progressive else range(1)
        self._missing = {component: set(parts) for component in frame[6::3]}

    def add(self, scan: bytes) -> None:
        """Read a scan header; ITU-T T.81, B.2.3 and G.1.1.1."""
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
    return np.array_equal(_decode_bottom(data + END), _decode_bottom(data + _FILLING + END))


def _decode_bottom(data: bytes) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    image: Image.Image = JpegImagePlugin.JpegImageFile(BytesIO(data))
    width, height = image.size
    return np.asarray(image.crop((0, max(0, height - _LAST_ROWS), width, height)))
