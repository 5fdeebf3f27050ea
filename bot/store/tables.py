"""Every table of every feature, in the one metadata that the migrations are held against."""

from bot.store.database.metadata import metadata

__all__ = ["metadata"]
