"""The pages for machines."""

import socket

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.meters import Meters
from bot.store.errors import StoreUnavailable
from bot.web.health import serve_pages


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
        return free


async def nothing() -> bytes:
    return b""


async def fetch(port: int, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status, await response.text()


async def scrape(port: int) -> dict[tuple[str, ...], float]:
    """Read the metrics as Prometheus does: a value by the name of its sample and what its labels, in order, say."""
    status, text = await fetch(port, "/metrics")
    assert status == 200
    families = text_string_to_metric_families(text)
    return {(one.name, *one.labels.values()): one.value for family in families for one in family.samples}


async def test_a_connected_bot_is_healthy_and_ready(port: int) -> None:
    async with serve_pages(port, is_ready=lambda: True, metrics=nothing):
        assert (await fetch(port, "/healthz"))[0] == 200
        assert (await fetch(port, "/readyz"))[0] == 200


async def test_a_bot_without_discord_is_healthy_and_not_ready(port: int) -> None:
    async with serve_pages(port, is_ready=lambda: False, metrics=nothing):
        assert (await fetch(port, "/healthz"))[0] == 200
        assert (await fetch(port, "/readyz"))[0] == 503


async def test_without_a_port_nothing_is_served(port: int) -> None:
    async with serve_pages(None, is_ready=lambda: True, metrics=nothing):
        with pytest.raises(aiohttp.ClientConnectorError):
            await fetch(port, "/healthz")


async def test_prometheus_reads_what_was_counted_and_what_the_database_holds_now(port: int) -> None:
    meters = Meters()
    waiting = 3

    async def metrics() -> bytes:
        return meters.render({"waiting": waiting, "calling": 1}, waiting=waiting)

    meters.ended("delivered")
    meters.settled(microusd=42_000, pictures=2)
    meters.settled(microusd=1_000, pictures=1)
    meters.provider_failed("RateLimited")
    meters.discord_failed(status=413, code=40005)
    meters.maybe_paid("crashed")
    meters.took("call", 7.5)
    with meters.stage("keep"):
        pass
    async with serve_pages(port, is_ready=lambda: True, metrics=metrics):
        first = await scrape(port)
        waiting = 0
        second = await scrape(port)

    assert first["easel_jobs_ended_total", "delivered"] == 1
    assert first["easel_cost_microusd_total", "bot"] == 43_000
    assert first["easel_pictures_total", "bot"] == 3
    assert first["easel_provider_errors_total", "bot", "RateLimited"] == 1
    assert first["easel_discord_errors_total", "40005", "413"] == 1
    assert first["easel_maybe_paid_total", "crashed"] == 1
    assert first["easel_stage_seconds_sum", "call"] == 7.5
    assert first["easel_stage_seconds_count", "keep"] == 1
    assert (first["easel_queue_length",], first["easel_jobs", "waiting"], first["easel_jobs", "calling"]) == (3, 3, 1)
    assert (second["easel_queue_length",], second["easel_jobs", "waiting"]) == (0, 0)


async def test_what_an_alert_waits_for_is_counted_from_zero_on(port: int) -> None:
    async def metrics() -> bytes:
        return Meters().render({}, waiting=0)

    async with serve_pages(port, is_ready=lambda: True, metrics=metrics):
        found = await scrape(port)

    assert found["easel_jobs_ended_total", "undeliverable"] == 0
    assert found["easel_maybe_paid_total", "crashed"] == 0
    assert found["easel_provider_errors_total", "bot", "KeyRejected"] == 0


async def test_a_page_without_a_database_says_so_and_the_others_stay(port: int) -> None:
    async def metrics() -> bytes:
        raise StoreUnavailable

    async with serve_pages(port, is_ready=lambda: True, metrics=metrics):
        assert await fetch(port, "/metrics") == (503, "the database does not answer\n")
        assert (await fetch(port, "/readyz"))[0] == 200
