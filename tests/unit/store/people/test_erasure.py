"""Nothing names a person who was erased, in any table; what others have of theirs is left."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, insert, select

from bot.domain.budget import Budget
from bot.domain.errors import BudgetSpent, Cancelled
from bot.domain.gallery import Copy, Share, ShareState
from bot.domain.job import JobState, StoredFile
from bot.domain.money import Cost
from bot.domain.options import Options
from bot.domain.pseudonyms import NOBODY
from bot.domain.request import PictureRef
from bot.store.gallery.shares import Shares
from bot.store.gallery.tables import hearts
from bot.store.jobs.posts import Post, Posts
from bot.store.moderation.audit import AuditAction, Entry
from bot.store.moderation.mutes import Mute, Mutes
from bot.store.moderation.tables import cases, reports
from bot.store.money.tables import charges
from bot.store.people.consents import Consents
from bot.store.people.drafts import Drafts
from bot.store.people.erasure import SETTLES, Erasure
from bot.store.people.erasure_requests import ErasureRequest, ErasureRequests, MessageToDelete
from bot.store.people.exports import Exports
from bot.store.people.references import Reference, References
from bot.store.retention.share_expiry import ShareExpiry
from bot.store.server.ledger import ServerLedger
from tests.unit.store.samples import NAMES, NOW, SERVER, accept, admit, after, draw, make, origin, wait
from tests.unit.store.search import find_everywhere

if TYPE_CHECKING:
    from bot.store.database.engine import Database
    from bot.store.jobs.jobs import Jobs
    from bot.store.money.ledger import Ledger

ANN, BEA = 777_000_111_222_333, 888_000_111_222_333
PROMPT = "a very private fox"
MUCH_LATER = NOW + timedelta(days=1)


@pytest.fixture
def erasure(database: Database) -> Erasure:
    return Erasure(database, NAMES)


@pytest.fixture
async def erasure_request(database: Database) -> ErasureRequest:
    return await ErasureRequests(database).add(ANN, now=after(60))


def a_share(number: int, *, user_id: int, job: int) -> Share:
    return Share(
        id=number,
        guild_id=SERVER,
        user_id=user_id,
        ref=PictureRef(job, 1),
        state=ShareState.SHARED,
        shows_prompt=True,
        theme_id=None,
        hearts=0,
        created_at=NOW,
    )


async def ask(jobs: Jobs, number: int, *, user_id: int = ANN) -> None:
    """Bring a job of ann with a prompt of hers to WAITING."""
    options = Options(model="gpt-image-2")
    assert await jobs.accept(
        id=number, origin=origin(user_id=user_id), prompt=PROMPT, options=options, executor="first", now=NOW
    )
    await admit(jobs, number)


async def finish(jobs: Jobs, number: int) -> None:
    await draw(jobs, number, cost=Cost(80))
    assert await jobs.close(number, to=JobState.DELIVERED, now=NOW)


async def live_a_full_life(database: Database, jobs: Jobs) -> None:
    """Have ann leave something in every table that can name her, and bea as much beside it."""
    shares = Shares(database)
    for number, person in ((1, ANN), (2, BEA)):
        await ask(jobs, number, user_id=person)
        await finish(jobs, number)
        await Posts(database).record(Post(number * 10, 5, number, 1, 1))
        assert await shares.share(a_share(number, user_id=person, job=number))
        copy = Copy(message_id=number * 100, channel_id=6, share_id=number, is_thread=False, shows=ShareState.SHARED)
        assert await shares.record_copy(copy, now=NOW)
        await Drafts(database).keep(number * 50, user_id=person, record={"prompt": PROMPT}, expires_at=MUCH_LATER)
        kept = Reference(
            id=number * 60, place=1, user_id=person, blob=f"{number * 60}/in-1", label="image", expires_at=MUCH_LATER
        )
        assert await References(database).add([kept], at_most=5, now=NOW)
        await Consents(database).set_edits_by_others(person, allowed=False)
        assert await Exports(database).begin(person, now=NOW, not_since=NOW) is None
    for share, person in itertools.product((1, 2), (ANN, BEA)):
        assert await shares.heart(share, person, NOW) is not None
        await database.write(
            lambda connection, share=share, person=person: connection.execute(  # type: ignore[misc]
                insert(reports), {"share_id": share, "user_id": person, "reason": "spam", "created_at": NOW}
            )
        )
    mutes = Mutes(database, NAMES)
    for one, other in ((ANN, BEA), (BEA, ANN)):
        mute = Mute(guild_id=SERVER, user_id=one, ends_at=None, by_user_id=other, created_at=NOW)
        audit_action = Entry(
            id=one % 1000 + other % 7 * 1000,
            guild_id=SERVER,
            moderator_id=other,
            act=AuditAction.MUTED,
            user_id=one,
            created_at=NOW,
        )
        await mutes.mute(mute, audit_action)
    case = {"share_id": 2, "state": "kept", "opened_at": NOW, "decided_at": NOW, "decided_by": ANN}
    await database.write(lambda connection: connection.execute(insert(cases), case))
    await wait(jobs, 3, user_id=BEA)
    await jobs.cancel(3, by_user_id=ANN, free=False, charge_percent=100, now=NOW)
    assert await jobs.close(3, to=JobState.FAILED, now=NOW)


def _fields(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in Entry.__slots__}


async def erase(erasure: Erasure, erasure_request: ErasureRequest) -> bool:
    """Do what the service does, without blobs."""
    await erasure.end_shares(erasure_request.user_id, now=after(60))
    while ids := await erasure.done_jobs(erasure_request, now=MUCH_LATER):
        await erasure.drop_jobs(ids)
    await erasure.drop_drafts_and_references(
        erasure_request.user_id, await erasure.drafts_and_references(erasure_request.user_id)
    )
    while await erasure.take_hearts(erasure_request.user_id):
        pass
    return await erasure.clear(erasure_request)


async def test_no_table_names_a_person_who_was_erased(database: Database, jobs: Jobs, erasure: Erasure) -> None:
    await live_a_full_life(database, jobs)
    erasure_request = await ErasureRequests(database).add(ANN, now=after(60))
    named = set(await find_everywhere(database, ANN))
    assert named == {
        "jobs.user_id",
        "jobs.failure",
        "charges.user_id",
        "daily_totals.owner_id",
        "shares.user_id",
        "hearts.user_id",
        "reports.user_id",
        "drafts.user_id",
        "reference_pictures.user_id",
        "people.user_id",
        "exports.user_id",
        "forgets.user_id",
        "mutes.user_id",
        "mutes.by_user_id",
        "audit.user_id",
        "audit.moderator_id",
        "cases.decided_by",
    }
    assert await erase(erasure, erasure_request)
    assert await find_everywhere(database, ANN) == []
    assert set(await find_everywhere(database, PROMPT)) == {"jobs.prompt", "drafts.record"}


async def test_what_others_have_is_left_as_it_was(database: Database, jobs: Jobs, erasure: Erasure) -> None:
    await live_a_full_life(database, jobs)
    before = await find_everywhere(database, BEA)
    await erase(erasure, await ErasureRequests(database).add(ANN, now=after(60)))
    after_all = await find_everywhere(database, BEA)
    # Her heart for ann's share and her report of it are there until no message shows that any more.
    assert sorted(before) == sorted(after_all)
    assert (await jobs.load(2)).prompt == PROMPT
    assert (await jobs.load(3)).failure is not None
    left = (await jobs.load(3)).failure
    assert isinstance(left, Cancelled)
    assert left.by_user_id == NOBODY


async def test_hearts_are_counted_down_and_bea_s_stay(database: Database, jobs: Jobs, erasure: Erasure) -> None:
    await live_a_full_life(database, jobs)
    assert (await _find(database, 2)).hearts == 2
    await erase(erasure, await ErasureRequests(database).add(ANN, now=after(60)))
    assert (await _find(database, 2)).hearts == 1
    count = select(func.count()).select_from(hearts).where(hearts.c.share_id == 2)
    assert await database.read(lambda connection: connection.execute(count).scalar_one()) == 1


async def test_shares_end_at_once_with_what_moderators_were_shown_and_go_when_no_message_shows_them(
    database: Database, jobs: Jobs, erasure: Erasure
) -> None:
    await live_a_full_life(database, jobs)
    shares = Shares(database)
    case = {"share_id": 1, "state": "open", "channel_id": 8, "message_id": 800, "opened_at": NOW}
    await database.write(lambda connection: connection.execute(insert(cases), case))
    assert await erasure.end_shares(ANN, now=after(60)) == ([1], [MessageToDelete(800, 8)])
    assert await ErasureRequests(database).load_messages(after=0, limit=5) == [MessageToDelete(800, 8)]
    gone = await _find(database, 1)
    assert (gone.state, gone.user_id) == (ShareState.GONE, NOBODY)
    [due] = await shares.stale(after(60), 10)
    assert due.message_id == 100
    await shares.copy_done(due, ShareState.GONE, now=after(61))
    assert await ShareExpiry(database).delete_gone() == 1
    assert await erasure.end_shares(ANN, now=after(62)) == ([], [])


async def test_the_money_stays_without_a_name_and_is_left(database: Database, jobs: Jobs, erasure: Erasure) -> None:
    await live_a_full_life(database, jobs)
    ledger = ServerLedger(database)
    before = await ledger.lines(SERVER, day=NOW.date())
    await erase(erasure, await ErasureRequests(database).add(ANN, now=after(60)))
    found = await ledger.lines(SERVER, day=NOW.date())
    assert [one.user_id for one in before] == [ANN, BEA]
    assert [(one.user_id, one.microusd) for one in found] == [(NOBODY, 80), (BEA, 80)]
    people = select(charges.c.user_id).order_by(charges.c.job_id)
    assert await database.read(lambda connection: connection.execute(people).scalars().all()) == [
        NAMES.number_of(ANN),
        BEA,
        BEA,
    ]


@pytest.mark.parametrize("rule", ["user/day=2 pictures", "role:5/day=2 pictures", "here"])
async def test_who_is_over_a_budget_and_forgotten_is_over_it_until_it_renews(
    database: Database, jobs: Jobs, erasure: Erasure, ledger: Ledger, rule: str
) -> None:
    budget = (
        replace(Budget.from_text("user/day=2 pictures"), within=SERVER) if rule == "here" else Budget.from_text(rule)
    )
    await make(jobs, 1, user_id=ANN)
    await make(jobs, 2, user_id=ANN)
    assert await erase(erasure, await ErasureRequests(database).add(ANN, now=after(60)))
    assert await find_everywhere(database, ANN) == []
    spent = await ledger.left([budget], user_id=ANN, guild_id=SERVER, role_ids=[5], now=after(90))
    assert [one.left for one in spent] == [0]
    assert await accept(jobs, 3, user_id=ANN, now=after(90))
    with pytest.raises(BudgetSpent):
        await admit(jobs, 3, role_ids=[5], budgets=[budget], now=after(90))
    assert await accept(jobs, 4, user_id=BEA, now=after(90))
    await admit(jobs, 4, role_ids=[5], budgets=[budget], now=after(90))
    assert await accept(jobs, 5, user_id=ANN, now=MUCH_LATER)
    await admit(jobs, 5, role_ids=[5], budgets=[budget], now=MUCH_LATER)


async def test_all_who_are_forgotten_are_one_in_the_account(database: Database, jobs: Jobs, erasure: Erasure) -> None:
    await make(jobs, 1, user_id=ANN)
    await make(jobs, 2, user_id=BEA)
    for person in (ANN, BEA):
        assert await erase(erasure, await ErasureRequests(database).add(person, now=after(60)))
    [line] = await ServerLedger(database).lines(SERVER, day=NOW.date())
    assert (line.user_id, line.microusd, line.pictures) == (NOBODY, 160, 2)


async def test_the_messages_that_showed_it_are_doomed_until_they_are_spared(
    database: Database, jobs: Jobs, erasure: Erasure
) -> None:
    await live_a_full_life(database, jobs)
    assert await erasure.drop_jobs([1]) == [MessageToDelete(10, 5)]
    erasure_requests = ErasureRequests(database)
    assert await erasure_requests.load_messages(after=0, limit=5) == [MessageToDelete(10, 5)]
    assert await erasure_requests.load_messages(after=10, limit=5) == []
    await erasure_requests.remove_message(10)
    assert await erasure_requests.load_messages(after=0, limit=5) == []


async def test_what_is_open_is_cancelled_first_and_what_is_taken_in_is_waited_for(
    jobs: Jobs, erasure: Erasure, erasure_request: ErasureRequest
) -> None:
    assert await accept(jobs, 1, user_id=ANN)
    await wait(jobs, 2, user_id=ANN)
    await wait(jobs, 3, user_id=ANN, now=after(61))
    assert await erasure.open_jobs(erasure_request) == [2]
    assert await erasure.done_jobs(erasure_request, now=MUCH_LATER) == []
    assert not await erasure.clear(erasure_request)
    await jobs.cancel(2, by_user_id=ANN, free=False, charge_percent=100, now=after(70))
    await jobs.close(2, to=JobState.FAILED, now=after(70))
    assert await erasure.open_jobs(erasure_request) == []
    assert await erasure.done_jobs(erasure_request, now=after(70)) == []
    assert await erasure.done_jobs(erasure_request, now=after(70) + SETTLES) == [2]


async def test_what_is_asked_for_after_the_wish_is_kept(
    database: Database, jobs: Jobs, erasure: Erasure, erasure_request: ErasureRequest
) -> None:
    await make(jobs, 1, user_id=ANN)
    await make(jobs, 2, user_id=ANN, now=after(61))
    assert await erase(erasure, erasure_request)
    assert await jobs.find(1) is None
    assert (await jobs.load(2)).origin.user_id == ANN
    assert set(await find_everywhere(database, ANN)) == {"jobs.user_id", "charges.user_id", "daily_totals.owner_id"}


async def test_copies_that_others_made_from_it_are_named_and_those_in_the_making_are_waited_for(
    database: Database, jobs: Jobs, erasure: Erasure, erasure_request: ErasureRequest
) -> None:
    await make(jobs, 1, user_id=ANN)
    await make(jobs, 2, 1, user_id=BEA)
    assert await accept(jobs, 3, user_id=BEA)
    await admit(jobs, 3, files=[StoredFile(label="image", blob="3/in-1", parent=PictureRef(1, 1))])
    put_aside = Reference(
        id=4, place=1, user_id=BEA, blob="4/in-1", label="image", parent=PictureRef(1, 1), expires_at=MUCH_LATER
    )
    assert await References(database).add([put_aside], at_most=5, now=NOW)
    assert await erasure.done_jobs(erasure_request, now=MUCH_LATER) == []
    await finish(jobs, 3)
    assert await erasure.done_jobs(erasure_request, now=MUCH_LATER) == [1]
    assert sorted(await erasure.copies_of([1])) == ["2/in-1", "3/in-1", "4/in-1"]
    await erasure.drop_jobs([1])
    assert await References(database).of(BEA, now=NOW) == []
    assert (await jobs.load(2)).pictures != ()


async def test_a_wish_is_on_record_once_until_it_is_granted(database: Database, erasure: Erasure) -> None:
    erasure_requests = ErasureRequests(database)
    erasure_request = await erasure_requests.add(ANN, now=NOW)
    assert await erasure_requests.add(ANN, now=after(5)) == erasure_request == ErasureRequest(ANN, NOW)
    assert await erasure_requests.load_all() == [erasure_request]
    assert await erasure.clear(erasure_request)
    assert await erasure_requests.load_all() == []


async def test_an_export_begins_once_an_hour_and_again_where_it_came_to_nothing(database: Database) -> None:
    exports = Exports(database)
    hour = timedelta(hours=1)
    assert await exports.begin(ANN, now=NOW, not_since=NOW - hour) is None
    assert await exports.begin(ANN, now=after(5), not_since=after(5) - hour) == NOW
    assert await exports.begin(BEA, now=after(5), not_since=after(5) - hour) is None
    assert await exports.begin(ANN, now=NOW + hour, not_since=NOW) is None
    await exports.forgo(ANN)
    assert await exports.begin(ANN, now=NOW + hour, not_since=NOW) is None


async def _find(database: Database, number: int) -> Share:
    found = await Shares(database).find(number)
    assert found is not None
    return found


async def test_a_life_without_anything_kept_is_erased_too(database: Database, erasure: Erasure) -> None:
    assert await erase(erasure, await ErasureRequests(database).add(ANN, now=NOW))
    assert await find_everywhere(database, ANN) == []
