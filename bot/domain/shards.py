"""Shards of Discord's gateway: who holds which, and how several processes share them.

https://docs.discord.com/developers/events/gateway#sharding
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import isfinite


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardSession:
    """What a RESUME of a session names: its id, the last event that was heard, and the gateway to ask."""

    session_id: str = field(repr=False)
    sequence: int
    resume_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardLease:
    """A shard, the process that holds it (None: nobody does), and the session that was last heard on it."""

    shard_id: int
    holder: str | None = None
    session: ShardSession | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GatewayLimits:
    """What `GET /gateway/bot` says: how many shards Discord recommends, and how many sessions may still be started.

    `max_concurrency` is the number of buckets that IDENTIFY is paced by; a shard's bucket is its id modulo that.
    """

    shards: int
    total: int
    remaining: int
    resets_at: datetime
    max_concurrency: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardPlan:
    """What a process does about its share now: the free shards that it takes, and the one that it gives up.

    Where it `is_settled`, nobody has anything to take or to give up until somebody comes or goes.
    """

    take: tuple[ShardLease, ...] = ()
    give_up: int | None = None
    is_short: bool = False
    is_settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardStatus:
    """How the shards of a process stand: those that it holds of `count`, with their latencies, and what is connected.

    A latency is infinite before the first heartbeat was answered. `sessions_left` are those that may still be started
    today, as Discord told last; None where it never did.
    """

    count: int
    latency_seconds: Mapping[int, float]
    connected: frozenset[int]
    sessions_left: int | None = None

    @property
    def lost(self) -> tuple[int, ...]:
        """The shards that are held and not connected."""
        return tuple(sorted(self.latency_seconds.keys() - self.connected))

    @property
    def longest_latency_seconds(self) -> float | None:
        """The longest latency that was measured; None where none was."""
        return max((one for one in self.latency_seconds.values() if isfinite(one)), default=None)


def to_ranges(ids: Collection[int]) -> str:
    """Write numbers as SHARD_IDS has them: `0-3, 8`."""
    runs: list[list[int]] = []
    for one in sorted(ids):
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def shard_of(guild_id: int | None, shard_count: int) -> int:
    """Tell which shard hears a server; direct messages (None) are shard 0's. The formula is Discord's."""
    return 0 if guild_id is None else (guild_id >> 22) % shard_count


def plan_share(
    leases: Sequence[ShardLease], *, me: str, living: Collection[str], sharing: Collection[str]
) -> ShardPlan:
    """Decide what a process takes and gives up, from the leases of all shards as all processes see them.

    A shard is free where nobody of the `living` holds it. Those who are `sharing` have the same number, or one more.
    Of those that are free each takes others, so that all are taken in one look. Nobody gives up anything while a shard
    is free, and one process at a time gives up one shard, so that little is unheard meanwhile. Whoever `is_short` has
    fewer than its part.
    """
    members = {*sharing, me}
    held = Counter(dict.fromkeys(members, 0))
    free: list[ShardLease] = []
    for lease in leases:
        if lease.holder is None or lease.holder not in living:
            free.append(lease)
        elif lease.holder in members:
            held[lease.holder] += 1
    least, more = divmod(held.total() + len(free), len(members))
    # The one more is for those who have it already, so that fewer move.
    ranked = sorted(members, key=lambda one: (-held[one], one))
    part = {one: least + (rank < more) for rank, one in enumerate(ranked)}
    wanted = {one: max(0, part[one] - held[one]) for one in ranked}
    begin = sum(wanted[one] for one in ranked[: ranked.index(me)])
    take = tuple(free[begin : begin + wanted[me]])
    is_short = held[me] + len(take) < part[me]
    giver = max(ranked, key=lambda one: (held[one] - part[one], one))
    if free or me != giver or held[me] <= part[me]:
        is_settled = not free and held[giver] == part[giver] and me in sharing
        return ShardPlan(take=take, is_short=is_short, is_settled=is_settled)
    return ShardPlan(give_up=max(one.shard_id for one in leases if one.holder == me))


def plan_fixed(leases: Sequence[ShardLease], *, me: str, living: Collection[str], ids: Collection[int]) -> ShardPlan:
    """Decide what a process takes whose shards are named to it: those of them that are free, and no others."""
    named = [one for one in leases if one.shard_id in ids]
    take = tuple(one for one in named if one.holder is None or (one.holder != me and one.holder not in living))
    held = sum(one.holder == me for one in named)
    is_short = held + len(take) < len(named)
    return ShardPlan(take=take, is_short=is_short, is_settled=not take and not is_short)
