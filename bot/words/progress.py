"""How far a job is, and what its buttons say."""

from bot.words.amounts import duration
from bot.words.escaping import harmless

BUTTONS = {
    "cancel": "Cancel",
    "again": "Ask again",
}

TOO_LATE_TO_CANCEL = "It is done already, so there was nothing left to cancel. What came of it is in the answer."
GONE = "Easel does not know this request any more. Use the command again."


def waiting(prompt: str | None, before: int, estimate_seconds: float | None) -> str:
    """Say how many are before a job that waits, and how long it may take in all."""
    place = "next in the queue" if before == 0 else f"{before} before you in the queue"
    return _line(prompt, place, None if estimate_seconds is None else f"ready in about {_about(estimate_seconds)}")


def drawing(prompt: str | None, seconds: float, usual_seconds: float | None) -> str:
    """Say for how long a job has been drawn, and how long that usually takes."""
    usual = None if usual_seconds is None else f"usually about {_about(usual_seconds)}"
    return _line(prompt, f"drawing for {_whole(seconds)}", usual)


def restarting(prompt: str | None) -> str:
    """Say that a job waits for Easel itself."""
    return _line(prompt, "Easel restarts, and goes on with this by itself", None)


def short_of_time(line: str) -> str:
    """Add that a private answer may be ready only when Discord takes no more edits of it."""
    return f"{line}\n-# This may take longer than a private answer lives. Then /history has the pictures."


def _line(prompt: str | None, *parts: str | None) -> str:
    # Without a prompt where Discord blocks its words.
    shown = (*([] if prompt is None else [f"**{harmless(prompt, 300)}**"]), *(part for part in parts if part))
    return " · ".join(shown)


def _whole(seconds: float) -> str:
    return f"{round(seconds)} s" if seconds < 10 else duration(seconds)  # noqa: PLR2004


def _about(seconds: float) -> str:
    """Round a guess so that it does not look like a promise."""
    if seconds < 10:  # noqa: PLR2004
        return f"{max(1, round(seconds))} s"
    return duration(round(seconds / 5) * 5) if seconds < 120 else f"{round(seconds / 60)} min"  # noqa: PLR2004
