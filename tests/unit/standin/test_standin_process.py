"""A bot in a process of its own: started, stopped, killed and started again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.standin.attachments import File
from tests.standin.errors import BotOffline
from tests.standin.process import BotProcess, ProcessEnded

if TYPE_CHECKING:
    from pathlib import Path

    from tests.standin.platform import Platform

COMMAND = (sys.executable, "-m", "tests.unit.standin.small_bot")


def process(platform: Platform, folder: Path, **environment: str) -> BotProcess:
    return BotProcess(platform, platform.environment() | environment, folder=folder, command=COMMAND)


async def test_a_bot_process_serves_and_is_killed_and_serves_again(platform: Platform, tmp_path: Path) -> None:
    async with process(platform, tmp_path) as bot:
        handle = await platform.slash(
            platform.alice, platform.channel, "edit", prompt="blue", image=File("a.png", b"1234")
        )
        assert (await handle.final()).attachments[0].data == b"1234"

        gate = platform.hold_next("PATCH", "/messages/@original$")
        lost = await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox")
        await gate.reached()
        bot.kill()
        assert await bot.exited() == -9
        gate.cut()
        assert lost.original().loading
        await platform.wait_until_offline()
        with pytest.raises(BotOffline):
            await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox")

        await bot.start()
        handle = await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox")
        assert (await handle.state(lambda message: bool(message.attachments))).content.startswith("a fox")
        bot.terminate()
        await bot.exited()
        assert not bot.running
        assert platform.state.token not in bot.output
        assert "logging in using static token" in bot.output


async def test_a_stopped_process_answers_when_it_goes_on(platform: Platform, tmp_path: Path) -> None:
    async with process(platform, tmp_path) as bot:
        bot.stop()
        handle = await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox")
        with pytest.raises(TimeoutError):
            await handle.acknowledged(timeout_seconds=0.2)
        bot.cont()
        assert await handle.acknowledged() >= 0.2


async def test_a_process_that_refuses_to_start_says_why(platform: Platform, tmp_path: Path) -> None:
    bot = process(platform, tmp_path, TOKEN_CHECK_FAILS="1")
    with pytest.raises(ProcessEnded, match="no token, no bot"):
        await bot.start()
    assert await bot.exited() == 1
    assert await bot.wait_for_line("no token") == "no token, no bot"


async def test_a_process_that_never_connects_is_not_left_behind(platform: Platform, tmp_path: Path) -> None:
    waiting = (sys.executable, "-c", "import time; time.sleep(60)")
    bot = BotProcess(platform, {}, folder=tmp_path, command=waiting)
    with pytest.raises(TimeoutError):
        await bot.start(timeout_seconds=0.2)
    assert not bot.running


async def test_a_process_gets_the_given_environment_and_no_more(
    platform: Platform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOKEN_CHECK_FAILS", "1")
    async with process(platform, tmp_path) as bot:
        assert bot.running
