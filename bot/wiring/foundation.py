"""What features are built upon: what all of them share, and those features that others work with."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.chat.requests.downloads import Downloads
from bot.domain.ports import ImagesApi
from bot.proxy.api import ImagesClient
from bot.wiring.core import Core
from bot.wiring.gallery import GalleryFeature, build_gallery, build_shares
from bot.wiring.jobs import JobPipeline, build_jobs
from bot.wiring.moderation import ModerationFeature, build_moderation
from bot.wiring.requests import RequestFeature, build_requests
from bot.wiring.rules import RuleServices, build_rules
from bot.wiring.server_keys import KeyServices, build_server_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Foundation:
    """What a feature may be built upon."""

    core: Core
    keys: KeyServices
    jobs: JobPipeline
    rules: RuleServices
    requests: RequestFeature
    gallery: GalleryFeature
    moderation: ModerationFeature


def build_foundation(
    core: Core,
    client: ImagesClient,
    *,
    images: ImagesApi,
    downloads: Downloads,
    addresses: Mapping[str, str] | None,
) -> Foundation:
    """Build it; `images` draws on the bot's own account, whose `client` says what that account has."""
    keys = build_server_keys(core, images=images, ungranted=client.ungranted, addresses=addresses)
    jobs = build_jobs(core, keys)
    rules = build_rules(core, jobs, keys)
    requests = build_requests(core, jobs, rules, downloads=downloads, fetch_listed=client.fetch_models)
    shares = build_shares(core, rules)
    moderation = build_moderation(rules, shares=shares)
    return Foundation(
        core=core,
        keys=keys,
        jobs=jobs,
        rules=rules,
        requests=requests,
        gallery=build_gallery(core, rules, requests=requests, shares=shares, update_case=moderation.cases.show),
        moderation=moderation,
    )
