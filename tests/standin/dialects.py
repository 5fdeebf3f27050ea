"""Dialects that share what SQLAlchemy has compiled: each test has databases of its own, with the same statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

if TYPE_CHECKING:
    from sqlalchemy import Engine

_STATEMENTS = 2000
_COMPILED: LRUCache[Any, Any] = LRUCache(_STATEMENTS)


class _Shared:
    """The key of a compiled statement holds its dialect: these are all equal. `tests/conftest.py` registers them."""

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=_COMPILED)


class SharedSqlite(_Shared, SQLiteDialect_pysqlite):
    supports_statement_cache = True


class SharedPostgresql(_Shared, PGDialect_psycopg):
    supports_statement_cache = True
