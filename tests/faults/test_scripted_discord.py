"""Each kind of trouble at Discord ends in the right sentence and the right charge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.faults.harness import MICROUSD_A_PICTURE, Harness
from tests.standin.provider import Draw, Moment
from tests.standin.world import Permission

if TYPE_CHECKING:
    from tests.faults.conftest import Open
    from tests.faults.harness import Asked
    from tests.standin.calls import Call
    from tests.standin.messages import Message

IN_CHANNEL = "/channels/.*/messages$"


async def refuse_the_result(harness: Harness, *, status: int, code: int, times: int = 1) -> Asked:
    """Ask for a picture, and have Discord refuse to put it into the original answer."""
    prompt = harness.new_prompt()
    harness.images.always(re.escape(prompt), Draw(side=512, size_bytes=400_000))
    asked = await harness.ask(prompt)
    headers = {"Retry-After": "0.1"} if status == 429 else {}
    harness.discord.fail_next(
        "PATCH", asked.original, status=status, code=code, headers=headers, times=times, where=has_files
    )
    return asked


def has_files(call: Call) -> bool:
    return bool(call.uploads)


async def message_in_channel(harness: Harness, asked: Asked) -> Message:
    """Wait for the message that calls an asker to an answer outside of the original one."""
    return await harness.discord.wait_for_message(lambda one: asked.user in one.mentions)


async def test_a_discord_that_is_busy_or_down_is_outlived(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        # discord.py asks again after a 429 and a 500, and leaves a 503 to us.
        for status, times in [(429, 2), (500, 1), (503, 2)]:
            await refuse_the_result(harness, status=status, code=0, times=times)
        await harness.audit()


async def test_a_picture_that_discord_finds_too_large_comes_smaller(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        asked = await refuse_the_result(harness, status=413, code=40005, times=2)
        entries = await harness.ended()
        message = asked.handle.original()
    assert (entries[asked.id].state, entries[asked.id].charge) == ("delivered", "settled")
    assert message.attachments[0].size < 300_000
    assert "re-encoded as" in message.content


async def test_a_picture_that_discord_always_finds_too_large_is_kept(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        asked = await refuse_the_result(harness, status=413, code=40005, times=20)
        entries = await harness.ended()
        message = await asked.handle.state(lambda one: "file limit" in one.content)
    assert (entries[asked.id].state, entries[asked.id].charge) == ("undeliverable", "settled")
    assert "Get your pictures from " in message.content
    assert "It was paid for" in message.content


async def test_an_answer_that_is_gone_or_whose_token_is_leads_into_the_channel(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        for status, code in [(404, 10008), (404, 10015), (401, 50027)]:
            asked = await refuse_the_result(harness, status=status, code=code)
            assert len((await message_in_channel(harness, asked)).attachments) == 1
            asked.handle.expire()
        await harness.audit()


async def test_an_interaction_that_discord_forgot_before_it_was_acknowledged_costs_nothing(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        asked = await harness.ask()
        harness.discord.fail_next("POST", rf"/interactions/{asked.id}/", status=404, code=10062)
        message = await message_in_channel(harness, asked)
        entries = await harness.ended()
    assert "reached Easel too late" in message.content
    assert "Nothing was spent" in message.content
    assert (entries[asked.id].state, entries[asked.id].charge) == ("failed", None)
    assert harness.images.requests.items == []


async def test_a_permission_that_is_lost_while_it_draws_leaves_the_paid_picture_in_the_history(
    studio_on: Open,
) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        gate = harness.images.hold_next(Moment.ARRIVED)
        asked = await harness.ask()
        await gate.reached()
        asked.handle.expire()
        harness.discord.limit_bot(asked.channel, deny=Permission.SEND_MESSAGES)
        gate.release()
        entry = (await harness.ended())[asked.id]
        assert (entry.state, entry.charge, entry.microusd) == ("undeliverable", "settled", MICROUSD_A_PICTURE)
        assert not any(one.attachments for one in harness.messages(asked))
        history = await harness.discord.slash(asked.user, asked.channel, "history")
        page = await history.final()
        shown = await harness.discord.click(asked.user, page, f"show:{asked.id}")
        message = await shown.state(lambda one: bool(one.attachments))
        await harness.stored_jobs.wait([asked.id], ["delivered"])
    assert message.ephemeral


async def test_a_refusal_of_the_channel_leaves_the_paid_picture_in_the_history(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        for code in (50001, 50013):
            gate = harness.images.hold_next(Moment.ARRIVED)
            asked = await harness.ask()
            await gate.reached()
            asked.handle.expire()
            harness.discord.fail_next("POST", f"/channels/{asked.channel.id}/messages$", status=403, code=code)
            gate.release()
            entry = (await harness.ended())[asked.id]
            assert (entry.state, entry.charge, entry.microusd) == ("undeliverable", "settled", MICROUSD_A_PICTURE)


async def test_a_message_whose_confirmation_was_lost_is_found_and_not_sent_again(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    # Discord remembers a nonce for some minutes only.
    harness.discord.limits.nonce_seconds = -1.0
    async with harness.bot:
        gate = harness.images.hold_next(Moment.ARRIVED)
        asked = await harness.ask()
        await gate.reached()
        asked.handle.expire()
        harness.discord.cut_next("POST", IN_CHANNEL, applied=True, times=1)
        gate.release()
        await harness.audit()
