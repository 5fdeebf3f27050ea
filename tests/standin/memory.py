"""A place in memory for databases of tests: a commit waits for a disk some ten milliseconds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

_PLACE = Path("/dev/shm")  # noqa: S108 - only temporary folders are made there
_ROOM_BYTES = 2**30


def memory_folder() -> Path | None:
    """Name the folder that Linux keeps in memory; None where there is none, or little room, as in a container."""
    if not os.access(_PLACE, os.W_OK) or shutil.disk_usage(_PLACE).free < _ROOM_BYTES:
        return None
    return _PLACE
