"""Blobs: the files that came in and the pictures that came back, by name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from bot.store.blobs.bucket import BucketBlobs
from bot.store.blobs.folder import FolderBlobs
from bot.store.errors import StoreUnavailable

_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}){0,3}")


class BlobStore(Protocol):
    """Where blobs are: a folder or a bucket."""

    async def put(self, blobs: Mapping[str, bytes]) -> None:
        """Keep bytes by their names, each for good before the next one; what had a name is replaced whole."""
        ...

    async def get(self, name: str) -> bytes:
        """Read all of a blob."""
        ...

    async def delete(self, names: list[str]) -> None:
        """Delete what is there of these."""
        ...

    async def drop(self, folder: str) -> None:
        """Delete all blobs whose names begin with a folder, which has no `/` in it."""
        ...

    async def close(self) -> None:
        """Let go of threads."""
        ...


class Blobs:
    """Named bytes. A name is made by the caller, `job/label`, and never from what somebody wrote."""

    def __init__(self, store: BlobStore, *, failed: Callable[[], None] = lambda: None) -> None:
        """Take a store; `failed` is called whenever it does not do what it is asked."""
        self._store = store
        self._failed = failed

    async def put(self, data: bytes, *, name: str) -> str:
        """Keep bytes under a name, which comes back; when this returns, a power cut loses them no more.

        Raises:
            ValueError: the name has other characters than `A-Za-z0-9._-` and `/` between parts, or hides something.
            StoreUnavailable: the disk is full, the bucket does not answer.
        """
        await self.put_in_order({name: data})
        return name

    async def put_in_order(self, blobs: Mapping[str, bytes]) -> None:
        """Keep bytes by their names, each for good before the next one: where the last one is, all are.

        Raises:
            ValueError, StoreUnavailable: as for `put`.
        """
        checked = {_checked(name): data for name, data in blobs.items()}
        with self._failures():
            await self._store.put(checked)

    async def get(self, name: str) -> bytes:
        """Read a blob.

        Raises:
            ValueError: as for `put`.
            BlobMissing: there is none of this name.
            StoreUnavailable: the disk failed, the bucket does not answer.
        """
        checked = _checked(name)
        with self._failures():
            return await self._store.get(checked)

    async def delete(self, names: Iterable[str]) -> None:
        """Delete blobs; one that is missing is no error.

        Raises:
            ValueError: as for `put`.
            StoreUnavailable: the disk failed, the bucket does not answer.
        """
        checked = [_checked(name) for name in names]
        with self._failures():
            await self._store.delete(checked)

    async def drop(self, job_id: int) -> None:
        """Delete every blob of a job, those that no row names too; none is no error.

        Raises:
            StoreUnavailable: the disk failed, the bucket does not answer.
        """
        with self._failures():
            await self._store.drop(str(job_id))

    async def close(self) -> None:
        """Let go of threads; nothing may be asked afterwards."""
        await self._store.close()

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except StoreUnavailable:
            self._failed()
            raise


def open_blobs(url: str | None, data_dir: Path, *, failed: Callable[[], None] = lambda: None) -> Blobs:
    """Open a `BLOB_URL`: None is the folder `blobs` in the data folder. Blocks while it looks at the folder.

    `file:///…` is another folder, `s3://bucket/prefix`, `gs://bucket/prefix` and `az://container/prefix` are buckets,
    whose credentials come from the environment, `memory:///` is for tests.

    Raises:
        ValueError: it is no such address. The message does not repeat it, since it may hold a secret.
        StoreUnavailable: the folder cannot be made.
    """
    if not url:
        return Blobs(FolderBlobs.open(data_dir / "blobs"), failed=failed)
    parts = urlsplit(url)
    if parts.scheme == "file":
        return Blobs(FolderBlobs.open(Path(unquote(parts.path))), failed=failed)
    return Blobs(BucketBlobs.open(url), failed=failed)


def _checked(name: str) -> str:
    if _NAME.fullmatch(name) is None:
        raise ValueError(f"{name!r} is no name for a blob")
    return name
