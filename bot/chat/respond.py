"""One request from its acknowledgement to its answer, whatever happens in between."""

import asyncio
import time
from typing import Any

import discord
import structlog

from bot.chat import wording
from bot.chat.ask import Ask
from bot.chat.parse import Intake
from bot.chat.post import Answer, PostedFile, Poster
from bot.domain.errors import (
    ContentRefused,
    EaselError,
    InvalidRequest,
    NotAllowed,
    NotDelivered,
    ProviderError,
    ProviderMisconfigured,
)
from bot.domain.request import Actor, ImageRequest
from bot.jobs.image_job import JobResult
from bot.service.submit import Submissions

NEEDED_PERMISSIONS = ("view_channel", "send_messages", "embed_links", "attach_files")
"""What a result in a channel needs; in a thread `send_messages_in_threads` stands for `send_messages`."""

log = structlog.get_logger(__name__)


class Responder:
    """Answers requests: with pictures, or with two sentences."""

    def __init__(self, intake: Intake, submissions: Submissions, poster: Poster, *, demo: bool) -> None:
        self._intake = intake
        self._submissions = submissions
        self._poster = poster
        self._demo = demo
        self._open: set[asyncio.Task[Any]] = set()

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

    async def drain(self, timeout_seconds: float) -> None:
        """Wait until the open requests are answered, or the time is over."""
        if self._open:
            log.info("draining", open=len(self._open), timeout_seconds=timeout_seconds)
            _, late = await asyncio.wait(self._open, timeout=timeout_seconds)
            if late:
                log.warning("requests_cut_off", count=len(late))

    async def _respond(self, interaction: discord.Interaction[Any], ask: Ask) -> None:
        try:
            await self._run(interaction, ask)
        except EaselError as error:
            _log_failure(error)
            await self._say(interaction, wording.explain(error), private=ask.private)
        except Exception:
            log.exception("request_failed")
            await self._say(interaction, wording.UNEXPECTED, private=ask.private)

    async def _run(self, interaction: discord.Interaction[Any], ask: Ask) -> None:
        started = time.perf_counter()
        if not ask.private:
            _check_permissions(interaction)
        request = await self._intake.take(ask)
        actor = Actor(user_id=interaction.user.id, guild_id=interaction.guild_id)
        result = await self._submissions.run(request, actor, job=str(interaction.id))
        seconds = time.perf_counter() - started
        log.info(
            "request_done",
            model=request.options.model,
            pictures=len(result.pictures),
            cost_microusd=result.cost.microusd,
            seconds=round(seconds, 2),
        )
        answer = self._answer(interaction, ask, request, result, seconds)
        await self._poster.post(interaction, answer, private=ask.private)

    def _answer(
        self, interaction: discord.Interaction[Any], ask: Ask, request: ImageRequest, result: JobResult, seconds: float
    ) -> Answer:
        places = len(result.pictures)
        files = tuple(
            PostedFile(
                job=interaction.id,
                place=place,
                data=picture.data,
                output_format=picture.output_format,
                alt_text=wording.alt_text(request.prompt, place, places),
            )
            for place, picture in enumerate(result.pictures, start=1)
        )

        made = wording.Made(
            asker_id=interaction.user.id,
            prompt=request.prompt,
            model=request.options.model,
            quality=result.quality,
            size=result.size,
            cost=result.cost,
            seconds=seconds,
            demo=self._demo,
        )

        def content(refitted: wording.Refitted) -> str:
            line = wording.result_line(made, refitted)
            return f"{line}\n{wording.no_effect(result.dropped)}" if result.dropped else line

        return Answer(content=content, files=files, spoiler=ask.spoiler)

    async def _say(self, interaction: discord.Interaction[Any], text: str, *, private: bool) -> None:
        try:
            await self._poster.say(interaction, text, private=private)
        except Exception:
            log.exception("answer_lost")


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
