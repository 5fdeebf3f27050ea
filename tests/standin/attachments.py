"""Files that users and the bot send, and the CDN that gives them out."""

from __future__ import annotations

import hashlib
import io
import mimetypes
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from PIL import Image

_UNSAFE = re.compile(r"[^\w.\-]")
_DAY_SECONDS = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class File:
    """A file that a user picks; `size` and `content_type` may lie, as the real hints can."""

    name: str
    data: bytes = field(repr=False)
    size: int | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A stored file, as the messages and the options carry it."""

    id: int
    filename: str
    size: int
    url: str
    data: bytes = field(repr=False)
    content_type: str | None = None
    description: str | None = None
    width: int | None = None
    height: int | None = None
    ephemeral: bool = False

    def to_json(self) -> dict[str, Any]:
        """Encode it as Discord does: what is not known is left out."""
        body: dict[str, Any] = {
            "id": str(self.id),
            "filename": self.filename,
            "size": self.size,
            "url": self.url,
            "proxy_url": self.url,
        }
        optional = {
            "content_type": self.content_type,
            "description": self.description,
            "width": self.width,
            "height": self.height,
            "ephemeral": self.ephemeral or None,
        }
        return body | {key: value for key, value in optional.items() if value is not None}


class Cdn:
    """The files by their path."""

    def __init__(self) -> None:
        self.base_url = ""
        self._by_path: dict[str, Attachment] = {}

    def store(self, file: File, *, attachment_id: int, folder: str, now: float) -> Attachment:
        """Keep a file; `folder` is `attachments/<channel>` or `ephemeral-attachments/<application>`."""
        name = _UNSAFE.sub("", file.name.replace(" ", "_")) or "unknown"
        path = f"/{folder}/{attachment_id}/{name}"
        expires = int(now) + _DAY_SECONDS
        signature = hashlib.blake2b(path.encode(), digest_size=32).hexdigest()
        width, height = _probe_size(file.data)
        attachment = Attachment(
            id=attachment_id,
            filename=name,
            size=len(file.data) if file.size is None else file.size,
            url=f"{self.base_url}{quote(path)}?ex={expires:x}&is={int(now):x}&hm={signature}&",
            data=file.data,
            content_type=file.content_type or mimetypes.guess_type(name)[0],
            width=width,
            height=height,
            ephemeral=folder.startswith("ephemeral"),
        )
        self._by_path[path] = attachment
        return attachment

    def find(self, path: str, *, signature: str) -> Attachment | None:
        """Return the file at a path, if the address is signed and the file still there."""
        attachment = self._by_path.get(path)
        if attachment is None or f"hm={signature}&" not in attachment.url:
            return None
        return attachment

    def forget(self, attachment: Attachment) -> None:
        """Let an address expire: the CDN answers 404 from now on."""
        self._by_path = {path: kept for path, kept in self._by_path.items() if kept.id != attachment.id}


def _probe_size(data: bytes) -> tuple[int | None, int | None]:
    try:
        with Image.open(io.BytesIO(data)) as image:
            return image.size
    except Exception:  # noqa: BLE001 - the size is a hint, and tests send every kind of damage and bomb
        return None, None
