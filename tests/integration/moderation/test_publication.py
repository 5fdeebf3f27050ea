"""What becomes public: every way to put a kept picture before others obeys the rules of the place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord
import pytest

from bot.chat.results.buttons import BackSelect, ShareButton, UnshareResultButton
from bot.domain.options import Moderation
from bot.domain.reports import Verdict
from bot.domain.request import PictureRef
from bot.domain.server import Doing, Opening
from bot.store.moderation.mutes import Mute
from bot.store.server.settings import Servers
from tests.integration.moderation.moderated_server import ModeratedServer
from tests.integration.results.results import choose, forged, newest, sentence

if TYPE_CHECKING:
    import simcord
    from simcord.results import InteractionResult

    from tests.integration.conftest import World

Obstacle = Callable[[ModeratedServer], Awaitable[None]]


async def change(world: World, **settings: object) -> None:
    now = datetime.now(UTC)
    await Servers(world.database).change(world.guild.id, lambda old: replace(old, **settings), now=now)  # type: ignore[arg-type]


async def is_muted(moderated: ModeratedServer) -> None:
    world = moderated.world
    now = datetime.now(UTC)
    mute = Mute(
        guild_id=world.guild.id, user_id=world.ada.id, ends_at=None, by_user_id=moderated.mira.id, created_at=now
    )
    await world.app.foundation.moderation.moderation.mute(mute, interaction_id=1)


async def says_a_refused_word(moderated: ModeratedServer) -> None:
    world = moderated.world
    # Of what is shared already nobody asks for its words.
    ref = PictureRef((await newest(world, world.ada)).id, 1)
    await world.ada.click(await forged(world, UnshareResultButton(ref)))
    await change(world, words=("fox",))


async def is_closed(moderated: ModeratedServer) -> None:
    only = Opening(channel_ids=(moderated.reports_channel.id,))
    await change(moderated.world, openings=dict.fromkeys((Doing.IMAGINE, Doing.SHARE), only))


async def was_deleted_by_moderators(moderated: ModeratedServer) -> None:
    await moderated.report(moderated.world.bruno)
    await moderated.press(Verdict.DELETE)


OBSTACLES: dict[str, tuple[Obstacle, str]] = {
    "muted": (is_muted, "muted you"),
    "word": (says_a_refused_word, "a word this server doesn't allow"),
    "closed": (is_closed, "This server allows that only in"),
    "deleted": (was_deleted_by_moderators, "moderators took this picture down"),
}


async def post(world: World, place: simcord.ChannelHandle) -> InteractionResult:
    """Post ada's newest pictures from /history."""
    page = (await world.ada.slash(place, "history")).response
    assert page is not None
    shown = (await world.ada.click(page, label="Show")).response
    assert shown is not None
    return await world.ada.click(shown, label="Post here")


async def post_earlier(world: World, ref: PictureRef) -> str:
    step = discord.SelectOption(label="1 step back", value=f"{ref.job_id}:{ref.place}")
    return sentence(await choose(world, await forged(world, BackSelect(1, steps=[step])), step.value, by=world.ada))


async def share_again(world: World, ref: PictureRef) -> str:
    shown = await world.ada.click(await forged(world, ShareButton(ref)))
    return sentence(shown if shown.modal is None else await world.ada.submit_modal(shown, {"prompt": ["show"]}))


@pytest.mark.parametrize("obstacle", OBSTACLES)
async def test_no_way_of_posting_goes_round_the_rules_of_a_server(world: World, obstacle: str) -> None:
    moderated = await ModeratedServer.begin(world)
    ref = PictureRef((await newest(world, world.ada)).id, 1)
    happen, words = OBSTACLES[obstacle]
    await happen(moderated)
    assert words in sentence(await post(world, world.channel))
    assert words in await post_earlier(world, ref)
    assert words in await share_again(world, ref)
    shown = [one for one in world.channel.history() if one.attachments and one.id != moderated.answer.id]
    assert shown == []


async def test_a_picture_of_low_moderation_stays_where_that_is_allowed(world: World) -> None:
    moderated = await ModeratedServer.begin(world)
    adults = world.guild.create_text_channel("adults")
    await change(world, moderation=Moderation.AUTO, low_moderation_channel_ids=(adults.id,))
    world.bot.get_channel(adults.id).nsfw = True  # type: ignore[union-attr]
    await world.ask(world.ada, "imagine", place=adults, prompt="a hare")
    ref = PictureRef((await newest(world, world.ada)).id, 1)
    stays = "made with looser moderation than this channel allows"
    assert stays in sentence(await post(world, world.channel))
    assert stays in await post_earlier(world, ref)
    assert stays in await share_again(world, ref)
    assert len(moderated.gallery.history()) == 1
    await post(world, adults)
    message = adults.last_message
    assert message is not None
    assert len(message.attachments) == 1


async def test_what_others_cannot_look_up_is_not_told_by_a_forged_button(world: World) -> None:
    council = world.hidden_channel("council", seen_by=(world.ada, world.bot_user))
    answer = (await world.ask(world.ada, "imagine", place=council, prompt="a secret")).response
    assert answer is not None
    ids = [one["custom_id"] for row in answer.components for one in row["components"] if "custom_id" in one]
    before = len(world.channel.history())
    for custom_id in ids:
        button = discord.ui.Button[discord.ui.View](label="forged", custom_id=custom_id)
        told = await world.bruno.click(await forged(world, button))
        assert told.modal is None, custom_id
        assert sentence(told).startswith("Only "), custom_id
        assert "a secret" not in sentence(told)
    assert len(world.channel.history()) == before + len(ids)
    assert len(await world.jobs.history(world.bruno.id, limit=5)) == 0
