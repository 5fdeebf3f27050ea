"""The tables of what servers want, of their keys, and of what they refused."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, String, Table

from bot.store.database.metadata import Id, PlainJson, PlainText, UtcTime, metadata

server_settings = Table(
    "server_settings",
    metadata,
    Column("guild_id", Id, primary_key=True, autoincrement=False),
    Column("record", PlainJson, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    Index(None, "changed_at"),
)

# `id` is that of the interaction that entered it: the charges name it, and so which key paid.
server_keys = Table(
    "server_keys",
    metadata,
    Column("guild_id", Id, primary_key=True, autoincrement=False),
    Column("id", BigInteger, nullable=False),
    Column("provider", String(16), nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("tried", Boolean, nullable=False),
    Column("set_at", UtcTime, nullable=False),
    Column("ciphertext", PlainText, nullable=False),
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
