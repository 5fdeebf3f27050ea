"""Servers with a gallery, and pictures that are shared in it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import discord
import simcord
from simcord.results import InteractionResult, ResponseMessage

from bot.domain.gallery import Share
from bot.store.gallery.shares import Shares
from bot.store.server.settings import Servers
from tests.integration.conftest import World
from tests.integration.results.results import Message, drawn


async def with_gallery(world: World, *, forum: bool = False, tags: tuple[str, ...] = ()) -> simcord.ChannelHandle:
    """Give the server a gallery channel."""
    make = world.guild.create_forum_channel if forum else world.guild.create_text_channel
    channel = make("gallery")
    if tags:
        found = world.bot.get_channel(channel.id)
        assert isinstance(found, discord.ForumChannel)
        await found.edit(available_tags=[discord.ForumTag(name=name) for name in tags])
        await world.env.settle()
    await set_gallery(world, channel.id)
    return channel


async def set_gallery(world: World, channel_id: int | None, **values: Any) -> None:
    await Servers(world.database).change(
        world.guild.id,
        lambda settings: replace(settings, gallery_channel_id=channel_id, **values),
        now=datetime.now(UTC),
    )


async def share(
    world: World,
    answer: Message,
    *,
    hide: bool = False,
    theme: int | None = None,
    by: simcord.MemberActor | None = None,
) -> InteractionResult:
    """Press Share and send the form, as ada where nobody is named."""
    person = by or world.ada
    shown = await person.click(answer, label="Share")
    assert shown.modal is not None, shown.response and shown.response.content
    values: dict[str, Any] = {"prompt": ["hide" if hide else "show"]}
    if theme is not None:
        values["theme"] = [str(theme)]
    result = await person.submit_modal(shown, values)
    await world.env.settle()
    return result


async def shared(
    world: World, gallery: simcord.ChannelHandle, prompt: str = "a fox", **options: Any
) -> discord.Message:
    """Have ada draw and share a picture, and give the message that shows it."""
    await share(world, await drawn(world, prompt, **options))
    return newest_copy(gallery)


def newest_copy(gallery: simcord.ChannelHandle) -> discord.Message:
    """Give the newest message in a gallery: in a forum, the first of its newest thread."""
    place = place_of(gallery)
    messages = place.history()
    assert messages
    return messages[0] if place.is_thread else messages[-1]


def place_of(gallery: simcord.ChannelHandle) -> simcord.ChannelHandle:
    """Give where the newest picture of a gallery is."""
    return max(gallery.threads, key=lambda one: one.id) if gallery.threads else gallery


async def share_of(world: World) -> Share:
    """Find what ada shared last."""
    found = await Shares(world.database).of_person(world.ada.id)
    return max(found, key=lambda one: one.id)


async def gallery_page(
    world: World,
    command: str,
    *,
    by: simcord.MemberActor | None = None,
    by_person: simcord.MemberActor | None = None,
    **options: Any,
) -> ResponseMessage:
    """Use a command of /gallery, as bruno where nobody is named; of `by_person`, where one is."""
    if by_person is not None:
        options["by"] = by_person
    answer = (await (by or world.bruno).slash(world.channel, f"gallery {command}", **options)).response
    assert answer is not None
    assert answer.ephemeral
    return answer


def member_with(world: World, name: str, **permissions: bool) -> simcord.MemberActor:
    """Add somebody with these permissions to the server."""
    role = world.guild.create_role(name, permissions=discord.Permissions(**permissions))
    return world.guild.add_member(world.env.create_user(name), roles=[role])
