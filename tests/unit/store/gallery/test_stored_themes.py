"""Themes: open, ended before their time or by it, announced."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.domain.gallery import Theme
from bot.store.gallery.themes import Themes
from tests.unit.store.samples import NOW, SERVER, after

if TYPE_CHECKING:
    from bot.store.database.engine import Database

OTHER_SERVER = 8


@pytest.fixture
def themes(database: Database) -> Themes:
    return Themes(database)


def theme_of(id: int, *, seconds: float = 60, guild_id: int = SERVER) -> Theme:  # noqa: A002
    return Theme(id=id, guild_id=guild_id, name=f"theme {id}", channel_id=2, ends_at=after(seconds))


async def test_themes_come_back_as_they_were_given_the_first_to_end_first(themes: Themes) -> None:
    for one in (theme_of(1, seconds=90), theme_of(2), theme_of(3, guild_id=OTHER_SERVER), theme_of(4, seconds=-1)):
        await themes.open(one)
    assert await themes.open_ones(SERVER, now=NOW) == [theme_of(2), theme_of(1, seconds=90)]
    assert await themes.find(3) == theme_of(3, guild_id=OTHER_SERVER)
    assert await themes.find(5) is None


async def test_a_theme_is_ended_once_and_by_its_own_server(themes: Themes) -> None:
    await themes.open(theme_of(1))
    await themes.open(theme_of(2, seconds=-1))
    assert await themes.close(1, OTHER_SERVER, now=NOW) is None
    assert await themes.close(1, SERVER, now=NOW) == replace(theme_of(1), closed_at=NOW)
    assert await themes.close(1, SERVER, now=NOW) is None
    assert await themes.close(2, SERVER, now=NOW) is None
    assert await themes.open_ones(SERVER, now=NOW) == []


async def test_what_is_over_is_due_until_it_is_announced(themes: Themes) -> None:
    for number in (1, 2, 3):
        await themes.open(theme_of(number, seconds=60 * number))
    await themes.close(3, SERVER, now=NOW)
    assert [one.id for one in await themes.over(now=NOW, limit=9)] == [3]
    assert [one.id for one in await themes.over(now=after(60), limit=9)] == [1, 3]
    await themes.announced(1, now=after(61))
    assert [one.id for one in await themes.over(now=after(150), limit=9)] == [2, 3]
    assert [one.id for one in await themes.over(now=after(150), limit=1)] == [2]
