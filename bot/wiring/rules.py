"""What servers want of requests, and pictures that somebody may look up or edit: what several features ask first."""

from dataclasses import dataclass

from bot.domain.server import ServerSettings
from bot.service.album import Album
from bot.service.publication import Publication
from bot.service.refusal_counts import RefusalCounts
from bot.service.server_rules import ServerRules
from bot.store.gallery.shares import Shares
from bot.store.jobs.lineage import Lineage
from bot.store.jobs.posts import Posts
from bot.store.moderation.audit import Audit
from bot.store.moderation.mutes import Mutes
from bot.store.moderation.reports import Reports
from bot.store.people.consents import Consents
from bot.store.people.request_rules import RequestRules
from bot.store.server.refusals import Refusals
from bot.store.server.settings import Servers
from bot.wiring.core import Core
from bot.wiring.jobs import JobPipeline
from bot.wiring.server_keys import KeyServices


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleServices:
    """The rules of servers and people, and the pictures that they are about."""

    servers: Servers
    shares: Shares
    consents: Consents
    mutes: Mutes
    audit: Audit
    album: Album
    server_rules: ServerRules
    refusal_counts: RefusalCounts
    reports: Reports
    publication: Publication


def build_rules(core: Core, jobs: JobPipeline, keys: KeyServices) -> RuleServices:
    """Build them."""

    def note_language(guild_id: int, settings: ServerSettings) -> None:
        core.languages.note_server(guild_id, settings.language)

    servers, shares = Servers(core.database, note=note_language), Shares(core.database)
    consents = Consents(core.database)
    mutes = Mutes(core.database, core.pseudonyms)
    reports = Reports(core.database, mutes)
    return RuleServices(
        servers=servers,
        shares=shares,
        consents=consents,
        mutes=mutes,
        audit=Audit(core.database),
        album=Album(
            jobs.jobs,
            lineage=Lineage(core.database),
            posts=Posts(core.database),
            shares=shares,
            blobs=core.blobs,
            consents=consents,
        ),
        server_rules=ServerRules(
            RequestRules(core.database, servers=servers, mutes=mutes),
            catalogue=core.catalogue,
            offered=core.offered,
            ungranted=keys.providers.ungranted,
            n_limit=core.rules.n_limit,
            masked_edits=core.settings.masked_edits,
        ),
        refusal_counts=RefusalCounts(Refusals(core.database), meters=core.meters),
        reports=reports,
        publication=Publication(reports),
    )
