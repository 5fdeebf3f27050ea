"""The table of the processes that share a database."""

from sqlalchemy import Column, Table

from bot.store.database.metadata import PlainText, UtcTime, metadata

processes = Table(
    "processes",
    metadata,
    Column("executor", PlainText, primary_key=True),
    Column("started_at", UtcTime, nullable=False),
    Column("beat_at", UtcTime, nullable=False),
)
