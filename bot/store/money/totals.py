"""Running totals of the charges, by day: so that a budget is looked up, and not added up from a month of charges."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Insert, bindparam, case, delete, func, insert, literal, select

from bot.domain.budget import Scope
from bot.store.database.inserts import build_upserts
from bot.store.database.spreading import spread
from bot.store.money.budgets import Spent
from bot.store.money.tables import IS_RESERVED, charges, daily_totals

ANYWHERE = 0
"""The server of what the bot paid for a person wherever it was, and the owner of what it paid for everybody.

No id of Discord's is 0, nor 1. Of a server, `ANYWHERE` holds what the bot paid there, and its own id what a key of its
own did. Of a person, a server's id holds what they spent in it, whoever paid.
"""
BY_SERVERS = 1
"""The server of what servers paid for a person with keys of their own, wherever it was."""

BOTS_TOTALS = range(64)
"""The owners of what the bot paid for everybody, `ANYWHERE` among them: one row would hold up all that write to it."""

_ADD = build_upserts(daily_totals, adds=("microusd", "pictures"))
_SPENT = select(func.sum(daily_totals.c.microusd), func.sum(daily_totals.c.pictures)).where(
    daily_totals.c.scope == bindparam("scope"),
    daily_totals.c.owner_id.in_(bindparam("owners", expanding=True)),
    daily_totals.c.guild_id.in_(bindparam("within", expanding=True)),
    daily_totals.c.day >= bindparam("since"),
)
_IS_THEIRS = charges.c.user_id.in_(bindparam("owners", expanding=True))
_BOT_PAID = charges.c.server_key_id.is_(None)


def _build_rebuild(guild_id: ColumnElement[int], *, where: ColumnElement[bool]) -> Insert:
    query = (
        select(
            literal(Scope.USER.value),
            charges.c.user_id,
            guild_id,
            charges.c.day,
            func.sum(case((IS_RESERVED, charges.c.reserved_microusd), else_=charges.c.user_microusd)),
            func.sum(case((IS_RESERVED, charges.c.reserved_pictures), else_=charges.c.user_pictures)),
        )
        .where(_IS_THEIRS, where)
        .group_by(charges.c.user_id, guild_id, charges.c.day)
    )
    return insert(daily_totals).from_select([column.name for column in daily_totals.columns], query)


_REBUILD = (
    _build_rebuild(literal(ANYWHERE), where=_BOT_PAID),
    _build_rebuild(literal(BY_SERVERS), where=~_BOT_PAID),
    _build_rebuild(charges.c.guild_id, where=charges.c.guild_id.is_not(None)),
)
_DROP = delete(daily_totals).where(
    daily_totals.c.scope == Scope.USER, daily_totals.c.owner_id.in_(bindparam("owners", expanding=True))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owners:
    """Whose totals a charge is part of, on a day (UTC): a person's, its server's and the bot's.

    What is `by_server`, paid with a server's own key, is not the bot's.
    """

    job_id: int

    user_id: int
    guild_id: int | None
    day: date
    by_server: bool

    @property
    def bots_total(self) -> int:
        """The owner of the bot's total that the job is counted in."""
        return BOTS_TOTALS[spread(self.job_id, len(BOTS_TOTALS))]


def add(connection: Connection, owners: Owners, *, everybody: Spent, person: Spent) -> None:
    """Add to the totals of a charge's owners: `everybody` is for its server and the bot."""
    rows: list[tuple[Scope, int, int, Spent]] = [
        (Scope.USER, owners.user_id, BY_SERVERS if owners.by_server else ANYWHERE, person)
    ]
    if not owners.by_server:
        rows.append((Scope.BOT, owners.bots_total, ANYWHERE, everybody))
    if owners.guild_id is not None:
        rows += [
            (Scope.SERVER, owners.guild_id, owners.guild_id if owners.by_server else ANYWHERE, everybody),
            (Scope.USER, owners.user_id, owners.guild_id, person),
        ]
    connection.execute(
        _ADD[connection.dialect.name],
        [
            {
                "scope": scope,
                "owner_id": owner_id,
                "guild_id": guild_id,
                "day": owners.day,
                "microusd": spent.microusd,
                "pictures": spent.pictures,
            }
            # Always in this order, so that no two wait for each other.
            for scope, owner_id, guild_id, spent in sorted(rows, key=lambda row: row[:3])
        ],
    )


def load_spent(
    connection: Connection, scope: Scope, owner_ids: Sequence[int], *, since: date, within: Sequence[int] = (ANYWHERE,)
) -> Spent:
    """Add up the days since `since`, of what `within` names: servers, `ANYWHERE`, `BY_SERVERS`."""
    values = {"scope": scope, "owners": owner_ids, "within": within, "since": since}
    microusd, pictures = connection.execute(_SPENT, values).one()
    return Spent(int(microusd or 0), int(pictures or 0))


def rebuild_person(connection: Connection, owner_ids: Sequence[int]) -> None:
    """Add up the totals of people again, whose charges have changed hands."""
    connection.execute(_DROP, {"owners": owner_ids})
    for statement in _REBUILD:
        connection.execute(statement, {"owners": owner_ids})
