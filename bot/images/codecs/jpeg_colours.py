"""The segments of a JPEG that say what its colours are, written with what they say and nothing more."""

from struct import pack

from bot.images.codecs.excerpt import Excerpt
from bot.images.icc import canonical_profile

_APP0, _APP2, _APP14 = 0xE0, 0xE2, 0xEE
# JFIF 1.02, page 5; Adobe Technical Note 5116, page 23; ICC.1:2022, B.4.
_JFIF, _ADOBE, _ICC = b"JFIF\0", b"Adobe", b"ICC_PROFILE\0"
_JFIF_BYTES, _ADOBE_BYTES, _ICC_BYTES = 18, 16, 18
_MOST_UNITS = 2
_NO_DENSITY = b"\1\1\0\0\1\0\1"
_ADOBE_HEAD = b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0"
_MOST_IN_ONE = 65_519


class ColourMarks:
    """JFIF without its thumbnail, Adobe's mark with its transform alone, and the profile as one of its own size."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parts: list[bytes] = []
        self._profile_kept = False

    def keep(self, excerpt: Excerpt, marker: int, start: int, end: int) -> None:
        """Append a segment to what is kept, if it is about colour; a profile with its last part."""
        data, at = self._data, start + 4
        if marker == _APP0 and data.startswith(_JFIF, at) and end - start >= _JFIF_BYTES:
            version, units = data[start + 9], data[start + 11]
            said = data[start + 9 : start + 16] if version == 1 and units <= _MOST_UNITS else _NO_DENSITY
            _write(excerpt, data, (start, end), b"\xff\xe0\x00\x10" + _JFIF + said + b"\0\0")
        elif marker == _APP14 and data.startswith(_ADOBE, at) and end - start >= _ADOBE_BYTES:
            _write(excerpt, data, (start, end), _ADOBE_HEAD + data[start + 15 : start + 16])
        elif marker == _APP2 and data.startswith(_ICC, at) and end - start > _ICC_BYTES:
            self._take_part(excerpt, start, end)

    def _take_part(self, excerpt: Excerpt, start: int, end: int) -> None:
        number, count = self._data[start + 16], self._data[start + 17]
        if self._profile_kept or number != len(self._parts) + 1:
            return
        self._parts.append(self._data[start + _ICC_BYTES : end])
        if number != count:
            return
        self._profile_kept = True
        profile = canonical_profile(b"".join(self._parts))
        if profile is not None:
            pieces = [profile[at : at + _MOST_IN_ONE] for at in range(0, len(profile), _MOST_IN_ONE)]
            segments = [
                b"\xff\xe2" + pack(">H", len(piece) + 16) + _ICC + bytes((place, len(pieces))) + piece
                for place, piece in enumerate(pieces, start=1)
            ]
            _write(excerpt, self._data, (start, end), b"".join(segments))


def _write(excerpt: Excerpt, data: bytes, stretch: tuple[int, int], written: bytes) -> None:
    if data[slice(*stretch)] == written:
        excerpt.keep(*stretch)
    else:
        excerpt.insert(written)
