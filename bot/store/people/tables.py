"""The tables of what people put aside and allow, and of how their data is erased and exported."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, Table

from bot.store.database.metadata import Id, PlainJson, PlainText, UtcTime, metadata

drafts = Table(
    "drafts",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, nullable=False),
    Column("record", PlainJson, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Index(None, "expires_at"),
)

reference_pictures = Table(
    "reference_pictures",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, nullable=False),
    Column("blob", PlainText, nullable=False),
    Column("label", PlainText, nullable=False),
    Column("parent_job", Id),
    Column("parent_place", Integer),
    Column("spoiler", Boolean, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Index(None, "user_id"),
    Index(None, "expires_at"),
)

people = Table(
    "people",
    metadata,
    Column("user_id", Id, primary_key=True, autoincrement=False),
    Column("edits_by_others", Boolean, nullable=False),
)

servers = Table(
    "servers",
    metadata,
    Column("guild_id", Id, primary_key=True, autoincrement=False),
    Column("edits_of_uploads", Boolean, nullable=False),
)

# Who wants all of theirs deleted: the row goes with the last of it.
# "forgets": renaming a table is a change that an older process beside a newer one cannot live with.
erasure_requests = Table(
    "forgets",
    metadata,
    Column("user_id", Id, primary_key=True, autoincrement=False),
    Column("asked_at", UtcTime, nullable=False),
)

# Messages of ours to be deleted, of people who are forgotten: nothing else knows of these by then.
# "doomed_messages": for the same reason.
messages_to_delete = Table(
    "doomed_messages",
    metadata,
    Column("message_id", Id, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, nullable=False),
)

exports = Table(
    "exports",
    metadata,
    Column("user_id", Id, primary_key=True, autoincrement=False),
    Column("started_at", UtcTime, nullable=False),
)
