"""`python -m bot`, which says with each sweep how many transactions it has had so far."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sqlalchemy import Engine, event

from bot.__main__ import main
from tests.standin.transactions import counted_transactions

if TYPE_CHECKING:
    from sqlalchemy import Connection

SWEEP = "SELECT jobs.id, jobs.state, jobs.executor"
"""What a sweep begins with, every five seconds."""
COUNT = "transactions so far: "

if __name__ == "__main__":
    with counted_transactions() as transactions:

        @event.listens_for(Engine, "before_cursor_execute")
        def say(_: Connection, __: object, statement: str, *___: object) -> None:
            if SWEEP in " ".join(statement.split()):
                sys.stdout.write(f"{COUNT}{transactions.counts.total()}\n")

        sys.exit(main(sys.argv[1:]))
