"""What is shared: pictures, hearts, and the messages that show them."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select

from bot.domain.gallery import Copy, Cursor, Order, Selection, Share, ShareState
from bot.domain.request import PictureRef
from bot.store.gallery.copies import LEASE
from bot.store.gallery.shares import Shares
from bot.store.gallery.tables import hearts
from bot.store.retention.share_expiry import ShareExpiry
from tests.unit.store.samples import ANN, BEA, NOW, SERVER, after

if TYPE_CHECKING:
    from bot.store.database.engine import Database

SHARED, HIDDEN, GONE = ShareState.SHARED, ShareState.HIDDEN, ShareState.GONE
OTHER_SERVER = 8
ALL = Selection(guild_id=SERVER)


@pytest.fixture
def shares(database: Database) -> Shares:
    return Shares(database)


def share_of(id: int, **values: Any) -> Share:  # noqa: A002
    usual = Share(
        id=id,
        guild_id=SERVER,
        user_id=ANN,
        ref=PictureRef(1000 + id, 1),
        state=SHARED,
        shows_prompt=True,
        theme_id=None,
        hearts=0,
        created_at=after(id),
    )
    return replace(usual, **values)


def copy_of(message_id: int, share_id: int = 1, **values: Any) -> Copy:
    usual = Copy(message_id=message_id, channel_id=2, share_id=share_id, is_thread=False, shows=SHARED)
    return replace(usual, **values)


async def ids(shares: Shares, selection: Selection, **options: Any) -> list[int]:
    return [one.id for one in await shares.page(selection, **{"limit": 50, **options})]


async def count_hearts(database: Database, share_id: int) -> int:
    query = select(func.count()).select_from(hearts).where(hearts.c.share_id == share_id)
    return await database.read(lambda connection: connection.execute(query).scalar_one())


async def test_a_share_comes_back_as_it_was_given(shares: Shares) -> None:
    first = share_of(1, shows_prompt=False, theme_id=4, created_at=after(0.25))
    assert await shares.share(first)
    assert await shares.find(1) == first
    assert await shares.find_of(first.ref, SERVER) == first
    assert await shares.find(2) is None
    assert await shares.find_of(PictureRef(first.ref.job_id, 2), SERVER) is None
    assert await shares.find_of(first.ref, OTHER_SERVER) is None


async def test_which_pictures_of_a_job_are_shared_in_a_server_is_known(shares: Shares) -> None:
    for number, (place, guild_id, state) in enumerate(
        [(1, SERVER, SHARED), (2, SERVER, ShareState.HIDDEN), (3, SERVER, ShareState.GONE), (4, OTHER_SERVER, SHARED)]
    ):
        share = share_of(number + 1, ref=PictureRef(1000, place), guild_id=guild_id, state=state)
        assert await shares.share(share)
    assert await shares.share(share_of(9))
    assert await shares.places_of(1000, SERVER) == {1, 2}


async def test_a_picture_is_shared_once_in_a_server(shares: Shares) -> None:
    first = share_of(1)
    assert await shares.share(first)
    assert not await shares.share(replace(first, id=2))
    assert await shares.share(replace(first, id=3, guild_id=OTHER_SERVER))
    await shares.set_state(1, HIDDEN, now=NOW)
    assert not await shares.share(replace(first, id=4))


async def test_of_many_at_once_one_shares_a_picture(shares: Shares) -> None:
    shared = await asyncio.gather(*(shares.share(share_of(id, ref=PictureRef(1, 1))) for id in range(1, 9)))  # noqa: A001
    assert sum(shared) == 1


async def test_one_that_is_gone_is_not_in_the_way_and_is_not_forgotten(shares: Shares) -> None:
    first = share_of(1)
    await shares.share(first)
    await shares.record_copy(copy_of(70), now=NOW)
    await shares.set_state(1, GONE, now=NOW)
    assert await shares.find_of(first.ref, SERVER) is None
    assert await shares.share(replace(first, id=2))
    found = await shares.find_of(first.ref, SERVER)
    assert found is not None
    assert found.id == 2
    assert [(one.message_id, one.share_id) for one in await shares.stale(NOW, 9)] == [(70, 1)]


async def test_what_is_gone_stays_so(shares: Shares) -> None:
    await shares.share(share_of(1))
    gone = await shares.set_state(1, GONE, now=NOW)
    assert gone == share_of(1, state=GONE)
    assert await shares.set_state(1, SHARED, now=NOW) == gone
    assert await shares.set_state(2, SHARED, now=NOW) is None


async def test_a_job_is_withdrawn_everywhere(shares: Shares) -> None:
    await shares.share(share_of(1, ref=PictureRef(5, 1)))
    await shares.share(share_of(2, ref=PictureRef(5, 1), guild_id=OTHER_SERVER))
    await shares.share(share_of(3, ref=PictureRef(5, 2), state=HIDDEN))
    await shares.share(share_of(4, ref=PictureRef(6, 1)))
    assert await shares.withdraw_job(5, now=NOW) == [1, 2, 3]
    assert await shares.withdraw_job(5, now=NOW) == []
    assert await ids(shares, ALL) == [4]


async def test_messages_come_back_as_they_were_given(shares: Shares) -> None:
    await shares.share(share_of(1))
    first, second = copy_of(71), copy_of(70, is_thread=True, channel_id=9)
    assert await shares.record_copy(first, now=NOW)
    assert await shares.record_copy(second, now=NOW)
    assert await shares.copies(1) == [second, first]
    assert await shares.stale(after(9), 9) == []


async def test_a_message_of_a_share_that_is_no_more_is_not_recorded(shares: Shares) -> None:
    assert not await shares.record_copy(copy_of(70), now=NOW)
    assert await shares.copies(1) == []


async def test_a_message_that_came_too_late_is_due_at_once(shares: Shares) -> None:
    await shares.share(share_of(1))
    await shares.set_state(1, HIDDEN, now=NOW)
    assert await shares.record_copy(copy_of(70), now=NOW)
    assert [one.message_id for one in await shares.stale(NOW, 9)] == [70]


async def test_each_message_that_shows_something_else_is_taken_up_by_one(shares: Shares) -> None:
    await shares.share(share_of(1))
    for message_id in (70, 71, 72):
        await shares.record_copy(copy_of(message_id), now=NOW)
    await shares.set_state(1, HIDDEN, now=NOW)
    taken = await asyncio.gather(*(shares.stale(NOW, 2) for _ in range(4)))
    assert sorted(one.message_id for some in taken for one in some) == [70, 71, 72]
    assert max(len(some) for some in taken) == 2
    assert len(await shares.stale(NOW + LEASE, 9)) == 3


async def test_what_was_put_right_is_left_alone(shares: Shares) -> None:
    await shares.share(share_of(1))
    await shares.record_copy(copy_of(70), now=NOW)
    await shares.set_state(1, HIDDEN, now=NOW)
    await shares.copy_done(copy_of(70), HIDDEN, now=NOW)
    assert await shares.copies(1) == [copy_of(70, shows=HIDDEN)]
    assert await shares.stale(after(9999), 9) == []


async def test_what_was_put_right_too_late_stays_due(shares: Shares) -> None:
    await shares.share(share_of(1))
    await shares.record_copy(copy_of(70), now=NOW)
    await shares.set_state(1, HIDDEN, now=NOW)
    await shares.set_state(1, GONE, now=NOW)
    await shares.copy_done(copy_of(70), HIDDEN, now=NOW)
    assert [one.shows for one in await shares.stale(NOW, 9)] == [HIDDEN]


async def test_what_is_taken_back_before_anybody_saw_it_is_due_no_more(shares: Shares) -> None:
    await shares.share(share_of(1))
    await shares.record_copy(copy_of(70), now=NOW)
    await shares.set_state(1, HIDDEN, now=NOW)
    await shares.set_state(1, SHARED, now=NOW)
    assert await shares.stale(after(9), 9) == []


async def test_what_failed_is_due_later_and_counted(shares: Shares) -> None:
    await shares.share(share_of(1))
    await shares.record_copy(copy_of(70), now=NOW)
    await shares.set_state(1, GONE, now=NOW)
    await shares.copy_failed(copy_of(70), after(60))
    await shares.copy_failed(copy_of(70), after(90))
    assert await shares.stale(after(89), 9) == []
    [copy] = await shares.stale(after(90), 9)
    assert copy.attempts == 2
    await shares.copy_done(copy_of(70), GONE, now=after(91))
    assert await shares.copies(1) == []


async def test_a_share_goes_with_the_last_message_that_shows_it(shares: Shares, database: Database) -> None:
    for number in (1, 2, 3):
        await shares.share(share_of(number))
    await shares.record_copy(copy_of(70), now=NOW)
    await shares.heart(1, BEA, NOW)
    for number in (1, 2):
        await shares.set_state(number, GONE, now=NOW)
    assert await ShareExpiry(database).delete_gone() == 1
    assert await shares.find(1) is not None
    await shares.copy_done(copy_of(70), GONE, now=NOW)
    assert await ShareExpiry(database).delete_gone() == 1
    assert await shares.find(1) is None
    assert await shares.find(3) is not None
    assert await count_hearts(database, 1) == 0


async def test_a_heart_is_given_once_and_taken_back(shares: Shares) -> None:
    await shares.share(share_of(1))
    assert await shares.heart(1, ANN, NOW) == 1
    assert await shares.heart(1, BEA, NOW) == 2
    assert await shares.heart(1, ANN, NOW) == 1
    found = await shares.find(1)
    assert found is not None
    assert found.hearts == 1


async def test_only_what_is_shared_is_hearted(shares: Shares, database: Database) -> None:
    await shares.share(share_of(1))
    assert await shares.heart(2, ANN, NOW) is None
    for state in (HIDDEN, GONE):
        await shares.set_state(1, state, now=NOW)
        assert await shares.heart(1, ANN, NOW) is None
    assert await count_hearts(database, 1) == 0


async def test_200_people_at_once_end_in_the_exact_count(shares: Shares, database: Database) -> None:
    await shares.share(share_of(1))
    await asyncio.gather(*(shares.heart(1, person, NOW) for person in range(1, 201)))
    # Some press twice, some three times: an even number of presses is no heart.
    again = [person for person in range(1, 201) for _ in range(person % 3)]
    await asyncio.gather(*(shares.heart(1, person, NOW) for person in again))
    expected = sum(1 for person in range(1, 201) if person % 3 != 1)
    found = await shares.find(1)
    assert found is not None
    assert found.hearts == await count_hearts(database, 1) == expected


async def test_pages_come_in_their_order_and_back(shares: Shares) -> None:
    for number, count in ((1, 5), (2, 9), (3, 5), (4, 0)):
        await shares.share(share_of(number, hearts=count, user_id=ANN if number % 2 else BEA))
    await shares.share(share_of(5, guild_id=OTHER_SERVER, hearts=50))
    await shares.share(share_of(6, state=HIDDEN, hearts=50))
    for order, expected in ((Order.NEW, [4, 3, 2, 1]), (Order.TOP, [2, 3, 1, 4])):
        selection = replace(ALL, order=order)
        assert await ids(shares, selection) == expected
        [second] = [one for one in await shares.page(selection, limit=9) if one.id == expected[1]]
        cursor = Cursor.of(second, order)
        assert await ids(shares, selection, after=cursor) == expected[2:]
        assert await ids(shares, selection, after=cursor, limit=1) == expected[2:3]
        assert await ids(shares, selection, after=cursor, backwards=True) == expected[:1]
    last = Cursor.of(share_of(4, hearts=0), Order.TOP)
    assert await ids(shares, replace(ALL, order=Order.TOP), after=last, backwards=True) == [1, 3, 2]


async def test_a_page_is_narrowed_down(shares: Shares) -> None:
    await shares.share(share_of(1, created_at=NOW - timedelta(days=9), user_id=BEA))
    await shares.share(share_of(2, theme_id=4, hearts=3))
    await shares.share(share_of(3, theme_id=5, user_id=BEA))
    await shares.share(share_of(4, theme_id=4, hearts=7, user_id=BEA, state=HIDDEN))
    for order in Order:
        narrowed = {
            replace(ALL, order=order, since=NOW): {2, 3},
            replace(ALL, order=order, until=NOW): {1},
            replace(ALL, order=order, user_id=BEA): {1, 3},
            replace(ALL, order=order, user_id=BEA, hidden_too=True): {1, 3, 4},
            replace(ALL, order=order, theme_id=4): {2},
            replace(ALL, order=order, without_themes=frozenset({4, 6})): {1, 3},
            replace(ALL, order=order, since=NOW, user_id=BEA): {3},
        }
        for selection, expected in narrowed.items():
            assert set(await ids(shares, selection)) == expected
            assert await shares.count(selection) == len(expected)


async def test_any_shared_picture_of_a_server_may_come(shares: Shares) -> None:
    assert await shares.random(ALL) is None
    await shares.share(share_of(1, guild_id=OTHER_SERVER))
    await shares.share(share_of(2, state=HIDDEN))
    await shares.share(share_of(3))
    await shares.share(share_of(4, hearts=3))
    found = [await shares.random(ALL) for _ in range(40)]
    assert {one.id for one in found if one is not None} == {3, 4}
    await shares.share(share_of(5, theme_id=4))
    reachable = replace(ALL, without_themes=frozenset({4}))
    found = [await shares.random(reachable) for _ in range(40)]
    assert {one.id for one in found if one is not None} == {3, 4}


async def test_all_of_a_person_is_found(shares: Shares) -> None:
    await shares.share(share_of(1))
    await shares.share(share_of(2, user_id=BEA))
    await shares.share(share_of(3, guild_id=OTHER_SERVER))
    await shares.set_state(1, GONE, now=NOW)
    assert [one.id for one in await shares.of_person(ANN)] == [1, 3]


async def test_a_sheet_is_a_copy_of_each_that_it_shows_and_of_none_alone(shares: Shares) -> None:
    for number, count in ((1, 2), (2, 5), (3, 9)):
        await shares.share(share_of(number, hearts=count))
    for number in (1, 2):
        assert await shares.record_copy(copy_of(70, number, is_sheet=True), now=NOW)
    assert [one.id for one in await shares.of_sheet(70)] == [2, 1]
    assert await shares.find_shown(70) is None
    await shares.set_state(1, GONE, now=NOW)
    assert await shares.stale(NOW, 9) == [copy_of(70, 1, is_sheet=True, try_at=NOW + LEASE)]
    await shares.copy_done(copy_of(70, 1), GONE, now=NOW)
    assert [one.id for one in await shares.of_sheet(70)] == [2]


async def test_what_a_message_shows_is_found(shares: Shares) -> None:
    await shares.share(share_of(1))
    await shares.record_copy(copy_of(70), now=NOW)
    assert await shares.find_shown(70) == share_of(1)
    assert await shares.find_shown(71) is None
