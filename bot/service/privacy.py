"""What people and servers want done with their pictures."""

from dataclasses import dataclass

from bot.store.people.consents import Consents


@dataclass(frozen=True, slots=True)
class PrivacyRules:
    """What holds for one person in one place; outside of a server, `edits_of_uploads` is None.

    `edits_by_others`: others may edit the person's pictures. `edits_of_uploads`: what members post may be edited by
    others there.
    """

    edits_by_others: bool
    edits_of_uploads: bool | None


class Privacy:
    """What people and servers have said. Every method raises StoreUnavailable where the database does not answer."""

    def __init__(self, consents: Consents) -> None:
        self._consents = consents

    async def rules(self, user_id: int, guild_id: int | None) -> PrivacyRules:
        """Load what holds for a person in a place."""
        return PrivacyRules(
            edits_by_others=await self._consents.edits_by_others(user_id),
            edits_of_uploads=None if guild_id is None else await self._consents.edits_of_uploads(guild_id),
        )

    async def set_edits_by_others(self, user_id: int, *, allowed: bool) -> None:
        """Record whether others may edit a person's pictures."""
        await self._consents.set_edits_by_others(user_id, allowed=allowed)

    async def set_edits_of_uploads(self, guild_id: int, *, allowed: bool) -> None:
        """Record whether what members of a server post may be edited by others there."""
        await self._consents.set_edits_of_uploads(guild_id, allowed=allowed)
