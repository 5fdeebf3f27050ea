"""The semaphore that counts bytes."""

import asyncio

import pytest

from bot.domain.byte_semaphore import ByteSemaphore


class Holder:
    """Somebody who acquires bytes and holds them until told to let go."""

    def __init__(self, semaphore: ByteSemaphore, wanted_bytes: int) -> None:
        self.holds = asyncio.Event()
        self._released = asyncio.Event()
        self.task = asyncio.create_task(self._hold(semaphore, wanted_bytes))

    async def _hold(self, semaphore: ByteSemaphore, wanted_bytes: int) -> None:
        async with semaphore.acquire(wanted_bytes):
            self.holds.set()
            await self._released.wait()

    async def release(self) -> None:
        self._released.set()
        await self.task


async def turn_of_the_loop() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_what_fits_goes_in_at_once_and_the_rest_waits_in_order() -> None:
    semaphore = ByteSemaphore(100)
    first, second, third, small = (Holder(semaphore, size) for size in (60, 40, 50, 1))
    await turn_of_the_loop()
    assert [one.holds.is_set() for one in (first, second, third, small)] == [True, True, False, False]
    await first.release()
    await turn_of_the_loop()
    assert third.holds.is_set()
    assert small.holds.is_set()
    for one in (second, third, small):
        await one.release()


async def test_what_is_larger_than_the_semaphore_gets_all_of_it() -> None:
    semaphore = ByteSemaphore(100)
    giant = Holder(semaphore, 10_000)
    await giant.holds.wait()
    other = Holder(semaphore, 1)
    await turn_of_the_loop()
    assert not other.holds.is_set()
    await giant.release()
    await other.holds.wait()
    await other.release()


async def test_one_who_gives_up_waiting_takes_nothing_along() -> None:
    semaphore = ByteSemaphore(100)
    first, impatient, last = Holder(semaphore, 100), Holder(semaphore, 50), Holder(semaphore, 100)
    await turn_of_the_loop()
    impatient.task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await impatient.task
    await first.release()
    await last.holds.wait()
    await last.release()


async def test_what_a_failure_took_is_given_back() -> None:
    semaphore = ByteSemaphore(100)
    with pytest.raises(RuntimeError):
        async with semaphore.acquire(100):
            raise RuntimeError
    again = Holder(semaphore, 100)
    await again.holds.wait()
    await again.release()
