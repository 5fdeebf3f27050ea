"""The words of reports, of what moderators decide, of mutes and of the audit log."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from bot.domain.gallery import ShareState
from bot.domain.job import Job
from bot.domain.reports import Case, CaseState, Reason, Reporting, Verdict
from bot.store.moderation.audit import AuditAction, Entry
from bot.store.moderation.mutes import Mute
from bot.store.moderation.reports import Decision
from bot.words.escaping import harmless
from bot.words.info import view_link
from bot.words.language.catalogue import Topic
from bot.words.mentions import moment, person

_say = Topic("moderation")

REPORT_FORM = _say.each("report", ("title", "reason", "words", "hint"))
REASONS = _say.each("reason", Reason)
REPORTED = _say.each("reported", Reporting)
VERDICTS = _say.each("verdict", Verdict)
CASE_BUTTONS = _say.each("case-button", ("further", "older"))

_PROMPT_SHOWN = 250
_WORDS_SHOWN = 80
_QUOTES_AT_MOST = 3
_ENTRIES_AT_MOST = 4
_LINE_PROMPT = 60
_MUTED_AT_MOST = 20
_MUTE_TIMES = {Verdict.MUTE_HOUR: "hour", Verdict.MUTE_DAY: "day"}


def case_title() -> str:
    """Name the thread of a case, where the reports go to a forum."""
    return _say("case-title")


def filtered() -> str:
    """Say that Discord's filter holds the picture back."""
    return _say("filtered")


def no_cases() -> str:
    """Say that nothing waits for a decision."""
    return _say("no-cases")


def no_further_cases() -> str:
    """Say that nothing further waits for a decision."""
    return _say("no-further-cases")


def case_text(case: Case, entries: Sequence[Entry], *, job: Job | None, link: str | None, plain: bool = False) -> str:
    """Tell moderators about a case: whose picture it is, what is said against it, and what was done.

    With `plain` no word of any person is in it, as where Discord takes no message with these words.
    """
    share = case.share
    lines = [f"**{_count(len(case.reports))}** · {_standing(case)}", _say("by", person=_person(share.user_id))]
    if link is not None and share.state is ShareState.SHARED:
        lines[-1] += f" · {view_link(link)}"
    if job is None:
        if case.state is not CaseState.DELETED:
            lines.append(_say("not-kept"))
    elif plain:
        lines.append(_say("blocked"))
    elif share.shows_prompt:
        lines.append(f"> {harmless(job.prompt, _PROMPT_SHOWN)}")
    else:
        lines.append(_say("prompt-secret"))
    reasons = Counter(one.reason for one in case.reports)
    lines += [_say("reason-line", reason=REASONS[reason], number=number) for reason, number in reasons.most_common()]
    quoted = [one.words for one in case.reports if one.words][-_QUOTES_AT_MOST:]
    lines += [_say("quote", words=harmless(one, _WORDS_SHOWN)) for one in quoted if not plain]
    lines += [f"-# {entry_line(one)}" for one in entries[-_ENTRIES_AT_MOST:]]
    return "\n".join(lines)


def case_line(case: Case, place: int) -> str:
    """Name a case in a list."""
    share = case.share
    return _say(
        "by-small",
        place=place,
        person=_person(share.user_id),
        count=_count(len(case.reports)),
        standing=_standing(case),
    )


def look_label(place: int) -> str:
    """Name the button that shows a case of a list."""
    return _say("look", place=place)


def reports_text(lines: Sequence[str]) -> str:
    """Head the list of open cases."""
    return "\n".join([_say("cases"), *lines])


def decided(decision: Decision, verdict: Verdict, *, left: int) -> str:
    """Tell a moderator what came of what they said; `left` messages Discord does not let us put right so far."""
    case = decision.case
    if decision.is_late:
        if case.state is CaseState.OPEN:
            return _say("waits-already")
        return _say("decided-already", person=_person(case.decided_by), state=case.state.value)
    if verdict.mutes:
        time = _MUTE_TIMES.get(verdict, "ever")
        waits = case.state is CaseState.OPEN
        return _say("decided-mute", person=_person(case.share.user_id), time=time, waits=waits)
    is_gone = verdict is Verdict.KEEP and case.share.state is ShareState.GONE
    text = _say("decided-keep-gone") if is_gone else _say.of("decided", verdict)
    return f"{text}\n{_say('messages-left', messages=left)}" if left else text


def entry_line(entry: Entry) -> str:
    """Say what a moderator did, and when."""
    by_reports = entry.act is AuditAction.HIDDEN_BY_REPORTS
    until = entry.details.get("until")
    action = _say.of(
        "action",
        entry.act,
        whom=_person(entry.user_id),
        reports=int(entry.details.get("reports", 0)),
        until=_until(None if until is None else int(until)),
    )
    return _say(
        "entry",
        moment=moment(entry.created_at, "f"),
        who=_say("entry-reports") if by_reports else _person(entry.moderator_id),
        action=action,
    )


def log_text(entries: Sequence[Entry]) -> str:
    """Show a page of the log."""
    return "\n".join(f"- {entry_line(one)}" for one in entries) or _say("nothing-on-record")


def muted_text(mutes: Sequence[Mute]) -> str:
    """List who is muted."""
    lines = [
        _say(
            "muted-line",
            person=_person(one.user_id),
            until=_until(one.ends_at),
            moderator=_person(one.by_user_id),
        )
        for one in mutes[:_MUTED_AT_MOST]
    ]
    if len(mutes) > _MUTED_AT_MOST:
        lines.append(_say("muted-more", more=len(mutes) - _MUTED_AT_MOST))
    return "\n".join(lines) or _say("nobody-muted")


def muted_now(mute: Mute) -> str:
    """Say that a person was muted."""
    return _say("muted-now", person=_person(mute.user_id), until=_until(mute.ends_at))


def unmuted_now(user_id: int, *, lifted: bool) -> str:
    """Say that a person can use the bot again, or could before."""
    return _say("unmuted-now" if lifted else "was-not-muted", person=person(user_id))


def _until(ends_at: datetime | int | None) -> str:
    return _say("for-good") if ends_at is None else _say("until", moment=moment(ends_at, "f"))


def _standing(case: Case) -> str:
    if case.state is not CaseState.OPEN:
        return _say("standing-decided", state=case.state.value, person=_person(case.decided_by))
    return _say.of("standing", case.share.state)


def _count(reports: int) -> str:
    return _say("count", reports=reports)


def _person(user_id: int | None) -> str:
    return person(user_id) if user_id else _say("someone")
