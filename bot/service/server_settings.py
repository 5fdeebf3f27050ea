"""The settings of a server, as its managers see and change them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.domain.budget import Budget
from bot.domain.masked_edits import MaskedEdits
from bot.domain.offer import Offer
from bot.domain.options import Options
from bot.domain.server import ServerSettings
from bot.service.rules import Rules
from bot.service.server_keys import KeyState, ServerKeys
from bot.service.server_rules import ServerRules
from bot.store.jobs.admission import Limits
from bot.store.moderation.audit import Audit, AuditAction, Entry
from bot.store.people.consents import Consents
from bot.store.server.settings import ChangedBy, Servers

Change = Callable[[ServerSettings], ServerSettings]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inherited:
    """What holds where a server has said nothing."""

    defaults: Options
    limits: Limits
    budgets: Sequence[Budget]
    rules: Rules
    masked_edits: MaskedEdits = MaskedEdits.EXACT


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsState:
    """Everything that a server has set, and what it inherits.

    `edits_of_uploads`: what members post may be edited by others there. `offer` is what can be chosen. Where the server
    has a key of its own, what is inherited is what that key's provider allows.
    """

    settings: ServerSettings
    edits_of_uploads: bool
    offer: Offer
    inherited: Inherited
    key_state: KeyState

    @property
    def masked_edits(self) -> MaskedEdits:
        """What becomes of edits with a mask here."""
        return self.settings.masked_edits or self.inherited.masked_edits


class SettingsAdmin:
    """The settings of all servers. Every method raises StoreUnavailable where the database does not answer."""

    def __init__(
        self,
        servers: Servers,
        *,
        consents: Consents,
        audit: Audit,
        server_rules: ServerRules,
        server_keys: ServerKeys,
        inherited: Inherited,
    ) -> None:
        self._servers = servers
        self._consents = consents
        self._audit = audit
        self._server_rules = server_rules
        self._server_keys = server_keys
        self._inherited = inherited

    async def load(self, guild_id: int) -> SettingsState:
        """Load what a server has set."""
        return await self._sheet(guild_id, await self._servers.load(guild_id))

    async def change(self, guild_id: int, change: Change, *, by: ChangedBy) -> SettingsState:
        """Change it, and put on record who did; of two at once each builds upon the other."""
        return await self._sheet(guild_id, await self._servers.change(guild_id, change, now=datetime.now(UTC), by=by))

    async def set_edits_of_uploads(self, guild_id: int, *, allowed: bool, by: ChangedBy) -> SettingsState:
        """Say whether what members post may be edited by others, and put on record who said so."""
        await self._consents.set_edits_of_uploads(guild_id, allowed=allowed)
        await self._audit.record(
            Entry(
                id=by.interaction_id,
                guild_id=guild_id,
                moderator_id=by.user_id,
                act=AuditAction.SETTINGS_CHANGED,
                details={"changed": ["edits_of_uploads"]},
                created_at=datetime.now(UTC),
            )
        )
        return await self.load(guild_id)

    async def _sheet(self, guild_id: int, settings: ServerSettings) -> SettingsState:
        key_state = await self._server_keys.load(guild_id)
        key = key_state.key
        rules = None if key is None else self._server_keys.rules_of(key)
        return SettingsState(
            settings=settings,
            edits_of_uploads=await self._consents.edits_of_uploads(guild_id),
            offer=self._server_rules.offer(settings, key),
            inherited=self._inherited if rules is None else replace(self._inherited, rules=rules, budgets=()),
            key_state=key_state,
        )
