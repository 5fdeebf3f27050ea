"""What the embedded images API draws."""

import asyncio
import base64
import io
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from bot.demo.api.drawing.canvas import Canvas
from bot.demo.api.drawing.caption import legible, write_band
from bot.demo.api.drawing.scene import have_idea, paint_scene
from tests.contract.demo_server import (
    Demo,
    check_against_spec,
    encoded,
    mask,
    opened,
    photo,
    pixels,
    png,
    running_demo,
)

PNG = "image/png"

FLARE = "gpt-image-2.5-flare"  # gpt-image-2 has no transparent pictures


@pytest.fixture
async def demo() -> AsyncIterator[Demo]:
    async with running_demo() as demo:
        yield demo


def _detail(data: bytes) -> float:
    """The mean step from one pixel to the next."""
    grey = pixels(opened(data).convert("L"))
    return float(np.abs(np.diff(grey, axis=1)).mean())


def _difference(one: Image.Image, other: Image.Image) -> float:
    return float(np.abs(pixels(one) - pixels(other)).mean())


async def test_the_same_prompt_and_seed_give_the_same_bytes(demo: Demo) -> None:
    first = await demo.generate("a castle", seed=7, n=2)
    second = await demo.generate("a castle", seed=7, n=2)

    assert first.files == second.files
    assert len(set(first.files)) == 2


async def test_another_seed_or_prompt_gives_another_picture(demo: Demo) -> None:
    asked = [("a castle", 7), ("a castle", 8), ("a cat", 7)]
    files = [(await demo.generate(prompt, seed=seed)).files[0] for prompt, seed in asked]

    assert len(set(files)) == 3


async def test_without_a_seed_each_picture_is_another(demo: Demo) -> None:
    assert (await demo.generate("a castle")).files != (await demo.generate("a castle")).files


async def test_the_words_of_a_prompt_choose_the_colours(demo: Demo) -> None:
    blue = opened((await demo.generate("the blue sea", seed=1)).files[0]).resize((1, 1))
    red = opened((await demo.generate("fire and lava", seed=1)).files[0]).resize((1, 1))

    assert pixels(blue)[0, 0, 2] > pixels(blue)[0, 0, 0]
    assert pixels(red)[0, 0, 0] > pixels(red)[0, 0, 2]


@pytest.mark.parametrize(
    "size",
    [
        *("1024x1024", "1024x1536", "1536x1024", "2048x2048", "1152x2048"),
        *("2048x1152", "1440x2560", "2560x1440", "2160x3840", "3840x2160", "1440x480", "672x1008"),
    ],
)
async def test_a_picture_has_the_size_asked_for(demo: Demo, size: str) -> None:
    reply = await demo.generate(size=size, output_format="jpeg", output_compression=60)

    width, height = opened(reply.files[0]).size
    assert f"{width}x{height}" == reply.json["size"] == size


@pytest.mark.parametrize(
    ("prompt", "size"), [("a tall poster", "1024x1536"), ("a panorama", "1536x1024"), ("a cat", "1024x1024")]
)
async def test_an_automatic_size_is_made_concrete(demo: Demo, prompt: str, size: str) -> None:
    reply = await demo.generate(prompt, size="auto")

    assert reply.json["size"] == size


@pytest.mark.parametrize(("output_format", "pillow"), [("png", "PNG"), ("webp", "WEBP"), ("jpeg", "JPEG")])
async def test_a_picture_has_the_format_asked_for(demo: Demo, output_format: str, pillow: str) -> None:
    reply = await demo.generate(output_format=output_format)

    assert opened(reply.files[0]).format == pillow
    assert reply.json["output_format"] == output_format


@pytest.mark.parametrize("output_format", ["webp", "jpeg"])
async def test_more_compression_gives_a_smaller_file(demo: Demo, output_format: str) -> None:
    small = await demo.generate(seed=1, output_format=output_format, output_compression=10)
    large = await demo.generate(seed=1, output_format=output_format, output_compression=95)

    assert len(small.files[0]) < len(large.files[0]) / 2


@pytest.mark.parametrize("output_format", ["png", "webp"])
async def test_a_transparent_background_is_really_transparent(demo: Demo, output_format: str) -> None:
    reply = await demo.generate("a heart", background="transparent", output_format=output_format, model=FLARE)

    alpha = np.asarray(opened(reply.files[0]).getchannel("A"))
    assert (alpha == 0).mean() > 0.3
    assert (alpha == 255).mean() > 0.2
    assert ((alpha > 0) & (alpha < 255)).any()
    assert not alpha[0].any()
    assert reply.json["background"] == "transparent"


async def test_each_shape_is_another_one(demo: Demo) -> None:
    words = ("gem", "leaf", "heart", "star", "planet")
    alphas = [
        np.asarray(
            opened((await demo.generate(word, background="transparent", seed=1, model=FLARE)).files[0]).getchannel("A")
        )
        for word in words
    ]

    for number, alpha in enumerate(alphas):
        assert (alpha == 0).mean() > 0.3
        assert (alpha == 255).mean() > 0.1
        assert all(((alpha > 127) != (other > 127)).mean() > 0.02 for other in alphas[number + 1 :])


@pytest.mark.parametrize("name", ["cat", "boat", "lighthouse", "house", "castle", "balloon", "tree", "person", "birds"])
@pytest.mark.parametrize("place", ["sea", "desert"])
def test_a_thing_in_the_prompt_stands_in_the_picture(name: str, place: str) -> None:
    canvas = Canvas(240, 160, seed=3, detail=2)
    idea = have_idea(f"a {name} {place}", 3)
    without, with_it = (paint_scene(canvas, replace(idea, motif=motif)) for motif in (None, idea.motif))

    share = (np.abs(without - with_it).max(axis=0) > 0.05).mean()
    assert idea.motif == name
    assert 0.0005 < share < 0.4


async def test_an_opaque_background_has_no_alpha(demo: Demo) -> None:
    assert opened((await demo.generate("a sticker", background="opaque")).files[0]).mode == "RGB"


async def test_a_higher_quality_has_more_detail(demo: Demo) -> None:
    details = [
        _detail((await demo.generate("snowy mountains", seed=3, quality=quality)).files[0])
        for quality in ("low", "medium", "high")
    ]

    assert details == sorted(details)
    assert details[2] > 1.2 * details[0]


async def test_a_picture_is_no_heavier_than_a_real_one(demo: Demo) -> None:
    files = (await demo.generate("mountains in winter", quality="high", size="1024x1024", n=2)).files

    assert max(map(len, files)) < 2_500_000


def test_the_words_stand_at_the_bottom() -> None:
    picture, other = (np.full((400, 600, 3), 128, dtype=np.uint8) for _ in range(2))
    write_band(picture, "a cat")
    write_band(other, "a dog")

    assert (picture[:360] == 128).all()
    assert picture[360:].max() > 200
    assert (picture != other).any()


def test_control_characters_are_no_words() -> None:
    assert legible("a\x00 cat\n\u202e on\tthe\x07mat") == "a cat on the mat"


async def test_an_answer_keeps_to_the_description(demo: Demo) -> None:
    for reply in (
        await demo.generate(size="1024x1024", n=2),
        await demo.edit(("image", png(photo()), PNG), size="1024x1024"),
    ):
        check_against_spec(reply.json, "ImagesResponse")
        assert all("b64_json" in entry for entry in reply.json["data"])
        assert set(reply.json) == {"created", "data", "background", "output_format", "size", "quality", "usage"}


@pytest.mark.parametrize(
    ("size", "quality", "tokens"),
    [
        ("1024x1024", "low", 272),
        ("1024x1536", "medium", 1584),
        ("1536x1024", "high", 6208),
        ("2048x2048", "low", 4 * 272),
    ],
)
async def test_usage_counts_the_tokens_of_size_and_quality(demo: Demo, size: str, quality: str, tokens: int) -> None:
    usage = (await demo.generate("12345678", size=size, quality=quality, output_format="jpeg")).json["usage"]

    assert usage["output_tokens"] == usage["output_tokens_details"]["image_tokens"] == tokens
    assert usage["input_tokens_details"] == {"text_tokens": 2, "image_tokens": 0}
    assert usage["total_tokens"] == tokens + 2


async def test_partial_pictures_come_closer_and_closer_to_the_final_one(demo: Demo) -> None:
    fields: dict[str, Any] = {"seed": 5, "quality": "medium", "size": "1024x1024", "n": 2}
    reply = await demo.generate("a castle", stream=True, partial_images=3, **fields)

    events = reply.events
    assert [event.get("partial_image_index") for event in events] == [0, 1, 2, None] * 2
    for event in events:
        check_against_spec(event, "ImageGenStreamEvent")
    *sketches, final = (opened(base64.b64decode(event["b64_json"])) for event in events[:4])
    distances = [_difference(sketch, final) for sketch in sketches]
    assert distances == sorted(distances, reverse=True)
    assert 0 < distances[2] < distances[0] < 20
    plain = await demo.generate("a castle", **fields)
    assert [base64.b64decode(event["b64_json"]) for event in (events[3], events[7])] == plain.files


async def test_the_usage_of_a_stream_adds_up(demo: Demo) -> None:
    fields: dict[str, Any] = {"n": 2, "size": "1024x1024"}
    plain = (await demo.generate(**fields)).json["usage"]
    events = (await demo.generate(stream=True, partial_images=1, **fields)).events

    streamed = [event["usage"] for event in events if "usage" in event]
    assert sum(usage["input_tokens"] for usage in streamed) == plain["input_tokens"]
    assert sum(usage["output_tokens"] for usage in streamed) == plain["output_tokens"] + 2 * 100


async def test_an_edit_changes_only_what_the_mask_marks(demo: Demo) -> None:
    before = photo(600, 400)
    marks = mask(600, 400, hole=(150, 100, 450, 300))
    reply = await demo.edit(("image", png(before), PNG), ("mask", png(marks), PNG), prompt="fire", quality="high")

    after = opened(reply.files[0])
    assert (after.size, after.mode) == (before.size, "RGB")
    changed = (pixels(before) != pixels(after)).any(axis=2)
    inside = np.asarray(marks.getchannel("A")) == 0
    assert not changed[~inside].any()
    assert changed[inside].mean() > 0.95


async def test_a_half_transparent_mask_repaints_by_half(demo: Demo) -> None:
    before = Image.new("RGB", (240, 160), (0, 0, 0))
    full, half = mask(), Image.new("RGBA", (240, 160), (0, 0, 0, 255))
    half.paste((0, 0, 0, 128), (60, 40, 180, 120))
    files = [[("image", png(before), PNG), ("mask", png(marks), PNG)] for marks in (full, half)]
    painted, mixed = [opened((await demo.edit(*sent, prompt="gold silk", seed=4)).files[0]) for sent in files]

    top = (slice(40, 60), slice(60, 180))
    assert np.abs(pixels(mixed)[top] - pixels(painted)[top] * 127 / 255).max() <= 1


async def test_an_edit_differs_by_its_prompt(demo: Demo) -> None:
    files = [("image", png(photo()), PNG), ("mask", png(mask()), PNG)]
    one, other = [
        opened((await demo.edit(*files, prompt=prompt, seed=1)).files[0]) for prompt in ("fire", "winter sea")
    ]

    assert _difference(one, other) > 5


async def test_an_opaque_mask_changes_nothing(demo: Demo) -> None:
    marks = Image.new("RGBA", (240, 160), (0, 0, 0, 255))
    reply = await demo.edit(("image", png(photo()), PNG), ("mask", png(marks), PNG))

    assert _difference(opened(reply.files[0]), photo()) == 0


async def test_the_alpha_of_a_picture_is_kept_around_the_mask(demo: Demo) -> None:
    before = photo().convert("RGBA")
    before.putalpha(Image.linear_gradient("L").resize(before.size))
    reply = await demo.edit(("image", png(before), PNG), ("mask", png(mask()), PNG))

    outside = np.asarray(mask().getchannel("A")) == 255
    assert reply.json["background"] == "transparent"
    assert (pixels(opened(reply.files[0]))[outside] == pixels(before)[outside]).all()


@pytest.mark.parametrize("fields", [{"background": "opaque"}, {"output_format": "jpeg"}])
async def test_an_opaque_edit_puts_a_transparent_picture_on_white(demo: Demo, fields: dict[str, Any]) -> None:
    nothing = Image.new("RGBA", (240, 160), (0, 0, 0, 0))
    reply = await demo.edit(("image", png(nothing), PNG), ("mask", png(mask()), PNG), **fields)

    after = opened(reply.files[0])
    assert (after.mode, reply.json["background"]) == ("RGB", "opaque")
    assert pixels(after)[:30].min() > 240


async def test_a_transparent_edit_cuts_its_subject_out(demo: Demo) -> None:
    reply = await demo.edit(("image", png(photo(600, 400)), PNG), background="transparent", seed=1, model=FLARE)

    alpha = np.asarray(opened(reply.files[0]).getchannel("A"))
    assert (alpha == 0).mean() > 0.2
    assert (alpha == 255).mean() > 0.1


async def test_a_whole_edit_changes_the_picture_and_leaves_it_recognisable(demo: Demo) -> None:
    before = photo(600, 400)
    before.paste("white", (200, 100, 400, 300))
    before.paste("black", (250, 150, 350, 250))
    after = opened((await demo.edit(("image", png(before), PNG), prompt="violet", quality="high")).files[0])

    assert after.size == (600, 400)
    assert _difference(before, after) > 15
    grey = pixels(after.convert("L"))
    assert grey[110:140, 210:390].mean() > grey[160:240, 260:340].mean() + 60


async def test_further_pictures_are_shown_in_an_edit(demo: Demo) -> None:
    files = [("image[]", png(photo(600, 400)), PNG), ("image[]", png(Image.new("RGB", (90, 90), (0, 255, 0))), PNG)]
    after = pixels(opened((await demo.edit(*files, prompt="winter")).files[0]))

    assert ((after[..., 0] < 10) & (after[..., 1] > 245) & (after[..., 2] < 10)).sum() > 1000


async def test_an_edit_of_another_size_has_that_size(demo: Demo) -> None:
    reply = await demo.edit(("image", png(photo()), PNG), ("mask", png(mask()), PNG), size="1024x1024")

    assert opened(reply.files[0]).size == (1024, 1024)


async def test_an_edit_starts_from_the_upright_picture(demo: Demo) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = encoded(photo(160, 240), "PNG", exif=exif)
    marks = Image.new("RGBA", (240, 160), (0, 0, 0, 255))
    reply = await demo.edit(("image", lying, PNG), ("mask", png(marks), PNG))

    upright = photo(160, 240).transpose(Image.Transpose.ROTATE_270)
    assert _difference(opened(reply.files[0]), upright) == 0


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
async def test_every_kind_of_png_can_be_edited(demo: Demo, mode: str) -> None:
    image = Image.new(mode, (64, 64)) if mode == "I;16" else photo(64, 64).convert(mode)

    assert opened((await demo.edit(("image", png(image), PNG))).files[0]).size == (64, 64)


@pytest.mark.parametrize("hole", [(0, 0, 1, 1), (0, 0, 240, 1), (239, 0, 240, 160), (0, 0, 240, 160)])
async def test_any_region_can_be_repainted(demo: Demo, hole: tuple[int, int, int, int]) -> None:
    reply = await demo.edit(
        ("image", png(photo()), PNG), ("mask", png(mask(hole=hole)), PNG), prompt="a cat in the forest"
    )

    changed = (pixels(opened(reply.files[0])) != pixels(photo())).any(axis=2)
    outside = np.asarray(mask(hole=hole).getchannel("A")) == 255
    assert not changed[outside].any()


async def test_the_server_answers_others_while_it_draws(demo: Demo) -> None:
    started = time.monotonic()
    drawing = asyncio.create_task(demo.generate("a castle in winter", n=4, quality="high"))
    waits = []
    while not drawing.done():
        asked = time.monotonic()
        assert (await demo.send("GET", "/../healthz")).status == 200
        waits.append(time.monotonic() - asked)

    assert max(waits) < (time.monotonic() - started) / 2
    assert (await drawing).status == 200


async def test_an_animation_has_as_many_frames_as_were_asked_for(demo: Demo) -> None:
    fields = {"model": "gpt-image-2.6-flare", "output_format": "gif", "size": "512x288"}
    [plain] = (await demo.generate(**fields)).files
    [short] = (await demo.generate(frame_count=3, frame_duration_ms=120, **fields)).files
    with Image.open(io.BytesIO(plain)) as nine, Image.open(io.BytesIO(short)) as three:
        assert (nine.format, nine.size, nine.n_frames) == ("GIF", (512, 288), 9)  # type: ignore[attr-defined]
        assert (three.n_frames, three.info["duration"]) == (3, 120)  # type: ignore[attr-defined]


async def test_an_svg_is_one(demo: Demo) -> None:
    reply = await demo.generate(model="gpt-image-2.6-flare", output_format="svg", size="1024x1024")
    assert reply.files[0].startswith(b'<svg xmlns="http://www.w3.org/2000/svg" width="1024"')
    assert reply.json["output_format"] == "svg"


async def test_strokes_over_a_picture_change_what_comes_of_it(demo: Demo) -> None:
    strokes = Image.new("RGBA", (600, 400))
    strokes.paste((255, 0, 0, 255), (100, 100, 500, 300))
    image = ("image", png(photo(600, 400)), PNG)
    plain, marked = [
        (await demo.edit(image, *more, model=FLARE, seed=1)).files[0] for more in ((), (("markup", png(strokes), PNG),))
    ]
    assert plain != marked
