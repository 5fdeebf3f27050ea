"""Blobs in a bucket: S3, Google Cloud Storage, Azure, or memory."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Self

import obstore
from obstore.exceptions import BaseError
from obstore.store import MemoryStore, ObjectStore, from_url

from bot.store.blobs.bucket_failures import find_trouble
from bot.store.errors import BlobMissing, BucketTrouble, BucketUnusable, StoreUnavailable

_SCHEMES = ("s3", "s3a", "gs", "az", "adl", "azure", "abfs", "abfss", "https", "memory")


class BucketBlobs:
    """Objects under a prefix of a bucket, which the bucket itself keeps for good before it answers."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    @classmethod
    def open(cls, url: str) -> Self:
        """Open a bucket by its URL; nothing is asked of it yet.

        Raises:
            ValueError: it is no URL of a bucket.
        """
        scheme = url.partition(":")[0]
        if scheme not in _SCHEMES:
            raise ValueError(f"an address of blobs begins with one of {', '.join(_SCHEMES)}, or file")
        try:
            return cls(MemoryStore() if scheme == "memory" else from_url(url))
        except (BaseError, ValueError):
            raise ValueError("no usable address of blobs") from None

    async def put(self, blobs: Mapping[str, bytes]) -> None:
        """Keep bytes by their names, each for good before the next one."""
        for name, data in blobs.items():
            with _failures(name, is_looked_for=False):
                await obstore.put_async(self._store, name, data, use_multipart=False)

    async def get(self, name: str) -> bytes:
        """Read all of a blob."""
        with _failures(name):
            found = await obstore.get_async(self._store, name)
            return await asyncio.to_thread(bytes, await found.bytes_async())

    async def delete(self, names: list[str]) -> None:
        """Delete what is there of these."""
        try:
            with _failures(", ".join(names)):
                await obstore.delete_async(self._store, names)
        except BlobMissing:
            # Some stores end at the first that is missing, and do not say which one it was.
            for name in names:
                with suppress(BlobMissing), _failures(name):
                    await obstore.delete_async(self._store, name)

    async def drop(self, folder: str) -> None:
        """Delete all objects under a folder."""
        with _failures(folder):
            async for found in obstore.list(self._store, prefix=folder):
                await self.delete([one["path"] for one in found])

    async def close(self) -> None:
        """Nothing is held."""


@contextmanager
def _failures(name: str, *, is_looked_for: bool = True) -> Iterator[None]:
    """Turn obstore's errors into ours; what is kept is not looked for, so that nothing of its can be missing."""
    try:
        yield
    except (BaseError, OSError) as error:
        trouble = find_trouble(error)
        if trouble is not None:
            raise BucketUnusable(trouble) from error
        if isinstance(error, FileNotFoundError):
            raise (BlobMissing(name) if is_looked_for else BucketUnusable(BucketTrouble.MISSING)) from error
        raise StoreUnavailable from error
