"""One request from its arrival to its place in the queue, and the buttons that ask for one or cancel it."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import discord
import structlog

from bot.chat import wording
from bot.chat.ask import Ask
from bot.chat.entrance import Entrance, InteractionEntrance, MessageEntrance
from bot.chat.frame import framed
from bot.chat.mailbox import Mailbox
from bot.chat.parse import Intake, store_errors
from bot.chat.post import JobPoster
from bot.chat.preview import show_draft, show_draft_instead
from bot.chat.reception import Reception, Wish
from bot.chat.refusals import FAILURES
from bot.domain.area import Area
from bot.domain.errors import Cancelled, EaselError, Muted, NothingLarger, NotYours, PicturesGone
from bot.domain.job import Job, count_files
from bot.domain.larger import larger, with_new_seed
from bot.domain.offer import Offer
from bot.domain.options import SEED_LIMIT, Options
from bot.meters import Meters
from bot.service.album import Album
from bot.service.drafts import Draft, Drafts
from bot.service.house_rules import HouseRules
from bot.service.shelf import Shelf
from bot.service.submit import Submissions
from bot.service.tally import Tally
from bot.store.errors import StoreError

log = structlog.get_logger(__name__)


class Responder:
    """Takes requests in, and answers presses of the buttons that ask for more or cancel."""

    def __init__(  # noqa: PLR0913 - what a request meets on its way
        self,
        intake: Intake,
        submissions: Submissions,
        *,
        album: Album,
        shelf: Shelf,
        house_rules: HouseRules,
        tally: Tally,
        drafts: Drafts,
        reception: Reception,
        poster: JobPoster,
        mailbox: Mailbox,
        meters: Meters,
    ) -> None:
        self._intake = intake
        self._submissions = submissions
        self._album = album
        self._shelf = shelf
        self._house_rules = house_rules
        self._tally = tally
        self._drafts = drafts
        self._reception = reception
        self._poster = poster
        self._mailbox = mailbox
        self._meters = meters

    async def respond(self, interaction: discord.Interaction[Any], ask: Ask) -> None:
        """Record a request, acknowledge it, take its files in and queue it; what goes wrong is said in its answer."""
        await self._respond(InteractionEntrance(interaction), ask, interaction=interaction)

    async def respond_to(self, message: discord.Message, ask: Ask, *, application_id: int) -> None:
        """Do the same for a message; the answer is a reply to it."""
        await self._respond(MessageEntrance(message, self._mailbox, application_id=application_id), ask)

    async def refuse(self, message: discord.Message, error: EaselError, *, application_id: int) -> None:
        """Say in a reply what a message cannot have."""
        log.info("request_refused", kind=type(error).__name__)
        entrance = MessageEntrance(message, self._mailbox, application_id=application_id)
        await entrance.tell(wording.explain(error))

    async def preview(
        self, interaction: discord.Interaction[Any], ask: Ask, *, areas: Sequence[Area] = (), inverted: bool = False
    ) -> None:
        """Take a request in as a draft, and show its asker alone which part of the picture it changes."""
        async with framed(interaction):
            try:
                draft = await self._draw_up(interaction, ask, areas=areas, inverted=inverted)
            except EaselError as error:
                self._tally.count(error, guild_id=interaction.guild_id)
                raise
            await show_draft(interaction, draft)

    async def send_draft(self, interaction: discord.Interaction[Any], draft_id: int) -> None:
        """Send a change that its asker has looked at; one that does not get through can be sent again."""
        entrance = InteractionEntrance(interaction)
        try:
            with store_errors():
                house = await self._house_rules.load(entrance.here)
                draft = await self._drafts.load(draft_id, user_id=interaction.user.id)
                # The rules may have changed since it was prepared.
                house.check(draft.prompt, draft.options, pictures=len(draft.images))
                if not draft.private:
                    entrance.check()
                draft = await self._drafts.take(draft_id, user_id=interaction.user.id)
                draft = replace(draft, options=house.lay_over(draft.options))
        except EaselError as error:
            self._tally.count(error, guild_id=entrance.guild_id)
            await entrance.tell(wording.explain(error))
            return

        async def take_in() -> tuple[Job, int]:
            with store_errors():
                request = await self._drafts.to_request(draft)
            return await self._submissions.admit(interaction.id, request, house=house)

        wish = Wish(draft.prompt, draft.options, draft.private, draft.spoiler)
        queued = False
        with structlog.contextvars.bound_contextvars(job=str(interaction.id)):
            try:
                queued = await self._reception.take(entrance, wish, take_in)
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
        tell = InteractionEntrance(interaction).tell
        with structlog.contextvars.bound_contextvars(job=str(job_id)):
            try:
                await interaction.response.defer()
                job = await self._submissions.find(job_id)
                if job is None:
                    await tell(wording.GONE)
                elif interaction.user.id != job.origin.user_id and not interaction.permissions.manage_messages:
                    await tell(wording.NOT_YOURS)
                else:
                    cancelled = await self._submissions.cancel(job_id, by_user_id=interaction.user.id)
                    if cancelled is None:
                        await tell(wording.TOO_LATE_TO_CANCEL)
                    else:
                        log.info("job_cancelled", by_asker=interaction.user.id == job.origin.user_id)
                        if isinstance(cancelled.failure, Cancelled) and cancelled.failure.may_have_cost:
                            self._meters.maybe_paid("cancelled")
                        await self._poster.deliver(cancelled)
            except EaselError as error:
                await tell(wording.explain(error))
            except StoreError:
                # The sentence is on record, and the next sweep posts it.
                log.warning("sentence_waits")
            except FAILURES as error:
                log.warning("cancel_unanswered", cause=repr(error))

    async def _draw_up(
        self, interaction: discord.Interaction[Any], ask: Ask, *, areas: Sequence[Area], inverted: bool
    ) -> Draft:
        entrance = InteractionEntrance(interaction)
        house = await self._house_rules.load(entrance.here)
        options = self._intake.check(ask, house)
        self._submissions.check(ask.prompt, options, pictures=len(ask.images), masked=True)
        await interaction.response.defer(thinking=True, ephemeral=True)
        async with self._intake.take(ask, options, entrance, house=house) as taken:
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
        self, entrance: Entrance, ask: Ask, *, interaction: discord.Interaction[Any] | None = None
    ) -> None:
        async def take_in() -> tuple[Job, int] | Draft:
            async with self._intake.take(ask, options, entrance, house=house) as taken:
                if interaction is not None and await self._drafts.is_painted_over(taken.request):
                    with store_errors():
                        return await self._drafts.prepare(
                            entrance.id,
                            taken.request,
                            user_id=entrance.user_id,
                            private=ask.private,
                            spoiler=ask.spoiler or taken.spoiler,
                            references=taken.references,
                            painted_over=True,
                        )
                if taken.spoiler:
                    await self._submissions.hide(entrance.id)
                queued = await self._submissions.admit(entrance.id, taken.request, house=house)
            await self._use_up(entrance.user_id, taken.references)
            return queued

        async def show(draft: Draft) -> None:
            assert interaction is not None  # noqa: S101 - a message has no mask, so that it becomes no draft
            async with framed(interaction):
                await show_draft_instead(interaction, draft)

        with structlog.contextvars.bound_contextvars(job=str(entrance.id)):
            try:
                house = await self._house_rules.load(entrance.here)
                options = self._intake.check(ask, house)
                if not ask.private:
                    entrance.check()
            except EaselError as error:
                await self._refuse(entrance, ask, error)
                return
            wish = Wish(ask.prompt, options, ask.private, ask.spoiler)
            await self._reception.take(entrance, wish, take_in, show=show if interaction is not None else None)

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
            await self._shelf.use_up(user_id, references)
        except StoreError as error:
            # They go with the next request too, or in a quarter of an hour; this one has them.
            log.warning("references_not_used_up", cause=repr(error.__cause__))

    async def _repeat(
        self, interaction: discord.Interaction[Any], job_id: int, change: Callable[[Job, Offer], Options]
    ) -> None:
        """Ask for what a job asked for, with its very files and other options, for the person who pressed."""
        entrance = InteractionEntrance(interaction)

        async def take_in() -> tuple[Job, int]:
            files = await self._submissions.load_files(job)
            return await self._submissions.queue(interaction.id, files, options=options, house=house)

        with structlog.contextvars.bound_contextvars(job=str(interaction.id)):
            try:
                with store_errors():
                    house = await self._house_rules.load(entrance.here)
                    job = await self._may_repeat(job_id, user_id=interaction.user.id)
                options = house.lay_over(change(job, house.offer))
                pictures, masked = count_files(job.files)
                self._submissions.check(job.prompt, options, pictures=pictures, masked=masked)
                house.check(job.prompt, options, pictures=pictures)
                if not job.origin.private:
                    entrance.check()
            except EaselError as error:
                self._tally.count(error, guild_id=entrance.guild_id)
                await entrance.tell(wording.explain(error))
                return
            wish = Wish(job.prompt, options, job.origin.private, job.origin.spoiler)
            await self._reception.take(entrance, wish, take_in)

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

    async def _refuse(self, entrance: Entrance, ask: Ask, error: EaselError) -> None:
        log.info("request_refused", kind=type(error).__name__)
        self._tally.count(error, guild_id=entrance.guild_id)
        if not isinstance(entrance, MessageEntrance):
            try:
                # That somebody is muted is nobody else's business.
                await entrance.acknowledge(ask.prompt, private=ask.private or isinstance(error, Muted))
            except FAILURES as failure:
                log.warning("not_acknowledged", cause=repr(failure))
                return
        await entrance.tell(wording.explain(error))
