"""The tables of reports and their cases, of mutes, and of the audit log."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String, Table

from bot.store.database.metadata import Id, PlainJson, PlainText, UtcTime, metadata

reports = Table(
    "reports",
    metadata,
    Column("share_id", Id, ForeignKey("shares.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("user_id", Id, primary_key=True, autoincrement=False),
    Column("reason", PlainText, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Index(None, "user_id"),
)

cases = Table(
    "cases",
    metadata,
    Column("share_id", Id, ForeignKey("shares.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("state", String(8), nullable=False),
    Column("channel_id", BigInteger),
    Column("message_id", BigInteger),
    Column("opened_at", UtcTime, nullable=False),
    Column("decided_at", UtcTime),
    Column("decided_by", BigInteger),
)

# By an opaque name of the person, which stays when they have their own deleted: else that would lift a mute.
mutes = Table(
    "mutes",
    metadata,
    Column("guild_id", Id, primary_key=True, autoincrement=False),
    Column("person", String(64), primary_key=True),
    Column("user_id", BigInteger),
    Column("ends_at", UtcTime),
    Column("by_user_id", BigInteger),
    Column("created_at", UtcTime, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("moderator_id", BigInteger),
    Column("act", String(16), nullable=False),
    Column("user_id", BigInteger),
    Column("share_id", BigInteger),
    Column("details", PlainJson, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Index(None, "guild_id", "id"),
)
