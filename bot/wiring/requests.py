"""Requests: /imagine, /edit, replies and mentions, the form, the preview."""

from dataclasses import dataclass

from bot.chat.regions.preview import RegionPreview
from bot.chat.requests.cancellation import Cancellation
from bot.chat.requests.downloads import CdnDownloads, Downloads
from bot.chat.requests.drafts import DraftRequests
from bot.chat.requests.form import EditForms
from bot.chat.requests.parser import RequestParser
from bot.chat.requests.receiver import RequestReceiver
from bot.chat.requests.repeats import Repeats
from bot.chat.requests.responder import Responder
from bot.service.drafts import Drafts
from bot.service.references import SavedReferences
from bot.settings import Settings
from bot.store.people.drafts import Drafts as DraftRows
from bot.store.people.references import References
from bot.wiring.core import Core
from bot.wiring.errors import SettingsWrong
from bot.wiring.feature import Feature
from bot.wiring.jobs import JobParts
from bot.wiring.rules import RuleParts


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFeature(Feature):
    """What takes requests in."""

    parser: RequestParser
    receiver: RequestReceiver
    responder: Responder
    draft_requests: DraftRequests
    repeats: Repeats
    edit_forms: EditForms
    drafts: Drafts
    saved_references: SavedReferences


def build_requests(core: Core, jobs: JobParts, rules: RuleParts, *, downloads: Downloads) -> RequestFeature:
    """Build it; `downloads` is where attachments come from."""
    saved_references = SavedReferences(
        References(core.database), blobs=core.blobs, inputs=jobs.inputs, defaults=core.settings.default_options
    )
    drafts = Drafts(
        DraftRows(core.database),
        blobs=core.blobs,
        inputs=jobs.inputs,
        offload=core.offload,
        feather_pixels=core.settings.mask_feather_pixels,
    )
    parser = RequestParser(
        jobs.submissions,
        album=rules.album,
        saved_references=saved_references,
        downloads=downloads,
        defaults=core.settings.default_options,
    )
    receiver = RequestReceiver(jobs.submissions, poster=jobs.poster, board=jobs.progress, meters=core.meters)
    preview = RegionPreview(drafts)
    draft_requests = DraftRequests(
        drafts,
        preview=preview,
        parser=parser,
        receiver=receiver,
        submissions=jobs.submissions,
        server_rules=rules.server_rules,
        refusal_counts=rules.refusal_counts,
    )
    responder = Responder(
        parser,
        jobs.submissions,
        receiver=receiver,
        draft_requests=draft_requests,
        server_rules=rules.server_rules,
        refusal_counts=rules.refusal_counts,
        messenger=core.messenger,
    )
    repeats = Repeats(
        jobs.submissions,
        receiver=receiver,
        album=rules.album,
        server_rules=rules.server_rules,
        refusal_counts=rules.refusal_counts,
    )
    cancellation = Cancellation(jobs.submissions, poster=jobs.poster, meters=core.meters)
    edit_forms = EditForms(
        responder,
        draft_requests,
        server_rules=rules.server_rules,
        defaults=core.settings.default_options,
        takes_mask=core.rules.takes_mask,
    )
    return RequestFeature(
        parser=parser,
        receiver=receiver,
        responder=responder,
        draft_requests=draft_requests,
        repeats=repeats,
        components=(*preview.components, *draft_requests.components, *repeats.components, *cancellation.components),
        edit_forms=edit_forms,
        drafts=drafts,
        saved_references=saved_references,
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
