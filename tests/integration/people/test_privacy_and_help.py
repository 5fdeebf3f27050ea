"""/privacy and /help, as each person finds them in each place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.chat.people.buttons import ServerButton
from bot.chat.platform.components import view_of
from bot.wiring.people import PeopleFeature
from tests.integration.conftest import told
from tests.integration.layouts import said
from tests.integration.pictures import photo_png

if TYPE_CHECKING:
    import simcord
    from simcord.results import ResponseMessage

    from tests.integration.conftest import Start, World

DEMO = "A demo draws the pictures"


def labels(message: ResponseMessage) -> list[str]:
    return [button["label"] for row in message.components for button in row["components"]]


async def privacy(world: World, person: simcord.MemberActor) -> ResponseMessage:
    result = await person.slash(world.channel, "privacy")
    assert result.response is not None
    assert result.response.ephemeral
    return result.response


async def help_of(world: World, person: simcord.MemberActor) -> str:
    result = await person.slash(world.channel, "help")
    assert result.response is not None
    assert result.response.ephemeral
    return said(result.response)


def member_with(world: World, name: str, **permissions: bool) -> simcord.MemberActor:
    role = world.guild.create_role(name, permissions=discord.Permissions(**permissions))
    return world.guild.add_member(world.env.create_user(name), roles=[role])


async def edit(world: World, person: simcord.MemberActor, message: discord.Message | ResponseMessage) -> str:
    """Edit a picture of a message, and give the words of the answer."""
    result = await person.context_menu(world.channel, "Edit picture", message)
    if result.modal is not None:
        result = await person.submit_modal(result, {"prompt": "make it night"})
    await world.all_ended()
    answer = told(result)
    assert bool(answer.attachments) != ("doesn't allow edits" in answer.content)
    return answer.content


# /privacy.


async def test_at_first_all_is_allowed_and_a_member_decides_about_their_own(world: World) -> None:
    page = await privacy(world, world.ada)
    assert "Others can edit pictures you make or post." in page.content
    assert "Members can edit each other's uploads" in page.content
    assert labels(page) == ["Don't allow others to edit my pictures"]
    assert "You can change the server's rule" not in page.content


async def test_who_forbids_it_sees_that_and_can_take_it_back(world: World) -> None:
    page = await privacy(world, world.bruno)
    await world.bruno.click(page, label="Don't allow others to edit my pictures")
    assert "Only you can edit pictures you make or post." in page.content
    assert labels(page) == ["Allow others to edit my pictures"]
    upload = await world.bruno.send(world.channel, attachments=[("photo.png", photo_png())])
    made = (await world.ask(world.bruno, "imagine", prompt="a hare")).response
    assert made is not None
    for message in (upload, made):
        assert "The owner of this picture doesn't allow edits" in await edit(world, world.ada, message)
        await edit(world, world.bruno, message)
    assert "Others can edit" in (await privacy(world, world.ada)).content
    await world.bruno.click(page, label="Allow others to edit my pictures")
    assert "Others can edit pictures you make or post." in page.content
    assert "doesn't allow edits" not in await edit(world, world.ada, upload)


async def test_a_manager_forbids_edits_of_uploads_and_not_of_what_we_made(world: World) -> None:
    mira = member_with(world, "mira", manage_guild=True)
    page = await privacy(world, mira)
    assert labels(page) == ["Don't allow others to edit my pictures", "Server: don't allow edits of members' uploads"]
    assert "You can change the server's rule" in page.content
    await mira.click(page, label="Server: don't allow edits of members' uploads")
    assert "Members' uploads can't be edited by others" in page.content
    assert labels(page) == ["Don't allow others to edit my pictures", "Server: allow edits of members' uploads"]
    assert "Members' uploads can't be edited by others" in (await privacy(world, world.ada)).content
    upload = await world.bruno.send(world.channel, attachments=[("photo.png", photo_png())])
    made = (await world.ask(world.bruno, "imagine", prompt="a hare")).response
    assert made is not None
    assert "This server doesn't allow edits of other members' uploads" in await edit(world, world.ada, upload)
    assert "doesn't allow edits" not in await edit(world, world.bruno, upload)
    assert "doesn't allow edits" not in await edit(world, world.ada, made)
    await mira.click(page, label="Server: allow edits of members' uploads")
    assert "doesn't allow edits" not in await edit(world, world.ada, upload)


async def test_a_moderator_without_manage_server_has_no_say_about_the_server(world: World) -> None:
    mia = member_with(world, "mia", manage_messages=True)
    assert labels(await privacy(world, mia)) == ["Don't allow others to edit my pictures"]


async def test_a_servers_button_in_other_hands_changes_nothing(world: World) -> None:
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    forged = await channel.send(view=view_of(ServerButton(allowed=False)))
    result = await world.ada.click(forged, label="Server: don't allow edits of members' uploads")
    [sentence] = result.followups
    assert sentence.ephemeral
    assert "Only the person" in sentence.content
    assert "Members can edit each other's uploads" in (await privacy(world, world.ada)).content


async def test_the_wishes_and_their_buttons_outlive_a_restart(world: World) -> None:
    mira = member_with(world, "mira", manage_guild=True)
    page = await privacy(world, mira)
    await mira.click(page, label="Server: don't allow edits of members' uploads")
    again = await world.restarted()
    await mira.click(page, label="Don't allow others to edit my pictures")
    rules = await again.app.feature(PeopleFeature).privacy.rules(mira.id, again.guild.id)
    assert (rules.edits_by_others, rules.edits_of_uploads) == (False, False)
    assert "Only you can edit" in page.content
    assert "Members' uploads can't be edited by others" in page.content


async def test_in_a_direct_message_it_is_about_oneself_alone(world: World) -> None:
    result = await world.ada.user.slash("privacy")
    assert "This server" not in result.response.content
    assert labels(result.response) == ["Don't allow others to edit my pictures"]
    await world.ada.user.click(result.response, label="Don't allow others to edit my pictures")
    assert "Only you can edit" in (await privacy(world, world.ada)).content


# /help.


async def test_help_shows_a_member_every_way_by_example(world: World) -> None:
    text = await help_of(world, world.ada)
    name = world.bot_user.display_name
    assert f"`@{name} a fox in snow --size portrait --quality high`" in text
    assert f"Reply to one of my pictures: `@{name} make it night`" in text
    for words in (
        "/imagine a fox",
        "Apps > Edit picture",
        "Apps > Use as reference",
        "/edit",
        "To repaint one area",
        DEMO,
    ):
        assert words in text
    for button in ("Again", "Edit", "Vary", "Larger", "Info"):
        assert f"**{button}**" in text
    for command in ("history", "tree", "references", "usage", "privacy"):
        assert f"</{command}:" in text
    assert "moderator" not in text
    assert "Manage Server" not in text


async def test_every_example_of_help_is_a_command_that_is_there_with_its_options(world: World) -> None:
    text = await help_of(world, world.ada)
    known = {command.name: command for command in world.bot.tree.get_commands()}
    for name in ("imagine", "edit", "history", "tree", "references", "usage", "privacy"):
        assert f"`/{name} " in text or f"</{name}:" in text
        assert name in known
    for menu in ("Edit picture", "Use as reference"):
        assert world.bot.tree.get_command(menu, type=discord.AppCommandType.message) is not None
    result = await world.imagine("a fox in snow", quality="high", n=2)
    assert result.response is not None
    assert len(result.response.attachments) == 2


async def test_with_the_message_content_intent_any_picture_can_be_replied_to(start: Start) -> None:
    text = await help_of(world := await start(message_content=True), world.ada)
    assert "Reply to any picture" in text


@pytest.mark.parametrize(
    ("permissions", "shown", "hidden"),
    [
        ({"manage_messages": True}, "You're a moderator: you can **Cancel** and **Delete**", "Manage Server"),
        (
            {"manage_guild": True},
            "You have Manage Server: set who can edit members' uploads in </privacy:",
            "moderator",
        ),
    ],
)
async def test_help_tells_moderators_and_managers_what_more_they_may(
    world: World, permissions: dict[str, bool], shown: str, hidden: str
) -> None:
    text = await help_of(world, member_with(world, "mira", **permissions))
    assert shown in text
    assert hidden not in text


async def test_help_in_a_direct_message_needs_no_name_for_a_reply_and_knows_no_server(world: World) -> None:
    result = await world.ada.user.slash("help")
    text = said(result.response)
    assert "Reply to any picture: `make it night`, or `2: make it night`" in text
    assert "moderator" not in text
    assert "Manage Server" not in text


MASKLESS: dict[str, Any] = {"images_provider": "compatible", "images_base_url": "http://127.0.0.1:9/v1"}


async def test_help_without_masks_offers_no_part(start: Start) -> None:
    world = await start(**MASKLESS, images_omit_fields=("mask",))
    text = await help_of(world, world.ada)
    assert "Apps > Edit picture" in text
    assert "To repaint one area" not in text
    assert DEMO not in text


async def test_help_without_edits_offers_nothing_that_would_be_refused(start: Start) -> None:
    world = await start(**MASKLESS, images_omit_fields=("image",))
    text = await help_of(world, world.ada)
    for words in ("Edit", "Vary", "/edit", "Reply to", "reference", "To repaint one area", "Larger", "Extend"):
        assert words not in text
    for words in ("/imagine", "**Again**", "/history"):
        assert words in text


async def test_help_promises_no_more_pictures_at_once_than_there_are(start: Start) -> None:
    world = await start(max_n=1)
    assert "n:1`" in await help_of(world, world.ada)
