"""How much may be in hand at once."""

import asyncio

import pytest

from bot.domain.byte_semaphore import ByteSemaphore


class Guest:
    """Somebody who takes room and stays until told to leave."""

    def __init__(self, room: ByteSemaphore, wanted_bytes: int) -> None:
        self.inside = asyncio.Event()
        self.leave = asyncio.Event()
        self.task = asyncio.create_task(self._stay(room, wanted_bytes))

    async def _stay(self, room: ByteSemaphore, wanted_bytes: int) -> None:
        async with room.acquire(wanted_bytes):
            self.inside.set()
            await self.leave.wait()

    async def go(self) -> None:
        self.leave.set()
        await self.task


async def turn_of_the_loop() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_what_fits_goes_in_at_once_and_the_rest_waits_in_order() -> None:
    room = ByteSemaphore(100)
    first, second, third, small = (Guest(room, size) for size in (60, 40, 50, 1))
    await turn_of_the_loop()
    assert [one.inside.is_set() for one in (first, second, third, small)] == [True, True, False, False]
    await first.go()
    await turn_of_the_loop()
    assert third.inside.is_set()
    assert small.inside.is_set()
    for one in (second, third, small):
        await one.go()


async def test_what_is_larger_than_the_room_gets_all_of_it() -> None:
    room = ByteSemaphore(100)
    giant = Guest(room, 10_000)
    await giant.inside.wait()
    other = Guest(room, 1)
    await turn_of_the_loop()
    assert not other.inside.is_set()
    await giant.go()
    await other.inside.wait()
    await other.go()


async def test_one_who_gives_up_waiting_takes_nothing_along() -> None:
    room = ByteSemaphore(100)
    first, impatient, last = Guest(room, 100), Guest(room, 50), Guest(room, 100)
    await turn_of_the_loop()
    impatient.task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await impatient.task
    await first.go()
    await last.inside.wait()
    await last.go()


async def test_what_a_failure_took_is_given_back() -> None:
    room = ByteSemaphore(100)
    with pytest.raises(RuntimeError):
        async with room.acquire(100):
            raise RuntimeError
    again = Guest(room, 100)
    await again.inside.wait()
    await again.go()
