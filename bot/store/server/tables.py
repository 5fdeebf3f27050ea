"""The tables of what servers want, and of what they refused."""

from sqlalchemy import Column, Date, Index, Integer, String, Table

from bot.store.database.metadata import Id, PlainJson, UtcTime, metadata

server_settings = Table(
    "server_settings",
    metadata,
    Column("guild_id", Id, primary_key=True, autoincrement=False),
    Column("record", PlainJson, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
)

# What a server's own rules refused before there was a job; it names nobody.
refusals = Table(
    "refusals",
    metadata,
    Column("guild_id", Id, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    Column("reason", String(32), primary_key=True),
    Column("count", Integer, nullable=False),
    Index(None, "day"),
)
