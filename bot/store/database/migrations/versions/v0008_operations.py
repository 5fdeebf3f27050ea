"""Blobs that are to be deleted, on record until they are gone; an index for what one person asked for."""

from alembic import op
from sqlalchemy import BigInteger, Column, Integer

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Create what is new."""
    number = BigInteger().with_variant(Integer(), "sqlite")
    op.create_table("blob_deletions", Column("folder", number, primary_key=True, autoincrement=False))
    op.create_index("ix_jobs_user_id_id", "jobs", ["user_id", "id"])
