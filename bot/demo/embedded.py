"""The embedded images API beside a bot that has no other one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.settings import Settings


@asynccontextmanager
async def embedded_images(settings: Settings, *, clarity: float = 1.0) -> AsyncIterator[Settings]:
    """Serve the embedded images API on a free local port where the settings name no other one.

    Gives the settings that lead to the images API to use. `clarity` is that of `create_app`.
    """
    if settings.images_provider != "demo" or settings.images_base_url:
        yield settings
        return
    # A bot with a provider does without the drawing: 0.1 s and 5 MB.
    from bot.demo.api import create_app, serve  # noqa: PLC0415

    runner, url = await serve(create_app(clarity=clarity), port=0)
    try:
        yield settings.model_copy(update={"images_base_url": url})
    finally:
        await runner.cleanup()
