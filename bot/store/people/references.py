"""References: pictures that people put aside for their next request, each person's for a while."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, RowMapping, bindparam, delete, func, select, update
from sqlalchemy.sql.dml import ReturningDelete

from bot.domain.request import PictureRef
from bot.store.blobs.deletions import mark_for_deletion
from bot.store.database.advisory_locks import AdvisoryLock, take_lock
from bot.store.database.batches import build_delete_expired
from bot.store.database.engine import Database
from bot.store.database.inserts import build_inserts
from bot.store.jobs.loader import to_picture_ref
from bot.store.people.tables import reference_pictures as pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A picture that was put aside: the `place`-th of those that came with the interaction of the id `id`.

    `parent` is the picture of ours that it is. With `spoiler` it was hidden where it came from.
    """

    id: int
    place: int
    user_id: int
    blob: str
    label: str
    parent: PictureRef | None = None
    spoiler: bool = False
    expires_at: datetime


_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_IS_USERS = pictures.c.user_id == bindparam("user")
_LASTS = pictures.c.expires_at > bindparam("now")
_OF = select(pictures).where(_IS_USERS, _LASTS).order_by(pictures.c.id, pictures.c.place)
HAS_REFERENCES = select(pictures.c.id).where(_IS_USERS, _LASTS)
"""Something for `exists`: what the person `user` has put aside that lasts after `now`."""
_OTHERS = select(func.count()).select_from(pictures).where(_IS_USERS, _LASTS, pictures.c.id.not_in(_IDS))
_ADD = build_inserts(pictures)
_RENEW = update(pictures).where(_IS_USERS, _LASTS)
_CLEAR = delete(pictures).where(_IS_USERS).returning(pictures.c.id)
_REMOVE = delete(pictures).where(_IS_USERS, pictures.c.id.in_(_IDS)).returning(pictures.c.id)
_EXPIRE = build_delete_expired(pictures)


class References:
    """The references of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, references: Sequence[Reference], *, at_most: int, now: datetime) -> bool:
        """Put pictures of one person aside; False, and nothing is changed, when that would be more than `at_most`.

        All that the person has there lasts as long as the new ones from now on. Those that are there already, as when
        an interaction comes twice, are not added again.
        """
        if not references:
            return True
        values = [_to_row(one) for one in references]
        person = {"user": references[0].user_id, "now": now}

        def work(connection: Connection) -> bool:
            # Two that are added at once must count each other.
            take_lock(connection, AdvisoryLock.REFERENCES)
            ids = list({one.id for one in references})
            others = connection.execute(_OTHERS, {**person, "ids": ids}).scalar_one()
            if others + len(references) > at_most:
                return False
            connection.execute(_ADD[connection.dialect.name], values)
            connection.execute(_RENEW, {**person, "expires_at": max(one.expires_at for one in references)})
            return True

        return await self._database.write(work)

    async def of(self, user_id: int, *, now: datetime) -> list[Reference]:
        """List what a person has put aside, in the order in which it was asked for."""

        def work(connection: Connection) -> list[Reference]:
            return [_from_row(row) for row in connection.execute(_OF, {"user": user_id, "now": now}).mappings()]

        return await self._database.read(work)

    async def clear(self, user_id: int) -> list[int]:
        """Take all away that a person has put aside; gives the ids, whose blobs are marked for deletion."""
        return await self._take(_CLEAR, {"user": user_id})

    async def remove(self, ids: Sequence[int], *, user_id: int) -> None:
        """Take away what a person has put aside under these ids; the blobs are marked for deletion."""
        await self._take(_REMOVE, {"user": user_id, "ids": list(ids)})

    async def delete_expired(self, *, before: datetime) -> list[int]:
        """Delete some of the references that lasted until before a moment; gives their ids, none at the end.

        Their blobs are marked for deletion.
        """
        return await self._take(_EXPIRE, {"before": before})

    async def _take(self, statement: ReturningDelete[int], values: dict[str, Any]) -> list[int]:
        def work(connection: Connection) -> list[int]:
            ids = sorted(set(connection.execute(statement, values).scalars()))
            mark_for_deletion(connection, ids)
            return ids

        return await self._database.write(work)


def _to_row(reference: Reference) -> dict[str, Any]:
    parent = reference.parent
    return {
        "id": reference.id,
        "place": reference.place,
        "user_id": reference.user_id,
        "blob": reference.blob,
        "label": reference.label,
        "parent_job": parent and parent.job_id,
        "parent_place": parent and parent.place,
        "spoiler": reference.spoiler,
        "expires_at": reference.expires_at,
    }


def _from_row(row: RowMapping) -> Reference:
    return Reference(
        id=row["id"],
        place=row["place"],
        user_id=row["user_id"],
        blob=row["blob"],
        label=row["label"],
        parent=to_picture_ref(row["parent_job"], row["parent_place"]),
        spoiler=row["spoiler"],
        expires_at=row["expires_at"],
    )
