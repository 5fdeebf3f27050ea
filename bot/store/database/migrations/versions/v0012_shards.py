"""Who holds which shard, when sessions are started, which messages were taken, and whose code can read the tables."""

from alembic import op
from sqlalchemy import BigInteger, Column, DateTime, Integer, String, Text

revision = "0012"
down_revision = "0010"

_ID = BigInteger().with_variant(Integer(), "sqlite")
_TIME = DateTime(timezone=True)


def upgrade() -> None:
    """Create what is new; a process of an earlier version shares no shards."""
    op.add_column("processes", Column("shard_count", Integer))
    op.create_table(
        "shard_leases",
        Column("shard_count", Integer, primary_key=True, autoincrement=False),
        Column("shard_id", Integer, primary_key=True, autoincrement=False),
        Column("holder", Text),
        Column("session_id", Text),
        Column("sequence", BigInteger),
        Column("resume_url", Text),
    )
    op.create_table(
        "session_starts",
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("total", Integer, nullable=False),
        Column("remaining", Integer, nullable=False),
        Column("resets_at", _TIME, nullable=False),
        Column("max_concurrency", Integer, nullable=False),
    )
    op.create_table(
        "identify_turns",
        Column("bucket", Integer, primary_key=True, autoincrement=False),
        Column("next_at", _TIME, nullable=False),
    )
    op.create_table(
        "taken_messages",
        Column("id", _ID, primary_key=True, autoincrement=False),
        Column("executor", Text, nullable=False),
        Column("taken_at", _TIME, nullable=False),
    )
    op.create_index("ix_taken_messages_taken_at", "taken_messages", ["taken_at"])
    op.create_table("readable_from", Column("revision", String(32), primary_key=True))
