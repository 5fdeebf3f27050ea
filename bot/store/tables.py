"""The tables: jobs and what belongs to them, what people put aside, allow, share and report, charges, processes."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    text,
)


class UtcTime(TypeDecorator[datetime]):
    """A moment, aware and in UTC on both sides; SQLite, which keeps no zones, keeps it without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: D102
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: D102
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


# SQLite keeps a table in the order of its key only where the key's type is INTEGER, which has 64 bits there.
Id = BigInteger().with_variant(Integer(), "sqlite")

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("state", String(16), nullable=False),
    Column("application_id", BigInteger, nullable=False),
    Column("token", Text, nullable=False),
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
    Column("created_at", UtcTime, nullable=False),
    Column("queued_at", UtcTime),
    Column("started_at", UtcTime),
    Column("called_at", UtcTime),
    Column("drawn_at", UtcTime),
    Column("ended_at", UtcTime),
    Column("emptied_at", UtcTime),
    Index(None, "state", "priority", "queued_at"),
    Index(None, "user_id", "state"),
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
    Column("label", Text, nullable=False),
    Column("blob", Text, nullable=False),
    Column("parent_job", Id),
    Column("parent_place", Integer),
    Index(None, "parent_job", "job_id"),
)

pictures = Table(
    "pictures",
    metadata,
    Column("job_id", Id, ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("blob", Text, nullable=False),
    Column("output_format", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
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

drafts = Table(
    "drafts",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, nullable=False),
    Column("record", JSON, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Index(None, "expires_at"),
)

reference_pictures = Table(
    "reference_pictures",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, nullable=False),
    Column("blob", Text, nullable=False),
    Column("label", Text, nullable=False),
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

themes = Table(
    "themes",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("ends_at", UtcTime, nullable=False),
    Column("closed_at", UtcTime),
    Column("announced_at", UtcTime),
    Index(None, "guild_id", "closed_at"),
    Index(None, "announced_at", "ends_at"),
)

# No foreign key to the job: what is shared is kept, and with it the job, until nobody shares it any more.
shares = Table(
    "shares",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("job_id", Id, nullable=False),
    Column("place", Integer, nullable=False),
    Column("state", String(8), nullable=False),
    Column("shows_prompt", Boolean, nullable=False),
    Column("theme_id", Id),
    Column("hearts", Integer, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    # One that is gone is not in the way of sharing its picture again: its messages may take long to delete.
    Index(
        "ix_shares_of_picture",
        "job_id",
        "place",
        "guild_id",
        unique=True,
        sqlite_where=text("state != 'gone'"),
        postgresql_where=text("state != 'gone'"),
    ),
    Index("ix_shares_gone", "id", sqlite_where=text("state = 'gone'"), postgresql_where=text("state = 'gone'")),
    # The pages of the gallery come out of these alone, in their order.
    Index(None, "guild_id", "state", "created_at", "id", "hearts"),
    Index(None, "guild_id", "state", "hearts", "id"),
    Index(None, "user_id", "guild_id", "created_at"),
    Index(None, "theme_id", "state", "hearts", "id"),
)

hearts = Table(
    "hearts",
    metadata,
    Column("share_id", Id, ForeignKey("shares.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("user_id", Id, primary_key=True, autoincrement=False),
    Column("created_at", UtcTime, nullable=False),
    Index(None, "user_id"),
)

# `shows` is what the message shows by now, which may lag behind the share's own state until `try_at`.
share_copies = Table(
    "share_copies",
    metadata,
    Column("message_id", Id, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("share_id", Id, ForeignKey("shares.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("is_thread", Boolean, nullable=False),
    Column("is_sheet", Boolean, nullable=False),
    Column("shows", String(8), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("try_at", UtcTime),
    Index(None, "share_id"),
    Index(None, "try_at"),
)

reports = Table(
    "reports",
    metadata,
    Column("share_id", Id, ForeignKey("shares.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("user_id", Id, primary_key=True, autoincrement=False),
    Column("reason", Text, nullable=False),
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
    Column("details", JSON, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Index(None, "guild_id", "id"),
)

server_settings = Table(
    "server_settings",
    metadata,
    Column("guild_id", Id, primary_key=True, autoincrement=False),
    Column("record", JSON, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
)

weekly_posts = Table(
    "weekly_posts",
    metadata,
    Column("guild_id", Id, primary_key=True, autoincrement=False),
    Column("week", String(8), primary_key=True),
)

# Who wants all of theirs deleted: the row goes with the last of it.
forgets = Table(
    "forgets",
    metadata,
    Column("user_id", Id, primary_key=True, autoincrement=False),
    Column("asked_at", UtcTime, nullable=False),
)

# Messages of ours to be deleted, of people who are forgotten: nothing else knows of these by then.
doomed_messages = Table(
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

_AMOUNTS = ("state", "reserved_microusd", "reserved_pictures", "settled_microusd", "settled_pictures")

# No foreign key: a charge outlives its job, so that what was spent stays true when old jobs are deleted. It names its
# model for the same reason. Its person is a number below 0
# where they had all of theirs deleted: an opaque one, by which their budgets still count it.
charges = Table(
    "charges",
    metadata,
    Column("job_id", Id, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, nullable=False),
    Column("guild_id", BigInteger),
    Column("model", Text),
    Column("state", String(8), nullable=False),
    Column("reserved_microusd", BigInteger, nullable=False),
    Column("reserved_pictures", Integer, nullable=False),
    Column("settled_microusd", BigInteger, nullable=False),
    Column("settled_pictures", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("settled_at", UtcTime),
    Index(None, "user_id", "created_at"),
    # A month of a large bot is added up before each job: out of the index alone that takes a quarter of the time.
    Index("ix_charges_of_server", "guild_id", "created_at", *_AMOUNTS),
    Index("ix_charges_of_all", "created_at", *_AMOUNTS),
    # The account of a server comes out of this alone, and of a day in its order.
    Index("ix_charges_of_account", "guild_id", "day", "user_id", "model", *_AMOUNTS),
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

processes = Table(
    "processes",
    metadata,
    Column("executor", Text, primary_key=True),
    Column("started_at", UtcTime, nullable=False),
    Column("beat_at", UtcTime, nullable=False),
)
