"""Cases that take a turn: decided again, taken back or deleted meanwhile, and words that mean no good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.chat.gallery.buttons import ReportButton
from bot.domain.gallery import ShareState
from bot.store.gallery.shares import Shares
from bot.store.moderation.audit import AuditAction
from tests.integration.gallery.galleries import (
    gallery_page,
    newest_copy,
    share,
    share_of,
    shared,
    with_gallery,
)
from tests.integration.moderation.reporting import audit_actions, moderator, people, report, with_reports
from tests.integration.results.results import Message, button_labels, drawn, forged, sentence

if TYPE_CHECKING:
    import simcord

    from tests.integration.conftest import World

DECISIONS = ["Keep", "Hide", "Delete", "Mute 1 hour", "Mute 1 day", "Mute permanently"]


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


@pytest.mark.parametrize("label", ["Keep", "Hide"])
async def test_a_decision_is_taken_up_again(world: World, label: str) -> None:
    room = await with_reports(world)
    message = await reported(world, times=3)
    mira, rolf = moderator(world), moderator(world, "rolf")
    await decide(world, mira, room.history()[0], label)
    before = await state(world)
    muted = await decide(world, rolf, room.history()[0], "Mute 1 hour")
    assert muted == f"{world.ada.mention} is muted for 1 hour."
    assert "muted" in room.history()[0].content
    assert "is waiting for a decision again" in await decide(world, rolf, room.history()[0], "Decide again")
    assert await state(world) is before
    assert await is_shown(message) == (label == "Keep")
    [case] = room.history()
    assert "until you decide" in case.content
    assert button_labels(case) == DECISIONS
    assert (await audit_actions(world))[-1] == (AuditAction.REOPENED, rolf.id, world.ada.id)
    other = {"Keep": "Hide", "Hide": "Keep"}[label]
    await decide(world, rolf, case, other)
    assert await is_shown(message) == (other == "Keep")


async def test_what_is_taken_back_meanwhile_is_shared_again_only_once_it_is_kept(world: World) -> None:
    gallery, room = await with_gallery(world), await with_reports(world)
    answer = await drawn(world)
    await share(world, answer)
    await report(world, newest_copy(gallery))
    mine = await gallery_page(world, "mine", by=world.ada)
    await world.ada.click(mine, label="Unshare")
    [case] = room.history()
    assert "unshared in the meantime" in case.content
    assert "https://" not in case.content
    assert "took this picture down here after a report" in sentence(await share(world, answer))
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
    assert "unshared in the meantime" in case.content
    mira = moderator(world)
    looked = (await mira.slash(world.channel, "reports")).response
    assert looked is not None
    assert "1. By" in looked.content
    assert "deleted from the gallery" in await decide(world, mira, case, "Delete")
    assert await audit_actions(world) == [(AuditAction.DELETED, mira.id, world.ada.id)]


async def test_what_is_shared_no_more_cannot_be_reported(world: World) -> None:
    await with_gallery(world)
    message = await reported(world, times=0)
    number = (await share_of(world)).id
    shown = await world.bruno.click(message, label="Report")
    await Shares(world.database).set_state(number, ShareState.GONE, now=(await share_of(world)).created_at)
    late = await world.bruno.submit_modal(shown, {"reason": ["other"], "words": ""})
    assert "isn't shared anymore" in sentence(late)
    button = await forged(world, ReportButton(number))
    assert "isn't shared anymore" in sentence(await world.bruno.click(button, label="Report"))
    assert await world.app.foundation.moderation.moderation.find_case(number) is None


async def test_hostile_words_ping_and_format_nothing(world: World) -> None:
    hostile = "@everyone <@{0}> **loud** `code` ```block``` [x](https://example.com)\n# head\n> quote"
    hostile = hostile.format(world.bruno.id)
    gallery, room = await with_gallery(world), await with_reports(world)
    message = await shared(world, gallery, hostile)
    await report(world, message, words=hostile)
    [case] = room.history()
    for line in case.content.splitlines():
        if "everyone" in line:
            assert r"\@everyone \@bruno " in line or r"\@everyone \<\@" in line
            assert r"\*\*loud\*\* \`code\` \`\`\`block\`\`\`" in line
    assert case.content.count("everyone") == 2
    assert r"\[x\](https\:\/\/example.com) \# head \> quote" in case.content
    assert world.bruno.id not in [one.id for one in case.mentions]
    mira = moderator(world)
    listed = (await mira.slash(world.channel, "reports")).response
    assert listed is not None
    await mira.click(listed, label="View 1")
    await decide(world, mira, case, "Hide")
    sent = [*world.payloads(f"/channels/{room.id}/messages*"), *world.payloads("*/messages/@original")]
    assert len(sent) > 2
    assert all(one["allowed_mentions"] == {"parse": []} for one in sent if one.get("content"))
