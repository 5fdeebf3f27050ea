"""Reports: who may, what three of them do, what moderators see and decide, and what lasts over a restart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import discord
import pytest

from bot.domain.gallery import ShareState
from bot.domain.pseudonyms import Pseudonyms
from bot.domain.reports import Verdict
from bot.store.moderation.audit import Audit, AuditAction
from bot.store.moderation.mutes import Mutes
from bot.store.retention.share_expiry import ShareExpiry
from tests.integration.gallery.galleries import gallery_page, newest_copy, share
from tests.integration.layouts import said
from tests.integration.moderation.courts import Court
from tests.integration.results.results import sentence

if TYPE_CHECKING:
    import simcord

    from tests.integration.conftest import World

HIDDEN = "This picture is hidden until a moderator has looked at it."


@pytest.fixture
async def court(world: World) -> Court:
    return await Court.begin(world)


def buttons(message: discord.Message) -> list[str | None]:
    return [
        one.label
        for row in message.components
        if isinstance(row, discord.ActionRow)
        for one in row.children
        if isinstance(one, discord.Button)
    ]


async def mute_of(world: World, person: simcord.MemberActor) -> timedelta | None:
    """Say for how long somebody is muted, for good as the longest time there is; None is not at all."""
    # The key of the names is the bot's; that a person is muted is known by their id too.
    mute = await Mutes(world.database, Pseudonyms(b"another key")).find(
        world.guild.id, person.id, now=datetime.now(UTC)
    )
    if mute is None:
        return None
    return timedelta.max if mute.ends_at is None else mute.ends_at - mute.created_at


async def audit_actions(world: World) -> list[tuple[AuditAction, int | None]]:
    return [(one.act, one.moderator_id) for one in reversed(await Audit(world.database).page(world.guild.id, limit=50))]


async def test_ones_own_picture_is_not_reported(world: World) -> None:
    court = await Court.begin(world)
    told = sentence(await world.ada.click(court.picture, label="Report"))
    assert "can't report your own picture" in told
    assert court.bench.history() == []


async def test_a_report_reaches_the_moderators_with_the_picture_covered(court: Court) -> None:
    world = court.world
    answer = await court.report(world.bruno, reason="hateful", words="@everyone look **here**")
    assert answer == "Thanks. The moderators will look at it. The picture stays up until they decide."
    case = court.case
    lines = case.content.splitlines()
    assert lines[0] == "**1 report** · visible until you decide"
    link = f"https://discord.com/channels/{world.guild.id}/{court.gallery.id}/{court.picture.id}"
    assert lines[1] == f"By {world.ada.mention} · [view]({link})"
    assert lines[2] == "> a fox in snow"
    assert "- Hateful or insulting: 1" in lines
    assert "> “\\@everyone look \\*\\*here\\*\\*”" in lines
    assert world.bruno.mention not in case.content
    [file] = case.attachments
    assert file.is_spoiler()
    assert await file.read() == await court.picture.attachments[0].read()
    assert buttons(case) == ["Keep", "Hide", "Delete", "Mute 1 hour", "Mute 1 day", "Mute permanently"]
    assert newest_copy(court.gallery).attachments


async def test_a_second_report_of_the_same_person_is_told_so_and_changes_nothing(court: Court) -> None:
    await court.report(court.world.bruno)
    before = court.case.content
    assert "You've already reported this picture" in await court.report(court.world.bruno)
    assert court.case.content == before
    assert len(court.bench.history()) == 1


@pytest.mark.parametrize("forum", [False, True])
async def test_the_third_person_hides_the_picture_everywhere(world: World, *, forum: bool) -> None:
    court = await Court.begin(world, forum=forum)
    first, second, third = await court.report_by(3)
    assert first == second
    assert "the picture is hidden until a moderator decides" in third
    hidden = newest_copy(court.gallery)
    assert (hidden.content, hidden.attachments, buttons(hidden)) == (HIDDEN, [], [])
    assert said(await gallery_page(world, "new")).startswith("No shared pictures")
    assert len(court.bench.history()) == 1
    assert court.case.content.startswith("**3 reports** · hidden until you decide")
    assert len(court.case.attachments) == 1
    assert await audit_actions(world) == [(AuditAction.HIDDEN_BY_REPORTS, None)]


async def test_a_prompt_that_is_kept_stays_so_before_moderators(court: Court) -> None:
    await court.hang("a secret fox", hide=True)
    await court.report(court.world.bruno)
    assert "secret" not in court.case.content + str(court.case.attachments[0].description)
    assert "prompt is hidden" in court.case.content


async def test_kept_comes_back_and_only_three_others_hide_it_again(court: Court) -> None:
    await court.report_by(3)
    assert (await court.press(Verdict.KEEP)).startswith("The picture is kept")
    back = newest_copy(court.gallery)
    assert "a fox in snow" in back.content
    assert len(back.attachments) == 1
    assert f"kept by {court.mira.mention}" in court.case.content
    assert buttons(court.case) == ["Decide again", "Mute 1 hour", "Mute 1 day", "Mute permanently"]
    court.picture = back
    others = [await court.report(court.member(f"other{number}")) for number in range(2)]
    assert others == [others[0]] * 2
    assert await court.state() is ShareState.SHARED
    assert court.case.content.startswith("**5 reports** · visible until you decide")
    assert "Keep" in buttons(court.case)
    assert "hidden" in await court.report(court.member("last"))
    assert await court.state() is ShareState.HIDDEN
    assert len(court.bench.history()) == 1


async def test_hidden_stays_hidden_and_can_be_decided_again(court: Court) -> None:
    await court.report(court.world.bruno)
    assert await court.press(Verdict.HIDE) == "The picture is hidden."
    assert newest_copy(court.gallery).content == HIDDEN
    assert f"hidden by {court.mira.mention}" in court.case.content
    await court.press(Verdict.REOPEN, by=court.milo)
    assert "hidden until you decide" in court.case.content
    await court.press(Verdict.KEEP, by=court.milo)
    assert newest_copy(court.gallery).attachments
    acts = [
        (AuditAction.HIDDEN, court.mira.id),
        (AuditAction.REOPENED, court.milo.id),
        (AuditAction.KEPT, court.milo.id),
    ]
    assert await audit_actions(court.world) == acts


async def test_deleted_is_gone_everywhere_and_does_not_come_back(court: Court) -> None:
    world = court.world
    await court.report(world.bruno)
    assert "deleted from the gallery" in await court.press(Verdict.DELETE)
    assert court.picture.id not in [one.id for one in court.gallery.history()]
    case = court.case
    assert f"deleted by {court.mira.mention}" in case.content
    assert (case.attachments, buttons(case)) == ([], ["Mute 1 hour", "Mute 1 day", "Mute permanently"])
    await world.app.gallery.messages.sweep()
    await ShareExpiry(world.database).delete_gone()
    assert "moderators took this picture down" in sentence(await share(world, court.answer))
    assert await audit_actions(world) == [(AuditAction.DELETED, court.mira.id)]


async def test_what_is_taken_back_cannot_be_shared_again_before_a_moderator_has_decided(court: Court) -> None:
    world = court.world
    await court.report(world.bruno)
    await world.ada.click(await gallery_page(world, "mine", by=world.ada), label="Unshare")
    await world.env.settle()
    assert "unshared in the meantime" in court.case.content
    await world.app.gallery.messages.sweep()
    await ShareExpiry(world.database).delete_gone()
    assert "moderators took this picture down" in sentence(await share(world, court.answer))
    await court.press(Verdict.KEEP)
    assert "Shared" in sentence(await share(world, court.answer))


@pytest.mark.parametrize(
    ("verdict", "lasts", "words"),
    [
        (Verdict.MUTE_HOUR, timedelta(hours=1), "for 1 hour"),
        (Verdict.MUTE_DAY, timedelta(days=1), "for 1 day"),
        (Verdict.MUTE, timedelta.max, "permanently"),
    ],
)
async def test_a_mute_is_said_and_leaves_the_picture_to_be_decided(
    court: Court, verdict: Verdict, lasts: timedelta, words: str
) -> None:
    await court.report(court.world.bruno)
    assert await mute_of(court.world, court.world.ada) is None
    answer = await court.press(verdict)
    assert answer.startswith(f"{court.world.ada.mention} is muted {words}.")
    assert await mute_of(court.world, court.world.ada) == lasts
    assert f"{court.mira.mention} muted {court.world.ada.mention}" in court.case.content
    assert "Keep" in buttons(court.case)
    assert await audit_actions(court.world) == [(AuditAction.MUTED, court.mira.id)]
    assert newest_copy(court.gallery).attachments


async def test_of_two_moderators_at_once_one_decides_and_the_other_is_told_who(court: Court) -> None:
    world = court.world
    court.bench = world.channel
    await court.set_bench(world.channel.id)
    await court.report(world.bruno)
    case = court.case
    results = [
        world.press(court.mira, case, f"case:keep:{court.share_id}"),
        world.press(court.milo, case, f"case:delete:{court.share_id}"),
    ]
    await world.env.settle()
    answers = [sentence(one) for one in results]
    late = [one for one in answers if "has already decided" in one]
    assert len(late) == 1
    kept = answers[0].startswith("The picture is kept")
    assert late[0] == (
        f"{court.mira.mention} has already decided: kept."
        if kept
        else f"{court.milo.mention} has already decided: deleted."
    )
    assert await court.state() is (ShareState.SHARED if kept else ShareState.GONE)
    assert len(await audit_actions(world)) == 1


async def test_everything_works_on_after_a_restart(court: Court) -> None:
    await court.report_by(2)
    await court.restart()
    assert "hidden" in await court.report(court.world.bruno)
    await court.restart()
    assert (await court.press(Verdict.KEEP)).startswith("The picture is kept")
    assert len(court.bench.history()) == 1
    assert newest_copy(court.gallery).attachments


async def test_without_a_channel_for_reports_moderators_find_them_with_reports(court: Court) -> None:
    world = court.world
    await court.set_bench(None)
    await court.report_by(3)
    assert newest_copy(court.gallery).content == HIDDEN
    assert court.bench.history() == []
    page = (await court.mira.slash(world.channel, "reports")).response
    assert page is not None
    assert page.ephemeral
    assert f"1. By {world.ada.mention} · 3 reports · hidden until you decide" in page.content
    shown = (await court.mira.click(page, label="View 1")).response
    assert shown is not None
    assert shown.ephemeral
    [file] = shown.attachments
    assert file.filename.startswith("SPOILER_")
    assert "> a fox in snow" in shown.content
    result = await court.mira.click(shown, label="Keep")
    await world.env.settle()
    assert sentence(result).startswith("The picture is kept")
    assert newest_copy(court.gallery).attachments
    again = (await court.mira.slash(world.channel, "reports")).response
    assert again is not None
    assert again.content == "No reported pictures are waiting for a decision."


async def test_the_list_of_cases_has_pages(court: Court) -> None:
    await court.report(court.world.bruno)
    for number in range(5):
        await court.hang(f"picture {number}")
        await court.report(court.world.bruno)
    page = (await court.mira.slash(court.world.channel, "reports")).response
    assert page is not None
    assert len(page.content.splitlines()) == 6
    turned = (await court.mira.click(page, label="More")).response
    assert turned is not None
    assert len(turned.content.splitlines()) == 2
    assert turned.id == page.id


@pytest.mark.parametrize("lost", ["message", "channel"])
async def test_a_message_that_is_gone_is_replaced(court: Court, lost: str) -> None:
    world = court.world
    await court.report(world.bruno)
    if lost == "message":
        await court.case.delete()
    else:
        channel = world.bot.get_channel(court.bench.id)
        assert isinstance(channel, discord.TextChannel)
        await channel.delete()
        court.bench = world.guild.create_text_channel("more-reports")
        await court.set_bench(court.bench.id)
    await court.report(court.member("second"))
    assert len(court.bench.history()) == 1
    assert court.case.content.startswith("**2 reports**")
    await court.press(Verdict.HIDE)
    assert len(court.bench.history()) == 1


async def test_where_the_channel_is_gone_or_closed_reports_count_all_the_same(court: Court) -> None:
    world = court.world
    channel = world.bot.get_channel(court.bench.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.delete()
    answers = await court.report_by(3)
    assert all(one.startswith("Thanks.") for one in answers)
    assert newest_copy(court.gallery).content == HIDDEN
    page = (await court.mira.slash(world.channel, "reports")).response
    assert page is not None
    assert "3 reports" in page.content


async def test_what_discord_does_not_let_go_is_said_to_the_moderator(court: Court) -> None:
    await court.report(court.world.bruno)
    court.world.env.inject_error("PATCH", f"/channels/{court.gallery.id}/messages/*", status=403, code=50013)
    assert "doesn't let me change 1 message" in await court.press(Verdict.HIDE)
