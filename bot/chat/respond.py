"""One request from its acknowledgement to its answer, whatever happens in between."""

import asyncio
import time
from dataclasses import dataclass
from typing import Any

import discord
import structlog

from bot.chat import wording
from bot.chat.ask import Ask
from bot.chat.parse import Intake
from bot.chat.post import Answer, PostedFile, Poster
from bot.chat.text import alt_text
from bot.domain.errors import (
    ContentRefused,
    EaselError,
    Interrupted,
    InvalidRequest,
    NotAllowed,
    NotDelivered,
    ProviderError,
    ProviderMisconfigured,
)
from bot.domain.options import Options
from bot.domain.request import ApiCall
from bot.images.memory import give_back
from bot.jobs.image_job import JobResult
from bot.service.submit import Submissions

NEEDED_PERMISSIONS = ("view_channel", "send_messages", "embed_links", "attach_files")
"""What a result in a channel needs; in a thread `send_messages_in_threads` stands for `send_messages`."""
REQUESTS_AT_ONCE = 64
"""How many requests are at the provider at once; a further one waits for its turn. Each brings up to ten pictures."""

_LAST_WORDS_SECONDS = 5.0
_GIVE_BACK_SECONDS = 10.0

log = structlog.get_logger(__name__)


class Responder:
    """Answers requests: with pictures, or with two sentences."""

    def __init__(self, intake: Intake, submissions: Submissions, poster: Poster, *, demo: bool) -> None:
        self._intake = intake
        self._submissions = submissions
        self._poster = poster
        self._demo = demo
        self._places = asyncio.Semaphore(REQUESTS_AT_ONCE)
        self._open: set[asyncio.Task[Any]] = set()
        self._gave_back_at = 0.0

    async def respond(self, interaction: discord.Interaction[Any], ask: Ask) -> None:
        """Answer an interaction that was deferred; what goes wrong is said in its place."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine always runs in a task
        self._open.add(task)
        try:
            with structlog.contextvars.bound_contextvars(job=str(interaction.id)):
                await self._respond(interaction, ask)
        finally:
            self._open.discard(task)
        await self._give_back_memory()

    async def drain(self, timeout_seconds: float) -> None:
        """Wait until the open requests are answered; when the time is over, the rest is told that it was stopped."""
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout_seconds
        while self._open and (left := end - loop.time()) > 0:
            log.info("draining", open=len(self._open), seconds_left=round(left))
            await asyncio.wait(set(self._open), timeout=left)
        late = set(self._open)
        for task in late:
            task.cancel()
        if late:
            log.warning("requests_cut_off", count=len(late))
            await asyncio.wait(late, timeout=_LAST_WORDS_SECONDS)

    async def _give_back_memory(self) -> None:
        now = time.perf_counter()
        if not self._open or now - self._gave_back_at > _GIVE_BACK_SECONDS:
            self._gave_back_at = now
            await asyncio.to_thread(give_back)

    async def _respond(self, interaction: discord.Interaction[Any], ask: Ask) -> None:
        request = _Request(interaction, ask)
        try:
            await self._run(request)
        except EaselError as error:
            _log_failure(error)
            further = isinstance(error, NotDelivered) and error.posted > 0
            if isinstance(error, NotDelivered):
                error.free = self._demo
            await self._say(request, wording.explain(error), further=further)
        except asyncio.CancelledError:
            await self._say(request, wording.explain(Interrupted(may_have_cost=request.calling and not self._demo)))
            raise
        except Exception:
            log.exception("request_failed")
            await self._say(request, wording.UNEXPECTED)

    async def _run(self, request: "_Request") -> None:
        interaction, ask = request.interaction, request.ask
        started = time.perf_counter()
        if not ask.private:
            _check_permissions(interaction)
        # First the files, which Discord keeps only for a while; then the turn.
        call = await self._take_in(request)
        async with self._places:
            request.calling = True
            result = await self._submissions.draw(call)
        options = call.options
        seconds = time.perf_counter() - started
        log.info(
            "request_done",
            model=options.model,
            pictures=len(result.pictures),
            cost_microusd=result.cost.microusd,
            seconds=round(seconds, 2),
        )
        answer = self._answer(request, options, result, seconds)
        await self._poster.post(interaction, answer, private=ask.private)

    async def _take_in(self, request: "_Request") -> ApiCall:
        # A function of its own: what was downloaded is let go of when it returns.
        interaction = request.interaction
        async with self._intake.take(request.ask) as taken:
            return await self._submissions.prepare(taken, user_id=interaction.user.id, job=str(interaction.id))

    def _answer(self, request: "_Request", options: Options, result: JobResult, seconds: float) -> Answer:
        interaction, ask = request.interaction, request.ask
        places = len(result.pictures)
        files = tuple(
            PostedFile(
                job=interaction.id,
                place=place,
                data=picture.data,
                output_format=picture.output_format,
                alt_text=alt_text(ask.prompt, place, places),
            )
            for place, picture in enumerate(result.pictures, start=1)
        )
        made = wording.Made(
            asker_id=interaction.user.id,
            prompt=ask.prompt,
            model=options.model,
            quality=result.quality,
            size=result.size,
            cost=result.cost,
            seconds=seconds,
            demo=self._demo,
            pictures=places,
            asked=options.n,
        )

        def content(refitted: wording.Refitted) -> str:
            line = wording.result_line(made, refitted)
            return f"{line}\n{wording.no_effect(result.dropped)}" if result.dropped else line

        return Answer(content=content, files=files, spoiler=ask.spoiler)

    async def _say(self, request: "_Request", text: str, *, further: bool = False) -> None:
        try:
            await self._poster.say(request.interaction, text, private=request.ask.private, further=further)
        except Exception:
            log.exception("answer_lost")


@dataclass(slots=True)
class _Request:
    """What is known of a request while it is open; `calling` once the provider may be at work."""

    interaction: discord.Interaction[Any]
    ask: Ask
    calling: bool = False


def _check_permissions(interaction: discord.Interaction[Any]) -> None:
    """Refuse before anything is paid where the result could not be posted."""
    is_guest = interaction.is_user_integration() and not interaction.is_guild_integration()
    if interaction.guild_id is None or is_guest:
        return
    granted = interaction.app_permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    needed = (
        "send_messages_in_threads" if in_thread and name == "send_messages" else name for name in NEEDED_PERMISSIONS
    )
    missing = tuple(name for name in needed if not getattr(granted, name))
    if missing:
        raise NotAllowed(permissions=missing)


def _log_failure(error: EaselError) -> None:
    kind = type(error).__name__
    match error:
        case ProviderError():
            report = log.error if isinstance(error, ProviderMisconfigured) else log.warning
            report(
                "provider_failed",
                kind=kind,
                status=error.status,
                detail=error.detail,
                request_id=error.request_id,
                may_have_cost=error.may_have_cost,
            )
        case ContentRefused():
            log.info("content_refused", categories=error.categories)
        case NotDelivered():
            log.error("not_delivered", kind=kind, cause=repr(error.__cause__))
        case InvalidRequest() | NotAllowed():
            log.info("request_refused", kind=kind)
        case _:
            log.error("failed", kind=kind)
