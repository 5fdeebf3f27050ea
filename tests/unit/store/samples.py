"""Jobs in every stage, made the way the bot makes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.domain.errors import Cancelled
from bot.domain.job import JobState, Origin, StoredFile, StoredPicture
from bot.domain.money import Cost
from bot.domain.options import Options, Quality
from bot.domain.pseudonyms import Pseudonyms
from bot.domain.request import PictureRef
from bot.store.jobs.admission import Admission, Limits
from bot.store.people.request_rules import RequestRules
from bot.store.server.settings import Servers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Table

    from bot.domain.budget import Budget
    from bot.domain.job import Job
    from bot.store.database.engine import Database
    from bot.store.jobs.jobs import Jobs
    from bot.store.moderation.mutes import Mute, Mutes

NOW = datetime(2026, 11, 23, 12, 30, 15, 250_000, tzinfo=UTC)
NAMES = Pseudonyms(b"key")
PLENTY = Limits(per_user=1000, per_server=1000, queue=1000)
ANN, BEA = 101, 202
SERVER = 7


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def origin(*, user_id: int = ANN, guild_id: int | None = SERVER) -> Origin:
    return Origin(
        application_id=1,
        token="interaction token",
        expires_at=after(900),
        channel_id=2,
        guild_id=guild_id,
        user_id=user_id,
        private=True,
        spoiler=False,
        filesize_limit_bytes=10 * 1024 * 1024,
    )


def picture(place: int = 1, *, job: int = 1) -> StoredPicture:
    return StoredPicture(place=place, blob=f"{job}/out-{place}", output_format="png", size_bytes=1234)


async def accept(
    jobs: Jobs,
    id: int = 1,  # noqa: A002
    *,
    user_id: int = ANN,
    guild_id: int | None = SERVER,
    n: int = 1,
    executor: str = "first",
    prompt: str = "a fox",
    now: datetime = NOW,
) -> bool:
    options = Options(model="gpt-image-2", quality=Quality.HIGH, size="1024x1536", n=n, seed=5)
    where = origin(user_id=user_id, guild_id=guild_id)
    return await jobs.accept(id=id, origin=where, prompt=prompt, options=options, executor=executor, now=now)


async def admit(
    jobs: Jobs,
    id: int = 1,  # noqa: A002
    *,
    files: Sequence[StoredFile] = (),
    estimate_microusd: int = 100,
    role_ids: Sequence[int] = (),
    limits: Limits = PLENTY,
    budgets: Sequence[Budget] = (),
    now: datetime = NOW,
    server_key_id: int | None = None,
) -> Admission:
    return await jobs.admit(
        id,
        files=files,
        estimate_microusd=estimate_microusd,
        role_ids=role_ids,
        limits=limits,
        budgets=budgets,
        now=now,
        server_key_id=server_key_id,
    )


async def wait(
    jobs: Jobs,
    id: int = 1,  # noqa: A002
    *,
    user_id: int = ANN,
    guild_id: int | None = SERVER,
    n: int = 1,
    estimate_microusd: int = 100,
    now: datetime = NOW,
) -> Admission:
    """Bring a job to WAITING."""
    assert await accept(jobs, id, user_id=user_id, guild_id=guild_id, n=n, now=now)
    return await admit(jobs, id, estimate_microusd=estimate_microusd, now=now)


async def find_mute(database: Database, mutes: Mutes, guild_id: int, user_id: int, *, now: datetime) -> Mute | None:
    """Find out what a request of a person in a server is held against."""
    rules = RequestRules(database, servers=Servers(database), mutes=mutes)
    return (await rules.load(guild_id, user_id, now=now)).mute


async def move(
    jobs: Jobs,
    id: int = 1,  # noqa: A002
    *,
    to: JobState,
    executor: str = "first",
    now: datetime = NOW,
    pictures_per_minute: int | None = None,
) -> Job | None:
    """Move a job that was loaded a moment ago."""
    job = await jobs.load(id)
    return await jobs.move(job, to=to, executor=executor, now=now, pictures_per_minute=pictures_per_minute)


async def call(jobs: Jobs, id: int = 1, *, executor: str = "first", now: datetime = NOW) -> None:  # noqa: A002
    """Bring a waiting job to CALLING."""
    assert await move(jobs, id, to=JobState.PREPARING, executor=executor, now=now)
    assert await move(jobs, id, to=JobState.CALLING, executor=executor, now=now)


async def keep(
    jobs: Jobs,
    id: int = 1,  # noqa: A002
    *,
    pictures: int = 1,
    cost: Cost = Cost(80),  # noqa: B008 - it is frozen
    now: datetime = NOW,
) -> bool:
    kept = [picture(place, job=id) for place in range(1, pictures + 1)]
    drawn = await jobs.keep(id, pictures=kept, quality="high", size="1024x1536", dropped=("seed",), cost=cost, now=now)
    return drawn is not None


async def draw(jobs: Jobs, id: int = 1, *, cost: Cost = Cost(80), now: datetime = NOW) -> None:  # noqa: A002, B008
    """Bring a waiting job to DRAWN."""
    await call(jobs, id, now=now)
    assert await keep(jobs, id, cost=cost, now=now)


async def bring(jobs: Jobs, number: int, state: JobState) -> None:
    """Bring a new job to a stage by the shortest way there."""
    await accept(jobs, number)
    if state is JobState.ACCEPTING:
        return
    if state in (JobState.FAILING, JobState.FAILED):
        assert await jobs.fail(number, error=Cancelled(by_user_id=ANN, may_have_cost=False), now=NOW)
        if state is JobState.FAILED:
            assert await jobs.close(number, to=state, now=NOW)
        return
    await admit(jobs, number)
    if state in (JobState.PREPARING, JobState.CALLING):
        assert await move(jobs, number, to=JobState.PREPARING, executor="first", now=NOW)
    if state is JobState.CALLING:
        assert await move(jobs, number, to=state, executor="first", now=NOW)
    if state in (JobState.DRAWN, JobState.DELIVERED, JobState.UNDELIVERABLE):
        await draw(jobs, number)
    if state in (JobState.DELIVERED, JobState.UNDELIVERABLE):
        assert await jobs.close(number, to=state, now=NOW)


async def make(jobs: Jobs, id: int, *parents: int, user_id: int = ANN, now: datetime = NOW) -> None:  # noqa: A002
    """Bring a new job to DELIVERED, made from the first picture of each parent."""
    files = [
        StoredFile(label=f"image{place}", blob=f"{id}/in-{place}", parent=PictureRef(parent, 1))
        for place, parent in enumerate(parents, start=1)
    ]
    assert await accept(jobs, id, user_id=user_id, now=now)
    await admit(jobs, id, files=files, now=now)
    await draw(jobs, id, now=now)
    assert await jobs.close(id, to=JobState.DELIVERED, now=now)


async def copy_row(database: Database, table: Table, ids: Sequence[int]) -> None:
    """Insert rows like the one of the first id under all the others, in one transaction."""

    def work(connection: Connection) -> None:
        row = connection.execute(select(table).where(table.c.id == ids[0])).mappings().one()
        connection.execute(table.insert(), [{**row, "id": number} for number in ids[1:]])

    await database.write(work)
