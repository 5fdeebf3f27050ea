"""How much may be in hand at once, so that no rush of requests fills the memory."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class ByteSemaphore:
    """So many bytes, lent out in the order of asking; what asks for more than there is gets all of it."""

    def __init__(self, size_bytes: int) -> None:
        self._size_bytes = size_bytes
        self._free_bytes = size_bytes
        self._waiting: deque[tuple[int, asyncio.Future[None]]] = deque()

    @asynccontextmanager
    async def acquire(self, wanted_bytes: int) -> AsyncIterator[None]:
        """Wait until there is room for `wanted_bytes`, and take it for as long as the block lasts."""
        taken_bytes = min(wanted_bytes, self._size_bytes)
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append((taken_bytes, turn))
        self._admit()
        try:
            await turn
            yield
        finally:
            if turn.done() and not turn.cancelled():
                self._free_bytes += taken_bytes
            else:
                with suppress(ValueError):
                    self._waiting.remove((taken_bytes, turn))
            self._admit()

    def _admit(self) -> None:
        while self._waiting and self._waiting[0][0] <= self._free_bytes:
            taken_bytes, turn = self._waiting.popleft()
            if not turn.done():
                self._free_bytes -= taken_bytes
                turn.set_result(None)
