"""The tables of jobs, of their files and pictures, and of the messages that show them."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table

from bot.store.database.metadata import Id, PlainJson, PlainText, UtcTime, metadata

jobs = Table(
    "jobs",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("state", String(16), nullable=False),
    Column("application_id", BigInteger, nullable=False),
    Column("token", PlainText, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("guild_id", BigInteger),
    Column("user_id", BigInteger, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("spoiler", Boolean, nullable=False),
    Column("filesize_limit_bytes", BigInteger, nullable=False),
    Column("guest", Boolean, nullable=False),
    Column("reply_to", BigInteger),
    Column("answer_id", BigInteger),
    Column("language", String(8), nullable=False, server_default="en"),
    Column("app_permissions", BigInteger),
    Column("prompt", PlainText, nullable=False),
    Column("options", PlainJson, nullable=False),
    Column("model", PlainText, nullable=False),
    Column("asked_quality", PlainText, nullable=False),
    Column("asked_pictures", Integer, nullable=False),
    Column("quality", PlainText),
    Column("size", PlainText),
    Column("dropped", PlainJson, nullable=False),
    Column("crop", PlainJson(none_as_null=True)),
    Column("shown", String(16)),
    Column("cost_microusd", BigInteger),
    Column("cost_estimated", Boolean),
    Column("failure", PlainJson(none_as_null=True)),
    Column("executor", PlainText),
    Column("attempts", Integer, nullable=False),
    Column("recoveries", Integer, nullable=False),
    Column("priority", Integer),
    Column("created_at", UtcTime, nullable=False),
    Column("queued_at", UtcTime),
    Column("started_at", UtcTime),
    Column("called_at", UtcTime),
    Column("drawn_at", UtcTime),
    Column("ended_at", UtcTime),
    Column("emptied_at", UtcTime),
    Index(None, "state", "priority", "queued_at"),
    Index(None, "user_id", "state"),
    Index(None, "user_id", "id"),
    Index(None, "guild_id", "state", "ended_at"),
    Index(None, "called_at"),
    Index(None, "model", "asked_quality", "drawn_at"),
    Index(None, "ended_at"),
    Index(None, "emptied_at", "ended_at"),
)

# No foreign key to the parent: it may be deleted before its child.
job_files = Table(
    "job_files",
    metadata,
    Column("job_id", Id, ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("label", PlainText, nullable=False),
    Column("blob", PlainText, nullable=False),
    Column("parent_job", Id),
    Column("parent_place", Integer),
    Index(None, "parent_job", "job_id"),
)

# The columns of `drawn` are of an answer that was laid into its original, as the model drew it.
pictures = Table(
    "pictures",
    metadata,
    Column("job_id", Id, ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("blob", PlainText, nullable=False),
    Column("output_format", PlainText, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("vector", PlainText),
    Column("drawn", PlainText),
    Column("drawn_format", PlainText),
    Column("drawn_bytes", BigInteger),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("job_id", Id, ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("way", String(16), nullable=False),
    Column("state", String(8), nullable=False),
    Column("nonce", String(25), nullable=False),
    Column("intended_at", UtcTime, nullable=False),
    Column("message_id", BigInteger),
    Column("channel_id", BigInteger),
    Column("sent_at", UtcTime),
)

posts = Table(
    "posts",
    metadata,
    Column("message_id", Id, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("job_id", Id, ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False),
    Column("first_place", Integer, nullable=False),
    Column("last_place", Integer, nullable=False),
    Index(None, "job_id"),
)
