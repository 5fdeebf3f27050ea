"""The table of the messages that were taken."""

from sqlalchemy import Column, Table

from bot.store.database.metadata import Id, PlainText, UtcTime, metadata

taken_messages = Table(
    "taken_messages",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("executor", PlainText, nullable=False),
    Column("taken_at", UtcTime, nullable=False, index=True),
)
