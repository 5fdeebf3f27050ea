"""The table of the processes that share a database."""

from sqlalchemy import Column, Table, Text

from bot.store.database.metadata import UtcTime, metadata

processes = Table(
    "processes",
    metadata,
    Column("executor", Text, primary_key=True),
    Column("started_at", UtcTime, nullable=False),
    Column("beat_at", UtcTime, nullable=False),
)
