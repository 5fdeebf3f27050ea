"""A look through everything that is kept: every value of every table, and every file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import MetaData, inspect, select

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from bot.store.database.engine import Database


async def find_everywhere(database: Database, *needles: object) -> list[str]:
    """List where values contain one of some texts, as table.column: of all tables that the database itself knows."""

    def work(connection: Connection) -> list[str]:
        reflected = MetaData()
        reflected.reflect(connection)
        assert len(inspect(connection).get_table_names()) == len(reflected.tables) > 20
        return [
            f"{table.name}.{name}"
            for table in reflected.sorted_tables
            for row in connection.execute(select(table)).mappings()
            for name, value in row.items()
            if _holds(value, needles)
        ]

    return await database.read(work)


def find_in_files(folder: Path, *needles: object) -> list[str]:
    """List the files in a folder whose names or bytes contain one of some texts."""
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if any(str(one) in path.name for one in needles)
        or (path.is_file() and any(str(one).encode() in path.read_bytes() for one in needles))
    ]


def _holds(value: Any, needles: tuple[object, ...]) -> bool:
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    return any(str(one) in text for one in needles)
