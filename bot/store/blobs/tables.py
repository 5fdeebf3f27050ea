"""The table of the blobs that are to be deleted."""

from sqlalchemy import Column, Table

from bot.store.database.metadata import Id, metadata

blob_deletions = Table("blob_deletions", metadata, Column("folder", Id, primary_key=True, autoincrement=False))
