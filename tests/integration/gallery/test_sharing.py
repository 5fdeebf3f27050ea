"""Sharing: what is posted, who may, what becomes of it, in a text channel and in a forum."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import discord
import pytest

from bot.chat.gallery.buttons import HeartButton, RemixButton, ShareInfoButton, UnshareButton
from bot.chat.platform.components import view_of
from bot.chat.results.buttons import ShareButton
from bot.domain.gallery import ShareState
from bot.store.gallery.shares import Shares
from bot.store.retention.share_expiry import ShareExpiry
from tests.integration.gallery.galleries import (
    gallery_page,
    member_with,
    newest_copy,
    place_of,
    set_gallery,
    share,
    share_of,
    shared,
    with_gallery,
)
from tests.integration.layouts import said
from tests.integration.results.results import button_labels, drawn, forged, labels, newest, press, requests, sentence

if TYPE_CHECKING:
    import simcord

    from tests.integration.conftest import World


@pytest.fixture(params=["text", "forum"])
async def gallery(world: World, request: pytest.FixtureRequest) -> simcord.ChannelHandle:
    return await with_gallery(world, forum=request.param == "forum")


async def test_a_result_is_shared_with_its_prompt_and_its_buttons(world: World, gallery: simcord.ChannelHandle) -> None:
    answer = await drawn(world, "a fox in snow")
    told = sentence(await share(world, answer))
    message = newest_copy(gallery)
    assert f"https://discord.com/channels/{world.guild.id}/{message.channel.id}/{message.id}" in told
    assert message.content == f"**a fox in snow** by {world.ada.mention} · gpt-image-2.5-flare"
    [file] = message.attachments
    assert file.description == "a fox in snow"
    assert await file.read() == await answer.attachments[0].read()
    assert button_labels(message) == ["♥ 0", "Remix", "Info", "Report"]
    assert (await share_of(world)).ref.job_id == (await newest(world, world.ada)).id


async def test_a_prompt_that_is_kept_is_nowhere(world: World, gallery: simcord.ChannelHandle) -> None:
    await share(world, await drawn(world, "a secret fox", spoiler=True), hide=True)
    message = newest_copy(gallery)
    [file] = message.attachments
    assert file.is_spoiler()
    name = getattr(message.channel, "name", "")
    page = await gallery_page(world, "new")
    info = await press(world, message, "Info")
    menu = (await world.bruno.context_menu(place_of(gallery), "Picture info", message)).response
    remix = await world.bruno.click(message, label="Remix")
    assert menu is not None
    assert remix.modal is not None
    everywhere = [
        message.content,
        file.description,
        name,
        said(page),
        str([one.description for one in page.attachments]),
    ]
    told = [str(one.to_dict()) for one in (*info.embeds, *menu.embeds)]
    for text in (*everywhere, *told, str(remix.modal)):
        assert "secret" not in str(text)
    assert "has hidden the prompt" in told[0]
    own = await press(world, message, "Info", by=world.ada)
    assert "a secret fox" in str(own.embeds[0].description)


async def test_a_forum_gets_a_thread_a_picture_with_the_tags_that_it_has(world: World) -> None:
    forum = await with_gallery(world, forum=True, tags=("night", "GPT-image-2.5-flare"))
    await shared(world, forum, "a fox in snow")
    await shared(world, forum, "a bear")
    assert {one.name for one in forum.threads} == {"a fox in snow", "a bear"}
    thread = world.bot.get_channel(forum.threads[0].id)
    assert isinstance(thread, discord.Thread)
    assert [one.name for one in thread.applied_tags] == ["GPT-image-2.5-flare"]


async def test_a_private_result_becomes_public_by_sharing_alone(world: World) -> None:
    gallery = await with_gallery(world)
    answer = await drawn(world, "a secret", private=True)
    assert gallery.history() == []
    message = (await share(world, answer), newest_copy(gallery))[1]
    assert "a secret" in message.content
    remix = await world.bruno.click(message, label="Remix")
    assert remix.modal is not None
    await world.bruno.submit_modal(remix, {"prompt": "make it night"})
    await world.all_ended()
    job = await newest(world, world.bruno)
    assert job.parents == ((await newest(world, world.ada)).pictures and (await share_of(world)).ref,)
    assert job.pictures
    assert not job.origin.private


async def test_only_the_asker_shares(world: World) -> None:
    gallery = await with_gallery(world)
    answer = await drawn(world, n=2)
    moderator = member_with(world, "mira", manage_messages=True, manage_guild=True)
    for person in (world.bruno, moderator):
        asked = await person.click(answer, label="Share")
        assert "Only the person who asked for it" in sentence(asked)
    assert gallery.history() == []


async def test_of_several_pictures_one_is_asked_for(world: World) -> None:
    gallery = await with_gallery(world)
    answer = await drawn(world, n=3)
    which = await press(world, answer, "Share", by=world.ada)
    assert labels(which) == ["1", "2", "3"]
    shown = await world.ada.click(which, label="2")
    assert shown.modal is not None
    await world.ada.submit_modal(shown, {"prompt": ["show"]})
    [message] = gallery.history()
    assert await message.attachments[0].read() == await answer.attachments[1].read()
    assert (await share_of(world)).ref.place == 2


async def test_without_a_gallery_it_is_said_how_to_get_one(world: World) -> None:
    answer = await drawn(world)
    told = sentence(await world.ada.click(answer, label="Share"))
    assert "/settings" in told
    assert "no gallery here" in told


async def test_share_turns_into_unshare_under_the_result_and_back(world: World, gallery: simcord.ChannelHandle) -> None:
    answer = await drawn(world, n=2, model="gpt-image-1", quality="high")
    for place in ("1", "2"):
        assert "Share" in labels(answer)
        shown = await world.ada.click(await press(world, answer, "Share", by=world.ada), label=place)
        await world.ada.submit_modal(shown, {"prompt": ["show"]})
    assert "Share" not in labels(answer)
    which = await press(world, answer, "Unshare", by=world.ada)
    assert sentence(await world.bruno.click(answer, label="Unshare")).startswith("Only the person")
    assert "Unshared. Every message" in (await press(world, which, "1", by=world.ada)).content
    assert "Unshare" not in labels(answer)
    assert (await Shares(world.database).of_person(world.ada.id))[-1].state is ShareState.SHARED
    one = await drawn(world)
    await share(world, one)
    assert "Unshare" in labels(one)
    await world.app.foundation.gallery.gallery.set_state((await share_of(world)).id, ShareState.GONE)
    await world.app.foundation.gallery.messages.reconcile((await share_of(world)).id)
    assert "Unshare" not in labels(one)


async def test_where_a_button_still_says_share_its_press_offers_to_unshare(world: World) -> None:
    gallery = await with_gallery(world)
    answer = await drawn(world, private=True)
    await share(world, answer)
    told = await press(world, answer, "Share", by=world.ada)
    assert "is already shared in this server" in told.content
    await world.ada.click(told, label="Unshare")
    assert gallery.history() == []


async def test_a_picture_is_shared_once_in_a_server(world: World) -> None:
    gallery = await with_gallery(world)
    answer = await drawn(world)
    first, second = [await world.ada.click(answer, label="Share") for _ in range(2)]
    await world.ada.submit_modal(first, {"prompt": ["show"]})
    told = sentence(await world.ada.submit_modal(second, {"prompt": ["show"]}))
    assert "is already shared in this server" in told
    assert len(gallery.history()) == 1


async def test_what_was_recorded_and_never_posted_is_posted_the_next_time(world: World) -> None:
    gallery = await with_gallery(world)
    answer = await drawn(world)
    await share(world, answer)
    shares = Shares(world.database)
    before = await share_of(world)
    [copy] = await shares.copies(before.id)
    await shares.copy_done(copy, ShareState.GONE, now=before.created_at)
    await share(world, await forged(world, ShareButton(before.ref)))
    assert len(gallery.history()) == 2
    assert (await share_of(world)).id == before.id


@pytest.mark.parametrize("trouble", ["deleted", "closed", "silent"])
async def test_a_gallery_that_takes_nothing_is_told_and_nothing_is_shared(world: World, trouble: str) -> None:
    gallery = await with_gallery(world)
    answer = await drawn(world)
    status = {"deleted": 404, "closed": 403, "silent": 500}[trouble]
    world.env.inject_error("POST", f"/channels/{gallery.id}/messages", status=status, times=10)
    told = sentence(await share(world, answer))
    assert f"<#{gallery.id}>" in told
    assert ("/settings" in told) == (trouble != "silent")
    assert said(await gallery_page(world, "new")).startswith("No shared pictures match")
    world.env.backend.faults.clear()
    await share(world, answer)
    assert len(gallery.history()) == 1


async def test_hearts_are_counted_and_shown_and_taken_back(world: World, gallery: simcord.ChannelHandle) -> None:
    message = await shared(world, gallery)

    async def shows(label: str) -> None:
        async def does() -> bool:
            return button_labels(newest_copy(gallery))[0] == label

        await world.until(does)

    await world.bruno.click(message, label="♥ 0")
    await shows("♥ 1")
    carl = world.guild.add_member(world.env.create_user("carl"))
    await carl.click(newest_copy(gallery), label="♥ 1")
    await world.bruno.click(message, custom_id=f"heart:{(await share_of(world)).id}")
    await world.bruno.click(message, custom_id=f"heart:{(await share_of(world)).id}")
    await shows("♥ 2")
    assert (await share_of(world)).hearts == 2


async def test_ones_own_heart_does_not_count_and_that_is_said(world: World, gallery: simcord.ChannelHandle) -> None:
    message = await shared(world, gallery)
    told = sentence(await world.ada.click(message, label="♥ 0"))
    assert "can't heart your own picture" in told
    assert (await share_of(world)).hearts == 0
    await world.bruno.click(message, label="♥ 0")
    await world.ada.click(message, custom_id=f"heart:{(await share_of(world)).id}")
    assert (await share_of(world)).hearts == 1


async def test_200_people_at_once_end_in_the_exact_count_and_few_edits(world: World) -> None:
    gallery = await with_gallery(world)
    message = await shared(world, gallery)
    share_id = (await share_of(world)).id
    people = [world.guild.add_member(world.env.create_user(f"p{number}")) for number in range(200)]
    place = replace(world, channel=gallery)
    for person in people:
        place.press(person, message, f"heart:{share_id}")

    async def shown() -> bool:
        return button_labels(newest_copy(gallery))[0] == "♥ 200"

    await world.until(shown)
    assert (await share_of(world)).hearts == 200
    edits = [one for one in world.env.http_requests if one.method == "PATCH" and f"/messages/{message.id}" in one.path]
    assert len(edits) <= 8


async def test_everything_works_after_a_restart(world: World, gallery: simcord.ChannelHandle) -> None:
    message = await shared(world, gallery, "a fox in snow")
    world = await world.restarted()
    await world.bruno.click(message, label="♥ 0")
    assert (await share_of(world)).hearts == 1
    info = await press(world, message, "Info")
    assert "a fox in snow" in str(info.embeds[0].description)
    remix = await world.bruno.click(message, label="Remix")
    assert remix.modal is not None
    mine = await gallery_page(world, "mine", by=world.ada)
    await world.ada.click(mine, label="Unshare")
    assert message.id not in [one.id for one in gallery.history()]
    assert gallery.threads == []


async def test_a_remix_respects_who_wants_no_edits(world: World) -> None:
    gallery = await with_gallery(world)
    message = await shared(world, gallery)
    rules = (await world.ada.slash(world.channel, "privacy")).response
    assert rules is not None
    await world.ada.click(rules, label="Don't allow others to edit my pictures")
    assert "doesn't allow edits" in sentence(await world.bruno.click(message, label="Remix"))
    menu = await world.bruno.context_menu(gallery, "Edit picture", message)
    assert "doesn't allow edits" in sentence(menu)
    assert await requests(world, world.bruno) == 0


async def test_who_is_in_another_server_may_nothing(world: World) -> None:
    gallery = await with_gallery(world)
    await shared(world, gallery)
    share_id = (await share_of(world)).id
    elsewhere = world.env.create_guild("Elsewhere")
    channel = elsewhere.create_text_channel("pictures")
    outsider = elsewhere.add_member(world.env.create_user("olga"))

    found = world.bot.get_channel(channel.id)
    assert isinstance(found, discord.TextChannel)
    for item in (HeartButton(share_id), RemixButton(share_id), ShareInfoButton(share_id)):
        forged = await found.send(view=view_of(item))
        refused = await outsider.click(forged, custom_id=item.custom_id)
        assert "Only a member of the server" in sentence(refused)
    page = (await outsider.slash(channel, "gallery new")).response
    assert page is not None
    assert page.attachments == []
    assert (await share_of(world)).hearts == 0


async def test_unsharing_takes_it_away(world: World, gallery: simcord.ChannelHandle) -> None:
    answer = await drawn(world)
    await share(world, answer)
    mine = await gallery_page(world, "mine", by=world.ada)
    told = await world.ada.click(mine, label="Unshare")
    assert told.response is not None
    assert "Unshared. Every message" in said(told.response)
    assert gallery.history() == []
    assert gallery.threads == []
    assert said(await gallery_page(world, "new")).startswith("No shared pictures")
    await share(world, answer)
    assert newest_copy(gallery).attachments


async def test_only_the_asker_takes_it_back(world: World) -> None:
    gallery = await with_gallery(world)
    await shared(world, gallery)

    button = await forged(world, UnshareButton((await share_of(world)).id))
    assert "Only the person who asked" in sentence(await world.bruno.click(button, label="Unshare"))
    assert len(gallery.history()) == 1


async def test_deleting_a_result_takes_its_shares_along(world: World, gallery: simcord.ChannelHandle) -> None:
    answer = await drawn(world)
    await share(world, answer)
    shown = await world.ada.click(answer, label="Delete")
    assert sentence(await world.ada.submit_modal(shown, {})) == "Deleted, along with every message that showed it."
    assert gallery.history() == []
    assert gallery.threads == []


async def test_what_discord_does_not_let_go_is_said_kept_and_retried(world: World) -> None:
    gallery = await with_gallery(world)
    message = await shared(world, gallery)
    share_id = (await share_of(world)).id
    world.env.inject_error("DELETE", f"/channels/{gallery.id}/messages/*", status=403, code=50013, times=2)
    mine = await gallery_page(world, "mine", by=world.ada)
    told = await world.ada.click(mine, label="Unshare")
    assert told.response is not None
    assert f"/{gallery.id}/{message.id}" in said(told.response)
    assert "I'll keep trying" in said(told.response)
    shares = Shares(world.database)
    [copy] = await shares.copies(share_id)
    assert copy.attempts == 1
    assert copy.try_at is not None
    assert await ShareExpiry(world.database).delete_gone() == 0
    world = await world.restarted()
    await shares.copy_failed(copy, (await share_of(world)).created_at)
    world = await world.restarted()

    async def failed_again() -> bool:
        [again] = await shares.copies(share_id)
        return again.attempts == 3

    await world.until(failed_again)
    await shares.copy_failed(copy, (await share_of(world)).created_at)
    world = await world.restarted()

    async def gone() -> bool:
        return gallery.history() == [] and await shares.find(share_id) is None

    await world.until(gone)


async def test_a_message_that_somebody_else_deleted_is_no_trouble(world: World) -> None:
    gallery = await with_gallery(world)
    message = await shared(world, gallery)
    await message.delete()
    mine = await gallery_page(world, "mine", by=world.ada)
    told = await world.ada.click(mine, label="Unshare")
    assert told.response is not None
    assert "Every message that showed it is deleted" in said(told.response)


async def test_what_is_hidden_shows_nothing_and_comes_back(world: World, gallery: simcord.ChannelHandle) -> None:
    await shared(world, gallery, "a fox in snow")
    share_id = (await share_of(world)).id
    feature = world.app.foundation.gallery
    await feature.gallery.set_state(share_id, ShareState.HIDDEN)
    assert await feature.messages.reconcile(share_id) == []
    hidden = newest_copy(gallery)
    assert hidden.content == "This picture is hidden until a moderator has looked at it."
    assert hidden.attachments == []
    assert button_labels(hidden) == []
    assert said(await gallery_page(world, "new")).startswith("No shared pictures")
    assert "isn't shared anymore" in sentence(await world.bruno.context_menu(place_of(gallery), "Edit picture", hidden))
    mine = await gallery_page(world, "mine", by=world.ada)
    assert "Hidden from others" in said(mine)
    await set_gallery(world, None)
    await feature.gallery.set_state(share_id, ShareState.SHARED)
    assert await feature.messages.reconcile(share_id) == []
    again = newest_copy(gallery)
    assert "a fox in snow" in again.content
    assert len(again.attachments) == 1
    assert button_labels(again) == ["♥ 0", "Remix", "Info", "Report"]


async def test_a_thread_that_the_bot_may_not_delete_loses_what_it_showed(world: World) -> None:
    forum = await with_gallery(world, forum=True)
    message = await shared(world, forum, "a fox in snow")
    world.env.inject_error("DELETE", f"/channels/{message.channel.id}", status=403, code=50013)
    mine = await gallery_page(world, "mine", by=world.ada)
    told = await world.ada.click(mine, label="Unshare")
    assert told.response is not None
    assert "Every message that showed it is deleted" in said(told.response)
    [thread] = forum.threads
    assert thread.name == "Unshared"
    assert thread.history() == []


async def test_unsharing_after_the_gallery_is_deleted_leaves_nothing(world: World) -> None:
    gallery = await with_gallery(world)
    await shared(world, gallery)
    channel = world.bot.get_channel(gallery.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.delete()
    await world.env.settle()
    mine = await gallery_page(world, "mine", by=world.ada)
    told = await world.ada.click(mine, label="Unshare")
    assert told.response is not None
    assert "Every message that showed it is deleted" in said(told.response)
    assert await Shares(world.database).copies((await share_of(world)).id) == []


async def test_what_delete_cannot_take_away_is_said_and_kept(world: World) -> None:
    gallery = await with_gallery(world)
    answer = await drawn(world)
    await share(world, answer)
    world.env.inject_error("DELETE", f"/channels/{gallery.id}/messages/*", status=403, code=50001)
    shown = await world.ada.click(answer, label="Delete")
    told = sentence(await world.ada.submit_modal(shown, {}))
    assert "couldn't remove 1 message" in told
    assert "I'll keep trying" in told
    [copy] = await Shares(world.database).copies((await share_of(world)).id)
    assert copy.attempts == 1


async def test_a_message_that_outlived_its_share_goes_at_the_first_press(world: World) -> None:
    gallery = await with_gallery(world)
    message = await shared(world, gallery)
    share_id = (await share_of(world)).id
    shares = Shares(world.database)
    [copy] = await shares.copies(share_id)
    await shares.copy_done(copy, ShareState.GONE, now=(await share_of(world)).created_at)
    await shares.set_state(share_id, ShareState.GONE, now=(await share_of(world)).created_at)
    assert "isn't shared anymore" in sentence(await world.bruno.click(message, label="Info"))
    assert gallery.history() == []


async def test_what_is_hidden_while_it_is_posted_is_put_right_by_the_clock(world: World) -> None:
    gallery = await with_gallery(world)
    await shared(world, gallery)
    await world.app.foundation.gallery.gallery.set_state((await share_of(world)).id, ShareState.HIDDEN)
    world = await world.restarted()

    async def is_hidden() -> bool:
        return newest_copy(gallery).attachments == []

    await world.until(is_hidden)
