"""Work on many rows in batches, so that nobody else waits for long."""

from sqlalchemy import Table, bindparam, delete, select
from sqlalchemy.sql.dml import ReturningDelete

BATCH_SIZE = 200
"""Rows a transaction."""


def build_delete_expired(table: Table) -> ReturningDelete[int]:
    """Build the statement that deletes a batch of what lasted until before the moment `before`; it gives the ids."""
    is_over = table.c.expires_at < bindparam("before")
    batch = select(table.c.id).where(is_over).order_by(table.c.expires_at).limit(BATCH_SIZE)
    # The condition twice: a row that is renewed while this waits for it stays.
    return delete(table).where(is_over, table.c.id.in_(batch)).returning(table.c.id)
