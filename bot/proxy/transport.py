"""The HTTP session: timeouts, limits, and every failure of a connection mapped in one place."""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Any
from urllib.request import getproxies, proxy_bypass

import aiohttp
from yarl import URL

from bot.domain.errors import BadAnswer, ProviderDown
from bot.proxy.failures import Asked, AttemptFailed, Circumstances, Failure, clean_detail, failed, parse_failure
from bot.proxy.profile import Profile
from bot.proxy.retry import Kind, parse_retry_after

ERROR_BODY_LIMIT_BYTES = 64 * 1024
"""How much of an error's body is read."""

_READ_BYTES = 256 * 1024
_REQUEST_IDS = ("x-request-id", "apim-request-id", "x-ms-request-id")


class Answer:
    """The answer to one request, its body not read yet."""

    def __init__(self, response: aiohttp.ClientResponse, asked: Asked, *, secret: str | None) -> None:
        self._response = response
        self._asked = asked
        self._secret = secret

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self._response.status

    @property
    def is_good(self) -> bool:
        """Whether the status is a success."""
        return self._response.ok and self.status < 300  # noqa: PLR2004 - redirects are no answers

    @property
    def is_stream(self) -> bool:
        """Whether the body is server-sent events; a server may answer in one piece all the same."""
        return self._response.content_type == "text/event-stream"

    @property
    def redirects_to(self) -> URL | None:
        """The address to look at in place of this one."""
        location = self._response.headers.get("Location")
        return self._response.url.join(URL(location)) if self.status in {301, 302, 303, 307, 308} and location else None

    @property
    def _request_id(self) -> str | None:
        found = next((self._response.headers[name] for name in _REQUEST_IDS if name in self._response.headers), None)
        return clean_detail(found, secret=self._secret) if found else None

    async def chunks(self) -> AsyncGenerator[bytes]:
        """Give the body as it arrives.

        Raises:
            AttemptFailed: it ended before its end.
        """
        try:
            async for chunk in self._response.content.iter_any():
                yield chunk
        except (aiohttp.ClientError, OSError) as error:
            raise AttemptFailed(self._bad_answer(f"cut off: {error}"), Kind.LOST) from error

    async def read(self, limit_bytes: int) -> bytes:
        """Read a body, at most `limit_bytes` of it.

        Raises:
            AttemptFailed: it ended before its end.
        """
        body = bytearray()
        async with aclosing(self.chunks()) as chunks:
            async for chunk in chunks:
                body += chunk
                if len(body) >= limit_bytes:
                    break
        return bytes(memoryview(body)[:limit_bytes])

    async def failure(self) -> AttemptFailed:
        """Read the body of an answer that is not good, and say what it means."""
        try:
            body = await self.read(ERROR_BODY_LIMIT_BYTES)
        except AttemptFailed:
            # The status has said that it failed; a message that is cut off changes nothing.
            body = b""
        circumstances = Circumstances(
            asked=self._asked,
            status=self.status,
            request_id=self._request_id,
            retry_after_seconds=parse_retry_after(self._response.headers, now=datetime.now(UTC)),
        )
        return failed(parse_failure(body), circumstances, secret=self._secret)

    def told(self, failure: Failure) -> AttemptFailed:
        """Say what an error in the body of this good answer means."""
        return failed(failure, Circumstances(asked=self._asked, request_id=self._request_id), secret=self._secret)

    def unreadable(self, why: str) -> AttemptFailed:
        """Say that this good answer holds nothing usable."""
        return AttemptFailed(self._bad_answer(why), Kind.FINAL)

    def _bad_answer(self, why: str) -> BadAnswer:
        detail = clean_detail(why, secret=self._secret)
        return BadAnswer(status=self.status, detail=detail, request_id=self._request_id)


class Transport:
    """One aiohttp session for one provider, opened on the loop that first uses it.

    Connections are not kept: a handshake is nothing beside the making of a picture, and a kept connection that the
    server has closed meanwhile fails just like one that was lost with a paid request on it. Bodies are asked for
    without compression, which gains little on base64 and costs the loop time. There are no cookies, and redirects
    are never followed by themselves, so that the key goes nowhere else.
    """

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Close the session; it may be used again afterwards."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    @asynccontextmanager
    async def request(
        self,
        method: str,
        url: URL,
        *,
        about: Asked | None = None,
        headers: Mapping[str, str] | None = None,
        **body: Any,
    ) -> AsyncIterator[Answer]:
        """Send a request and give its answer as soon as its headers are there.

        The provider's key goes along where the address is the provider's own. `body` is aiohttp's `json` or `data`.
        Leaving the block closes the connection, whether or not the answer was read to its end.

        Raises:
            AttemptFailed: there was no connection, or it was lost before the headers.
        """
        own = self._profile.auth_headers() if self._profile.is_own(url) else {}
        try:
            response = await self._open().request(
                method, url, headers={**own, **(headers or {})}, allow_redirects=False, proxy=_find_proxy(url), **body
            )
        except aiohttp.ClientResponseError as error:
            # No cause: the error holds the request with its headers, and so the key.
            raise self._failure(error, Kind.LOST) from None
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise self._failure(error, Kind.NOT_SENT) from error
        except (aiohttp.ClientError, OSError) as error:
            raise self._failure(error, Kind.LOST) from error
        try:
            yield Answer(response, about or Asked(), secret=self._profile.api_key)
        finally:
            response.close()

    def _failure(self, error: Exception, kind: Kind) -> AttemptFailed:
        detail = clean_detail(f"{type(error).__name__}: {error}", secret=self._profile.api_key)
        return AttemptFailed(ProviderDown(detail=detail, may_have_cost=kind is Kind.LOST), kind)

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0, force_close=True),
                cookie_jar=aiohttp.DummyCookieJar(),
                # The whole call has its own limit, which spans attempts; see `ImagesClient`.
                timeout=aiohttp.ClientTimeout(total=None, connect=self._profile.connect_timeout_seconds),
                headers={"User-Agent": "Easel", "Accept-Encoding": "identity"},
                read_bufsize=_READ_BYTES,
            )
        return self._session


def _find_proxy(url: URL) -> str | None:
    # aiohttp's own `trust_env` would take credentials for any host out of ~/.netrc as well, and fail on ours.
    host = url.host or ""
    if _is_loopback(host) or proxy_bypass(host):
        return None
    proxy = getproxies().get(url.scheme)
    return proxy if proxy and proxy.startswith("http://") else None


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
