"""The tables of the processes that share a database, and of the oldest version that can read its tables."""

from sqlalchemy import Column, Integer, String, Table

from bot.store.database.metadata import PlainText, UtcTime, metadata

processes = Table(
    "processes",
    metadata,
    Column("executor", PlainText, primary_key=True),
    Column("started_at", UtcTime, nullable=False),
    Column("beat_at", UtcTime, nullable=False),
    # How many shards it has its part of; NULL where it has none.
    Column("shard_count", Integer),
    # Whose lock it holds while it lives, see `Notices.session`; NULL where it holds none, as one of an earlier version.
    Column("session", Integer),
)

readable_from = Table("readable_from", metadata, Column("revision", String(32), primary_key=True))
