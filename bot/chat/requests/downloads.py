"""An attachment to bytes: from Discord's own hosts only, as a stream, with a cap."""

import asyncio
import itertools
import time
from collections.abc import Iterable
from math import isfinite
from typing import Protocol

import aiohttp
import discord
from yarl import URL

from bot.chat.platform.embedded_pictures import DISCORD_HOSTS
from bot.domain.errors import FileTooLarge, FileUnavailable, ForeignFile

_CHUNK_BYTES = 64 * 1024
_UNHEARD_ATTEMPTS = 3
_RETRY_SECONDS = 60.0
"""How long a host that is in trouble is asked again: the asker sees "thinking" meanwhile, for 15 minutes at most."""
_PAUSE_SECONDS = 0.5
_LONGEST_PAUSE_SECONDS = 8.0
_TOO_MANY = 429
_FIRST_SERVER_ERROR = 500
_AT_ONCE = 8
_TIMEOUT = aiohttp.ClientTimeout(total=120, connect=5, sock_read=20)

Origin = tuple[str, str | None, int | None]


class Downloads(Protocol):
    """Where the files of attachments come from."""

    async def fetch(self, attachment: discord.Attachment, *, label: str, limit_bytes: int) -> bytes:
        """Get the bytes of an attachment.

        Raises:
            BadImage: with `label`, when the file is too large, elsewhere, or not to be had.
        """
        ...


class CdnDownloads:
    """Downloads from Discord's hosts, and from the further ones that the settings allow."""

    def __init__(self, further_hosts: Iterable[str] = (), *, retry_seconds: float = _RETRY_SECONDS) -> None:
        """Allow Discord's hosts and `further_hosts`: `host`, `host:port` or `scheme://host:port` (https if none).

        A host that has no time (429) or breaks down (5xx) is asked again for `retry_seconds`.

        Raises:
            ValueError: one of them cannot be read.
        """
        self._origins = {_origin_of_host(host) for host in (*DISCORD_HOSTS, *further_hosts)}
        if None in self._origins:
            raise ValueError("DISCORD_CDN_HOSTS holds an entry that is neither a host nor scheme://host:port")
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._retry_seconds = retry_seconds

    async def fetch(self, attachment: discord.Attachment, *, label: str, limit_bytes: int) -> bytes:
        """Stream an attachment into memory, and stop at the cap whatever size was declared.

        Raises:
            ForeignFile: it is not on one of the allowed hosts.
            FileTooLarge: it has more than `limit_bytes`.
            FileUnavailable: its host did not give it, however often it was asked.
        """
        url = _parse(attachment.url)
        if url is None or _origin(url) not in self._origins:
            raise ForeignFile(label=label, host=(url.host if url else None) or "")
        if attachment.size > limit_bytes:
            raise FileTooLarge(label=label, limit_bytes=limit_bytes, size_bytes=attachment.size)
        return await self._fetch(url, label=label, limit_bytes=limit_bytes)

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _fetch(self, url: URL, *, label: str, limit_bytes: int) -> bytes:
        ends = time.monotonic() + self._retry_seconds
        pause_seconds = _PAUSE_SECONDS
        for attempt in itertools.count(1):
            try:
                async with self._slots:
                    return await self._stream(url, label=label, limit_bytes=limit_bytes)
            except _NotNow as refusal:
                failure, wait_seconds = refusal, max(pause_seconds, refusal.wait_seconds)
            unheard = failure.status is None
            if time.monotonic() + wait_seconds > ends or (unheard and attempt == _UNHEARD_ATTEMPTS):
                raise FileUnavailable(label=label, status=failure.status) from failure
            await asyncio.sleep(wait_seconds)
            pause_seconds = min(2 * pause_seconds, _LONGEST_PAUSE_SECONDS)
        raise AssertionError

    async def _stream(self, url: URL, *, label: str, limit_bytes: int) -> bytes:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=_TIMEOUT, cookie_jar=aiohttp.DummyCookieJar())
        body = bytearray()
        try:
            async with self._session.get(url, allow_redirects=False) as response:
                if response.status == _TOO_MANY or response.status >= _FIRST_SERVER_ERROR:
                    raise _NotNow(response.status, _retry_after(response))
                if response.status != 200:  # noqa: PLR2004
                    raise FileUnavailable(label=label, status=response.status)
                async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
                    body += chunk
                    if len(body) > limit_bytes:
                        raise FileTooLarge(label=label, limit_bytes=limit_bytes)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise _NotNow(None) from error
        return bytes(body)


class _NotNow(Exception):
    """A host that may give the file later; `status` is None when there was no answer."""

    def __init__(self, status: int | None, wait_seconds: float = 0.0) -> None:
        super().__init__(status)
        self.status = status
        self.wait_seconds = wait_seconds


def _retry_after(response: aiohttp.ClientResponse) -> float:
    try:
        wait_seconds = float(response.headers.get("Retry-After", 0))
    except ValueError:  # a date, which Discord does not send
        return 0.0
    return wait_seconds if isfinite(wait_seconds) else 0.0


def _parse(address: str) -> URL | None:
    """Read an address that names a host, and no user before it."""
    try:
        url = URL(address)
    except ValueError:
        return None
    return url if url.host and url.user is None and url.password is None else None


def _origin(url: URL | None) -> Origin | None:
    return (url.scheme, url.host, url.port) if url is not None else None


def _origin_of_host(host: str) -> Origin | None:
    return _origin(_parse(host if "://" in host else f"https://{host}"))
