"""JSON as it arrives: pictures in base64 are decoded on the way, and only the rest is kept to be parsed."""

import json
import re
from enum import Enum, auto
from typing import Any

import pybase64

from bot.proxy.base64_stream import Base64Stream

_KEY = b"b64_json"
_MARK = "#"  # no base64 begins with it
_STOP = re.compile(rb'["\\]')
_SPACE = re.compile(rb"[ \t\r\n]*")
_ESCAPE = re.compile(rb'\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))')
_WHOLE_ESCAPES = re.compile(rb'(?:[^\\]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_HALF_ESCAPE = re.compile(rb"\\(?:u[0-9a-fA-F]{0,3})?")
_ESCAPED = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t"}


class Unreadable(Exception):
    """An answer that cannot be read; the text says why, for the log alone.

    `excerpt` is how the answer begins. It is apart from the text because it may echo the key.
    """

    def __init__(self, why: str, *, excerpt: str = "") -> None:
        super().__init__(why)
        self.excerpt = excerpt


class _At(Enum):
    """Where in the text the scanner stands."""

    OUTSIDE = auto()
    STRING = auto()
    AFTER_KEY = auto()
    AFTER_COLON = auto()
    BASE64 = auto()
    BROKEN = auto()


class Scanner:
    """Take JSON in chunks cut anywhere, and lift the value of every `b64_json` out of it, decoded.

    What is kept is the text with a mark in each value's place, some hundred bytes for an answer of any size.
    """

    __slots__ = ("_at", "_base64", "_escaped", "_pending", "_pictures", "_rest", "_string_start")

    def __init__(self) -> None:
        self._rest = bytearray()
        self._pictures: list[bytes | None] = []
        self._at = _At.OUTSIDE
        self._string_start = 0
        self._escaped = False
        self._base64 = Base64Stream()
        self._pending = b""

    @property
    def rest(self) -> bytes:
        """The text so far, without the pictures."""
        return bytes(self._rest)

    def feed(self, data: bytes) -> None:
        """Read on; whether a picture is sound is not told before `picture` is asked for it."""
        position = 0
        while position < len(data):
            match self._at:
                case _At.OUTSIDE:
                    position = self._outside(data, position)
                case _At.STRING:
                    position = self._string(data, position)
                case _At.BASE64:
                    position = self._picture(data, position)
                case _At.BROKEN:
                    position = self._broken(data, position)
                case _At.AFTER_KEY | _At.AFTER_COLON:
                    position = self._between(data, position)

    def finish(self) -> dict[str, Any]:
        """Parse what is left, an object; `picture` gives what its marks stand for.

        Raises:
            Unreadable: it is not a JSON object, or its end is missing.
        """
        if self._at is _At.BASE64:
            raise Unreadable("cut off within a picture")
        try:
            document = json.loads(self._rest)
        except (ValueError, RecursionError) as error:
            raise Unreadable(f"not JSON, or cut off: {error}") from error
        if not isinstance(document, dict):
            raise Unreadable("JSON, but not an object")
        return document

    def picture(self, value: object) -> bytes | None:
        """Give the picture that a value of the parsed object stands for; None where it stands for none.

        Raises:
            Unreadable: the value is neither a mark nor base64.
        """
        if value is None or value == "":
            return None
        try:
            if isinstance(value, str) and value.startswith(_MARK):
                found = self._pictures[int(value[1:])]
                if found is None:
                    raise Unreadable("a picture that is not base64")
                return found or None
            # A key that was written with escapes is not seen on the way.
            return pybase64.b64decode(value, validate=True)  # type: ignore[arg-type]
        except (ValueError, TypeError, IndexError) as error:
            raise Unreadable("a picture that is not base64") from error

    def _outside(self, data: bytes, position: int) -> int:
        quote = data.find(b'"', position)
        if quote < 0:
            self._rest += data[position:]
            return len(data)
        self._rest += data[position : quote + 1]
        self._string_start = len(self._rest)
        self._at = _At.STRING
        return quote + 1

    def _string(self, data: bytes, position: int) -> int:
        if self._escaped:
            self._escaped = False
            self._rest += data[position : position + 1]
            return position + 1
        stop = _STOP.search(data, position)
        if stop is None:
            self._rest += data[position:]
            return len(data)
        self._rest += data[position : stop.end()]
        if stop[0] == b"\\":
            self._escaped = True
        else:
            is_key = self._rest[self._string_start : -1] == _KEY
            self._at = _At.AFTER_KEY if is_key else _At.OUTSIDE
        return stop.end()

    def _between(self, data: bytes, position: int) -> int:
        match = _SPACE.match(data, position)
        position = match.end() if match else position
        if position == len(data):
            return position
        found = data[position : position + 1]
        if self._at is _At.AFTER_KEY and found == b":":
            self._rest += found
            self._at = _At.AFTER_COLON
            return position + 1
        if self._at is _At.AFTER_COLON and found == b'"':
            self._rest += b'"%b%d"' % (_MARK.encode(), len(self._pictures))
            self._base64 = Base64Stream()
            self._at = _At.BASE64
            return position + 1
        self._at = _At.OUTSIDE
        return position

    def _picture(self, data: bytes, position: int) -> int:
        quote = data.find(b'"', position)
        stop = len(data) if quote < 0 else quote
        piece = memoryview(data)[position:stop]
        half_escape = self._pending
        try:
            if half_escape or data.find(b"\\", position, stop) >= 0:
                piece = self._unescape(piece)
            self._base64.write(piece)
            if quote < 0:
                return stop
            self._base64.write(memoryview(self._pending))  # half an escape at the end is no base64
            self._pictures.append(self._base64.finish())
        except ValueError:
            # It may stand where no picture is looked for, so it is passed over here, as any text.
            self._at, self._escaped, self._pending = _At.BROKEN, half_escape == b"\\", b""
            return position
        self._at = _At.OUTSIDE
        return quote + 1

    def _broken(self, data: bytes, position: int) -> int:
        if self._escaped:
            self._escaped = False
            return position + 1
        stop = _STOP.search(data, position)
        if stop is None:
            return len(data)
        if stop[0] == b"\\":
            self._escaped = True
        else:
            self._pictures.append(None)
            self._at = _At.OUTSIDE
        return stop.end()

    def _unescape(self, piece: memoryview) -> memoryview:
        text = self._pending + bytes(piece)
        found = _WHOLE_ESCAPES.match(text)
        end = found.end() if found else 0
        self._pending = text[end:]
        if self._pending and not _HALF_ESCAPE.fullmatch(self._pending):
            raise ValueError("an escape that JSON does not have")
        return memoryview(_ESCAPE.sub(_from_escape, text[:end]))


def _from_escape(match: re.Match[bytes]) -> bytes:
    if match[1]:
        code = int(match[1], 16)
        return bytes((code,)) if code.bit_length() < 8 else b"?"  # noqa: PLR2004 - ASCII is seven bits
    return _ESCAPED.get(match[2], match[2])
