"""What is kept of a person: /privacy, /references, /export me, /forget me."""

from dataclasses import dataclass

from bot.chat.people.forgetting import MessageErasure
from bot.service.export import Export, Records
from bot.service.forgetting import Forgetting
from bot.store.people.erasure import Erasure
from bot.store.people.exports import Exports
from bot.store.people.forgets import Forgets
from bot.store.people.references import References
from bot.wiring.core import Core
from bot.wiring.feature import Feature, Periodic
from bot.wiring.gallery import GalleryFeature
from bot.wiring.jobs import JobParts
from bot.wiring.rules import RuleParts
from bot.words.people import EXPORT_README

SWEEP_SECONDS = 30.0
"""Between two looks for who is still to be forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFeature(Feature):
    """What people can have done with all that is kept of them."""

    forgetting: Forgetting
    export: Export


def build_people(core: Core, jobs: JobParts, rules: RuleParts, *, gallery: GalleryFeature) -> PeopleFeature:
    """Build it."""
    forgetting = Forgetting(
        Forgets(core.database),
        Erasure(core.database, core.pseudonyms),
        requests=jobs.submissions,
        blobs=core.blobs,
        messages=MessageErasure(core.messenger, jobs.poster, gallery.messages, gallery.heart_counts),
    )
    records = Records(
        jobs=jobs.jobs,
        shares=rules.shares,
        consents=rules.consents,
        references=References(core.database),
        exports=Exports(core.database),
        blobs=core.blobs,
    )
    return PeopleFeature(
        forgetting=forgetting,
        export=Export(records, offload=core.offload, readme=EXPORT_README),
        periodic=(Periodic(SWEEP_SECONDS, forgetting.sweep),),
    )
