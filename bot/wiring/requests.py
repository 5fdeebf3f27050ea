"""Requests: /imagine, /edit, replies and mentions, the form, the preview."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.chat.help import Help
from bot.chat.regions.preview import RegionPreview
from bot.chat.requests.cancellation import Cancellation
from bot.chat.requests.downloads import CdnDownloads, Downloads
from bot.chat.requests.drafts import DraftRequests
from bot.chat.requests.form import EditForms
from bot.chat.requests.message_context import MessageContext
from bot.chat.requests.messages import MessageRequests
from bot.chat.requests.parser import RequestParser
from bot.chat.requests.passing_replies import PassingReplies
from bot.chat.requests.receiver import RequestReceiver
from bot.chat.requests.refused_requests import RefusedRequests
from bot.chat.requests.repeats import Repeats
from bot.chat.requests.responder import Responder
from bot.chat.requests.suggestions import Suggestions
from bot.chat.sync import register
from bot.domain.models import Model
from bot.service.drafts import Drafts
from bot.service.references import SavedReferences
from bot.settings import Settings
from bot.store.commands.registered import RegisteredCommands
from bot.store.errors import StoreError
from bot.store.messages.taken import TakenMessages
from bot.store.people.drafts import Drafts as DraftRows
from bot.store.people.references import References
from bot.wiring.core import Core
from bot.wiring.errors import SettingsWrong
from bot.wiring.feature import Feature, Periodic
from bot.wiring.jobs import JobPipeline
from bot.wiring.models import ModelLookup, tell_source
from bot.wiring.rules import RuleServices
from bot.words.language.spoken import spoken
from cogs.edit import Edit
from cogs.imagine import Imagine
from cogs.reply import Reply

_HEARD_AGAIN_WITHIN = timedelta(days=1)
"""So long after it a message is heard once more at the most: Discord keeps sessions for some minutes."""
_FORGET_SECONDS = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFeature(Feature):
    """What takes requests in."""

    parser: RequestParser
    receiver: RequestReceiver
    passing_replies: PassingReplies
    responder: Responder
    repeats: Repeats
    edit_forms: EditForms
    saved_references: SavedReferences


def build_requests(
    core: Core,
    jobs: JobPipeline,
    rules: RuleServices,
    *,
    downloads: Downloads,
    fetch_listed: Callable[[], Awaitable[frozenset[str] | None]],
) -> RequestFeature:
    """Build it; `downloads` is where attachments come from, `fetch_listed` asks the provider which models it has."""
    defaults, refused_requests = core.settings.default_options, RefusedRequests()
    passing_replies = PassingReplies(core.messenger)
    saved_references = SavedReferences(
        References(core.database), blobs=core.blobs, inputs=jobs.inputs, defaults=defaults
    )
    parser = RequestParser(
        jobs.submissions,
        album=rules.album,
        saved_references=saved_references,
        downloads=downloads,
        defaults=defaults,
        per_user=core.limits.per_user,
    )
    receiver = RequestReceiver(jobs.submissions, poster=jobs.poster, progress=jobs.progress, meters=core.meters)
    drafts = _build_drafts(core, jobs)
    preview = RegionPreview(drafts)
    draft_requests = DraftRequests(
        drafts,
        preview=preview,
        parser=parser,
        receiver=receiver,
        submissions=jobs.submissions,
        server_rules=rules.server_rules,
        refusal_counts=rules.refusal_counts,
        refused_requests=refused_requests,
    )
    responder = Responder(
        parser,
        jobs.submissions,
        receiver=receiver,
        draft_requests=draft_requests,
        server_rules=rules.server_rules,
        refusal_counts=rules.refusal_counts,
        refused_requests=refused_requests,
        context_of=lambda message: MessageContext(message, core.messenger, passing_replies, core.languages.of_person),
    )
    repeats = Repeats(
        jobs.submissions,
        receiver=receiver,
        album=rules.album,
        server_rules=rules.server_rules,
        refusal_counts=rules.refusal_counts,
        refused_requests=refused_requests,
    )
    cancellation = Cancellation(jobs.submissions, poster=jobs.poster, meters=core.meters)
    taken = TakenMessages(core.database, executor=core.executor)
    imagine, edit, reply = _build_cogs(
        core, jobs, rules, responder=responder, draft_requests=draft_requests, taken=taken
    )

    async def forget_messages() -> None:
        await taken.delete_old(before=datetime.now(UTC) - _HEARD_AGAIN_WITHIN)

    async def show_options(listed: frozenset[str] | None) -> None:
        for cog in (imagine, edit, reply):
            cog.fit(_models(core))
        await register(core.bot.tree, RegisteredCommands(core.database), models_from=tell_source(core.settings, listed))

    return RequestFeature(
        parser=parser,
        receiver=receiver,
        passing_replies=passing_replies,
        responder=responder,
        repeats=repeats,
        edit_forms=EditForms(
            responder,
            draft_requests,
            server_rules=rules.server_rules,
            defaults=defaults,
            takes_mask=core.rules.takes_mask,
        ),
        saved_references=saved_references,
        cogs=(imagine, edit, reply),
        periodic=(
            ModelLookup(core, fetch_listed=fetch_listed, changed=show_options).periodic,
            Periodic(_FORGET_SECONDS, forget_messages),
        ),
        components=(
            *preview.components,
            *draft_requests.components,
            *repeats.components,
            *cancellation.components,
        ),
    )


def _build_cogs(
    core: Core,
    jobs: JobPipeline,
    rules: RuleServices,
    *,
    responder: Responder,
    draft_requests: DraftRequests,
    taken: TakenMessages,
) -> tuple[Imagine, Edit, Reply]:
    async def language_of(user_id: int) -> str:
        try:
            return await core.languages.load_person(user_id, jobs.jobs)
        except StoreError:
            # What goes wrong with the request itself is told.
            return spoken()

    defaults = core.settings.default_options
    suggestions = Suggestions(rules.server_rules, catalogue=core.catalogue, defaults=defaults)
    models = _models(core)
    n_limit = core.rules.n_limit

    message_requests = MessageRequests(
        core.bot,
        responder,
        album=rules.album,
        taken=taken,
        n_limit=n_limit,
        models=models,
        describe_help=Help(core.bot, core.rules).describe,
        language_of=language_of,
    )
    return (
        Imagine(responder, suggestions=suggestions, models=models, n_limit=n_limit),
        Edit(responder, draft_requests, suggestions=suggestions, models=models, n_limit=n_limit),
        Reply(message_requests),
    )


def _models(core: Core) -> tuple[Model, ...]:
    """List the models that anybody can choose, now."""
    return tuple(map(core.catalogue.find, core.offered.everywhere))


def _build_drafts(core: Core, jobs: JobPipeline) -> Drafts:
    return Drafts(
        DraftRows(core.database),
        blobs=core.blobs,
        inputs=jobs.inputs,
        offload=core.offload,
        feather_pixels=core.settings.mask_feather_pixels,
    )


def open_downloads(settings: Settings) -> CdnDownloads:
    """Build what downloads attachments from Discord.

    Raises:
        SettingsWrong: one of the further hosts cannot be read.
    """
    try:
        return CdnDownloads(settings.discord_cdn_hosts)
    except ValueError as error:
        raise SettingsWrong(str(error)) from error
