"""Exact edits: the crop that goes up, the answer as drawn beside the exact picture, and which of the two is shown."""

from alembic import op
from sqlalchemy import JSON, BigInteger, Column, String, Text

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add what is new; what was made until now has no other picture."""
    op.add_column("jobs", Column("crop", JSON))
    op.add_column("jobs", Column("shown", String(16)))
    op.add_column("pictures", Column("drawn", Text))
    op.add_column("pictures", Column("drawn_format", Text))
    op.add_column("pictures", Column("drawn_bytes", BigInteger))
    op.add_column("shares", Column("shown", String(16)))
