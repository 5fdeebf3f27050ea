"""Moderation: reports, cases, mutes and the audit log."""

from dataclasses import dataclass

from bot.chat.moderation.audit_log import AuditLog
from bot.chat.moderation.case_messages import CaseMessages
from bot.chat.moderation.cases import Cases
from bot.chat.moderation.mutes import MuteCommands
from bot.chat.moderation.reports import ReportForms
from bot.service.moderation import Moderation
from bot.wiring.feature import Feature
from bot.wiring.gallery import ShareServices
from bot.wiring.rules import RuleServices
from cogs.moderation import Moderation as ModerationCog


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationFeature(Feature):
    """What moderators decide, and the messages about it."""

    moderation: Moderation
    cases: CaseMessages


def build_moderation(rules: RuleServices, *, shares: ShareServices) -> ModerationFeature:
    """Build it."""
    moderation = Moderation(rules.reports, mutes=rules.mutes, audit=rules.audit)
    case_messages = CaseMessages(
        moderation, gallery=shares.gallery, pictures=shares.pictures, channels=shares.channels, servers=rules.servers
    )
    cases = Cases(moderation, share_messages=shares.messages, case_messages=case_messages)
    report_forms = ReportForms(
        moderation,
        gallery=shares.gallery,
        server_rules=rules.server_rules,
        share_messages=shares.messages,
        case_messages=case_messages,
    )
    audit_log = AuditLog(moderation)
    return ModerationFeature(
        moderation=moderation,
        cases=case_messages,
        cogs=(ModerationCog(cases, mutes=MuteCommands(moderation), audit_log=audit_log),),
        components=(*report_forms.components, *cases.components, *audit_log.components),
    )
