"""The words of reports, of what moderators decide, of mutes and of the audit log."""

from collections import Counter
from collections.abc import Sequence

from bot.domain.gallery import ShareState
from bot.domain.job import Job
from bot.domain.reports import Case, CaseState, Reason, Reporting, Verdict
from bot.store.moderation.audit import AuditAction, Entry
from bot.store.moderation.mutes import Mute
from bot.store.moderation.reports import Decision
from bot.words.escaping import harmless

REPORT_FORM = {
    "title": "Report to the moderators",
    "reason": "What is wrong with it?",
    "words": "Anything that they should know?",
}
REPORT_HINT = "The moderators of this server read this; they are not told who you are."
REASONS = {
    Reason.SEXUAL: "Sexual",
    Reason.VIOLENT: "Violent or frightening",
    Reason.HATEFUL: "Hateful or insulting",
    Reason.PERSON: "It shows somebody who would not want that",
    Reason.OTHER: "Something else",
}
REPORTED = {
    Reporting.TAKEN: "Thank you. The moderators get to see it; until then the picture stays where it is.",
    Reporting.HIDES: "Thank you. Others have reported it too, so the picture is hidden until a moderator has decided.",
    Reporting.KNOWN: "You have reported this picture before. The moderators know; one report of each person counts.",
}
VERDICTS = {
    Verdict.KEEP: "Keep",
    Verdict.HIDE: "Hide",
    Verdict.DELETE: "Delete",
    Verdict.REOPEN: "Decide again",
    Verdict.MUTE_HOUR: "Mute 1 hour",
    Verdict.MUTE_DAY: "Mute 1 day",
    Verdict.MUTE: "Mute for good",
}
CASE_TITLE = "A reported picture"
"""What the thread of a case is called, where the reports go to a forum."""
FILTERED = "-# Discord's own filter does not let the picture be shown here."
BLOCKED = "-# Discord blocks the words of its prompt or of its reports here; /reports has them."
CASE_BUTTONS = {"further": "Further ones", "older": "Older"}
MUTE_TIMES = {"hour": "1 hour", "day": "1 day", "week": "1 week", "ever": "for good"}
NO_CASES = "No reported picture waits for a decision."
NO_FURTHER_CASES = "No further one waits for a decision."
NOTHING_ON_RECORD = "Nothing is on record here so far."
NOBODY_MUTED = "Nobody is muted here."

_PROMPT_SHOWN = 250
_WORDS_SHOWN = 80
_QUOTES_AT_MOST = 3
_ENTRIES_AT_MOST = 4
_LINE_PROMPT = 60
_MUTED_AT_MOST = 20
_SOMEONE = "somebody whose data is deleted"

_DECIDED = {CaseState.KEPT: "kept", CaseState.HIDDEN: "hidden", CaseState.DELETED: "deleted"}
_DONE = {
    Verdict.KEEP: "The picture is kept; three others would have to report it to hide it again.",
    Verdict.HIDE: "The picture is hidden.",
    Verdict.DELETE: "The picture is deleted from the gallery, and cannot be shared here again.",
    Verdict.REOPEN: "The picture waits for another decision, as it is.",
}
_KEPT_GONE = "The picture was taken back meanwhile; it can be shared here again."
_ACTIONS = {
    AuditAction.HIDDEN_BY_REPORTS: "hid a picture of {whom} that {reports} people had reported",
    AuditAction.KEPT: "kept a picture of {whom} that {reports} people had reported",
    AuditAction.HIDDEN: "hid a picture of {whom} that {reports} people had reported",
    AuditAction.DELETED: "deleted a picture of {whom} that {reports} people had reported",
    AuditAction.REOPENED: "took up again what to do about a picture of {whom}",
    AuditAction.MUTED: "muted {whom} {until}",
    AuditAction.UNMUTED: "let {whom} use the bot again",
    AuditAction.THEME_OPENED: "opened a theme",
    AuditAction.THEME_CLOSED: "closed a theme",
    AuditAction.SETTINGS_CHANGED: "changed the settings",
    AuditAction.KEY_ENTERED: "entered a key of this server's own for the images service",
    AuditAction.KEY_REMOVED: "took out this server's own key for the images service",
}


def case_text(case: Case, entries: Sequence[Entry], *, job: Job | None, link: str | None, plain: bool = False) -> str:
    """Tell moderators about a case: whose picture it is, what is said against it, and what was done.

    With `plain` no word of any person is in it, as where Discord takes no message with these words.
    """
    share = case.share
    lines = [f"**{_count(len(case.reports))}** · {_standing(case)}", f"By {_person(share.user_id)}"]
    if link is not None and share.state is ShareState.SHARED:
        lines[-1] += f" · {link}"
    if job is None:
        if case.state is not CaseState.DELETED:
            lines.append("-# The picture is not kept any more.")
    elif plain:
        lines.append(BLOCKED)
    elif share.shows_prompt:
        lines.append(f"> {harmless(job.prompt, _PROMPT_SHOWN)}")
    else:
        lines.append("-# Its prompt is not shown in the gallery, and not here.")
    reasons = Counter(one.reason for one in case.reports)
    lines += [f"- {REASONS[reason]}: {number}" for reason, number in reasons.most_common()]
    quoted = [one.words for one in case.reports if one.words][-_QUOTES_AT_MOST:]
    lines += [f"> “{harmless(one, _WORDS_SHOWN)}”" for one in quoted if not plain]
    lines += [f"-# {entry_line(one)}" for one in entries[-_ENTRIES_AT_MOST:]]
    return "\n".join(lines)


def case_line(case: Case, place: int) -> str:
    """Name a case in a list."""
    share = case.share
    return f"{place}. By {_person(share.user_id)} · {_count(len(case.reports))} · {_standing(case)}"


def look_label(place: int) -> str:
    """Name the button that shows a case of a list."""
    return f"Look at {place}"


def reports_text(lines: Sequence[str]) -> str:
    """Head the list of open cases."""
    return "\n".join(["These reported pictures wait for a decision:", *lines])


def decided(decision: Decision, verdict: Verdict, *, left: int) -> str:
    """Tell a moderator what came of what they said; `left` messages Discord does not let us put right so far."""
    case = decision.case
    if decision.is_late:
        if case.state is CaseState.OPEN:
            return "This picture waits for a decision already."
        return f"{_person(case.decided_by)} has decided this already: {_DECIDED[case.state]}."
    if verdict.mutes:
        until = {Verdict.MUTE_HOUR: "for 1 hour", Verdict.MUTE_DAY: "for 1 day"}.get(verdict, "for good")
        return f"{_person(case.share.user_id)} is muted {until}. The picture still waits for a decision."
    text = _DONE[verdict]
    if verdict is Verdict.KEEP and case.share.state is ShareState.GONE:
        text = _KEPT_GONE
    if left:
        text += f"\nDiscord does not let me change {left} of the messages that show it so far; I go on trying."
    return text


def entry_line(entry: Entry) -> str:
    """Say what a moderator did, and when."""
    who = "Reports" if entry.act is AuditAction.HIDDEN_BY_REPORTS else _person(entry.moderator_id)
    until = entry.details.get("until")
    facts = {
        "whom": _person(entry.user_id),
        "reports": entry.details.get("reports", 0),
        "until": "for good" if until is None else f"until <t:{int(until)}:f>",
    }
    return f"<t:{int(entry.created_at.timestamp())}:f> {who} {_ACTIONS[entry.act].format(**facts)}"


def log_text(entries: Sequence[Entry]) -> str:
    """Show a page of the log."""
    return "\n".join(f"- {entry_line(one)}" for one in entries) or NOTHING_ON_RECORD


def muted_text(mutes: Sequence[Mute]) -> str:
    """List who is muted."""
    lines = [f"- {_person(one.user_id)} {_until(one)}, by {_person(one.by_user_id)}" for one in mutes[:_MUTED_AT_MOST]]
    if len(mutes) > _MUTED_AT_MOST:
        lines.append(f"- and {len(mutes) - _MUTED_AT_MOST} others")
    return "\n".join(lines) or NOBODY_MUTED


def muted_now(mute: Mute) -> str:
    """Say that a person was muted."""
    return f"{_person(mute.user_id)} is muted for Easel {_until(mute)}. /unmute lifts it."


def unmuted_now(user_id: int, *, lifted: bool) -> str:
    """Say that a person can use the bot again, or could before."""
    return f"<@{user_id}> can use Easel again." if lifted else f"<@{user_id}> is not muted."


def _until(mute: Mute) -> str:
    return "for good" if mute.ends_at is None else f"until <t:{int(mute.ends_at.timestamp())}:f>"


def _standing(case: Case) -> str:
    if case.state is not CaseState.OPEN:
        return f"{_DECIDED[case.state]} by {_person(case.decided_by)}"
    return {
        ShareState.SHARED: "to be seen until you decide",
        ShareState.HIDDEN: "hidden until you decide",
        ShareState.GONE: "taken back meanwhile; unless you keep it, it cannot be shared again",
    }[case.share.state]


def _count(reports: int) -> str:
    return "1 report" if reports == 1 else f"{reports} reports"


def _person(user_id: int | None) -> str:
    return _SOMEONE if not user_id else f"<@{user_id}>"
