"""How many requests of one person are taken in at once, by this process: so many are there, and one is worked on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.domain.errors import TooManyJobs


@dataclass(slots=True)
class _Person:
    count: int = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Intake:
    """Whose requests are being taken in; drafts and pictures that are put aside count too."""

    def __init__(self, *, per_user: int) -> None:
        self._per_user = per_user
        self._people: dict[int, _Person] = {}

    @asynccontextmanager
    async def enter(self, user_id: int) -> AsyncIterator[asyncio.Lock]:
        """Count a request for as long as the block lasts; gives the lock under which its files are worked on.

        So whatever one person sends keeps one worker busy, and the others are for everybody else.

        Raises:
            TooManyJobs: the person has as many here as they may have.
        """
        person = self._people.setdefault(user_id, _Person())
        if person.count >= self._per_user:
            raise TooManyJobs(scope="user", open=person.count, limit=self._per_user)
        person.count += 1
        try:
            yield person.lock
        finally:
            person.count -= 1
            if not person.count:
                del self._people[user_id]
