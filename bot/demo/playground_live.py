"""What keeps the playground moving by itself: calls on real time, the clock, and pages that follow."""

import asyncio
import contextvars
import logging
from collections.abc import Coroutine
from datetime import UTC, datetime

import simcord
from simcord.preview import Preview

from bot.domain.ports import ImagesApi, OnPartial
from bot.domain.request import ApiAnswer, ApiCall, PartialPicture

_TICK_SECONDS = 0.25
_log = logging.getLogger(__name__)


class PatientImages:
    """An images API whose calls take real time while everything else in the playground goes on.

    simcord lets no action end while the bot works, and gives the bot a clock that stands still. So the call
    runs as a task that simcord does not know, on the real clock with its real timeouts, and the bot's own task
    says that it waits for something outside.
    """

    def __init__(self, images: ImagesApi) -> None:
        self._images = images
        self._env: simcord.Env | None = None

    def attach(self, env: simcord.Env) -> None:
        """Name the world that the bot runs in; it exists only after the bot."""
        self._env = env

    async def generate(self, call: ApiCall, *, on_partial: OnPartial | None = None) -> ApiAnswer:
        """Make pictures from a prompt."""
        return await self._outside(self._images.generate(call, on_partial=_from_outside(on_partial)))

    async def edit(self, call: ApiCall, *, on_partial: OnPartial | None = None) -> ApiAnswer:
        """Edit the pictures of `call`."""
        return await self._outside(self._images.edit(call, on_partial=_from_outside(on_partial)))

    async def _outside(self, call: Coroutine[None, None, ApiAnswer]) -> ApiAnswer:
        if self._env is None:
            raise RuntimeError("attach the world first")
        task = contextvars.Context().run(asyncio.create_task, call)
        answer: ApiAnswer = await self._env.external_wait(task, reason="the images API works")
        return answer


def _from_outside(on_partial: OnPartial | None) -> OnPartial | None:
    """Run a callback of the bot as the bot's work again, with the adapter that reaches this Discord."""
    if on_partial is None:
        return None
    context = contextvars.copy_context()

    async def call(partial: PartialPicture) -> None:
        await context.run(asyncio.ensure_future, on_partial(partial))

    return call


async def keep_live(env: simcord.Env, preview: Preview, turn: asyncio.Lock) -> None:
    """Keep the clock right, and show what the bot did after a person's action had ended, until the preview is closed.

    `turn` is held whenever the world is touched: simcord refuses a second operation at the same time.
    """
    shown = -1
    while True:
        async with turn:
            try:
                await env.advance_time(max(0.0, (datetime.now(UTC) - env.now()).total_seconds()))
                done = len(env.http_requests)
                if done != shown:
                    await preview.refresh()
                    shown = done
            except simcord.SetupError:
                return
            except TimeoutError as error:
                _log.warning("The bot is still busy: %s", error)
        await asyncio.sleep(_TICK_SECONDS)
