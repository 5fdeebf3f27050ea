"""The tables of shards and of the starts of their sessions."""

from sqlalchemy import BigInteger, Column, Integer, Table

from bot.store.database.metadata import PlainText, UtcTime, metadata

shard_leases = Table(
    "shard_leases",
    metadata,
    Column("shard_count", Integer, primary_key=True, autoincrement=False),
    Column("shard_id", Integer, primary_key=True, autoincrement=False),
    Column("holder", PlainText),
    Column("session_id", PlainText),
    Column("sequence", BigInteger),
    Column("resume_url", PlainText),
)

session_starts = Table(
    "session_starts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("total", Integer, nullable=False),
    Column("remaining", Integer, nullable=False),
    Column("resets_at", UtcTime, nullable=False),
    Column("max_concurrency", Integer, nullable=False),
)
"""One row: what Discord said last, less what was started since."""

# "identify_turns": renaming a table is a change that an older process beside a newer one cannot live with.
next_identifies = Table(
    "identify_turns",
    metadata,
    Column("bucket", Integer, primary_key=True, autoincrement=False),
    Column("next_at", UtcTime, nullable=False),
)
