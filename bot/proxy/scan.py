"""JSON as it arrives: pictures in base64 are decoded on the way, and only the rest is kept to be parsed."""

import json
import re
from enum import Enum, auto
from typing import Any

from bot.proxy.base64_stream import Base64Stream

TEXT_LIMIT_BYTES = 2 * 2**20
"""How much is kept beside the pictures; ten revised prompts of 32,000 characters, all written as escapes, are less."""

_DIGITS_LIMIT = 20
_KEYS = (b"b64_json", b"url")
_MARK = "#"  # no base64 and no address of a picture begins with it
_STRINGS = re.compile(rb'(?:[^"]++|"(?!(?:b64_json|url)")(?:[^"\\]++|\\.)*+")*+', re.DOTALL)
_STRING = re.compile(rb'(?:[^"\\]++|\\.)*+', re.DOTALL)
_HEAD_END = re.compile(rb'[,"]')
_HEAD = re.compile(rb"data:[^,]*;base64", re.IGNORECASE)
_HEAD_LIMIT_BYTES = 256
_DATA = b"data:"
_SPACE = re.compile(rb"[ \t\r\n]*")
_ESCAPE = re.compile(rb'\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))')
_WHOLE_ESCAPES = re.compile(rb'(?:[^\\]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_HALF_ESCAPE = re.compile(rb"\\(?:u[0-9a-fA-F]{0,3})?")
_ESCAPED = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t"}


class Unreadable(Exception):
    """An answer that cannot be read; the text says why, for the log alone.

    `excerpt` is how the answer begins. It is apart from the text because it may echo the key. `is_too_long`: it was
    read up to its limit.
    """

    def __init__(self, why: str, *, excerpt: str = "", is_too_long: bool = False) -> None:
        super().__init__(why)
        self.excerpt = excerpt
        self.is_too_long = is_too_long


class _At(Enum):
    """Where in the text the scanner stands."""

    OUTSIDE = auto()
    STRING = auto()
    AFTER_KEY = auto()
    AFTER_COLON = auto()
    PREFIX = auto()
    ADDRESS = auto()
    BASE64 = auto()
    BROKEN = auto()


class Scanner:
    """Take JSON in chunks cut anywhere, and lift the pictures out of it, decoded.

    Those are the value of every `b64_json`, alone or behind `data:…;base64,`, and of every `url` that is like the
    latter. What is kept beside them is the text with a mark in each one's place, at most `TEXT_LIMIT_BYTES` of it and
    mostly some hundred.
    """

    __slots__ = ("_at", "_base64", "_escaped", "_head", "_key", "_pending", "_pictures", "_rest", "_string_start")

    def __init__(self) -> None:
        self._rest = bytearray()
        self._pictures: list[bytes | None] = []
        self._at = _At.OUTSIDE
        self._string_start = 0
        self._escaped = False
        self._key = b""
        self._head = b""
        self._base64 = Base64Stream()
        self._pending = b""

    @property
    def rest(self) -> bytes:
        """The text so far, without the pictures."""
        return bytes(self._rest)

    def feed(self, data: bytes) -> None:
        """Read on; whether a picture is sound is not told before `picture` is asked for it.

        Raises:
            Unreadable: there is too much text beside the pictures.
        """
        position = 0
        while position < len(data):
            match self._at:
                case _At.OUTSIDE:
                    position = self._outside(data, position)
                case _At.STRING:
                    position = self._string(data, position)
                case _At.PREFIX:
                    position = self._prefix(data, position)
                case _At.ADDRESS:
                    position = self._address(data, position)
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
            document = json.loads(self._rest, parse_int=_to_int)
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
            return _decode(value)
        except (ValueError, TypeError, IndexError) as error:
            raise Unreadable("a picture that is not base64") from error

    def salvage(self) -> tuple[bytes, ...]:
        """Give the pictures that are whole so far, whatever becomes of the text around them."""
        return tuple(picture for picture in self._pictures if picture)

    def holds(self, value: object) -> bool:
        """Say whether a value of the parsed object stands for a picture that was lifted out of it."""
        return isinstance(value, str) and value.startswith(_MARK)

    def _keep(self, text: bytes) -> None:
        if len(self._rest) + len(text) > TEXT_LIMIT_BYTES:
            raise Unreadable(f"over {TEXT_LIMIT_BYTES} bytes beside the pictures")
        self._rest += text

    def _outside(self, data: bytes, position: int) -> int:
        # All the strings that are whole and no key of ours in one go: there may be thousands in a chunk.
        match = _STRINGS.match(data, position)
        end = match.end() if match else position
        self._keep(data[position : end + 1])
        if end == len(data):
            return end
        self._string_start = len(self._rest)
        self._at = _At.STRING
        return end + 1

    def _string(self, data: bytes, position: int) -> int:
        end = self._text_end(data, position)
        self._keep(data[position : end + 1])
        if end == len(data):
            return end
        key = bytes(self._rest[self._string_start : -1])
        if key in _KEYS:
            self._key, self._at = key, _At.AFTER_KEY
        else:
            self._at = _At.OUTSIDE
        return end + 1

    def _text_end(self, data: bytes, position: int) -> int:
        """Find the quote that ends a string, or the end of the data; an escape may be cut in two there."""
        if self._escaped:
            self._escaped = False
            position += 1
        match = _STRING.match(data, position)
        end = match.end() if match else position
        if data[end : end + 1] == b"\\":
            self._escaped = True
            return len(data)
        return end

    def _between(self, data: bytes, position: int) -> int:
        match = _SPACE.match(data, position)
        position = match.end() if match else position
        if position == len(data):
            return position
        found = data[position : position + 1]
        if self._at is _At.AFTER_KEY and found == b":":
            self._keep(found)
            self._at = _At.AFTER_COLON
            return position + 1
        if self._at is _At.AFTER_COLON and found == b'"':
            self._head, self._at = b"", _At.ADDRESS if self._key == b"url" else _At.PREFIX
            return position + 1
        self._at = _At.OUTSIDE
        return position

    def _lift(self) -> None:
        self._keep(b'"%b%d"' % (_MARK.encode(), len(self._pictures)))
        self._base64 = Base64Stream()
        self._at = _At.BASE64

    def _prefix(self, data: bytes, position: int) -> int:
        """Look whether base64 stands alone: some servers put a whole data URL where it belongs."""
        quote = data.find(b'"', position)
        end = min(position + len(_DATA) - len(self._head), len(data) if quote < 0 else quote)
        self._head += data[position:end]
        if len(self._head) < len(_DATA) and quote != end:
            return end
        if self._head.lower() == _DATA:
            self._at = _At.ADDRESS
            return end
        self._lift()
        if self._head:
            self._picture(self._head, 0)
        return end

    def _address(self, data: bytes, position: int) -> int:
        stop = _HEAD_END.search(data, position)
        end = stop.start() if stop else len(data)
        self._head += data[position:end]
        if stop is None and len(self._head) <= _HEAD_LIMIT_BYTES:
            return end
        if stop and stop[0] == b"," and _HEAD.fullmatch(_ESCAPE.sub(_from_escape, self._head)):
            self._lift()
            return end + 1
        # An address like any other is text, its beginning too; there is no quote in that.
        self._keep(b'"')
        self._string_start = len(self._rest)
        self._at = _At.STRING
        self._string(self._head, 0)
        return end

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
        end = self._text_end(data, position)
        if end < len(data):
            self._pictures.append(None)
            self._at = _At.OUTSIDE
        return end + 1

    def _unescape(self, piece: memoryview) -> memoryview:
        text = self._pending + bytes(piece)
        found = _WHOLE_ESCAPES.match(text)
        end = found.end() if found else 0
        self._pending = text[end:]
        if self._pending and not _HALF_ESCAPE.fullmatch(self._pending):
            raise ValueError("an escape that JSON does not have")
        return memoryview(_ESCAPE.sub(_from_escape, text[:end]))


def _to_int(text: str) -> int:
    """Read a number; one that is too long for any use is 0, where Python would refuse to read the whole answer."""
    return int(text) if len(text) <= _DIGITS_LIMIT else 0


def _decode(value: object) -> bytes:
    """Decode base64 of either alphabet, alone or in a data URL.

    Raises:
        TypeError: it is no text.
        ValueError: it is not base64.
    """
    if not isinstance(value, str):
        raise TypeError
    stream = Base64Stream()
    stream.write(memoryview((value.partition(";base64,")[2] or value).encode("ascii", "replace")))
    return stream.finish()


def _from_escape(match: re.Match[bytes]) -> bytes:
    if match[1]:
        code = int(match[1], 16)
        return bytes((code,)) if code.bit_length() < 8 else b"?"  # noqa: PLR2004 - ASCII is seven bits
    return _ESCAPED.get(match[2], match[2])
