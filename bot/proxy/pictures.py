"""The pictures of an answer: those that it holds, and those that it points to."""

import asyncio

import structlog

from bot.domain.errors import BadAnswer, EaselError, ProviderError, ProviderTimedOut
from bot.domain.request import Picture
from bot.proxy.answers import PICTURE_LIMIT_BYTES, Entry, find_format
from bot.proxy.attempts import Attempts
from bot.proxy.links import FETCH_SECONDS, fetch_picture
from bot.proxy.profile import Profile
from bot.proxy.scan import Unreadable
from bot.proxy.secrecy import Secrets
from bot.proxy.transport import Transport

_log = structlog.get_logger(__name__)


class Collector:
    """Gets every picture of one call, until its `deadline`, and within `budget_bytes` for all of them."""

    def __init__(
        self,
        profile: Profile,
        *,
        operation: str,
        transport: Transport,
        attempts: Attempts,
        secrets: Secrets,
        deadline: float,
        budget_bytes: int,
    ) -> None:
        self._profile = profile
        self._operation = operation
        self._transport = transport
        self._attempts = attempts
        self._secrets = secrets
        self._deadline = deadline
        self._left_bytes = budget_bytes

    async def collect(self, entries: tuple[Entry, ...], *, n: int) -> tuple[Picture, ...]:
        """Get what is still to be fetched; what is whole was paid for, and is kept when others are lost.

        There are no more than `n`, which were asked for, whatever came. What the answer holds itself counts first in
        the budget of bytes, so that it is never what is lost.

        Raises:
            ProviderTimedOut: at the deadline there was none.
            BadAnswer: none can be had.
        """
        self._left_bytes -= sum(len(entry.data) for entry in entries if entry.data is not None)
        pictures: list[Picture] = []
        lost: ProviderError | None = None
        for entry in entries:
            if len(pictures) == n:
                break
            try:
                pictures.append(await self._picture(entry))
            except ProviderError as error:
                lost = lost or error
                _log.warning("images_api_picture_lost", operation=self._operation, detail=error.detail)
        if lost is not None and not pictures:
            raise lost
        return tuple(pictures)

    async def _picture(self, entry: Entry) -> Picture:
        data = entry.data if entry.data is not None else await self._fetched(entry.url or "")
        picture_format = find_format(data)
        if picture_format is None:
            raise self._lost_picture("no picture of a known format at its address")
        return Picture(data, picture_format, entry.revised_prompt)

    async def _fetched(self, address: str) -> bytes:
        base_url, secrets = self._profile.base_url, self._secrets
        limit = min(PICTURE_LIMIT_BYTES, self._left_bytes)
        if limit <= 0:
            raise self._lost_picture("over what an answer may have")
        clock = asyncio.get_running_loop().time
        try:
            async with asyncio.timeout_at(min(self._deadline, clock() + FETCH_SECONDS)):
                data = await self._attempts.persist(
                    lambda: fetch_picture(
                        self._transport, address, base_url=base_url, secrets=secrets, limit_bytes=limit
                    ),
                    repeatable=True,
                )
        except TimeoutError as error:
            over = clock() >= self._deadline
            raise (self._timed_out() if over else self._lost_picture("not there in time")) from error
        except Unreadable as error:
            if error.is_too_long:
                self._left_bytes -= limit
            raise self._lost_picture(str(error)) from error
        except EaselError as error:
            # Whatever its host says of it, the picture was made and paid for.
            raise self._lost_picture(error.detail if isinstance(error, ProviderError) else "refused") from error
        self._left_bytes -= len(data)
        return data

    def _lost_picture(self, why: str) -> BadAnswer:
        return BadAnswer(detail=self._secrets.clean(why), may_have_cost=not self._profile.free)

    def _timed_out(self) -> ProviderTimedOut:
        return ProviderTimedOut(after_seconds=self._profile.total_timeout_seconds, may_have_cost=not self._profile.free)
