"""The embedded images API refuses what the real one refuses, with the documented body."""

import base64
import io
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PIL import Image

from tests.contract.demo_server import Demo, check_against_spec, encoded, mask, photo, png, running_demo

PNG = "image/png"
NEWEST = "gpt-image-2.6-flare"
IMAGE = ("image", png(photo()), PNG)


@pytest.fixture
async def demo() -> AsyncIterator[Demo]:
    async with running_demo() as demo:
        yield demo


@pytest.mark.parametrize(
    ("fields", "param", "code"),
    [
        ({"style": "vivid"}, "style", "unknown_parameter"),
        ({"response_format": "b64_json"}, "response_format", "unknown_parameter"),
        ({"input_fidelity": "high"}, "input_fidelity", "unknown_parameter"),
        ({"n": "2"}, "n", "invalid_type"),
        ({"n": True}, "n", "invalid_type"),
        ({"n": 1.5}, "n", "invalid_type"),
        ({"n": 0}, "n", "integer_below_min_value"),
        ({"n": 11}, "n", "integer_above_max_value"),
        ({"seed": 2**31}, "seed", "integer_above_max_value"),
        ({"stream": "true"}, "stream", "invalid_type"),
        ({"stream": True, "partial_images": 4}, "partial_images", "integer_above_max_value"),
        ({"partial_images": 1}, "partial_images", "invalid_value"),
        ({"stream": False, "partial_images": 0}, "partial_images", "invalid_value"),
        ({"prompt": None}, "prompt", "invalid_type"),
        ({"prompt": ""}, "prompt", "empty_string"),
        ({"prompt": "x" * 32_001}, "prompt", "string_above_max_length"),
        ({"prompt": ["x"]}, "prompt", "invalid_type"),
        ({"prompt": "\ud800"}, "prompt", "invalid_value"),
        ({"user": None}, "user", "invalid_type"),
        ({"quality": "ultra"}, "quality", "invalid_value"),
        ({"quality": "hd"}, "quality", "invalid_value"),
        ({"quality": "max"}, "quality", "invalid_value"),
        ({"model": "gpt-image-1", "quality": "xhigh"}, "quality", "invalid_value"),
        ({"background": "clear"}, "background", "invalid_value"),
        ({"background": "transparent", "output_format": "jpeg"}, "background", "invalid_value"),
        ({"output_format": "gif"}, "output_format", "invalid_value"),
        ({"background": "transparent"}, "background", "invalid_value"),
        ({"complexity": "high"}, "complexity", "unsupported_parameter"),
        ({"model": NEWEST, "complexity": "max"}, "complexity", "invalid_value"),
        ({"frame_count": 3}, "frame_count", "invalid_value"),
        ({"frame_duration_ms": 100}, "frame_duration_ms", "invalid_value"),
        ({"model": NEWEST, "output_format": "gif", "frame_count": 17}, "frame_count", "integer_above_max_value"),
        ({"model": NEWEST, "output_format": "gif", "size": "976x976"}, "size", "invalid_value"),
        ({"model": NEWEST, "output_format": "gif", "size": "832x832", "frame_count": 12}, "size", "invalid_value"),
        ({"model": NEWEST, "output_format": "gif", "stream": True}, "stream", "invalid_value"),
        ({"model": NEWEST, "output_format": "gif", "output_compression": 50}, "output_compression", "invalid_value"),
        ({"model": NEWEST, "output_format": "svg", "n": 2}, "n", "invalid_value"),
        ({"safety_identifier": 5}, "safety_identifier", "invalid_type"),
        ({"output_compression": 50}, "output_compression", "invalid_value"),
        ({"output_compression": 101, "output_format": "webp"}, "output_compression", "integer_above_max_value"),
        ({"moderation": "none"}, "moderation", "invalid_value"),
        ({"model": "gpt-image-1", "size": "2048x2048"}, "size", "invalid_value"),
        ({"size": "1024"}, "size", "invalid_value"),
        ({"size": "1000x1000"}, "size", "invalid_value"),
        ({"size": "3200x1024"}, "size", "invalid_value"),
        ({"size": "3856x2048"}, "size", "invalid_value"),
        ({"size": "800x800"}, "size", "invalid_value"),
        ({"size": "3840x2176"}, "size", "invalid_value"),
    ],
)
async def test_a_bad_generation_is_refused(demo: Demo, fields: dict[str, Any], param: str, code: str) -> None:
    reply = await demo.generate(**{"prompt": "a lighthouse", **fields})

    assert reply.status == 400
    assert (reply.error["param"], reply.error["code"], reply.error["type"]) == (param, code, "invalid_request_error")
    check_against_spec(reply.json, "ErrorResponse")


@pytest.mark.parametrize(
    "fields",
    [
        {"n": None, "quality": None, "size": None, "stream": None},
        {"model": "gpt-image-2.6-flare", "quality": "max"},
        {"size": "1152x2048"},
        {"moderation": "low", "user": "a" * 64, "seed": 2**31 - 1},
        {"output_compression": 0, "output_format": "jpeg"},
        {"safety_identifier": "8f3a"},
        {"model": NEWEST, "complexity": "low", "background": "transparent"},
    ],
)
async def test_a_good_generation_is_taken(demo: Demo, fields: dict[str, Any]) -> None:
    assert (await demo.generate(**fields)).status == 200


async def test_a_missing_prompt_is_refused(demo: Demo) -> None:
    reply = await demo.send("POST", "/images/generations", json={"model": "gpt-image-2"})

    assert (reply.status, reply.error["code"]) == (400, "missing_required_parameter")


async def test_an_unknown_parameter_is_named(demo: Demo) -> None:
    assert (await demo.generate(sise="1024x1024")).error["message"] == "Unknown parameter: 'sise'."


async def test_an_unknown_model_is_not_found(demo: Demo) -> None:
    reply = await demo.generate(model="dall-e-3")

    assert (reply.status, reply.error["code"], reply.error["param"]) == (404, "model_not_found", "model")


@pytest.mark.parametrize(
    ("path", "content_type", "content"),
    [
        ("/images/generations", "text/plain", b'{"prompt": "x"}'),
        ("/images/generations", "multipart/form-data; boundary=x", b"--x--"),
        ("/images/generations", "application/json", b'{"prompt": '),
        ("/images/generations", "application/json", b"[" * 100_000),
        ("/images/generations", "application/json", b'["x"]'),
        ("/images/edits", "text/plain", b"x"),
        ("/images/edits", "multipart/form-data", b"x"),
        ("/images/edits", "multipart/form-data; boundary=x", b"no boundary"),
        ("/images/edits", "multipart/form-data; boundary=x", b"--x\r\n\r\nno name\r\n--x--\r\n"),
    ],
)
async def test_a_body_that_cannot_be_read_is_refused(demo: Demo, path: str, content_type: str, content: bytes) -> None:
    reply = await demo.send("POST", path, data=content, headers={"Content-Type": content_type})

    assert reply.status == 400
    check_against_spec(reply.json, "ErrorResponse")


async def test_a_json_body_over_the_cap_is_refused(demo: Demo) -> None:
    body = io.BytesIO(b'{"prompt": "' + b"x" * 1024 * 1024 + b'"}')
    reply = await demo.send("POST", "/images/generations", data=body, headers={"Content-Type": "application/json"})

    assert reply.status == 413


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/images/generations", 405), ("POST", "/models", 405), ("POST", "/images/variations", 404)],
)
async def test_a_wrong_method_or_path_is_refused_in_json(demo: Demo, method: str, path: str, status: int) -> None:
    reply = await demo.send(method, path)

    assert reply.status == status
    check_against_spec(reply.json, "ErrorResponse")


@pytest.mark.parametrize(
    ("files", "fields", "param", "code"),
    [
        ((), {}, "image", "missing_required_parameter"),
        ((IMAGE, IMAGE), {}, "image", "duplicate_parameter"),
        ((IMAGE, ("image[]", IMAGE[1], PNG)), {}, "image", "duplicate_parameter"),
        ((("image[]", IMAGE[1], PNG),) * 17, {}, "image", "array_above_max_length"),
        ((IMAGE, ("prompt", b"x", "text/plain")), {}, "prompt", "invalid_type"),
        ((IMAGE, ("images", b"x", PNG)), {}, "images", "unknown_parameter"),
        ((IMAGE,), {"strength": 1}, "strength", "unknown_parameter"),
        ((), {"image": "x"}, "image", "invalid_type"),
        ((IMAGE,), {"n": "two"}, "n", "invalid_type"),
        ((IMAGE,), {"stream": "yes"}, "stream", "invalid_type"),
        ((IMAGE,), {"input_fidelity": "high"}, "input_fidelity", "invalid_input_fidelity_model"),
        (
            (IMAGE,),
            {"model": "gpt-image-1-mini", "input_fidelity": "low"},
            "input_fidelity",
            "invalid_input_fidelity_model",
        ),
        ((("image", IMAGE[1], "application/octet-stream"),), {}, "image", "unsupported_file_mimetype"),
        ((("image", encoded(photo(), "GIF"), PNG),), {}, "image", "invalid_image_file"),
        ((("image", IMAGE[1][:200], PNG),), {}, "image", "invalid_image_file"),
        ((("image", b"", PNG),), {}, "image", "invalid_image_file"),
        ((IMAGE, ("markup", png(mask()), PNG)), {}, "markup", "unsupported_parameter"),
        (
            (IMAGE, ("markup", png(mask()), PNG), ("mask", png(mask()), PNG)),
            {"model": NEWEST},
            "markup",
            "invalid_value",
        ),
        ((IMAGE, ("markup", png(photo()), PNG)), {"model": NEWEST}, "markup", "invalid_markup_image_format"),
        ((IMAGE, ("markup", png(mask(160, 240)), PNG)), {"model": NEWEST}, "markup", "invalid_markup_image_format"),
        ((IMAGE, ("mask", png(mask()), PNG)), {"model": NEWEST, "output_format": "gif"}, "mask", "invalid_value"),
        ((IMAGE, ("mask", encoded(mask(), "WEBP"), "image/webp")), {}, "mask", "invalid_mask_image_format"),
        ((IMAGE, ("mask", png(mask(160, 240)), PNG)), {}, "mask", "invalid_mask_image_format"),
        ((IMAGE, ("mask", png(Image.new("L", (240, 160))), PNG)), {}, "mask", "invalid_mask_image_format"),
        ((IMAGE, ("mask", png(photo()), PNG)), {}, "mask", "invalid_mask_image_format"),
    ],
)
async def test_a_bad_edit_is_refused(
    demo: Demo, files: tuple[tuple[str, bytes, str], ...], fields: dict[str, Any], param: str, code: str
) -> None:
    reply = await demo.edit(*files, **fields)

    assert reply.status == 400
    assert (reply.error["param"], reply.error["code"]) == (param, code)
    check_against_spec(reply.json, "ErrorResponse")


async def test_fidelity_is_for_the_models_that_have_it(demo: Demo) -> None:
    mini, full = [await demo.edit(IMAGE, model=f"gpt-image-1{end}", input_fidelity="low") for end in ("-mini", "")]

    assert (mini.status, full.status) == (400, 200)


async def test_a_mask_of_four_megabytes_is_refused(demo: Demo) -> None:
    padded = png(mask()) + bytes(4 * 1024 * 1024)

    reply = await demo.edit(IMAGE, ("mask", padded[: 4 * 1024 * 1024], PNG))

    assert (reply.status, reply.error["param"], reply.error["code"]) == (400, "mask", "file_too_large")


async def test_a_mask_just_under_four_megabytes_is_taken(demo: Demo) -> None:
    padded = png(mask()) + bytes(4 * 1024 * 1024)

    assert (await demo.edit(IMAGE, ("mask", padded[: 4 * 1024 * 1024 - 1], PNG))).status == 200


async def test_an_image_of_fifty_megabytes_is_refused(demo: Demo) -> None:
    reply = await demo.edit(("image", bytes(50 * 1024 * 1024), PNG))

    assert (reply.status, reply.error["param"], reply.error["code"]) == (400, "image", "file_too_large")


async def test_sixteen_images_are_taken(demo: Demo) -> None:
    assert (await demo.edit(*(("image[]", IMAGE[1], PNG),) * 16)).status == 200


async def test_a_mask_is_measured_against_the_upright_picture(demo: Demo) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = encoded(photo(160, 240), "JPEG", exif=exif)

    assert (await demo.edit(("image", lying, "image/jpeg"), ("mask", png(mask()), PNG))).status == 200


async def test_an_edit_may_come_as_json_with_data_urls(demo: Demo) -> None:
    def reference(image: Image.Image) -> dict[str, str]:
        return {"image_url": "data:image/png;base64," + base64.b64encode(png(image)).decode()}

    body = {
        "model": "gpt-image-2",
        "prompt": "x",
        "quality": "low",
        "images": [reference(photo())],
        "mask": reference(mask()),
    }
    reply = await demo.send("POST", "/images/edits", json=body)

    assert reply.json["size"] == "240x160"


async def test_a_mask_of_four_megabytes_is_refused_in_json_too(demo: Demo) -> None:
    url = "data:image/png;base64," + base64.b64encode(png(mask()) + bytes(4 * 1024 * 1024)).decode()
    body = json.dumps({"prompt": "x", "images": [{"image_url": url}], "mask": {"image_url": url}}).encode()
    headers = {"Content-Type": "application/json"}
    reply = await demo.send("POST", "/images/edits", data=io.BytesIO(body), headers=headers)

    assert (reply.error["param"], reply.error["code"]) == ("mask", "file_too_large")


@pytest.mark.parametrize(
    "images",
    [
        None,
        [],
        "x",
        [{"image_url": "https://example.com/a.png"}],
        [{"file_id": "file-1"}],
        [{"image_url": "data:image/png;base64,%"}],
        [{"image_url": "data:image/gif;base64,AAAA"}],
    ],
)
async def test_other_references_are_refused(demo: Demo, images: object) -> None:
    body = json.dumps({"prompt": "x", "images": images})
    reply = await demo.send("POST", "/images/edits", data=body, headers={"Content-Type": "application/json"})

    assert reply.status == 400
    check_against_spec(reply.json, "ErrorResponse")


async def test_a_key_is_wanted_where_one_is_set() -> None:
    async with running_demo(api_key="sk-demo") as demo:
        missing = await demo.generate()
        wrong = await demo.send("GET", "/models", headers={"Authorization": "Bearer sk-nobody-knows-me"})
        other = await demo.send("GET", "/models", headers={"Authorization": "Basic sk-demo"})
        right = await demo.send("GET", "/models", headers={"Authorization": "Bearer sk-demo"})

    assert (missing.status, wrong.status, other.status, right.status) == (401, 401, 401, 200)
    assert wrong.error["code"] == "invalid_api_key"
    check_against_spec(missing.json, "ErrorResponse")
