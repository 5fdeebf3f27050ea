"""An order to its pictures, drawn in worker threads and never in the event loop."""

import asyncio
import hashlib
import os
import secrets
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from bot.demo.api.answers import completed_event, json_body, partial_event
from bot.demo.api.drawing.studio import Brief, make, make_noise
from bot.demo.api.fields import SEED_LIMIT
from bot.demo.api.order import Order

P = ParamSpec("P")
T = TypeVar("T")

# How much of its final resolution each early stage of a picture has.
_STAGES = {0: (), 1: (1 / 8,), 2: (1 / 12, 1 / 5), 3: (1 / 16, 1 / 8, 1 / 4)}
_BROKEN_PART = 0.6


class Workshop:
    """As many threads as there are cores, for everything that takes longer than a millisecond."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="demo-api")

    async def do(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do blocking work in a thread."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: work(*args, **kwargs))

    async def close(self) -> None:
        """Drop what has not begun, and wait for what has."""
        await asyncio.to_thread(self._pool.shutdown, cancel_futures=True)

    async def draw(self, order: Order) -> bytes:
        """Draw all pictures of an order at once, and give the JSON body of the answer."""
        pictures = await asyncio.gather(*(self.do(_draw, order, brief, 1.0) for brief in _briefs(order)))
        return await self.do(json_body, order, pictures)

    async def draw_in_stages(self, order: Order) -> AsyncIterator[bytes]:
        """Draw one picture after the other, each from its first sketch on, and give the events of the answer."""
        stages = _STAGES[order.partial_images]
        pause = order.phrases.delay_seconds / (order.n * (len(stages) + 1))
        for number, brief in enumerate(_briefs(order)):
            for index, clarity in enumerate(stages):
                await asyncio.sleep(pause)
                sketch = await self.do(_draw, order, brief, clarity)
                yield await self.do(partial_event, order, sketch, index)
            await asyncio.sleep(pause)
            picture = await self.do(_draw, order, brief, 1.0)
            yield await self.do(completed_event, order, picture, first=number == 0)


def _draw(order: Order, brief: Brief, clarity: float) -> bytes:
    if clarity < 1:
        return make(brief, clarity=clarity)
    picture = make_noise(brief) if order.phrases.big else make(brief)
    return picture[: int(len(picture) * _BROKEN_PART)] if order.phrases.broken else picture


def _briefs(order: Order) -> list[Brief]:
    """One brief for each picture; they differ by their number, and by the seed or by chance."""
    seed = secrets.randbelow(SEED_LIMIT + 1) if order.seed is None else order.seed
    return [
        Brief(
            prompt=order.prompt,
            seed=_mix(order.prompt, seed, number),
            width=order.width,
            height=order.height,
            quality=order.quality,
            transparent=order.transparent,
            keeps_alpha=order.keeps_alpha,
            output_format=order.output_format,
            compression=order.compression,
            sources=order.sources,
        )
        for number in range(order.n)
    ]


def _mix(prompt: str, seed: int, number: int) -> int:
    digest = hashlib.sha256(f"{seed}/{number}/{prompt}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:6], "big")
