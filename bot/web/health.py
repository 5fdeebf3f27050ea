"""Pages for machines: whether the process answers, whether it can do its work, and its metrics."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.domain.shards import ShardStatus, to_ranges
from bot.meters import CONTENT_TYPE
from bot.proxy.breaker import BreakerState, Health


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """What a bot needs to serve people, as it is now."""

    is_connected: bool
    database_is_up: bool
    blobs_are_up: bool
    provider: Health
    shards: ShardStatus

    def reasons(self) -> list[str]:
        """Say why it cannot serve them, a line a reason; none where it can."""
        reasons = []
        if not self.is_connected:
            lost = self.shards.lost
            which = f": shards {to_ranges(lost)}" if lost and self.shards.connected else ""
            reasons.append(f"not connected to Discord{which}")
        if not self.database_is_up:
            reasons.append("the database does not take what is written")
        if not self.blobs_are_up:
            reasons.append("the blob store does not take what is written")
        if self.provider.state is BreakerState.OPEN:
            reasons.append(f"the images API is down: tried again in {self.provider.next_try_seconds:.0f} s")
        elif not self.provider.is_up:
            reasons.append("the images API is down: it is being tried")
        return reasons

    def facts(self) -> list[str]:
        """Say how its shards stand, in a line."""
        shards = self.shards
        if not shards.count:
            return []
        held = f"shards {to_ranges(shards.latency_seconds)} of {shards.count}" if shards.latency_seconds else "no shard"
        latency = shards.longest_latency_seconds
        parts = [held, *([f"answered within {latency * 1000:.0f} ms"] if latency is not None else [])]
        if shards.sessions_left is not None:
            parts.append(f"{shards.sessions_left} session starts left today")
        return [", ".join(parts)]


class PagesNotServed(Exception):
    """The place for the pages cannot be had; raised from the system's error."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(host, port)
        self.host = host
        self.port = port


@asynccontextmanager
async def serve_pages(
    port: int | None,
    *,
    readiness: Callable[[], Readiness],
    metrics: Callable[[], Awaitable[bytes]],
    host: str = "127.0.0.1",
) -> AsyncIterator[None]:
    """Serve pages on a port, or nothing without one.

    `/healthz` is 200 while the event loop turns, `/readyz` 200, or 503 with the reasons, and `/metrics` Prometheus'
    text format. None of them waits for anything but `metrics`.

    Raises:
        PagesNotServed: the port is taken, or the machine has no such host.
    """
    if port is None:
        yield
        return

    async def healthy(_: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def ready(_: web.Request) -> web.Response:
        now = readiness()
        reasons = now.reasons()
        lines = (*(reasons or ["ready"]), *now.facts())
        return web.Response(status=503 if reasons else 200, text="".join(f"{one}\n" for one in lines))

    async def measured(_: web.Request) -> web.Response:
        return web.Response(body=await metrics(), headers={"Content-Type": CONTENT_TYPE})

    app = web.Application()
    app.router.add_get("/healthz", healthy)
    app.router.add_get("/readyz", ready)
    app.router.add_get("/metrics", measured)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise PagesNotServed(host, port) from error
        yield
    finally:
        await runner.cleanup()
