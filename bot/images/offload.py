"""The only hop from the event loop to threads."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Offload:
    """A bounded pool of threads for work on bytes, as many as there are cores.

    Threads are enough: Pillow and zlib let go of the interpreter lock, so that two do 1.7 to 2 times the work of one.
    """

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=os.cpu_count() or 1, thread_name_prefix="images")

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a blocking function in the pool; its result and its exceptions come back unchanged.

        Work whose awaiter is cancelled is dropped if it had not begun, and otherwise ends with nobody to hear of it.

        Raises:
            RuntimeError: after `close`.
        """
        return await asyncio.get_running_loop().run_in_executor(self._pool, partial(function, *args, **kwargs))

    def close(self) -> None:
        """Take no more work, without waiting: what was handed in is still done."""
        self._pool.shutdown(wait=False)
