"""Which session with the server a process has for as long as it lives."""

from alembic import op
from sqlalchemy import Column, Integer

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add it; a process of an earlier version says of none, and is missed by its silence alone."""
    op.add_column("processes", Column("session", Integer))
