"""How far a job is, and what its buttons say."""

from datetime import UTC, datetime

from bot.words.amounts import SOON_SECONDS, duration, in_minutes, in_seconds
from bot.words.escaping import harmless
from bot.words.language.catalogue import Topic
from bot.words.mentions import moment

_say = Topic("progress")

BUTTONS = _say.each("button", ("cancel", "again", "reword"))


def too_late_to_cancel() -> str:
    """Say that a job was done before it was cancelled."""
    return _say("too-late-to-cancel")


def gone() -> str:
    """Say that a job is not known."""
    return _say("gone")


def waiting(prompt: str | None, before: int, estimate_seconds: float | None) -> str:
    """Say how many are before a job that waits, and how long it may take in all."""
    ready = None if estimate_seconds is None else _say("ready-in", time=_about(estimate_seconds))
    return _line(prompt, _say("waiting", before=before), ready)


def drawing(prompt: str | None, seconds: float, usual_seconds: float | None) -> str:
    """Say for how long a job has been drawn, and how long that usually takes."""
    usual = None if usual_seconds is None else _say("usually", time=_about(usual_seconds))
    return _line(prompt, _say("drawing", time=_whole(seconds)), usual)


def busy(prompt: str | None, until: datetime) -> str:
    """Say that the provider is busy, and when a job goes on by itself."""
    soon = (until - datetime.now(UTC)).total_seconds() < SOON_SECONDS
    return _line(prompt, _say("busy", when=_say("soon") if soon else moment(until, "R")))


def restarting(prompt: str | None) -> str:
    """Say that a job waits for Easel itself."""
    return _line(prompt, _say("restarting"), None)


def short_of_time(line: str) -> str:
    """Add that a private answer may be ready only when Discord takes no more edits of it."""
    return f"{line}\n{_say('short-of-time')}"


def _line(prompt: str | None, *parts: str | None) -> str:
    # Without a prompt where Discord blocks its words.
    shown = (*([] if prompt is None else [f"**{harmless(prompt, 300)}**"]), *(part for part in parts if part))
    return " · ".join(shown)


def _whole(seconds: float) -> str:
    return in_seconds(round(seconds)) if seconds < 10 else duration(seconds)  # noqa: PLR2004


def _about(seconds: float) -> str:
    """Round a guess so that it does not look like a promise."""
    if seconds < 10:  # noqa: PLR2004
        return in_seconds(max(1, round(seconds)))
    return duration(round(seconds / 5) * 5) if seconds < 120 else in_minutes(round(seconds / 60))  # noqa: PLR2004
