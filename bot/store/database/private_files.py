"""What is kept is for the account alone that the bot runs under."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_OTHERS = 0o077


def keep_files_private() -> None:
    """Have every file that this process makes from now on be 0600, and every folder 0700."""
    os.umask(_OTHERS)


def make_private(paths: Iterable[Path]) -> None:
    """Take from others what they may do with files and folders, and all that is in these; blocks.

    A folder that is private already is not looked through. What is another account's stays as it is.
    """
    for path in paths:
        with suppress(OSError):
            mode = path.lstat().st_mode
            if not mode & _OTHERS or path.is_symlink():
                continue
            if path.is_dir():
                make_private(path.iterdir())
            path.chmod(mode & ~_OTHERS)
