"""A million requests that are over, made of one: rows of our tables and of the engine's, copied in the database."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    Text,
    cast,
    column,
    delete,
    func,
    insert,
    inspect,
    literal,
    literal_column,
    select,
    text,
    true,
)

from bot.domain.job import JobState
from bot.store.database.metadata import Id
from bot.store.jobs.tables import deliveries, jobs, pictures, posts
from bot.store.money.tables import charges, daily_totals

SECONDS_APART = 2
"""Between two requests: a million are 23 days."""
PERSON, SERVER = 300_000_000_000_000_000, 7
"""One of them asked every fiftieth request; in the other the first thousand were made."""
OF_SERVER = 1_000

_EVERY, _OTHER_PEOPLE, _OTHER_SERVERS = 50, 5_000, 2_000
_TABLES = {jobs: "id", charges: "job_id", pictures: "job_id", deliveries: "job_id", posts: "message_id"}
_MOMENTS = frozenset(
    {"created_at", "queued_at", "started_at", "called_at", "drawn_at", "ended_at"}
    | {"settled_at", "intended_at", "sent_at"}
)
_TOTALS = (("bot", "0", "0"), ("server", "guild_id", "0"), ("user", "user_id", "0"), ("user", "user_id", "guild_id"))

_ENGINE_TABLES: Sequence[str] = ("workflow_status", "workflow_input", "workflow_output", "operation_outputs")

_N: ColumnElement[int] = column("n", Id)
_OWNERS: Mapping[str, ColumnElement[Any]] = {
    "user_id": literal_column(f"CASE WHEN n % {_EVERY} = 0 THEN {PERSON} ELSE n % {_OTHER_PEOPLE} + 1 END"),
    "guild_id": literal_column(f"CASE WHEN n <= {OF_SERVER} THEN {SERVER} ELSE n % {_OTHER_SERVERS} + 100 END"),
}


def copy_requests(connection: Connection, template: int, *, first: int, last: int) -> None:
    """Have requests with the ids from `first` to `last`, like the one of the id `template`: the higher, the older."""
    for table, key in _TABLES.items():
        theirs = table.c["job_id" if table is posts else key] == template
        changed: dict[str, ColumnElement[Any]] = {**_OWNERS, "job_id": _N, key: _N, "day": _day(connection)}
        changed |= dict.fromkeys(_MOMENTS, _moment(connection))
        if table is jobs:
            changed["state"] = literal(JobState.DELIVERED)
        _copy(connection, table, theirs, changed, first=first, last=last)
    connection.execute(delete(daily_totals))
    for scope, owner, guild in _TOTALS:
        connection.execute(
            text(
                f"INSERT INTO daily_totals SELECT '{scope}', {owner}, {guild}, day, "  # noqa: S608 - all of it stands here
                "SUM(settled_microusd), SUM(settled_pictures) FROM charges GROUP BY 2, 3, 4"
            )
        )


def copy_workflows(engine: Engine, *, first: int, last: int) -> None:
    """Have what the engine keeps of as many workflows, like the one that it knows."""
    schema = None if engine.dialect.name == "sqlite" else "dbos"
    found = [name for name in inspect(engine).get_table_names(schema=schema) if name in _ENGINE_TABLES]
    with engine.begin() as connection:
        for name in sorted(found, key=_ENGINE_TABLES.index):
            table = Table(name, MetaData(), autoload_with=connection, schema=schema, resolve_fks=False)
            one = connection.execute(select(func.max(table.c.workflow_uuid))).scalar()
            _copy(
                connection,
                table,
                table.c.workflow_uuid == one,
                {"workflow_uuid": cast(_N, Text)},
                first=first,
                last=last,
            )


def _copy(
    connection: Connection,
    table: Table,
    template: ColumnElement[bool],
    changed: Mapping[str, ColumnElement[Any]],
    *,
    first: int,
    last: int,
) -> None:
    numbers = select(literal(first, Integer).label("n")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.n + 1).where(numbers.c.n < last))
    chosen = [changed.get(one.name, one) for one in table.columns]
    query = select(*chosen).select_from(table.join(numbers, true())).where(template)
    connection.execute(insert(table).from_select([one.name for one in table.columns], query))


def _moment(connection: Connection) -> ColumnElement[Any]:
    ago = f"n * {SECONDS_APART}"
    if connection.dialect.name == "sqlite":
        return literal_column(f"strftime('%Y-%m-%d %H:%M:%S.000000', 'now', '-' || ({ago}) || ' seconds')")
    return literal_column(f"now() - make_interval(secs => {ago})")


def _day(connection: Connection) -> ColumnElement[Any]:
    moment = _moment(connection)
    return func.date(moment) if connection.dialect.name == "sqlite" else literal_column(f"({moment})::date")
