"""Commands that Discord does not take: they are named, and the bot serves with the others."""

import asyncio
from pathlib import Path

from tests.process.command import run
from tests.process.conftest import Launch
from tests.standin.calls import Call
from tests.standin.platform import Platform
from tests.standin.postgres import PostgresServer

COMMANDS = r"/commands$"


def refuse(discord: Platform, name: str) -> None:
    """Refuse the next registration that holds a command that was registered, as Discord refuses a field of it."""
    place = names(puts(discord)[-1]).index(name)
    description = {"_errors": [{"code": "BASE_TYPE_BAD_LENGTH", "message": "Must be between 1 and 100 in length."}]}
    errors = {str(place): {"description": description}}
    discord.fail_next("PUT", COMMANDS, status=400, code=50035, message="Invalid Form Body", errors=errors)


def names(call: Call) -> list[str]:
    return [one["name"] for one in call.body]


def puts(discord: Platform) -> list[Call]:
    return [one for one in discord.state.calls.items if one.method == "PUT" and one.path.endswith("/commands")]


async def test_a_command_that_discord_refuses_is_named_and_the_others_serve(process: Launch, discord: Platform) -> None:
    async with process(MAX_N="3"):
        pass
    refuse(discord, "edit")
    bot = process()
    async with bot:
        line = await bot.wait_for_line("command_refused")
        assert '"edit"' in line
        assert "between 1 and 100" in line
        made = await (await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox")).final()
        assert len(made.attachments) == 1
    _, refused, taken = puts(discord)
    assert [one for one in names(refused) if one not in names(taken)] == ["edit"]
    async with process():
        assert names(puts(discord)[-1]) == names(refused)


async def test_a_registration_that_fails_as_a_whole_leaves_the_commands_that_discord_has(
    process: Launch, discord: Platform
) -> None:
    async with process():
        pass
    discord.fail_next("PUT", COMMANDS, status=400, code=30034, message="Max number of daily creates has been reached")
    bot = process(MAX_N="3")
    async with bot:
        assert "30034" in await bot.wait_for_line("commands_refused")
        made = await (await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox")).final()
        assert len(made.attachments) == 1


async def test_one_process_registers_the_commands_for_all_whatever_is_in_their_folders(
    process: Launch, discord: Platform, server: PostgresServer, tmp_path: Path
) -> None:
    url = server.empty_database()
    one, other, third = (process(DATABASE_URL=url, DATA_DIR=str(tmp_path / name)) for name in ("one", "other", "third"))
    await asyncio.gather(one.start(), other.start())
    await third.start()
    assert len(puts(discord)) == 1
    help_ = await discord.slash(discord.alice, discord.channel, "help")
    # Those that did not register them know their ids all the same.
    assert "</imagine:" in (await help_.final()).text
    for bot in (one, other, third):
        await bot.end()
    async with process(DATABASE_URL=url, DATA_DIR=str(tmp_path / "one"), MAX_N="3"):
        assert len(puts(discord)) == 2


async def test_sync_says_what_discord_refuses(discord: Platform, tmp_path: Path) -> None:
    settings = discord.environment()
    assert (await run(discord, tmp_path, "sync", settings=settings)).code == 0
    refuse(discord, "edit")
    ended = await run(discord, tmp_path, "sync", settings=settings)
    assert ended.code == 1
    assert "between 1 and 100" in ended.output
