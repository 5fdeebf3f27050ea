"""Why a store failed, as far as the person who runs the bot can mend it."""

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from bot.store.errors import OthersOlder, TablesNewer


class Reason(Enum):
    """What a store failed of."""

    DISK_FULL = auto()
    DISK_BROKEN = auto()
    READ_ONLY = auto()
    NO_FOLDER = auto()
    """A file is where a folder should be."""
    TABLES_NEWER = auto()
    OTHERS_OLDER = auto()
    AWAY = auto()
    """The database's server does not answer, or does not let us in."""


@dataclass(frozen=True, slots=True)
class StoreFailure:
    """A reason, the file or folder where that is known, and whether it is one of the database's server."""

    reason: Reason
    place: str | None = None
    is_on_server: bool = False


_ERRNOS = {
    errno.ENOSPC: Reason.DISK_FULL,
    errno.EDQUOT: Reason.DISK_FULL,
    errno.EFBIG: Reason.DISK_FULL,
    errno.EIO: Reason.DISK_BROKEN,
    errno.EROFS: Reason.READ_ONLY,
    errno.EACCES: Reason.READ_ONLY,
    errno.EPERM: Reason.READ_ONLY,
    errno.ENOTDIR: Reason.NO_FOLDER,
    errno.EEXIST: Reason.NO_FOLDER,
}
# https://www.sqlite.org/rescode.html
_SQLITE_CODES = {
    sqlite3.SQLITE_FULL: Reason.DISK_FULL,
    sqlite3.SQLITE_IOERR: Reason.DISK_BROKEN,
    sqlite3.SQLITE_READONLY: Reason.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Reason.READ_ONLY,
    sqlite3.SQLITE_PERM: Reason.READ_ONLY,
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_SQLSTATES = {"53100": Reason.DISK_FULL, "58030": Reason.DISK_BROKEN, "25006": Reason.READ_ONLY}
_PLAIN_CODE = 0xFF
"""The low byte of an extended code of SQLite is the plain one."""


_VERSIONS: Mapping[type[BaseException], Reason] = {
    TablesNewer: Reason.TABLES_NEWER,
    OthersOlder: Reason.OTHERS_OLDER,
}


def find_failure(error: BaseException) -> StoreFailure | None:
    """Find why a store failed in an error and its causes; None where it is something else, as a fault of ours."""
    return next((found for one in causes(error) if (found := _failure_of(one)) is not None), None)


def _failure_of(error: BaseException) -> StoreFailure | None:
    match error:
        case TablesNewer() | OthersOlder():
            return StoreFailure(_VERSIONS[type(error)])
        case OSError(errno=int() as number) if number in _ERRNOS:
            return StoreFailure(_ERRNOS[number], error.filename if isinstance(error.filename, str) else None)
        case sqlite3.Error():
            reason = _SQLITE_CODES.get(getattr(error, "sqlite_errorcode", 0) & _PLAIN_CODE)
            return reason and StoreFailure(reason)
    # By its name: the driver is there only where a PostgreSQL address is.
    if type(error).__module__.partition(".")[0] != "psycopg":
        return None
    state = getattr(error, "sqlstate", None)
    if state in _SQLSTATES:
        return StoreFailure(_SQLSTATES[state], is_on_server=True)
    is_operational = any(one.__name__ == "OperationalError" for one in type(error).__mro__)
    return StoreFailure(Reason.AWAY, is_on_server=True) if is_operational else None


def causes(error: BaseException) -> Iterator[BaseException]:
    """Give an error, and one after the other what each was raised from."""
    following: BaseException | None = error
    while following is not None:
        yield following
        following = following.__cause__
