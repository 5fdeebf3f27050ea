"""What the bot might do where a job was asked for."""

from alembic import op
from sqlalchemy import BigInteger, Column

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add it; Discord is asked about jobs that came in before."""
    op.add_column("jobs", Column("app_permissions", BigInteger))
