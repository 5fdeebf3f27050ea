"""The newest files of the playground's Discord, and no more of them than it can show."""

from typing import Any

from simcord.backend.cdn import CdnStore

FILE_BYTES = 96 * 2**20
"""Bytes kept: a simcord Preview holds 128 MiB of media, avatars included."""


class RecentFiles(CdnStore):
    """A store of attachments that lets go of the oldest one when it is full.

    simcord's own keeps every file of the session: a day of pictures would fill the memory, and the newest
    pictures would no longer be shown. Each file lies in a store of its own, so that it can be dropped whole.
    """

    def __init__(self, *, limit_bytes: int = FILE_BYTES) -> None:
        super().__init__()
        self._limit_bytes = limit_bytes
        self._size_bytes = 0
        self._files: dict[str, tuple[CdnStore, int]] = {}

    def store_attachment(
        self, attachment_id: int, channel_id: int, filename: str, data: bytes, description: str | None
    ) -> dict[str, Any]:
        """Keep a file, and give what Discord says about it."""
        store = CdnStore()
        described = store.store_attachment(attachment_id, channel_id, filename, data, description)
        self._files[described["url"]] = (store, len(data))
        self._size_bytes += len(data)
        while self._size_bytes > self._limit_bytes and len(self._files) > 1:
            oldest = next(iter(self._files))
            self._size_bytes -= self._files.pop(oldest)[1]
        return described

    def get(self, url: str) -> bytes | None:
        """Find a file; None when it was let go."""
        if url not in self._files:
            return super().get(url)
        return self._files[url][0].get(url)
