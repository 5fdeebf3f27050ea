"""The buttons that ask for the same once more: as it was, in another size, of another model, or with other words."""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import discord
import structlog

from bot.chat.delivery.buttons import REPEAT_TEMPLATE, AgainButton, RepeatButton, RewordButton, SwitchButton
from bot.chat.platform.components import Listener, on_component, on_press, view_of
from bot.chat.platform.viewer import viewer_of
from bot.chat.requests.context import InteractionContext
from bot.chat.requests.receiver import RequestReceiver, RequestRecord
from bot.chat.requests.refused_requests import UNCHANGED, Change, RefusedRequests
from bot.chat.requests.words_form import WordsForm
from bot.domain.errors import EaselError, NotYours, OptionNotOffered, PicturesGone, RequestForgotten
from bot.domain.job import Job, count_files, find_markup
from bot.domain.larger import larger_requests, with_new_seed
from bot.domain.offer import Offer
from bot.domain.options import SEED_LIMIT, Options, Quality
from bot.domain.task import Rework
from bot.service.album import Album, Viewer
from bot.service.refusal_counts import RefusalCounts
from bot.service.server_rules import AppliedRules, ServerRules
from bot.service.store_errors import store_errors
from bot.service.submit import Submissions
from bot.words import conversation as conversation_words

_SIZES_AT_MOST = 3
"""The next ones; whoever wants the largest at once writes it."""


class Repeats:
    """Asks for what jobs asked for, with their very files, for whoever pressed."""

    def __init__(
        self,
        submissions: Submissions,
        *,
        receiver: RequestReceiver,
        album: Album,
        server_rules: ServerRules,
        refusal_counts: RefusalCounts,
        refused_requests: RefusedRequests,
    ) -> None:
        self._submissions = submissions
        self._receiver = receiver
        self._album = album
        self._server_rules = server_rules
        self._refusal_counts = refusal_counts
        self._refused_requests = refused_requests

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for."""
        return (
            on_press(AgainButton, self.again),
            on_component(REPEAT_TEMPLATE, self._again_as),
            on_press(SwitchButton, self.switch),
            on_press(RewordButton, self.reword),
        )

    async def again(self, interaction: discord.Interaction[Any], job_id: int) -> None:
        """Ask for the same as a job once more, where it was drawn and could have more in a size that is chosen first.

        Who presses sees the sizes alone; what would be refused in any of them is refused now. What was refused before
        it was a job is asked for as it was.
        """
        if self._refused_requests.knows(job_id):
            await self._refused_requests.ask_again(interaction, job_id, UNCHANGED)
            return
        job = await self._find_drawn(job_id)
        if job is not None and (view := await self._sizes(interaction, job)) is not None:
            await interaction.response.send_message(conversation_words.AGAIN["title"], view=view, ephemeral=True)
            return
        await self._repeat(interaction, job_id, _same)

    async def _again_as(
        self, interaction: discord.Interaction[Any], match: re.Match[str], _: discord.ui.Item[Any]
    ) -> None:
        def chosen(job: Job, _: Offer) -> Options:
            options = _same(job, _)
            if match["size"]:
                return replace(options, size=match["size"])
            return replace(options, quality=Quality(match["quality"])) if match["quality"] else options

        await self._repeat(interaction, int(match["job"]), chosen)

    async def _find_drawn(self, job_id: int) -> Job | None:
        job = await self._submissions.find(job_id)
        return job if job is not None and job.failure is None else None

    async def _sizes(self, interaction: discord.Interaction[Any], job: Job) -> discord.ui.View | None:
        """Make the buttons of the sizes that a job can be asked for in; None where there is nothing to choose.

        Where not even the same would go, that is for the request to say.
        """
        context = InteractionContext(interaction)
        try:
            with store_errors():
                applied_rules = await self._server_rules.load(context.caller)
                await self._may_repeat(job.id, viewer=viewer_of(interaction))
            await self._check(job, job.options, applied_rules)
        except EaselError:
            return None
        model = applied_rules.offer.narrow(job.options.model)
        more = larger_requests(job.options, model, quality=job.quality, size=job.size)
        if job.options.task is Rework.ENLARGE or job.crop is not None:
            # Its size is that of its picture.
            more = tuple(one for one in more if one.size == job.options.size)
        if not more:
            return None
        return view_of(
            RepeatButton(job.id, label=conversation_words.AGAIN["same"], style=discord.ButtonStyle.primary),
            *(
                RepeatButton(
                    job.id,
                    label=conversation_words.more_label(one, as_before=job.options),
                    size=one.size if one.size != job.options.size else None,
                    quality=None if one.size != job.options.size else one.quality,
                )
                for one in (*more[:_SIZES_AT_MOST], *more[_SIZES_AT_MOST:][-1:])
            ),
        )

    async def switch(self, interaction: discord.Interaction[Any], request_id: int) -> None:
        """Ask for what was refused, before it was a job or by the provider, of the model that has it; once.

        Raises:
            RequestForgotten: it was asked for already, or is not known any more.
            NotYours: another person asked for it.
        """
        if self._refused_requests.knows(request_id):
            await self._refused_requests.switch(interaction, request_id)
            return
        job = await self._submissions.find(request_id)
        model = job.failure.elsewhere if job is not None and isinstance(job.failure, OptionNotOffered) else None
        if job is None or model is None:
            raise RequestForgotten
        if job.origin.user_id != interaction.user.id:
            raise NotYours
        self._refused_requests.use_up(request_id)
        await self._repeat(interaction, request_id, lambda job, _: replace(job.options, model=model))

    async def reword(self, interaction: discord.Interaction[Any], request_id: int) -> None:
        """Open the form with the words of a request that was refused or failed; it asks for all else as it was.

        Raises:
            RequestForgotten: it was asked for already, or is not known any more.
            NotYours: another person asked for it.
            PicturesGone: its files are not kept any more.
        """
        if self._refused_requests.knows(request_id):
            prompt = self._refused_requests.prompt_of(request_id, user_id=interaction.user.id)
        else:
            with store_errors():
                job = await self._may_repeat(request_id, viewer=viewer_of(interaction))
            prompt = job.prompt

        async def ask(interaction: discord.Interaction[Any], prompt: str) -> None:
            if self._refused_requests.knows(request_id):
                await self._refused_requests.ask_again(interaction, request_id, Change(prompt=prompt))
            else:
                await self._repeat(interaction, request_id, _same, prompt=prompt)

        await interaction.response.send_modal(WordsForm(prompt, ask=ask))

    async def _repeat(
        self,
        interaction: discord.Interaction[Any],
        job_id: int,
        change: Callable[[Job, Offer], Options],
        *,
        prompt: str | None = None,
    ) -> None:
        """Ask for a job's request once more with some of its options changed, and with other words where there are."""
        context = InteractionContext(interaction)
        words = prompt or ""

        def way_on(error: EaselError) -> discord.ui.View | None:
            return self._refused_requests.offer(
                context.id, error, user_id=context.user_id, prompt=words, ask_again=ask_again
            )

        async def ask_again(interaction: discord.Interaction[Any], further: Change) -> None:
            def changed(job: Job, offer: Offer) -> Options:
                options = change(job, offer)
                return options if further.model is None else replace(options, model=further.model)

            await self._repeat(
                interaction, job_id, changed, prompt=prompt if further.prompt is None else further.prompt
            )

        async def take_in() -> tuple[Job, int]:
            ready = await self._submissions.prepare_again(job, options)
            return await self._submissions.queue(interaction.id, ready, prompt=job.prompt, applied_rules=applied_rules)

        with structlog.contextvars.bound_contextvars(job=str(interaction.id)):
            try:
                with store_errors():
                    applied_rules = await self._server_rules.load(context.caller)
                    job = await self._may_repeat(job_id, viewer=viewer_of(interaction))
                job = job if prompt is None else replace(job, prompt=prompt)
                words = job.prompt
                options = applied_rules.lay_over(change(job, applied_rules.offer))
                # Its files are those of that kind of edit, whatever the server wants by now.
                options = replace(options, masked_edits=job.options.masked_edits)
                await self._check(job, options, applied_rules)
                if not job.origin.private:
                    context.check()
            except EaselError as error:
                self._refusal_counts.count(error, guild_id=context.guild_id)
                await context.explain(error, prompt=words, view=way_on(error))
                return
            record = RequestRecord(job.prompt, options, job.origin.private, job.origin.spoiler)
            await self._receiver.take(context, record, take_in, way_on=way_on)

    async def _check(self, job: Job, options: Options, applied_rules: AppliedRules) -> None:
        pictures, masked = count_files(job.files)
        await self._submissions.check(
            job.prompt,
            options,
            applied_rules=applied_rules,
            pictures=pictures,
            masked=masked,
            marked_up=find_markup(job.files) is not None,
        )

    async def _may_repeat(self, job_id: int, *, viewer: Viewer) -> Job:
        job = await self._album.load_seen(job_id, viewer=viewer)
        if job.failure is not None and job.origin.user_id != viewer.user_id:
            raise NotYours
        if job.failure is not None and job.queued_at is None:
            # Its files were never kept: without them it would be another request.
            raise RequestForgotten
        if job.files or job.origin.private:
            # Its pictures are worked on once more; words alone are anybody's.
            await self._album.check_edit(job, user_id=viewer.user_id)
        if job.files and job.emptied_at is not None:
            raise PicturesGone
        return job


def _same(job: Job, _: Offer) -> Options:
    if job.failure is not None:
        return job.options
    return with_new_seed(job.options, seed=random.randint(0, SEED_LIMIT))  # noqa: S311 - no secret
