"""What people put aside: pictures for their next request."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.domain.errors import TooManyPictures
from bot.domain.options import Options
from bot.domain.request import ImageRequest, InputFile
from bot.jobs.inputs import Inputs
from bot.service.blob_loading import load_bytes
from bot.store.blobs.blob_store import Blobs
from bot.store.people.references import Reference, References

REFERENCES_LAST = timedelta(minutes=15)
REFERENCES_AT_MOST = 10
"""Of one person: as many as a message has pictures."""


class SavedReferences:
    """The references of people. Every method raises StoreUnavailable where the database or the blobs do not answer."""

    def __init__(self, references: References, *, blobs: Blobs, inputs: Inputs, defaults: Options) -> None:
        """Make pictures ready for the model that `defaults` name."""
        self._references = references
        self._blobs = blobs
        self._inputs = inputs
        self._defaults = defaults

    async def references(self, user_id: int) -> tuple[Reference, ...]:
        """List what a person has put aside, the oldest first."""
        return tuple(await self._references.of(user_id, now=datetime.now(UTC)))

    async def put(
        self,
        id: int,  # noqa: A002 - as in the store
        files: Sequence[InputFile],
        *,
        user_id: int,
        spoiler: bool,
    ) -> tuple[Reference, ...]:
        """Put pictures aside under an id that is new; gives all that the person has there, for 15 minutes from now.

        Raises:
            BadImage: one of them cannot be used.
            TooManyPictures: there would be more than `REFERENCES_AT_MOST`.
        """
        now = datetime.now(UTC)
        before = await self._references.of(user_id, now=now)
        pictures = len(before) + len(files)
        if pictures > REFERENCES_AT_MOST:
            raise TooManyPictures(pictures=pictures, limit=REFERENCES_AT_MOST)
        ready = await self._inputs.prepare(ImageRequest("", self._defaults, images=tuple(files)))
        stored = await self._inputs.keep(id, ready.files)
        added = [
            Reference(
                id=id,
                place=place,
                user_id=user_id,
                blob=one.blob,
                label=one.label,
                parent=one.parent,
                spoiler=spoiler,
                expires_at=now + REFERENCES_LAST,
            )
            for place, one in enumerate(stored, start=1)
        ]
        if not await self._references.add(added, at_most=REFERENCES_AT_MOST, now=now):
            await self._blobs.drop(id)
            raise TooManyPictures(pictures=pictures, limit=REFERENCES_AT_MOST)
        return await self.references(user_id)

    async def load(self, blob: str) -> bytes:
        """Load a picture that was put aside.

        Raises:
            PicturesGone: it is there no longer.
        """
        return await load_bytes(self._blobs, blob)

    async def clear(self, user_id: int) -> int:
        """Take all references of a person away; gives how many they were."""
        count = len(await self.references(user_id))
        for one in await self._references.clear(user_id):
            await self._blobs.drop(one)
        return count

    async def use_up(self, user_id: int, ids: Sequence[int]) -> None:
        """Take references away that went along with a request."""
        await self._references.remove(ids, user_id=user_id)
        for one in ids:
            await self._blobs.drop(one)
