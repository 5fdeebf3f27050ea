"""The first tables: jobs and what belongs to them, charges, processes."""

from alembic import op
from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, DateTime, ForeignKey, Integer, String, Text

revision = "0001"
down_revision = None

_ID = BigInteger().with_variant(Integer(), "sqlite")
_TIME = DateTime(timezone=True)


def upgrade() -> None:
    """Create everything."""
    op.create_table(
        "jobs",
        Column("id", _ID, primary_key=True, autoincrement=False),
        Column("state", String(16), nullable=False),
        Column("application_id", BigInteger, nullable=False),
        Column("token", Text, nullable=False),
        Column("expires_at", _TIME, nullable=False),
        Column("channel_id", BigInteger, nullable=False),
        Column("guild_id", BigInteger),
        Column("user_id", BigInteger, nullable=False),
        Column("private", Boolean, nullable=False),
        Column("spoiler", Boolean, nullable=False),
        Column("filesize_limit_bytes", BigInteger, nullable=False),
        Column("guest", Boolean, nullable=False),
        Column("prompt", Text, nullable=False),
        Column("options", JSON, nullable=False),
        Column("model", Text, nullable=False),
        Column("asked_quality", Text, nullable=False),
        Column("asked_pictures", Integer, nullable=False),
        Column("quality", Text),
        Column("size", Text),
        Column("dropped", JSON, nullable=False),
        Column("cost_microusd", BigInteger),
        Column("cost_estimated", Boolean),
        Column("failure", JSON(none_as_null=True)),
        Column("executor", Text),
        Column("attempts", Integer, nullable=False),
        Column("recoveries", Integer, nullable=False),
        Column("priority", Integer),
        Column("created_at", _TIME, nullable=False),
        Column("queued_at", _TIME),
        Column("started_at", _TIME),
        Column("called_at", _TIME),
        Column("drawn_at", _TIME),
        Column("ended_at", _TIME),
    )
    op.create_index("ix_jobs_state_priority_queued_at", "jobs", ["state", "priority", "queued_at"])
    op.create_index("ix_jobs_user_id_state", "jobs", ["user_id", "state"])
    op.create_index("ix_jobs_guild_id_state", "jobs", ["guild_id", "state"])
    op.create_index("ix_jobs_called_at", "jobs", ["called_at"])
    op.create_index("ix_jobs_model_asked_quality_drawn_at", "jobs", ["model", "asked_quality", "drawn_at"])
    op.create_index("ix_jobs_ended_at", "jobs", ["ended_at"])
    op.create_table(
        "job_files",
        Column("job_id", _ID, ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("label", Text, nullable=False),
        Column("blob", Text, nullable=False),
    )
    op.create_table(
        "pictures",
        Column("job_id", _ID, ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("blob", Text, nullable=False),
        Column("output_format", Text, nullable=False),
        Column("size_bytes", BigInteger, nullable=False),
    )
    op.create_table(
        "deliveries",
        Column("job_id", _ID, ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
        Column("part", Integer, primary_key=True, autoincrement=False),
        Column("way", String(16), nullable=False),
        Column("state", String(8), nullable=False),
        Column("nonce", String(25), nullable=False),
        Column("intended_at", _TIME, nullable=False),
        Column("message_id", BigInteger),
        Column("channel_id", BigInteger),
        Column("sent_at", _TIME),
    )
    op.create_table(
        "charges",
        Column("job_id", _ID, primary_key=True, autoincrement=False),
        Column("user_id", BigInteger, nullable=False),
        Column("guild_id", BigInteger),
        Column("state", String(8), nullable=False),
        Column("reserved_microusd", BigInteger, nullable=False),
        Column("reserved_pictures", Integer, nullable=False),
        Column("settled_microusd", BigInteger, nullable=False),
        Column("settled_pictures", Integer, nullable=False),
        Column("day", Date, nullable=False),
        Column("created_at", _TIME, nullable=False),
        Column("settled_at", _TIME),
    )
    op.create_index("ix_charges_user_id_created_at", "charges", ["user_id", "created_at"])
    amounts = ["state", "reserved_microusd", "reserved_pictures", "settled_microusd", "settled_pictures"]
    op.create_index("ix_charges_of_server", "charges", ["guild_id", "created_at", *amounts])
    op.create_index("ix_charges_of_all", "charges", ["created_at", *amounts])
    op.create_table(
        "processes",
        Column("executor", Text, primary_key=True),
        Column("started_at", _TIME, nullable=False),
        Column("beat_at", _TIME, nullable=False),
    )
