"""Animations and SVGs: how they are posted, and what can be done with them afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.contract.scripted import Provider, answer
from tests.integration.gallery.galleries import newest_copy, share, with_gallery
from tests.integration.people.test_export import ask, files_of
from tests.integration.pictures import opened
from tests.integration.results.results import drawn, labels, newest, posted_again, press

if TYPE_CHECKING:
    import discord
    import simcord

    from tests.integration.conftest import Start, World

FLARE = "gpt-image-2.6-flare"
SMALL: dict[str, Any] = {"size": "512x288", "frames": 3, "frame_ms": 120}


async def began(start: Start, **settings: str) -> World:
    return await start(images_models=FLARE, images_model=FLARE, **settings)


def endings(message: simcord.ResponseMessage | discord.Message) -> list[str]:
    return [one.filename.rpartition(".")[2] for one in message.attachments]


async def test_an_svg_is_posted_beside_a_png_of_it_wherever_it_is_shown(start: Start) -> None:
    world = await began(start)
    made = await drawn(world, format="svg")
    png, svg = made.attachments
    assert (png.filename.endswith("-1.png"), svg.filename.endswith("-1.svg")) == (True, True)
    assert (png.description, svg.description) == ("a fox", None)
    assert opened(await png.read()).size == (1024, 1024)
    assert (await svg.read()).startswith(b"<svg xmlns=")

    assert endings(await posted_again(world)) == ["png", "svg"]
    compared = await press(world, await press(world, made, "Vary", by=world.ada), "Compare", by=world.ada)
    assert endings(compared) == ["jpg"]
    # What goes up for a change of it is what can be seen.
    [(label, data)] = await world.files_of((await newest(world, world.ada)).id)
    assert (label, opened(data).format) == ("image", "PNG")
    assert endings(await press(world, made, "Again")) == ["png", "svg"]

    gallery = await with_gallery(world)
    await share(world, made)
    assert endings(newest_copy(gallery)) == ["png"]
    await ask(world, world.ada)
    names = [name.rpartition(".")[2] for files in await files_of(world.ada) for name in files if "pictures/" in name]
    assert sorted(set(names)) == ["png", "svg"]


async def test_an_svg_that_cannot_be_drawn_is_posted_alone_and_never_lost(start: Start) -> None:
    async with Provider() as provider:
        provider.script(answer(b'<svg><filter><feTurbulence numOctaves="1e9"/></filter><script/></svg>'))
        world = await began(start, images_provider="compatible", images_base_url=provider.base_url)
        got = await drawn(world, format="svg")
    [svg] = got.attachments
    assert b"script" not in await svg.read()
    assert "I couldn't draw this one as a PNG" in got.content
    # With what nobody sees there is nothing else to do.
    assert labels(got) == ["Again", "Info", "Delete"]
    assert endings(await posted_again(world)) == ["svg"]


async def test_an_svg_over_the_limit_is_left_out_and_its_picture_is_not(start: Start) -> None:
    world = await began(start)
    world.env.inject_error("PATCH", "/webhooks/*/*/messages/@original", status=413, code=40005)
    made = await drawn(world, format="svg")
    assert len(made.attachments) == 1
    assert "SVG of picture 1 left out: over Discord's file limit" in made.content


async def test_an_animation_is_posted_as_one_and_edited_by_its_first_frame(start: Start) -> None:
    world = await began(start)
    world.env.inject_error("PATCH", "/webhooks/*/*/messages/@original", status=413, code=40005)
    made = await drawn(world, format="gif", **SMALL)
    [attachment] = made.attachments
    picture = opened(await attachment.read())
    assert (picture.format, picture.n_frames, picture.info["duration"]) == ("GIF", 3, 120)  # type: ignore[attr-defined]
    assert "re-encoded as GIF to fit Discord's file limit" in made.content

    varied = await press(world, made, "Vary", by=world.ada)
    [(_, data)] = await world.files_of((await newest(world, world.ada)).id)
    assert (opened(data).format, getattr(opened(data), "n_frames", 1)) == ("JPEG", 1)
    assert endings(varied) == ["gif"]
    assert endings(await press(world, varied, "Compare", by=world.ada)) == ["jpg"]
