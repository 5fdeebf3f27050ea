"""A pool of threads that does blocking work, what is urgent first."""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class PriorityThreadPool:
    """Some threads and two queues before them: nothing in the other queue begins before the urgent one is empty."""

    def __init__(self, threads: int, *, name: str) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._urgent: deque[Callable[[], None]] = deque()
        self._others: deque[Callable[[], None]] = deque()

    async def run(self, work: Callable[[], T], *, urgent: bool = False) -> T:
        """Call a blocking function when a thread is free for it; its result and its exceptions come back unchanged.

        Work whose awaiter is cancelled is dropped if it had not begun, and is finished otherwise.

        Raises:
            RuntimeError: after `close`.
        """
        outcome: Future[T] = Future()

        def call() -> None:
            if not outcome.set_running_or_notify_cancel():
                return
            try:
                result = work()
            except BaseException as error:  # noqa: BLE001 - it is the awaiter's, whatever it is
                outcome.set_exception(error)
            else:
                outcome.set_result(result)

        (self._urgent if urgent else self._others).append(call)
        # One for each piece of work, so that a thread that finds the urgent queue empty finds something in the other.
        self._threads.submit(self._take)
        return await asyncio.wrap_future(outcome)

    async def close(self) -> None:
        """Finish what was handed in, and let go of the threads."""
        await asyncio.to_thread(self._threads.shutdown)

    def _take(self) -> None:
        try:
            call = self._urgent.popleft()
        except IndexError:
            call = self._others.popleft()
        call()
