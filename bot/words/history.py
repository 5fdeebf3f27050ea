"""The words of /history and of its buttons."""

from collections.abc import Mapping, Sequence

from bot.domain.errors import Cancelled
from bot.domain.job import OPEN, Job
from bot.domain.money import Cost
from bot.words.amounts import listed, price
from bot.words.escaping import ALT_TEXT_LIMIT, LAYOUT_LIMIT, harmless, plain, shorten
from bot.words.failures import explain
from bot.words.language.catalogue import Topic
from bot.words.mentions import moment

_say = Topic("history")

HISTORY_BUTTONS = _say.each("history-button", ("newer", "older", "show", "post", "posting", "posted"))

_LIST_LIMIT = LAYOUT_LIMIT - 200
"""Characters of all entries; the rest is for what stands above them."""
_LIMITS = ((120, 400), (60, 150), (30, 60))
"""How long a prompt and a reason may be: the first pair with which a page fits a message."""
_NAME_LIMIT = 30
_LABEL_LIMIT = 100
"""Characters; Discord's component reference, "Select Option Structure"."""
_CAPTION_LIMIT = 60

Numbers = tuple[int, int]
"""The first and the last number that the pictures of a request have on the contact sheet."""


def history_head(*, is_first: bool) -> str:
    """Head a list of requests."""
    return _say("head-newest") if is_first else _say("head-older")


def no_history(*, is_first: bool) -> str:
    """Say that there are no requests, or no older ones."""
    return _say("empty") if is_first else _say("nothing-older")


def history_entries(jobs: Sequence[Job], numbers: Mapping[int, Numbers], *, free: bool) -> list[str]:
    """Tell about each of some jobs, as much as fits one message; `free` where pictures cost nothing.

    `numbers` has those with pictures on the sheet, by their ids.
    """
    for prompt_limit, reason_limit in _LIMITS:
        entries = [
            _entry(job, numbers.get(job.id), prompt_limit=prompt_limit, reason_limit=reason_limit, free=free)
            for job in jobs
        ]
        if sum(map(len, entries)) + len(entries) <= _LIST_LIMIT:
            break
    return entries


def choose_picture() -> str:
    """Stand in the select of the pictures."""
    return _say("choose")


def picture_option(number: int, job: Job) -> str:
    """Name a picture to choose by its number on the contact sheet and its prompt."""
    return shorten(f"{number}. {plain(job.prompt)}", _LABEL_LIMIT)


def picture_caption(job: Job) -> str:
    """Say under a picture of the contact sheet what it shows."""
    return shorten(plain(job.prompt), _CAPTION_LIMIT)


def sheet_alt_text(jobs: Sequence[Job], numbers: Mapping[int, Numbers]) -> str:
    """Describe the contact sheet for people who cannot see it."""
    each = ALT_TEXT_LIMIT // max(1, len(numbers)) - _LABEL_LIMIT // 2
    pictures = [
        _say("sheet-picture", numbers=_range(numbers[job.id]), prompt=shorten(plain(job.prompt), each))
        for job in jobs
        if job.id in numbers
    ]
    return shorten(_say("sheet-alt", pictures=listed(pictures)), ALT_TEXT_LIMIT)


def _range(numbers: Numbers) -> str:
    first, last = numbers
    return f"{first}" if first == last else f"{first}-{last}"


def _entry(job: Job, numbers: Numbers | None, *, prompt_limit: int, reason_limit: int, free: bool) -> str:
    options = job.options
    pictures = len(job.pictures) or options.n
    parts = [
        _say("state-cancelled") if isinstance(job.failure, Cancelled) else _say.of("state", job.state),
        harmless(options.model, _NAME_LIMIT),
        harmless(job.quality or options.quality, _NAME_LIMIT),
        _say("pictures", pictures=pictures),
        *_cost(job, free=free),
        moment(job.created_at, "R"),
    ]
    prompt = _say("deleted") if job.is_deleted else harmless(job.prompt, prompt_limit)
    number = "" if numbers is None else f"{_range(numbers)}. "
    lines = [f"**{number}{prompt}**", f"-# {' · '.join(parts)}"]
    if job.failure is not None:
        lines.append(shorten(explain(job.failure), reason_limit))
    return "\n".join(lines)


def _cost(job: Job, *, free: bool) -> list[str]:
    """Write what a job costs, and of an open one the estimate; why one failed says by itself what that cost."""
    if job.failure is not None:
        return []
    if free and not job.is_server_paid:
        return [_say("free")]
    if job.cost is not None:
        return [price(job.cost)]
    return [price(Cost(job.reserved_microusd, estimated=True))] if job.state in OPEN and job.reserved_microusd else []
