"""An attachment to bytes: from Discord's own hosts only, as a stream, with a cap."""

import asyncio
from collections.abc import Iterable
from typing import Protocol

import aiohttp
import discord
from yarl import URL

from bot.chat.platform.embedded_pictures import DISCORD_HOSTS
from bot.domain.errors import FileTooLarge, FileUnavailable, ForeignFile

_CHUNK_BYTES = 64 * 1024
_ATTEMPTS = 3
_PAUSE_SECONDS = 0.5
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

    def __init__(self, further_hosts: Iterable[str] = ()) -> None:
        """Allow Discord's hosts and `further_hosts`: `host`, `host:port` or `scheme://host:port` (https if none).

        Raises:
            ValueError: one of them cannot be read.
        """
        self._origins = {_origin_of_host(host) for host in (*DISCORD_HOSTS, *further_hosts)}
        if None in self._origins:
            raise ValueError("DISCORD_CDN_HOSTS holds an entry that is neither a host nor scheme://host:port")
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(_AT_ONCE)

    async def fetch(self, attachment: discord.Attachment, *, label: str, limit_bytes: int) -> bytes:
        """Stream an attachment into memory, and stop at the cap whatever size was declared.

        Raises:
            ForeignFile: it is not on one of the allowed hosts.
            FileTooLarge: it has more than `limit_bytes`.
            FileUnavailable: its host did not give it, after three attempts.
        """
        url = _parse(attachment.url)
        if url is None or _origin(url) not in self._origins:
            raise ForeignFile(label=label, host=(url.host if url else None) or "")
        if attachment.size > limit_bytes:
            raise FileTooLarge(label=label, limit_bytes=limit_bytes, size_bytes=attachment.size)
        async with self._slots:
            return await self._fetch(url, label=label, limit_bytes=limit_bytes)

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _fetch(self, url: URL, *, label: str, limit_bytes: int) -> bytes:
        failure = FileUnavailable(label=label)
        for attempt in range(_ATTEMPTS):
            await asyncio.sleep(attempt * _PAUSE_SECONDS)
            try:
                return await self._stream(url, label=label, limit_bytes=limit_bytes)
            except FileUnavailable as error:
                failure = error
                if error.status is not None and error.status < 500:  # noqa: PLR2004 - the host's final word
                    break
        raise failure

    async def _stream(self, url: URL, *, label: str, limit_bytes: int) -> bytes:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=_TIMEOUT, cookie_jar=aiohttp.DummyCookieJar())
        body = bytearray()
        try:
            async with self._session.get(url, allow_redirects=False) as response:
                if response.status != 200:  # noqa: PLR2004
                    raise FileUnavailable(label=label, status=response.status)
                async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
                    body += chunk
                    if len(body) > limit_bytes:
                        raise FileTooLarge(label=label, limit_bytes=limit_bytes)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise FileUnavailable(label=label) from error
        return bytes(body)


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
