"""Keeping a server friendly: what members report, what moderators decide, and who is muted."""

from datetime import datetime

from bot.domain.errors import NotShared
from bot.domain.reports import Case, Report, Reporting, Verdict
from bot.store.moderation.audit import Audit, AuditAction, Entry
from bot.store.moderation.mutes import Mute, Mutes
from bot.store.moderation.reports import Decision, Reports

PAGE = 10
"""Deeds of the log a page."""


class Moderation:
    """Reports, decisions and mutes. Every method raises StoreUnavailable where the database does not answer.

    Whether a person may do it is the caller's to check (`bot.domain.access`). Each act is on record under the id of the
    interaction that asked for it.
    """

    def __init__(self, reports: Reports, *, mutes: Mutes, audit: Audit) -> None:
        self._reports = reports
        self._mutes = mutes
        self._audit = audit

    async def report(self, report: Report, *, interaction_id: int) -> Reporting:
        """Put a person's report on record, which may hide the picture.

        Raises:
            NotShared: it is shared no more.
        """
        led_to = await self._reports.report(report, entry_id=interaction_id)
        if led_to is None:
            raise NotShared
        return led_to

    async def decide(
        self, share_id: int, verdict: Verdict, *, moderator_id: int, interaction_id: int, now: datetime
    ) -> Decision:
        """Do what a moderator says about a reported picture; where it was decided already, nothing changes.

        Raises:
            NotShared: neither the picture nor its case is on record any more.
        """
        decision = await self._reports.decide(
            share_id, verdict, moderator_id=moderator_id, entry_id=interaction_id, now=now
        )
        if decision is None:
            raise NotShared
        return decision

    async def mute(self, mute: Mute, *, interaction_id: int) -> None:
        """Let a person use the bot no more in a server."""
        until = None if mute.ends_at is None else int(mute.ends_at.timestamp())
        entry = Entry(
            id=interaction_id,
            guild_id=mute.guild_id,
            moderator_id=mute.by_user_id,
            act=AuditAction.MUTED,
            user_id=mute.user_id,
            details={"until": until},
            created_at=mute.created_at,
        )
        await self._mutes.mute(mute, entry)

    async def unmute(
        self, guild_id: int, user_id: int, *, moderator_id: int, interaction_id: int, now: datetime
    ) -> bool:
        """Let a person use the bot again; False when they could already."""
        entry = Entry(
            id=interaction_id,
            guild_id=guild_id,
            moderator_id=moderator_id,
            act=AuditAction.UNMUTED,
            user_id=user_id,
            created_at=now,
        )
        return await self._mutes.unmute(guild_id, user_id, entry)

    async def muted(self, guild_id: int, *, now: datetime) -> tuple[Mute, ...]:
        """List who is muted in a server now, the last ones first."""
        return await self._mutes.of_server(guild_id, now=now)

    async def find_case(self, share_id: int) -> Case | None:
        """Find the case of a shared picture; None where nobody has reported it, or where it is on record no more."""
        return await self._reports.find(share_id)

    async def open_cases(self, guild_id: int, *, after: int = 0, limit: int) -> tuple[Case, ...]:
        """List the pictures of a server that wait for a decision, oldest first, from behind a share's id on."""
        return await self._reports.open_cases(guild_id, after=after, limit=limit)

    async def audit_actions(self, case: Case) -> tuple[Entry, ...]:
        """List what was done about a reported picture, oldest first."""
        return await self._audit.of_share(case.share.guild_id, case.share.id)

    async def log(self, guild_id: int, *, before: int | None = None) -> tuple[Entry, ...]:
        """Load a page of what moderators did in a server, newest first."""
        return await self._audit.page(guild_id, before=before, limit=PAGE)

    async def set_message(self, case: Case, *, channel_id: int, message_id: int) -> bool:
        """Record the moderators' message about a case; False when another one took its place meanwhile."""
        return await self._reports.set_message(
            case.share.id, channel_id=channel_id, message_id=message_id, instead_of=case.message_id
        )
