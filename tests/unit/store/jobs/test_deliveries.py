"""Delivery records: what was meant to be posted, and what was."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.domain.errors import Interrupted
from bot.domain.job import JobState
from bot.store.jobs.deliveries import Delivery, DeliveryState, Way
from tests.unit.store.samples import NOW, accept, after, draw, wait

if TYPE_CHECKING:
    from bot.store.jobs.deliveries import Deliveries
    from bot.store.jobs.jobs import Jobs
    from bot.store.retention.job_expiry import JobExpiry


async def test_an_intent_is_kept_and_a_second_one_changes_nothing(jobs: Jobs, deliveries: Deliveries) -> None:
    await wait(jobs)
    first = await deliveries.intend(1, part=1, way=Way.ORIGINAL, now=NOW)
    assert first == Delivery(part=1, way=Way.ORIGINAL, state=DeliveryState.INTENT, nonce="1-1", intended_at=NOW)
    assert await deliveries.intend(1, part=1, way=Way.CHANNEL, now=NOW) == first
    assert await deliveries.of(1) == (first,)


async def test_two_intents_at_once_are_one_record(jobs: Jobs, deliveries: Deliveries) -> None:
    await wait(jobs)
    first, second = await asyncio.gather(
        deliveries.intend(1, part=1, way=Way.ORIGINAL, now=NOW),
        deliveries.intend(1, part=1, way=Way.CHANNEL, now=NOW),
    )
    assert first == second


async def test_the_parts_of_an_answer_come_back_in_order_with_their_messages(
    jobs: Jobs, deliveries: Deliveries
) -> None:
    await wait(jobs)
    await draw(jobs)
    await deliveries.intend(1, part=2, way=Way.CHANNEL, now=NOW)
    await deliveries.intend(1, part=1, way=Way.ORIGINAL, now=NOW)
    await deliveries.sent(1, part=1, message_id=55, channel_id=None, last=False, now=NOW)
    await deliveries.sent(1, part=2, message_id=56, channel_id=9, last=False, now=NOW)
    assert [(one.part, one.state, one.message_id, one.channel_id) for one in await deliveries.of(1)] == [
        (1, DeliveryState.SENT, 55, None),
        (2, DeliveryState.SENT, 56, 9),
    ]
    assert (await jobs.load(1)).state is JobState.DRAWN


async def test_the_last_part_closes_the_job(jobs: Jobs, deliveries: Deliveries, job_expiry: JobExpiry) -> None:
    await wait(jobs)
    await draw(jobs)
    await deliveries.intend(1, part=1, way=Way.ORIGINAL, now=NOW)
    await deliveries.sent(1, part=1, message_id=55, channel_id=None, last=True, now=NOW)
    assert (await jobs.load(1)).state is JobState.DELIVERED
    assert await job_expiry.delete_old(before=after(1)) == [1]


async def test_the_sentence_of_a_failed_job_closes_it_as_failed(jobs: Jobs, deliveries: Deliveries) -> None:
    await accept(jobs)
    await jobs.fail(1, error=Interrupted(may_have_cost=False), now=NOW)
    await deliveries.intend(1, part=1, way=Way.ORIGINAL, now=NOW)
    await deliveries.sent(1, part=1, message_id=55, channel_id=None, last=True, now=NOW)
    assert (await jobs.load(1)).state is JobState.FAILED


async def test_what_could_not_be_posted_and_is_posted_later_is_delivered(jobs: Jobs, deliveries: Deliveries) -> None:
    await wait(jobs)
    await draw(jobs)
    assert await jobs.close(1, to=JobState.UNDELIVERABLE, now=NOW)
    await deliveries.intend(1, part=1, way=Way.CHANNEL, now=NOW)
    await deliveries.sent(1, part=1, message_id=55, channel_id=9, last=True, now=NOW)
    assert (await jobs.load(1)).state is JobState.DELIVERED


@pytest.mark.parametrize("sent", [True, False])
async def test_a_part_goes_another_way_until_it_is_sent(
    jobs: Jobs,
    deliveries: Deliveries,
    sent: bool,  # noqa: FBT001
) -> None:
    await wait(jobs)
    await deliveries.intend(1, part=1, way=Way.ORIGINAL, now=NOW)
    if sent:
        await deliveries.sent(1, part=1, message_id=55, channel_id=None, last=False, now=NOW)
    delivery = await deliveries.redirect(1, part=1, way=Way.CHANNEL)
    assert delivery.way is (Way.ORIGINAL if sent else Way.CHANNEL)
    assert delivery.nonce == "1-1"
    assert await deliveries.of(1) == (delivery,)
