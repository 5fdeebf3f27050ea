"""What `doctor` finds, as the person who runs the bot reads it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.process.command import run
from tests.process.conftest import KEY, Launch, Provider
from tests.standin.limits import IDENTIFY_SECONDS
from tests.standin.platform import Platform
from tests.standin.pooler import Pooler
from tests.standin.postgres import PostgresServer
from tests.standin.world import Permission


async def test_doctor_finds_nothing_wrong_with_a_good_set_up(
    discord: Platform, provider: Provider, tmp_path: Path
) -> None:
    settings = {
        **discord.environment(),
        "IMAGES_PROVIDER": "compatible",
        "IMAGES_BASE_URL": provider.url,
        "IMAGES_API_KEY": KEY,
    }
    await run(discord, tmp_path, "sync", settings=settings)
    ended = await run(discord, tmp_path, "doctor", settings=settings)
    assert ended.code == 0, ended.output
    assert "BAD" not in ended.output
    for part in (
        "DATA_DIR",
        "Discord accepts DISCORD_TOKEN",
        "/edit",
        "/imagine",
        "has the permissions",
        "accepts the key",
    ):
        assert part in ended.output
    assert all(request.method == "GET" for request in provider.requests)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"DISCORD_TOKEN": "wrong"}, "BAD   Discord doesn't accept DISCORD_TOKEN"),
        ({"DISCORD_API_URL": "http://127.0.0.1:9/api/v10"}, "BAD   Can't reach Discord"),
        ({"IMAGES_API_KEY": "wrong"}, "BAD   The provider compatible rejects the key"),
        ({"IMAGES_BASE_URL": "http://127.0.0.1:9/v1"}, "BAD   The provider compatible doesn't answer"),
        ({"IMAGES_MODEL": "no-such-model"}, "BAD   The provider compatible doesn't list the model no-such-model"),
        ({"IMAGES_PROVIDER": "azure", "IMAGES_BASE_URL": ""}, "BAD   The image provider isn't set up"),
        ({"DATA_DIR": "/proc/easel"}, "BAD   Easel can't write to DATA_DIR /proc/easel"),
    ],
)
async def test_doctor_says_what_is_wrong_and_how_to_mend_it(
    discord: Platform, provider: Provider, tmp_path: Path, settings: dict[str, str], words: str
) -> None:
    good = {
        **discord.environment(),
        "IMAGES_PROVIDER": "compatible",
        "IMAGES_BASE_URL": provider.url,
        "IMAGES_API_KEY": KEY,
    }
    ended = await run(discord, tmp_path, "doctor", settings=good | settings)
    assert ended.code == 1
    [line] = [line for line in ended.output.splitlines() if line.startswith(words)]
    assert line.endswith(".")
    assert "Traceback" not in ended.output


async def test_doctor_names_a_model_that_is_shut_down(discord: Platform, tmp_path: Path) -> None:
    settings = {
        "IMAGES_PROVIDER": "openai",
        "IMAGES_API_KEY": "k",
        "IMAGES_BASE_URL": "http://127.0.0.1:9/v1",
        "IMAGES_MODEL": "gpt-image-1",
    }
    ended = await run(discord, tmp_path, "doctor", settings=settings)
    assert "BAD   IMAGES_MODEL gpt-image-1 was shut down by OpenAI on 2026-10-23" in ended.output


async def test_doctor_names_the_permissions_that_are_missing(discord: Platform, tmp_path: Path) -> None:
    missing = Permission.ATTACH_FILES | Permission.EMBED_LINKS
    discord.guild.bot_permissions &= ~missing
    discord.guild.member_permissions &= ~missing
    ended = await run(discord, tmp_path, "doctor", settings=discord.environment())
    assert ended.code == 1
    assert "the bot needs Embed Links, Attach Files: Server Settings" in ended.output


async def test_doctor_leaves_a_database_to_the_bot(discord: Platform, tmp_path: Path) -> None:
    ended = await run(discord, tmp_path, "doctor")
    assert "ok    There's no database yet. `run` creates one in DATA_DIR." in ended.output
    assert "ok    Easel can store, read and delete pictures (blobs in DATA_DIR)." in ended.output
    assert [name for name in files_below(tmp_path) if "sqlite3" in name or "doctor" in name] == []


async def test_doctor_tells_that_the_bot_runs(process: Launch, discord: Platform, tmp_path: Path) -> None:
    async with process() as bot:
        await bot.wait_for_line('"ready"')
        ended = await run(discord, tmp_path, "doctor")
        assert "ok    Easel is running with this DATA_DIR now" in ended.output
        assert "is up to date." in ended.output
    after = await run(discord, tmp_path, "doctor")
    assert "Easel is running" not in after.output


async def test_doctor_takes_no_session_start_that_the_shards_need(discord: Platform, tmp_path: Path) -> None:
    discord.limits.session_starts = 1
    ended = await run(discord, tmp_path, "doctor", settings=discord.environment())
    assert "note  The gateway wasn't tried" in ended.output
    assert discord.state.starts.remaining == 1


async def test_doctor_waits_for_its_turn_beside_a_bot_that_starts_sessions(
    process: Launch, discord: Platform, tmp_path: Path
) -> None:
    discord.limits.identify_seconds = IDENTIFY_SECONDS
    async with process():
        ended = await run(discord, tmp_path, "doctor", settings=discord.environment())
    assert "ok    The gateway accepts the connection" in ended.output
    assert discord.state.starts.too_early == []
    assert discord.state.starts.remaining == discord.limits.session_starts - 2


async def test_doctor_counts_the_processes_that_share_a_database(
    process: Launch, discord: Platform, tmp_path: Path, server: PostgresServer
) -> None:
    settings = {"DATABASE_URL": server.empty_database()}
    before = await run(discord, tmp_path, "doctor", settings=settings)
    assert "is empty. `run` creates its tables." in before.output
    assert "note  The pictures are in a folder" in before.output
    async with process(**settings) as bot:
        await bot.wait_for_line('"ready"')
        during = await run(discord, tmp_path, "doctor", settings=settings)
    assert "is up to date. Processes using it now: 1." in during.output
    assert "pooler" not in during.output
    assert settings["DATABASE_URL"] not in before.output + during.output


async def test_doctor_finds_a_user_of_the_database_who_may_not_make_tables(
    discord: Platform, tmp_path: Path, server: PostgresServer
) -> None:
    address = make_url(server.empty_database())
    server.run("CREATE ROLE {} LOGIN", "guest")
    guest = address.set(username="guest").render_as_string(hide_password=False)
    ended = await run(discord, tmp_path, "doctor", settings={"DATABASE_URL": guest})
    assert ended.code == 1
    assert "its user can't create tables and a schema: GRANT CREATE on the database" in ended.output


async def test_doctor_says_that_a_pooler_between_transactions_will_not_do(
    discord: Platform, tmp_path: Path, server: PostgresServer
) -> None:
    async with Pooler.before(server.empty_database()) as address:
        ended = await run(discord, tmp_path, "doctor", settings={"DATABASE_URL": address})
    assert "BAD   DATABASE_URL leads through a pooler" in ended.output


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"DATABASE_URL": "postgresql://easel:hush@127.0.0.1:9/easel"}, "The database doesn't answer"),
        ({"BLOB_URL": "file:///proc/easel"}, "Easel can't create the folder for pictures (BLOB_URL)"),
        ({"BLOB_URL": "memory:///"}, "BLOB_URL stores pictures in memory"),
    ],
)
async def test_doctor_finds_a_store_that_cannot_be_used(
    discord: Platform, tmp_path: Path, settings: dict[str, str], words: str
) -> None:
    ended = await run(discord, tmp_path, "doctor", settings=settings)
    assert ended.code == 1
    assert f"BAD   {words}" in ended.output
    assert "hush" not in ended.output
    assert "Traceback" not in ended.output


async def test_doctor_finds_a_database_of_a_later_version(discord: Platform, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with closing(sqlite3.connect(tmp_path / "data" / "easel.sqlite3")) as connection, connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("INSERT INTO alembic_version VALUES ('v9999')")
    ended = await run(discord, tmp_path, "doctor", settings={"DATA_DIR": str(tmp_path / "data")})
    assert ended.code == 1
    assert "BAD   The database was made by a newer Easel" in ended.output


async def test_doctor_finds_a_file_that_is_no_database(discord: Platform, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "easel.sqlite3").write_text("milk, bread, eggs " * 100)
    ended = await run(discord, tmp_path, "doctor", settings={"DATA_DIR": str(tmp_path / "data")})
    assert ended.code == 1
    assert "BAD   The database doesn't answer. Check easel.sqlite3 in DATA_DIR" in ended.output


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"JOBS_PER_PROCESS": "9", "JOBS_CONCURRENCY": "8"}, "JOBS_PER_PROCESS 9 has no effect"),
        ({"JOBS_PER_USER": "9", "JOBS_PER_SERVER": "8"}, "JOBS_PER_USER 9 is over JOBS_PER_SERVER 8"),
        ({"JOBS_PER_SERVER": "60", "QUEUE_LIMIT": "50"}, "JOBS_PER_SERVER 60 is over QUEUE_LIMIT 50"),
        ({"IMAGES_PER_MINUTE": "4"}, "IMAGES_PER_MINUTE 4 is lower than MAX_N 8"),
        ({"BUDGETS": ""}, "BUDGETS isn't set"),
        ({"BUDGETS": "user/day=$1", "IMAGES_MODEL": "my-own"}, "no price per picture is known for my-own"),
        ({"PARTIAL_IMAGES": "2"}, "PARTIAL_IMAGES has no effect: the provider compatible doesn't stream"),
        ({}, "If a crash cuts off a call to compatible, its result is unknown"),
    ],
)
async def test_doctor_notes_what_does_not_go_together(
    discord: Platform, provider: Provider, tmp_path: Path, settings: dict[str, str], words: str
) -> None:
    good = {"IMAGES_PROVIDER": "compatible", "IMAGES_BASE_URL": provider.url, "IMAGES_API_KEY": KEY}
    ended = await run(discord, tmp_path, "doctor", settings=good | settings)
    [line] = [line for line in ended.output.splitlines() if words in line]
    assert line.startswith("note  ")
    assert line.endswith(".")


async def test_doctor_knows_a_provider_that_is_never_paid_twice(
    discord: Platform, provider: Provider, tmp_path: Path
) -> None:
    settings = {
        "IMAGES_PROVIDER": "compatible",
        "IMAGES_BASE_URL": provider.url,
        "IMAGES_API_KEY": KEY,
        "IMAGES_SEND_FIELDS": "idempotency_key, stream",
        "PARTIAL_IMAGES": "2",
    }
    ended = await run(discord, tmp_path, "doctor", settings=settings)
    assert "ok    If a crash cuts off a call to compatible, it's repeated without being paid twice." in ended.output
    assert "PARTIAL_IMAGES" not in ended.output


def files_below(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
