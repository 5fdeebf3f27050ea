"""What a job that has ended is answered with: its messages, their texts, files and buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import discord

from bot.chat.delivery.buttons import ways_on
from bot.chat.delivery.result import result_files, result_text
from bot.chat.platform.components import view_of
from bot.chat.platform.files import REQUEST_LIMIT_BYTES, PostedFile, fit_files, group_files, list_refits
from bot.domain.errors import EaselError
from bot.domain.job import Job
from bot.images.offload import Offload
from bot.store.blobs.blob_store import Blobs
from bot.words import failures as failures_words
from bot.words import results as results_words


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """One message of an answer, the `number`-th; `write` gives its text, given what is re-encoded in it.

    `write_plainly` gives one without any word of the person who asked; with `plain` that is said.
    """

    number: int
    write: Callable[[results_words.Refitted], str]
    write_plainly: Callable[[results_words.Refitted], str]
    files: tuple[PostedFile, ...] = ()
    view: Callable[[], discord.ui.View | None] = lambda: None
    plain: bool = False

    @property
    def text(self) -> str:
        """What it says as it is now."""
        write = self.write_plainly if self.plain else self.write
        return write(list_refits(self.files))

    def with_files(self, files: Sequence[PostedFile]) -> "AnswerPart":
        """Give the same with other files."""
        return replace(self, files=tuple(files))

    def without_words(self) -> "AnswerPart":
        """Give the same without the words of the person who asked, in the alt texts too."""
        files = tuple(replace(file, alt_text=results_words.plain_alt_text(file.place)) for file in self.files)
        return replace(self, files=files, plain=True)


class Answers:
    """Composes answers."""

    def __init__(
        self, blobs: Blobs, *, offload: Offload, result_view: Callable[[Job], discord.ui.View], demo: bool
    ) -> None:
        """Put `result_view` under the pictures of a job; say with `demo` that they are free and by no AI model."""
        self._blobs = blobs
        self._offload = offload
        self._result_view = result_view
        self.demo = demo

    async def compose(self, job: Job) -> list[AnswerPart]:
        """Divide the answer to a job into messages that Discord takes, as far as we know.

        Raises:
            TooLargeToPost: no re-encoding made a picture small enough.
            StoreUnavailable: the blobs do not answer.
        """
        first = self.first_part(job)
        if job.failure is not None:
            return [first]
        data = [await self._blobs.get(picture.blob) for picture in job.pictures]
        vectors = [await self._blobs.get(one.vector) if one.vector else None for one in job.pictures]
        files = result_files(job, data, vectors)
        limit_bytes = min(job.origin.filesize_limit_bytes, REQUEST_LIMIT_BYTES)
        groups = group_files(await fit_files(self._offload, files, limit_bytes=limit_bytes))
        if len(groups) > 1 and not job.origin.has_channel:
            # A follow-up could be sent twice, and nobody would know; the originals are in /history.
            limit_bytes = REQUEST_LIMIT_BYTES // sum(file.count for file in files)
            groups = [await fit_files(self._offload, files, limit_bytes=limit_bytes)]
        further = (_further_part(number, len(groups), group) for number, group in enumerate(groups[1:], start=2))
        return [first.with_files(groups[0]), *further]

    def first_part(self, job: Job) -> AnswerPart:
        """Give the first message, without its files: the sentence of a failure, or the line of the pictures."""
        if job.failure is not None:
            return _sentence(job, job.failure)
        return AnswerPart(
            1,
            lambda refitted: result_text(job, refitted, demo=self.demo),
            lambda refitted: result_text(job, refitted, demo=self.demo, plain=True),
            view=lambda: self._result_view(job),
        )


def _sentence(job: Job, failure: EaselError) -> AnswerPart:
    said = failures_words.explain(failure, typed=job.origin.reply_to is not None)
    text = failures_words.with_prompt(job.prompt, said)
    return AnswerPart(
        1,
        lambda _: text,
        lambda _: failures_words.failed_plainly(),
        view=lambda: _ways_on(job),
    )


def _ways_on(job: Job) -> discord.ui.View | None:
    buttons = ways_on(job)
    return view_of(*buttons) if buttons else None


def _further_part(number: int, parts: int, files: Sequence[PostedFile]) -> AnswerPart:

    def write(refitted: results_words.Refitted) -> str:
        return results_words.continued(number, parts, refitted)

    return AnswerPart(number, write, write, tuple(files))
