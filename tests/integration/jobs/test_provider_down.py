"""A provider that fails for everybody, as whoever runs the bot sees it."""

import aiohttp

from bot.proxy.breaker import OPEN_AFTER
from bot.web.health import serve_pages
from tests.integration.conftest import World


async def test_the_pages_say_that_the_provider_fails(world: World, unused_tcp_port: int) -> None:
    app = world.app
    pages = serve_pages(unused_tcp_port, readiness=app.readiness, metrics=app.metrics)

    async def fetch(page: str) -> tuple[int, str]:
        async with session.get(f"http://127.0.0.1:{unused_tcp_port}/{page}") as answer:
            return answer.status, await answer.text()

    async with pages, aiohttp.ClientSession() as session:
        assert await fetch("readyz") == (200, "ready\n")
        assert "\neasel_provider_up 1.0\n" in (await fetch("metrics"))[1]
        for _ in range(OPEN_AFTER):
            passage = app.client.breaker.enter()
            assert passage is not None
            app.client.breaker.failed(passage)
            app.client.breaker.leave(passage)
        status, reasons = await fetch("readyz")
        assert (status, "images API" in reasons) == (503, True)
        assert "\neasel_provider_up 0.0\n" in (await fetch("metrics"))[1]
    result = await world.imagine()
    assert result.response is not None
    assert "Nothing was spent" in result.response.content or "cost nothing" in result.response.content
