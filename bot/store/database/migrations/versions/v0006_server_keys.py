"""Keys of servers, and which of them paid for a request."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, DateTime, Integer, String, Text

revision = "0006"
down_revision = "0005"

_ACCOUNT = (
    *("guild_id", "day", "user_id", "model"),
    *("state", "reserved_microusd", "reserved_pictures", "settled_microusd", "settled_pictures"),
)


def upgrade() -> None:
    """Create what is new; what was paid until now was paid by the bot."""
    op.create_table(
        "server_keys",
        Column("guild_id", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False),
        Column("id", BigInteger, nullable=False),
        Column("provider", String(16), nullable=False),
        Column("user_id", BigInteger, nullable=False),
        Column("tried", Boolean, nullable=False),
        Column("set_at", DateTime(timezone=True), nullable=False),
        Column("ciphertext", Text, nullable=False),
    )
    op.add_column("charges", Column("server_key_id", BigInteger))
    op.drop_index("ix_charges_of_account", "charges")
    op.create_index("ix_charges_of_account", "charges", [*_ACCOUNT, "server_key_id"])
