"""What a server sets and spends: /settings, /usage."""

from dataclasses import dataclass

from bot.chat.server.settings import SettingsMessages
from bot.chat.server.settings_controls import SettingsControls
from bot.chat.server.usage import UsageAnswers
from bot.service.server_settings import Inherited, SettingsAdmin
from bot.service.usage import Usage
from bot.store.money.ledger import Ledger
from bot.store.server.ledger import ServerLedger
from bot.wiring.core import Core
from bot.wiring.feature import Feature
from bot.wiring.rules import RuleParts
from cogs.settings import Settings as SettingsCog
from cogs.usage import Usage as UsageCog


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerFeature(Feature):
    """The settings of servers, and what was spent."""

    settings_admin: SettingsAdmin
    usage: Usage


def build_server(core: Core, rules: RuleParts) -> ServerFeature:
    """Build it."""
    settings = core.settings
    settings_admin = SettingsAdmin(
        rules.servers,
        consents=rules.consents,
        audit=rules.audit,
        server_rules=rules.server_rules,
        inherited=Inherited(
            defaults=settings.default_options, limits=core.limits, budgets=settings.budgets, rules=core.rules
        ),
    )
    usage = Usage(
        Ledger(core.database, core.pseudonyms),
        ServerLedger(core.database),
        settings.budgets,
        servers=rules.servers,
    )
    messages = SettingsMessages(settings_admin)
    usage_answers = UsageAnswers(usage, offload=core.offload, free=core.profile.free)
    return ServerFeature(
        settings_admin=settings_admin,
        usage=usage,
        cogs=(SettingsCog(messages), UsageCog(usage_answers)),
        components=SettingsControls(messages).components,
    )
