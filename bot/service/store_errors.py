"""What the store fails with, as people are told of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.domain.errors import StorageDown
from bot.store.errors import StoreError


@contextmanager
def store_errors() -> Iterator[None]:
    """Turn what the store raises into what is told.

    Raises:
        StorageDown: the store does not answer.
    """
    try:
        yield
    except StoreError as error:
        raise StorageDown from error
