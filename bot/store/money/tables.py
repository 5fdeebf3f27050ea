"""The table of charges."""

from sqlalchemy import BigInteger, Column, Date, Index, Integer, String, Table

from bot.store.database.metadata import Id, PlainText, UtcTime, metadata

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
    Column("model", PlainText),
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
