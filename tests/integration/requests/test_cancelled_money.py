"""Money that is gone for nothing: whoever cancels again and again comes to the end of a budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.budget import Budget
from bot.store.money.tables import ChargeState
from tests.integration.conftest import told
from tests.integration.layouts import said
from tests.integration.results.results import newest
from tests.standin.provider import Hang, ImagesProvider

if TYPE_CHECKING:
    from tests.integration.conftest import Start, World


async def cancel_again_and_again(world: World, provider: ImagesProvider, *, times: int) -> str:
    """Ask, cancel as soon as the provider has the request, and give what the last answer says."""
    for number in range(times):
        asked = await world.ada.slash(world.channel, "imagine", prompt=f"fox {number}")
        if "reached today's limit" in told(asked).content:
            return told(asked).content
        await provider.asked(f"fox {number}")
        await world.ada.click(await world.says(asked, "drawing for"), label="Cancel")
        await world.all_ended()
    return told(asked).content


@pytest.mark.parametrize(
    ("budget", "percent", "calls"),
    [("user/day=1 pictures", 100, 1), ("user/day=1 pictures", 0, 2), ("bot/day=1 pictures", 0, 1)],
)
async def test_cancelled_calls_come_to_the_end_of_a_budget(start: Start, budget: str, percent: int, calls: int) -> None:
    async with ImagesProvider(default=Hang()) as provider:
        world = await start(
            images_provider="compatible",
            images_base_url=provider.url,
            progress_seconds=2,
            budgets=(Budget.from_text(budget),),
            cancel_charge_percent=percent,
        )
        await cancel_again_and_again(world, provider, times=2)
        assert len(provider.requests.items) == calls


async def test_a_cancel_says_what_it_counts_and_the_server_is_told_apart(start: Start) -> None:
    async with ImagesProvider(default=Hang()) as provider:
        world = await start(images_provider="compatible", images_base_url=provider.url, progress_seconds=2)
        answer = await cancel_again_and_again(world, provider, times=1)
        assert "so it counts toward your limits" in answer
        assert await world.charge_state((await newest(world, world.ada)).id) is ChargeState.LOST
        mine = (await world.ada.slash(world.channel, "usage")).response
        assert mine is not None
        assert "1 picture" in said(mine)
