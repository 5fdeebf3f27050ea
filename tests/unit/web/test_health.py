"""The pages for machines."""

import socket
from collections.abc import Callable
from math import inf

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.domain.shards import ShardStatus
from bot.meters import Meters
from bot.proxy.breaker import FIRST_PAUSE_SECONDS, OPEN_AFTER, Breaker
from bot.web.health import Readiness, serve_pages


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


def readiness(
    *,
    connected: bool = True,
    database: bool = True,
    blobs: bool = True,
    breaker: Breaker | None = None,
    shards: ShardStatus | None = None,
) -> Readiness:
    provider = (breaker or Breaker(lambda: 0.0)).health
    return Readiness(
        is_connected=connected,
        database_is_up=database,
        blobs_are_up=blobs,
        provider=provider,
        shards=shards or ShardStatus(count=0, latency_seconds={}, connected=frozenset()),
    )


def opened(clock: Callable[[], float] = lambda: 0.0) -> Breaker:
    breaker = Breaker(clock)
    for _ in range(OPEN_AFTER):
        passage = breaker.enter()
        assert passage is not None
        breaker.failed(passage)
        breaker.leave(passage)
    return breaker


@pytest.mark.parametrize(
    ("now", "status", "text"),
    [
        (readiness(), 200, "ready\n"),
        (readiness(connected=False), 503, "not connected to Discord\n"),
        (readiness(database=False), 503, "the database does not take what is written\n"),
        (readiness(blobs=False), 503, "the blob store does not take what is written\n"),
        (readiness(breaker=opened()), 503, "the images API is down: tried again in 15 s\n"),
        (
            readiness(connected=False, database=False),
            503,
            "not connected to Discord\nthe database does not take what is written\n",
        ),
    ],
)
async def test_a_bot_is_ready_unless_there_is_a_reason(port: int, now: Readiness, status: int, text: str) -> None:
    async with serve_pages(port, readiness=lambda: now, metrics=nothing):
        assert (await fetch(port, "/healthz"))[0] == 200
        assert await fetch(port, "/readyz") == (status, text)


async def test_a_page_tells_how_the_shards_stand(port: int) -> None:
    latencies = {0: 0.04, 1: 0.05, 2: inf, 5: 0.02}
    shards = ShardStatus(count=8, latency_seconds=latencies, connected=frozenset({0, 1, 5}), sessions_left=990)
    line = "shards 0-2, 5 of 8, answered within 50 ms, 990 session starts left today\n"
    meters = Meters()
    meters.note_shards(count=8, latency_seconds=latencies, connected=3, sessions_left=990)

    async def metrics() -> bytes:
        return meters.render({}, waiting=0)

    async with serve_pages(port, readiness=lambda: readiness(connected=False, shards=shards), metrics=metrics):
        assert await fetch(port, "/readyz") == (503, f"not connected to Discord: shards 2\n{line}")
        found = await scrape(port)
    assert [found["easel_shards", one] for one in ("all", "held", "connected")] == [8, 4, 3]
    assert (found["easel_shard_latency_seconds", "1"], found["easel_session_starts_left",]) == (0.05, 990)


async def test_a_provider_that_is_being_tried_is_not_ready_yet(port: int) -> None:
    seconds = 0.0
    breaker = opened(lambda: seconds)
    seconds = FIRST_PAUSE_SECONDS
    assert breaker.enter() is not None
    async with serve_pages(port, readiness=lambda: readiness(breaker=breaker), metrics=nothing):
        assert await fetch(port, "/readyz") == (503, "the images API is down: it is being tried\n")


async def test_without_a_port_nothing_is_served(port: int) -> None:
    async with serve_pages(None, readiness=readiness, metrics=nothing):
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
    meters.store_failed("blobs")
    meters.refused("BudgetSpent")
    meters.note_health(connected=True, stores={"database": False, "blobs": True}, provider=False, next_try_seconds=9)
    meters.took("call", 7.5)
    with meters.stage("keep"):
        pass
    async with serve_pages(port, readiness=readiness, metrics=metrics):
        first = await scrape(port)
        waiting = 0
        second = await scrape(port)

    assert first["easel_jobs_ended_total", "delivered"] == 1
    assert first["easel_cost_microusd_total", "bot"] == 43_000
    assert first["easel_pictures_total", "bot"] == 3
    assert first["easel_provider_errors_total", "bot", "RateLimited"] == 1
    assert first["easel_discord_errors_total", "40005", "413"] == 1
    assert first["easel_maybe_paid_total", "crashed"] == 1
    assert first["easel_store_failures_total", "blobs"] == 1
    assert first["easel_refusals_total", "BudgetSpent"] == 1
    assert first["easel_connected",] == 1
    assert (first["easel_store_up", "database"], first["easel_store_up", "blobs"]) == (0, 1)
    assert (first["easel_provider_up",], first["easel_provider_next_try_seconds",]) == (0, 9)
    assert first["easel_stage_seconds_sum", "call"] == 7.5
    assert first["easel_stage_seconds_count", "keep"] == 1
    assert (first["easel_queue_length",], first["easel_jobs", "waiting"], first["easel_jobs", "calling"]) == (3, 3, 1)
    assert (second["easel_queue_length",], second["easel_jobs", "waiting"]) == (0, 0)


async def test_what_an_alert_waits_for_is_counted_from_zero_on(port: int) -> None:
    async def metrics() -> bytes:
        return Meters().render({}, waiting=0)

    async with serve_pages(port, readiness=readiness, metrics=metrics):
        found = await scrape(port)

    assert found["easel_jobs_ended_total", "undeliverable"] == 0
    assert found["easel_maybe_paid_total", "crashed"] == 0
    assert found["easel_provider_errors_total", "bot", "KeyRejected"] == 0
    assert found["easel_store_failures_total", "database"] == 0
