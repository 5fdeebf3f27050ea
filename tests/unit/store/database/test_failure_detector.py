"""Who counts as gone of those that share a PostgreSQL database, and who does not although its session was cut."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import text

from bot.jobs import failure_detector as module
from bot.jobs.failure_detector import LOOK_SOON_SECONDS, FailureDetector, Verdict
from bot.store.database import notices
from bot.store.database.engine import Database
from bot.store.database.inspection import inspect_database
from bot.store.database.notices import Notices
from bot.store.database.processes import BEAT_SECONDS, MISSED_SECONDS, SILENT_SECONDS, Processes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tests.standin.postgres import PostgresServer

pytestmark = pytest.mark.postgresql
# The tests' server has just started, and who was not heard of since then is given time.
RUNS_FOR_LONG = """
CREATE FUNCTION public.pg_postmaster_start_time() RETURNS timestamptz LANGUAGE sql
RETURN pg_catalog.pg_postmaster_start_time() - interval '1 day';
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, pg_catalog', current_database()); END $$
"""
ENOUGH = MISSED_SECONDS + 0.5
SOON = 0.01


class Clock:
    """Seconds that grow when somebody says so."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


class Process:
    """A process as the others see it: its session and its beats."""

    def __init__(self, database: Database, name: str) -> None:
        self.name = name
        self.notices = Notices(database)
        self.detector = FailureDetector(Processes(database), executor=name, session=lambda: self.notices.session)
        self._listening = asyncio.create_task(self.notices.listen(lambda _: None))

    async def beat(self) -> Verdict:
        return await self.detector.beat()

    async def listens(self, *, not_in: int | None = None) -> None:
        async with asyncio.timeout(20):
            while self.notices.session in (None, not_in):  # noqa: ASYNC110 - it tells nobody
                await asyncio.sleep(SOON)

    async def die(self) -> None:
        """End its session as a kill does: the server notices, whatever the process does."""
        self._listening.cancel()
        await asyncio.wait({self._listening})


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "steady_seconds", clock)
    monkeypatch.setattr(notices, "_AGAIN_SECONDS", SOON)
    return clock


@pytest.fixture
async def database(server: PostgresServer, request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    """A database of a server that runs for long; with the parameter "new", of one that has just started."""
    url = server.database()
    if getattr(request, "param", None) != "new":
        with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(RUNS_FOR_LONG)
    database = Database.at(url)
    yield database
    await database.close()


@pytest.fixture
async def join(database: Database) -> AsyncIterator[Callable[[str], Process]]:
    joined: list[Process] = []

    def join(name: str) -> Process:
        joined.append(Process(database, name))
        return joined[-1]

    yield join
    for one in joined:
        await one.die()


class World:
    """Two processes, each of which has beaten, and which have known each other for a while."""

    def __init__(self, database: Database, clock: Clock, judge: Process, other: Process) -> None:
        self.database = database
        self.clock = clock
        self.judge = judge
        self.other = other

    async def passes(self, seconds: float) -> None:
        """Let time go by in which the judge is heard of, and the other one is not."""
        await self.database.write(
            lambda connection: connection.execute(
                text("UPDATE processes SET beat_at = beat_at - make_interval(secs => :seconds)"), {"seconds": seconds}
            )
        )
        self.clock.seconds += seconds

    async def watch(self, seconds: float) -> Verdict:
        """Let time go by in which the judge beats as usual; gives what it finds at the end."""
        while seconds > BEAT_SECONDS:
            await self.passes(BEAT_SECONDS)
            seconds -= BEAT_SECONDS
            assert (await self.judge.beat()).gone == ()
        await self.passes(seconds)
        return await self.judge.beat()

    async def lock_is_free(self) -> None:
        """Wait until the server has ended the session of whoever died."""
        async with asyncio.timeout(20):
            while (await self.judge.beat()).pause_seconds != LOOK_SOON_SECONDS:  # noqa: ASYNC110 - as above
                await asyncio.sleep(SOON)


@pytest.fixture
async def world(database: Database, clock: Clock, join: Callable[[str], Process]) -> World:
    judge, other = join("judge"), join("other")
    world = World(database, clock, judge, other)
    for one in (judge, other):
        await one.listens()
        await one.beat()
    await world.passes(BEAT_SECONDS)
    for one in (judge, other):
        await one.beat()
    return world


async def test_one_whose_session_has_ended_is_gone_after_a_missed_beat_and_looked_for_soon(world: World) -> None:
    await world.other.die()
    await world.lock_is_free()
    assert await world.judge.beat() == Verdict(others=frozenset({"other"}), pause_seconds=LOOK_SOON_SECONDS)
    assert inspect_database(world.database.url).running == 2
    await world.passes(ENOUGH)
    assert await world.judge.beat() == Verdict(others=frozenset({"other"}), gone=("other",), pause_seconds=BEAT_SECONDS)
    assert inspect_database(world.database.url).running == 1


async def test_one_whose_session_goes_on_is_gone_only_after_a_long_silence(world: World) -> None:
    assert (await world.watch(SILENT_SECONDS - 0.5)).gone == ()
    assert (await world.watch(1.0)).gone == ("other",)


async def test_one_of_an_earlier_version_that_tells_of_no_session_is_gone_only_after_a_long_silence(
    world: World,
) -> None:
    await world.other.die()
    # It beats without a session, as one does that is cut off, or knows of none.
    await world.other.beat()
    assert (await world.watch(SILENT_SECONDS - 0.5)).gone == ()
    assert (await world.watch(1.0)).gone == ("other",)


async def test_when_the_database_was_away_nobody_is_gone_who_was_heard_of_a_little_earlier(world: World) -> None:
    await world.watch(1.0)
    await world.passes(SILENT_SECONDS - 0.5)
    assert (await world.judge.beat()).gone == ()


async def test_nobody_judges_by_sessions_whose_own_has_just_begun(world: World, join: Callable[[str], Process]) -> None:
    newcomer = join("newcomer")
    await newcomer.listens()
    await newcomer.beat()
    await world.other.die()
    await world.lock_is_free()
    await world.passes(ENOUGH)
    newest = join("newest")
    await newest.listens()
    assert (await newest.beat()).gone == ()
    assert (await newcomer.beat()).gone == ("other",)


async def test_when_all_sessions_were_cut_nobody_is_gone_who_comes_back_after_this_one(
    world: World, server: PostgresServer
) -> None:
    before = world.judge.notices.session
    await world.other.die()
    await asyncio.to_thread(server.cut_connections, world.database.url)
    await world.judge.listens(not_in=before)
    await world.passes(ENOUGH)
    verdict = await world.judge.beat()
    assert verdict == Verdict(others=frozenset({"other"}), pause_seconds=LOOK_SOON_SECONDS)
    for _ in range(2):
        assert (await world.judge.beat()).gone == ()
        world.clock.seconds += BEAT_SECONDS
    assert (await world.judge.beat()).gone == ("other",)


async def test_nobody_judges_by_sessions_whose_own_the_server_does_not_have(
    world: World,
) -> None:
    # Its end of the connection has not noticed, as when another server has taken the place of the one before.
    blind = FailureDetector(Processes(world.database), executor="judge", session=lambda: 7)
    await blind.beat()
    await world.other.die()
    await world.lock_is_free()
    await world.passes(ENOUGH)
    assert (await blind.beat()).gone == ()
    assert (await world.judge.beat()).gone == ("other",)


@pytest.mark.parametrize("database", ["new"], indirect=True)
async def test_a_restart_of_the_server_makes_nobody_gone(world: World, server: PostgresServer) -> None:
    before = world.judge.notices.session
    await world.other.die()
    await asyncio.to_thread(server.restart)
    await world.judge.listens(not_in=before)
    await world.judge.beat()
    world.clock.seconds += 2 * BEAT_SECONDS
    await world.passes(ENOUGH)
    assert (await world.judge.beat()).gone == ()


async def test_a_term_lasts_as_long_as_nobody_can_have_taken_the_process_for_gone(world: World) -> None:
    detector = world.judge.detector
    first = detector.term
    await world.watch(3 * BEAT_SECONDS)
    assert detector.term == first is not None
    # It froze, and for all it knows the others have what it had.
    await world.passes(ENOUGH)
    assert detector.term is None
    await world.judge.beat()
    assert detector.term not in (None, first)


async def test_there_is_no_term_before_the_first_beat(join: Callable[[str], Process]) -> None:
    process = join("new")
    assert process.detector.term is None
    await process.beat()
    assert process.detector.term is not None
