"""Blobs in a folder.

Not obstore's LocalStore: that renames without an fsync, so that a power cut can leave an empty file behind a
row that names it.
"""

import asyncio
import os
import shutil
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Self, TypeVar
from uuid import uuid4

from bot.store.errors import BlobMissing, StoreUnavailable

_PARTIAL = ".partial"
_ABANDONED_AFTER_SECONDS = 3600.0
_THREADS = 4

T = TypeVar("T")


class FolderBlobs:
    """Files under a root: written to a temporary name, fsynced, renamed, their folders fsynced."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="blobs")

    @classmethod
    def open(cls, root: Path) -> Self:
        """Make the folder where it is missing, and clear out what a crash left half written; blocks.

        Raises:
            StoreUnavailable: it cannot be made.
        """
        try:
            (root / _PARTIAL).mkdir(parents=True, exist_ok=True)
            _clear(root / _PARTIAL)
        except OSError as error:
            raise StoreUnavailable from error
        return cls(root)

    async def put(self, blobs: Mapping[str, bytes]) -> None:
        """Keep bytes by their names, each for good before the next one."""

        def write() -> None:
            for name, data in blobs.items():
                self._write(self._root / name, data)

        await self._run(write)

    async def get(self, name: str) -> bytes:
        """Read all of a blob."""
        return await self._run(lambda: self._read(name))

    async def delete(self, names: list[str]) -> None:
        """Delete what is there of these, and the folders that become empty."""

        def unlink() -> None:
            for name in names:
                path = self._root / name
                path.unlink(missing_ok=True)
                with suppress(OSError):  # it has further files, or is gone already
                    path.parent.rmdir()

        await self._run(unlink)

    async def drop(self, folder: str) -> None:
        """Delete a folder with all that is in it."""

        def remove() -> None:
            with suppress(FileNotFoundError):
                shutil.rmtree(self._root / folder)

        await self._run(remove)

    async def close(self) -> None:
        """Wait for what is under way and let go of the threads."""
        await asyncio.to_thread(self._threads.shutdown)

    async def _run(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        except OSError as error:
            raise StoreUnavailable from error

    def _read(self, name: str) -> bytes:
        try:
            return (self._root / name).read_bytes()
        except FileNotFoundError as error:
            raise BlobMissing(name) from error

    def _write(self, path: Path, data: bytes) -> None:
        # No `tempfile` and no look whether the folder is there: each call into the system lets go of the interpreter.
        temporary = self._root / _PARTIAL / uuid4().hex
        try:
            _write_file(temporary, data)
            try:
                temporary.replace(path)
            except FileNotFoundError:
                path.parent.mkdir(parents=True, exist_ok=True)
                _sync_folder(path.parent.parent)
                temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(path.parent)


def _write_file(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _clear(folder: Path) -> None:
    # Other processes may share the folder: only what nobody can be writing any more.
    oldest = time.time() - _ABANDONED_AFTER_SECONDS
    for path in folder.iterdir():
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < oldest:
                path.unlink()
