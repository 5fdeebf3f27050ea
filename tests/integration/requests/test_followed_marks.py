"""What people draw over a copy of a picture: followed in place of a mask, where that is what they meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import numpy as np
import pytest
from PIL import Image, ImageDraw

from bot.chat.platform.components import view_of
from bot.chat.regions.buttons import FollowButton
from bot.domain.server import ServerSettings
from bot.store.server.settings import ChangedBy
from bot.wiring.server import ServerFeature
from tests.contract.scripted import PNG, Provider, answer
from tests.integration.pictures import encode, mask_png, opened, photo, photo_png
from tests.integration.requests.test_form_and_preview import (
    asked,
    buttons,
    go,
    open_form,
    paid,
    posted,
    press,
    send,
    shown_draft,
)

if TYPE_CHECKING:
    from simcord.results import ResponseMessage

    from tests.integration.conftest import Start, World

SIZE = (320, 240)
RED, GREEN = (255, 0, 0), (0, 220, 60)
ASKS = ["Repaint what I covered", "Follow my marks", "Invert", "Cancel"]
PLAIN = ["Go", "Invert", "Cancel"]


def drawn_over(**options: object) -> tuple[str, bytes]:
    """Draw a circle and an arrow over a copy of the photo, as a phone saves it."""
    copy = photo(*SIZE)
    draw = ImageDraw.Draw(copy)
    draw.ellipse((190, 50, 280, 140), outline=RED, width=10)
    draw.line((60, 210, 150, 190), fill=GREEN, width=10)
    return "copy.jpg", encode(copy, "JPEG", quality=90, subsampling=0, **options)


async def shown_copy(world: World, **options: object) -> ResponseMessage:
    result = await world.edit(
        "a hat where the arrow points", image=("photo.png", photo_png(*SIZE)), mask=drawn_over(), **options
    )
    shown = result.followups[0] if result.followups else result.response
    assert shown is not None
    assert shown.ephemeral
    return shown


async def follow(world: World, shown: ResponseMessage) -> ResponseMessage:
    result = await press(world, shown, "Follow my marks")
    assert result.response is not None
    return result.response


def check_layer(data: bytes) -> None:
    layer = opened(data)
    assert (layer.format, layer.mode, layer.size) == ("PNG", "RGBA", SIZE)
    pixels = np.asarray(layer).astype(int)
    assert np.abs(pixels[95, 195] - (*RED, 255)).max() < 16
    assert np.abs(pixels[200, 105] - (*GREEN, 255)).max() < 16
    assert pixels[95, 235, 3] == 0
    assert (pixels[..., 3] > 0).mean() < 0.08


async def files_of_newest(world: World) -> dict[str, bytes]:
    [job, *_] = await asked(world)
    return dict(await world.files_of(job.id))


async def test_what_was_drawn_is_followed_where_that_was_meant(world: World) -> None:
    shown = await shown_copy(world)
    assert buttons(shown) == ASKS
    assert "should the model follow your strokes, arrows and words" in shown.content
    assert await paid(world) == 0

    got = await follow(world, shown)

    assert len(got.attachments) == 1, got.content
    assert not got.ephemeral
    files = await files_of_newest(world)
    assert list(files) == ["image", "markup"]
    check_layer(files["markup"])
    [job] = await asked(world)
    assert job.prompt == "a hat where the arrow points"


async def test_what_was_covered_is_repainted_where_that_was_meant(world: World) -> None:
    shown = await shown_copy(world)
    await go(world, shown)

    files = await files_of_newest(world)
    assert list(files) == ["image", "mask", "original", "marks"]
    alpha = np.asarray(opened(files["mask"]).getchannel("A"))
    assert alpha[95, 235] == 0  # inside of the circle


async def test_the_layer_goes_up_with_a_word_about_the_marks_and_without_a_mask(start: Start) -> None:
    async with Provider() as provider:
        provider.script(answer(PNG))
        world = await start(images_provider="openai", images_base_url=provider.base_url, images_api_key="sk-test")
        await follow(world, await shown_copy(world))
        [request] = provider.requests
    assert [part.name for part in request.files()] == ["image", "markup"]
    check_layer(request.files()[1].data)
    prompt = request.texts()["prompt"]
    assert prompt.startswith("a hat where the arrow points\n")
    assert "none of them may be left in the result" in prompt


async def test_again_sends_the_same_marks(world: World) -> None:
    got = await follow(world, await shown_copy(world))
    first = await files_of_newest(world)

    sizes = (await world.ada.click(got, label="Again")).response
    assert sizes is not None
    again = await world.ada.click(sizes, label="Same size")
    await world.all_ended()

    assert again.response is not None
    assert len(again.response.attachments) == 1, again.response.content
    assert await files_of_newest(world) == first
    assert len(await asked(world)) == 2


async def test_vary_takes_the_marks_along(world: World) -> None:
    got = await follow(world, await shown_copy(world))

    varied = await world.ada.click(got, label="Vary")
    await world.all_ended()

    assert varied.response is not None
    assert len(varied.response.attachments) == 1, varied.response.content
    files = await files_of_newest(world)
    assert list(files) == ["image", "markup"]
    check_layer(files["markup"])


async def test_vary_leaves_marks_out_that_were_drawn_over_another_shape(world: World) -> None:
    got = await follow(world, await shown_copy(world, size="1024x1024"))

    await world.ada.click(got, label="Vary")
    await world.all_ended()

    assert list(await files_of_newest(world)) == ["image"]


async def test_marks_are_told_in_the_info_and_count_as_no_picture(world: World) -> None:
    got = await follow(world, await shown_copy(world))

    info = await world.ada.click(got, label="Info")

    assert info.response is not None
    told = str(info.response.embeds[0].to_dict())
    assert "1 upload" in told
    assert "marks drawn over the picture" in told
    assert "a mask: only part" not in told


@pytest.mark.parametrize("model", ["gpt-image-2", "gpt-image-1.5"])
async def test_a_model_that_follows_no_marks_is_not_asked_to(world: World, model: str) -> None:
    shown = await shown_copy(world, model=model)
    assert buttons(shown) == PLAIN
    assert "strokes" not in shown.content
    await go(world, shown)
    assert list(await files_of_newest(world)) == ["image", "mask", "original", "marks"]


async def test_a_provider_that_follows_no_marks_is_not_asked_to(start: Start) -> None:
    world = await start(images_provider="compatible", images_base_url="http://127.0.0.1:9/v1")
    assert buttons(await shown_copy(world)) == PLAIN


async def test_the_form_asks_too(world: World) -> None:
    shown = await send(world, await open_form(world, await posted(world)), mask=drawn_over())
    assert buttons(shown) == ASKS
    await follow(world, shown)
    assert list(await files_of_newest(world)) == ["image", "markup"]


async def test_a_plain_mask_asks_nothing(world: World) -> None:
    shown = await send(world, await open_form(world, await posted(world)), mask=("mask.png", mask_png()))
    assert buttons(shown) == PLAIN


async def test_who_chooses_a_part_or_inverts_is_not_asked_any_more(world: World) -> None:
    shown = await shown_copy(world)
    await world.ada.select(shown, ["B2"])
    assert buttons(shown) == PLAIN
    await world.ada.select(shown, [])
    assert buttons(shown) == ASKS
    await press(world, shown, "Invert")
    assert buttons(shown) == PLAIN


async def test_a_press_on_a_draft_without_marks_sends_nothing(world: World) -> None:
    shown = await send(world, await open_form(world, await posted(world)), where=["B2"])
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    # Nobody is shown this button; here somebody has got hold of its id.
    forged = await channel.send(view=view_of(FollowButton(shown_draft(shown))))
    for person in (world.ada, world.bruno):
        result = await person.click(forged, label="Follow my marks")
        assert result.response is not None
        assert "already sent or cancelled" in result.response.content
    assert await asked(world) == []


async def test_the_marks_outlive_a_restart_of_the_bot(world: World) -> None:
    shown = await shown_copy(world)
    again = await world.restarted()
    got = await follow(again, shown)
    assert len(got.attachments) == 1
    assert list(await files_of_newest(again)) == ["image", "markup"]


async def test_a_press_that_is_refused_can_be_made_again(world: World) -> None:
    shown = await shown_copy(world)
    by = ChangedBy(user_id=world.ada.id, interaction_id=1)
    await world.app.feature(ServerFeature).settings_admin.change(
        world.guild.id, lambda _: ServerSettings(default_model="gpt-image-2", models=("gpt-image-2",)), by=by
    )
    refused = await follow(world, shown)
    assert refused.attachments == []
    assert await paid(world) == 0
    await world.app.feature(ServerFeature).settings_admin.change(
        world.guild.id, lambda _: ServerSettings(), by=ChangedBy(user_id=world.ada.id, interaction_id=2)
    )
    assert len((await follow(world, shown)).attachments) == 1


async def test_again_of_marks_with_a_model_that_follows_none_is_refused_free(world: World) -> None:
    got = await follow(world, await shown_copy(world))
    app = world.app.core
    assert app.offered.change(("gpt-image-2", "gpt-image-2.6-flare"))

    again = await world.ada.click(got, label="Again")
    await world.all_ended()

    assert again.response is not None
    assert again.response.attachments == []
    assert len(await asked(world)) == 1


async def test_a_picture_that_lies_on_its_side_is_marked_upright(world: World) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = encode(photo(*SIZE).transpose(Image.Transpose.ROTATE_90), "JPEG", quality=95, exif=exif)
    result = await world.edit(image=("photo.jpg", lying), mask=drawn_over())
    [shown] = result.followups
    await follow(world, shown)
    files = await files_of_newest(world)
    assert opened(files["image"]).size == opened(files["markup"]).size == SIZE
    check_layer(files["markup"])
