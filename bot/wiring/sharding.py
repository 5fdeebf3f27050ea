"""Sharding: who holds which shard, and when sessions may be started."""

from dataclasses import dataclass

from bot.store.sharding.leases import ShardLeases
from bot.store.sharding.session_starts import SessionStarts
from bot.wiring.foundation import Foundation


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharding:
    """What the client shares its shards by with other processes."""

    leases: ShardLeases
    starts: SessionStarts


def build_sharding(foundation: Foundation) -> Sharding:
    """Build it."""
    core = foundation.core
    return Sharding(
        leases=ShardLeases(core.database, core.executor, notices=foundation.jobs.notices),
        starts=SessionStarts(core.database),
    )
