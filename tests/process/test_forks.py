"""The processes of these tests come from one server of forks, which none of them takes along when it is killed."""

from __future__ import annotations

import os
import socket
from multiprocessing.forkserver import _forkserver
from typing import TYPE_CHECKING

from tests.process.command import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.standin.platform import Platform


async def test_who_is_killed_while_it_asks_for_a_fork_ends_nobody_else(discord: Platform, tmp_path: Path) -> None:
    assert (await run(discord, tmp_path, "--help")).code == 0
    server = vars(_forkserver)["_forkserver_pid"]
    with socket.socket(socket.AF_UNIX) as asking:
        asking.connect(vars(_forkserver)["_forkserver_address"])
    assert (await run(discord, tmp_path, "--help")).code == 0
    assert vars(_forkserver)["_forkserver_pid"] == server
    os.kill(server, 0)
