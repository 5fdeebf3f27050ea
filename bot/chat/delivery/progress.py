"""Progress: the place in the queue, the time, the sketches; an edit now and then, and none once the result is there."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter

import discord
import structlog

from bot.chat.delivery.buttons import CancelButton
from bot.chat.platform.background import start_detached
from bot.chat.platform.components import view_of
from bot.chat.platform.errors import FAILURES, meaning_of, wait_seconds
from bot.chat.platform.files import build_file
from bot.chat.platform.messenger import Messenger
from bot.chat.platform.refusals import Meaning
from bot.domain.job import Job
from bot.domain.ports import OnPartial
from bot.domain.request import PartialPicture
from bot.store.errors import StoreError
from bot.store.jobs.jobs import Jobs
from bot.words import progress as progress_words
from bot.words.language.spoken import speaking

EDITS_A_SECOND = 20
"""Of all answers together; with more of them, each is edited less often."""
FIRST_EDIT_SECONDS = 0.7
"""What is drawn faster than that never shows progress: nobody could read it."""

_TICK_SECONDS = 0.25
_PLACES_SECONDS = 1.0
_USUAL_SECONDS = 15.0
_LAST_EDIT_SECONDS = 1.0
_SHORT_OF_TIME_SECONDS = 60.0
_DOUBLED_AT_MOST = 5
_REMEMBERED = 10_000
"""Jobs that are over: one that is cancelled may still be about to be drawn."""

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Shown:
    """An answer that is kept up to date; `edit` is the edit under way.

    `goes_on_at`: until then the provider is waited for. `term`: the one in which this process certainly had the job.
    `plain`: without the words of who asked; `sketches`: with partial pictures.
    """

    job: Job
    due: float
    before: int | None = None
    since: datetime | None = None
    goes_on_at: datetime | None = None
    term: int | None = None
    sketch: PartialPicture | None = None
    content: str = ""
    edit: asyncio.Task[None] | None = None
    failures: int = 0
    plain: bool = False
    sketches: bool = True


class ProgressMessages:
    """Keeps the answers of open jobs up to date, each by edits of its own message, the newest state first."""

    def __init__(
        self,
        jobs: Jobs,
        messenger: Messenger,
        *,
        slots: int,
        sketches: bool,
        edit_seconds: float,
        term: Callable[[], int | None],
    ) -> None:
        """Guess times by `slots` jobs at once; show partial pictures with `sketches`.

        `edit_seconds` is the shortest time between two edits of an answer; with 0 nothing is shown at all. While
        `term` gives the same number, no other process can have taken over what this one is drawing.
        """
        self._term = term
        self._jobs = jobs
        self._messenger = messenger
        self._slots = slots
        self._sketches = sketches
        self._edit_seconds = edit_seconds
        self._shown: dict[int, _Shown] = {}
        self._usual: dict[tuple[str, str], tuple[float, float | None]] = {}
        self._looked_at = 0.0
        self._over: OrderedDict[int, None] = OrderedDict()
        self._ticking: asyncio.Task[None] | None = None
        self.restarting = False

    def watch(self, job: Job, *, before: int | None = None) -> None:
        """Show a job that waits, `before` others being before it, or is under way; at once where it has to wait."""
        if job.id in self._shown or job.id in self._over or not self._edit_seconds or not job.origin.is_editable:
            return
        now = perf_counter()
        self._shown[job.id] = _Shown(job, due=now if before else now + FIRST_EDIT_SECONDS, before=before)
        if self._ticking is None or self._ticking.done():
            self._ticking = start_detached(self._tick())

    def waits(self, job: Job, seconds: float) -> None:
        """Show that a job goes on by itself when the provider is asked again."""
        self.watch(job)
        shown = self._shown.get(job.id)
        if shown is not None:
            shown.goes_on_at = datetime.now(UTC) + timedelta(seconds=seconds)

    def drawing(self, job: Job) -> OnPartial | None:
        """Show that a job is being drawn; gives where its partial pictures go, if they are wanted."""
        self.watch(job)
        shown = self._shown.get(job.id)
        if shown is None:
            return None
        shown.job, shown.since, shown.before, shown.term = job, datetime.now(UTC), None, self._term()

        async def take(sketch: PartialPicture) -> None:
            shown.sketch = sketch

        return take if self._sketches and job.options.sketches else None

    async def finish(self, job_id: int) -> bool:
        """Show nothing of a job any more; True when an edit was cut off that Discord may still carry out."""
        shown = self._let_go(job_id)
        if shown is None or shown.edit is None or shown.edit.done():
            return False
        await asyncio.wait({shown.edit}, timeout=_LAST_EDIT_SECONDS)
        if shown.edit.done():
            return False
        shown.edit.cancel()
        with suppress(asyncio.CancelledError):
            await shown.edit
        return True

    def is_shown(self, job_id: int) -> bool:
        """Say whether this process keeps the answer of a job up to date."""
        return job_id in self._shown

    async def close(self) -> None:
        """Stop showing anything."""
        self._shown.clear()
        if self._ticking is not None:
            self._ticking.cancel()
            with suppress(asyncio.CancelledError):
                await self._ticking

    async def _tick(self) -> None:
        while self._shown:
            # Not the loop's clock: in the playground that is another one for requests than for what runs beside them.
            now = perf_counter()
            due = [one for one in self._shown.values() if one.due <= now and (one.edit is None or one.edit.done())]
            pause_seconds = max(self._edit_seconds, len(self._shown) / EDITS_A_SECOND)
            for one in due:
                one.due = max(one.due, now + pause_seconds)
            try:
                await self._look(due, now)
                # Last: the process may freeze wherever it waits.
                await self._let_go_of_others(due)
            except StoreError as error:
                # What nobody knows is not shown.
                log.warning("progress_unknown", cause=error.__cause__)
                due = []
            for one in due:
                if one.job.id in self._shown:
                    with speaking(one.job.origin.language):
                        self._edit(one)
            await asyncio.sleep(_TICK_SECONDS)

    async def _let_go_of_others(self, due: list[_Shown]) -> None:
        """Forget what another process draws by now: it shows that, or has delivered it while this one was frozen."""
        term = self._term()
        unsure = [one for one in due if one.since is not None and (term is None or one.term != term)]
        if not unsure:
            return
        owners = {one.id: one.executor for one in await self._jobs.unfinished()}
        for shown in unsure:
            shown.term = term
            if owners.get(shown.job.id) != shown.job.executor:
                self._shown.pop(shown.job.id, None)

    async def _look(self, due: list[_Shown], now: float) -> None:
        """Find out what the texts of these need: places, and how long such jobs take."""
        if any(one.since is None for one in due) and now - self._looked_at >= _PLACES_SECONDS:
            waiting = [one for one in self._shown.values() if one.since is None]
            places = {job_id: place for place, job_id in enumerate(await self._jobs.waiting())}
            self._looked_at = now
            for one in waiting:
                one.before = places.get(one.job.id)
                if one.before is None and one.since is None:
                    # Whoever has taken it shows it.
                    self._shown.pop(one.job.id, None)
        for kind in {_kind(one.job) for one in due}:
            if self._usual.get(kind, (0.0, None))[0] <= now:
                model, quality = kind
                seconds = await self._jobs.recent_seconds(model=model, quality=quality)
                self._usual[kind] = (now + _USUAL_SECONDS, median(seconds) if seconds else None)

    def _edit(self, shown: _Shown) -> None:
        content, sketch = self._text(shown), shown.sketch if shown.sketches else None
        if content == shown.content and sketch is None:
            return
        shown.content, shown.sketch = content, None
        # What is said is made here: a detached task speaks no language of anybody's.
        shown.edit = start_detached(self._post(shown, content, sketch, view_of(CancelButton(shown.job.id))))

    async def _post(self, shown: _Shown, content: str, sketch: PartialPicture | None, view: discord.ui.View) -> None:
        job = shown.job
        if datetime.now(UTC) >= job.origin.expires_at:
            return
        files = None
        if sketch is not None:
            kind = sketch.output_format or job.options.output_format
            name = f"sketch-{job.id}-{sketch.index + 1}.{kind.value}"
            alt_text = progress_words.sketch_alt_text(None if shown.plain else job.prompt)
            files = [build_file(sketch.data, name, description=alt_text, spoiler=job.origin.spoiler)]
        try:
            await self._messenger.edit_original(job.origin, content, files=files, view=view, once=True)
        except FAILURES as error:
            meaning = meaning_of(error)
            log.info("progress_not_shown", job=str(job.id), meaning=meaning.name, cause=error)
            self._refused(shown, meaning, wait_seconds(error))
        else:
            shown.failures = 0

    def _refused(self, shown: _Shown, meaning: Meaning, asked_seconds: float) -> None:
        """Go on as Discord's refusal of an edit allows: later, with less, or not at all."""
        shown.content = ""
        match meaning:
            case Meaning.PASSING:
                pause = max(self._edit_seconds, FIRST_EDIT_SECONDS) * 2**shown.failures
                shown.failures = min(shown.failures + 1, _DOUBLED_AT_MOST)
                shown.due = perf_counter() + max(pause, asked_seconds)
            case Meaning.WORDS_BLOCKED if not shown.plain:
                shown.plain = True
            case Meaning.PICTURE_FILTERED | Meaning.TOO_LARGE if shown.sketches:
                shown.sketches = False
            case _:
                # What is gone or closed stays so; Discord bans who goes on asking for it ("Rate Limits").
                self._let_go(shown.job.id)

    def _let_go(self, job_id: int) -> _Shown | None:
        self._over[job_id] = None
        if len(self._over) > _REMEMBERED:
            self._over.popitem(last=False)
        return self._shown.pop(job_id, None)

    def _text(self, shown: _Shown) -> str:
        prompt = None if shown.plain else shown.job.prompt
        usual = self._usual.get(_kind(shown.job), (0.0, None))[1]
        if shown.goes_on_at is not None and shown.goes_on_at > datetime.now(UTC):
            return progress_words.busy(prompt, shown.goes_on_at)
        if shown.since is not None:
            return progress_words.drawing(prompt, (datetime.now(UTC) - shown.since).total_seconds(), usual)
        if self.restarting:
            return progress_words.restarting(prompt)
        estimate = None if usual is None else usual * (1 + ((shown.before or 0) + 1) / self._slots)
        line = progress_words.waiting(prompt, shown.before or 0, estimate)
        return progress_words.short_of_time(line) if self._is_short(shown.job, estimate) else line

    def _is_short(self, job: Job, estimate_seconds: float | None) -> bool:
        if job.origin.has_channel or estimate_seconds is None:
            return False
        left_seconds = (job.origin.expires_at - datetime.now(UTC)).total_seconds()
        return estimate_seconds + _SHORT_OF_TIME_SECONDS > left_seconds


def _kind(job: Job) -> tuple[str, str]:
    return job.options.model, job.options.quality.value
