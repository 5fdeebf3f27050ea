"""The long form, for `make fleet`: four processes, 40 shards, 400 guilds, and everything that befalls a fleet.

`FLEET_ROUNDS` says how often; a round takes about four minutes.
"""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

import pytest

from tests.fleet.fleet import TAKEOVER_SECONDS
from tests.fleet.load import Load
from tests.fleet.scene import end_well

if TYPE_CHECKING:
    from tests.fleet.fleet import Fleet
    from tests.fleet.scene import OpenScene

_ROUNDS = int(os.environ.get("FLEET_ROUNDS", "2"))
_log = logging.getLogger(__name__)


@pytest.mark.timeout(3600)
async def test_a_fleet_of_four_answers_everything_once_whatever_befalls_it(open_scene: OpenScene) -> None:
    async with open_scene(shards=40, guilds=400, is_forked=False) as scene:
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
        starts = scene.discord.state.starts.to_json()
        _log.warning("%s; %s; %d resumed", verdict, starts, gateway.resumes)


async def be_killed(fleet: Fleet) -> None:
    """Lose one process, and then two at once, and have as many join."""
    first, *others = list(fleet.running)
    seconds = await fleet.kill(first)
    _log.warning("one was killed: its guilds were served after %.1f s", seconds)
    assert seconds < TAKEOVER_SECONDS
    await fleet.join()
    await fleet.share()
    seconds = await fleet.kill(*others[:2])
    _log.warning("two were killed: their guilds were served after %.1f s", seconds)
    assert seconds < TAKEOVER_SECONDS
    for _ in range(2):
        await fleet.join()
    await fleet.share()


async def be_frozen(fleet: Fleet) -> None:
    """Freeze a process until it is missed, and wake it."""
    name = next(iter(fleet.running))
    seconds = await fleet.freeze(name)
    _log.warning("one was frozen: its guilds were served after %.1f s", seconds)
    fleet.wake(name)
    await fleet.share()


async def be_restarted(fleet: Fleet) -> None:
    """Restart all, one after another."""
    for name in list(fleet.running):
        seconds = await fleet.stop(name)
        _log.warning("one has stopped: its guilds were served %.1f s after its end", seconds)
        await fleet.join()
        await fleet.share()
