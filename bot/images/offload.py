"""The only hop from the event loop: to worker processes what opens files, to threads the rest."""

import asyncio
import contextvars
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from functools import partial
from typing import ParamSpec, TypeVar

from bot.domain.byte_semaphore import ByteSemaphore
from bot.domain.errors import ImageTooComplex
from bot.images.codecs.probing import decoding_bytes
from bot.images.workers.messages import Message
from bot.images.workers.process import WorkerProcess

P = ParamSpec("P")
T = TypeVar("T")

DEADLINE_SECONDS = 30.0
"""The longest that one piece of work may take. What a cap lets through takes a few seconds on a core of its own."""
WORKER_BYTES = 1024 * 1024 * 1024
"""What a worker may have beyond the 60 MB that it begins with: two pictures of the largest size."""
LENT_BYTES = 768 * 1024 * 1024
"""What all workers may have at once, by what their files' headers say; who wants more has it alone."""
_MOST_CORES = 8
"""Beyond that the memory that is lent decides, and every thread and process counts against a container's limit."""
_WORK_BYTES = 32 * 1024 * 1024
"""What any work takes beside its files: views, canvases, what is encoded."""


class Offload:
    """Bounded pools for work on bytes: threads, as many as there are cores up to 8, and worker processes, at least two.

    A worker is started when it is needed, ends when there is nothing to do, and is replaced when it died. It is
    lent memory by what the files among its arguments take to be decoded.
    """

    def __init__(
        self,
        *,
        deadline_seconds: float = DEADLINE_SECONDS,
        worker_bytes: int = WORKER_BYTES,
        lent_bytes: int = LENT_BYTES,
    ) -> None:
        cores = min(os.cpu_count() or 1, _MOST_CORES)
        self._deadline_seconds = deadline_seconds
        self._worker_bytes = worker_bytes
        self._memory = ByteSemaphore(lent_bytes)
        self._threads = ThreadPoolExecutor(cores, thread_name_prefix="work")
        # With one worker, one file could keep everybody else's waiting until the deadline.
        self._callers = ThreadPoolExecutor(max(2, cores), thread_name_prefix="images")
        self._idle: list[WorkerProcess] = []
        self._idle_lock = threading.Lock()
        self._closed = False

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a function in a worker process; the result and the errors of our tree come back unchanged.

        It is a function of a module, from picklable values to values of ours. Work whose awaiter is cancelled is
        dropped if it had not begun, and otherwise ends with nobody to hear of it.

        Raises:
            ImageTooComplex: it took more memory or time than one piece of work may, or the worker died of it.
            WorkerFailed: any other exception, by its kind and place.
            RuntimeError: after `close`.
        """
        loop = asyncio.get_running_loop()
        message, needed_bytes = await loop.run_in_executor(self._threads, _prepare, (function, args, kwargs))
        async with self._memory.acquire(needed_bytes):
            # In a context of its own: a worker's deadline goes by the system's clock, whatever clock a test gives us.
            result: T = await loop.run_in_executor(self._callers, partial(Context().run, self._call, message))  # type: ignore[arg-type] # what a worker answers is what the function gives
        return result

    async def run_in_thread(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a blocking function in a thread, for what opens no file that came from elsewhere.

        Raises:
            RuntimeError: after `close`.
        """
        # In the context of its caller: the language that is spoken goes along.
        call = partial(contextvars.copy_context().run, function, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._threads, call)

    def close(self) -> None:
        """Take no more work, without waiting: what was handed in is still done, and then its worker ends."""
        self._closed = True
        self._threads.shutdown(wait=False)
        self._callers.shutdown(wait=False)
        with self._idle_lock:
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.end()

    def _call(self, message: Message) -> object:
        worker = self._take_worker()
        try:
            went_well, answer = worker.call(message, deadline_seconds=self._deadline_seconds)
        except ImageTooComplex:
            worker.end()
            raise
        self._put_back(worker)
        if not went_well:
            raise answer
        return answer

    def _take_worker(self) -> WorkerProcess:
        while True:
            with self._idle_lock:
                worker = self._idle.pop() if self._idle else None
            if worker is None:
                return WorkerProcess(memory_bytes=self._worker_bytes)
            if worker.is_ready:
                return worker
            worker.end()

    def _put_back(self, worker: WorkerProcess) -> None:
        with self._idle_lock:
            if not self._closed:
                self._idle.append(worker)
                return
        worker.end()


def _prepare(call: object) -> tuple[Message, int]:
    message = Message.of(call)
    return message, _WORK_BYTES + sum(map(decoding_bytes, message.files))
