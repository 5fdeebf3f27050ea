"""Inserts that replace the row of the same key, in the words of each database."""

from typing import Any

from sqlalchemy import Insert, Select, Table
from sqlalchemy.dialects import postgresql, sqlite


def build_upserts(table: Table, rows: Select[*tuple[Any, ...]] | None = None) -> dict[str, Insert]:
    """Build the statement for each dialect; `rows`, with a condition of their own, stand for values."""
    keys = [column.name for column in table.primary_key]
    others = [column.name for column in table.columns if column.name not in keys]
    built: dict[str, Insert] = {}
    for dialect in (sqlite, postgresql):
        statement = dialect.insert(table)
        if rows is not None:
            statement = statement.from_select([column.name for column in table.columns], rows)
        replaced = {name: statement.excluded[name] for name in others}
        built[dialect.__name__.rpartition(".")[2]] = statement.on_conflict_do_update(index_elements=keys, set_=replaced)
    return built
