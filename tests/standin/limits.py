"""Discord's limits, all of which a test may change, and the counting of requests."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from tests.standin.calls import Answer

MIB = 1 << 20
IDENTIFY_SECONDS = 5.0
"""Discord's own `identify_seconds`, for the tests that are about it."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests in so many seconds."""

    requests: int
    seconds: float


@dataclass(slots=True, kw_only=True)
class Limits:
    """The figures of the platform.

    `attachment_size_bytes` is what everybody may attach; a user's or a guild's own limit counts where it is higher.
    `webhook_rate` is not published: about 5 requests in 2 s for one token was observed. `bot_rate` holds for
    everything that needs the bot's token.

    `shards` is what `/gateway/bot` recommends, `shard_multiple` what a large bot's number of shards has to be a
    multiple of. Two IDENTIFYs of one bucket of `max_concurrency` may come every `identify_seconds`: none here, since
    tests start one process after another. A session without a connection is kept for `session_seconds`, of which
    Discord says "a few minutes".
    """

    acknowledge_seconds: float = 3.0
    token_seconds: float = 15 * 60.0
    attachment_size_bytes: int = 20 * MIB
    request_bytes: int = 25 * MIB
    nonce_seconds: float = 300.0
    user_install_followups: int = 5
    heartbeat_seconds: float = 41.25
    shards: int = 1
    shard_multiple: int = 1
    guilds_per_shard: int = 2500
    max_concurrency: int = 1
    identify_seconds: float = 0.0
    session_starts: int = 1000
    session_seconds: float = 180.0
    gateway_rate: Rate = field(default_factory=lambda: Rate(120, 60.0))
    webhook_rate: Rate | None = field(default_factory=lambda: Rate(5, 2.0))
    bot_rate: Rate | None = field(default_factory=lambda: Rate(50, 1.0))


@dataclass(frozen=True, slots=True)
class Turn:
    """The headers that tell a client where it stands, and the refusal when it was too fast."""

    headers: dict[str, str]
    refusal: Answer | None = None


class RateLimiter:
    """The requests of the last seconds by key; real time, since a client really waits."""

    def __init__(self) -> None:
        self._times: dict[str, deque[float]] = {}

    def take(self, key: str, rate: Rate, *, is_global: bool = False) -> Turn:
        """Count one request, or refuse it with 429."""
        now = time.monotonic()
        times = self._times.setdefault(key, deque())
        while times and times[0] <= now - rate.seconds:
            times.popleft()
        if len(times) >= rate.requests:
            return rate_limited(times[0] + rate.seconds - now, is_global=is_global)
        times.append(now)
        if is_global:
            return Turn({})
        return Turn(
            {
                "X-RateLimit-Limit": str(rate.requests),
                "X-RateLimit-Remaining": str(rate.requests - len(times)),
                "X-RateLimit-Reset": f"{time.time() + rate.seconds:.3f}",
                "X-RateLimit-Reset-After": f"{times[0] + rate.seconds - now:.3f}",
            }
        )


def rate_limited(retry_after_seconds: float, *, is_global: bool = False) -> Turn:
    """Return a 429 as Discord itself gives it; discord.py takes one without `Via` for a ban by the proxy."""
    body: dict[str, Any] = {
        "message": "You are being rate limited.",
        "retry_after": round(retry_after_seconds, 3),
        "global": is_global,
    }
    headers = {
        "Via": "1.1 google",
        "Retry-After": f"{retry_after_seconds:.3f}",
        "X-RateLimit-Scope": "global" if is_global else "shared",
    }
    return Turn(headers, Answer(429, body))
