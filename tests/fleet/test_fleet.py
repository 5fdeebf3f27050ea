"""Processes are killed, join and are restarted one after another while people are at work, who notice nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fleet.fleet import KILLED_SECONDS
from tests.fleet.load import Load
from tests.fleet.scene import end_well

if TYPE_CHECKING:
    from tests.fleet.scene import OpenScene


@pytest.mark.timeout(300)
async def test_a_kill_a_join_and_a_rolling_restart_are_noticed_by_nobody(open_scene: OpenScene) -> None:
    async with open_scene(shards=8, guilds=24, is_real=False) as scene:
        fleet = scene.fleet
        victim = await fleet.join()
        load = Load(scene.discord, scene.channels, acts_per_second=2)
        load.begin()
        other = await fleet.join()
        await fleet.share()
        assert await fleet.kill(victim) < KILLED_SECONDS
        newcomer = await fleet.join()
        await fleet.share()
        for name in (other, newcomer):
            await fleet.join()
            await fleet.stop(name)
        await fleet.share()
        await load.more(4)
        await end_well(scene, load)
        assert scene.discord.state.starts.remaining == scene.discord.limits.session_starts - scene.discord.limits.shards
