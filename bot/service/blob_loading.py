"""The bytes of what people ask for, as the services give them."""

from bot.domain.errors import PicturesGone
from bot.store.blobs.blob_store import Blobs
from bot.store.errors import BlobMissing


async def load_bytes(blobs: Blobs, blob: str) -> bytes:
    """Load a blob that somebody asks for by what it belongs to.

    Raises:
        PicturesGone: it is there no longer.
        StoreUnavailable: the blob store does not answer.
    """
    try:
        return await blobs.get(blob)
    except BlobMissing as error:
        raise PicturesGone from error
