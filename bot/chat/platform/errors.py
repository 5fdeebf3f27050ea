"""How a call of Discord may fail, and what that means for a message that has to go out."""

import json
import math
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import aiohttp
import discord

from bot.chat.platform.refusals import CODES, PAGES, STATUSES, Meaning
from bot.domain.errors import ChannelClosed, DiscordDown, EaselError, NotDelivered, PictureFiltered, ThreadClosed

_LIBRARY = Path(discord.__file__).parent
_FIRST_SERVER_ERROR = 500
_FIRST_REFUSAL = 400
_LONGEST_WAIT_SECONDS = 24 * 3600.0

_ERRORS: dict[Meaning, type[NotDelivered]] = {
    Meaning.PASSING: DiscordDown,
    Meaning.INVALID: DiscordDown,
    Meaning.WORDS_BLOCKED: DiscordDown,
    Meaning.PICTURE_FILTERED: PictureFiltered,
    Meaning.ARCHIVED: ThreadClosed,
    Meaning.LOCKED: ThreadClosed,
}


class UnreadableAnswer(Exception):
    """Discord has answered, and discord.py cannot read that: a body that is no JSON, a field that is missing.

    `status` is that of the answer; 0 where it is not known.
    """

    def __init__(self, what: str, *, status: int = 0) -> None:
        super().__init__(what)
        self.status = status


FAILURES = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError, UnreadableAnswer)
"""What a call of Discord may end with."""


@contextmanager
def reading_answers() -> Iterator[None]:
    """Take whatever discord.py stumbles over for an answer that cannot be read; for its calls alone.

    Raises:
        UnreadableAnswer: it stumbled.
    """
    try:
        yield
    except (*FAILURES, EaselError, discord.ClientException):
        raise
    except Exception as error:
        raise UnreadableAnswer(repr(error), status=_status_of(error)) from error


def stumbled_in_library(error: BaseException) -> bool:
    """Say whether discord.py raised something that it does not mean to raise, as over an answer that it cannot read."""
    if isinstance(error, discord.DiscordException):
        return False
    *_, frame = traceback.extract_tb(error.__traceback__)
    return Path(frame.filename).is_relative_to(_LIBRARY)


def read_id(answer: Any) -> int:
    """Read the id out of what Discord answers when it has taken a message.

    Raises:
        UnreadableAnswer: there is none in it.
    """
    try:
        return int(answer["id"])
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise UnreadableAnswer(type(answer).__name__) from error


def meaning_of(error: Exception) -> Meaning:
    """Say what a failure means: by Discord's code where it gave one, else by the status and whose answer it is."""
    if not isinstance(error, discord.HTTPException):
        return Meaning.PASSING
    code, is_page = _read(error)
    if code in CODES:
        return CODES[code]
    if is_page:
        return PAGES.get(error.status, Meaning.PASSING)
    if not _FIRST_REFUSAL <= error.status < _FIRST_SERVER_ERROR:
        return Meaning.PASSING
    return STATUSES.get(error.status, Meaning.INVALID)


def code_of(error: Exception) -> int:
    """Give Discord's code of a failure; 0 where it gave none."""
    return _read(error)[0] if isinstance(error, discord.HTTPException) else 0


def is_uncertain(error: Exception) -> bool:
    """Say whether the message may be out all the same, or may go out the same way later: no refusal was heard."""
    return meaning_of(error) is Meaning.PASSING


def is_too_large(error: Exception) -> bool:
    """Say whether smaller files would do."""
    return meaning_of(error) is Meaning.TOO_LARGE


def to_error(error: Exception) -> NotDelivered:
    """Give the error for a message that no way is left for."""
    return _ERRORS.get(meaning_of(error), ChannelClosed)()


def wait_seconds(error: Exception) -> float:
    """Tell how long Discord wants to be left alone; 0 where it says nothing of that.

    Discord's "Rate Limits": by the header Retry-After or by the field `retry_after`, whichever is longer.
    """
    if isinstance(error, discord.RateLimited):
        return _seconds(error.retry_after)
    if not isinstance(error, discord.HTTPException):
        return 0.0
    response: Any = error.response
    body = _body(error)
    return max(_seconds(response.headers.get("Retry-After")), _seconds(body.get("retry_after")))


def is_global(error: Exception) -> bool:
    """Say whether Discord wants to be left alone by every call, not by those of one kind."""
    if not isinstance(error, discord.HTTPException):
        return False
    response: Any = error.response
    return _body(error).get("global") is True or "X-RateLimit-Global" in response.headers


def _status_of(error: Exception) -> int:
    """Find the status of the answer that discord.py was at when it raised something."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        response = frame.f_locals.get("response")
        if isinstance(response, aiohttp.ClientResponse):
            return response.status
    return 0


def _read(error: discord.HTTPException) -> tuple[int, bool]:
    """Read the code of an error, 0 without one, and whether what came is a page and not Discord's JSON."""
    code = _number(error.code)
    if code:
        return code, False
    text: Any = error.text
    if not isinstance(text, str) or not text.strip():
        return 0, False
    response: Any = error.response
    # discord.py reads `application/json` alone: another spelling of it leaves the text as it came.
    found = _number(_parse(text).get("code"))
    kind = response.headers.get("Content-Type", "application/json").partition(";")[0].strip().casefold()
    is_page = not _parse(text) and (kind != "application/json" or text.lstrip().startswith("<"))
    return found, is_page


def _body(error: discord.HTTPException) -> dict[str, Any]:
    """Read the body of an error once more, of which discord.py keeps the message alone."""
    # aiohttp keeps it in this private place, and does not hand out that of a response that is over.
    body = getattr(error.response, "_body", None)
    return _parse(body) if isinstance(body, bytes) else {}


def _parse(text: str | bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return parsed if isinstance(parsed, dict) else {}


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return 0
    try:
        return int(value)
    except ValueError:
        return 0


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return 0.0
    try:
        seconds = float(value)
    except ValueError:
        seconds = _until(str(value))
    return min(max(seconds, 0.0), _LONGEST_WAIT_SECONDS) if math.isfinite(seconds) else 0.0


def _until(date: str) -> float:
    """Tell how many seconds are left until a date as HTTP writes them; 0 for anything else."""
    try:
        at = parsedate_to_datetime(date)
    except ValueError:
        return 0.0
    return (at.replace(tzinfo=at.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
