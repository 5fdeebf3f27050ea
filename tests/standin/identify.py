"""What an IDENTIFY has to be: its token, its shard and its intents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.standin.sessions import CloseCode, Closed
from tests.standin.state import KNOWN_INTENTS, PRIVILEGED

if TYPE_CHECKING:
    from tests.standin.state import State

VERSIONS = frozenset({"9", "10"})
"""Those that Discord has not decommissioned; an address without one is served as well."""


def check_identify(state: State, data: dict[str, Any]) -> tuple[tuple[int, int], int]:
    """Return the shard, as its id and their count, and the intents; a bot without shards is the only one.

    https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes

    Raises:
        Closed: 4004 the token, 4010 the shard, 4011 a shard of too many guilds, 4013 or 4014 the intents.
    """
    check_token(state, data)
    shard_id, shard_count = data.get("shard") or (0, 1)
    if not 0 <= shard_id < shard_count or shard_count % state.limits.shard_multiple:
        raise Closed(CloseCode.INVALID_SHARD)
    guilds = sum(guild.has_bot and (guild.id >> 22) % shard_count == shard_id for guild in state.guilds.values())
    if guilds > state.limits.guilds_per_shard:
        raise Closed(CloseCode.SHARDING_REQUIRED)
    intents = int(data["intents"])
    if intents & ~KNOWN_INTENTS:
        raise Closed(CloseCode.INVALID_INTENTS)
    if intents & PRIVILEGED & ~state.privileged_intents:
        raise Closed(CloseCode.DISALLOWED_INTENTS)
    return (shard_id, shard_count), intents


def check_token(state: State, data: dict[str, Any]) -> None:
    """Check the token of an IDENTIFY or a RESUME; raises `Closed` 4004."""
    if data["token"] != state.token:
        raise Closed(CloseCode.AUTHENTICATION_FAILED)
