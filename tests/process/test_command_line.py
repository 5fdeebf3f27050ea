"""The command line, as the person who runs the bot meets it."""

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest

from bot.store.database.engine import FILE_NAME, database_url
from bot.store.database.migrate import migrate
from tests.process.command import Ended, end, run
from tests.process.conftest import Launch
from tests.standin.platform import Platform
from tests.standin.process import ROOT, BotProcess

# A file that cannot grow fails as on a disk that is full.
SMALL_FILES = (
    "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1)); sys.argv[1:] = ['run'];"
    "runpy.run_module('bot', run_name='__main__')"
)
UNIT = (ROOT / "docs/operating.md").read_text(encoding="utf-8")


async def test_the_version_is_told(discord: Platform, tmp_path: Path) -> None:
    version = BotProcess(discord, {}, folder=tmp_path, command=(sys.executable, "-m", "bot", "--version"))
    assert (await end(version)).output.startswith("Easel 0.")


async def test_wrong_settings_are_named_without_their_values(discord: Platform, tmp_path: Path) -> None:
    ended = await run(discord, tmp_path, "run", settings={"MAX_N": "many", "DISCORD_API_URL": "secret-place"})
    assert ended.code == 2
    assert "MAX_N: " in ended.output
    assert "DISCORD_API_URL: " in ended.output
    assert "secret-place" not in ended.output
    assert "Traceback" not in ended.output


async def test_a_provider_without_what_it_needs_is_told(discord: Platform, tmp_path: Path) -> None:
    ended = await run(discord, tmp_path, "run", settings={**discord.environment(), "IMAGES_PROVIDER": "openai"})
    assert ended.code == 2
    assert "needs an API key" in ended.output
    assert "Traceback" not in ended.output


async def test_a_token_that_discord_refuses_is_told_and_is_not_tried_again(discord: Platform, tmp_path: Path) -> None:
    ended = await run(discord, tmp_path, "run", settings={**discord.environment(), "DISCORD_TOKEN": "wrong"})
    assert f"RestartPreventExitStatus={ended.code}\n" in UNIT
    assert ended.code not in {0, 1}
    assert "doesn't accept DISCORD_TOKEN" in ended.output
    assert "Traceback" not in ended.output


async def test_a_discord_that_is_not_there_is_told(discord: Platform, tmp_path: Path) -> None:
    settings = {**discord.environment(), "DISCORD_API_URL": "http://127.0.0.1:9/api/v10"}
    ended = await run(discord, tmp_path, "run", settings=settings)
    assert ended.code == 1
    assert "No connection" in ended.output
    assert "Traceback" not in ended.output


async def test_a_discord_in_trouble_is_told(discord: Platform, tmp_path: Path) -> None:
    discord.fail_next("GET", r"/users/@me", status=403, code=40333)
    ended = await run(discord, tmp_path, "run", settings=discord.environment())
    assert ended.code == 1
    assert "Discord refused the bot" in ended.output
    assert "Traceback" not in ended.output


async def test_a_gateway_that_is_not_there_yet_is_tried_again(process: Launch, discord: Platform) -> None:
    discord.gateway.shut = True
    bot = process()
    await bot.launch()
    await bot.wait_for_line("gateway_unreachable", timeout_seconds=20)
    discord.gateway.shut = False
    await discord.wait_until_ready(timeout_seconds=20)
    assert bot.running


async def test_settings_in_another_encoding_are_told(discord: Platform, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("MAX_N=3".encode("utf-16"))
    ended = await run(discord, tmp_path, "run")
    assert ended.code == 2
    assert ".env isn't UTF-8" in ended.output


async def test_a_data_folder_that_cannot_be_used_is_told(discord: Platform, tmp_path: Path) -> None:
    ended = await run(discord, tmp_path, "playground", "--no-browser", settings={"DATA_DIR": "/proc/easel"})
    assert ended.code == 1
    assert "/proc/easel" in ended.output
    assert "Is DATA_DIR right?" in ended.output
    assert "Traceback" not in ended.output


@pytest.mark.parametrize("settings", [{}, {"BLOB_URL": "memory:///"}])
async def test_a_data_folder_that_is_a_file_is_told(
    discord: Platform, tmp_path: Path, settings: dict[str, str]
) -> None:
    (tmp_path / "file").touch()
    ended = await run(discord, tmp_path, "run", settings={**discord.environment(), **settings, "DATA_DIR": "file"})
    assert_is_one_line(ended, "should be a folder")
    assert ended.code == 1


async def test_a_port_for_pages_that_is_taken_is_told(discord: Platform, tmp_path: Path) -> None:
    taken = str(discord.state.base_url.rsplit(":", 1)[1])
    ended = await run(discord, tmp_path, "run", settings={**discord.environment(), "HEALTH_PORT": taken})
    assert_is_one_line(ended, f"can't use HEALTH_PORT {taken} on HEALTH_HOST 127.0.0.1")
    assert ended.code == 1


async def test_a_database_of_a_later_version_is_told_and_is_not_tried_again(discord: Platform, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    migrate(database_url(None, tmp_path / "data"))
    with closing(sqlite3.connect(tmp_path / "data" / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("UPDATE readable_from SET revision = '9999'")
    ended = await run(discord, tmp_path, "run", settings=discord.environment())
    assert_is_one_line(ended, "by a newer Easel")
    assert ended.code == 2


async def test_a_database_server_that_is_not_there_is_told(discord: Platform, tmp_path: Path) -> None:
    settings = {**discord.environment(), "DATABASE_URL": "postgresql://nobody:secret@127.0.0.1:9/nothing"}
    ended = await run(discord, tmp_path, "run", settings=settings)
    assert_is_one_line(ended, "The database doesn't answer. Check DATABASE_URL")
    assert "secret" not in ended.output


async def test_a_disk_that_is_full_at_the_start_is_told(discord: Platform, tmp_path: Path) -> None:
    command = (sys.executable, "-c", SMALL_FILES)
    ended = await end(BotProcess(discord, discord.environment(), folder=tmp_path, command=command))
    assert_is_one_line(ended, ": the disk ")
    assert ended.code == 1


def assert_is_one_line(ended: Ended, words: str) -> None:
    """What a person reads, beside the log: one line with these words, and no traceback."""
    said = [line for line in ended.output.splitlines() if line and not line.startswith(("{", "Exception ignored"))]
    assert len(said) == 1, ended.output
    assert words in said[0]
    assert "Traceback" not in ended.output
    assert "exception" not in ended.output


async def test_a_port_that_is_none_is_told(discord: Platform, tmp_path: Path) -> None:
    ended = await run(discord, tmp_path, "demo-api", "--port", "70000")
    assert ended.code == 2
    assert "70000 isn't a port" in ended.output


async def test_a_port_that_is_taken_is_told(discord: Platform, tmp_path: Path) -> None:
    taken = str(discord.state.base_url.rsplit(":", 1)[1])
    ended = await run(discord, tmp_path, "demo-api", "--port", taken)
    assert ended.code == 1
    assert "The port is taken" in ended.output


async def test_sync_registers_the_commands_again(discord: Platform, tmp_path: Path) -> None:
    for _ in range(2):
        ended = await run(discord, tmp_path, "sync", settings=discord.environment())
        assert ended.code == 0
        assert "Registered 21 commands." in ended.output
    puts = [one for one in discord.state.calls.items if one.method == "PUT" and one.path.endswith("/commands")]
    assert len(puts) == 2


async def test_sync_without_a_token_is_told(discord: Platform, tmp_path: Path) -> None:
    ended = await run(discord, tmp_path, "sync")
    assert ended.code == 2
    assert "DISCORD_TOKEN isn't set" in ended.output


async def test_demo_api_serves_other_programs(discord: Platform, tmp_path: Path) -> None:
    api = BotProcess(discord, {}, folder=tmp_path, command=(sys.executable, "-m", "bot", "demo-api", "--port", "0"))
    await api.launch()
    line = await api.wait_for_line("listens on")
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{line.split()[-1]}/images/generations", json={"model": "gpt-image-2", "prompt": "x"}) as answer,
    ):
        assert len(json.loads(await answer.read())["data"]) == 1
    api.terminate()
    assert await api.exited() == 0
    assert "Traceback" not in api.output


async def test_health_pages_follow_the_connection(process: Launch, discord: Platform, unused_tcp_port: int) -> None:
    async def status(session: aiohttp.ClientSession, page: str) -> int:
        async with session.get(f"http://127.0.0.1:{unused_tcp_port}/{page}") as answer:
            return answer.status

    async with process(HEALTH_PORT=str(unused_tcp_port)) as bot, aiohttp.ClientSession() as session:
        await bot.wait_for_line('"ready"')
        assert [await status(session, page) for page in ("healthz", "readyz")] == [200, 200]
        discord.gateway.shut = True
        await discord.gateway.disconnect(code=4000)
        await bot.wait_for_line("gateway_unreachable")
        assert [await status(session, page) for page in ("healthz", "readyz")] == [200, 503]
