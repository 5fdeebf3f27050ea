"""The tables of shares, of what belongs to them, and of themes."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, text

from bot.store.database.metadata import Id, PlainText, UtcTime, metadata

themes = Table(
    "themes",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("name", PlainText, nullable=False),
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
    Column("shown", String(16)),
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
    Column("theme_id", Id),
    Index(None, "share_id"),
    Index(None, "try_at"),
)

weekly_posts = Table(
    "weekly_posts",
    metadata,
    Column("guild_id", Id, primary_key=True, autoincrement=False),
    Column("week", String(8), primary_key=True),
)
