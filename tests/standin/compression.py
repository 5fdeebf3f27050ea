"""The ways in which the gateway's messages are compressed, as the client's address asks for."""

from __future__ import annotations

import zlib
from typing import Protocol

_ZSTD_MAGIC = bytes.fromhex("28b52ffd")
# No size, no checksum, no dictionary; a window of 16 MiB.
_ZSTD_HEADER = bytes([0x00, 14 << 3])
_ZSTD_BLOCK = 1 << 17


class Stream(Protocol):
    """One direction of one connection."""

    def encode(self, text: str) -> bytes | str:
        """Return one message as it goes over the socket."""


class PlainStream:
    """No compression."""

    def encode(self, text: str) -> str:
        """Return the text itself."""
        return text


class ZlibStream:
    """One zlib context for the connection, flushed after each message."""

    def __init__(self) -> None:
        self._context = zlib.compressobj(level=1)

    def encode(self, text: str) -> bytes:
        """Return the message, ended by 00 00 FF FF."""
        return self._context.compress(text.encode()) + self._context.flush(zlib.Z_SYNC_FLUSH)


class ZstdStream:
    """One zstd frame for the connection, in raw blocks: any decoder reads it, and none is needed to write it.

    The layout is that of RFC 8878, 3.1.1: a block header is three bytes, size << 3 | type << 1 | last.
    """

    def __init__(self) -> None:
        self._head = _ZSTD_MAGIC + _ZSTD_HEADER

    def encode(self, text: str) -> bytes:
        """Return the message as one block or more, after the frame's header in the first one."""
        data = text.encode()
        parts = [self._head]
        self._head = b""
        for start in range(0, len(data), _ZSTD_BLOCK):
            block = data[start : start + _ZSTD_BLOCK]
            parts += [(len(block) << 3).to_bytes(3, "little"), block]
        return b"".join(parts)


def open_stream(name: str | None) -> Stream:
    """Return the stream that `compress=` names; raises `ValueError` for one that Discord does not have."""
    if name is None:
        return PlainStream()
    if name == "zlib-stream":
        return ZlibStream()
    if name == "zstd-stream":
        return ZstdStream()
    raise ValueError(name)
