"""What the bot might do where a job was asked for, and which servers changed their settings lately."""

from alembic import op
from sqlalchemy import BigInteger, Column

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the first, of which Discord is asked for jobs that came in before, and an index for the second."""
    op.add_column("jobs", Column("app_permissions", BigInteger))
    op.create_index("ix_server_settings_changed_at", "server_settings", ["changed_at"])
