"""What a server sets and spends: /settings, /usage."""

from dataclasses import dataclass

from bot.chat.server.key_controls import KeyControls
from bot.chat.server.settings import SettingsMessages
from bot.chat.server.settings_controls import SettingsControls
from bot.chat.server.usage import UsageAnswers
from bot.service.server_keys import ServerKeys
from bot.service.server_settings import Inherited, SettingsAdmin
from bot.service.usage import Usage
from bot.store.money.ledger import Ledger
from bot.store.server.ledger import ServerLedger
from bot.wiring.feature import Feature, Periodic
from bot.wiring.foundation import Foundation
from cogs.server_keys import ServerKeys as ServerKeysCog
from cogs.settings import Settings as SettingsCog
from cogs.usage import Usage as UsageCog

KEEP_UP_SECONDS = 3600.0
"""Between two looks for keys of servers that the bot has left, and that are not under the newest SECRETS_KEY."""

LANGUAGES_SECONDS = 300.0
"""Between two looks for languages that servers have chosen in another process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerFeature(Feature):
    """The settings of servers, and what was spent."""

    settings_admin: SettingsAdmin
    usage: Usage


def build_server(foundation: Foundation) -> ServerFeature:
    """Build it."""
    core, rules, keys = foundation.core, foundation.rules, foundation.keys
    settings = core.settings
    server_keys = ServerKeys(
        keys.stored,
        cipher=keys.cipher,
        reader=keys.reader,
        providers=keys.providers,
        open_client=keys.open_client,
        rules_by_provider=keys.rules_by_provider,
        models_by_provider=core.offered.by_provider,
    )
    settings_admin = SettingsAdmin(
        rules.servers,
        consents=rules.consents,
        audit=rules.audit,
        server_rules=rules.server_rules,
        server_keys=server_keys,
        inherited=Inherited(
            defaults=settings.default_options,
            limits=core.limits,
            budgets=settings.budgets,
            rules=core.rules,
            masked_edits=settings.masked_edits,
        ),
    )
    usage = Usage(
        Ledger(core.database, core.pseudonyms),
        ServerLedger(core.database),
        settings.budgets,
        servers=rules.servers,
    )

    async def keep_up() -> None:
        await server_keys.keep_up(core.bot.guild_loader.has_left)

    async def read_languages() -> None:
        await core.languages.load_servers(rules.servers)

    messages = SettingsMessages(settings_admin)
    usage_answers = UsageAnswers(usage, offload=core.offload, free=core.profile.free)
    return ServerFeature(
        settings_admin=settings_admin,
        usage=usage,
        cogs=(SettingsCog(messages), UsageCog(usage_answers), ServerKeysCog(server_keys)),
        components=(*SettingsControls(messages).components, *KeyControls(messages, server_keys).components),
        periodic=(Periodic(KEEP_UP_SECONDS, keep_up), Periodic(LANGUAGES_SECONDS, read_languages)),
    )
