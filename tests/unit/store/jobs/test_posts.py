"""Posts: what a message of ours shows."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.domain.errors import Interrupted
from bot.store.jobs.deliveries import DeliveryState, Way
from bot.store.jobs.posts import Post, Posts
from tests.unit.store.samples import NOW, accept, after, draw, make, wait

if TYPE_CHECKING:
    from bot.store.database.engine import Database
    from bot.store.jobs.deliveries import Deliveries
    from bot.store.jobs.jobs import Jobs
    from bot.store.retention.job_expiry import JobExpiry

SNOWFLAKE = 1_450_000_000_000_000_000


@pytest.fixture
def posts(database: Database) -> Posts:
    return Posts(database)


async def test_a_message_is_known_by_its_id(jobs: Jobs, posts: Posts) -> None:
    await make(jobs, 1)
    post = Post(SNOWFLAKE, SNOWFLAKE + 1, 1, 2, 4)
    await posts.record(post)
    assert await posts.find(SNOWFLAKE) == post
    assert await posts.find(SNOWFLAKE + 1) is None


async def test_a_message_recorded_again_shows_what_was_said_last(jobs: Jobs, posts: Posts) -> None:
    await make(jobs, 1)
    await make(jobs, 2)
    await posts.record(Post(50, 9, 1, 1, 1))
    await posts.record(Post(50, 9, 1, 1, 1))
    await posts.record(Post(50, 8, 2, 3, 4))
    assert await posts.find(50) == Post(50, 8, 2, 3, 4)
    assert await posts.of_job(1) == ()


async def test_two_records_of_one_message_at_once_are_one(jobs: Jobs, posts: Posts) -> None:
    await make(jobs, 1)
    await asyncio.gather(*(posts.record(Post(50, 9, 1, 1, 1)) for _ in range(4)))
    assert await posts.of_job(1) == (Post(50, 9, 1, 1, 1),)


async def test_the_posts_of_a_job_come_newest_first(jobs: Jobs, posts: Posts) -> None:
    await make(jobs, 1)
    await make(jobs, 2)
    for message_id, job_id in ((52, 1), (51, 1), (60, 2), (53, 1)):
        await posts.record(Post(message_id, 9, job_id, 1, 1))
    assert [one.message_id for one in await posts.of_job(1)] == [53, 52, 51]


async def test_a_message_that_is_gone_is_not_known_any_more(jobs: Jobs, posts: Posts) -> None:
    await make(jobs, 1)
    await posts.record(Post(50, 9, 1, 1, 1))
    await posts.record(Post(51, 9, 1, 1, 1))
    await posts.remove(50)
    await posts.remove(50)
    assert [one.message_id for one in await posts.of_job(1)] == [51]


async def test_the_posts_of_a_job_go_with_it(jobs: Jobs, job_expiry: JobExpiry, posts: Posts) -> None:
    await make(jobs, 1)
    await posts.record(Post(50, 9, 1, 1, 1))
    assert await job_expiry.delete_old(before=after(1)) == [1]
    assert await posts.find(50) is None


async def test_a_post_of_a_job_that_is_not_kept_any_more_is_not_recorded(posts: Posts) -> None:
    await posts.record(Post(50, 9, 1, 1, 1))
    assert await posts.find(50) is None


async def test_a_part_that_is_out_is_a_post_of_its_pictures(jobs: Jobs, deliveries: Deliveries, posts: Posts) -> None:
    await wait(jobs)
    await draw(jobs)
    for part, places in ((1, (1, 2)), (2, (3, 3))):
        await deliveries.intend(1, part=part, way=Way.CHANNEL, now=NOW)
        await deliveries.sent(1, part=part, message_id=50 + part, channel_id=9, last=part == 2, now=NOW, places=places)
    assert await posts.of_job(1) == (Post(52, 9, 1, 3, 3), Post(51, 9, 1, 1, 2))


async def test_a_sentence_is_no_post_and_neither_is_what_is_in_no_channel(
    jobs: Jobs, deliveries: Deliveries, posts: Posts
) -> None:
    await accept(jobs)
    await jobs.fail(1, error=Interrupted(may_have_cost=False), now=NOW)
    for part, channel_id, places in ((1, 9, None), (2, None, (1, 1))):
        await deliveries.intend(1, part=part, way=Way.ORIGINAL, now=NOW)
        await deliveries.sent(1, part=part, message_id=50, channel_id=channel_id, last=False, now=NOW, places=places)
    assert await posts.find(50) is None
    assert [one.state for one in await deliveries.of(1)] == [DeliveryState.SENT] * 2
