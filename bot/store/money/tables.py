"""The tables of charges, and of what they come to."""

from enum import StrEnum

from sqlalchemy import BigInteger, Column, Date, Index, Integer, String, Table

from bot.store.database.metadata import Id, PlainText, UtcTime, metadata


class ChargeState(StrEnum):
    """What stands of a charge."""

    RESERVED = "reserved"
    SETTLED = "settled"
    """It came to pictures, and to what these cost."""
    LOST = "lost"
    """The provider was at work and no picture came: what was reserved counts, as nobody knows what it cost."""
    RELEASED = "released"


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
    # The server's own key that paid, by its id; None where the bot did.
    Column("server_key_id", BigInteger),
    # What of it the person is charged; the rest is the server's and the bot's.
    Column("user_microusd", BigInteger, nullable=False, server_default="0"),
    Column("user_pictures", Integer, nullable=False, server_default="0"),
    Column("day", Date, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("settled_at", UtcTime),
    Index(None, "user_id", "created_at"),
    # The account of a server comes out of this alone, and of a day in its order.
    Index("ix_charges_of_account", "guild_id", "day", "user_id", "model", *_AMOUNTS, "server_key_id"),
)

IS_RESERVED = charges.c.state == ChargeState.RESERVED
"""Whether a charge stands as it was reserved, since its job is not over."""

# A month of a large bot would be added up before each job: its days are kept here, changed with each charge.
daily_totals = Table(
    "daily_totals",
    metadata,
    Column("scope", String(8), primary_key=True),
    Column("owner_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    Column("microusd", BigInteger, nullable=False),
    Column("pictures", BigInteger, nullable=False),
)
