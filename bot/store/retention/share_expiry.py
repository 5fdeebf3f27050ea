"""The end of shares that nobody sees any more; what bars a picture from being shared again stays."""

from sqlalchemy import delete, exists, text

from bot.domain.reports import CaseState
from bot.store.database.engine import Database
from bot.store.gallery.tables import share_copies, shares
from bot.store.jobs.tables import jobs
from bot.store.moderation.tables import cases

# Word for word as in the index: the databases do not look into a parameter.
_IS_GONE = text("shares.state = 'gone'")
_IS_SHOWN = exists().where(share_copies.c.share_id == shares.c.id)
# What moderators have taken away stays on record while there is something that could be shared once more.
_IS_BARRED = exists().where(cases.c.share_id == shares.c.id, cases.c.state != CaseState.KEPT.value) & exists().where(
    jobs.c.id == shares.c.job_id
)
_DELETE_GONE = delete(shares).where(_IS_GONE, ~_IS_SHOWN, ~_IS_BARRED)


class ShareExpiry:
    """Deletes shares. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def delete_gone(self) -> int:
        """Delete the shares that are gone and that no message shows any more; gives their number.

        Those that were reported and not kept stay, as long as their pictures do.
        """
        return await self._database.write(lambda connection: connection.execute(_DELETE_GONE).rowcount)
