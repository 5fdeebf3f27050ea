"""Which commands are registered with Discord."""

from alembic import op
from sqlalchemy import JSON, BigInteger, Boolean, Column, DateTime, Integer, Text

revision = "0015"
down_revision = "0014"

_ID = BigInteger().with_variant(Integer(), "sqlite")


def upgrade() -> None:
    """Create the table; a process of an earlier version goes by the file in its own data folder."""
    op.create_table(
        "registered_commands",
        Column("application_id", _ID, primary_key=True, autoincrement=False),
        Column("digest", Text, nullable=False),
        Column("outline", Text, nullable=False),
        Column("is_listed", Boolean, nullable=False),
        Column("is_whole", Boolean, nullable=False),
        Column("ids", JSON, nullable=False),
        Column("registered_at", DateTime(timezone=True), nullable=False),
    )
