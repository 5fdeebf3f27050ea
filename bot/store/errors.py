"""What goes wrong with the store itself; none of it is the asker's doing."""

from enum import Enum, auto


class StoreError(Exception):
    """The root of the store's own errors."""


class StoreUnavailable(StoreError):
    """The database or the blob store did not do what it was asked: down, full, locked, or read-only.

    Raised from its cause. After it a transaction has either happened whole or not at all; only where the
    connection was lost during the commit is it unknown which, and loading the job tells.
    """


class BucketTrouble(Enum):
    """What is wrong with a bucket, or with how it is asked."""

    MISSING = auto()
    KEY_REFUSED = auto()
    NOT_ALLOWED = auto()
    """The key is known, and may not do what it was used for."""
    NO_KEY = auto()
    PLAIN_HTTP = auto()
    """Its address begins with http://, which has to be allowed."""
    ELSEWHERE = auto()
    """It is in another region, or at another address."""


class BucketUnusable(StoreUnavailable):
    """A bucket does nothing for us until somebody mends that."""

    def __init__(self, trouble: BucketTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class TablesNewer(StoreUnavailable):
    """The tables are those of a later version, which this one does not know."""


class OthersOlder(StoreUnavailable):
    """Processes of an older version run on the database, which could not work with the tables of this one."""


class BlobMissing(StoreError):
    """No blob has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class AlreadyRunning(StoreError):
    """Another process holds the data folder at `path`."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class TooSoon(StoreError):
    """The provider was asked for as many pictures as it may be within a minute; there is room in `wait_seconds`."""

    def __init__(self, wait_seconds: float) -> None:
        super().__init__(wait_seconds)
        self.wait_seconds = wait_seconds
