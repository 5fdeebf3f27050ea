"""The language in which a job is answered."""

from alembic import op
from sqlalchemy import Column, String

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add it; what was asked for before was answered in English."""
    op.add_column("jobs", Column("language", String(8), nullable=False, server_default="en"))
