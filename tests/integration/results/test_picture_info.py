"""What is told about a picture: all of it, the way back to what it came from, and the tree of its family."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import numpy as np

from bot.chat.results.buttons import BackSelect
from tests.integration.pictures import mask_png, opened, photo_png
from tests.integration.results.results import (
    choices,
    choose,
    drawn,
    forged,
    labels,
    newest,
    posted_again,
    press,
    requests,
    sentence,
)

if TYPE_CHECKING:
    import simcord
    from simcord.results import InteractionResult, ResponseMessage

    from bot.domain.job import Job
    from tests.integration.conftest import World

EMPTY = (216, 222, 228)
"""The colour of a card in the tree that shows no picture."""


def told(info: ResponseMessage) -> dict[str | None, str | None]:
    [embed] = info.embeds
    return {one.name: one.value for one in embed.fields}


async def say(world: World, words: str, *, to: discord.Message, by: simcord.MemberActor) -> discord.Message:
    """Reply with a mention, and give the bot's answer when everything has ended."""
    await by.send(world.channel, f"{world.bot_user.mention} {words}", reply_to=to)
    await world.all_ended()
    answer = world.channel.last_message
    assert answer is not None
    assert words in answer.content
    return answer


async def edited_private(world: World) -> tuple[Job, discord.Message, Job]:
    """Have ada draw for herself alone, post that, and change it for everybody to see."""
    await drawn(world, "a secret", private=True)
    secret = await newest(world, world.ada)
    answer = await say(world, "make it night", to=await posted_again(world), by=world.ada)
    return secret, answer, await newest(world, world.ada)


async def tree(world: World, person: simcord.MemberActor, picture: int | None = None) -> InteractionResult:
    given = {} if picture is None else {"picture": str(picture)}
    result = await person.slash(world.channel, "tree", **given)
    assert result.response is not None
    assert result.response.ephemeral
    return result


async def cards(result: InteractionResult) -> list[bool]:
    """Tell of each generation of a line, from the first, whether its card has a picture and not an empty field."""
    assert result.response is not None
    [file] = result.response.attachments
    image = opened(await file.read())
    assert image.format == "PNG"
    pixels = np.asarray(image.convert("RGB"))
    lefts = range(2 * (24 + 8), image.width - 2 * 24, 2 * (184 + 46))
    fields = [pixels[2 * (24 + 8 + 24) : 2 * (24 + 168), left : left + 2 * 168] for left in lefts]
    return [bool(np.mean(np.all(one == EMPTY, axis=2)) < 0.5) for one in fields]


async def test_info_tells_all(world: World) -> None:
    options = {"quality": "low", "size": "1536x1024", "background": "transparent", "format": "webp"}
    answer = await drawn(world, "a **fox**", seed=5, n=2, **options)
    info = await press(world, answer, "Info")
    assert info.ephemeral
    [embed] = info.embeds
    assert embed.description == "a \\*\\*fox\\*\\*"
    assert embed.url == f"https://discord.com/channels/{world.guild.id}/{world.channel.id}/{answer.id}"
    fields = told(info)
    assert str(fields.pop("By")).startswith(f"{world.ada.mention} <t:")
    assert fields == {
        "Model": "gpt-image-2.5-flare",
        "Quality": "low",
        "Size": "1536x1024",
        "Background": "transparent",
        "Format": "webp",
        "Pictures": "2",
        "Seed": "5",
        "Cost": "free",
    }
    assert labels(info) == ["Tree"]
    assert choices(info) == []


async def test_what_was_left_open_is_told_as_it_came(world: World) -> None:
    fields = told(await press(world, await drawn(world), "Info"))
    assert (fields["Size"], fields["Seed"]) == ("1024x1024", "random")
    assert fields["Quality"] != "auto"


async def test_uploads_and_a_mask_are_told_without_showing_them(world: World) -> None:
    edited = (await world.edit(image=("a.png", photo_png()), mask=("m.png", mask_png()))).response
    assert edited is not None
    info = await press(world, edited, "Info")
    assert told(info)["Made from"] == "- 1 upload\n- a mask: only part of it was repainted"
    assert info.attachments == []


async def test_info_leads_back_to_what_a_picture_came_from(world: World) -> None:
    answer = await drawn(world)
    varied = await press(world, answer, "Vary", by=world.ada)
    changed = await say(world, "make it night", to=varied.message, by=world.bruno)
    info = await press(world, changed, "Info", by=world.ada)
    nearest, farthest = str(told(info)["Made from"]).split("\n")
    assert nearest.startswith(f"- a fox by {world.ada.mention}")
    assert f"/{varied.id})" in nearest
    assert f"/{answer.id})" in farthest
    assert [one["label"] for one in choices(info)] == ["1 step back", "2 steps back"]
    assert [one["description"] for one in choices(info)] == ["a fox", "a fox"]


async def test_back_posts_an_ancestor_again_and_it_goes_on_from_there(world: World) -> None:
    answer = await drawn(world)
    first = await newest(world, world.ada)
    varied = await press(world, answer, "Vary")
    info = await press(world, varied, "Info")
    await choose(world, info, choices(info)[0]["value"])
    posted = world.channel.last_message
    assert posted is not None
    assert posted.id not in {answer.id, varied.id}
    assert [one.filename for one in posted.attachments] == [f"easel-{first.id}-1.png"]
    assert await posted.attachments[0].read() == await answer.attachments[0].read()
    assert f"by {world.ada.mention}" in posted.content
    assert buttons(posted) == ["Again", "Edit", "Vary", "Larger", "Extend", "Share", "Info", "Delete"]
    assert await requests(world, world.bruno) == 1
    await say(world, "at night", to=posted, by=world.bruno)
    assert (await newest(world, world.bruno)).parents[0].job_id == first.id
    assert len((await press(world, posted, "Again")).attachments) == 1


async def test_one_picture_of_several_is_posted_again_alone(world: World) -> None:
    answer = await drawn(world, n=2)
    question = await press(world, answer, "Vary")
    varied = await press(world, question, "2")
    info = await press(world, varied, "Info")
    [step] = choices(info)
    assert step["label"] == "1 step back, picture 2 of 2"
    await choose(world, info, step["value"])
    posted = world.channel.last_message
    assert posted is not None
    assert [one.filename.rsplit("-", 1)[1] for one in posted.attachments] == ["2.png"]
    assert "pictures arrived" not in posted.content
    await press(world, posted, "Vary")
    assert (await newest(world, world.bruno)).parents[0].place == 2


async def test_every_picture_that_one_came_from_is_led_back_to(world: World) -> None:
    answer = await drawn(world, n=2)
    other = await drawn(world, "a hare")
    changed = await say(world, "together", to=answer.message, by=world.ada)
    for one in (changed, other):
        await world.ada.context_menu(world.channel, "Use as reference", one)
    steps = choices(await press(world, await drawn(world, "all of them"), "Info"))
    assert [(one["label"], one["description"]) for one in steps] == [
        ("1 step back", "together"),
        ("1 step back", "a hare"),
        ("2 steps back, picture 1 of 2", "a fox"),
        ("2 steps back, picture 2 of 2", "a fox"),
    ]


async def test_an_ancestor_that_is_deleted_is_not_led_back_to(world: World) -> None:
    answer = await drawn(world)
    varied = await press(world, answer, "Vary")
    shown = await world.ada.click(answer, label="Delete")
    await world.ada.submit_modal(shown, {})
    info = await press(world, varied, "Info")
    assert choices(info) == []
    assert "](https" not in str(told(info)["Made from"])
    assert "a fox" not in str(told(info)["Made from"])


async def test_back_is_not_posted_where_the_bot_may_not(world: World) -> None:
    answer = await drawn(world)
    varied = await press(world, answer, "Vary")
    info = await press(world, varied, "Info")
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    told_so = sentence(await choose(world, info, choices(info)[0]["value"]))
    assert "I no longer have access to this channel" in told_so
    await choose(world, info, choices(info)[0]["value"])
    assert world.channel.last_message is not None
    assert world.channel.last_message.id > varied.id


async def test_what_was_private_is_neither_shown_nor_posted_to_others(world: World) -> None:
    secret, answer, job = await edited_private(world)
    info = await press(world, answer, "Info")
    assert told(info)["Made from"] == "- pictures that are private or no longer stored"
    assert choices(info) == []
    assert "secret" in str(told(await press(world, answer, "Info", by=world.ada))["Made from"])
    step = discord.SelectOption(label="1 step back", value=f"{secret.id}:1")
    select = await forged(world, BackSelect(job.id, steps=[step]))
    before = len(world.channel.history())
    assert "Only the person who asked" in sentence(await world.bruno.select(select, [step.value]))
    assert len(world.channel.history()) == before


async def test_a_step_over_what_is_private_counts(world: World) -> None:
    answer = await drawn(world, "a hare")
    hare = await newest(world, world.ada)
    await world.ada.context_menu(world.channel, "Use as reference", answer)
    _, changed, _ = await edited_private(world)
    [step] = choices(await press(world, changed, "Info"))
    assert (step["label"], step["value"]) == ("2 steps back", f"{hare.id}:1")


async def edited_in_a_direct_message(world: World) -> tuple[Job, discord.Message, Job]:
    """Have ada draw in a direct message and change that there, and post what came of it in the server."""
    ada = world.ada.user
    asked = await ada.slash("imagine", prompt="a secret")
    await world.all_ended()
    secret = await newest(world, world.ada)
    shown = await ada.click(asked.response, label="Edit")
    await ada.submit_modal(shown, {"prompt": "make it night"})
    await world.all_ended()
    return secret, await posted_again(world), await newest(world, world.ada)


async def test_what_was_made_in_a_direct_message_is_looked_up_by_its_asker_alone(world: World) -> None:
    secret, posted, job = await edited_in_a_direct_message(world)
    assert [one.job_id for one in job.parents] == [secret.id]
    info = await press(world, posted, "Info")
    assert info.embeds[0].description == "make it night"
    assert "secret" not in str(told(info))
    assert choices(info) == []
    step = discord.SelectOption(label="1 step back", value=f"{secret.id}:1")
    select = await forged(world, BackSelect(job.id, steps=[step]))
    assert "Only the person who asked" in sentence(await world.bruno.select(select, [step.value]))
    assert "Only the person who asked" in sentence(await world.bruno.click(posted, label="Compare"))
    told_so = await world.bruno.slash(world.channel, "tree", picture=str(job.id))
    assert "Only the person who asked" in sentence(told_so)
    assert await cards(await world.bruno.click(info, label="Tree")) == [False, True]
    own = await press(world, posted, "Info", by=world.ada)
    assert "secret" in str(told(own)["Made from"])
    assert [one["description"] for one in choices(own)] == ["a secret"]
    assert await cards(await tree(world, world.ada, job.id)) == [True, True]
    assert len((await press(world, posted, "Vary")).attachments) == 1


async def test_a_channel_that_somebody_cannot_read_is_closed_to_their_looking_up_too(world: World) -> None:
    council = world.hidden_channel("council", seen_by=(world.ada, world.bot_user))
    shown = (await world.ask(world.ada, "imagine", place=council, prompt="a secret")).response
    assert shown is not None
    secret = await newest(world, world.ada)
    await world.ada.context_menu(council, "Use as reference", shown)
    answer = await drawn(world, "make it night")
    info = await press(world, answer, "Info")
    assert told(info)["Made from"] == "- pictures that are private or no longer stored"
    assert choices(info) == []
    assert await cards(await world.bruno.click(info, label="Tree")) == [False, True]
    told_so = await world.bruno.slash(world.channel, "tree", picture=str(secret.id))
    assert "Only the person who asked" in sentence(told_so)
    assert "Only the person who asked" in sentence(await world.bruno.click(answer, label="Compare"))
    own = await press(world, answer, "Info", by=world.ada)
    assert [one["description"] for one in choices(own)] == ["a secret"]


async def test_another_channel_that_everybody_reads_is_open_to_looking_up(world: World) -> None:
    elsewhere = world.guild.create_text_channel("elsewhere")
    fox = (await world.ask(world.ada, "imagine", place=elsewhere, prompt="a fox")).response
    assert fox is not None
    await world.ada.context_menu(elsewhere, "Use as reference", fox)
    info = await press(world, await drawn(world, "make it night"), "Info")
    assert [one["description"] for one in choices(info)] == ["a fox"]
    assert await cards(await world.bruno.click(info, label="Tree")) == [True, True]


async def test_the_apps_menu_tells_the_same(world: World) -> None:
    answer = await drawn(world)
    pressed = await press(world, answer, "Info")
    info = (await world.bruno.context_menu(world.channel, "Picture info", answer)).response
    assert info is not None
    assert info.ephemeral
    assert told(info) == told(pressed)
    words = await world.bruno.send(world.channel, "hello")
    told_so = await world.bruno.context_menu(world.channel, "Picture info", words)
    assert "can't find a picture in that message" in sentence(told_so)


async def test_what_history_posted_is_known_by_its_message(world: World) -> None:
    answer = await drawn(world, n=2)
    job = await newest(world, world.ada)
    posted = await posted_again(world)
    assert posted.id != answer.id
    info = (await world.bruno.context_menu(world.channel, "Picture info", posted)).response
    assert info is not None
    assert str(info.embeds[0].url).endswith(f"/{posted.id}")
    await world.bruno.send(world.channel, f"{world.bot_user.mention} #2 at night", reply_to=posted)
    await world.all_ended()
    assert [(one.job_id, one.place) for one in (await newest(world, world.bruno)).parents] == [(job.id, 2)]
    assert len((await press(world, posted, "Again")).attachments) == 2


async def test_the_tree_is_that_of_ones_newest_picture(world: World) -> None:
    alone = await drawn(world, "a hare")
    hare = await newest(world, world.ada)
    await press(world, await drawn(world), "Vary", by=world.ada)
    result = await tree(world, world.ada)
    assert result.response is not None
    assert "2 requests" in result.response.content
    assert [one.filename for one in result.response.attachments] == [f"tree-{(await newest(world, world.ada)).id}.png"]
    assert await cards(result) == [True, True]
    other = (await tree(world, world.ada, hare.id)).response
    assert other is not None
    assert "has no relatives yet" in other.content
    drawn_there = await press(world, await press(world, alone, "Info"), "Tree")
    assert drawn_there.ephemeral
    assert [one.filename for one in drawn_there.attachments] == [f"tree-{hare.id}.png"]


async def test_the_tree_marks_where_one_is(world: World) -> None:
    answer = await drawn(world)
    first = await newest(world, world.ada)
    await press(world, answer, "Vary", by=world.ada)
    last = await newest(world, world.ada)
    pictures = []
    for one in (first, last):
        response = (await tree(world, world.bruno, one.id)).response
        assert response is not None
        pictures.append(np.asarray(opened(await response.attachments[0].read()).convert("RGB")).astype(int))
    differs = np.abs(pictures[0] - pictures[1]).max(axis=2).max(axis=0)
    middle = len(differs) // 2
    assert differs[:middle].any()
    assert differs[middle:].any()


async def test_the_tree_tells_who_asked_for_what(world: World) -> None:
    answer = await drawn(world, "a **fox**")
    first = await newest(world, world.ada)
    shown = await world.bruno.click(answer, label="Edit")
    await world.bruno.submit_modal(shown, {"prompt": "make it night"})
    await world.all_ended()
    await press(world, answer, "Vary", by=world.ada)
    response = (await tree(world, world.bruno, first.id)).response
    assert response is not None
    assert response.content.splitlines()[1:] == [
        f"#1 **a \\*\\*fox\\*\\*** by {world.ada.mention}",
        f"#2 from #1: **make it night** by {world.bruno.mention}",
        f"#3 from #1: **Vary** by {world.ada.mention}",
    ]


async def test_who_has_no_picture_has_no_tree(world: World) -> None:
    assert "no longer stored" in sentence(await tree(world, world.bruno))
    for picture in (1, 2**70):
        assert "no longer stored" in sentence(await tree(world, world.bruno, picture))
    await drawn(world)
    words = await world.ada.slash(world.channel, "tree", picture="a fox")
    assert "no longer stored" in sentence(words)


async def test_ones_own_pictures_are_offered_newest_first(world: World) -> None:
    for prompt in ("a fox", "a hare", "a **red** fox", "demo:refuse fox"):
        await world.imagine(prompt)
    offered = await world.ada.autocomplete(world.channel, "tree", "picture", "FOX")
    assert [one["name"] for one in offered] == ["a **red** fox", "a fox"]
    result = await tree(world, world.ada, int(offered[1]["value"]))
    assert result.response is not None
    assert result.response.attachments[0].filename == f"tree-{offered[1]['value']}.png"
    assert await world.bruno.autocomplete(world.channel, "tree", "picture", "fox") == []


async def test_what_was_private_is_an_empty_card_to_others(world: World) -> None:
    _, _, job = await edited_private(world)
    assert await cards(await tree(world, world.ada, job.id)) == [True, True]
    assert await cards(await tree(world, world.bruno, job.id)) == [False, True]


async def test_what_is_deleted_is_an_empty_card(world: World) -> None:
    answer = await drawn(world)
    await press(world, answer, "Vary")
    last = await newest(world, world.bruno)
    shown = await world.ada.click(answer, label="Delete")
    await world.ada.submit_modal(shown, {})
    assert await cards(await tree(world, world.bruno, last.id)) == [False, True]
    assert await cards(await tree(world, world.ada, last.id)) == [False, True]
    # Nor is it offered, or what one's own newest one is.
    assert await world.ada.autocomplete(world.channel, "tree", "picture", "") == []
    assert "no longer stored" in sentence(await tree(world, world.ada))


async def test_a_tree_with_a_spoiler_in_it_is_one(world: World) -> None:
    await drawn(world, spoiler=True)
    response = (await tree(world, world.ada)).response
    assert response is not None
    assert response.attachments[0].is_spoiler()


def buttons(message: discord.Message) -> list[Any]:
    return [one.label for row in message.components for one in getattr(row, "children", ())]
