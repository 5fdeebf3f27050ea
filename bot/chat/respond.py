"""One request from its arrival to its place in the queue, and the buttons on its answer."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import structlog

from bot.chat import wording
from bot.chat.ask import Ask
from bot.chat.parse import Intake
from bot.chat.permissions import check_permissions, is_guest, role_ids
from bot.chat.post import JobPoster
from bot.chat.progress import ProgressBoard
from bot.chat.refusals import FAILURES
from bot.domain.errors import Cancelled, EaselError, Interrupted, StorageDown, TooLate, Unexpected
from bot.domain.job import Job, Origin
from bot.domain.options import Options
from bot.meters import Meters
from bot.service.submit import Submissions
from bot.store.errors import StoreError

TOKEN_LIFE = timedelta(minutes=15)
"""Of an interaction; Discord's API reference, "Receiving and Responding"."""
TOKEN_MARGIN = timedelta(seconds=30)
"""A token is not used so shortly before its end: thousands of refused calls would ban this address."""

_RECORD_SECONDS = 1.0
"""The longest that an acknowledgement waits for the database: Discord waits 3 s for it."""
_LAST_WORDS_SECONDS = 5.0
_ALREADY_ACKNOWLEDGED = 40060

log = structlog.get_logger(__name__)

Queue = Callable[[], Awaitable[tuple[Job, int]]]


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is recorded of a request."""

    prompt: str
    options: Options
    private: bool
    spoiler: bool


class Responder:
    """Takes requests in, and answers presses of the buttons on their answers."""

    def __init__(
        self, intake: Intake, submissions: Submissions, *, poster: JobPoster, board: ProgressBoard, meters: Meters
    ) -> None:
        self._intake = intake
        self._submissions = submissions
        self._poster = poster
        self._board = board
        self._meters = meters
        self._open: set[asyncio.Task[Any]] = set()

    async def respond(self, interaction: discord.Interaction[Any], ask: Ask) -> None:
        """Record a request, acknowledge it, take its files in and queue it; what goes wrong is said in its answer."""

        async def take_in() -> tuple[Job, int]:
            async with self._intake.take(ask, wish.options) as request:
                return await self._submissions.admit(interaction.id, request, role_ids=role_ids(interaction))

        with structlog.contextvars.bound_contextvars(job=str(interaction.id)):
            try:
                options = self._intake.check(ask)
                if not ask.private:
                    check_permissions(interaction)
            except EaselError as error:
                await self._refuse(interaction, error, private=ask.private)
                return
            wish = _Wish(ask.prompt, options, ask.private, ask.spoiler)
            await self._take(interaction, wish, take_in)

    async def again(self, interaction: discord.Interaction[Any], job_id: int) -> None:
        """Ask for the same as a job once more, for the person who asked for that."""

        async def take_in() -> tuple[Job, int]:
            files = await self._submissions.load_files(job)
            return await self._submissions.queue(
                interaction.id, files, options=job.options, role_ids=role_ids(interaction)
            )

        with structlog.contextvars.bound_contextvars(job=str(interaction.id)):
            try:
                found = await self._submissions.find(job_id)
            except EaselError as error:
                await _tell(interaction, wording.explain(error))
                return
            if found is None or found.origin.user_id != interaction.user.id:
                await _tell(interaction, wording.GONE if found is None else wording.NOT_YOUR_REQUEST)
                return
            job = found
            wish = _Wish(job.prompt, job.options, job.origin.private, job.origin.spoiler)
            await self._take(interaction, wish, take_in)

    async def cancel(self, interaction: discord.Interaction[Any], job_id: int) -> None:
        """Cancel a job for its asker or a moderator, and say in its answer what that cost."""
        with structlog.contextvars.bound_contextvars(job=str(job_id)):
            try:
                await interaction.response.defer()
                job = await self._submissions.find(job_id)
                if job is None:
                    await _tell(interaction, wording.GONE)
                elif interaction.user.id != job.origin.user_id and not interaction.permissions.manage_messages:
                    await _tell(interaction, wording.NOT_YOURS)
                else:
                    cancelled = await self._submissions.cancel(job_id, by_user_id=interaction.user.id)
                    if cancelled is None:
                        await _tell(interaction, wording.TOO_LATE_TO_CANCEL)
                    else:
                        log.info("job_cancelled", by_asker=interaction.user.id == job.origin.user_id)
                        if isinstance(cancelled.failure, Cancelled) and cancelled.failure.may_have_cost:
                            self._meters.maybe_paid("cancelled")
                        await self._poster.deliver(cancelled)
            except EaselError as error:
                await _tell(interaction, wording.explain(error))
            except StoreError:
                # The sentence is on record, and the next sweep posts it.
                log.warning("sentence_waits")
            except FAILURES as error:
                log.warning("cancel_unanswered", cause=repr(error))

    async def drain(self, timeout_seconds: float) -> None:
        """Wait until what is being taken in is queued; when the time is over, the rest is told that it was stopped."""
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout_seconds
        while self._open and (left := end - loop.time()) > 0:
            await asyncio.wait(set(self._open), timeout=left)
        late = set(self._open)
        for task in late:
            task.cancel()
        if late:
            log.warning("requests_cut_off", count=len(late))
            await asyncio.wait(late, timeout=_LAST_WORDS_SECONDS)

    async def _take(self, interaction: discord.Interaction[Any], wish: _Wish, take_in: Queue) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine always runs in a task
        self._open.add(task)
        try:
            if await self._record(interaction, wish):
                with self._meters.stage("take_in"):
                    await self._queue(interaction, take_in)
        finally:
            self._open.discard(task)

    async def _record(self, interaction: discord.Interaction[Any], wish: _Wish) -> bool:
        """Record a request, then acknowledge it; False when that is all there is to do.

        The record comes first, so that a crash between the two is told. Where the database takes its time, the
        acknowledgement does not wait for it.
        """
        started = asyncio.get_running_loop().time()
        accepting = asyncio.ensure_future(
            self._submissions.accept(
                interaction.id, origin=_origin(interaction, wish), prompt=wish.prompt, options=wish.options
            )
        )
        await asyncio.wait({accepting}, timeout=_RECORD_SECONDS)
        if accepting.done() and accepting.exception() is None and not accepting.result():
            log.info("interaction_came_twice")
            return False
        try:
            await interaction.response.defer(thinking=True, ephemeral=wish.private)
        except FAILURES as error:
            if getattr(error, "code", 0) != _ALREADY_ACKNOWLEDGED:
                log.warning("not_acknowledged", cause=repr(error))
                if await accepting:
                    await self._end(interaction, TooLate())
                return False
        self._meters.acknowledged_seconds.observe(asyncio.get_running_loop().time() - started)
        try:
            return await accepting
        except StorageDown as error:
            log.exception("request_not_kept")
            await _tell(interaction, wording.explain(error))
            return False

    async def _queue(self, interaction: discord.Interaction[Any], take_in: Queue) -> None:
        try:
            job, before = await take_in()
        except EaselError as error:
            log.info("request_refused", kind=type(error).__name__)
            await self._end(interaction, error)
        except asyncio.CancelledError:
            await self._end(interaction, Interrupted())
            raise
        except Exception:
            log.exception("request_failed")
            await self._end(interaction, Unexpected())
        else:
            self._board.watch(job, before=before)

    async def _end(self, interaction: discord.Interaction[Any], error: EaselError) -> None:
        try:
            job = await self._submissions.fail(interaction.id, error)
            if job is not None:
                await self._poster.deliver(job)
        except (StorageDown, StoreError):
            # What is on record is told at the next start; what is not, now.
            log.exception("failure_not_kept")
            await _tell(interaction, wording.explain(error))
        except Exception:
            log.exception("answer_lost")

    async def _refuse(self, interaction: discord.Interaction[Any], error: EaselError, *, private: bool) -> None:
        log.info("request_refused", kind=type(error).__name__)
        try:
            await interaction.response.defer(thinking=True, ephemeral=private)
        except FAILURES as failure:
            log.warning("not_acknowledged", cause=repr(failure))
        else:
            await _tell(interaction, wording.explain(error))


async def _tell(interaction: discord.Interaction[Any], text: str) -> None:
    """Answer with words: in place of "thinking", else to the asker alone."""
    nobody = discord.AllowedMentions.none()
    try:
        if not interaction.response.is_done():
            await interaction.response.send_message(text, ephemeral=True, allowed_mentions=nobody)
        elif interaction.type is discord.InteractionType.application_command:
            await interaction.edit_original_response(content=text, allowed_mentions=nobody)
        else:
            await interaction.followup.send(text, ephemeral=True, allowed_mentions=nobody)
    except FAILURES as error:
        log.warning("answer_lost", cause=repr(error))


def _origin(interaction: discord.Interaction[Any], wish: _Wish) -> Origin:
    guest = is_guest(interaction) and not interaction.context.dm_channel
    return Origin(
        application_id=interaction.application_id,
        token=interaction.token,
        expires_at=datetime.now(UTC) + TOKEN_LIFE - TOKEN_MARGIN,
        channel_id=interaction.channel_id or 0,
        guild_id=interaction.guild_id,
        user_id=interaction.user.id,
        private=wish.private,
        spoiler=wish.spoiler,
        filesize_limit_bytes=interaction.filesize_limit,
        guest=guest or interaction.channel_id is None,
    )
