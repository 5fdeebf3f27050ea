"""The buttons of an answer that is not there yet, or has gone wrong: `ways_on` gives those of a failure."""

from typing import Any, ClassVar

import discord

from bot.chat.platform.components import ONE_ID, NumberButton
from bot.domain.errors import OptionNotOffered
from bot.domain.job import Job
from bot.domain.options import Quality
from bot.words import conversation as conversation_words
from bot.words import progress as progress_words


class CancelButton(NumberButton):
    """Cancels a job that is not done."""

    action: ClassVar[str] = "cancel"

    def __init__(self, job_id: int) -> None:
        super().__init__(job_id, label=progress_words.BUTTONS["cancel"])


class AgainButton(NumberButton):
    """Asks for the same once more."""

    action: ClassVar[str] = "again"

    def __init__(self, job_id: int, *, label: str | None = None, row: int | None = None) -> None:
        super().__init__(
            job_id, label=label or progress_words.BUTTONS["again"], row=row, style=discord.ButtonStyle.primary
        )


class RewordButton(NumberButton):
    """Opens the form with the words of a request that failed, which asks for the same with other ones."""

    action: ClassVar[str] = "reword"

    def __init__(self, request_id: int, *, label: str | None = None, row: int | None = None) -> None:
        super().__init__(request_id, label=label or progress_words.BUTTONS["reword"], row=row)


REPEAT_TEMPLATE = (
    f"repeat:(?P<job>{ONE_ID}):(?P<size>(?:auto|[0-9]{{2,5}}x[0-9]{{2,5}})?):(?P<quality>(?:{'|'.join(Quality)})?)"
)


class RepeatButton(discord.ui.Button[Any]):
    """Asks for the same as a job once more, in another size or quality where one is named."""

    def __init__(
        self, job_id: int, *, label: str, size: str | None = None, quality: str | None = None, **style: Any
    ) -> None:
        super().__init__(label=label, custom_id=f"repeat:{job_id}:{size or ''}:{quality or ''}", **style)


class SwitchButton(NumberButton):
    """Asks for what was refused once more, with another model."""

    action: ClassVar[str] = "switch"

    def __init__(self, request_id: int, *, model: str) -> None:
        super().__init__(request_id, label=conversation_words.switch_label(model), style=discord.ButtonStyle.primary)


def ways_on(job: Job) -> tuple[discord.ui.Button[Any], ...]:
    """Give the buttons of a job that failed: the very request once more, files included, or with other words.

    A job that was refused for an option has the one that asks another model instead of the same again. There are none
    for one whose files were never kept (`Job.is_repeatable`).
    """
    if job.failure is None or not job.is_repeatable:
        return ()
    match job.failure:
        case OptionNotOffered(elsewhere=str(model)):
            return (SwitchButton(job.id, model=model), RewordButton(job.id))
    return (AgainButton(job.id), RewordButton(job.id))
