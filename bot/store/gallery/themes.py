"""The themes of servers, and what is posted for a server once."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, select, update

from bot.domain.gallery import Theme
from bot.store.database.engine import Database
from bot.store.database.inserts import build_inserts
from bot.store.gallery.tables import themes, weekly_posts

_ADD = themes.insert()
_FIND = select(themes).where(themes.c.id == bindparam("theme"))
_OPEN = (
    select(themes)
    .where(themes.c.guild_id == bindparam("guild"), themes.c.closed_at.is_(None), themes.c.ends_at > bindparam("now"))
    .order_by(themes.c.ends_at, themes.c.id)
)
_CHANNELS = select(themes.c.id, themes.c.channel_id).where(themes.c.guild_id == bindparam("guild"))
_CLOSE = (
    update(themes)
    .where(
        themes.c.id == bindparam("theme"),
        themes.c.guild_id == bindparam("guild"),
        themes.c.closed_at.is_(None),
        themes.c.ends_at > bindparam("now"),
    )
    .values(closed_at=bindparam("now"))
    .returning(*themes.c)
)
_OVER = (
    select(themes)
    .where(themes.c.announced_at.is_(None), (themes.c.ends_at <= bindparam("now")) | themes.c.closed_at.is_not(None))
    .order_by(themes.c.ends_at, themes.c.id)
    .limit(bindparam("most"))
)
_ANNOUNCED = update(themes).where(themes.c.id == bindparam("theme")).values(announced_at=bindparam("now"))
_POST = build_inserts(weekly_posts)


class Themes:
    """The themes of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open(self, theme: Theme) -> None:
        """Record a new theme."""
        values = {
            "id": theme.id,
            "guild_id": theme.guild_id,
            "name": theme.name,
            "channel_id": theme.channel_id,
            "ends_at": theme.ends_at,
            "closed_at": theme.closed_at,
            "announced_at": theme.announced_at,
        }
        await self._database.write(lambda connection: connection.execute(_ADD, values))

    async def find(self, theme_id: int) -> Theme | None:
        """Find a theme, open or over."""
        return await self._database.read(lambda connection: _one(connection, _FIND, {"theme": theme_id}))

    async def open_ones(self, guild_id: int, *, now: datetime) -> list[Theme]:
        """List the themes of a server that pictures can join, the one that ends first before."""
        return await self._database.read(lambda connection: _all(connection, _OPEN, {"guild": guild_id, "now": now}))

    async def channels(self, guild_id: int) -> dict[int, int]:
        """Tell where each theme of a server, open or over, goes: channels by the ids of themes."""
        rows = await self._database.read(lambda connection: connection.execute(_CHANNELS, {"guild": guild_id}).all())
        return {row.id: row.channel_id for row in rows}

    async def close(self, theme_id: int, guild_id: int, *, now: datetime) -> Theme | None:
        """End a theme of a server before its time; None where it is not open."""
        values = {"theme": theme_id, "guild": guild_id, "now": now}
        return await self._database.write(lambda connection: _one(connection, _CLOSE, values))

    async def over(self, *, now: datetime, limit: int) -> list[Theme]:
        """List some themes that are over and not announced."""
        return await self._database.read(lambda connection: _all(connection, _OVER, {"now": now, "most": limit}))

    async def announced(self, theme_id: int, *, now: datetime) -> None:
        """Record that the best of a theme are announced, or cannot be."""
        await self._database.write(lambda connection: connection.execute(_ANNOUNCED, {"theme": theme_id, "now": now}))

    async def posted(self, guild_id: int, week: str) -> None:
        """Record that the pictures of a week, written as 2026-W47, are posted in a server, or that there were none."""
        values = {"guild_id": guild_id, "week": week}
        await self._database.write(lambda connection: connection.execute(_POST[connection.dialect.name], values))


def _one(connection: Connection, statement: Any, values: dict[str, Any]) -> Theme | None:
    row = connection.execute(statement, values).mappings().one_or_none()
    return None if row is None else _from_row(row)


def _all(connection: Connection, statement: Any, values: dict[str, Any]) -> list[Theme]:
    return [_from_row(row) for row in connection.execute(statement, values).mappings()]


def _from_row(row: RowMapping) -> Theme:
    return Theme(**row)
