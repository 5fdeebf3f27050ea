"""Delete under a result: who may, what goes, and what stays."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord
import pytest
from simcord.actors import _dispatch_actor_interaction
from simcord.backend import serializers
from simcord.enums import InteractionType
from sqlalchemy import delete

from bot.chat.results.buttons import DeleteButton
from bot.store.blobs.blob_store import open_blobs
from bot.store.errors import BlobMissing
from bot.store.jobs.tables import posts
from bot.store.retention.job_expiry import JobExpiry
from tests.integration.layouts import said
from tests.integration.results.results import drawn, forged, labels, newest, posted_again, press, requests, sentence
from tests.unit.store import samples

if TYPE_CHECKING:
    from pathlib import Path

    import simcord
    from simcord.results import InteractionResult

    from tests.integration.conftest import World
    from tests.integration.results.results import Message

HERE = "/webhooks/*/*/messages/@original"
DELETED = "Deleted, along with every message that showed it."


async def confirm(world: World, message: Message, *, by: simcord.MemberActor) -> InteractionResult:
    """Press Delete and send the form that asks whether that is meant."""
    shown = await by.click(message, label="Delete")
    assert shown.modal is not None
    result = await by.submit_modal(shown, {})
    await world.env.settle()
    return result


def there(world: World) -> list[int]:
    return [one.id for one in world.channel.history()]


def moderator(world: World) -> simcord.MemberActor:
    role = world.guild.create_role("mods", permissions=world.moderator_permissions)
    return world.guild.add_member(world.env.create_user("mira"), roles=[role])


async def is_kept(world: World, folder: Path, job_id: int) -> bool:
    """Tell whether the bytes of a job's first picture are there."""
    [picture, *_] = (await world.jobs.load(job_id)).pictures
    try:
        return bool(await open_blobs(None, folder).get(picture.blob))
    except BlobMissing:
        return False


async def test_the_asker_deletes_for_good(world: World, tmp_path: Path) -> None:
    answer = await drawn(world)
    job = await newest(world, world.ada)
    assert await is_kept(world, tmp_path, job.id)
    told = sentence(await confirm(world, answer, by=world.ada))
    assert told == DELETED
    assert there(world) == []
    assert (await world.jobs.load(job.id)).emptied_at is not None
    assert not await is_kept(world, tmp_path, job.id)
    page = (await world.ada.slash(world.channel, "history")).response
    assert page is not None
    assert "a fox" not in said(page)
    assert "**deleted**" in said(page)
    assert labels(page) == []
    assert (await world.jobs.load(job.id)).prompt == ""


async def test_what_had_been_kept_for_long_enough_loses_its_words_too(world: World) -> None:
    answer = await drawn(world)
    job = await newest(world, world.ada)
    now = datetime.now(UTC)
    assert job.id in await JobExpiry(world.app.core.database).empty_old(before=now, now=now)
    await confirm(world, answer, by=world.ada)
    assert (await world.jobs.load(job.id)).is_deleted


async def test_nothing_is_deleted_before_it_is_confirmed(world: World, tmp_path: Path) -> None:
    answer = await drawn(world, n=2)
    shown = await world.ada.click(answer, label="Delete")
    assert shown.modal is not None
    assert "deletes all 2 pictures permanently" in str(shown.modal["components"])
    assert there(world) == [answer.id]
    assert await is_kept(world, tmp_path, (await newest(world, world.ada)).id)


async def test_what_was_made_from_it_stays(world: World) -> None:
    answer = await drawn(world)
    varied = await press(world, answer, "Vary")
    await confirm(world, answer, by=world.ada)
    assert there(world) == [varied.id]
    for label in ("Again", "Vary", "Compare"):
        assert len((await press(world, varied, label)).attachments) == 1, label


async def test_all_messages_that_show_it_go_along(world: World) -> None:
    answer = (await world.imagine("demo:big", n=3, quality="low")).response
    assert answer is not None
    await posted_again(world)
    other = await drawn(world)
    assert len(there(world)) == 5
    assert sentence(await confirm(world, answer, by=world.ada)) == DELETED
    assert there(world) == [other.id]


async def test_it_goes_from_another_channel_too(world: World) -> None:
    answer = await drawn(world)
    elsewhere = world.guild.create_text_channel("elsewhere")
    posted = await posted_again(world, place=elsewhere)
    assert [one.id for one in elsewhere.history()] == [posted.id]
    await confirm(world, answer, by=world.ada)
    assert list(elsewhere.history()) == []


async def test_delete_under_what_was_posted_again_deletes_all_the_same(world: World) -> None:
    await drawn(world)
    assert sentence(await confirm(world, await posted_again(world), by=world.ada)) == DELETED
    assert there(world) == []


async def test_a_message_that_is_on_no_record_goes_with_its_button(world: World) -> None:
    answer = await drawn(world)
    await world.database.write(lambda connection: connection.execute(delete(posts)))
    assert sentence(await confirm(world, answer, by=world.ada)) == DELETED
    assert there(world) == []


async def test_a_private_result_is_deleted_by_its_asker(world: World, tmp_path: Path) -> None:
    private = await drawn(world, private=True)
    result = await confirm(world, private, by=world.ada)
    assert sentence(result) == DELETED
    assert not await is_kept(world, tmp_path, (await newest(world, world.ada)).id)


async def test_a_moderator_deletes_what_others_asked_for(world: World, tmp_path: Path) -> None:
    answer = await drawn(world)
    assert sentence(await confirm(world, answer, by=moderator(world))) == DELETED
    assert there(world) == []
    assert not await is_kept(world, tmp_path, (await newest(world, world.ada)).id)


async def test_a_moderator_of_another_server_does_not(world: World, tmp_path: Path) -> None:
    elsewhere = world.env.create_guild("Elsewhere")
    channel = elsewhere.create_text_channel("pictures")
    role = elsewhere.create_role("mods", permissions=world.moderator_permissions)
    mira = elsewhere.add_member(world.env.create_user("mira"), roles=[role])
    ada = elsewhere.add_member(world.ada.user)
    await drawn(world)
    page = (await ada.slash(channel, "history")).response
    assert page is not None
    shown = (await ada.click(page, label="Show")).response
    assert shown is not None
    await ada.click(shown, label="Post here")
    posted = channel.last_message
    assert posted is not None
    assert "Only the person who asked" in sentence(await mira.click(posted, label="Delete"))
    assert await is_kept(world, tmp_path, (await newest(world, world.ada)).id)


async def test_others_are_refused(world: World) -> None:
    answer = await drawn(world)
    refused = await world.bruno.click(answer, label="Delete")
    assert refused.modal is None
    assert "Only the person who asked" in sentence(refused)


async def test_the_form_of_somebody_else_deletes_nothing(world: World, tmp_path: Path) -> None:
    answer = await drawn(world)
    shown = await world.ada.click(answer, label="Delete")
    assert shown.modal is not None
    stored = world.env.backend.get_message(world.channel.id, answer.id)
    result = await _dispatch_actor_interaction(
        world.bruno,
        InteractionType.MODAL_SUBMIT,
        world.channel,
        {"custom_id": shown.modal["custom_id"], "components": []},
        extra={"message": dict(serializers.message_payload(world.env.backend, stored))},
        source_message_id=answer.id,
    )
    assert "Only the person who asked" in sentence(result)
    assert there(world) == [answer.id]
    assert await is_kept(world, tmp_path, (await newest(world, world.ada)).id)


async def test_a_message_that_is_gone_already_is_no_trouble(world: World) -> None:
    answer = await drawn(world)
    posted = await posted_again(world)
    shown = await world.ada.click(answer, label="Delete")
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.get_partial_message(posted.id).delete()
    assert sentence(await world.ada.submit_modal(shown, {})) == DELETED
    assert there(world) == []


async def test_where_the_message_with_the_button_is_gone_already_the_others_go(world: World) -> None:
    answer = await drawn(world)
    posted = await posted_again(world)
    world.env.inject_error("DELETE", HERE, status=404, code=10008)
    assert sentence(await confirm(world, answer, by=world.ada)) == DELETED
    assert posted.id not in there(world)


@pytest.mark.parametrize(
    ("refused", "words"),
    [
        ((HERE,), "couldn't remove 1 message that shows it"),
        ((HERE, "/channels/*/messages/*"), "couldn't remove 2 messages that show it"),
    ],
)
async def test_what_discord_does_not_let_go_is_told(
    world: World, tmp_path: Path, refused: tuple[str, ...], words: str
) -> None:
    answer = await drawn(world)
    await posted_again(world)
    for path in refused:
        world.env.inject_error("DELETE", path, status=403, code=50013)
    told = sentence(await confirm(world, answer, by=world.ada))
    assert words in told
    assert "by hand" in told
    assert len(there(world)) == len(refused)
    assert not await is_kept(world, tmp_path, (await newest(world, world.ada)).id)


async def test_what_is_left_can_be_deleted_once_more(world: World) -> None:
    answer = await drawn(world)
    world.env.inject_error("DELETE", HERE, status=403, code=50013)
    await confirm(world, answer, by=world.ada)
    assert there(world) == [answer.id]
    assert sentence(await confirm(world, answer, by=world.ada)) == DELETED
    assert there(world) == []


async def test_what_is_not_over_is_not_deleted(world: World, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    await samples.wait(world.jobs, 1, user_id=world.ada.id, guild_id=world.guild.id, now=now)
    await samples.call(world.jobs, 1, now=now)
    name = await open_blobs(None, tmp_path).put(b"needed", name="1/in-1")
    button = await forged(world, DeleteButton(1))
    assert "has no pictures yet" in sentence(await confirm(world, button, by=world.ada))
    assert await open_blobs(None, tmp_path).get(name) == b"needed"
    assert button.id in there(world)
    assert await requests(world, world.ada) == 1
