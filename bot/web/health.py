"""Pages for machines: whether the process answers, whether it is connected to Discord, and its metrics."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import structlog
from aiohttp import web

from bot.meters import CONTENT_TYPE
from bot.store.errors import StoreUnavailable

log = structlog.get_logger(__name__)


@asynccontextmanager
async def serve_pages(
    port: int | None,
    *,
    is_ready: Callable[[], bool],
    metrics: Callable[[], Awaitable[bytes]],
    list_trouble: Callable[[], Sequence[str]] = tuple,
    host: str = "127.0.0.1",
) -> AsyncIterator[None]:
    """Serve pages on a local port, or nothing without one.

    `/healthz` is 200 while the event loop turns, `/readyz` 200 or 503, and `/metrics` Prometheus' text format, or 503
    while the database does not answer. `list_trouble` gives lines about what is wrong elsewhere: `/readyz` has them,
    and says yes or no without them.

    Raises:
        OSError: the port is taken.
    """
    if port is None:
        yield
        return

    async def healthy(_: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def ready(_: web.Request) -> web.Response:
        is_connected = is_ready()
        lines = ("ready" if is_connected else "not connected", *list_trouble())
        return web.Response(status=200 if is_connected else 503, text="".join(f"{line}\n" for line in lines))

    async def measured(_: web.Request) -> web.Response:
        try:
            body = await metrics()
        except StoreUnavailable as error:
            log.warning("metrics_unavailable", cause=error.__cause__)
            return web.Response(status=503, text="the database does not answer\n")
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE})

    app = web.Application()
    app.router.add_get("/healthz", healthy)
    app.router.add_get("/readyz", ready)
    app.router.add_get("/metrics", measured)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield
    finally:
        await runner.cleanup()
