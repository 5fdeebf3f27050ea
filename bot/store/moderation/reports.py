"""What was reported, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.gallery import Share, ShareState
from bot.domain.reports import REPORTS_THAT_HIDE, Case, CaseState, Report, Reporting, Verdict
from bot.store.database.engine import Database
from bot.store.database.inserts import build_inserts
from bot.store.gallery.share_loader import find_share, load_shares, lock_share
from bot.store.gallery.shares import set_state
from bot.store.gallery.tables import shares
from bot.store.moderation.audit import AuditAction, Entry, record
from bot.store.moderation.case_rows import find_case, report_to_row
from bot.store.moderation.mutes import Mute, Mutes
from bot.store.moderation.tables import cases, reports

_BECOMES = {
    Verdict.KEEP: (CaseState.KEPT, ShareState.SHARED, AuditAction.KEPT),
    Verdict.HIDE: (CaseState.HIDDEN, ShareState.HIDDEN, AuditAction.HIDDEN),
    Verdict.DELETE: (CaseState.DELETED, ShareState.GONE, AuditAction.DELETED),
}
_IS_SHARE = cases.c.share_id == bindparam("share")
_ADD = build_inserts(reports, returning=reports.c.share_id)
_OPEN = build_inserts(cases)
_REOPEN_KEPT = update(cases).where(_IS_SHARE, cases.c.state == CaseState.KEPT.value)
_SET_STATE = update(cases).where(_IS_SHARE).values(state=bindparam("becomes"))
_DECIDE = _SET_STATE.values(decided_at=bindparam("now"), decided_by=bindparam("moderator"))
_SET_MESSAGE = (
    update(cases)
    .where(_IS_SHARE, cases.c.message_id.is_not_distinct_from(bindparam("old_message")))
    .values(channel_id=bindparam("in_channel"), message_id=bindparam("new_message"))
)
_OPEN_ONES = (
    select(shares)
    .join(cases, cases.c.share_id == shares.c.id)
    .where(
        shares.c.guild_id == bindparam("guild"),
        cases.c.state == CaseState.OPEN.value,
        cases.c.share_id > bindparam("after"),
    )
    .order_by(cases.c.share_id)
    .limit(bindparam("most"))
)
_BARS = (
    select(shares.c.place)
    .join(cases, shares.c.id == cases.c.share_id)
    .where(
        shares.c.job_id == bindparam("job"),
        shares.c.guild_id == bindparam("guild"),
        cases.c.state != CaseState.KEPT.value,
    )
    .distinct()
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a verdict has led to: the case as it is now; `is_late` where it was decided, and nothing was changed."""

    case: Case
    is_late: bool


class Reports:
    """The reports of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database, mutes: Mutes) -> None:
        self._database = database
        self._mutes = mutes

    async def report(self, report: Report, *, entry_id: int) -> Reporting | None:
        """Put a report on record and open its case, also one that was kept; None when the picture is shared no more.

        The third person who reports it hides it, and that is on record as `entry_id`: after a moderator has kept it,
        the third since then.
        """

        def work(connection: Connection) -> Reporting | None:
            # Its row is held, so that of two who report at once each counts the other.
            share = lock_share(connection, report.share_id)
            if share is None or share.state is ShareState.GONE:
                return None
            if not _add(connection, report):
                return Reporting.KNOWN
            case = _open(connection, share, report.created_at)
            if share.state is ShareState.HIDDEN or case.new_reports < REPORTS_THAT_HIDE:
                return Reporting.TAKEN
            set_state(connection, share.id, ShareState.HIDDEN, report.created_at)
            record(connection, _entry(case, AuditAction.HIDDEN_BY_REPORTS, entry_id, now=report.created_at))
            return Reporting.HIDES

        return await self._database.write(work)

    async def decide(
        self, share_id: int, verdict: Verdict, *, moderator_id: int, entry_id: int, now: datetime
    ) -> Decision | None:
        """Do what a moderator says, and put it on record as `entry_id`; None when there is no such case any more.

        Of two who decide on a picture at once one comes late. A mute is of whoever shared it, and leaves the case as it
        is; the last one counts.
        """

        def work(connection: Connection) -> Decision | None:
            case = _hold(connection, share_id)
            if case is None:
                return None
            if not verdict.applies_to(case.state):
                return Decision(case, is_late=True)
            audit_action, details = self._apply(connection, case, verdict, moderator_id, now)
            entry = _entry(case, audit_action, entry_id, moderator_id=moderator_id, details=details, now=now)
            record(connection, entry)
            return Decision(_hold(connection, share_id) or case, is_late=False)

        return await self._database.write(work)

    async def find(self, share_id: int) -> Case | None:
        """Find the case of a share; None where nobody has reported it, or where it is not on record any more."""

        def work(connection: Connection) -> Case | None:
            share = find_share(connection, share_id)
            return None if share is None else find_case(connection, share)

        return await self._database.read(work)

    async def open_cases(self, guild_id: int, *, after: int = 0, limit: int) -> tuple[Case, ...]:
        """List the pictures of a server that wait for a decision, oldest first, from behind a share's id on.

        Those that were unshared meanwhile too: without a decision they cannot be shared again.
        """
        values = {"guild": guild_id, "after": after, "most": limit}

        def work(connection: Connection) -> tuple[Case, ...]:
            found = load_shares(connection, _OPEN_ONES, values)
            return tuple([case for case in (find_case(connection, share) for share in found) if case is not None])

        return await self._database.read(work)

    async def set_message(self, share_id: int, *, channel_id: int, message_id: int, instead_of: int | None) -> bool:
        """Record the moderators' message about a case; False when it is no longer about the one before."""
        values = {"share": share_id, "in_channel": channel_id, "new_message": message_id, "old_message": instead_of}
        return await self._database.write(lambda connection: connection.execute(_SET_MESSAGE, values).rowcount == 1)

    async def barred_places(self, job_id: int, guild_id: int) -> frozenset[int]:
        """Tell which pictures of a job were reported in a server and not kept, also those that were unshared then."""
        values = {"job": job_id, "guild": guild_id}
        return await self._database.read(lambda connection: frozenset(connection.execute(_BARS, values).scalars()))

    def _apply(
        self, connection: Connection, case: Case, verdict: Verdict, moderator_id: int, now: datetime
    ) -> tuple[AuditAction, dict[str, Any]]:
        share = case.share
        if verdict.mutes:
            ends_at = verdict.end(now)
            mute = Mute(
                guild_id=share.guild_id,
                user_id=share.user_id,
                ends_at=ends_at,
                by_user_id=moderator_id,
                created_at=now,
            )
            self._mutes.mute_within(connection, mute)
            return AuditAction.MUTED, {"until": ends_at and int(ends_at.timestamp())}
        if verdict is Verdict.REOPEN:
            connection.execute(_SET_STATE, {"share": share.id, "becomes": CaseState.OPEN})
            return AuditAction.REOPENED, {}
        becomes, state, audit_action = _BECOMES[verdict]
        connection.execute(_DECIDE, {"share": share.id, "becomes": becomes, "now": now, "moderator": moderator_id})
        set_state(connection, share.id, state, now)
        return audit_action, {"reports": len(case.reports)}


def _hold(connection: Connection, share_id: int) -> Case | None:
    share = lock_share(connection, share_id)
    return None if share is None else find_case(connection, share)


def _add(connection: Connection, report: Report) -> bool:
    return connection.execute(_ADD[connection.dialect.name], report_to_row(report)).one_or_none() is not None


def _open(connection: Connection, share: Share, now: datetime) -> Case:
    values = {"share_id": share.id, "state": CaseState.OPEN, "opened_at": now}
    connection.execute(_OPEN[connection.dialect.name], values)
    connection.execute(_REOPEN_KEPT, {"share": share.id, "state": CaseState.OPEN, "opened_at": now})
    case = find_case(connection, share)
    assert case is not None  # noqa: S101 - it was put there
    return case


def _entry(
    case: Case,
    audit_action: AuditAction,
    entry_id: int,
    *,
    moderator_id: int | None = None,
    details: dict[str, Any] | None = None,
    now: datetime,
) -> Entry:
    return Entry(
        id=entry_id,
        guild_id=case.share.guild_id,
        moderator_id=moderator_id,
        act=audit_action,
        user_id=case.share.user_id,
        share_id=case.share.id,
        details=details or {"reports": len(case.reports)},
        created_at=now,
    )
