"""Hearts and reports that people gave to what they had shared themselves go: they counted once, and do not now."""

from alembic import op

revision = "0005"
down_revision = "0004"

_OWN = "EXISTS (SELECT 1 FROM shares WHERE shares.id = {0}.share_id AND shares.user_id = {0}.user_id)"


def upgrade() -> None:
    """Take them away; a case that waits for a decision and has no other report is none."""
    op.execute(f"DELETE FROM hearts WHERE {_OWN.format('hearts')}")  # noqa: S608 - all of it stands here
    op.execute("UPDATE shares SET hearts = (SELECT COUNT(*) FROM hearts WHERE hearts.share_id = shares.id)")
    op.execute(f"DELETE FROM reports WHERE {_OWN.format('reports')}")  # noqa: S608
    op.execute(
        "DELETE FROM cases WHERE state = 'open'"
        " AND NOT EXISTS (SELECT 1 FROM reports WHERE reports.share_id = cases.share_id)"
    )
