"""One request from its arrival to its place in the queue."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import discord
import structlog

from bot.chat.platform.notation import to_readable, writer_of
from bot.chat.requests.context import InteractionContext, RequestContext
from bot.chat.requests.drafts import DraftRequests
from bot.chat.requests.message_context import MessageContext
from bot.chat.requests.parser import RequestParser
from bot.chat.requests.receiver import RequestReceiver, RequestRecord
from bot.chat.requests.refused_requests import Change, RefusedRequests
from bot.chat.requests.user_request import UserRequest
from bot.domain.errors import EaselError, Muted, StorageDown
from bot.domain.job import Job
from bot.service.draft import Draft
from bot.service.refusal_counts import RefusalCounts
from bot.service.server_rules import ServerRules
from bot.service.submit import Submissions

log = structlog.get_logger(__name__)


class Responder:
    """Takes requests in, from a command, a form, a button or a message."""

    def __init__(
        self,
        parser: RequestParser,
        submissions: Submissions,
        *,
        receiver: RequestReceiver,
        draft_requests: DraftRequests,
        server_rules: ServerRules,
        refusal_counts: RefusalCounts,
        refused_requests: RefusedRequests,
        context_of: Callable[[discord.Message], MessageContext],
    ) -> None:
        """Answer a message in the context that `context_of` gives."""
        self._parser = parser
        self._submissions = submissions
        self._receiver = receiver
        self._draft_requests = draft_requests
        self._server_rules = server_rules
        self._refusal_counts = refusal_counts
        self._refused_requests = refused_requests
        self._context_of = context_of

    async def respond(self, interaction: discord.Interaction[Any], user_request: UserRequest) -> None:
        """Record a request, acknowledge it, take its files in and queue it; what goes wrong is said in its answer."""
        prompt = await to_readable(user_request.prompt, writer_of(interaction))
        user_request = replace(user_request, prompt=prompt)
        await self._respond(InteractionContext(interaction), user_request, interaction=interaction)

    async def respond_to(self, message: discord.Message, user_request: UserRequest) -> None:
        """Do the same for a message; the answer is a reply to it."""
        await self._respond(self._context_of(message), user_request)

    async def refuse(self, message: discord.Message, error: EaselError) -> None:
        """Say in a reply what a message cannot have; to who is muted that, and to them alone."""
        context = self._context_of(message)
        with suppress(StorageDown):
            try:
                await self._server_rules.load(context.caller)
            except Muted as muted:
                error = muted
        await self._tell_refusal(context, error)

    async def _respond(
        self, context: RequestContext, user_request: UserRequest, *, interaction: discord.Interaction[Any] | None = None
    ) -> None:
        async def take_in() -> tuple[Job, int] | Draft:
            # What goes wrong from here on is told where the answer is.
            caller = context.caller if user_request.private else context.caller_in_public
            told_there = replace(applied_rules, caller=caller)
            async with self._parser.take(user_request, options, context, applied_rules=told_there) as parsed:
                if interaction is not None:
                    draft = await self._draft_requests.prepare_if_doubtful(
                        context, user_request, parsed, applied_rules=applied_rules
                    )
                    if draft is not None:
                        return draft
                if parsed.spoiler:
                    await self._submissions.hide(context.id)
                queued = await self._submissions.admit(context.id, parsed.request, applied_rules=applied_rules)
            await self._parser.use_up(context.user_id, parsed.references)
            return queued

        async def show(draft: Draft) -> None:
            assert interaction is not None  # noqa: S101 - a message has no mask, so that it becomes no draft
            await self._draft_requests.show_instead(interaction, draft)

        def way_on(error: EaselError) -> discord.ui.View | None:
            return self._refused_requests.offer(
                context.id, error, user_id=context.user_id, prompt=user_request.prompt, ask_again=ask_again
            )

        async def ask_again(interaction: discord.Interaction[Any], change: Change) -> None:
            await self.respond(interaction, user_request.changed(model=change.model, prompt=change.prompt))

        with structlog.contextvars.bound_contextvars(job=str(context.id)):
            try:
                applied_rules = await self._server_rules.load(context.caller)
                options = await self._parser.check(user_request, applied_rules)
                if not user_request.private:
                    context.check()
            except EaselError as error:
                await self._tell_refusal(context, error, prompt=user_request.prompt, view=way_on(error))
                return
            record = RequestRecord(user_request.prompt, options, user_request.private, user_request.spoiler)
            shown = show if interaction is not None else None
            await self._receiver.take(context, record, take_in, way_on=way_on, show=shown)

    async def _tell_refusal(
        self, context: RequestContext, error: EaselError, *, prompt: str = "", view: discord.ui.View | None = None
    ) -> None:
        log.info("request_refused", kind=type(error).__name__)
        self._refusal_counts.count(error, guild_id=context.guild_id)
        if isinstance(error, Muted) and isinstance(context, MessageContext):
            # That somebody is muted is nobody else's business, not for a while either.
            await context.explain_alone(error)
        else:
            await context.explain(error, prompt=prompt, view=view)
