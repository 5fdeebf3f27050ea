"""The clock of the playground, and the refresh of its pages after what the bot does by itself."""

import asyncio
import logging
from datetime import UTC, datetime

import simcord
from simcord.preview import Preview

_TICK_SECONDS = 0.25
_log = logging.getLogger(__name__)


async def keep_up_to_date(env: simcord.Env, preview: Preview, lock: asyncio.Lock) -> None:
    """Keep the clock right, and show what the bot did after a person's action had ended, until the preview is closed.

    `lock` is held whenever the world is touched: simcord refuses a second operation at the same time.
    """
    shown = -1
    while True:
        async with lock:
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
