"""How many requests of one person are taken in at once."""

import asyncio

import pytest

from bot.chat.requests.intake import Intake
from bot.domain.errors import TooManyJobs

ADA, BRUNO = 1, 2


async def test_a_person_has_so_many_requests_taken_in_and_others_have_their_own() -> None:
    intake = Intake(per_user=2)
    async with intake.enter(ADA), intake.enter(ADA), intake.enter(BRUNO):
        with pytest.raises(TooManyJobs) as refusal:
            async with intake.enter(ADA):
                pass
    assert (refusal.value.scope, refusal.value.open, refusal.value.limit) == ("user", 2, 2)
    async with intake.enter(ADA), intake.enter(ADA):
        pass


async def test_the_files_of_one_person_are_worked_on_one_request_after_the_other() -> None:
    intake = Intake(per_user=3)
    working: set[int] = set()

    async def work(user_id: int) -> None:
        async with intake.enter(user_id) as lock, lock:
            assert user_id not in working
            working.add(user_id)
            await asyncio.sleep(0)
            both.append(len(working))
            working.remove(user_id)

    both: list[int] = []
    await asyncio.gather(work(ADA), work(ADA), work(BRUNO), work(ADA))
    assert max(both) == 2
