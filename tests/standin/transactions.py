"""Counts what this process asks of its databases: the transactions of the engine and those of Easel's own tables."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, event

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGINE, OURS = "engine", "ours"
_NEW = "tests_new_transaction"


class Transactions:
    """How many there were since `begin`: `counts` by whose they are, `statements` by what each of them began with."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.statements: Counter[str] = Counter()

    def begin(self) -> None:
        """Count from here on."""
        self.counts.clear()
        self.statements.clear()

    def seen(self, statement: str) -> int:
        """Say how many began with something that contains this."""
        return sum(count for text, count in self.statements.items() if statement in text)

    def count(self, connection: Connection) -> None:
        """Count one more."""
        self.counts[_owner(connection)] += 1
        connection.info[_NEW] = True

    def look(self, connection: Connection, _: object, statement: str, *__: object) -> None:
        """Note what a transaction begins with."""
        if not statement.startswith("BEGIN") and connection.info.pop(_NEW, False):
            self.statements[" ".join(statement.split())] += 1


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
    """Tell whose a connection is: the engine has a file of its own, or gives its connections no name of ours."""
    if connection.dialect.name == "sqlite":
        return ENGINE if str(connection.engine.url.database).endswith("dbos.sqlite3") else OURS
    info = connection.connection.dbapi_connection.info  # type: ignore[union-attr]
    return OURS if info.get_parameters().get("application_name") == "easel" else ENGINE
