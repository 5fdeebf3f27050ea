"""The newest files of the playground's Discord, and no more of them than the memory should hold."""

import hashlib
from typing import Any

from simcord.backend.cdn import CdnStore

FILE_BYTES = 512 * 2**20
"""Bytes kept: some six hundred pictures of the demo."""


class RecentFiles(CdnStore):
    """A store of attachments that lets go of the oldest one when it is full.

    simcord's own keeps every file of the session: a day of pictures would fill the memory.
    """

    def __init__(self, *, limit_bytes: int = FILE_BYTES) -> None:
        super().__init__()
        self._limit_bytes = limit_bytes
        self._size_bytes = 0
        self._files: dict[str, bytes] = {}
        self._digests: dict[int, Any] = {}

    def store_attachment(
        self, attachment_id: int, channel_id: int, filename: str, data: bytes, description: str | None
    ) -> dict[str, Any]:
        """Keep a file, and give what Discord says about it."""
        described = CdnStore().store_attachment(attachment_id, channel_id, filename, data, description)
        self._files[described["url"]] = data
        self._size_bytes += len(data)
        while self._size_bytes > self._limit_bytes and len(self._files) > 1:
            oldest = self._files.pop(next(iter(self._files)))
            self._size_bytes -= len(oldest)
            self._digests.pop(id(oldest), None)
        return described

    def get(self, url: str) -> bytes | None:
        """Find a file; None when it was let go."""
        return self._files.get(url) or super().get(url)

    def sha256(self, data: bytes) -> Any:
        """Give what `hashlib.sha256` does, once for each file that is kept."""
        found = self._digests.get(id(data))
        if found is None:
            found = hashlib.sha256(data)
            if any(data is kept for kept in self._files.values()):
                self._digests[id(data)] = found
        return found
