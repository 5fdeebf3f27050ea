"""Files packed into zips that each fit a limit, on disk and not in memory."""

import zipfile
from pathlib import Path

_ENTRY_BYTES = 30 + 46 + 32
"""A local header, one in the directory, and room for what a flag or a time may add; APPNOTE.TXT, 4.3.7 and 4.3.12."""
_END_BYTES = 22


class ZipFiles:
    """Zips in a folder, each begun when the one before is full. Every method blocks."""

    def __init__(self, folder: Path, *, limit_bytes: int) -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._paths: list[Path] = []
        self._zip: zipfile.ZipFile | None = None
        self._size_bytes = 0

    @property
    def largest_bytes(self) -> int:
        """The most bytes that a file may have, with a name of up to 100 characters."""
        return self._limit_bytes - _END_BYTES - _ENTRY_BYTES - 2 * 100

    def add(self, name: str, data: bytes) -> None:
        """Pack a file, as it is: pictures are compressed already.

        Raises:
            ValueError: it is over `largest_bytes`.
        """
        if len(data) > self.largest_bytes:
            raise ValueError(f"{name} has {len(data)} bytes")
        needed_bytes = len(data) + _ENTRY_BYTES + 2 * len(name.encode())
        if self._zip is None or self._size_bytes + needed_bytes > self._limit_bytes:
            self._begin()
        assert self._zip is not None  # noqa: S101 - begun just now
        self._zip.writestr(name, data)
        self._size_bytes += needed_bytes

    def close(self) -> list[Path]:
        """Finish the last one; gives all of them, in their order."""
        if self._zip is not None:
            self._zip.close()
            self._zip = None
        return self._paths

    def _begin(self) -> None:
        self.close()
        path = self._folder / f"easel-{len(self._paths) + 1}.zip"
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_STORED)
        self._paths.append(path)
        self._size_bytes = _END_BYTES
