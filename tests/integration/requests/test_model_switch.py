"""A refusal that another model would not give has a button that asks for the same with that one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.domain.job import count_files
from tests.contract.scripted import Provider, answer, error
from tests.integration.pictures import mask_png, photo_png
from tests.integration.results.results import drawn, labels, newest, sentence

if TYPE_CHECKING:
    from tests.integration.conftest import Start, World

TRANSPARENT = {"background": "transparent", "model": "gpt-image-2"}


async def test_one_press_asks_for_the_same_with_the_model_that_has_it(world: World) -> None:
    refused = (await world.imagine("a fox", **TRANSPARENT)).response
    assert refused is not None
    assert "or use the model gpt-image-2.5-flare" in refused.content
    assert labels(refused) == ["Use gpt-image-2.5-flare"]
    assert refused.ephemeral
    got = (await world.ada.click(refused, label=labels(refused)[0])).response
    await world.all_ended()
    assert got is not None
    assert len(got.attachments) == 1
    options = (await newest(world, world.ada)).options
    assert (options.model, options.background) == ("gpt-image-2.5-flare", "transparent")
    again = await world.ada.click(refused, label=labels(refused)[0])
    assert "no longer have this request" in sentence(again)


async def test_files_and_a_private_answer_go_along(world: World) -> None:
    refused = (await world.edit("cut it out", image=("photo.png", photo_png()), private=True, **TRANSPARENT)).response
    assert refused is not None
    assert refused.ephemeral
    got = (await world.ada.click(refused, label="Use gpt-image-2.5-flare")).response
    await world.all_ended()
    assert got is not None
    assert got.ephemeral
    assert len((await newest(world, world.ada)).files) == 1


async def test_a_message_gets_the_button_too(world: World) -> None:
    words = f"{world.bot_user.mention} a fox --model gpt-image-2 --quality max"
    await world.ada.send(world.channel, words)
    await world.all_ended()
    refused = world.channel.last_message
    assert refused is not None
    got = (await world.ada.click(refused, label="Use gpt-image-2.5-flare")).response
    await world.all_ended()
    assert got is not None
    assert (await newest(world, world.ada)).options.quality == "max"


@pytest.mark.parametrize(
    ("wanted", "model"),
    [
        ({"model": "gpt-image-1.5", "quality": "max"}, "gpt-image-2.5-flare"),
        ({"model": "gpt-image-1.5", "size": "1536x864"}, "gpt-image-2.5-flare"),
        ({"complexity": "high"}, "gpt-image-2.6-sunburst"),
        ({"format": "gif", "frames": 3}, "gpt-image-2.6-sunburst"),
        # Of several that have it, one that takes all the rest too.
        ({"model": "gpt-image-2", "background": "transparent", "complexity": "low"}, "gpt-image-2.6-sunburst"),
        ({"model": "gpt-image-1", "background": "opaque", "format": "svg"}, "gpt-image-2.6-sunburst"),
    ],
)
async def test_whatever_the_option_is_the_model_takes_all_of_it(
    world: World, wanted: dict[str, Any], model: str
) -> None:
    refused = (await world.imagine("a fox", **wanted)).response
    assert refused is not None
    assert f"the model {model}" in refused.content
    got = (await world.ada.click(refused, label=f"Use {model}")).response
    await world.all_ended()
    assert got is not None
    assert got.attachments


async def test_a_preview_is_prepared_again_with_the_model(world: World) -> None:
    files = {"image": ("photo.png", photo_png()), "mask": ("mask.png", mask_png())}
    refused = (await world.edit("cut it out", preview=True, **files, **TRANSPARENT)).response
    assert refused is not None
    assert refused.ephemeral
    shown = (await world.ada.click(refused, label="Use gpt-image-2.5-flare")).response
    assert shown is not None
    assert shown.ephemeral
    got = (await world.ada.click(shown, label="Go")).response
    await world.all_ended()
    assert got is not None
    job = await newest(world, world.ada)
    assert (job.options.model, job.options.background) == ("gpt-image-2.5-flare", "transparent")
    assert count_files(job.files) == (1, True)


async def test_again_asks_a_model_that_is_there_still(world: World) -> None:
    made = await drawn(world, model="gpt-image-1.5", size="1024x1536")
    world = await world.restarted(images_models=("gpt-image-2",))
    refused = (await world.bruno.click(made, label="Again")).response
    assert refused is not None
    assert "gpt-image-1.5 isn't available" in refused.content
    await world.bruno.click(refused, label="Use gpt-image-2.5-flare")
    await world.all_ended()
    options = (await newest(world, world.bruno)).options
    assert (options.model, options.size) == ("gpt-image-2.5-flare", "1024x1536")


async def test_a_format_that_the_account_was_refused_is_offered_nowhere(start: Start) -> None:
    async with Provider() as provider:
        provider.script(
            error(403, "unsupported_value", "Your account has no access to output_format gif.", param="output_format")
        )
        flare, plain = "gpt-image-2.6-flare", "gpt-image-2"
        world = await start(
            images_provider="openai",
            images_base_url=provider.base_url,
            images_api_key="k",
            images_model=flare,
            images_models=plain,
        )
        for _ in range(2):
            refused = (await world.imagine("a fox", format="gif")).response
            assert refused is not None
            assert "can't use `format` gif" in refused.content
        assert len(provider.requests) == 1
        elsewhere = (await world.imagine("a fox", format="gif", model=plain)).response
        assert elsewhere is not None
        assert "Choose png, webp or jpeg. Nothing was spent" in elsewhere.content
        assert labels(elsewhere) == []


async def test_what_the_provider_alone_knows_that_it_lacks_has_the_button_too(start: Start) -> None:
    async with Provider() as provider:
        refusal = error(400, "invalid_value", "Transparent background is not supported for this model.")
        provider.script(refusal, answer(photo_png(64, 64)))
        # Nothing is known of a deployment but its name.
        world = await start(
            images_provider="azure",
            images_base_url=provider.base_url,
            images_api_key="k",
            images_model="ours",
            images_models="gpt-image-2,gpt-image-2.5-flare",
        )
        refused = (await world.edit("cut it out", image=("a.png", photo_png()), background="transparent")).response
        assert refused is not None
        assert "or use the model gpt-image-2.5-flare" in refused.content
        assert "Only the person" in sentence(await world.bruno.click(refused, label="Use gpt-image-2.5-flare"))
        got = (await world.ada.click(refused, label="Use gpt-image-2.5-flare")).response
        await world.all_ended()
        assert got is not None
        assert got.attachments
        job = await newest(world, world.ada)
        assert (job.options.model, job.options.background, len(job.files)) == (
            "gpt-image-2.5-flare",
            "transparent",
            1,
        )
        again = await world.ada.click(refused, label="Use gpt-image-2.5-flare")
        assert "no longer have this request" in sentence(again)


async def test_what_no_model_has_has_no_button(world: World) -> None:
    refused = (await world.imagine("a fox", size="1x1")).response
    assert refused is not None
    assert labels(refused) == []


@pytest.mark.parametrize(
    ("typed", "frames", "offered"),
    [
        ("960", None, ["960x960"]),
        ("960", 16, []),
        ("960", 99, ["960x960"]),
        ("640 x 352", 4, ["640x352"]),
        ("648x352", 4, []),
        ("3840x2160", 4, []),
    ],
)
async def test_sizes_of_an_animation_are_suggested_by_its_frames(
    world: World, typed: str, frames: int | None, offered: list[str]
) -> None:
    chosen: dict[str, Any] = {"model": "gpt-image-2.6-flare", "format": "gif"}
    if frames:
        chosen["frames"] = frames
    found = await world.ada.autocomplete(world.channel, "imagine", "size", typed, **chosen)
    assert [one["value"] for one in found] == offered


async def test_any_size_of_the_model_can_be_typed(world: World) -> None:
    await world.imagine("a fox", size="1536 x 864")
    assert (await newest(world, world.ada)).options.size == "1536x864"
    offered = await world.ada.autocomplete(world.channel, "imagine", "size", "1536 x 864", model="gpt-image-2")
    assert [one["value"] for one in offered] == ["1536x864"]
