"""Mutes: what moderators say with commands, what somebody who is muted cannot do, and the log of it all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from bot.service.moderation import PAGE
from bot.store.moderation.audit import Audit, AuditAction, Entry
from bot.store.moderation.tables import mutes
from bot.words.mentions import command
from tests.integration.gallery.galleries import gallery_page, newest_copy, share, share_of, shared, with_gallery
from tests.integration.moderation.reporting import audit_actions, moderator, people, report, with_reports
from tests.integration.results.results import drawn, labels, press, requests, sentence

if TYPE_CHECKING:
    import simcord
    from simcord.results import InteractionResult
    from sqlalchemy import Connection

    from tests.integration.conftest import World

TOLD = "muted you in Easel"


async def mute(world: World, by: simcord.MemberActor, person: simcord.MemberActor, time: str = "ever") -> str:
    return sentence(await by.slash(world.channel, "mute", person=person, time=time))


async def let_pass(world: World, time: timedelta) -> None:
    """Let all mutes have been said so much earlier."""

    def work(connection: Connection) -> None:
        for row in connection.execute(mutes.select()).mappings().all():
            ends_at = row["ends_at"]
            values = {"created_at": row["created_at"] - time, "ends_at": ends_at and ends_at - time}
            connection.execute(update(mutes).where(mutes.c.person == row["person"]).values(**values))

    await world.database.write(work)


def is_refused(result: InteractionResult) -> bool:
    return result.modal is None and TOLD in sentence(result)


@pytest.mark.parametrize(
    ("time", "lasts"),
    [("hour", timedelta(hours=1)), ("day", timedelta(days=1)), ("week", timedelta(weeks=1)), ("ever", None)],
)
async def test_a_mute_is_told_listed_on_record_and_lifted(world: World, time: str, lasts: timedelta | None) -> None:
    mira = moderator(world)
    before = datetime.now(UTC)
    told = await mute(world, mira, world.ada, time)
    [one] = await world.app.foundation.moderation.moderation.muted(world.guild.id, now=datetime.now(UTC))
    until = "permanently"
    if lasts is not None:
        assert one.ends_at is not None
        assert before + lasts <= one.ends_at <= datetime.now(UTC) + lasts
        until = f"until <t:{int(one.ends_at.timestamp())}:f>"
    assert told == f"{world.ada.mention} is muted in Easel {until}. {command('unmute')} ends the mute."
    listed = sentence(await mira.slash(world.channel, "muted"))
    assert listed == f"- {world.ada.mention} {until}, by {mira.mention}"
    refused = (await world.imagine()).response
    assert refused is not None
    assert TOLD in refused.content
    assert sentence(await mira.slash(world.channel, "unmute", person=world.ada)) == (
        f"{world.ada.mention} can use Easel again."
    )
    assert sentence(await mira.slash(world.channel, "muted")) == "Nobody is muted here."
    assert await audit_actions(world) == [
        (AuditAction.MUTED, mira.id, world.ada.id),
        (AuditAction.UNMUTED, mira.id, world.ada.id),
    ]
    assert len((await drawn(world)).attachments) == 1


async def test_who_is_not_muted_cannot_be_unmuted_and_that_is_no_deed(world: World) -> None:
    told = await moderator(world).slash(world.channel, "unmute", person=world.ada)
    assert sentence(told) == f"{world.ada.mention} isn't muted."
    assert await audit_actions(world) == []


async def test_the_last_word_about_a_person_counts(world: World) -> None:
    mira = moderator(world)
    await mute(world, mira, world.ada, "ever")
    await mute(world, mira, world.ada, "hour")
    assert "until <t:" in sentence(await mira.slash(world.channel, "muted"))
    await let_pass(world, timedelta(hours=1))
    assert len((await drawn(world)).attachments) == 1


async def test_a_mute_ends_by_its_time_and_not_before(world: World) -> None:
    mira = moderator(world)
    await mute(world, mira, world.ada, "day")
    await let_pass(world, timedelta(hours=23))
    refused = (await world.imagine()).response
    assert refused is not None
    assert TOLD in refused.content
    await let_pass(world, timedelta(hours=1))
    assert len((await drawn(world)).attachments) == 1
    assert sentence(await mira.slash(world.channel, "muted")) == "Nobody is muted here."
    told = await mira.slash(world.channel, "unmute", person=world.ada)
    assert sentence(told) == f"{world.ada.mention} isn't muted."


async def test_a_mute_survives_a_restart(world: World) -> None:
    mira = moderator(world)
    await mute(world, mira, world.ada, "hour")
    world = await world.restarted()
    refused = (await world.imagine()).response
    assert refused is not None
    assert TOLD in refused.content
    assert world.ada.mention in sentence(await mira.slash(world.channel, "muted"))


async def test_who_is_muted_does_nothing_with_what_is_shared_but_look(world: World) -> None:
    gallery, room = await with_gallery(world), await with_reports(world)
    message = await shared(world, gallery, "a fox in snow")
    shown = {label: await world.bruno.click(message, label=label) for label in ("Report", "Remix")}
    assert all(one.modal is not None for one in shown.values())
    await mute(world, moderator(world), world.bruno)
    for label in ("♥ 0", "Remix", "Report"):
        assert is_refused(await world.bruno.click(message, label=label)), label
    assert is_refused(await world.bruno.submit_modal(shown["Report"], {"reason": ["other"], "words": ""}))
    await world.bruno.submit_modal(shown["Remix"], {"prompt": "make it night"})
    await world.all_ended()
    assert await requests(world, world.bruno) == 0
    assert (await share_of(world)).hearts == 0
    assert room.history() == []
    info = (await world.bruno.click(message, label="Info")).response
    assert info is not None
    assert "a fox in snow" in str(info.embeds[0].description)
    assert (await gallery_page(world, "new")).attachments


async def test_who_is_muted_shares_nothing_and_takes_back_what_was_shared(world: World) -> None:
    gallery = await with_gallery(world)
    first, second, several = await drawn(world), await drawn(world), await drawn(world, n=2)
    await share(world, first)
    shown = await world.ada.click(second, label="Share")
    which = (await world.ada.click(several, label="Share")).response
    assert which is not None
    assert labels(which) == ["1", "2"]
    await mute(world, moderator(world), world.ada)
    assert is_refused(await world.ada.click(second, label="Share"))
    assert is_refused(await world.ada.submit_modal(shown, {"prompt": ["show"]}))
    assert is_refused(await world.ada.click(which, label="2"))
    assert len(gallery.history()) == 1
    mine = await gallery_page(world, "mine", by=world.ada)
    await world.ada.click(mine, label="Unshare")
    assert gallery.history() == []


async def test_who_is_muted_makes_no_picture_in_any_way(world: World) -> None:
    answer = await drawn(world)
    before = await requests(world, world.ada)
    await mute(world, moderator(world), world.ada)
    refused = (await world.imagine()).response
    assert refused is not None
    assert TOLD in refused.content
    assert refused.ephemeral
    for label in ("Again", "Vary", "Edit"):
        assert TOLD in (await press(world, answer, label, by=world.ada)).content, label
    await world.ada.send(world.channel, f"<@{world.bot_user.id}> make it night", reply_to=answer)
    await world.all_ended()
    # To nobody but her, and with the message that it is about.
    assert not any(TOLD in one.content for one in world.channel.history())
    told = world.ada.user.dm_channel.last_message
    assert told is not None
    assert TOLD in told.content
    assert f"/{world.channel.id}/" in told.content.splitlines()[0]
    assert await requests(world, world.ada) == before
    made = (await world.ask(world.bruno, "imagine", prompt="a hare")).response
    assert made is not None
    assert len(made.attachments) == 1


@pytest.mark.parametrize("words", ["a fox", "a fox --qualty high", "2: a fox"])
async def test_no_message_of_who_is_muted_tells_the_channel(world: World, words: str) -> None:
    answer = await drawn(world)
    await mute(world, moderator(world), world.ada)
    before = len(world.channel.history())
    await world.ada.send(world.channel, f"<@{world.bot_user.id}> {words}", reply_to=answer)
    await world.env.settle()
    assert len(world.channel.history()) == before + 1
    told = world.ada.user.dm_channel.last_message
    assert told is not None
    assert TOLD in told.content


async def test_who_takes_no_direct_messages_hears_of_a_mute_in_the_channel_without_a_word_of_it(world: World) -> None:
    await mute(world, moderator(world), world.ada)
    world.env.inject_error("POST", f"/channels/{world.ada.user.dm_channel.id}/messages", status=403, code=50007)
    asked = await world.ada.send(world.channel, f"<@{world.bot_user.id}> a fox")
    told = next(one for one in world.channel.history() if one.reference and one.reference.message_id == asked.id)
    assert "only for you" in told.content
    assert "mute" not in told.content


async def test_a_person_can_be_muted_who_never_used_the_bot(world: World) -> None:
    [somebody] = people(world, 1)
    await mute(world, moderator(world), somebody)
    refused = (await world.ask(somebody, "imagine", prompt="a hare")).response
    assert refused is not None
    assert TOLD in refused.content


async def test_the_log_tells_what_was_done_newest_first(world: World) -> None:
    gallery, room = await with_gallery(world), await with_reports(world)
    mira = moderator(world)
    assert sentence(await mira.slash(world.channel, "audit")) == "Nothing has been recorded here yet."
    message = await shared(world, gallery, "a secret of ada")
    for person in people(world, 3):
        await report(world, message, by=person, words="awful")
    await mira.click(room.history()[0], label="Mute 1 hour")
    await mira.click(newest_copy(room), label="Keep")
    await mira.slash(world.channel, "unmute", person=world.ada)
    lines = sentence(await mira.slash(world.channel, "audit")).splitlines()
    ada, by = world.ada.mention, mira.mention
    assert [one.partition(":f> ")[2] for one in lines] == [
        f"{by} unmuted {ada}",
        f"{by} kept a picture by {ada} that had 3 reports",
        lines[2].partition(":f> ")[2],
        f"Reports hid a picture by {ada} after 3 reports",
    ]
    assert f"{by} muted {ada} until <t:" in lines[2]
    assert "secret" not in str(lines)
    assert "awful" not in str(lines)


async def test_the_log_has_pages_in_one_message(world: World) -> None:
    audit, mira, now = Audit(world.database), moderator(world), datetime.now(UTC)
    for number in range(1, 2 * PAGE + 2):
        entry = Entry(
            id=number,
            guild_id=world.guild.id,
            moderator_id=mira.id,
            act=AuditAction.MUTED,
            user_id=number,
            created_at=now,
        )
        await audit.record(entry)
        await audit.record(Entry(id=1000 + number, guild_id=1, moderator_id=2, act=AuditAction.KEPT, created_at=now))
    page = (await mira.slash(world.channel, "audit")).response
    assert page is not None

    def people_named() -> list[int]:
        return [int(one.split("muted <@")[1].partition(">")[0]) for one in page.content.splitlines()]

    seen = people_named()
    for _ in range(2):
        assert labels(page) == ["Older"]
        await mira.click(page, label="Older")
        seen += people_named()
    assert seen == list(range(2 * PAGE + 1, 0, -1))
    assert labels(page) == []


async def test_moderators_of_one_server_are_told_nothing_of_another(world: World) -> None:
    await mute(world, moderator(world), world.ada)
    elsewhere = world.env.create_guild("Elsewhere")
    channel = elsewhere.create_text_channel("pictures")
    role = elsewhere.create_role("mods", permissions=world.moderator_permissions)
    olga = elsewhere.add_member(world.env.create_user("olga"), roles=[role])
    assert sentence(await olga.slash(channel, "audit")) == "Nothing has been recorded here yet."
    assert sentence(await olga.slash(channel, "muted")) == "Nobody is muted here."
    there = elsewhere.add_member(world.ada.user)
    made = (await world.ask(there, "imagine", place=channel, prompt="a hare")).response
    assert made is not None
    assert len(made.attachments) == 1
