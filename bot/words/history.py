"""The words of /history and of its buttons."""

from collections.abc import Sequence

from bot.domain.errors import Cancelled
from bot.domain.job import OPEN, Job
from bot.domain.money import Cost
from bot.words.amounts import price
from bot.words.escaping import harmless, shorten
from bot.words.failures import explain
from bot.words.language.catalogue import Topic
from bot.words.mentions import moment

_say = Topic("history")

HISTORY_BUTTONS = _say.each("history-button", ("newer", "older", "post", "posting", "posted"))

_MESSAGE_LIMIT = 2000
"""Characters; Discord's API reference, "Create Message", `content`."""
_LIMITS = ((120, 400), (60, 200), (40, 100))
"""How long a prompt and a reason may be: the first pair with which a page fits a message."""
_NAME_LIMIT = 30


def history_page(jobs: Sequence[Job], *, is_first: bool, free: bool) -> str:
    """List jobs, as much of each as fits one message; `free` where pictures cost nothing."""
    if not jobs:
        return _say("empty") if is_first else _say("nothing-older")
    head = _say("head-newest") if is_first else _say("head-older")
    for prompt_limit, reason_limit in _LIMITS:
        text = "\n".join(
            [
                head,
                *(
                    _entry(place, job, prompt_limit=prompt_limit, reason_limit=reason_limit, free=free)
                    for place, job in enumerate(jobs, start=1)
                ),
            ]
        )
        if len(text) <= _MESSAGE_LIMIT:
            break
    return text


def show_label(place: int) -> str:
    """Name the button that shows the pictures of an entry."""
    return _say("show", place=place)


def again_label(place: int) -> str:
    """Name the button that asks once more for what an entry asked for."""
    return _say("again", place=place)


def reword_label(place: int) -> str:
    """Name the button that asks once more with other words."""
    return _say("reword", place=place)


def _entry(place: int, job: Job, *, prompt_limit: int, reason_limit: int, free: bool) -> str:
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
    lines = [f"**{place}. {prompt}**", f"-# {' · '.join(parts)}"]
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
