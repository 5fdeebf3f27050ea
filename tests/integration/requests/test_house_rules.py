"""What a server's settings do to every way in: a command, a message, the form, the buttons."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.domain.budget import Budget
from bot.domain.options import Moderation
from bot.domain.server import Doing, Opening
from bot.store.moderation.mutes import Mute
from tests.integration import layouts
from tests.integration.conftest import told
from tests.integration.pictures import photo_png
from tests.integration.results.results import drawn, labels, newest, press, requests, set_rules

if TYPE_CHECKING:
    from simcord.results import ResponseMessage

    from tests.integration.conftest import Start, World


async def said(world: World, words: str) -> str:
    """Mention the bot, and give the words of its answer."""
    await world.ada.send(world.channel, f"<@{world.bot_user.id}> {words}")
    await world.all_ended()
    message = world.channel.last_message
    assert message is not None
    return message.content


async def replied(world: World, picture: ResponseMessage, words: str) -> str:
    """Reply to a picture as ada, and give the words of the answer."""
    await world.ada.send(world.channel, f"<@{world.bot_user.id}> {words}", reply_to=picture)
    await world.all_ended()
    message = world.channel.last_message
    assert message is not None
    return message.content


async def test_where_a_command_is_closed_every_way_to_it_is(world: World) -> None:
    elsewhere = world.guild.create_text_channel("art")
    made = await drawn(world)
    before = await requests(world, world.ada)
    await set_rules(world, openings={Doing.IMAGINE: Opening(channel_ids=(elsewhere.id,))})
    closed = f"This server allows that only in <#{elsewhere.id}>"
    refused = (await world.imagine()).response
    assert refused is not None
    assert closed in refused.content
    assert closed in (await press(world, made, "Again", by=world.ada)).content
    assert closed in await said(world, "a hare")
    assert await requests(world, world.ada) == before
    there = (await world.ask(world.ada, "imagine", place=elsewhere, prompt="a hare")).response
    assert there is not None
    assert len(there.attachments) == 1
    world.env.backend.create_thread(elsewhere.id, "sketches", world.ada.id)
    [thread] = elsewhere.threads
    inside = (await world.ask(world.ada, "imagine", place=thread, prompt="a hare")).response
    assert inside is not None
    assert len(inside.attachments) == 1


async def test_a_channel_is_named_only_to_those_who_may_know_of_it(world: World) -> None:
    role = world.guild.create_role("council")
    hidden = world.hidden_channel("council", seen_by=(role,))
    pat = world.guild.add_member(world.env.create_user("pat"), roles=[role])
    await set_rules(world, openings={Doing.IMAGINE: Opening(channel_ids=(hidden.id,))})
    refused = (await world.imagine()).response
    assert refused is not None
    assert "only in other channels" in refused.content
    assert str(hidden.id) not in refused.content
    # Who may see it is told alone; a reply is read by others too.
    told = (await world.ask(pat, "imagine", prompt="a hare")).response
    assert told is not None
    assert told.ephemeral
    assert f"only in <#{hidden.id}>" in told.content
    await pat.send(world.channel, f"<@{world.bot_user.id}> a hare")
    await world.all_ended()
    replied_with = world.channel.last_message
    assert replied_with is not None
    assert "only in other channels" in replied_with.content


async def test_where_edits_are_for_a_role_a_form_is_not_even_opened_for_others(world: World) -> None:
    role = world.guild.create_role("artists")
    made = await drawn(world)
    await set_rules(world, openings={Doing.EDIT: Opening(role_ids=(role.id,))})
    closed = f"only for <@&{role.id}>"
    assert closed in (await press(world, made, "Vary", by=world.ada)).content
    assert closed in (await press(world, made, "Edit", by=world.ada)).content
    assert closed in await replied(world, made, "make it night")
    refused = (await world.edit(image=("photo.png", photo_png()))).response
    assert refused is not None
    assert closed in refused.content
    pat = world.guild.add_member(world.env.create_user("pat"), roles=[role])
    result = await world.ask(pat, "edit", prompt="make it night", image=("photo.png", photo_png()))
    assert result.response is not None
    assert len(result.response.attachments) == 1
    await world.imagine()
    assert await requests(world, world.ada) == 2


async def test_pictures_put_aside_make_an_edit_of_a_prompt(world: World) -> None:
    made = await drawn(world)
    await world.ada.context_menu(world.channel, "Use as reference", made)
    await set_rules(world, openings={Doing.EDIT: Opening(channel_ids=(1,))})
    assert "This server allows that only in" in told(await world.imagine()).content


async def test_what_was_to_be_a_public_answer_names_no_channel_that_its_asker_alone_sees(world: World) -> None:
    hidden = world.hidden_channel("atelier", seen_by=(world.ada,))
    made = await drawn(world)
    await world.ada.context_menu(world.channel, "Use as reference", made)
    await set_rules(world, openings={Doing.EDIT: Opening(channel_ids=(hidden.id,))})
    assert "only in other channels" in told(await world.imagine()).content
    assert f"only in <#{hidden.id}>" in (await press(world, made, "Vary", by=world.ada)).content


async def test_what_a_list_leaves_out_is_refused_and_what_was_left_alone_is_filled_from_it(world: World) -> None:
    made = await drawn(world, quality="high", size="1536x1024", n=2)
    await set_rules(world, qualities=("low", "medium"), sizes=("1024x1024",), n_limit=1)
    for option in ({"quality": "high"}, {"size": "1536x1024"}, {"size": "auto"}, {"n": 2}):
        refused = (await world.imagine(**option)).response
        assert refused is not None
        assert f"This server doesn't allow `{next(iter(option))}`" in refused.content
    assert "This server doesn't allow `quality` high. Choose low or medium" in await said(
        world, "a hare --quality high"
    )
    assert "This server doesn't allow `quality` high" in (await press(world, made, "Again", by=world.ada)).content
    await world.imagine()
    options = (await newest(world, world.ada)).options
    assert (options.quality, options.size, options.n) == ("low", "1024x1024", 1)


async def test_a_change_of_a_picture_takes_over_what_goes_here_and_no_more(world: World) -> None:
    made = await drawn(world, quality="high", size="1536x1024")
    await set_rules(world, qualities=("medium",))
    assert "make it night" in await replied(world, made, "make it night")
    options = (await newest(world, world.ada)).options
    assert (options.quality, options.size) == ("medium", "1536x1024")


async def test_a_model_that_the_server_leaves_out_is_not_offered_and_not_drawn_with(world: World) -> None:
    await set_rules(world, models=("gpt-image-1-mini",), default_quality="medium", default_n=2)
    refused = (await world.imagine(model="gpt-image-2")).response
    assert refused is not None
    assert "This server doesn't allow `model` gpt-image-2. Choose gpt-image-1-mini" in refused.content
    answer = (await world.imagine()).response
    assert answer is not None
    options = (await newest(world, world.ada)).options
    assert (options.model, options.quality, options.n) == ("gpt-image-1-mini", "medium", 2)
    offered = await world.ada.autocomplete(world.channel, "imagine", "model", "gpt")
    assert [one["value"] for one in offered] == ["gpt-image-1-mini"]


async def test_larger_and_again_take_sizes_that_the_server_has(world: World) -> None:
    made = await drawn(world, quality="low", size="1024x1024")
    await set_rules(world, qualities=("low", "high"), sizes=("1024x1024",))
    assert "can't make a larger picture of this shape" in (await press(world, made, "Larger", by=world.ada)).content
    menu = (await world.ada.click(made, label="Again")).response
    assert menu is not None
    assert labels(menu) == ["Same size", "Quality high"]
    await press(world, menu, "Quality high", by=world.ada)
    options = (await newest(world, world.ada)).options
    assert (options.quality, options.size) == ("high", "1024x1024")
    await set_rules(world, sizes=("1024x1024", "2048x2048"))
    await press(world, made, "Larger", by=world.ada)
    assert (await newest(world, world.ada)).options.size == "2048x2048"


async def test_the_servers_own_budget_counts_what_is_spent_there(world: World) -> None:
    await world.ada.user.slash("imagine", prompt="a fox", n=2)
    await world.all_ended()
    await set_rules(world, budgets=(Budget.from_text("user/day=2 pictures"),))
    made = await drawn(world, n=2)
    assert "today's limit in this server" in (await press(world, made, "Again", by=world.ada)).content
    usage = (await world.ada.slash(world.channel, "usage")).response
    assert usage is not None
    assert "**0 of 2 pictures** left for you in this server today" in layouts.said(usage)
    alone = await world.ada.user.slash("imagine", prompt="a fox")
    await world.all_ended()
    assert len(alone.response.attachments) == 1


async def test_a_direct_message_knows_no_server(world: World) -> None:
    await set_rules(world, qualities=("medium",), openings={Doing.IMAGINE: Opening(channel_ids=(1,))}, n_limit=1)
    await world.ada.user.slash("imagine", prompt="a fox", quality="high", n=2)
    await world.all_ended()
    options = (await newest(world, world.ada)).options
    assert (options.quality, options.n, options.moderation) == ("high", 2, None)


async def test_the_servers_wishes_about_sketches_and_strictness_are_on_the_jobs_record(world: World) -> None:
    await drawn(world)
    options = (await newest(world, world.ada)).options
    assert (options.sketches, options.moderation) == (True, None)
    await set_rules(world, streaming=False, moderation=Moderation.AUTO)
    made = await drawn(world)
    options = (await newest(world, world.ada)).options
    assert (options.sketches, options.moderation) == (False, Moderation.AUTO)
    # The next request is asked for with what holds then.
    await set_rules(world, streaming=None, moderation=None)
    await press(world, made, "Again", by=world.ada)
    options = (await newest(world, world.ada)).options
    assert (options.sketches, options.moderation) == (True, None)


@pytest.mark.parametrize(("marked", "moderation"), [(True, Moderation.LOW), (False, Moderation.AUTO)])
async def test_the_lowest_strictness_goes_only_where_discord_marks_the_channel(
    world: World, *, marked: bool, moderation: Moderation
) -> None:
    await set_rules(world, moderation=Moderation.AUTO, low_moderation_channel_ids=(world.channel.id,))
    channel = world.bot.get_channel(world.channel.id)
    channel.nsfw = marked  # type: ignore[union-attr]
    await world.imagine()
    assert (await newest(world, world.ada)).options.moderation is moderation
    await said(world, "a hare")
    assert (await newest(world, world.ada)).options.moderation is moderation


async def test_a_draft_is_checked_once_more_when_it_is_sent(world: World) -> None:
    shown = await world.ada.slash(
        world.channel, "edit", prompt="make it night", image=("photo.png", photo_png()), quality="high", preview=True
    )
    assert shown.response is not None
    await set_rules(world, qualities=("low",))
    refused = await press(world, shown.response, "Go", by=world.ada)
    assert await requests(world, world.ada) == 0
    await set_rules(world, qualities=(), streaming=False)
    await press(world, shown.response, "Go", by=world.ada)
    assert (await newest(world, world.ada)).options.sketches is False
    assert refused is not None


async def test_the_rules_hold_after_a_restart(start: Start) -> None:
    world = await start()
    await set_rules(world, qualities=("medium",))
    again = await world.restarted()
    await again.imagine()
    assert (await newest(again, again.ada)).options.quality == "medium"


async def test_where_streaming_is_off_no_sketch_is_asked_for_or_shown(start: Start) -> None:
    world = await start(progress_seconds=2, partial_images=2)
    await set_rules(world, streaming=False)
    result = await world.ada.slash(world.channel, "imagine", prompt="a river demo:slow=6")
    answer = await world.says(result, "drawing for")
    seen: set[str] = set()

    async def ended() -> bool:
        seen.update(one.filename.split("-")[0] for one in answer.attachments)
        return not await world.jobs.unfinished()

    await world.until(ended)
    await ended()
    assert seen == {"easel"}


async def test_a_word_of_the_server_is_refused_however_it_is_written_and_not_repeated(world: World) -> None:
    made = await drawn(world, "a grumpy gnome")
    before = await requests(world, world.ada)
    await set_rules(world, words=("gnome", "blue fox"))
    told = "Your prompt contains a word this server doesn't allow"
    for prompt in ("a GN0ME", "one blue  fox"):
        refused = (await world.imagine(prompt)).response
        assert refused is not None
        assert told in refused.content
        assert "nome" not in refused.content.lower()
    assert told in await said(world, "a gnome")
    assert told in await replied(world, made, "add a gnome")
    for button in ("Again", "Vary"):
        assert told in (await press(world, made, button, by=world.ada)).content
    assert await requests(world, world.ada) == before
    await set_rules(world, words=())
    await world.imagine("a gnome")
    assert await requests(world, world.ada) == before + 1


async def test_who_is_muted_can_use_no_way_here_and_all_elsewhere(world: World) -> None:
    made = await drawn(world)
    now, moderator_id = datetime.now(UTC), world.bruno.id
    mute = Mute(guild_id=world.guild.id, user_id=world.ada.id, ends_at=None, by_user_id=moderator_id, created_at=now)
    await world.app.foundation.moderation.moderation.mute(mute, interaction_id=1)
    told = "have permanently muted you in Easel"
    refused = (await world.imagine()).response
    assert refused is not None
    assert told in refused.content
    assert told not in await said(world, "a hare")
    alone = world.ada.user.dm_channel.last_message
    assert alone is not None
    assert told in alone.content
    for button in ("Again", "Vary", "Edit"):
        assert told in (await press(world, made, button, by=world.ada)).content
    await world.ask(world.bruno, "imagine", prompt="a hare")
    await world.ada.user.slash("imagine", prompt="a hare")
    await world.all_ended()
    assert (await requests(world, world.ada), await requests(world, world.bruno)) == (2, 1)
