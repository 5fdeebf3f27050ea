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
from tests.integration.moderation.moderated_server import ModeratedServer
from tests.integration.results.results import button_labels, sentence
from tests.unit.store.samples import find_mute

if TYPE_CHECKING:
    import simcord

    from tests.integration.conftest import World

HIDDEN = "This picture is hidden until a moderator has looked at it."


@pytest.fixture
async def moderated(world: World) -> ModeratedServer:
    return await ModeratedServer.begin(world)


async def mute_of(world: World, person: simcord.MemberActor) -> timedelta | None:
    """Say for how long somebody is muted, for good as the longest time there is; None is not at all."""
    # The key of the names is the bot's; that a person is muted is known by their id too.
    mutes = Mutes(world.database, Pseudonyms(b"another key"))
    mute = await find_mute(world.database, mutes, world.guild.id, person.id, now=datetime.now(UTC))
    if mute is None:
        return None
    return timedelta.max if mute.ends_at is None else mute.ends_at - mute.created_at


async def audit_actions(world: World) -> list[tuple[AuditAction, int | None]]:
    return [(one.act, one.moderator_id) for one in reversed(await Audit(world.database).page(world.guild.id, limit=50))]


async def test_ones_own_picture_is_not_reported(world: World) -> None:
    moderated = await ModeratedServer.begin(world)
    told = sentence(await world.ada.click(moderated.picture, label="Report"))
    assert "can't report your own picture" in told
    assert moderated.reports_channel.history() == []


async def test_a_report_reaches_the_moderators_with_the_picture_covered(moderated: ModeratedServer) -> None:
    world = moderated.world
    answer = await moderated.report(world.bruno, reason="hateful", words="@everyone look **here**")
    assert answer == "Thanks. The moderators will look at it. The picture stays up until they decide."
    case = moderated.case
    lines = case.content.splitlines()
    assert lines[0] == "**1 report** · visible until you decide"
    link = f"https://discord.com/channels/{world.guild.id}/{moderated.gallery.id}/{moderated.picture.id}"
    assert lines[1] == f"By {world.ada.mention} · [view]({link})"
    assert lines[2] == "> a fox in snow"
    assert "- Hateful or insulting: 1" in lines
    assert "> “\\@everyone look \\*\\*here\\*\\*”" in lines
    assert world.bruno.mention not in case.content
    [file] = case.attachments
    assert file.is_spoiler()
    assert await file.read() == await moderated.picture.attachments[0].read()
    assert button_labels(case) == ["Keep", "Hide", "Delete", "Mute 1 hour", "Mute 1 day", "Mute permanently"]
    assert newest_copy(moderated.gallery).attachments


async def test_a_second_report_of_the_same_person_is_told_so_and_changes_nothing(moderated: ModeratedServer) -> None:
    await moderated.report(moderated.world.bruno)
    before = moderated.case.content
    assert "You've already reported this picture" in await moderated.report(moderated.world.bruno)
    assert moderated.case.content == before
    assert len(moderated.reports_channel.history()) == 1


@pytest.mark.parametrize("forum", [False, True])
async def test_the_third_person_hides_the_picture_everywhere(world: World, *, forum: bool) -> None:
    moderated = await ModeratedServer.begin(world, forum=forum)
    first, second, third = await moderated.report_by(3)
    assert first == second
    assert "the picture is hidden until a moderator decides" in third
    hidden = newest_copy(moderated.gallery)
    assert (hidden.content, hidden.attachments, button_labels(hidden)) == (HIDDEN, [], [])
    assert said(await gallery_page(world, "new")).startswith("No shared pictures")
    assert len(moderated.reports_channel.history()) == 1
    assert moderated.case.content.startswith("**3 reports** · hidden until you decide")
    assert len(moderated.case.attachments) == 1
    assert await audit_actions(world) == [(AuditAction.HIDDEN_BY_REPORTS, None)]


async def test_a_prompt_that_is_kept_stays_so_before_moderators(moderated: ModeratedServer) -> None:
    await moderated.share_another("a secret fox", hide=True)
    await moderated.report(moderated.world.bruno)
    assert "secret" not in moderated.case.content + str(moderated.case.attachments[0].description)
    assert "prompt is hidden" in moderated.case.content


async def test_kept_comes_back_and_only_three_others_hide_it_again(moderated: ModeratedServer) -> None:
    await moderated.report_by(3)
    assert (await moderated.press(Verdict.KEEP)).startswith("The picture is kept")
    back = newest_copy(moderated.gallery)
    assert "a fox in snow" in back.content
    assert len(back.attachments) == 1
    assert f"kept by {moderated.mira.mention}" in moderated.case.content
    assert button_labels(moderated.case) == ["Decide again", "Mute 1 hour", "Mute 1 day", "Mute permanently"]
    moderated.picture = back
    others = [await moderated.report(moderated.member(f"other{number}")) for number in range(2)]
    assert others == [others[0]] * 2
    assert await moderated.state() is ShareState.SHARED
    assert moderated.case.content.startswith("**5 reports** · visible until you decide")
    assert "Keep" in button_labels(moderated.case)
    assert "hidden" in await moderated.report(moderated.member("last"))
    assert await moderated.state() is ShareState.HIDDEN
    assert len(moderated.reports_channel.history()) == 1


async def test_hidden_stays_hidden_and_can_be_decided_again(moderated: ModeratedServer) -> None:
    await moderated.report(moderated.world.bruno)
    assert await moderated.press(Verdict.HIDE) == "The picture is hidden."
    assert newest_copy(moderated.gallery).content == HIDDEN
    assert f"hidden by {moderated.mira.mention}" in moderated.case.content
    await moderated.press(Verdict.REOPEN, by=moderated.milo)
    assert "hidden until you decide" in moderated.case.content
    await moderated.press(Verdict.KEEP, by=moderated.milo)
    assert newest_copy(moderated.gallery).attachments
    acts = [
        (AuditAction.HIDDEN, moderated.mira.id),
        (AuditAction.REOPENED, moderated.milo.id),
        (AuditAction.KEPT, moderated.milo.id),
    ]
    assert await audit_actions(moderated.world) == acts


async def test_deleted_is_gone_everywhere_and_does_not_come_back(moderated: ModeratedServer) -> None:
    world = moderated.world
    await moderated.report(world.bruno)
    assert "deleted from the gallery" in await moderated.press(Verdict.DELETE)
    assert moderated.picture.id not in [one.id for one in moderated.gallery.history()]
    case = moderated.case
    assert f"deleted by {moderated.mira.mention}" in case.content
    assert (case.attachments, button_labels(case)) == ([], ["Mute 1 hour", "Mute 1 day", "Mute permanently"])
    await world.app.foundation.gallery.messages.sweep()
    await ShareExpiry(world.database).delete_gone()
    assert "moderators took this picture down" in sentence(await share(world, moderated.answer))
    assert await audit_actions(world) == [(AuditAction.DELETED, moderated.mira.id)]


async def test_what_is_taken_back_cannot_be_shared_again_before_a_moderator_has_decided(
    moderated: ModeratedServer,
) -> None:
    world = moderated.world
    await moderated.report(world.bruno)
    await world.ada.click(await gallery_page(world, "mine", by=world.ada), label="Unshare")
    await world.env.settle()
    assert "unshared in the meantime" in moderated.case.content
    await world.app.foundation.gallery.messages.sweep()
    await ShareExpiry(world.database).delete_gone()
    assert "moderators took this picture down" in sentence(await share(world, moderated.answer))
    await moderated.press(Verdict.KEEP)
    assert "Shared" in sentence(await share(world, moderated.answer))


@pytest.mark.parametrize(
    ("verdict", "lasts", "words"),
    [
        (Verdict.MUTE_HOUR, timedelta(hours=1), "for 1 hour"),
        (Verdict.MUTE_DAY, timedelta(days=1), "for 1 day"),
        (Verdict.MUTE, timedelta.max, "permanently"),
    ],
)
async def test_a_mute_is_said_and_leaves_the_picture_to_be_decided(
    moderated: ModeratedServer, verdict: Verdict, lasts: timedelta, words: str
) -> None:
    await moderated.report(moderated.world.bruno)
    assert await mute_of(moderated.world, moderated.world.ada) is None
    answer = await moderated.press(verdict)
    assert answer.startswith(f"{moderated.world.ada.mention} is muted {words}.")
    assert await mute_of(moderated.world, moderated.world.ada) == lasts
    assert f"{moderated.mira.mention} muted {moderated.world.ada.mention}" in moderated.case.content
    assert "Keep" in button_labels(moderated.case)
    assert await audit_actions(moderated.world) == [(AuditAction.MUTED, moderated.mira.id)]
    assert newest_copy(moderated.gallery).attachments


async def test_of_two_moderators_at_once_one_decides_and_the_other_is_told_who(moderated: ModeratedServer) -> None:
    world = moderated.world
    moderated.reports_channel = world.channel
    await moderated.set_reports_channel(world.channel.id)
    await moderated.report(world.bruno)
    case = moderated.case
    results = [
        world.press(moderated.mira, case, f"case:keep:{moderated.share_id}"),
        world.press(moderated.milo, case, f"case:delete:{moderated.share_id}"),
    ]
    await world.env.settle()
    answers = [sentence(one) for one in results]
    late = [one for one in answers if "has already decided" in one]
    assert len(late) == 1
    kept = answers[0].startswith("The picture is kept")
    assert late[0] == (
        f"{moderated.mira.mention} has already decided: kept."
        if kept
        else f"{moderated.milo.mention} has already decided: deleted."
    )
    assert await moderated.state() is (ShareState.SHARED if kept else ShareState.GONE)
    assert len(await audit_actions(world)) == 1


async def test_everything_works_on_after_a_restart(moderated: ModeratedServer) -> None:
    await moderated.report_by(2)
    await moderated.restart()
    assert "hidden" in await moderated.report(moderated.world.bruno)
    await moderated.restart()
    assert (await moderated.press(Verdict.KEEP)).startswith("The picture is kept")
    assert len(moderated.reports_channel.history()) == 1
    assert newest_copy(moderated.gallery).attachments


async def test_without_a_channel_for_reports_moderators_find_them_with_reports(moderated: ModeratedServer) -> None:
    world = moderated.world
    await moderated.set_reports_channel(None)
    await moderated.report_by(3)
    assert newest_copy(moderated.gallery).content == HIDDEN
    assert moderated.reports_channel.history() == []
    page = (await moderated.mira.slash(world.channel, "reports")).response
    assert page is not None
    assert page.ephemeral
    assert f"1. By {world.ada.mention} · 3 reports · hidden until you decide" in page.content
    shown = (await moderated.mira.click(page, label="View 1")).response
    assert shown is not None
    assert shown.ephemeral
    [file] = shown.attachments
    assert file.filename.startswith("SPOILER_")
    assert "> a fox in snow" in shown.content
    result = await moderated.mira.click(shown, label="Keep")
    await world.env.settle()
    assert sentence(result).startswith("The picture is kept")
    assert newest_copy(moderated.gallery).attachments
    again = (await moderated.mira.slash(world.channel, "reports")).response
    assert again is not None
    assert again.content == "No reported pictures are waiting for a decision."


async def test_the_list_of_cases_has_pages(moderated: ModeratedServer) -> None:
    await moderated.report(moderated.world.bruno)
    for number in range(5):
        await moderated.share_another(f"picture {number}")
        await moderated.report(moderated.world.bruno)
    page = (await moderated.mira.slash(moderated.world.channel, "reports")).response
    assert page is not None
    assert len(page.content.splitlines()) == 6
    turned = (await moderated.mira.click(page, label="More")).response
    assert turned is not None
    assert len(turned.content.splitlines()) == 2
    assert turned.id == page.id


@pytest.mark.parametrize("lost", ["message", "channel"])
async def test_a_message_that_is_gone_is_replaced(moderated: ModeratedServer, lost: str) -> None:
    world = moderated.world
    await moderated.report(world.bruno)
    if lost == "message":
        await moderated.case.delete()
    else:
        channel = world.bot.get_channel(moderated.reports_channel.id)
        assert isinstance(channel, discord.TextChannel)
        await channel.delete()
        moderated.reports_channel = world.guild.create_text_channel("more-reports")
        await moderated.set_reports_channel(moderated.reports_channel.id)
    await moderated.report(moderated.member("second"))
    assert len(moderated.reports_channel.history()) == 1
    assert moderated.case.content.startswith("**2 reports**")
    await moderated.press(Verdict.HIDE)
    assert len(moderated.reports_channel.history()) == 1


async def test_where_the_channel_is_gone_or_closed_reports_count_all_the_same(moderated: ModeratedServer) -> None:
    world = moderated.world
    channel = world.bot.get_channel(moderated.reports_channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.delete()
    answers = await moderated.report_by(3)
    assert all(one.startswith("Thanks.") for one in answers)
    assert newest_copy(moderated.gallery).content == HIDDEN
    page = (await moderated.mira.slash(world.channel, "reports")).response
    assert page is not None
    assert "3 reports" in page.content


async def test_what_discord_does_not_let_go_is_said_to_the_moderator(moderated: ModeratedServer) -> None:
    await moderated.report(moderated.world.bruno)
    moderated.world.env.inject_error("PATCH", f"/channels/{moderated.gallery.id}/messages/*", status=403, code=50013)
    assert "doesn't let me change 1 message" in await moderated.press(Verdict.HIDE)
