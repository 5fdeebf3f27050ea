"""Every request of the client, decoded as a server gets it and held against OpenAI's description."""

from dataclasses import replace
from itertools import product

import pytest
from jsonschema import ValidationError

from bot.domain.errors import EditsNotOffered, MaskNotOffered, OptionNotOffered
from bot.domain.models import load_catalogue
from bot.domain.options import Background, InputFidelity, Moderation, Options, OutputFormat, Quality
from bot.domain.request import ApiCall
from bot.proxy.api import ImagesClient
from bot.proxy.profile import AZURE_API_VERSION, Profile, build_profile
from tests.contract.openai_spec import check_request
from tests.contract.scripted import JPEG, PNG, WEBP, Provider, Request, answer

CALL = ApiCall(prompt="a fox in snow, übermüdet", options=Options(model="gpt-image-2"), key="job-1", user="8f3a")
EDIT = replace(CALL, images=(PNG,))


def openai(provider: Provider) -> Profile:
    return build_profile("openai", base_url=provider.base_url, api_key="sk-test")


async def sent(provider: Provider, call: ApiCall, profile: Profile | None = None) -> Request:
    provider.script(answer(PNG))
    async with ImagesClient(profile or openai(provider)) as client:
        await (client.edit(call) if call.images else client.generate(call))
    return provider.requests[-1]


def every_option() -> list[Options]:
    found = []
    for model in load_catalogue().models:
        for quality, background in product(model.qualities, model.backgrounds):
            found.append(Options(model=model.name, quality=Quality(quality), background=Background(background), n=8))
        found += [Options(model=model.name, size=size, output_format=OutputFormat.WEBP) for size in model.sizes]
        found.append(Options(model=model.name, seed=7))
        if model.input_fidelity:
            found.append(Options(model=model.name, input_fidelity=InputFidelity.HIGH))
    return found


async def test_every_option_of_every_model_is_sent_as_the_description_says(provider: Provider) -> None:
    provider.script(answer(PNG))
    async with ImagesClient(openai(provider)) as client:
        for options in every_option():
            await client.generate(replace(CALL, options=options))
            await client.edit(replace(EDIT, options=options))
    assert len(provider.requests) > 200
    for request in provider.requests:
        check_request(request)


async def test_a_generation_is_json_with_every_field(provider: Provider) -> None:
    options = Options(
        model="gpt-image-1",
        quality=Quality.HIGH,
        size="1024x1536",
        background=Background.TRANSPARENT,
        n=3,
        output_format=OutputFormat.WEBP,
        input_fidelity=InputFidelity.HIGH,
    )
    request = await sent(provider, replace(CALL, options=options))
    assert request.path == "/v1/images/generations"
    assert request.headers["Authorization"] == "Bearer sk-test"
    assert request.json == {
        "model": "gpt-image-1",
        "prompt": "a fox in snow, übermüdet",
        "n": 3,
        "size": "1024x1536",
        "quality": "high",
        "background": "transparent",
        "output_format": "webp",
        "safety_identifier": "8f3a",
    }


async def test_one_picture_goes_as_image_and_the_mask_beside_it(provider: Provider) -> None:
    options = Options(model="gpt-image-1", input_fidelity=InputFidelity.HIGH)
    request = await sent(provider, replace(EDIT, options=options, mask=PNG))
    check_request(request)
    assert request.path == "/v1/images/edits"
    assert [(part.name, part.filename, part.content_type, part.data) for part in request.files()] == [
        ("image", "image_0.png", "image/png", PNG),
        ("mask", "mask.png", "image/png", PNG),
    ]
    assert request.texts() == {
        "model": "gpt-image-1",
        "prompt": "a fox in snow, übermüdet",
        "n": "1",
        "size": "auto",
        "quality": "low",
        "background": "opaque",
        "output_format": "png",
        "input_fidelity": "high",
        "safety_identifier": "8f3a",
    }


async def test_several_pictures_go_as_a_list_in_order_with_names_by_content(provider: Provider) -> None:
    request = await sent(provider, replace(EDIT, images=(PNG, JPEG, WEBP)))
    check_request(request)
    assert [(part.name, part.filename, part.content_type) for part in request.files()] == [
        ("image[]", "image_0.png", "image/png"),
        ("image[]", "image_1.jpg", "image/jpeg"),
        ("image[]", "image_2.webp", "image/webp"),
    ]
    assert [part.data for part in request.files()] == [PNG, JPEG, WEBP]


async def test_large_files_arrive_whole(provider: Provider) -> None:
    pictures = tuple(PNG + bytes([number]) * 3_000_000 for number in range(3))
    request = await sent(provider, replace(EDIT, images=pictures))
    assert tuple(part.data for part in request.files()) == pictures
    assert int(request.headers["Content-Length"]) > 9_000_000


async def test_a_stream_is_asked_for_as_the_description_says(provider: Provider) -> None:
    async def watch(_: object) -> None:
        raise AssertionError("there is nothing to see")

    provider.script(answer(PNG))
    async with ImagesClient(openai(provider), partial_images=3) as client:
        await client.generate(CALL, on_partial=watch)
        await client.edit(EDIT, on_partial=watch)
    for request in provider.requests:
        check_request(request)
    assert provider.requests[0].json["stream"] is True
    assert provider.requests[0].json["partial_images"] == 3
    assert provider.requests[1].texts()["stream"] == "true"


async def test_what_is_not_asked_for_is_not_sent(provider: Provider) -> None:
    request = await sent(provider, CALL)
    assert not {"seed", "stream", "partial_images", "moderation", "input_fidelity"} & request.json.keys()
    assert "Idempotency-Key" not in request.headers
    assert "Cookie" not in request.headers


async def test_a_seed_that_is_not_taken_is_reported_and_not_sent(provider: Provider) -> None:
    provider.script(answer(PNG))
    call = replace(CALL, options=Options(model="gpt-image-2", seed=7))
    async with ImagesClient(openai(provider)) as client:
        got = await client.generate(call)
    assert got.dropped == ("seed",)
    assert "seed" not in provider.requests[0].json


async def test_a_seed_goes_where_it_is_taken(provider: Provider) -> None:
    provider.script(answer(PNG))
    profile = build_profile("compatible", base_url=provider.base_url, send_fields=("seed", "moderation=low"))
    async with ImagesClient(profile) as client:
        got = await client.generate(replace(CALL, options=Options(model="sd", seed=7)))
    assert got.dropped == ()
    assert provider.requests[0].json["seed"] == 7
    assert provider.requests[0].json["moderation"] == "low"
    assert "Authorization" not in provider.requests[0].headers


async def test_only_what_the_asker_loses_is_reported(provider: Provider) -> None:
    provider.script(answer(PNG))
    profile = build_profile("compatible", base_url=provider.base_url, omit_fields=("quality", "background", "user"))
    async with ImagesClient(profile) as client:
        got = await client.generate(replace(CALL, options=Options(model="sd", quality=Quality.HIGH)))
    assert got.dropped == ("quality",)
    assert not {"quality", "background", "user"} & provider.requests[0].json.keys()


async def test_azure_has_the_deployment_in_its_path_and_its_own_header(provider: Provider) -> None:
    profile = build_profile(
        "azure", base_url=provider.origin, api_key="az-key", aliases={"gpt-image-2": "pictures of ours"}
    )
    request = await sent(provider, EDIT, profile)
    assert request.path == "/openai/deployments/pictures of ours/images/edits"
    assert request.query == {"api-version": AZURE_API_VERSION}
    assert request.headers["api-key"] == "az-key"
    assert "Authorization" not in request.headers
    assert request.texts()["model"] == "pictures of ours"


@pytest.mark.parametrize(
    ("key", "header", "value"),
    [("comfyui-abc", "X-API-KEY", "comfyui-abc"), ("a.token", "Authorization", "Bearer a.token")],
)
async def test_comfy_gets_its_key_where_it_belongs(provider: Provider, key: str, header: str, value: str) -> None:
    profile = build_profile("comfy", base_url=f"{provider.origin}/proxy/openai", api_key=key)
    request = await sent(provider, EDIT, profile)
    assert request.path == "/proxy/openai/images/edits"
    assert request.headers[header] == value
    assert len({"X-API-KEY", "Authorization"} & set(request.headers)) == 1
    assert request.headers["Idempotency-Key"] == "job-1"


async def test_a_provider_without_edits_or_masks_is_never_sent_one(provider: Provider) -> None:
    bare = build_profile("compatible", base_url=provider.base_url, omit_fields=("image",))
    maskless = build_profile("compatible", base_url=provider.base_url, omit_fields=("mask",))
    async with ImagesClient(bare) as client:
        with pytest.raises(EditsNotOffered):
            await client.edit(EDIT)
    async with ImagesClient(maskless) as client:
        with pytest.raises(MaskNotOffered):
            await client.edit(replace(EDIT, mask=PNG))
        with pytest.raises(OptionNotOffered):
            await client.edit(replace(EDIT, markup=PNG))
    assert provider.requests == []


async def test_marks_over_a_picture_go_as_a_file_of_their_own(provider: Provider) -> None:
    request = await sent(provider, replace(EDIT, markup=PNG))
    assert [(part.name, part.filename, part.content_type) for part in request.files()] == [
        ("image", "image_0.png", "image/png"),
        ("markup", "markup.png", "image/png"),
    ]


async def test_the_proxy_of_the_environment_is_used_but_not_for_this_machine(
    provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv("http_proxy", provider.origin)
    far = build_profile("compatible", base_url="http://images.invalid/v1")
    request = await sent(provider, CALL, far)
    assert request.headers["Host"] == "images.invalid"
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    for host in ("127.0.0.1", "localhost"):
        await sent(provider, CALL, build_profile("compatible", base_url=f"http://{host}:{provider.port}/v1"))
    assert len(provider.requests) == 3


async def test_the_judge_is_not_blind(provider: Provider) -> None:
    profile = build_profile("openai", base_url=provider.base_url, api_key="k", send_fields=("style=odd", "seed"))
    with pytest.raises(ValidationError):
        check_request(await sent(provider, CALL, profile))
    with pytest.raises(ValidationError):
        check_request(await sent(provider, replace(CALL, options=Options(model="gpt-image-2", n=11))))
    with pytest.raises(ValidationError):
        check_request(await sent(provider, replace(CALL, options=Options(model="gpt-image-2", quality=Quality.XHIGH))))


async def test_how_strict_a_server_wants_it_goes_with_a_generation(provider: Provider) -> None:
    options = Options(model="gpt-image-2", moderation=Moderation.LOW)
    request = await sent(provider, replace(CALL, options=options))
    assert request.json["moderation"] == "low"
    check_request(request)


async def test_how_strict_a_server_wants_it_goes_with_an_edit_only_where_a_form_has_that(provider: Provider) -> None:
    # OpenAI's description of the form has no such field.
    call = replace(EDIT, options=Options(model="gpt-image-2", moderation=Moderation.LOW))
    request = await sent(provider, call)
    assert "moderation" not in request.texts()
    check_request(request)
    provider.script(answer(PNG), answer(PNG))
    for profile in (
        build_profile("comfy", base_url=provider.base_url, api_key="k"),
        build_profile("compatible", base_url=provider.base_url, send_fields=("moderation",)),
    ):
        async with ImagesClient(profile) as client:
            await client.edit(call)
        assert provider.requests[-1].texts()["moderation"] == "low"


async def test_a_server_has_the_last_word_before_what_is_sent_always(provider: Provider) -> None:
    provider.script(answer(PNG))
    profile = build_profile("compatible", base_url=provider.base_url, send_fields=("moderation=low",))
    async with ImagesClient(profile) as client:
        await client.generate(replace(CALL, options=Options(model="sd", moderation=Moderation.AUTO)))
    assert provider.requests[0].json["moderation"] == "auto"


async def test_a_provider_that_knows_no_strictness_is_told_none(provider: Provider) -> None:
    provider.script(answer(PNG))
    profile = build_profile("compatible", base_url=provider.base_url, omit_fields=("moderation",))
    async with ImagesClient(profile) as client:
        got = await client.generate(replace(CALL, options=Options(model="sd", moderation=Moderation.LOW)))
    assert "moderation" not in provider.requests[0].json
    assert got.dropped == ()
    assert not profile.takes_moderation
