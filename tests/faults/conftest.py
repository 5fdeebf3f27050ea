"""A studio: the process, its Discord, its images API and its database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from tests.faults.books import Books
from tests.faults.studio import Studio
from tests.standin.fork import ForkedBot
from tests.standin.log_watch import leaking
from tests.standin.platform import Platform
from tests.standin.process import BotProcess
from tests.standin.provider import ImagesProvider

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

KEY = "sk-stand-in-key-that-must-not-be-logged"
_ROOMY = {"JOBS_PER_USER": "100", "JOBS_PER_SERVER": "1000", "SHUTDOWN_GRACE_SECONDS": "5"}


@pytest.fixture
async def discord() -> AsyncIterator[Platform]:
    async with Platform() as platform:
        yield platform
        assert platform.spec_violations == []
        assert platform.answer_violations == []


@pytest.fixture
async def images() -> AsyncIterator[ImagesProvider]:
    async with ImagesProvider() as provider:
        yield provider


class Open(Protocol):
    """Opens a studio on a kind of database; its first process is not started.

    `url` is a PostgreSQL database of the test's own; where DATABASE_URL is among the settings, that is the way to it.
    """

    def __call__(self, kind: str, *, url: str = "", **settings: str) -> Studio: ...


@pytest.fixture
async def studio_on(
    discord: Platform, images: ImagesProvider, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Open]:
    made: list[BotProcess] = []

    def open_studio(kind: str, *, url: str = "", **settings: str) -> Studio:
        environment = {
            **discord.environment(),
            "IMAGES_PROVIDER": "compatible",
            "IMAGES_BASE_URL": images.url,
            "IMAGES_API_KEY": KEY,
            "BLOB_URL": (tmp_path / "blobs").as_uri(),
            **_ROOMY,
            **settings,
        }
        folder = tmp_path / "process1"
        books = Books.of_file(folder / "data" / "easel.sqlite3")
        if kind == "postgresql":
            url = url or request.getfixturevalue("server").empty_database()
            environment.setdefault("DATABASE_URL", url)
            books = Books.of_server(url)

        def make(**more: str) -> BotProcess:
            # On PostgreSQL each process has a folder of its own, as on a machine of its own.
            place = tmp_path / f"process{len(made) + 1}" if kind == "postgresql" else folder
            place.mkdir(exist_ok=True)
            whole = {**environment, **more}
            if "LD_PRELOAD" in whole:
                # A library is loaded by a process that is started anew.
                made.append(BotProcess(discord, whole, folder=place))
            else:
                made.append(ForkedBot(discord, whole, folder=place))
            return made[-1]

        return Studio(
            discord=discord,
            images=images,
            books=books,
            url=url,
            blobs=tmp_path / "blobs",
            make=make,
            bot=make(),
        )

    yield open_studio
    for process in made:
        if process.running:
            await process.end()
    for process in made:
        assert KEY not in process.output
        assert discord.state.token not in process.output
        assert not list(leaking(process.lines.items, discord.state.interactions.secrets()))
