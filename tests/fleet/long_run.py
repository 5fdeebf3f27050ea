"""The long form, for `make fleet`: four processes, 40 shards, 400 guilds, and everything that befalls a fleet.

`FLEET_ROUNDS` says how often; a round takes about three minutes.
"""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.store.database.migrations import versions
from tests.fleet.acts import Kind
from tests.fleet.fleet import KILLED_SECONDS, TAKEOVER_SECONDS
from tests.fleet.load import Load
from tests.fleet.scene import end_well
from tests.standin.process import ROOT

if TYPE_CHECKING:
    from tests.fleet.fleet import Fleet
    from tests.fleet.scene import OpenScene

_ROUNDS = int(os.environ.get("FLEET_ROUNDS", "2"))
_log = logging.getLogger(__name__)


@pytest.mark.timeout(3600)
async def test_a_fleet_of_four_answers_everything_once_whatever_befalls_it(open_scene: OpenScene) -> None:
    async with open_scene(shards=40, guilds=400, is_real=True) as scene:
        fleet, gateway = scene.fleet, scene.discord.gateway
        for _ in range(4):
            await fleet.join()
        await fleet.share()
        load = Load(scene.discord, scene.channels, acts_per_second=4)
        load.begin()
        await load.more(20)
        for _ in range(_ROUNDS):
            await be_killed(fleet)
            await be_frozen(fleet)
            await load.more(20)
            started, resumed = scene.discord.state.starts.remaining, gateway.resumes
            await be_restarted(fleet)
            await load.more(20)
            # Each session goes on in another process, so that nothing is missed and none of the day's starts is used.
            assert scene.discord.state.starts.remaining == started
            assert gateway.resumes - resumed >= scene.discord.limits.shards
        verdict = await end_well(scene, load)
        assert all(verdict.answered[kind.name.lower()] for kind in Kind), str(verdict)
        _log.info("%s; %d starts are left, %d sessions were resumed", verdict, started, gateway.resumes)


@pytest.mark.timeout(900)
async def test_a_fleet_of_the_version_before_is_replaced_by_this_one_and_nobody_notices(
    open_scene: OpenScene, tmp_path: Path
) -> None:
    before = {"PYTHONPATH": await asyncio.to_thread(check_out_before, tmp_path / "before")}
    async with open_scene(shards=8, guilds=24, is_real=True) as scene:
        fleet = scene.fleet
        first, second = await fleet.join(**before), await fleet.join(**before)
        await fleet.share()
        load = Load(scene.discord, scene.channels, acts_per_second=2)
        load.begin()
        await load.more(10)
        await fleet.join()
        await fleet.share()
        await load.more(10)
        # One of the version before starts again beside tables that are newer than its own.
        await fleet.stop(first)
        third = await fleet.join(**before)
        await fleet.share()
        await load.more(10)
        for name in (second, third):
            await fleet.join()
            await fleet.stop(name)
        await fleet.share()
        await load.more(10)
        _log.info("%s", await end_well(scene, load))


def check_out_before(folder: Path) -> str:
    """Write out what the bot was before its newest migration came; returns the folder."""
    newest = max(Path(versions.__path__[0]).glob("v*.py"))
    added = git("log", "--diff-filter=A", "--format=%H", "-1", "--", str(newest))
    folder.mkdir()
    archive = folder / "before.tar"
    git("archive", "--output", str(archive), f"{added}^", "bot", "cogs")
    shutil.unpack_archive(archive, folder, filter="data")
    assert not (folder / newest.relative_to(ROOT)).exists()
    return str(folder)


def git(*arguments: str) -> str:
    command = ("git", *arguments)
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603


async def be_killed(fleet: Fleet) -> None:
    """Lose one process, and then two at once, and have as many join."""
    first, second, third, _ = fleet.running
    for names in ([first], [second, third]):
        assert await fleet.kill(*names) < KILLED_SECONDS
        for _ in names:
            await fleet.join()
        await fleet.share()


async def be_frozen(fleet: Fleet) -> None:
    """Freeze a process until it is missed, and wake it."""
    name = next(iter(fleet.running))
    assert await fleet.freeze(name) < TAKEOVER_SECONDS
    fleet.wake(name)
    await fleet.share()


async def be_restarted(fleet: Fleet) -> None:
    """Restart all, one after another."""
    for name in list(fleet.running):
        await fleet.stop(name)
        await fleet.join()
        await fleet.share()
