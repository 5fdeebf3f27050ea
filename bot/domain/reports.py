"""What members report to the moderators of a server, and what these decide."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.gallery import Share

REPORTS_THAT_HIDE = 3
"""So many people hide a picture together, until a moderator decides."""


class Reason(StrEnum):
    """Why something is reported, in short."""

    SEXUAL = "sexual"
    VIOLENT = "violent"
    HATEFUL = "hateful"
    PERSON = "person"
    """It shows somebody who would not want it."""
    OTHER = "other"


class CaseState(StrEnum):
    """What became of the reports of a picture."""

    OPEN = "open"
    KEPT = "kept"
    HIDDEN = "hidden"
    DELETED = "deleted"


class Verdict(StrEnum):
    """What a moderator can say about a reported picture, and whoever shared it."""

    KEEP = "keep"
    HIDE = "hide"
    DELETE = "delete"
    REOPEN = "reopen"
    """The decision was wrong: what was reported waits for another one, as it is."""
    MUTE_HOUR = "mute-hour"
    MUTE_DAY = "mute-day"
    MUTE = "mute"

    @property
    def mutes(self) -> bool:
        """Whether it is about the person; the picture waits for another word."""
        return self in (Verdict.MUTE_HOUR, Verdict.MUTE_DAY, Verdict.MUTE)

    def applies_to(self, state: CaseState) -> bool:
        """Say whether it can be said about a picture of which this became; what is deleted is not there any more.

        A person can be muted at any time.
        """
        if self is Verdict.REOPEN:
            return state in (CaseState.KEPT, CaseState.HIDDEN)
        return self.mutes or state is CaseState.OPEN

    def end(self, now: datetime) -> datetime | None:
        """Tell when a mute that begins now is over; None is never."""
        times = {Verdict.MUTE_HOUR: timedelta(hours=1), Verdict.MUTE_DAY: timedelta(days=1)}
        return now + times[self] if self in times else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one person said against a shared picture: a reason, and words of their own or none."""

    share_id: int
    user_id: int
    reason: Reason
    words: str = ""
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A shared picture that was reported, with everything against it, oldest first; times are UTC.

    `message_id` is the moderators' message about it. Where it was decided, and then reported or opened again,
    `decided_at` and `decided_by` are about the decision before; `decided_by` is None too once that person had what is
    known of them deleted.
    """

    share: Share
    state: CaseState
    reports: tuple[Report, ...]
    channel_id: int | None
    message_id: int | None
    opened_at: datetime
    decided_at: datetime | None
    decided_by: int | None

    @property
    def new_reports(self) -> int:
        """How many people reported it since it was last decided."""
        since = self.decided_at
        return len(self.reports) if since is None else sum(one.created_at > since for one in self.reports)


class Reporting(StrEnum):
    """What a report has led to."""

    TAKEN = "taken"
    HIDES = "hides"
    """It was the last that it took to hide the picture."""
    KNOWN = "known"
    """Who reports has done so before."""
