"""A request to its pictures, rendered in worker threads and never in the event loop."""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import ParamSpec, TypeVar

from bot.demo.api.answers import completed_event, json_body, partial_event
from bot.demo.api.drawing.render import PictureSpec, render, render_noise
from bot.demo.api.image_request import ImageRequest

P = ParamSpec("P")
T = TypeVar("T")

# How much of its final resolution each early stage of a picture has.
_STAGES = {0: (), 1: (1 / 8,), 2: (1 / 12, 1 / 5), 3: (1 / 16, 1 / 8, 1 / 4)}
_BROKEN_PART = 0.6


class Renderer:
    """As many threads as there are cores, for everything that takes longer than a millisecond.

    `clarity` is the fraction of its size at which a finished picture is painted.
    """

    def __init__(self, *, clarity: float = 1.0) -> None:
        self._clarity = clarity
        self._pool = ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="demo-api")

    async def do(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do blocking work in a thread."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: work(*args, **kwargs))

    async def close(self) -> None:
        """Drop what has not begun, and wait for what has."""
        await asyncio.to_thread(self._pool.shutdown, cancel_futures=True)

    async def render(self, asked: ImageRequest) -> bytes:
        """Render all pictures of a request at once, and give the JSON body of the answer."""
        pictures = await asyncio.gather(*(self.do(_render, asked, spec, self._clarity) for spec in _specs(asked)))
        return await self.do(json_body, asked, pictures)

    async def render_in_stages(self, asked: ImageRequest) -> AsyncIterator[bytes]:
        """Render one picture after the other, each from its first sketch on, and give the events of the answer."""
        stages = _STAGES[asked.partial_images]
        pause = asked.phrases.delay_seconds / (asked.n * (len(stages) + 1))
        for number, spec in enumerate(_specs(asked)):
            for index, clarity in enumerate(stages):
                await asyncio.sleep(pause)
                sketch = await self.do(render, spec, clarity=clarity * self._clarity)
                yield await self.do(partial_event, asked, sketch, index)
            await asyncio.sleep(pause)
            picture = await self.do(_render, asked, spec, self._clarity)
            yield await self.do(completed_event, asked, picture, first=number == 0)


def _render(asked: ImageRequest, spec: PictureSpec, clarity: float) -> bytes:
    picture = render_noise(spec) if asked.phrases.big else render(spec, clarity=clarity)
    return picture[: int(len(picture) * _BROKEN_PART)] if asked.phrases.broken else picture


def _specs(asked: ImageRequest) -> list[PictureSpec]:
    return [
        replace(asked.picture, seed=_mix(asked.picture.prompt, asked.picture.seed, number)) for number in range(asked.n)
    ]


def _mix(prompt: str, seed: int, number: int) -> int:
    digest = hashlib.sha256(f"{seed}/{number}/{prompt}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:6], "big")
