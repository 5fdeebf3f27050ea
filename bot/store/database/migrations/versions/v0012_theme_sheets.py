"""Which theme a contact sheet announces."""

from alembic import op
from sqlalchemy import BigInteger, Column, Integer

revision = "0012"
down_revision = "0011"

_ID = BigInteger().with_variant(Integer(), "sqlite")


def upgrade() -> None:
    """Add it; all contact sheets before were those of a week."""
    op.add_column("share_copies", Column("theme_id", _ID))
