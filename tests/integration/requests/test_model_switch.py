"""A refusal that another model would not give has a button that asks for the same with that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.integration.pictures import photo_png
from tests.integration.results.results import labels, newest, sentence

if TYPE_CHECKING:
    from tests.integration.conftest import World

TRANSPARENT = {"background": "transparent", "model": "gpt-image-2"}


async def test_one_press_asks_for_the_same_with_the_model_that_has_it(world: World) -> None:
    refused = (await world.imagine("a fox", **TRANSPARENT)).response
    assert refused is not None
    assert "or the model gpt-image-2.5-flare" in refused.content
    assert labels(refused) == ["Use gpt-image-2.5-flare"]
    assert "Only the person who asked" in sentence(await world.bruno.click(refused, label=labels(refused)[0]))
    drawn = (await world.ada.click(refused, label=labels(refused)[0])).response
    await world.all_ended()
    assert drawn is not None
    assert len(drawn.attachments) == 1
    options = (await newest(world, world.ada)).options
    assert (options.model, options.background) == ("gpt-image-2.5-flare", "transparent")
    again = await world.ada.click(refused, label=labels(refused)[0])
    assert "don't have this request any more" in sentence(again)


async def test_files_and_a_private_answer_go_along(world: World) -> None:
    refused = (await world.edit("cut it out", image=("photo.png", photo_png()), private=True, **TRANSPARENT)).response
    assert refused is not None
    assert refused.ephemeral
    drawn = (await world.ada.click(refused, label="Use gpt-image-2.5-flare")).response
    await world.all_ended()
    assert drawn is not None
    assert drawn.ephemeral
    assert len((await newest(world, world.ada)).files) == 1


async def test_a_message_gets_the_button_too(world: World) -> None:
    words = f"{world.bot_user.mention} a fox --model gpt-image-2 --quality max"
    await world.ada.send(world.channel, words)
    await world.all_ended()
    refused = world.channel.last_message
    assert refused is not None
    drawn = (await world.ada.click(refused, label="Use gpt-image-2.5-flare")).response
    await world.all_ended()
    assert drawn is not None
    assert (await newest(world, world.ada)).options.quality == "max"


async def test_what_no_model_has_has_no_button(world: World) -> None:
    refused = (await world.imagine("a fox", size="1x1")).response
    assert refused is not None
    assert labels(refused) == []


async def test_any_size_of_the_model_can_be_typed(world: World) -> None:
    await world.imagine("a fox", size="1536 x 864")
    assert (await newest(world, world.ada)).options.size == "1536x864"
    offered = await world.ada.autocomplete(world.channel, "imagine", "size", "1536 x 864", model="gpt-image-2")
    assert [one["value"] for one in offered] == ["1536x864"]
