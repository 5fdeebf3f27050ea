"""Changes of a part of a picture: taken in as a draft, which its asker looks at, and sent once that is confirmed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import discord
import structlog

from bot.chat.platform.components import Listener, on_press
from bot.chat.platform.error_answers import answer_errors, tell_privately
from bot.chat.platform.notation import to_readable, writer_of
from bot.chat.regions.buttons import FollowButton, GoButton
from bot.chat.regions.preview import RegionPreview
from bot.chat.requests.context import InteractionContext, RequestContext
from bot.chat.requests.parser import ParsedRequest, RequestParser
from bot.chat.requests.receiver import RequestReceiver, RequestRecord, TakenElsewhere
from bot.chat.requests.refused_requests import UNCHANGED, Change, RefusedRequests
from bot.chat.requests.user_request import UserRequest
from bot.domain.area import Area
from bot.domain.crop_choice import CropChoice
from bot.domain.errors import AspectNotTaken, DraftOver, EaselError
from bot.domain.job import Job
from bot.service.draft import Draft
from bot.service.drafts import Drafts
from bot.service.refusal_counts import RefusalCounts
from bot.service.server_rules import AppliedRules, ServerRules
from bot.service.store_errors import store_errors
from bot.service.submit import Submissions
from bot.store.errors import StoreError
from bot.words import failures as failures_words

log = structlog.get_logger(__name__)


class DraftRequests:
    """Takes requests in as drafts, and makes requests of drafts."""

    def __init__(
        self,
        drafts: Drafts,
        *,
        preview: RegionPreview,
        parser: RequestParser,
        receiver: RequestReceiver,
        submissions: Submissions,
        server_rules: ServerRules,
        refusal_counts: RefusalCounts,
        refused_requests: RefusedRequests,
    ) -> None:
        self._drafts = drafts
        self._preview = preview
        self._parser = parser
        self._receiver = receiver
        self._submissions = submissions
        self._server_rules = server_rules
        self._refusal_counts = refusal_counts
        self._refused_requests = refused_requests

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for."""
        return (on_press(GoButton, self.send), on_press(FollowButton, self.follow))

    async def preview(
        self,
        interaction: discord.Interaction[Any],
        user_request: UserRequest,
        *,
        areas: Sequence[Area] = (),
        inverted: bool = False,
    ) -> None:
        """Take a request in as a draft, and show its asker alone which part of the picture it changes."""

        async def ask_again(interaction: discord.Interaction[Any], change: Change) -> None:
            changed = user_request.changed(model=change.model, prompt=change.prompt)
            await self.preview(interaction, changed, areas=areas, inverted=inverted)

        async with answer_errors(interaction):
            try:
                draft = await self._draw_up(interaction, user_request, areas=areas, inverted=inverted)
            except EaselError as error:
                self._refusal_counts.count(error, guild_id=interaction.guild_id)
                prompt = user_request.prompt
                view = self._refused_requests.offer(
                    interaction.id, error, user_id=interaction.user.id, prompt=prompt, ask_again=ask_again
                )
                log.info("private_answer_failed", kind=type(error).__name__)
                await tell_privately(interaction, failures_words.explain_with_prompt(error, prompt), view=view)
                return
            await self._preview.show(interaction, draft)

    async def prepare_if_doubtful(
        self,
        context: RequestContext,
        user_request: UserRequest,
        parsed: ParsedRequest,
        *,
        applied_rules: AppliedRules,
    ) -> Draft | None:
        """Make a draft of a request whose mask has to be looked at first, as one that is painted over.

        Raises:
            InvalidRequest: a picture or the mask cannot be used.
            StorageDown: the store does not answer.
        """
        if not await self._drafts.needs_preview(parsed.request):
            return None
        with store_errors():
            return await self._prepare(context, user_request, parsed, applied_rules=applied_rules)

    async def show_instead(self, interaction: discord.Interaction[Any], draft: Draft) -> None:
        """Show a draft in place of the answer that everybody was to see."""
        async with answer_errors(interaction):
            await self._preview.show_instead(interaction, draft)

    async def send(self, interaction: discord.Interaction[Any], draft_id: int) -> None:
        """Send a change that its asker has looked at; one that does not get through can be sent again."""
        await self._send(interaction, draft_id)

    async def follow(self, interaction: discord.Interaction[Any], draft_id: int) -> None:
        """Send a change with what its asker drew over the picture, as `send` does."""
        await self._send(interaction, draft_id, following_marks=True)

    async def _send(
        self,
        interaction: discord.Interaction[Any],
        draft_id: int,
        *,
        change: Change = UNCHANGED,
        following_marks: bool = False,
    ) -> None:
        context = InteractionContext(interaction)
        words = change.prompt or ""

        def way_on(error: EaselError) -> discord.ui.View | None:
            return self._refused_requests.offer(
                context.id, error, user_id=context.user_id, prompt=words, ask_again=ask_again
            )

        async def ask_again(interaction: discord.Interaction[Any], further: Change) -> None:
            both = Change(model=further.model or change.model, prompt=further.prompt or change.prompt)
            await self._send(interaction, draft_id, change=both, following_marks=following_marks)

        try:
            with store_errors():
                applied_rules = await self._server_rules.load(context.caller)
                draft = await self._drafts.load(draft_id, user_id=interaction.user.id)
                if following_marks and draft.markup is None:
                    raise DraftOver
                # The rules may have changed since it was prepared.
                options = applied_rules.lay_over(replace(draft.options, model=change.model or draft.options.model))
                words = draft.prompt if change.prompt is None else change.prompt
                if following_marks:
                    # How much goes up is a matter of masks, and its mask is not what was meant.
                    options = replace(options, area=CropChoice.AUTO)
                await self._submissions.check(
                    words,
                    options,
                    applied_rules=applied_rules,
                    pictures=len(draft.images),
                    masked=not following_marks,
                    marked_up=following_marks,
                )
                if not draft.private:
                    context.check()
        except EaselError as error:
            self._refusal_counts.count(error, guild_id=context.guild_id)
            await context.explain(error, prompt=words, view=way_on(error))
            return

        taken = False

        async def take_in() -> tuple[Job, int]:
            nonlocal taken
            with store_errors():
                try:
                    await self._drafts.take(draft_id, user_id=interaction.user.id)
                except DraftOver as over:
                    raise TakenElsewhere from over
                taken = True
                request = await self._drafts.to_request(chosen, following_marks=following_marks)
            return await self._submissions.admit(interaction.id, request, applied_rules=applied_rules)

        chosen = replace(draft, options=options, prompt=words)
        record = RequestRecord(chosen.prompt, chosen.options, chosen.private, chosen.spoiler)
        queued = False
        with structlog.contextvars.bound_contextvars(job=str(interaction.id)):
            try:
                queued = await self._receiver.take(context, record, take_in, way_on=way_on)
            finally:
                # At a stop too, which cuts the request off.
                if taken:
                    await self._put_away(chosen, sent=queued)

    async def _draw_up(
        self, interaction: discord.Interaction[Any], user_request: UserRequest, *, areas: Sequence[Area], inverted: bool
    ) -> Draft:
        if user_request.choices.aspect is not None:
            raise AspectNotTaken(beside="preview")
        context = InteractionContext(interaction)
        prompt = await to_readable(user_request.prompt, writer_of(interaction))
        user_request = replace(user_request, prompt=prompt, like=user_request.like.still())
        applied_rules = await self._server_rules.load(context.caller)
        options = await self._parser.check(user_request, applied_rules, masked=True)
        await interaction.response.defer(thinking=True, ephemeral=True)
        async with self._parser.take(
            user_request, options, context, applied_rules=applied_rules, is_draft=True
        ) as parsed:
            pictures = len(parsed.request.images)
            await self._submissions.check(
                user_request.prompt, options, applied_rules=applied_rules, pictures=pictures, masked=True
            )
            return await self._prepare(
                context, user_request, parsed, applied_rules=applied_rules, areas=areas, inverted=inverted
            )

    async def _prepare(
        self,
        context: RequestContext,
        user_request: UserRequest,
        parsed: ParsedRequest,
        *,
        applied_rules: AppliedRules,
        areas: Sequence[Area] = (),
        inverted: bool = False,
    ) -> Draft:
        return await self._drafts.prepare(
            context.id,
            parsed.request,
            user_id=context.user_id,
            private=user_request.private,
            spoiler=user_request.spoiler or parsed.spoiler,
            references=parsed.references,
            areas=areas,
            inverted=inverted,
            takes_markup=self._submissions.takes_markup(parsed.request.options, applied_rules=applied_rules),
        )

    async def _put_away(self, draft: Draft, *, sent: bool) -> None:
        try:
            await (self._drafts.drop(draft) if sent else self._drafts.put_back(draft))
        except StoreError as error:
            log.warning("draft_not_put_away", cause=error.__cause__)
            return
        if sent:
            await self._parser.use_up(draft.user_id, draft.references)
