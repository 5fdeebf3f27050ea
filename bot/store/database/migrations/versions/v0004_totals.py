"""Running totals of the charges by day, and what of a charge the person is charged."""

from alembic import op
from sqlalchemy import BigInteger, Column, Date, Integer, String

revision = "0004"
down_revision = "0003"

_RESERVED = "CASE WHEN state = 'reserved' THEN reserved_{0} ELSE settled_{0} END"
_OWNERS = (
    ("'bot'", "0", "0"),
    ("'server'", "guild_id", "0"),
    ("'user'", "user_id", "0"),
    ("'user'", "user_id", "guild_id"),
)


def upgrade() -> None:
    """Create what is new, and add up what is there."""
    op.add_column("charges", Column("user_microusd", BigInteger, nullable=False, server_default="0"))
    op.add_column("charges", Column("user_pictures", Integer, nullable=False, server_default="0"))
    op.execute("UPDATE charges SET user_microusd = settled_microusd, user_pictures = settled_pictures")
    op.create_table(
        "daily_totals",
        Column("scope", String(8), primary_key=True),
        Column("owner_id", BigInteger, primary_key=True, autoincrement=False),
        Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
        Column("day", Date, primary_key=True),
        Column("microusd", BigInteger, nullable=False),
        Column("pictures", BigInteger, nullable=False),
    )
    amounts = ", ".join(f"SUM({_RESERVED.format(unit)})" for unit in ("microusd", "pictures"))
    for scope, owner, guild in _OWNERS:
        groups = ", ".join([one for one in (owner, guild) if one != "0"] + ["day"])
        op.execute(
            f"INSERT INTO daily_totals SELECT {scope}, {owner}, {guild}, day, {amounts} FROM charges "  # noqa: S608
            f"WHERE {'guild_id IS NOT NULL' if 'guild_id' in (owner, guild) else '1 = 1'} GROUP BY {groups}"
        )
    op.drop_index("ix_charges_of_server", "charges")
    op.drop_index("ix_charges_of_all", "charges")
