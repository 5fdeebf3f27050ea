"""The table of the commands that are registered."""

from sqlalchemy import Boolean, Column, Table

from bot.store.database.metadata import Id, PlainJson, PlainText, UtcTime, metadata

registered_commands = Table(
    "registered_commands",
    metadata,
    Column("application_id", Id, primary_key=True, autoincrement=False),
    Column("digest", PlainText, nullable=False),
    Column("outline", PlainText, nullable=False),
    Column("is_listed", Boolean, nullable=False),
    Column("is_whole", Boolean, nullable=False),
    Column("ids", PlainJson, nullable=False),
    Column("registered_at", UtcTime, nullable=False),
)
