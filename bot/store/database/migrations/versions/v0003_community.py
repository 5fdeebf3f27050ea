"""The community: what is shared and hearted, what is reported and decided, what each server wants, who is forgotten."""

from alembic import op
from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, DateTime, ForeignKey, Integer, String, Text, text

revision = "0003"
down_revision = "0002"

_ID = BigInteger().with_variant(Integer(), "sqlite")
_TIME = DateTime(timezone=True)


def upgrade() -> None:
    """Create what is new."""
    op.create_table(
        "themes",
        Column("id", _ID, primary_key=True, autoincrement=False),
        Column("guild_id", BigInteger, nullable=False),
        Column("name", Text, nullable=False),
        Column("channel_id", BigInteger, nullable=False),
        Column("ends_at", _TIME, nullable=False),
        Column("closed_at", _TIME),
        Column("announced_at", _TIME),
    )
    op.create_index("ix_themes_guild_id_closed_at", "themes", ["guild_id", "closed_at"])
    op.create_index("ix_themes_announced_at_ends_at", "themes", ["announced_at", "ends_at"])
    op.create_table(
        "shares",
        Column("id", _ID, primary_key=True, autoincrement=False),
        Column("guild_id", BigInteger, nullable=False),
        Column("user_id", BigInteger, nullable=False),
        Column("job_id", _ID, nullable=False),
        Column("place", Integer, nullable=False),
        Column("state", String(8), nullable=False),
        Column("shows_prompt", Boolean, nullable=False),
        Column("theme_id", _ID),
        Column("hearts", Integer, nullable=False),
        Column("created_at", _TIME, nullable=False),
    )
    op.create_index(
        "ix_shares_of_picture",
        "shares",
        ["job_id", "place", "guild_id"],
        unique=True,
        sqlite_where=text("state != 'gone'"),
        postgresql_where=text("state != 'gone'"),
    )
    is_gone = text("state = 'gone'")
    op.create_index("ix_shares_gone", "shares", ["id"], sqlite_where=is_gone, postgresql_where=is_gone)
    op.create_index(
        "ix_shares_guild_id_state_created_at_id_hearts", "shares", ["guild_id", "state", "created_at", "id", "hearts"]
    )
    op.create_index("ix_shares_guild_id_state_hearts_id", "shares", ["guild_id", "state", "hearts", "id"])
    op.create_index("ix_shares_user_id_guild_id_created_at", "shares", ["user_id", "guild_id", "created_at"])
    op.create_index("ix_shares_theme_id_state_hearts_id", "shares", ["theme_id", "state", "hearts", "id"])
    op.create_table(
        "hearts",
        Column("share_id", _ID, ForeignKey("shares.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
        Column("user_id", _ID, primary_key=True, autoincrement=False),
        Column("created_at", _TIME, nullable=False),
    )
    op.create_index("ix_hearts_user_id", "hearts", ["user_id"])
    op.create_table(
        "share_copies",
        Column("message_id", _ID, primary_key=True, autoincrement=False),
        Column("channel_id", BigInteger, nullable=False),
        Column("share_id", _ID, ForeignKey("shares.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
        Column("is_thread", Boolean, nullable=False),
        Column("is_sheet", Boolean, nullable=False),
        Column("shows", String(8), nullable=False),
        Column("attempts", Integer, nullable=False),
        Column("try_at", _TIME),
    )
    op.create_index("ix_share_copies_share_id", "share_copies", ["share_id"])
    op.create_index("ix_share_copies_try_at", "share_copies", ["try_at"])
    op.create_table(
        "reports",
        Column("share_id", _ID, ForeignKey("shares.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
        Column("user_id", _ID, primary_key=True, autoincrement=False),
        Column("reason", Text, nullable=False),
        Column("created_at", _TIME, nullable=False),
    )
    op.create_index("ix_reports_user_id", "reports", ["user_id"])
    op.create_table(
        "cases",
        Column("share_id", _ID, ForeignKey("shares.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
        Column("state", String(8), nullable=False),
        Column("channel_id", BigInteger),
        Column("message_id", BigInteger),
        Column("opened_at", _TIME, nullable=False),
        Column("decided_at", _TIME),
        Column("decided_by", BigInteger),
    )
    op.create_table(
        "mutes",
        Column("guild_id", _ID, primary_key=True, autoincrement=False),
        Column("person", String(64), primary_key=True),
        Column("user_id", BigInteger),
        Column("ends_at", _TIME),
        Column("by_user_id", BigInteger),
        Column("created_at", _TIME, nullable=False),
    )
    op.create_table(
        "audit",
        Column("id", _ID, primary_key=True, autoincrement=False),
        Column("guild_id", BigInteger, nullable=False),
        Column("moderator_id", BigInteger),
        Column("act", String(16), nullable=False),
        Column("user_id", BigInteger),
        Column("share_id", BigInteger),
        Column("details", JSON, nullable=False),
        Column("created_at", _TIME, nullable=False),
    )
    op.create_index("ix_audit_guild_id_id", "audit", ["guild_id", "id"])
    op.create_table(
        "server_settings",
        Column("guild_id", _ID, primary_key=True, autoincrement=False),
        Column("record", JSON, nullable=False),
        Column("changed_at", _TIME, nullable=False),
    )
    op.create_table(
        "weekly_posts",
        Column("guild_id", _ID, primary_key=True, autoincrement=False),
        Column("week", String(8), primary_key=True),
    )
    op.create_table(
        "forgets",
        Column("user_id", _ID, primary_key=True, autoincrement=False),
        Column("asked_at", _TIME, nullable=False),
    )
    op.create_table(
        "doomed_messages",
        Column("message_id", _ID, primary_key=True, autoincrement=False),
        Column("channel_id", BigInteger, nullable=False),
    )
    op.create_table(
        "exports",
        Column("user_id", _ID, primary_key=True, autoincrement=False),
        Column("started_at", _TIME, nullable=False),
    )
    op.create_table(
        "refusals",
        Column("guild_id", _ID, primary_key=True, autoincrement=False),
        Column("day", Date, primary_key=True),
        Column("reason", String(32), primary_key=True),
        Column("count", Integer, nullable=False),
    )
    op.create_index("ix_refusals_day", "refusals", ["day"])
    op.add_column("charges", Column("model", Text))
    op.execute("UPDATE charges SET model = (SELECT jobs.model FROM jobs WHERE jobs.id = charges.job_id)")
    amounts = ["state", "reserved_microusd", "reserved_pictures", "settled_microusd", "settled_pictures"]
    op.create_index("ix_charges_of_account", "charges", ["guild_id", "day", "user_id", "model", *amounts])
    op.drop_index("ix_jobs_guild_id_state", "jobs")
    op.create_index("ix_jobs_guild_id_state_ended_at", "jobs", ["guild_id", "state", "ended_at"])
