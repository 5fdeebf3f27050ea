"""Looking through the shared pictures of a server, in an order, a page at a time."""

import random
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select, tuple_

from bot.domain.gallery import Cursor, Order, Selection, Share, ShareState
from bot.store.database.metadata import Id, UtcTime
from bot.store.gallery.share_loader import find_share_by, load_shares
from bot.store.gallery.tables import shares


def load_page(
    connection: Connection, selection: Selection, *, after: Cursor | None, backwards: bool, limit: int
) -> list[Share]:
    """Load the shares behind a spot, in the order of a selection; backwards those before it, the nearest first."""
    statement = _build_page(selection.order, _filters(selection), with_spot=after is not None, backwards=backwards)
    values = {**_values(selection), "most": limit}
    if after is not None:
        values |= {"rank": after.rank if selection.order is Order.TOP else after.moment, "spot": after.id}
    return load_shares(connection, statement, values)


def count_selection(connection: Connection, selection: Selection) -> int:
    """Count the shares of a selection."""
    statement = _where(select(func.count()).select_from(shares), _filters(selection))
    return int(connection.execute(statement, _values(selection)).scalar_one())


def find_random(connection: Connection, selection: Selection) -> Share | None:
    """Find any shared picture of a selection, each as likely as the other."""
    count = count_selection(connection, selection)
    if not count:
        return None
    values = {**_values(selection), "nth": random.randrange(count)}  # noqa: S311 - no secret
    return find_share_by(connection, _build_nth(_filters(selection)), values)


def _filters(selection: Selection) -> frozenset[str]:
    chosen = {
        "since": selection.since is not None,
        "until": selection.until is not None,
        "user": selection.user_id is not None,
        "theme": selection.theme_id is not None,
        "hidden": selection.hidden_too,
        "themes": bool(selection.without_themes),
        "without": selection.without is not None,
    }
    return frozenset(name for name, is_chosen in chosen.items() if is_chosen)


def _values(selection: Selection) -> dict[str, Any]:
    values = {
        "guild": selection.guild_id,
        "since": selection.since,
        "until": selection.until,
        "user": selection.user_id,
        "theme": selection.theme_id,
        "themes": sorted(selection.without_themes) or None,
        "without": selection.without,
    }
    return {name: value for name, value in values.items() if value is not None}


@cache
def _build_page(order: Order, filters: frozenset[str], *, with_spot: bool, backwards: bool) -> Select[Any]:
    rank = shares.c.hearts if order is Order.TOP else shares.c.created_at
    columns = (rank, shares.c.id)
    statement = _where(select(shares), filters)
    if with_spot:
        kind = Id if order is Order.TOP else UtcTime()
        here = tuple_(*columns)
        cursor = tuple_(bindparam("rank", type_=kind), bindparam("spot", type_=Id))
        statement = statement.where(here > cursor if backwards else here < cursor)
    ordered = [one.asc() if backwards else one.desc() for one in columns]
    return statement.order_by(*ordered).limit(bindparam("most"))


@cache
def _build_nth(filters: frozenset[str]) -> Select[Any]:
    # Out of an index alone; only the row that was drawn is looked at.
    ids = _where(select(shares.c.id), filters).order_by(shares.c.hearts, shares.c.id)
    return select(shares).where(shares.c.id == ids.limit(1).offset(bindparam("nth")).scalar_subquery())


def _where(statement: Select[Any], filters: frozenset[str]) -> Select[Any]:
    states = (ShareState.SHARED.value, ShareState.HIDDEN.value) if "hidden" in filters else (ShareState.SHARED.value,)
    conditions = {
        "since": shares.c.created_at >= bindparam("since", type_=UtcTime()),
        "until": shares.c.created_at < bindparam("until", type_=UtcTime()),
        "user": shares.c.user_id == bindparam("user"),
        "theme": shares.c.theme_id == bindparam("theme"),
        "themes": shares.c.theme_id.is_(None) | shares.c.theme_id.not_in(bindparam("themes", expanding=True)),
        "without": shares.c.id != bindparam("without"),
    }
    state = shares.c.state.in_(states) if len(states) > 1 else shares.c.state == states[0]
    chosen = [condition for name, condition in conditions.items() if name in filters]
    return statement.where(shares.c.guild_id == bindparam("guild"), state, *chosen)
