"""The pictures of the week: posted once, with credits, and without what is taken back."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import delete, update

from bot.chat.gallery.announcements import Announcements
from bot.domain.gallery import ShareState, Theme
from bot.store.database.processes import Processes
from bot.store.errors import StoreUnavailable
from bot.store.gallery.tables import shares, weekly_posts
from bot.store.gallery.themes import Themes
from bot.store.server.settings import Servers
from tests.integration.gallery.galleries import gallery_page, set_gallery, share_of, shared, with_gallery

if TYPE_CHECKING:
    from pathlib import Path

    import discord
    import simcord

    from tests.integration.conftest import Start, World
    from tests.standin.postgres import PostgresServer

MONDAY = datetime(2025, 12, 29, 9, 30, tzinfo=UTC)
"""Before the clock of this Discord, whose messages are looked through."""


def announcements(world: World) -> Announcements:
    """Build what announces anew, as after a restart: it knows only what is on record."""
    shares = world.app.foundation.gallery.shares
    return Announcements(
        shares.themes,
        gallery=shares.gallery,
        channels=shares.channels,
        contact_sheets=shares.contact_sheets,
        processes=Processes(world.database),
    )


async def week_of(world: World, *prompts: str, forum: bool = False, spoiler: bool = False) -> simcord.ChannelHandle:
    """Have pictures shared in the week before, each with a heart more than the one before it."""
    gallery = await with_gallery(world, forum=forum)
    await set_gallery(world, gallery.id, weekly=True)
    for hearts, prompt in enumerate(prompts, start=1):
        await shared(world, gallery, prompt, spoiler=spoiler)
        when = MONDAY - timedelta(days=hearts)
        change = update(shares).where(shares.c.id == (await share_of(world)).id).values(created_at=when, hearts=hearts)
        await world.database.write(lambda connection, change=change: connection.execute(change))  # type: ignore[misc]
    return gallery


def sheets(gallery: simcord.ChannelHandle) -> list[discord.Message]:
    messages = [one for thread in gallery.threads for one in thread.history()] or gallery.history()
    return [one for one in messages if one.content.startswith("**Pictures of the week**")]


@pytest.mark.parametrize("forum", [False, True])
async def test_the_pictures_of_a_week_come_once_with_credits(world: World, *, forum: bool) -> None:
    gallery = await week_of(world, "a fox", "a bear", forum=forum)
    await announcements(world).announce(MONDAY)
    [sheet] = sheets(gallery)
    lines = sheet.content.splitlines()
    assert lines[1].startswith(f"1. by {world.ada.mention} · ♥ 2 · [view](https://discord.com/channels/")
    assert lines[2].startswith(f"2. by {world.ada.mention} · ♥ 1 · ")
    assert sheet.attachments[0].description == "A sheet of 2 thumbnails, numbered as in the list."
    assert not sheet.attachments[0].is_spoiler()
    assert sheet.flags.suppress_notifications
    await announcements(world).announce(MONDAY + timedelta(days=1))
    assert len(sheets(gallery)) == 1
    await announcements(world).announce(MONDAY + timedelta(days=7))
    assert len(sheets(gallery)) == 1


@pytest.mark.parametrize("forum", [False, True])
async def test_a_sheet_that_is_out_and_not_on_record_is_not_sent_again(world: World, *, forum: bool) -> None:
    gallery = await week_of(world, "a fox", forum=forum)
    await announcements(world).announce(MONDAY)
    await world.database.write(lambda connection: connection.execute(delete(weekly_posts)))
    await announcements(world).announce(MONDAY)
    assert len(sheets(gallery)) == 1


async def test_nothing_is_posted_where_nobody_wants_it_or_on_another_day(world: World) -> None:
    gallery = await week_of(world, "a fox")
    await announcements(world).announce(MONDAY + timedelta(days=2))
    await set_gallery(world, gallery.id, weekly=False)
    await announcements(world).announce(MONDAY)
    assert sheets(gallery) == []


async def test_what_discord_refused_is_tried_again(world: World) -> None:
    gallery = await week_of(world, "a fox")
    world.env.inject_error("POST", f"/channels/{gallery.id}/messages", status=403, code=50013)
    weekly = announcements(world)
    await weekly.announce(MONDAY)
    assert sheets(gallery) == []
    await weekly.announce(MONDAY + timedelta(minutes=1))
    assert len(sheets(gallery)) == 1


@pytest.mark.postgresql
async def test_the_sheets_of_many_servers_hold_up_no_takeover(
    start: Start, server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = await start(database_url=server.empty_database())
    await week_of(world, "a fox")
    posting, go_on = asyncio.Event(), asyncio.Event()
    request = world.bot.http.request

    async def slow_request(*args: Any, **kwargs: Any) -> Any:
        posting.set()
        await go_on.wait()
        return await request(*args, **kwargs)

    monkeypatch.setattr(world.bot.http, "request", slow_request)
    weekly = asyncio.create_task(announcements(world).announce(MONDAY))
    await posting.wait()
    async with Processes(world.database).try_lead() as leads:
        assert leads
    go_on.set()
    await weekly


async def test_what_is_taken_back_goes_from_the_sheet_too_and_the_last_takes_it_along(world: World) -> None:
    gallery = await week_of(world, "a fox", "a bear", spoiler=True)
    await announcements(world).announce(MONDAY)
    [whole] = sheets(gallery)
    assert whole.attachments[0].is_spoiler()
    mine = await gallery_page(world, "mine", by=world.ada)
    await world.ada.click(mine, label="Unshare")
    [left] = sheets(gallery)
    assert left.id == whole.id
    assert len(left.content.splitlines()) == 2
    assert left.attachments[0].description == "A sheet of 1 thumbnail, numbered as in the list."
    mine = await gallery_page(world, "mine", by=world.ada)
    await world.ada.click(mine, label="Unshare")
    assert gallery.history() == []


async def test_what_is_hidden_goes_from_the_sheet_and_comes_back(world: World) -> None:
    gallery = await week_of(world, "a fox", "a bear")
    await announcements(world).announce(MONDAY)
    share_id = (await share_of(world)).id
    feature = world.app.foundation.gallery
    for state, lines in ((ShareState.HIDDEN, 2), (ShareState.SHARED, 3)):
        await feature.gallery.set_state(share_id, state)
        assert await feature.messages.reconcile(share_id) == []
        [sheet] = sheets(gallery)
        assert len(sheet.content.splitlines()) == lines


async def test_what_joined_a_theme_of_a_hidden_channel_is_not_on_the_sheet(world: World) -> None:
    gallery = await week_of(world, "a fox", "a secret bear", "a hen")
    hidden = world.guild.create_text_channel("moderators")
    theme = Theme(id=7, guild_id=world.guild.id, name="w", channel_id=hidden.id, ends_at=MONDAY + timedelta(days=9))
    await Themes(world.database).open(theme)
    joins = update(shares).where(shares.c.hearts == 2).values(theme_id=theme.id)
    await world.database.write(lambda connection: connection.execute(joins))
    found = world.bot.get_channel(hidden.id)
    await found.set_permissions(found.guild.default_role, view_channel=False)  # type: ignore[union-attr]
    await world.env.settle()
    await announcements(world).announce(MONDAY)
    [sheet] = sheets(gallery)
    assert [line.split(" · ")[1] for line in sheet.content.splitlines()[1:]] == ["♥ 3", "♥ 1"]


async def test_a_broken_file_leaves_its_place_empty_and_a_broken_server_ends_its_own_part(
    world: World, tmp_path: Path
) -> None:
    await week_of(world, "a fox", "a bear", "a hen")
    elsewhere = world.env.create_guild("Elsewhere")
    gallery = elsewhere.create_text_channel("gallery")
    await Servers(world.database).change(
        elsewhere.id, lambda settings: replace(settings, gallery_channel_id=gallery.id, weekly=True), now=MONDAY
    )
    moves = update(shares).where(shares.c.hearts < 3).values(guild_id=elsewhere.id)
    await world.database.write(lambda connection: connection.execute(moves))
    unreadable, torn, _ = [
        tmp_path / "blobs" / one.pictures[0].blob for one in await world.jobs.history(world.ada.id, limit=3)
    ]
    unreadable.unlink()
    unreadable.mkdir()
    torn.write_bytes(torn.read_bytes()[:60])
    with pytest.raises(StoreUnavailable):
        await announcements(world).announce(MONDAY)
    [sheet] = sheets(gallery)
    assert sheet.attachments[0].description == "A sheet of 2 thumbnails, numbered as in the list."
