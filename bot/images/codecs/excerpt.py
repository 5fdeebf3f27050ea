"""The parts of a file that are kept, without a copy until one is needed."""

import io


class Excerpt:
    """A file made of stretches of another one and of a few inserted bytes, in order."""

    __slots__ = ("_pieces", "_source", "_stretch")

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._pieces: list[memoryview] = []
        self._stretch = (0, 0)

    def keep(self, start: int, end: int) -> None:
        """Append `source[start:end]`; neighbours become one piece."""
        if start != self._stretch[1]:
            self._end_stretch()
            self._stretch = (start, start)
        self._stretch = (self._stretch[0], end)

    def insert(self, new: bytes) -> None:
        """Append bytes that the source does not have."""
        self._end_stretch()
        self._stretch = (-1, -1)
        if new:
            self._pieces.append(memoryview(new))

    def write(self, start: int, end: int, new: bytes) -> None:
        """Append bytes in the place of `source[start:end]`, which are kept where they are the same."""
        if self._source[start:end] == new:
            self.keep(start, end)
        else:
            self.insert(new)

    def to_bytes(self) -> bytes:
        """Join the parts; the source itself, not a copy, where all of it was kept."""
        self._end_stretch()
        if len(self._pieces) == 1 and len(self._pieces[0]) == len(self._source):
            return self._source
        return b"".join(self._pieces)

    def open(self) -> io.BufferedReader:
        """Open the parts as one file, for a decoder."""
        self._end_stretch()
        return io.BufferedReader(_PiecesFile(self._pieces), buffer_size=64 * 1024)

    def _end_stretch(self) -> None:
        start, end = self._stretch
        if end > start:
            self._pieces.append(memoryview(self._source)[start:end])
        self._stretch = (end, end)


class _PiecesFile(io.RawIOBase):
    """Reads pieces as one file; Pillow reads forwards and seeks a few times."""

    def __init__(self, pieces: list[memoryview]) -> None:
        self._pieces = pieces
        self._index = 0
        self._offset = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        lengths = [len(piece) for piece in self._pieces]
        origin = {io.SEEK_SET: 0, io.SEEK_CUR: sum(lengths[: self._index]) + self._offset, io.SEEK_END: sum(lengths)}
        position = max(0, origin[whence] + offset)
        self._index, self._offset = 0, position
        self._skip_finished()
        return position

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]  # typeshed asks for any Buffer
        self._skip_finished()
        if self._index == len(self._pieces):
            return 0
        part = self._pieces[self._index][self._offset : self._offset + len(buffer)]
        buffer[: len(part)] = part
        self._offset += len(part)
        return len(part)

    def _skip_finished(self) -> None:
        while self._index < len(self._pieces) and self._offset >= len(self._pieces[self._index]):
            self._offset -= len(self._pieces[self._index])
            self._index += 1
