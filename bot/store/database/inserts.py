"""Inserts that meet a row of the same key, in each database's own words: the row stays, or it is replaced."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Insert, Select, Table
from sqlalchemy.dialects import postgresql, sqlite

_DIALECTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def build_inserts(table: Table, *, returning: Column[Any] | None = None) -> dict[str, Insert]:
    """Build the statement for each dialect that inserts rows whose keys are new, and does nothing for the others."""
    built = {name: insert(table).on_conflict_do_nothing() for name, insert in _DIALECTS.items()}
    return _add_returning(built, returning)


def build_upserts(
    table: Table,
    *,
    rows: Select[*tuple[Any, ...]] | None = None,
    replaces: Sequence[str] | None = None,
    changes: Mapping[str, ColumnElement[Any]] | None = None,
    adds: Sequence[str] = (),
    where: ColumnElement[bool] | None = None,
    returning: Column[Any] | None = None,
) -> dict[str, Insert]:
    """Build the statement for each dialect that inserts rows, and replaces those of the same key.

    `rows`, with a condition of their own, stand for values. Of a row that is there the columns `replaces` get the new
    values, all but its key where nothing is said, and `changes` what is worked out from it; to `adds` the new values
    are added. `where` says which rows may be replaced at all.
    """
    keys = [column.name for column in table.primary_key]
    if replaces is None:
        replaces = [] if changes or adds else [column.name for column in table.columns if column.name not in keys]
    built: dict[str, Insert] = {}
    for name, insert in _DIALECTS.items():
        statement = insert(table)
        if rows is not None:
            statement = statement.from_select([column.name for column in table.columns], rows)
        values = {column: statement.excluded[column] for column in replaces} | dict(changes or {})
        values |= {column: table.c[column] + statement.excluded[column] for column in adds}
        built[name] = statement.on_conflict_do_update(index_elements=keys, set_=values, where=where)
    return _add_returning(built, returning)


def _add_returning(built: dict[str, Insert], returning: Column[Any] | None) -> dict[str, Insert]:
    return built if returning is None else {name: statement.returning(returning) for name, statement in built.items()}
