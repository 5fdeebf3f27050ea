"""One process per data folder."""

import sys
from pathlib import Path
from typing import IO, Self

from bot.store.errors import AlreadyRunning

_FILE_NAME = "easel.lock"


class Lock:
    """A hold on a data folder, until `release` or the end of the process, however it ends."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def release(self) -> None:
        """Let the folder go."""
        self._file.close()


def lock_data_dir(data_dir: Path) -> Lock:
    """Take hold of a data folder, beside its SQLite file; where the system has no flock, nothing is held.

    Raises:
        AlreadyRunning: another process has it.
        OSError: the folder cannot be written to.
    """
    path = data_dir / _FILE_NAME
    file = path.open("ab")
    if sys.platform != "win32":
        import fcntl  # noqa: PLC0415 - Windows has none

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.close()
            raise AlreadyRunning(str(data_dir)) from error
    return Lock(file)
