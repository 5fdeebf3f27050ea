"""Reports: what members say against a shared picture, what moderators see and decide, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.chat.reports import ReportButton
from bot.domain.errors import NotShared
from bot.domain.gallery import ShareState
from bot.domain.reports import Reason
from bot.store.audit import Deed
from bot.store.shares import Shares
from tests.integration.galleries import (
    gallery_page,
    newest_copy,
    place_of,
    share,
    share_of,
    shared,
    with_gallery,
)
from tests.integration.reporting import deeds, moderator, people, report, with_reports
from tests.integration.results import Message, drawn, forged, labels, sentence

if TYPE_CHECKING:
    import simcord

    from tests.integration.conftest import World

DECISIONS = ["Keep", "Hide", "Delete", "Mute 1 hour", "Mute 1 day", "Mute for good"]
NONCE_LIMIT = 25
"""Characters; Discord's API reference, "Create Message", `nonce`."""


def button_labels(message: discord.Message) -> list[str | None]:
    return [
        one.label
        for row in message.components
        if isinstance(row, discord.ActionRow)
        for one in row.children
        if isinstance(one, discord.Button)
    ]


async def decide(world: World, person: simcord.MemberActor, message: Message, label: str) -> str:
    """Press a button under a case, and give what the moderator is told."""
    result = await person.click(message, label=label)
    await world.env.settle()
    return sentence(result)


async def reported(world: World, *, times: int = 1, prompt: str = "a fox in snow", **options: Any) -> discord.Message:
    """Have ada share a picture that so many people report; gives the message that shows it."""
    gallery = await with_gallery(world)
    message = await shared(world, gallery, prompt, **options)
    for person in people(world, times):
        await report(world, message, by=person)
    return newest_copy(gallery)


async def state(world: World) -> ShareState:
    return (await share_of(world)).state


async def is_shown(message: discord.Message) -> bool:
    """Say whether a message is there and shows a picture."""
    try:
        return bool((await message.channel.fetch_message(message.id)).attachments)
    except discord.NotFound:
        return False


@pytest.mark.parametrize("forum", [False, True])
async def test_a_report_is_thanked_alone_and_shown_to_moderators_with_everything(world: World, *, forum: bool) -> None:
    gallery, room = await with_gallery(world, forum=forum), await with_reports(world, forum=forum)
    message = await shared(world, gallery, "a fox in snow")
    before = [one.id for one in place_of(gallery).history()]
    told = await report(world, message, reason=Reason.VIOLENT, words="it has teeth")
    assert told.startswith("Thank you. The moderators get to see it")
    assert [one.id for one in place_of(gallery).history()] == before
    assert await is_shown(message)
    case = newest_copy(room)
    assert "**1 report**" in case.content
    assert "to be seen until you decide" in case.content
    assert f"By {world.ada.mention}" in case.content
    assert f"https://discord.com/channels/{world.guild.id}/{message.channel.id}/{message.id}" in case.content
    assert "\n> a fox in snow\n" in case.content
    assert "- Violent or frightening: 1" in case.content
    assert "“it has teeth”" in case.content
    assert str(world.bruno.id) not in case.content
    [file] = case.attachments
    assert file.is_spoiler()
    assert button_labels(case) == DECISIONS
    for payload in world.payloads(f"/channels/{room.id}/messages"):
        assert len(payload["nonce"]) <= NONCE_LIMIT


async def test_a_prompt_that_is_kept_is_not_told_to_moderators(world: World) -> None:
    gallery, room = await with_gallery(world), await with_reports(world)
    await share(world, await drawn(world, "a secret fox"), hide=True)
    await report(world, newest_copy(gallery))
    [case] = room.history()
    assert "secret" not in case.content
    assert "secret" not in str(case.attachments[0].description)
    assert "Its prompt is not shown in the gallery" in case.content


async def test_a_person_counts_once_and_others_are_added_to_the_same_message(world: World) -> None:
    gallery, room = await with_gallery(world), await with_reports(world)
    message = await shared(world, gallery)
    await report(world, message, reason=Reason.HATEFUL)
    assert "You have reported this picture before" in await report(world, message, reason=Reason.SEXUAL)
    [case] = room.history()
    assert "**1 report**" in case.content
    assert "Sexual" not in case.content
    [other] = people(world, 1)
    await report(world, message, by=other, reason=Reason.HATEFUL, words="and rude")
    [again] = room.history()
    assert again.id == case.id
    assert "**2 reports**" in again.content
    assert "- Hateful or insulting: 2" in again.content
    assert "“and rude”" in again.content
    assert len(again.attachments) == 1
    assert await state(world) is ShareState.SHARED


async def test_three_people_hide_a_picture_until_a_moderator_decides(world: World) -> None:
    gallery, room = await with_gallery(world), await with_reports(world)
    message = await shared(world, gallery, "a fox in snow")
    told = [await report(world, message, by=one) for one in people(world, 3)]
    assert [one.startswith("Thank you. Others have reported it too") for one in told] == [False, False, True]
    [hidden] = gallery.history()
    assert hidden.content == "This picture is hidden until a moderator has looked at it."
    assert hidden.attachments == []
    assert button_labels(hidden) == []
    for command in ("new", "top", "random"):
        page = await gallery_page(world, command)
        assert page.content.startswith("Nothing")
        assert page.attachments == []
    [case] = room.history()
    assert "**3 reports** · hidden until you decide" in case.content
    assert f"/{message.channel.id}/{message.id}" not in case.content
    assert len(case.attachments) == 1
    assert button_labels(case) == DECISIONS
    assert await deeds(world) == [(Deed.HIDDEN_BY_REPORTS, None, world.ada.id)]


@pytest.mark.parametrize("times", [1, 3])
async def test_what_is_kept_is_to_be_seen_and_can_be_decided_again(world: World, times: int) -> None:
    room = await with_reports(world)
    message = await reported(world, times=times)
    mira = moderator(world)
    told = await decide(world, mira, room.history()[0], "Keep")
    assert told.startswith("The picture is kept")
    assert await is_shown(message)
    assert button_labels(await message.channel.fetch_message(message.id)) == ["♥ 0", "Remix", "Info", "Report"]
    assert (await gallery_page(world, "new")).attachments
    [case] = room.history()
    assert f"kept by {mira.mention}" in case.content
    assert button_labels(case) == ["Decide again"]
    assert (await deeds(world))[-1] == (Deed.KEPT, mira.id, world.ada.id)


async def test_what_is_hidden_stays_so_and_is_shown_to_moderators(world: World) -> None:
    room = await with_reports(world)
    message = await reported(world)
    mira = moderator(world)
    assert await decide(world, mira, room.history()[0], "Hide") == "The picture is hidden."
    assert not await is_shown(message)
    assert await state(world) is ShareState.HIDDEN
    [case] = room.history()
    assert f"hidden by {mira.mention}" in case.content
    assert case.attachments[0].is_spoiler()
    assert button_labels(case) == ["Decide again"]
    assert await deeds(world) == [(Deed.HIDDEN, mira.id, world.ada.id)]


async def test_what_is_deleted_is_nowhere_in_the_server_and_its_asker_keeps_it(world: World) -> None:
    room = await with_reports(world)
    gallery = await with_gallery(world)
    answer = await drawn(world)
    await share(world, answer)
    await report(world, newest_copy(gallery))
    mira = moderator(world)
    assert "deleted from the gallery" in await decide(world, mira, room.history()[0], "Delete")
    assert gallery.history() == []
    assert (await gallery_page(world, "new")).content.startswith("Nothing")
    [case] = room.history()
    assert f"deleted by {mira.mention}" in case.content
    assert "not kept any more" not in case.content
    assert case.attachments == []
    assert button_labels(case) == []
    assert await deeds(world) == [(Deed.DELETED, mira.id, world.ada.id)]
    assert len(answer.attachments) == 1
    barred = sentence(await share(world, answer))
    assert "was reported here, and the moderators have not kept it" in barred
    assert gallery.history() == []


@pytest.mark.parametrize("label", ["Keep", "Hide"])
async def test_a_decision_is_taken_up_again(world: World, label: str) -> None:
    room = await with_reports(world)
    message = await reported(world, times=3)
    mira, rolf = moderator(world), moderator(world, "rolf")
    await decide(world, mira, room.history()[0], label)
    before = await state(world)
    assert "waits for another decision" in await decide(world, rolf, room.history()[0], "Decide again")
    assert await state(world) is before
    assert await is_shown(message) == (label == "Keep")
    [case] = room.history()
    assert "until you decide" in case.content
    assert button_labels(case) == DECISIONS
    assert (await deeds(world))[-1] == (Deed.REOPENED, rolf.id, world.ada.id)
    other = {"Keep": "Hide", "Hide": "Keep"}[label]
    await decide(world, rolf, case, other)
    assert await is_shown(message) == (other == "Keep")


@pytest.mark.parametrize(("label", "seconds"), [("Mute 1 hour", 3600), ("Mute 1 day", 86400), ("Mute for good", None)])
async def test_a_mute_is_of_who_shared_it_and_leaves_the_case_open(
    world: World, label: str, seconds: int | None
) -> None:
    room = await with_reports(world)
    message = await reported(world)
    mira = moderator(world)
    told = await decide(world, mira, room.history()[0], label)
    assert told.startswith(f"{world.ada.mention} is muted for {label.split(maxsplit=1)[1].removeprefix('for ')}")
    [one] = await world.bot.parts.moderation.muted(world.guild.id, now=datetime.now(UTC))
    assert (one.user_id, one.by_user_id) == (world.ada.id, mira.id)
    lasts = None if one.ends_at is None else round((one.ends_at - one.created_at).total_seconds())
    assert lasts == seconds
    assert await is_shown(message)
    [case] = room.history()
    assert button_labels(case) == DECISIONS
    assert f"muted {world.ada.mention}" in case.content
    assert await deeds(world) == [(Deed.MUTED, mira.id, world.ada.id)]
    refused = (await world.imagine()).response
    assert refused is not None
    assert "have muted you for Easel" in refused.content


async def test_of_two_moderators_at_once_one_decides_and_the_other_is_told(world: World) -> None:
    room = await with_reports(world)
    message = await reported(world)
    mira, rolf = moderator(world), moderator(world, "rolf")
    [case] = room.history()
    number = (await share_of(world)).id
    place = replace(world, channel=room)
    pressed = [place.press(mira, case, f"case:keep:{number}"), place.press(rolf, case, f"case:delete:{number}")]
    await world.env.settle()
    told = [sentence(one) for one in pressed]
    late = [one for one in told if "has decided this already" in one]
    assert len(late) == 1
    [(deed, winner, _)] = await deeds(world)
    assert late[0] == f"<@{winner}> has decided this already: {deed}."
    assert (deed, winner) in {(Deed.KEPT, mira.id), (Deed.DELETED, rolf.id)}
    assert await is_shown(message) == (deed is Deed.KEPT)


async def test_only_moderators_of_the_server_decide(world: World) -> None:
    room = await with_reports(world)
    await reported(world)
    [case] = room.history()
    for person in (world.ada, world.bruno):
        assert "Only those who manage the server, or its moderators" in await decide(world, person, case, "Delete")
    assert await deeds(world) == []
    assert await state(world) is ShareState.SHARED


async def test_everything_works_after_a_restart(world: World) -> None:
    gallery, room = await with_gallery(world), await with_reports(world)
    message = await shared(world, gallery)
    one, two, three = people(world, 3)
    await report(world, message, by=one)
    world = await world.restarted()
    await report(world, message, by=two)
    [case] = room.history()
    assert "**2 reports**" in case.content
    world = await world.restarted()
    mira = moderator(world)
    await decide(world, mira, case, "Hide")
    assert not await is_shown(message)
    world = await world.restarted()
    await decide(world, mira, room.history()[0], "Decide again")
    await decide(world, mira, room.history()[0], "Keep")
    assert await is_shown(message)
    await report(world, message, by=three)
    assert len(room.history()) == 1


@pytest.mark.parametrize("room", ["none", "deleted", "closed"])
async def test_without_a_channel_moderators_find_and_decide_in_reports(world: World, room: str) -> None:
    gallery = await with_gallery(world)
    if room != "none":
        channel = await with_reports(world)
        if room == "closed":
            world.env.inject_error("POST", f"/channels/{channel.id}/messages", status=403, code=50001, times=10)
        else:
            found = world.bot.get_channel(channel.id)
            assert isinstance(found, discord.TextChannel)
            await found.delete()
            await world.env.settle()
    message = await shared(world, gallery, "a fox in snow")
    assert (await report(world, message, words="rude")).startswith("Thank you")
    mira = moderator(world)
    listed = (await mira.slash(world.channel, "reports")).response
    assert listed is not None
    assert listed.ephemeral
    assert f"1. By {world.ada.mention} · 1 report" in listed.content
    looked = (await mira.click(listed, label="Look at 1")).response
    assert looked is not None
    assert looked.ephemeral
    assert "> a fox in snow" in looked.content
    assert "“rude”" in looked.content
    assert looked.attachments[0].is_spoiler()
    assert labels(looked) == DECISIONS
    assert "deleted from the gallery" in await decide(world, mira, looked, "Delete")
    assert gallery.history() == []
    assert await deeds(world) == [(Deed.DELETED, mira.id, world.ada.id)]
    empty = (await mira.slash(world.channel, "reports")).response
    assert empty is not None
    assert empty.content == "No reported picture waits for a decision."
    assert labels(empty) == []


async def test_a_case_whose_message_was_deleted_gets_another_one(world: World) -> None:
    gallery, room = await with_gallery(world), await with_reports(world)
    message = await shared(world, gallery)
    one, two = people(world, 2)
    await report(world, message, by=one)
    await room.history()[0].delete()
    await report(world, message, by=two)
    [case] = room.history()
    assert "**2 reports**" in case.content
    await decide(world, moderator(world), case, "Keep")
    assert len(room.history()) == 1


async def test_reports_has_pages(world: World) -> None:
    gallery = await with_gallery(world)
    for number in range(6):
        await report(world, await shared(world, gallery, f"fox {number}"))
    mira = moderator(world)
    page = (await mira.slash(world.channel, "reports")).response
    assert page is not None
    assert labels(page) == [*(f"Look at {place}" for place in range(1, 6)), "Further ones"]
    await mira.click(page, label="Further ones")
    assert labels(page) == ["Look at 1"]
    looked = (await mira.click(page, label="Look at 1")).response
    assert looked is not None
    assert "> fox 5" in looked.content


async def test_what_was_kept_takes_three_others_to_hide_again(world: World) -> None:
    room = await with_reports(world)
    message = await reported(world, times=3)
    await decide(world, moderator(world), room.history()[0], "Keep")
    others = [world.guild.add_member(world.env.create_user(f"other{one}")) for one in range(3)]
    for person in others[:2]:
        await report(world, message, by=person)
    [case] = room.history()
    assert "**5 reports** · to be seen until you decide" in case.content
    assert button_labels(case) == DECISIONS
    assert await is_shown(message)
    await report(world, message, by=others[2])
    assert not await is_shown(message)
    assert [one for one, _, _ in await deeds(world)] == [
        Deed.HIDDEN_BY_REPORTS,
        Deed.KEPT,
        Deed.HIDDEN_BY_REPORTS,
    ]


async def test_what_is_taken_back_meanwhile_is_shared_again_only_once_it_is_kept(world: World) -> None:
    gallery, room = await with_gallery(world), await with_reports(world)
    answer = await drawn(world)
    await share(world, answer)
    await report(world, newest_copy(gallery))
    mine = await gallery_page(world, "mine", by=world.ada)
    await world.ada.click(mine, label="Unshare")
    [case] = room.history()
    assert "taken back meanwhile" in case.content
    assert "https://" not in case.content
    assert "was reported here" in sentence(await share(world, answer))
    mira = moderator(world)
    assert "can be shared here again" in await decide(world, mira, case, "Keep")
    assert gallery.history() == []
    await share(world, answer)
    assert await is_shown(newest_copy(gallery))


async def test_a_picture_whose_asker_deletes_it_is_shown_to_no_moderator_either(world: World) -> None:
    gallery, room = await with_gallery(world), await with_reports(world)
    answer = await drawn(world, "a fox in snow")
    await share(world, answer)
    await report(world, newest_copy(gallery), words="rude")
    shown = await world.ada.click(answer, label="Delete")
    await world.ada.submit_modal(shown, {})
    await world.env.settle()
    assert gallery.history() == []
    [case] = room.history()
    assert case.attachments == []
    assert "a fox in snow" not in case.content
    assert "taken back meanwhile" in case.content
    mira = moderator(world)
    looked = (await mira.slash(world.channel, "reports")).response
    assert looked is not None
    assert "1. By" in looked.content
    assert "deleted from the gallery" in await decide(world, mira, case, "Delete")
    assert await deeds(world) == [(Deed.DELETED, mira.id, world.ada.id)]


async def test_what_is_shared_no_more_cannot_be_reported(world: World) -> None:
    await with_gallery(world)
    message = await reported(world, times=0)
    number = (await share_of(world)).id
    shown = await world.bruno.click(message, label="Report")
    await Shares(world.database).set_state(number, ShareState.GONE, now=(await share_of(world)).created_at)
    late = await world.bruno.submit_modal(shown, {"reason": ["other"], "words": ""})
    assert "is not shared any more" in sentence(late)
    button = await forged(world, ReportButton(number))
    assert "is not shared any more" in sentence(await world.bruno.click(button, label="Report"))
    with pytest.raises(NotShared):
        await world.bot.parts.moderation.load_case(number)


async def test_hostile_words_ping_and_format_nothing(world: World) -> None:
    hostile = "@everyone <@{0}> **loud** `code` ```block``` [x](https://example.com)\n# head\n> quote"
    hostile = hostile.format(world.bruno.id)
    gallery, room = await with_gallery(world), await with_reports(world)
    message = await shared(world, gallery, hostile)
    await report(world, message, words=hostile)
    [case] = room.history()
    for line in case.content.splitlines():
        if "everyone" in line:
            assert r"\@everyone \<\@" in line
            assert r"\*\*loud\*\* \`code\` \`\`\`block\`\`\` \[x\](https\:\/\/example.com) \# head \> quote" in line
    assert case.content.count("everyone") == 2
    assert world.bruno.id not in [one.id for one in case.mentions]
    mira = moderator(world)
    listed = (await mira.slash(world.channel, "reports")).response
    assert listed is not None
    await mira.click(listed, label="Look at 1")
    await decide(world, mira, case, "Hide")
    sent = [*world.payloads(f"/channels/{room.id}/messages*"), *world.payloads("*/messages/@original")]
    assert len(sent) > 2
    assert all(one["allowed_mentions"] == {"parse": []} for one in sent if one.get("content"))
