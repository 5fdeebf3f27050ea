"""The HTTP session: timeouts, limits, and every failure of a connection mapped in one place."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from decimal import ROUND_CEILING, Decimal
from time import perf_counter
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.domain.error_facts import to_facts
from bot.domain.errors import BadAnswer, EaselError, EmptyAnswer, ProviderDown
from bot.proxy.failure_body import Failure, parse_failure
from bot.proxy.failures import Asked, AttemptFailed, CallerFailed, Circumstances, failed
from bot.proxy.profile import Profile
from bot.proxy.reach import AddressRefused, Reach, find_proxy
from bot.proxy.retry import Kind, parse_retry_after
from bot.proxy.scan import Unreadable
from bot.proxy.secrecy import Secrets

ERROR_BODY_LIMIT_BYTES = 64 * 1024
"""How much of an error's body is read."""

_READ_BYTES = 16 * 1024
"""How much of an answer is taken from its socket before anybody reads it; aiohttp stops at twice as much.

The loop hands over up to 256 KB at a time, so that is what an answer holds that waits for its turn. With 256 KB here
it was up to three times that, and 300 answers at once filled 200 MB.
"""
_PIECE_BYTES = 64 * 1024
_HOLD_SECONDS = 0.002
"""For so long pieces are read in one go: giving way after each took as long as all the reading.

Whoever gives way goes on before another answer is read, so that sixteen of them do not all fill the next round.
"""
_REQUEST_IDS = ("x-comfy-request-id", "x-request-id", "apim-request-id", "x-ms-request-id", "x-litellm-call-id")
_CREDITS_LIMIT = 10**9
"""What is taken for a cost; anything above is no cost of a picture, and more than databases hold."""
_REPLAYED = "Idempotent-Replayed"
"""Set on an answer that is a stored one; Comfy's client, 0775011."""


class Answer:
    """The answer to one request, its body not read yet."""

    def __init__(
        self,
        response: aiohttp.ClientResponse,
        asked: Asked,
        *,
        profile: Profile,
        secrets: Secrets,
        turns: asyncio.Lock,
    ) -> None:
        self._response = response
        self._asked = asked
        self._profile = profile
        self._secrets = secrets
        self._turns = turns

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
    def is_page(self) -> bool:
        """Whether it is one for people to look at."""
        return self._response.content_type == "text/html"

    @property
    def redirects_to(self) -> str | None:
        """The address to look at in place of this one, as it was written: relative, and maybe none at all."""
        return self._response.headers.get("Location") or None if self.status in {301, 302, 303, 307, 308} else None

    @property
    def cost_microusd(self) -> int | None:
        """What the provider says that the call cost, where it says so in a header."""
        name = self._profile.credits_header
        try:
            spent = Decimal(self._response.headers[name]) if name else None
            if spent is None or not 0 <= spent <= _CREDITS_LIMIT:
                return None
            return int((spent * 1_000_000 / self._profile.credits_per_usd).to_integral_value(ROUND_CEILING))
        except (KeyError, ArithmeticError):
            return None

    @property
    def request_id(self) -> str | None:
        """The provider's own name of this exchange."""
        found = next((self._response.headers[name] for name in _REQUEST_IDS if name in self._response.headers), None)
        return self._secrets.clean(found) if found else None

    async def chunks(self) -> AsyncGenerator[bytes]:
        """Give the body as it arrives, in pieces so short that reading one does not hold up the loop.

        A chunk is read to its end before another answer's is begun.

        Raises:
            AttemptFailed: it ended before its end.
        """
        try:
            async for chunk in self._response.content.iter_any():
                async with self._turns:
                    held_until = perf_counter() + _HOLD_SECONDS
                    for start in range(0, len(chunk), _PIECE_BYTES):
                        if start and perf_counter() > held_until:
                            await asyncio.sleep(0)
                            held_until = perf_counter() + _HOLD_SECONDS
                        yield chunk[start : start + _PIECE_BYTES]
        except (aiohttp.ClientError, OSError) as error:
            raise self.cut_off(to_facts(error)) from error

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
        wait = parse_retry_after(self._response.headers, now=datetime.now(UTC))
        circumstances = replace(self._circumstances(), status=self.status, retry_after_seconds=wait)
        code = self._response.headers.get(self._profile.error_header or "", "")
        return failed(parse_failure(body, header=code), circumstances, secrets=self._secrets)

    def told(self, failure: Failure) -> AttemptFailed:
        """Say what an error in the body of this good answer means."""
        return failed(failure, self._circumstances(), secrets=self._secrets)

    def _circumstances(self) -> Circumstances:
        return Circumstances(
            asked=self._asked,
            request_id=self.request_id,
            rules=self._profile.rules,
            keyless=self._profile.api_key is None,
            forwards=self._profile.forwards,
            replayed=self._response.headers.get(_REPLAYED, "").lower() == "true",
        )

    def cut_off(self, why: str) -> AttemptFailed:
        """Say that this good answer ended before its end."""
        return AttemptFailed(self._bad_answer(f"cut off: {why}"), Kind.CUT_OFF)

    def empty(self) -> AttemptFailed:
        """Say that this good answer has no picture at all."""
        error = EmptyAnswer(status=self.status, detail="no picture in it", request_id=self.request_id)
        return AttemptFailed(error, Kind.FINAL)

    def unreadable(self, why: str) -> AttemptFailed:
        """Say that this good answer holds nothing usable."""
        return AttemptFailed(self._bad_answer(why), Kind.FINAL)

    def _bad_answer(self, why: str) -> BadAnswer:
        detail = self._secrets.clean(why)
        return BadAnswer(status=self.status, detail=detail, request_id=self.request_id)


class Transport:
    """One aiohttp session for one provider, opened on the loop that first uses it.

    Connections are not kept: a handshake is nothing beside the making of a picture, and a kept connection that the
    server has closed meanwhile fails just like one that was lost with a paid request on it. Bodies are asked for
    without compression, which gains little on base64 and costs the loop time. There are no cookies, and redirects
    are never followed by themselves, so that the key goes nowhere else.
    """

    def __init__(self, profile: Profile, *, resolver: AbstractResolver | None = None) -> None:
        """Take a profile, and what resolves names where that is not the system."""
        self._profile = profile
        self._resolver = resolver
        self._opened: tuple[aiohttp.ClientSession, Reach] | None = None
        self._turns = asyncio.Lock()

    async def close(self) -> None:
        """Close the session; it may be used again afterwards."""
        opened, self._opened = self._opened, None
        if opened is not None:
            session, reach = opened
            await session.close()
            await reach.close()

    @asynccontextmanager
    async def request(
        self,
        method: str,
        url: URL,
        *,
        secrets: Secrets,
        about: Asked | None = None,
        headers: Mapping[str, str] | None = None,
        **body: Any,
    ) -> AsyncIterator[Answer]:
        """Send a request and give its answer as soon as its headers are there.

        The provider's key goes along where the address is the provider's own. `secrets` stay out of every error.
        `body` is aiohttp's `json` or `data`. Leaving the block closes the connection, whether or not the answer was
        read to its end.

        This is the boundary of all that comes from a provider: what surprises the block is an unreadable answer.

        Raises:
            AttemptFailed: there was no connection, it was lost before the headers, or the address is neither the
                provider's nor a public one; or the answer is none that anybody foresaw.
        """
        try:
            proxy = find_proxy(url)
            own = self._profile.auth_headers() if self._profile.is_own(url) else {}
            if own:
                # A user in an address of the provider's own stands in the place of the key, and aiohttp takes one.
                url = url.with_user(None)
            session, reach = self._open()
            await reach.check(url.raw_host or "", url.port or 0)
            response = await session.request(
                method, url, headers={**own, **(headers or {})}, allow_redirects=False, proxy=proxy, **body
            )
        except AddressRefused as error:
            raise AttemptFailed(ProviderDown(detail="it has no public address"), Kind.FINAL) from error
        except (aiohttp.ClientResponseError, aiohttp.InvalidURL) as error:
            # No cause: the error holds the request with its headers, and so the key; or an address of any content.
            raise _failure(error, Kind.LOST, secrets) from None
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise _failure(error, Kind.NOT_SENT, secrets) from error
        except (aiohttp.ClientError, OSError) as error:
            raise _failure(error, Kind.LOST, secrets) from error
        except TimeoutError:
            raise
        except Exception as error:
            # Such as an address that each library on its way reads in another way.
            raise _failure(error, Kind.LOST, secrets) from error
        answer = Answer(response, about or Asked(), profile=self._profile, secrets=secrets, turns=self._turns)
        try:
            yield answer
        except (AttemptFailed, CallerFailed, EaselError, Unreadable, TimeoutError):
            raise
        except Exception as error:
            raise answer.unreadable(to_facts(error)) from error
        finally:
            response.close()

    def _open(self) -> tuple[aiohttp.ClientSession, Reach]:
        if self._opened is None:
            own_host = URL(self._profile.base_url).raw_host or ""
            reach = Reach(own_host, resolver=self._resolver or aiohttp.DefaultResolver())
            session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0, force_close=True, resolver=reach),
                cookie_jar=aiohttp.DummyCookieJar(),
                # The whole call has its own limit, which spans attempts; see `RunningCall`.
                timeout=aiohttp.ClientTimeout(total=None, connect=self._profile.connect_timeout_seconds),
                headers={"User-Agent": "Easel", "Accept-Encoding": "identity"},
                read_bufsize=_READ_BYTES,
            )
            self._opened = session, reach
        return self._opened


def _failure(error: Exception, kind: Kind, secrets: Secrets) -> AttemptFailed:
    detail = secrets.clean(to_facts(error))
    return AttemptFailed(ProviderDown(detail=detail, may_have_cost=kind is Kind.LOST), kind)
