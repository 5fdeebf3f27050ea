"""A provider that fails for everybody is not asked by everybody."""

import asyncio
from dataclasses import replace
from time import perf_counter

import pytest

from bot.domain.errors import ContentRefused, EaselError, ProviderDown, ProviderPaused, ProviderTimedOut
from bot.domain.options import Options
from bot.domain.request import ApiCall
from bot.proxy.api import ImagesClient
from bot.proxy.breaker import FIRST_PAUSE_SECONDS, HANGING_TOGETHER, OPEN_AFTER, BreakerState
from bot.proxy.profile import Profile, build_profile
from tests.contract.scripted import PNG, End, Provider, Script, answer, error

CALL = ApiCall(prompt="a fox", options=Options(model="gpt-image-2"), key="job-1")


def profile_of(provider: Provider) -> Profile:
    profile = build_profile("openai", base_url=provider.base_url, api_key="sk-test", timeout_seconds=5)
    return replace(profile, backoff_seconds=0.001)


async def failure_of(client: ImagesClient) -> EaselError:
    with pytest.raises(EaselError) as caught:
        await client.generate(CALL)
    return caught.value


async def test_after_a_run_of_outages_the_others_are_told_at_once(provider: Provider) -> None:
    provider.script(error(503, "busy"))
    async with ImagesClient(profile_of(provider)) as client:
        for _ in range(OPEN_AFTER):
            assert type(await failure_of(client)) is ProviderDown
        asked = len(provider.requests)
        told = await failure_of(client)
        assert isinstance(told, ProviderPaused)
        assert not told.may_have_cost
        assert told.retry_after_seconds == pytest.approx(15, abs=1)
        assert len(provider.requests) == asked
        assert client.breaker.health.state is BreakerState.OPEN


async def test_a_pause_that_is_almost_over_is_waited_for(provider: Provider) -> None:
    provider.script(error(503, "busy"))
    ahead, waits = 0.0, list[float]()
    async with ImagesClient(profile_of(provider), clock=lambda: perf_counter() + ahead) as client:
        for _ in range(OPEN_AFTER):
            await failure_of(client)
        ahead = FIRST_PAUSE_SECONDS - 0.1
        provider.script(answer(PNG))
        assert len((await client.generate(CALL, on_wait=waits.append)).pictures) == 1
    assert waits == [pytest.approx(0.1, abs=0.1)]


async def test_refusals_and_answers_are_no_outages(provider: Provider) -> None:
    async with ImagesClient(profile_of(provider)) as client:
        for _ in range(OPEN_AFTER):
            provider.script(error(503, "busy"))
            await failure_of(client)
            provider.script(error(400, "moderation_blocked"))
            assert isinstance(await failure_of(client), ContentRefused)
        provider.script(answer(PNG))
        await client.generate(CALL)
        assert client.breaker.health.is_up


async def test_a_hang_does_not_hold_those_who_wait_to_the_end(provider: Provider) -> None:
    provider.script(Script(status=None, end=End.HANG))
    async with ImagesClient(replace(profile_of(provider), total_timeout_seconds=2)) as client, asyncio.timeout(1.8):
        calls = [asyncio.ensure_future(failure_of(client)) for _ in range(HANGING_TOGETHER * 2)]
        failures = await asyncio.gather(*calls)
        assert {type(one) for one in failures} == {ProviderTimedOut}
        assert all(isinstance(one, ProviderTimedOut) and one.may_have_cost for one in failures)
        assert isinstance(await failure_of(client), ProviderPaused)


async def test_one_that_waits_alone_has_its_whole_time(provider: Provider) -> None:
    provider.script(Script(status=None, end=End.HANG))
    async with ImagesClient(replace(profile_of(provider), total_timeout_seconds=0.5)) as client:
        failure = await failure_of(client)
    assert isinstance(failure, ProviderTimedOut)
    assert failure.after_seconds == pytest.approx(0.5, abs=0.1)
