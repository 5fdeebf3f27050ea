"""Base64 that comes in pieces of any length."""

import binascii
import io

import pybase64

_WHITE = b" \t\r\n"
_TO_STANDARD = bytes.maketrans(b"-_", b"+/")
"""The alphabet that is safe in addresses (RFC 4648, 5) to the common one."""
_QUANTUM = 4
_PADDING = ord("=")


class Base64Stream:
    """A decoder that is fed piece by piece.

    The bytes are gathered in a BytesIO because its `getvalue` hands its buffer over without a copy.
    """

    __slots__ = ("_carry", "_ended", "_out")

    def __init__(self) -> None:
        self._out = io.BytesIO()
        self._carry = b""
        self._ended = False

    def write(self, piece: memoryview) -> None:
        """Decode a piece of either alphabet; white space is passed over.

        Raises:
            ValueError: it is not base64.
        """
        try:
            self._write(piece)
        except binascii.Error:
            plain, carry = bytes(piece).translate(_TO_STANDARD, _WHITE), self._carry.translate(_TO_STANDARD)
            if plain == piece and carry == self._carry:
                raise
            self._carry = carry
            self._write(memoryview(plain))

    def _write(self, piece: memoryview) -> None:
        if not piece:
            return
        if self._ended:
            raise binascii.Error("more after the padding")
        head = b""
        if self._carry:
            missing = _QUANTUM - len(self._carry)
            head, piece = self._carry + bytes(piece[:missing]), piece[missing:]
            if len(head) < _QUANTUM:
                self._carry = head.translate(None, _WHITE)
                return
        whole = len(piece) - len(piece) % _QUANTUM
        # All is decoded before any of it is kept, so that `write` can come again with the white space gone.
        first = pybase64.b64decode(head, validate=True)
        body = pybase64.b64decode(piece[:whole], validate=True)
        carry = bytes(piece[whole:]).translate(None, _WHITE)
        if head.endswith(b"="):
            self._ended = True
            if body or carry:
                raise binascii.Error("more after the padding")
        elif whole and piece[whole - 1] == _PADDING:
            self._ended = True
            if carry:
                raise binascii.Error("more after the padding")
        self._out.write(first)
        self._out.write(body)
        self._carry = carry

    def finish(self) -> bytes:
        """Hand the bytes over; padding may be missing.

        Raises:
            ValueError: the text ended within a byte.
        """
        tail = self._carry.translate(_TO_STANDARD).rstrip(b"=")
        if self._carry:
            self._out.write(pybase64.b64decode(tail + b"=" * (_QUANTUM - len(tail)), validate=True))
        return self._out.getvalue()
