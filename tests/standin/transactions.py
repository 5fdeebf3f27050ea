"""Counts what this process asks of its databases: the transactions of the engine and those of Easel's own tables."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, event

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGINE, OURS = "engine", "ours"


class Transactions:
    """How many there were since `begin`, by whose they are; `statements` lists the first statement of each."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.statements: Counter[str] = Counter()

    def begin(self) -> None:
        """Count from here on."""
        self.counts.clear()
        self.statements.clear()

    @property
    def total(self) -> int:
        """All of them, whoever's they are."""
        return self.counts.total()

    def count(self, connection: Connection) -> None:
        """Count one more."""
        self.counts[_owner(connection)] += 1
        connection.info["easel_first"] = True

    def look(self, connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        """Note what a transaction begins with."""
        if connection.info.pop("easel_first", False):
            self.statements[f"{_owner(connection)}: {' '.join(statement.split())[:110]}"] += 1


@contextmanager
def counted_transactions() -> Iterator[Transactions]:
    """Count the transactions of all databases that SQLAlchemy opens in this process."""
    transactions = Transactions()
    event.listen(Engine, "begin", transactions.count)
    event.listen(Engine, "before_cursor_execute", transactions.look)
    try:
        yield transactions
    finally:
        event.remove(Engine, "begin", transactions.count)
        event.remove(Engine, "before_cursor_execute", transactions.look)


def _owner(connection: Connection) -> str:
    """Tell whose a connection is: the engine has a file of its own, or gives its connections another name."""
    if connection.dialect.name == "sqlite":
        return ENGINE if str(connection.engine.url.database).endswith("dbos.sqlite3") else OURS
    info = connection.connection.dbapi_connection.info  # type: ignore[union-attr]
    return OURS if info.get_parameters().get("application_name") == "easel" else ENGINE
