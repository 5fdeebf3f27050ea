"""One request from its arrival to its place in the queue, and the buttons that ask for one or cancel it."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import discord
import structlog

from bot.chat.delivery.posting import JobPoster
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.messenger import Messenger
from bot.chat.regions.preview import show_draft, show_draft_instead
from bot.chat.requests.context import InteractionContext, MessageContext, RequestContext
from bot.chat.requests.parser import RequestParser, store_errors
from bot.chat.requests.receiver import RequestReceiver, RequestRecord
from bot.chat.requests.user_request import UserRequest
from bot.domain.area import Area
from bot.domain.errors import Cancelled, EaselError, Muted, NothingLarger, NotYours, PicturesGone
from bot.domain.job import Job, count_files
from bot.domain.larger import larger, with_new_seed
from bot.domain.offer import Offer
from bot.domain.options import SEED_LIMIT, Options
from bot.meters import Meters
from bot.service.album import Album
from bot.service.drafts import Draft, Drafts
from bot.service.references import SavedReferences
from bot.service.refusal_counts import RefusalCounts
from bot.service.server_rules import ServerRules
from bot.service.submit import Submissions
from bot.store.errors import StoreError
from bot.words import failures as failures_words
from bot.words import progress as progress_words

log = structlog.get_logger(__name__)


class Responder:
    """Takes requests in, and answers presses of the buttons that ask for more or cancel."""

    def __init__(  # noqa: PLR0913 - what a request meets on its way
        self,
        parser: RequestParser,
        submissions: Submissions,
        *,
        album: Album,
        saved_references: SavedReferences,
        server_rules: ServerRules,
        refusal_counts: RefusalCounts,
        drafts: Drafts,
        receiver: RequestReceiver,
        poster: JobPoster,
        messenger: Messenger,
        meters: Meters,
    ) -> None:
        self._parser = parser
        self._submissions = submissions
        self._album = album
        self._saved_references = saved_references
        self._server_rules = server_rules
        self._refusal_counts = refusal_counts
        self._drafts = drafts
        self._receiver = receiver
        self._poster = poster
        self._messenger = messenger
        self._meters = meters

    async def respond(self, interaction: discord.Interaction[Any], ask: UserRequest) -> None:
        """Record a request, acknowledge it, take its files in and queue it; what goes wrong is said in its answer."""
        await self._respond(InteractionContext(interaction), ask, interaction=interaction)

    async def respond_to(self, message: discord.Message, ask: UserRequest, *, application_id: int) -> None:
        """Do the same for a message; the answer is a reply to it."""
        await self._respond(MessageContext(message, self._messenger, application_id=application_id), ask)

    async def refuse(self, message: discord.Message, error: EaselError, *, application_id: int) -> None:
        """Say in a reply what a message cannot have."""
        log.info("request_refused", kind=type(error).__name__)
        context = MessageContext(message, self._messenger, application_id=application_id)
        await context.tell(failures_words.explain(error))

    async def preview(
        self,
        interaction: discord.Interaction[Any],
        ask: UserRequest,
        *,
        areas: Sequence[Area] = (),
        inverted: bool = False,
    ) -> None:
        """Take a request in as a draft, and show its asker alone which part of the picture it changes."""
        async with answer_errors(interaction):
            try:
                draft = await self._draw_up(interaction, ask, areas=areas, inverted=inverted)
            except EaselError as error:
                self._refusal_counts.count(error, guild_id=interaction.guild_id)
                raise
            await show_draft(interaction, draft)

    async def send_draft(self, interaction: discord.Interaction[Any], draft_id: int) -> None:
        """Send a change that its asker has looked at; one that does not get through can be sent again."""
        context = InteractionContext(interaction)
        try:
            with store_errors():
                applied_rules = await self._server_rules.load(context.here)
                draft = await self._drafts.load(draft_id, user_id=interaction.user.id)
                # The rules may have changed since it was prepared.
                applied_rules.check(draft.prompt, draft.options, pictures=len(draft.images))
                if not draft.private:
                    context.check()
                draft = await self._drafts.take(draft_id, user_id=interaction.user.id)
                draft = replace(draft, options=applied_rules.lay_over(draft.options))
        except EaselError as error:
            self._refusal_counts.count(error, guild_id=context.guild_id)
            await context.tell(failures_words.explain(error))
            return

        async def take_in() -> tuple[Job, int]:
            with store_errors():
                request = await self._drafts.to_request(draft)
            return await self._submissions.admit(interaction.id, request, applied_rules=applied_rules)

        record = RequestRecord(draft.prompt, draft.options, draft.private, draft.spoiler)
        queued = False
        with structlog.contextvars.bound_contextvars(job=str(interaction.id)):
            try:
                queued = await self._receiver.take(context, record, take_in)
            finally:
                # At a stop too, which cuts the request off.
                await self._put_away(draft, sent=queued)

    async def again(self, interaction: discord.Interaction[Any], job_id: int) -> None:
        """Ask for the same as a job once more, with another seed where it had one and was drawn."""

        def same(job: Job, _: Offer) -> Options:
            if job.failure is not None:
                return job.options
            return with_new_seed(job.options, seed=random.randint(0, SEED_LIMIT))  # noqa: S311 - no secret

        await self._repeat(interaction, job_id, same)

    async def larger(self, interaction: discord.Interaction[Any], job_id: int) -> None:
        """Ask for the same as a job in the next size, or else in the next quality."""

        def next_up(job: Job, offer: Offer) -> Options:
            model = offer.narrow(job.options.model)
            options = larger(job.options, model, quality=job.quality, size=job.size)
            if options is None:
                raise NothingLarger(model=model.name)
            return options

        await self._repeat(interaction, job_id, next_up)

    async def cancel(self, interaction: discord.Interaction[Any], job_id: int) -> None:
        """Cancel a job for its asker or a moderator, and say in its answer what that cost."""
        tell = InteractionContext(interaction).tell
        with structlog.contextvars.bound_contextvars(job=str(job_id)):
            try:
                await interaction.response.defer()
                job = await self._submissions.find(job_id)
                if job is None:
                    await tell(progress_words.GONE)
                elif interaction.user.id != job.origin.user_id and not interaction.permissions.manage_messages:
                    await tell(progress_words.NOT_YOURS)
                else:
                    cancelled = await self._submissions.cancel(job_id, by_user_id=interaction.user.id)
                    if cancelled is None:
                        await tell(progress_words.TOO_LATE_TO_CANCEL)
                    else:
                        log.info("job_cancelled", by_asker=interaction.user.id == job.origin.user_id)
                        if isinstance(cancelled.failure, Cancelled) and cancelled.failure.may_have_cost:
                            self._meters.maybe_paid("cancelled")
                        await self._poster.deliver(cancelled)
            except EaselError as error:
                await tell(failures_words.explain(error))
            except StoreError:
                # The sentence is on record, and the next sweep posts it.
                log.warning("sentence_waits")
            except FAILURES as error:
                log.warning("cancel_unanswered", cause=repr(error))

    async def _draw_up(
        self, interaction: discord.Interaction[Any], ask: UserRequest, *, areas: Sequence[Area], inverted: bool
    ) -> Draft:
        context = InteractionContext(interaction)
        applied_rules = await self._server_rules.load(context.here)
        options = self._parser.check(ask, applied_rules)
        self._submissions.check(ask.prompt, options, pictures=len(ask.images), masked=True)
        await interaction.response.defer(thinking=True, ephemeral=True)
        async with self._parser.take(ask, options, context, applied_rules=applied_rules) as taken:
            pictures = len(taken.request.images)
            self._submissions.check(ask.prompt, options, pictures=pictures, masked=True)
            return await self._drafts.prepare(
                interaction.id,
                taken.request,
                user_id=interaction.user.id,
                private=ask.private,
                spoiler=ask.spoiler or taken.spoiler,
                references=taken.references,
                areas=areas,
                inverted=inverted,
            )

    async def _respond(
        self, context: RequestContext, ask: UserRequest, *, interaction: discord.Interaction[Any] | None = None
    ) -> None:
        async def take_in() -> tuple[Job, int] | Draft:
            async with self._parser.take(ask, options, context, applied_rules=applied_rules) as taken:
                if interaction is not None and await self._drafts.is_painted_over(taken.request):
                    with store_errors():
                        return await self._drafts.prepare(
                            context.id,
                            taken.request,
                            user_id=context.user_id,
                            private=ask.private,
                            spoiler=ask.spoiler or taken.spoiler,
                            references=taken.references,
                            painted_over=True,
                        )
                if taken.spoiler:
                    await self._submissions.hide(context.id)
                queued = await self._submissions.admit(context.id, taken.request, applied_rules=applied_rules)
            await self._use_up(context.user_id, taken.references)
            return queued

        async def show(draft: Draft) -> None:
            assert interaction is not None  # noqa: S101 - a message has no mask, so that it becomes no draft
            async with answer_errors(interaction):
                await show_draft_instead(interaction, draft)

        with structlog.contextvars.bound_contextvars(job=str(context.id)):
            try:
                applied_rules = await self._server_rules.load(context.here)
                options = self._parser.check(ask, applied_rules)
                if not ask.private:
                    context.check()
            except EaselError as error:
                await self._refuse(context, ask, error)
                return
            record = RequestRecord(ask.prompt, options, ask.private, ask.spoiler)
            await self._receiver.take(context, record, take_in, show=show if interaction is not None else None)

    async def _put_away(self, draft: Draft, *, sent: bool) -> None:
        try:
            await (self._drafts.drop(draft) if sent else self._drafts.put_back(draft))
            if sent:
                await self._use_up(draft.user_id, draft.references)
        except StoreError as error:
            log.warning("draft_not_put_away", cause=repr(error.__cause__))

    async def _use_up(self, user_id: int, references: Sequence[int]) -> None:
        if not references:
            return
        try:
            await self._saved_references.use_up(user_id, references)
        except StoreError as error:
            # They go with the next request too, or in a quarter of an hour; this one has them.
            log.warning("references_not_used_up", cause=repr(error.__cause__))

    async def _repeat(
        self, interaction: discord.Interaction[Any], job_id: int, change: Callable[[Job, Offer], Options]
    ) -> None:
        """Ask for what a job asked for, with its very files and other options, for the person who pressed."""
        context = InteractionContext(interaction)

        async def take_in() -> tuple[Job, int]:
            files = await self._submissions.load_files(job)
            return await self._submissions.queue(interaction.id, files, options=options, applied_rules=applied_rules)

        with structlog.contextvars.bound_contextvars(job=str(interaction.id)):
            try:
                with store_errors():
                    applied_rules = await self._server_rules.load(context.here)
                    job = await self._may_repeat(job_id, user_id=interaction.user.id)
                options = applied_rules.lay_over(change(job, applied_rules.offer))
                pictures, masked = count_files(job.files)
                self._submissions.check(job.prompt, options, pictures=pictures, masked=masked)
                applied_rules.check(job.prompt, options, pictures=pictures)
                if not job.origin.private:
                    context.check()
            except EaselError as error:
                self._refusal_counts.count(error, guild_id=context.guild_id)
                await context.tell(failures_words.explain(error))
                return
            record = RequestRecord(job.prompt, options, job.origin.private, job.origin.spoiler)
            await self._receiver.take(context, record, take_in)

    async def _may_repeat(self, job_id: int, *, user_id: int) -> Job:
        job = await self._album.load_job(job_id)
        if job.failure is not None and job.origin.user_id != user_id:
            raise NotYours
        if job.files or job.origin.private:
            # Its pictures are worked on once more; words alone are anybody's.
            await self._album.check_edit(job, user_id=user_id)
        if job.files and job.emptied_at is not None:
            raise PicturesGone
        return job

    async def _refuse(self, context: RequestContext, ask: UserRequest, error: EaselError) -> None:
        log.info("request_refused", kind=type(error).__name__)
        self._refusal_counts.count(error, guild_id=context.guild_id)
        if not isinstance(context, MessageContext):
            try:
                # That somebody is muted is nobody else's business.
                await context.acknowledge(ask.prompt, private=ask.private or isinstance(error, Muted))
            except FAILURES as failure:
                log.warning("not_acknowledged", cause=repr(failure))
                return
        await context.tell(failures_words.explain(error))
