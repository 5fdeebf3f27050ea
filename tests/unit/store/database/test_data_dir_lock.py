"""One process per data folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.store.database.data_dir_lock import lock_data_dir
from bot.store.errors import AlreadyRunning

if TYPE_CHECKING:
    from collections.abc import Iterator

HOLDER = """
import pathlib, sys
from bot.store.database.data_dir_lock import lock_data_dir
lock = lock_data_dir(pathlib.Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A second process that has the folder."""
    root = Path(__file__).parents[4]
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_process_is_turned_away_and_told_where(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(AlreadyRunning) as caught:
        lock_data_dir(tmp_path)
    assert caught.value.path == str(tmp_path)


def test_a_killed_process_holds_nothing(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    with lock_data_dir(tmp_path), pytest.raises(AlreadyRunning):
        lock_data_dir(tmp_path)


def test_a_folder_that_was_let_go_is_free(tmp_path: Path) -> None:
    lock_data_dir(tmp_path).release()
    with lock_data_dir(tmp_path):
        pass
    lock_data_dir(tmp_path).release()
