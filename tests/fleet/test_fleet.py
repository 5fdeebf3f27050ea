"""Processes are killed, join and are restarted one after another while people are at work, who notice nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fleet.judge import Judge
from tests.fleet.load import Load

if TYPE_CHECKING:
    from tests.fleet.conftest import OpenScene, Scene

# The one that is killed had at most this long to be missed, and its shards to be taken over.
TAKEOVER_SECONDS = 20.0


async def judge(scene: Scene, load: Load) -> None:
    """Let everything come to its end, and look at what came of it."""
    await load.end()
    judge = Judge(scene.discord, scene.images, load.acts)
    await judge.settle(timeout_seconds=60)
    for name in list(scene.fleet.running)[1:]:
        await scene.fleet.stop(name)
    verdict = judge.judge()
    assert not verdict.problems, "\n".join([str(verdict), *verdict.problems])
    assert scene.discord.state.starts.too_early == []


@pytest.mark.timeout(240)
async def test_a_kill_a_join_and_a_rolling_restart_are_noticed_by_nobody(open_scene: OpenScene) -> None:
    async with open_scene(shards=8, guilds=24, is_forked=True) as scene:
        fleet = scene.fleet
        victim, other = await fleet.join(), await fleet.join()
        await fleet.share()
        load = Load(scene.discord, scene.channels, acts_per_second=2)
        load.begin()
        await load.more(8)
        assert await fleet.kill(victim) < TAKEOVER_SECONDS
        newcomer = await fleet.join()
        await fleet.share()
        await load.more(4)
        for name in (other, newcomer):
            await fleet.stop(name)
            await fleet.join()
            await fleet.share()
        await load.more(4)
        await judge(scene, load)
