"""Moderation: reports, cases, mutes and the audit log."""

from dataclasses import dataclass

from bot.chat.moderation.cases import CaseMessages
from bot.service.moderation import Moderation
from bot.store.moderation.reports import Reports
from bot.wiring.core import Core
from bot.wiring.feature import Feature
from bot.wiring.gallery import GalleryFeature
from bot.wiring.rules import RuleParts


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationFeature(Feature):
    """What moderators decide, and the messages about it."""

    moderation: Moderation
    cases: CaseMessages


def build_moderation_service(core: Core, rules: RuleParts) -> Moderation:
    """Build what the gallery, too, asks."""
    return Moderation(Reports(core.database, rules.mutes), mutes=rules.mutes, audit=rules.audit)


def build_moderation(
    core: Core, rules: RuleParts, *, gallery: GalleryFeature, moderation: Moderation
) -> ModerationFeature:
    """Build it."""
    cases = CaseMessages(
        core.bot, moderation, share_messages=gallery.messages, gallery=gallery.gallery, servers=rules.servers
    )
    return ModerationFeature(moderation=moderation, cases=cases)
