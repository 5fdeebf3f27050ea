"""Themes: opened by moderators, joined by sharing, announced once when they are over."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord
import pytest
from sqlalchemy import update

from bot.store.gallery.shares import Shares
from bot.store.gallery.tables import themes
from bot.store.gallery.themes import Themes
from tests.integration.gallery.galleries import gallery_page, member_with, newest_copy, share, share_of, with_gallery
from tests.integration.layouts import said
from tests.integration.results.results import drawn, sentence

if TYPE_CHECKING:
    import simcord

    from tests.integration.conftest import World


async def opened(world: World, *, forum: bool = False) -> tuple[simcord.ChannelHandle, int]:
    """Have a moderator open a theme with a channel of its own; gives that and the theme."""
    make = world.guild.create_forum_channel if forum else world.guild.create_text_channel
    place = make("winter")
    mira = member_with(world, "mira", manage_messages=True)
    result = await mira.slash(world.channel, "theme open", name="winter **nights**", ends=7, channel=place)
    assert "is open until" in sentence(result)
    [theme] = await Themes(world.database).open_ones(world.guild.id, now=datetime.now(UTC))
    return place, theme.id


async def end(world: World, theme_id: int, *, at: datetime | None = None) -> None:
    """Let a theme have ended: by this Discord's clock, which is not ours, when it was opened."""
    ends_at = at or discord.utils.snowflake_time(theme_id)
    statement = update(themes).where(themes.c.id == theme_id).values(ends_at=ends_at)
    await world.database.write(lambda connection: connection.execute(statement))


def announcements(place: simcord.ChannelHandle) -> list[discord.Message]:
    messages = [one for thread in place.threads for one in thread.history()] or place.history()
    return [one for one in messages if one.content.startswith("**Theme ended")]


async def announced(world: World, theme_id: int) -> None:
    async def is_done() -> bool:
        theme = await Themes(world.database).find(theme_id)
        return theme is not None and theme.announced_at is not None

    await world.until(is_done)
    await world.env.settle()


async def test_only_moderators_open_and_end_themes(world: World) -> None:
    await with_gallery(world)
    refused = await world.bruno.slash(world.channel, "theme open", name="winter", ends=7, channel=world.channel)
    assert "a moderator" in sentence(refused)
    _, theme_id = await opened(world)
    assert "a moderator" in sentence(await world.bruno.slash(world.channel, "theme close", theme=str(theme_id)))
    listed = sentence(await world.bruno.slash(world.channel, "theme list"))
    assert r"winter \*\*nights\*\*" in listed


@pytest.mark.parametrize("forum", [False, True])
async def test_what_joins_a_theme_goes_to_its_channel_and_the_best_three_are_announced(
    world: World, *, forum: bool
) -> None:
    gallery = await with_gallery(world)
    place, theme_id = await opened(world, forum=forum)
    links = {}
    for prompt, hearts in (("a fox", 1), ("a bear", 3), ("an owl", 0), ("a crow", 2), ("a cat", 1)):
        await share(world, await drawn(world, prompt), theme=theme_id)
        shared = await share_of(world)
        links[prompt] = await world.app.foundation.gallery.gallery.link_of(shared)
        for person in range(hearts):
            await Shares(world.database).heart(shared.id, person + 1, datetime.now(UTC))
    assert gallery.history() == []
    assert r"for **winter \*\*nights\*\***" in newest_copy(place).content
    await end(world, theme_id)
    world = await world.restarted()
    await announced(world, theme_id)
    [message] = announcements(place)
    lines = message.content.splitlines()
    assert [line.split(" · ")[-1] for line in lines[2:]] == [
        f"[view]({links[one]})" for one in ("a bear", "a crow", "a cat")
    ]
    assert f"1. by {world.ada.mention} · ♥ 3" in lines[2]
    [sheet] = message.attachments
    assert sheet.description == "A sheet of 3 thumbnails, numbered as in the list."
    mine = await gallery_page(world, "mine", by=world.ada)
    await world.ada.click(mine, label="Unshare")
    [message] = announcements(place)
    assert [line.split(" · ")[-1] for line in message.content.splitlines()[2:]] == [
        f"[view]({links[one]})" for one in ("a bear", "a crow")
    ]
    world = await world.restarted()
    await announced(world, theme_id)
    assert len(announcements(place)) == 1


@pytest.mark.parametrize("forum", [False, True])
async def test_an_announcement_that_is_out_and_not_on_record_is_not_sent_again(world: World, *, forum: bool) -> None:
    await with_gallery(world)
    place, theme_id = await opened(world, forum=forum)
    await end(world, theme_id)
    world = await world.restarted()
    await announced(world, theme_id)
    forget = update(themes).where(themes.c.id == theme_id).values(announced_at=None)
    await world.database.write(lambda connection: connection.execute(forget))
    world = await world.restarted()
    await announced(world, theme_id)
    [message] = announcements(place)
    assert "No picture got a heart" in message.content


async def test_a_theme_is_ended_before_its_time_and_takes_no_more(world: World) -> None:
    await with_gallery(world)
    place, theme_id = await opened(world)
    answer = await drawn(world)
    shown = await world.ada.click(answer, label="Share")
    mira = member_with(world, "mona", manage_messages=True)
    assert "has ended" in sentence(await mira.slash(world.channel, "theme close", theme=str(theme_id)))
    told = sentence(await world.ada.submit_modal(shown, {"prompt": ["show"], "theme": [str(theme_id)]}))
    assert "theme has ended" in told.lower()
    assert said(await gallery_page(world, "new")).startswith("No shared pictures")
    world = await world.restarted()
    await announced(world, theme_id)
    assert len(announcements(place)) == 1
    assert "There are no open themes" in sentence(await world.bruno.slash(world.channel, "theme list"))


async def test_a_channel_that_takes_nothing_is_tried_again(world: World) -> None:
    await with_gallery(world)
    place, theme_id = await opened(world)
    await end(world, theme_id, at=datetime.now(UTC))
    world.env.inject_error("POST", f"/channels/{place.id}/messages", status=403, code=50013)
    world = await world.restarted()

    async def was_tried() -> bool:
        return not world.env.backend.faults or all(one["times"] == 0 for one in world.env.backend.faults)

    await world.until(was_tried)
    theme = await Themes(world.database).find(theme_id)
    assert theme is not None
    assert theme.announced_at is None
    world = await world.restarted()
    await announced(world, theme_id)
    assert len(announcements(place)) == 1


async def test_what_went_to_a_channel_that_one_cannot_read_is_not_shown(world: World) -> None:
    await with_gallery(world)
    place, theme_id = await opened(world)
    await share(world, await drawn(world, "a secret fox"), theme=theme_id)
    found = world.bot.get_channel(place.id)
    assert found is not None
    await found.set_permissions(found.guild.default_role, view_channel=False)  # type: ignore[union-attr]
    await world.env.settle()
    for command in ("new", "random"):
        page = await gallery_page(world, command)
        assert said(page).startswith("No shared pictures match")
        assert page.attachments == []
    own = await gallery_page(world, "mine", by=world.ada)
    assert len(own.attachments) == 1
