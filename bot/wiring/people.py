"""What is kept of a person: /privacy, /references, /export me, /forget me."""

from dataclasses import dataclass

from bot.chat.people.export import ExportMessages
from bot.chat.people.forgetting import ForgetQuestion
from bot.chat.people.message_erasure import MessageErasure
from bot.chat.people.privacy import PrivacyChoices
from bot.chat.people.references import ReferenceList
from bot.service.export import Export, Records
from bot.service.forgetting import Forgetting
from bot.service.privacy import Privacy
from bot.store.people.erasure import Erasure
from bot.store.people.erasure_requests import ErasureRequests
from bot.store.people.exports import Exports
from bot.store.people.references import References
from bot.wiring.core import Core
from bot.wiring.feature import Feature, Periodic
from bot.wiring.foundation import Foundation
from bot.wiring.gallery import GalleryFeature
from bot.wiring.jobs import JobPipeline
from bot.wiring.rules import RuleServices
from bot.words.people import export_readme
from cogs.privacy import Privacy as PrivacyCog
from cogs.records import Records as RecordsCog
from cogs.references import References as ReferencesCog

SWEEP_SECONDS = 30.0
"""Between two looks for who is still to be forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFeature(Feature):
    """What people can have done with all that is kept of them."""

    privacy: Privacy


def build_people(foundation: Foundation) -> PeopleFeature:
    """Build it."""
    core, jobs, rules, requests = foundation.core, foundation.jobs, foundation.rules, foundation.requests
    privacy = Privacy(rules.consents)
    forgetting = _build_forgetting(core, jobs, gallery=foundation.gallery)
    choices = PrivacyChoices(privacy)
    forget_question = ForgetQuestion(forgetting)
    reference_list = ReferenceList(core.bot, requests.saved_references, album=rules.album, parser=requests.parser)
    return PeopleFeature(
        privacy=privacy,
        cogs=(
            PrivacyCog(choices),
            ReferencesCog(core.bot.tree, reference_list, edits=core.rules.edits),
            RecordsCog(forget_question, ExportMessages(_build_export(core, jobs, rules))),
        ),
        components=(*choices.components, *reference_list.components, *forget_question.components),
        periodic=(Periodic(SWEEP_SECONDS, forgetting.sweep),),
    )


def _build_forgetting(core: Core, jobs: JobPipeline, *, gallery: GalleryFeature) -> Forgetting:
    return Forgetting(
        ErasureRequests(core.database),
        Erasure(core.database, core.pseudonyms),
        requests=jobs.submissions,
        blobs=core.blobs,
        messages=MessageErasure(
            core.messenger,
            jobs.poster,
            share_messages=gallery.messages,
            note_heart=gallery.heart_counts.note,
        ),
        export_folders=core.export_folders,
    )


def _build_export(core: Core, jobs: JobPipeline, rules: RuleServices) -> Export:
    records = Records(
        jobs=jobs.jobs,
        shares=rules.shares,
        consents=rules.consents,
        references=References(core.database),
        exports=Exports(core.database),
        blobs=core.blobs,
    )
    return Export(records, folders=core.export_folders, offload=core.offload, readme=export_readme)
