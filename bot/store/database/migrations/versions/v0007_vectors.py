"""Vectors: the SVG that a picture was drawn from is kept beside it."""

from alembic import op
from sqlalchemy import Column, Text

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add where it is kept."""
    op.add_column("pictures", Column("vector", Text))
