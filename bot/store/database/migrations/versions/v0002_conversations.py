"""Conversations: what messages show, what pictures were made from, what is put aside, and what people allow."""

from alembic import op
from sqlalchemy import JSON, BigInteger, Boolean, Column, DateTime, ForeignKey, Integer, Text

revision = "0002"
down_revision = "0001"

_ID = BigInteger().with_variant(Integer(), "sqlite")
_TIME = DateTime(timezone=True)

# Which picture is in which part of an answer was not kept: only an answer that is one message is known by it.
_KNOWN_POSTS = """
INSERT INTO posts (message_id, channel_id, job_id, first_place, last_place)
SELECT deliveries.message_id, coalesce(deliveries.channel_id, jobs.channel_id), jobs.id, 1, max(pictures.place)
FROM deliveries
JOIN jobs ON jobs.id = deliveries.job_id
JOIN pictures ON pictures.job_id = jobs.id
WHERE deliveries.part = 1 AND deliveries.state = 'sent' AND deliveries.message_id IS NOT NULL
AND jobs.state = 'delivered'
AND NOT EXISTS (SELECT 1 FROM deliveries AS further WHERE further.job_id = jobs.id AND further.part > 1)
GROUP BY deliveries.message_id, deliveries.channel_id, jobs.channel_id, jobs.id
ON CONFLICT DO NOTHING
"""


def upgrade() -> None:
    """Create what is new, and know the answers again that were posted before."""
    op.add_column("jobs", Column("reply_to", BigInteger))
    op.add_column("jobs", Column("answer_id", BigInteger))
    op.add_column("jobs", Column("emptied_at", _TIME))
    op.create_index("ix_jobs_emptied_at_ended_at", "jobs", ["emptied_at", "ended_at"])
    op.add_column("job_files", Column("parent_job", _ID))
    op.add_column("job_files", Column("parent_place", Integer))
    op.create_index("ix_job_files_parent_job_job_id", "job_files", ["parent_job", "job_id"])
    op.create_table(
        "posts",
        Column("message_id", _ID, primary_key=True, autoincrement=False),
        Column("channel_id", BigInteger, nullable=False),
        Column("job_id", _ID, ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False),
        Column("first_place", Integer, nullable=False),
        Column("last_place", Integer, nullable=False),
    )
    op.create_index("ix_posts_job_id", "posts", ["job_id"])
    op.execute(_KNOWN_POSTS)
    op.create_table(
        "drafts",
        Column("id", _ID, primary_key=True, autoincrement=False),
        Column("user_id", BigInteger, nullable=False),
        Column("record", JSON, nullable=False),
        Column("expires_at", _TIME, nullable=False),
    )
    op.create_index("ix_drafts_expires_at", "drafts", ["expires_at"])
    op.create_table(
        "reference_pictures",
        Column("id", _ID, primary_key=True, autoincrement=False),
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("user_id", BigInteger, nullable=False),
        Column("blob", Text, nullable=False),
        Column("label", Text, nullable=False),
        Column("parent_job", _ID),
        Column("parent_place", Integer),
        Column("spoiler", Boolean, nullable=False),
        Column("expires_at", _TIME, nullable=False),
    )
    op.create_index("ix_reference_pictures_user_id", "reference_pictures", ["user_id"])
    op.create_index("ix_reference_pictures_expires_at", "reference_pictures", ["expires_at"])
    op.create_table(
        "people",
        Column("user_id", _ID, primary_key=True, autoincrement=False),
        Column("edits_by_others", Boolean, nullable=False),
    )
    op.create_table(
        "servers",
        Column("guild_id", _ID, primary_key=True, autoincrement=False),
        Column("edits_of_uploads", Boolean, nullable=False),
    )
