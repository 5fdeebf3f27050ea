"""Cases and their reports as rows."""

from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, select

from bot.domain.gallery import Share
from bot.domain.reports import Case, CaseState, Reason, Report
from bot.store.moderation.tables import cases, reports

_CASE = select(cases).where(cases.c.share_id == bindparam("share"))
_REPORTS = (
    select(reports).where(reports.c.share_id == bindparam("share")).order_by(reports.c.created_at, reports.c.user_id)
)


def find_case(connection: Connection, share: Share) -> Case | None:
    """Find the case of a share with all its reports; None where nobody has reported it."""
    row = connection.execute(_CASE, {"share": share.id}).mappings().one_or_none()
    if row is None:
        return None
    return Case(
        share=share,
        state=CaseState(row["state"]),
        reports=tuple([_report(row) for row in connection.execute(_REPORTS, {"share": share.id}).mappings()]),
        channel_id=row["channel_id"],
        message_id=row["message_id"],
        opened_at=row["opened_at"],
        decided_at=row["decided_at"],
        decided_by=row["decided_by"],
    )


def report_to_row(report: Report) -> dict[str, Any]:
    """Encode a report; what it says stands in one column, behind its reason and a colon."""
    return {
        "share_id": report.share_id,
        "user_id": report.user_id,
        "reason": f"{report.reason}:{report.words}",
        "created_at": report.created_at,
    }


def _report(row: RowMapping) -> Report:
    reason, _, words = row["reason"].partition(":")
    return Report(
        share_id=row["share_id"],
        user_id=row["user_id"],
        reason=Reason(reason),
        words=words,
        created_at=row["created_at"],
    )
