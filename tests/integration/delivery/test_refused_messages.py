"""Each code of Discord's in each place where a message goes out: what people get, and what is said to them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.chat.platform.refusals import CODES, STATUSES, Meaning
from bot.domain.errors import PlaceClosed
from bot.domain.gallery import ShareState
from bot.domain.job import JobState
from bot.store.gallery.shares import Shares
from bot.words import private_answers as private_words
from bot.words.failures import unexpected
from tests.integration.gallery.galleries import set_gallery, share, shared, with_gallery
from tests.integration.layouts import said
from tests.integration.moderation.reporting import people, report, with_reports
from tests.integration.requests.test_reply import answers, mention
from tests.integration.results.results import drawn, sentence

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import discord
    import simcord

    from tests.integration.conftest import Start, World

ORIGINAL = "/webhooks/*/*/messages/@original"
CALLBACK = "/interactions/*/*/callback"
STATUS = {Meaning.TOO_LARGE: 413, Meaning.PASSING: 503, Meaning.OVER: 404, Meaning.CLOSED: 403, Meaning.GONE: 404}
"""With which a code comes, where that is not 400."""
ONE_OF_EACH = {meaning: code for code, meaning in sorted(CODES.items(), reverse=True)}
"""A code for each meaning."""
ANEW = {
    Meaning.OVER,
    Meaning.ACKNOWLEDGED,
    Meaning.GONE,
    Meaning.OLD,
    Meaning.ARCHIVED,
    Meaning.LOCKED,
    Meaning.REPLY_BARRED,
    Meaning.CLOSED,
    Meaning.NOWHERE,
}
"""With these an edit is refused, and a new message goes."""


def refuse(world: World, method: str, path: str, code: int, *, times: int | None = 1) -> None:
    status = STATUS.get(CODES[code], 400)
    world.env.inject_error(method, path, status=status, code=code, message="no", times=times)


def allow(world: World) -> None:
    world.env.backend.faults.clear()


def test_the_table_has_a_source_for_what_the_documentation_has_not() -> None:
    assert set(ONE_OF_EACH) == set(Meaning)
    assert set(STATUSES.values()) <= set(Meaning)


@pytest.fixture
async def world(start: Start) -> World:
    return await start(jobs_concurrency=2)


async def test_results(world: World) -> None:
    for meaning, code in ONE_OF_EACH.items():
        refuse(world, "PATCH", ORIGINAL, code)
        result = await world.imagine(f"a fox {code}")
        allow(world)
        job = await world.jobs.load(result._interaction.id)
        assert result.response is not None
        last, words = world.channel.last_message, result.response.content
        if meaning in ANEW:
            assert job.state is JobState.DELIVERED, code
            assert last is not None
            assert f"a fox {code}" in last.content, code
            assert len(last.attachments) == 1
        elif meaning in {Meaning.PASSING, Meaning.TOO_LARGE, Meaning.WORDS_BLOCKED}:
            assert job.state is JobState.DELIVERED, code
            assert len(result.response.attachments) == 1, code
            assert (f"a fox {code}" in words) is (meaning is not Meaning.WORDS_BLOCKED)
        else:
            assert job.state is JobState.UNDELIVERABLE, code
            assert ("Discord's filter" in words) is (meaning is Meaning.PICTURE_FILTERED), code
            assert "It cost nothing" in words


async def test_results_that_the_channel_refuses_too(world: World) -> None:
    for code, meaning in ((code, meaning) for meaning, code in ONE_OF_EACH.items()):
        if meaning in {Meaning.PASSING, Meaning.TOO_LARGE}:
            continue
        refuse(world, "PATCH", ORIGINAL, 10008, times=None)
        refuse(world, "POST", f"/channels/{world.channel.id}/messages", code)
        result = await world.imagine(f"a fox {code}")
        allow(world)
        job = await world.jobs.load(result._interaction.id)
        last = world.channel.last_message
        assert last is not None
        assert last.content.startswith(world.ada.mention), code
        goes = meaning in {Meaning.WORDS_BLOCKED, Meaning.REPLY_BARRED}
        assert job.state is (JobState.DELIVERED if goes else JobState.UNDELIVERABLE), code
        # Words go where files may not, since what would have held them is gone.
        assert len(last.attachments) == int(goes), code
        if meaning in {Meaning.ARCHIVED, Meaning.LOCKED}:
            assert "archived or locked" in last.content
        assert world.bot_user.id == last.author.id


def _has_message(place: simcord.ChannelHandle) -> Callable[[], Awaitable[bool]]:
    async def has_message() -> bool:
        return place.last_message is not None

    return has_message


async def test_a_locked_thread_leads_into_a_direct_message_that_names_it(world: World) -> None:
    for code in (50083, 160005):
        refuse(world, "PATCH", ORIGINAL, code, times=None)
        refuse(world, "POST", f"/channels/{world.channel.id}/messages", code, times=None)
        for private in (False, True):
            await world.imagine(private=private)
            # The job is closed first: who is told twice is worse off than who is told late.
            await world.until(_has_message(world.ada.user.dm_channel))
            told = world.ada.user.dm_channel.last_message
            assert told is not None
            assert f"<#{world.channel.id}>" in told.content
            assert "archived or locked" in told.content
            assert "/history" in told.content
            assert "here" not in told.content
            world.env.backend.delete_message(world.ada.user.dm_channel.id, told.id)
        allow(world)


async def test_acknowledgements_of_interactions(world: World) -> None:
    for meaning, code in ONE_OF_EACH.items():
        refuse(world, "POST", CALLBACK, code)
        result = await world.imagine(f"a fox {code}")
        allow(world)
        job = await world.jobs.load(result._interaction.id)
        if meaning in {Meaning.PASSING, Meaning.ACKNOWLEDGED}:
            assert job.state is JobState.DELIVERED, code
            continue
        last = world.channel.last_message
        assert job.state is JobState.FAILED, code
        assert job.attempts == 0
        assert last is not None
        assert "Nothing was spent" in last.content, code
        assert isinstance(job.failure, PlaceClosed) is (
            meaning in {Meaning.ARCHIVED, Meaning.LOCKED, Meaning.CLOSED, Meaning.NOWHERE, Meaning.REPLY_BARRED}
        ), code


async def test_acknowledgements_of_messages(world: World) -> None:
    path = f"/channels/{world.channel.id}/messages"
    for meaning, code in ONE_OF_EACH.items():
        refuse(world, "POST", path, code)
        asked = await mention(world, f"a fox {code}")
        allow(world)
        job = await world.jobs.load(asked.id)
        told = next(iter(answers(world, asked)), world.channel.last_message)
        assert told is not None
        if meaning in {Meaning.PASSING, Meaning.WORDS_BLOCKED, Meaning.REPLY_BARRED, Meaning.ACKNOWLEDGED}:
            assert job.state is JobState.DELIVERED, code
            assert len(told.attachments) == 1, code
        else:
            assert job.state is JobState.FAILED, code
            assert "Nothing was spent" in told.content, code


async def test_a_message_has_no_three_seconds(world: World) -> None:
    # For longer than a call is asked again by itself.
    world.env.inject_error("POST", f"/channels/{world.channel.id}/messages", status=503, times=5)
    asked = await mention(world, "a fox")
    [told] = answers(world, asked)
    assert len(told.attachments) == 1
    assert "too late" not in told.content


async def test_private_answers(world: World) -> None:
    await world.imagine("a fox")
    for meaning, code in ONE_OF_EACH.items():
        refuse(world, "PATCH", ORIGINAL, code)
        result = await world.ada.slash(world.channel, "history")
        await world.env.settle()
        allow(world)
        told = [said(one) for one in (*result.followups, result.response) if one is not None]
        assert unexpected() not in told, code
        if meaning is Meaning.PASSING:
            assert "a fox" in told[-1], code
        elif meaning is Meaning.INVALID:
            # It may have been for the files, which come by themselves.
            assert "a fox" in "".join(told), code
            assert [len(one.attachments) for one in result.followups] == [1], code
        elif meaning in {Meaning.ARCHIVED, Meaning.LOCKED}:
            written = world.ada.user.dm_channel.last_message
            assert written is not None
            assert f"<#{world.channel.id}>" in written.content
        elif meaning is Meaning.WORDS_BLOCKED:
            assert private_words.words_blocked() in told, code
        elif meaning is Meaning.PICTURE_FILTERED:
            assert private_words.picture_filtered() in told
        elif meaning not in {Meaning.OVER, Meaning.ACKNOWLEDGED}:
            assert private_words.discord_refused() in told, code


async def test_pictures_of_the_history(world: World) -> None:
    await world.imagine("a fox")
    page = (await world.ada.slash(world.channel, "history")).response
    assert page is not None
    for meaning, code in ONE_OF_EACH.items():
        refuse(world, "PATCH", ORIGINAL, code)
        shown = await world.ada.click(page, label="Show")
        allow(world)
        told = [one.content for one in (*shown.followups, shown.response) if one is not None]
        assert unexpected() not in told, code
        if meaning in {Meaning.PASSING, Meaning.TOO_LARGE, Meaning.WORDS_BLOCKED}:
            assert shown.response is not None
            assert len(shown.response.attachments) == 1, code
            assert ("a fox" in shown.response.content) is (meaning is not Meaning.WORDS_BLOCKED)


async def test_shares(world: World) -> None:
    gallery = await with_gallery(world)
    for meaning in (Meaning.PASSING, Meaning.WORDS_BLOCKED, Meaning.PICTURE_FILTERED, Meaning.ARCHIVED, Meaning.CLOSED):
        code = ONE_OF_EACH[meaning]
        answer = await drawn(world, f"a fox {code}")
        refuse(world, "POST", f"/channels/{gallery.id}/messages", code)
        result = await share(world, answer)
        allow(world)
        last = gallery.last_message
        assert last is not None
        if meaning in {Meaning.PASSING, Meaning.WORDS_BLOCKED}:
            has_words = meaning is Meaning.PASSING
            assert (f"a fox {code}" in last.content) is has_words
            assert (f"a fox {code}" in (last.attachments[0].description or "")) is has_words
        else:
            assert f"fox {code}" not in last.content
            assert ("Discord's filter" in sentence(result)) is (meaning is Meaning.PICTURE_FILTERED)


async def with_gallery_in_thread(world: World) -> simcord.ChannelHandle:
    world.env.backend.create_thread(world.channel.id, "foxes", world.ada.id)
    [thread] = world.channel.threads
    await set_gallery(world, thread.id)
    return thread


async def test_messages_that_show_a_share(world: World) -> None:
    gallery = await with_gallery_in_thread(world)
    message = await shared(world, gallery, "a fox")
    feature = world.app.foundation.gallery
    [found] = await Shares(world.database).of_person(world.ada.id)
    edits = f"/channels/*/messages/{message.id}"
    for meaning, code in ONE_OF_EACH.items():
        if meaning in {Meaning.GONE, Meaning.NOWHERE}:
            continue
        await feature.gallery.set_state(found.id, ShareState.HIDDEN)
        if meaning is not Meaning.PASSING:
            refuse(world, "PATCH", edits, code, times=None)
            assert len(await feature.messages.reconcile(found.id)) == 1, code
            allow(world)
        assert await feature.messages.reconcile(found.id) == []
        assert "hidden" in gallery.history()[-1].content
        await feature.gallery.set_state(found.id, ShareState.SHARED)
        refuse(world, "PATCH", edits, code)
        left = await feature.messages.reconcile(found.id)
        allow(world)
        if meaning is Meaning.PICTURE_FILTERED:
            assert gallery.history() == []
            break
        assert (left == []) is (meaning in {Meaning.PASSING, Meaning.WORDS_BLOCKED, Meaning.ARCHIVED}), code
        assert await feature.messages.reconcile(found.id) == []
        assert ("a fox" in gallery.history()[-1].content) is (meaning is not Meaning.WORDS_BLOCKED)


async def test_a_share_in_a_thread_that_is_asleep_is_woken_and_hidden(world: World) -> None:
    gallery = await with_gallery_in_thread(world)
    message = await shared(world, gallery)
    [found] = await Shares(world.database).of_person(world.ada.id)
    await world.app.foundation.gallery.gallery.set_state(found.id, ShareState.HIDDEN)
    refuse(world, "PATCH", f"/channels/*/messages/{message.id}", 50083)
    await world.app.foundation.gallery.messages.reconcile(found.id)
    assert world.payloads(f"/channels/{gallery.id}") == [{"archived": False}]


async def test_cases(world: World) -> None:
    gallery, reports = await with_gallery(world), await with_reports(world)
    for meaning in (Meaning.PASSING, Meaning.WORDS_BLOCKED, Meaning.PICTURE_FILTERED, Meaning.CLOSED):
        code = ONE_OF_EACH[meaning]
        message = await shared(world, gallery, f"a fox {code}")
        refuse(world, "POST", f"/channels/{reports.id}/messages", code)
        before = len(reports.history())
        assert unexpected() not in await report(world, message, words=f"bad {code}")
        allow(world)
        told = reports.history()[before:]
        assert len(told) == int(meaning is not Meaning.CLOSED), code
        for case in told:
            check_case(case, code, meaning)


async def test_the_message_about_a_case_that_cannot_be_edited_is_sent_anew(world: World) -> None:
    gallery, reports = await with_gallery(world), await with_reports(world)
    message = await shared(world, gallery)
    members = people(world, 3)
    await report(world, message, by=members[0])
    for code, member in zip((30046, 50001), members[1:], strict=True):
        before = len(reports.history())
        refuse(world, "PATCH", f"/channels/{reports.id}/messages/*", code)
        await report(world, message, by=member)
        allow(world)
        assert len(reports.history()) - before == int(code != 50001), code


def check_case(case: discord.Message, code: int, meaning: Meaning) -> None:
    has_words = meaning is not Meaning.WORDS_BLOCKED
    assert (f"a fox {code}" in case.content) is has_words
    assert (f"bad {code}" in case.content) is has_words
    has_picture = meaning not in {Meaning.PICTURE_FILTERED, Meaning.TOO_LARGE}
    assert len(case.attachments) == int(has_picture)


async def test_a_sentence_that_two_want_to_deliver_is_delivered_and_counted_once(world: World) -> None:
    world.env.inject_error("PATCH", ORIGINAL, status=500)
    result = await world.ada.slash(world.channel, "imagine", prompt="a fox demo:refuse")

    async def is_failing() -> bool:
        return (await world.jobs.load(result._interaction.id)).state is JobState.FAILING

    await world.until(is_failing)
    poster = world.app.foundation.jobs.poster
    job = await world.jobs.load(result._interaction.id)
    await asyncio.gather(poster.deliver(job), poster.deliver(job))
    await world.all_ended()
    # One that failed, and one that went.
    assert len(world.payloads(ORIGINAL)) == 2
    assert 'easel_jobs_ended_total{state="failed"} 1.0' in world.app.core.meters.render({}, waiting=0).decode()


async def test_progress_stops_where_the_answer_is_gone(start: Start) -> None:
    world = await start(jobs_concurrency=1, progress_seconds=2)
    refuse(world, "PATCH", ORIGINAL, 10008, times=None)
    await world.imagine("a river demo:slow=6")
    assert [f"{one['content']}"[:7] for one in world.payloads(ORIGINAL)].count("**a riv") == 2
    last = world.channel.last_message
    assert last is not None
    assert len(last.attachments) == 1


async def test_progress_goes_on_without_what_is_blocked(start: Start) -> None:
    world = await start(jobs_concurrency=1, progress_seconds=2)
    refuse(world, "PATCH", ORIGINAL, 200000)
    await world.imagine("a river demo:slow=6")
    shown = [one["content"] for one in world.payloads(ORIGINAL)]
    assert shown[0].startswith("**a river")
    assert shown[1].startswith("drawing for")


async def test_a_press_that_nobody_listens_for_is_answered(world: World) -> None:
    answer = await drawn(world)
    result = world.press(world.ada, answer, "rotate:1")
    await world.env.settle()
    assert sentence(result) == private_words.not_listened()


async def test_a_refusal_by_direct_message_names_the_channel(world: World) -> None:
    world.env.inject_error("POST", f"/channels/{world.channel.id}/messages", status=403, code=50013, times=None)
    await mention(world, "a fox --n 20")
    told = world.ada.user.dm_channel.last_message
    assert told is not None
    assert f"<#{world.channel.id}>" in told.content
    assert "here" not in told.content


async def test_the_last_sentence_goes_into_the_channel_once_the_answer_is_deleted(world: World) -> None:
    refuse(world, "PATCH", ORIGINAL, 10008, times=None)
    refuse(world, "POST", f"/channels/{world.channel.id}/messages", 50013)
    edits = len(world.payloads("*/messages/@original"))
    await world.imagine()
    last = world.channel.last_message
    assert last is not None
    assert "I no longer have access to this channel" in last.content
    assert len(world.payloads("*/messages/@original")) == edits + 1
