"""What is counted and timed, for Prometheus; imports nothing of ours."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

CONTENT_TYPE = CONTENT_TYPE_LATEST
"""The media type of what `Meters.render` writes."""

_ACKNOWLEDGED_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3)
_LAG_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_STAGE_SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900)

_ENDS = ("delivered", "failed", "undeliverable")
_WHYS = ("crashed", "repeated", "cancelled", "failed")
_STORES = ("database", "blobs")
_KINDS = ("KeyRejected", "OutOfMoney", "ModelUnknown")
"""Of the errors, those that only the person who runs the bot can mend, where the account is the bot's."""
_BOT, _SERVER = "bot", "server"
"""Whose account it is: the bot's, or one of a server with a key of its own."""


class Meters:
    """The counters of one bot, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self.acknowledged_seconds = Histogram(
            "easel_acknowledged_seconds",
            "From an interaction's arrival to Discord's word that it is acknowledged",
            buckets=_ACKNOWLEDGED_SECONDS,
            registry=self._registry,
        )
        self.loop_lag_seconds = Histogram(
            "easel_loop_lag_seconds",
            "How late the event loop is for what is due, looked at twenty times a second",
            buckets=_LAG_SECONDS,
            registry=self._registry,
        )
        self._stages = Histogram(
            "easel_stage_seconds",
            "Time of a job in a stage: take_in, wait, prepare, call, lay_in, keep, deliver",
            ["stage"],
            buckets=_STAGE_SECONDS,
            registry=self._registry,
        )
        self._ended = Counter(
            "easel_jobs_ended", "Jobs that ended, by their last state", ["state"], registry=self._registry
        )
        self._jobs = Gauge(
            "easel_jobs", "Jobs that are not over, by state, as last counted", ["state"], registry=self._registry
        )
        self._queue = Gauge("easel_queue_length", "Jobs that wait for their turn", registry=self._registry)
        self._provider_errors = Counter(
            "easel_provider_errors",
            "Failed calls of the images API, by kind and by whose account it is: bot, or server",
            ["kind", "account"],
            registry=self._registry,
        )
        self._discord_errors = Counter(
            "easel_discord_errors",
            "Calls that Discord refused, by status and code",
            ["status", "code"],
            registry=self._registry,
        )
        self._cost = Counter(
            "easel_cost_microusd",
            "Settled costs in micro-USD, by who pays: bot, or server (a key of its own)",
            ["account"],
            registry=self._registry,
        )
        self._pictures = Counter(
            "easel_pictures", "Pictures that were kept, by who pays", ["account"], registry=self._registry
        )
        self._maybe_paid = Counter(
            "easel_maybe_paid",
            "Calls that may have been paid for nothing or twice, by why",
            ["why"],
            registry=self._registry,
        )
        self._connected = Gauge("easel_connected", "1 while Discord's gateway is there", registry=self._registry)
        self._shards = Gauge(
            "easel_shards",
            "Shards of the gateway: of this process held and connected, of the bot all",
            ["state"],
            registry=self._registry,
        )
        self._shard_latency = Gauge(
            "easel_shard_latency_seconds",
            "From a heartbeat of a shard to its answer",
            ["shard"],
            registry=self._registry,
        )
        self._sessions_left = Gauge(
            "easel_session_starts_left", "Sessions that may still be started today", registry=self._registry
        )
        self._store_up = Gauge(
            "easel_store_up",
            "1 while a store takes what is written: database, blobs",
            ["store"],
            registry=self._registry,
        )
        self._provider_up = Gauge(
            "easel_provider_up", "1 while the images API is asked by everybody", registry=self._registry
        )
        self._provider_next_try = Gauge(
            "easel_provider_next_try_seconds", "Until the images API is tried again", registry=self._registry
        )
        self._store_failures = Counter(
            "easel_store_failures", "What a store did not do: database, blobs", ["store"], registry=self._registry
        )
        self._refusals = Counter(
            "easel_refusals",
            "Requests that were refused before they were queued, by kind",
            ["kind"],
            registry=self._registry,
        )
        # From 0 on: the first of a series that was not there before is no increase to Prometheus, and no alert.
        for counter, labels in (
            (self._ended, _ENDS),
            (self._maybe_paid, _WHYS),
            (self._store_failures, _STORES),
        ):
            for label in labels:
                counter.labels(label)
        for kind in _KINDS:
            self._provider_errors.labels(kind, _BOT)
        for account in (_BOT, _SERVER):
            self._cost.labels(account)
            self._pictures.labels(account)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage, however it ends."""
        started = perf_counter()
        try:
            yield
        finally:
            self.took(name, perf_counter() - started)

    def took(self, stage: str, seconds: float) -> None:
        """Record the time of a stage that was measured elsewhere."""
        self._stages.labels(stage).observe(max(0.0, seconds))

    def ended(self, state: str) -> None:
        """Count a job that ended."""
        self._ended.labels(state).inc()

    def provider_failed(self, kind: str, *, by_server: bool = False) -> None:
        """Count a failed call of the images API, by the error's name; `by_server` if the account is a server's."""
        self._provider_errors.labels(kind, _account(by_server)).inc()

    def discord_failed(self, *, status: int, code: int) -> None:
        """Count a call that Discord refused; 0 where there was no answer."""
        self._discord_errors.labels(str(status), str(code)).inc()

    def settled(self, *, microusd: int, pictures: int, by_server: bool = False) -> None:
        """Count what a job came to; `by_server` if a server paid with a key of its own."""
        self._cost.labels(_account(by_server)).inc(microusd)
        self._pictures.labels(_account(by_server)).inc(pictures)

    def maybe_paid(self, why: str) -> None:
        """Count a call whose money may be gone: `crashed`, `repeated` (asked again), `cancelled`, `failed`."""
        self._maybe_paid.labels(why).inc()

    def store_failed(self, store: str) -> None:
        """Count what a store, `database` or `blobs`, did not do; from any thread."""
        self._store_failures.labels(store).inc()

    def refused(self, kind: str) -> None:
        """Count a request that was refused before it was queued; `kind` is the error's name."""
        self._refusals.labels(kind).inc()

    def note_health(
        self, *, connected: bool, stores: Mapping[str, bool], provider: bool, next_try_seconds: float
    ) -> None:
        """Set what is there now: Discord, each store, and the images API, which is tried again after so long."""
        self._connected.set(connected)
        for store, is_up in stores.items():
            self._store_up.labels(store).set(is_up)
        self._provider_up.set(provider)
        self._provider_next_try.set(next_try_seconds)

    def note_shards(
        self, *, count: int, latency_seconds: Mapping[int, float], connected: int, sessions_left: int | None
    ) -> None:
        """Set how the shards stand: of the bot's `count` those that this process holds, each with its latency."""
        self._shards.labels("all").set(count)
        self._shards.labels("held").set(len(latency_seconds))
        self._shards.labels("connected").set(connected)
        self._shard_latency.clear()
        for shard_id, seconds in latency_seconds.items():
            self._shard_latency.labels(str(shard_id)).set(seconds)
        if sessions_left is not None:
            self._sessions_left.set(sessions_left)

    def render(self, jobs: Mapping[str, int], *, waiting: int) -> bytes:
        """Write everything in Prometheus' text format, with the open jobs by state as they were counted last."""
        for state, count in jobs.items():
            self._jobs.labels(state).set(count)
        self._queue.set(waiting)
        return generate_latest(self._registry)


def _account(by_server: bool) -> str:  # noqa: FBT001 - the one thing that it tells
    return _SERVER if by_server else _BOT
