"""Reports and cases: three people hide a picture, a moderator decides, and each of it is on record once."""

from __future__ import annotations

import asyncio
import itertools
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.domain.gallery import Copy, Share, ShareState
from bot.domain.pseudonyms import Pseudonyms
from bot.domain.reports import Case, CaseState, Reason, Report, Reporting, Verdict
from bot.domain.request import PictureRef
from bot.store.gallery.shares import Shares
from bot.store.moderation.audit import Audit, AuditAction
from bot.store.moderation.mutes import Mutes
from bot.store.moderation.reports import Decision, Reports
from bot.store.retention.share_expiry import ShareExpiry
from tests.unit.store.samples import ANN, NOW, SERVER, after, find_mute, make

if TYPE_CHECKING:
    from bot.store.database.engine import Database
    from bot.store.jobs.jobs import Jobs

SHARE, MODERATOR, OTHER_MODERATOR = 5, 90, 91
PICTURE = PictureRef(1000, 2)
TAKEN, HIDES, KNOWN = Reporting.TAKEN, Reporting.HIDES, Reporting.KNOWN


class Moderation:
    """A shared picture, those who report it, and those who decide; every act is a second after the one before."""

    def __init__(self, database: Database) -> None:
        self.shares = Shares(database)
        self.share_expiry = ShareExpiry(database)
        self.mutes = Mutes(database, Pseudonyms(b"key"))
        self.reports = Reports(database, self.mutes)
        self.audit = Audit(database)
        self.clock = itertools.count(1)

    async def share(self, number: int = SHARE, *, guild_id: int = SERVER, ref: PictureRef = PICTURE) -> None:
        share = Share(
            id=number,
            guild_id=guild_id,
            user_id=ANN,
            ref=ref,
            state=ShareState.SHARED,
            shows_prompt=True,
            theme_id=None,
            hearts=0,
            created_at=NOW,
        )
        assert await self.shares.share(share)

    async def report(self, *people: int, number: int = SHARE, **values: Any) -> list[Reporting | None]:
        found = []
        for user_id in people:
            second = next(self.clock)
            report = Report(
                share_id=number, user_id=user_id, **{"reason": Reason.OTHER, "created_at": after(second), **values}
            )
            found.append(await self.reports.report(report, entry_id=second))
        return found

    async def decide(self, verdict: Verdict, *, by: int = MODERATOR, number: int = SHARE) -> Decision | None:
        second = next(self.clock)
        return await self.reports.decide(number, verdict, moderator_id=by, entry_id=second, now=after(second))

    async def case(self, number: int = SHARE) -> Case:
        case = await self.reports.find(number)
        assert case is not None
        return case

    async def state(self, number: int = SHARE) -> ShareState | None:
        share = await self.shares.find(number)
        return None if share is None else share.state

    async def audit_actions(self) -> list[tuple[AuditAction, int | None]]:
        return [(one.act, one.moderator_id) for one in reversed(await self.audit.page(SERVER, limit=50))]


@pytest.fixture
async def moderation(database: Database) -> Moderation:
    moderation = Moderation(database)
    await moderation.share()
    return moderation


async def test_a_report_opens_a_case_with_everything_in_it(moderation: Moderation) -> None:
    assert await moderation.reports.find(SHARE) is None
    words = "it: is\x00 rude"
    assert await moderation.report(1, reason=Reason.HATEFUL, words=words) == [TAKEN]
    case = await moderation.case()
    assert (case.state, case.opened_at, case.decided_at, case.message_id) == (CaseState.OPEN, after(1), None, None)
    assert case.share == await moderation.shares.find(SHARE)
    (report,) = case.reports
    assert (report.user_id, report.reason, report.created_at) == (1, Reason.HATEFUL, after(1))
    assert report.words.replace("\ufffd", "").replace("\x00", "") == "it: is rude"
    assert await moderation.audit_actions() == []


async def test_a_person_counts_once(moderation: Moderation) -> None:
    assert await moderation.report(1, 1, 1, 2, 2) == [TAKEN, KNOWN, KNOWN, TAKEN, KNOWN]
    assert await moderation.state() is ShareState.SHARED
    assert (await moderation.case()).new_reports == 2


async def test_the_third_person_hides_the_picture_and_what_shows_it_is_put_right(moderation: Moderation) -> None:
    copy = Copy(message_id=70, channel_id=2, share_id=SHARE, is_thread=False, shows=ShareState.SHARED)
    await moderation.shares.record_copy(copy, now=NOW)
    assert await moderation.report(1, 2, 3, 4) == [TAKEN, TAKEN, HIDES, TAKEN]
    assert await moderation.state() is ShareState.HIDDEN
    assert await moderation.audit_actions() == [(AuditAction.HIDDEN_BY_REPORTS, None)]
    assert [one.message_id for one in await moderation.shares.stale(after(100), 5)] == [70]


async def test_of_many_who_report_at_once_one_hides_it(moderation: Moderation) -> None:
    found = await asyncio.gather(*(moderation.report(number) for number in range(1, 9)))
    assert sum(one == [HIDES] for one in found) == 1
    assert len((await moderation.case()).reports) == 8
    assert await moderation.audit_actions() == [(AuditAction.HIDDEN_BY_REPORTS, None)]


async def test_what_is_shared_no_more_is_not_reported(moderation: Moderation) -> None:
    assert await moderation.report(1, number=SHARE + 1) == [None]
    await moderation.shares.set_state(SHARE, ShareState.GONE, now=NOW)
    assert await moderation.report(1) == [None]


@pytest.mark.parametrize(
    ("verdict", "case_state", "share_state", "audit_action"),
    [
        (Verdict.KEEP, CaseState.KEPT, ShareState.SHARED, AuditAction.KEPT),
        (Verdict.HIDE, CaseState.HIDDEN, ShareState.HIDDEN, AuditAction.HIDDEN),
        (Verdict.DELETE, CaseState.DELETED, ShareState.GONE, AuditAction.DELETED),
    ],
)
async def test_a_moderator_decides(
    moderation: Moderation, verdict: Verdict, case_state: CaseState, share_state: ShareState, audit_action: AuditAction
) -> None:
    await moderation.report(1, 2, 3)
    decision = await moderation.decide(verdict)
    assert decision is not None
    assert not decision.is_late
    assert decision.case == await moderation.case()
    assert (decision.case.state, decision.case.decided_by, decision.case.decided_at) == (
        case_state,
        MODERATOR,
        after(4),
    )
    assert await moderation.state() is share_state
    assert await moderation.audit_actions() == [(AuditAction.HIDDEN_BY_REPORTS, None), (audit_action, MODERATOR)]
    last = (await moderation.audit.of_share(SERVER, SHARE))[-1]
    assert (last.user_id, last.share_id, last.details) == (ANN, SHARE, {"reports": 3})


async def test_of_two_moderators_at_once_one_is_late_and_hears_of_the_other(moderation: Moderation) -> None:
    await moderation.report(1)
    first, second = await asyncio.gather(
        moderation.decide(Verdict.KEEP), moderation.decide(Verdict.DELETE, by=OTHER_MODERATOR)
    )
    assert first is not None
    assert second is not None
    assert [first.is_late, second.is_late].count(True) == 1
    assert first.case.decided_by == second.case.decided_by
    assert len(await moderation.audit_actions()) == 1


async def test_after_it_was_kept_three_others_hide_it(moderation: Moderation) -> None:
    await moderation.report(1, 2, 3)
    await moderation.decide(Verdict.KEEP)
    assert await moderation.report(1) == [KNOWN]
    assert (await moderation.case()).state is CaseState.KEPT
    assert await moderation.report(4, 5) == [TAKEN, TAKEN]
    case = await moderation.case()
    assert (case.state, case.new_reports, len(case.reports)) == (CaseState.OPEN, 2, 5)
    assert await moderation.state() is ShareState.SHARED
    assert await moderation.report(6) == [HIDES]
    assert await moderation.state() is ShareState.HIDDEN


async def test_what_a_moderator_has_hidden_stays_decided_when_it_is_reported_again(moderation: Moderation) -> None:
    await moderation.report(1)
    await moderation.decide(Verdict.HIDE)
    assert await moderation.report(2) == [TAKEN]
    assert (await moderation.case()).state is CaseState.HIDDEN


@pytest.mark.parametrize(
    ("verdict", "lasts"),
    [(Verdict.MUTE_HOUR, timedelta(hours=1)), (Verdict.MUTE_DAY, timedelta(days=1)), (Verdict.MUTE, None)],
)
async def test_a_mute_is_of_who_shared_it_and_decides_nothing_else(
    moderation: Moderation, database: Database, verdict: Verdict, lasts: timedelta | None
) -> None:
    await moderation.report(1)
    decision = await moderation.decide(verdict)
    assert decision is not None
    assert (decision.case.state, decision.is_late) == (CaseState.OPEN, False)
    mute = await find_mute(database, moderation.mutes, SERVER, ANN, now=after(3))
    assert mute is not None
    assert (mute.ends_at, mute.by_user_id) == (lasts and after(2) + lasts, MODERATOR)
    (entry,) = await moderation.audit.of_share(SERVER, SHARE)
    assert (entry.act, entry.user_id) == (AuditAction.MUTED, ANN)
    assert entry.details["until"] == (lasts and int((after(2) + lasts).timestamp()))


async def test_a_decision_can_be_taken_back_but_no_deletion(moderation: Moderation) -> None:
    await moderation.report(1)
    early = await moderation.decide(Verdict.REOPEN)
    assert early is not None
    assert early.is_late
    await moderation.decide(Verdict.HIDE)
    again = await moderation.decide(Verdict.REOPEN, by=OTHER_MODERATOR)
    assert again is not None
    assert (again.is_late, again.case.state) == (False, CaseState.OPEN)
    assert await moderation.state() is ShareState.HIDDEN
    await moderation.decide(Verdict.KEEP)
    assert await moderation.state() is ShareState.SHARED
    await moderation.decide(Verdict.REOPEN)
    await moderation.decide(Verdict.DELETE)
    last = await moderation.decide(Verdict.REOPEN)
    assert last is not None
    assert last.is_late


async def test_there_is_no_case_to_decide_where_nothing_was_reported(moderation: Moderation) -> None:
    assert await moderation.decide(Verdict.KEEP) is None
    assert await moderation.decide(Verdict.MUTE, number=SHARE + 1) is None
    assert await moderation.audit_actions() == []


async def test_open_cases_are_those_of_the_server_that_wait_for_a_word(moderation: Moderation) -> None:
    for number, guild_id in ((6, SERVER), (7, SERVER), (9, SERVER + 1)):
        await moderation.share(number, guild_id=guild_id, ref=PictureRef(number, 1))
    for number in (SHARE, 6, 7, 9):
        await moderation.report(1, 2, number=number)
    await moderation.decide(Verdict.KEEP, number=6)
    await moderation.shares.set_state(7, ShareState.GONE, now=NOW)
    assert await moderation.reports.open_cases(SERVER, limit=10) == (await moderation.case(), await moderation.case(7))
    assert [one.share.id for one in await moderation.reports.open_cases(SERVER, limit=1)] == [SHARE]
    assert [one.share.id for one in await moderation.reports.open_cases(SERVER, after=SHARE, limit=9)] == [7]


async def test_the_message_about_a_case_is_replaced_by_one_alone(moderation: Moderation) -> None:
    await moderation.report(1)
    assert await moderation.reports.set_message(SHARE, channel_id=3, message_id=30, instead_of=None)
    assert not await moderation.reports.set_message(SHARE, channel_id=3, message_id=31, instead_of=None)
    assert await moderation.reports.set_message(SHARE, channel_id=4, message_id=32, instead_of=30)
    case = await moderation.case()
    assert (case.channel_id, case.message_id) == (4, 32)


@pytest.mark.parametrize(
    ("verdict", "barred"), [(None, True), (Verdict.KEEP, False), (Verdict.HIDE, True), (Verdict.DELETE, True)]
)
async def test_what_was_reported_and_not_kept_cannot_come_back_by_another_share(
    moderation: Moderation, jobs: Jobs, verdict: Verdict | None, *, barred: bool
) -> None:
    await make(jobs, PICTURE.job_id)
    assert not await moderation.reports.barred_places(PICTURE.job_id, SERVER)
    await moderation.report(1)
    if verdict is not None:
        await moderation.decide(verdict)
    await moderation.shares.set_state(SHARE, ShareState.GONE, now=NOW)
    await moderation.share_expiry.delete_gone()
    assert await moderation.reports.barred_places(PICTURE.job_id, SERVER) == ({PICTURE.place} if barred else set())
    assert not await moderation.reports.barred_places(PICTURE.job_id, SERVER + 1)


async def test_nothing_is_left_of_a_case_when_there_is_nothing_left_to_share(moderation: Moderation) -> None:
    await moderation.report(1)
    await moderation.decide(Verdict.DELETE)
    assert await moderation.share_expiry.delete_gone() == 1
    assert await moderation.reports.find(SHARE) is None
    assert await moderation.decide(Verdict.REOPEN) is None
