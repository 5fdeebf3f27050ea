"""The folders in which exports are packed: beside all else that is kept, and gone after their process."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.store.database.data_dir_lock import lock_data_dir
from bot.store.errors import AlreadyRunning


class ExportFolders:
    """Folders under a root, each locked while it is packed in. Every method blocks."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @contextmanager
    def open(self, user_id: int) -> Iterator[Path]:
        """Make a folder for what is packed for a person, which goes with the block.

        Raises:
            OSError: the disk does not take it.
        """
        self._root.mkdir(parents=True, exist_ok=True)
        with (
            TemporaryDirectory(prefix=f"{user_id}-", dir=self._root, ignore_cleanup_errors=True) as folder,
            lock_data_dir(Path(folder)),
        ):
            yield Path(folder)

    def clear(self) -> None:
        """Delete what processes have left that were killed; what another one packs in right now stays."""
        for folder in self._root.glob("*/"):
            try:
                with lock_data_dir(folder):
                    shutil.rmtree(folder, ignore_errors=True)
            except (AlreadyRunning, OSError):
                continue

    def drop(self, user_id: int) -> None:
        """Delete what is packed for a person, also right now."""
        for folder in self._root.glob(f"{user_id}-*/"):
            shutil.rmtree(folder, ignore_errors=True)
