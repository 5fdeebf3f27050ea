"""Consents: all is allowed until somebody says no."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.store.people.consents import Consents
from tests.unit.store.samples import ANN, BEA, SERVER

if TYPE_CHECKING:
    from bot.store.database.engine import Database


@pytest.fixture
def consents(database: Database) -> Consents:
    return Consents(database)


async def test_where_nobody_has_said_anything_all_is_allowed(consents: Consents) -> None:
    assert await consents.edits_by_others(ANN)
    assert await consents.edits_of_uploads(SERVER)


async def test_a_persons_word_holds_for_that_person_until_the_next(consents: Consents) -> None:
    for allowed in (False, False, True, False):
        await consents.set_edits_by_others(ANN, allowed=allowed)
        assert await consents.edits_by_others(ANN) is allowed
        assert await consents.edits_by_others(BEA)


async def test_a_servers_word_holds_for_that_server_and_for_no_person(consents: Consents) -> None:
    for allowed in (False, True, False):
        await consents.set_edits_of_uploads(SERVER, allowed=allowed)
        assert await consents.edits_of_uploads(SERVER) is allowed
        assert await consents.edits_of_uploads(SERVER + 1)
    assert await consents.edits_by_others(SERVER)


async def test_a_word_that_is_said_twice_at_once_is_said(consents: Consents) -> None:
    await asyncio.gather(*(consents.set_edits_by_others(ANN, allowed=False) for _ in range(4)))
    assert not await consents.edits_by_others(ANN)
