"""Health pages: whether the process answers, and whether it is connected to Discord."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web


@asynccontextmanager
async def serve_health(
    port: int | None, *, is_ready: Callable[[], bool], host: str = "127.0.0.1"
) -> AsyncIterator[None]:
    """Serve `/healthz` (200 while the event loop turns) and `/readyz` (200 or 503), or nothing without a port.

    Raises:
        OSError: the port is taken.
    """
    if port is None:
        yield
        return

    async def healthy(_: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def ready(_: web.Request) -> web.Response:
        return web.Response(text="ready\n") if is_ready() else web.Response(status=503, text="not connected\n")

    app = web.Application()
    app.router.add_get("/healthz", healthy)
    app.router.add_get("/readyz", ready)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield
    finally:
        await runner.cleanup()
