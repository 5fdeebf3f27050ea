"""Waiting for a store that does not answer."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog

from bot.store.errors import BlobMissing, StoreError, TooSoon

_PAUSES_SECONDS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Between the attempts; the last one again and again."""

T = TypeVar("T")

log = structlog.get_logger(__name__)


async def persist(work: Callable[[], Awaitable[T]]) -> T:
    """Do what may be done twice until the store answers: a job that is under way has nowhere else to go.

    Raises:
        BlobMissing, TooSoon: answers, too, of a store that works.
    """
    attempt = 0
    while True:
        try:
            return await work()
        except (BlobMissing, TooSoon):
            raise
        except StoreError as error:
            pause_seconds = _PAUSES_SECONDS[min(attempt, len(_PAUSES_SECONDS) - 1)]
            log.warning("store_unavailable", cause=error.__cause__, again_in_seconds=pause_seconds)
        await asyncio.sleep(pause_seconds)
        attempt += 1
