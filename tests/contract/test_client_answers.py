"""What a good answer holds: pictures in it, pictures elsewhere, streams, usage."""

import base64
import gc
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import pytest
from yarl import URL

from bot.domain.errors import BadAnswer, ContentRefused, ProviderDown, ProviderTimedOut, RateLimited
from bot.domain.options import Options
from bot.domain.request import ApiAnswer, ApiCall, PartialPicture, Usage
from bot.proxy.answers import BodyReader
from bot.proxy.api import ImagesClient
from bot.proxy.check import CheckState
from bot.proxy.failures import AttemptFailed
from bot.proxy.links import fetch_picture
from bot.proxy.profile import Profile, build_profile
from bot.proxy.secrecy import Secrets
from bot.proxy.transport import Transport
from tests.contract.scripted import JPEG, PNG, WEBP, End, Names, Provider, Script, answer, error, events, reply

CALL = ApiCall(prompt="a fox", options=Options(model="gpt-image-2", n=2), key="job-1")
USAGE = {"input_tokens": 9, "output_tokens": 70, "input_tokens_details": {"text_tokens": 5, "image_tokens": 4}}


@pytest.fixture
async def elsewhere() -> AsyncIterator[Provider]:
    async with Provider() as running:
        yield running


def profile_of(provider: Provider, name: str = "openai") -> Profile:
    profile = build_profile(name, base_url=provider.base_url, api_key="sk-test", timeout_seconds=5)
    return replace(profile, backoff_seconds=0.001)


async def asked(provider: Provider, *, name: str = "openai", n: int = 2) -> ApiAnswer:
    async with ImagesClient(profile_of(provider, name)) as client:
        return await client.generate(replace(CALL, options=replace(CALL.options, n=n)))


async def streamed(provider: Provider) -> tuple[ApiAnswer, list[PartialPicture]]:
    seen: list[PartialPicture] = []

    async def watch(partial: PartialPicture) -> None:
        seen.append(partial)

    async with ImagesClient(profile_of(provider)) as client:
        return await client.generate(CALL, on_partial=watch), seen


def coded(data: bytes) -> str:
    return base64.b64encode(data).decode()


async def test_everything_an_answer_says_arrives(provider: Provider) -> None:
    items = [{"b64_json": coded(PNG), "revised_prompt": 'a "b64_json": fox'}, {"b64_json": coded(WEBP)}]
    provider.script(reply({"data": items, "usage": USAGE, "size": "1024x1024", "quality": "ultra", "new": {"a": [1]}}))
    got = await asked(provider)
    assert [(one.data, one.output_format, one.revised_prompt) for one in got.pictures] == [
        (PNG, "png", 'a "b64_json": fox'),
        (WEBP, "webp", None),
    ]
    assert got.usage == Usage(input_text_tokens=5, input_image_tokens=4, output_tokens=70)
    assert (got.size, got.quality) == ("1024x1024", "ultra")


async def test_a_picture_is_what_its_bytes_say_and_not_what_was_asked_for(provider: Provider) -> None:
    provider.script(answer(JPEG, output_format="png"))
    assert (await asked(provider)).pictures[0].output_format == "jpeg"


async def test_an_answer_in_thousands_of_pieces_is_whole(provider: Provider) -> None:
    body = answer(PNG, JPEG).pieces[0]
    provider.script(Script(pieces=tuple(body[index : index + 1] for index in range(len(body)))))
    assert [one.data for one in (await asked(provider)).pictures] == [PNG, JPEG]


async def test_the_key_goes_only_to_the_providers_own_address(provider: Provider, elsewhere: Provider) -> None:
    provider.put("/pictures/1.png", Script(pieces=(PNG,), content_type="image/png"))
    provider.put("/pictures/2.png", Script(pieces=(WEBP,), content_type="image/png"))
    elsewhere.script(Script(pieces=(JPEG,), content_type="application/octet-stream"))
    same_port_other_host = f"http://localhost:{provider.port}/pictures/2.png"
    provider.script(
        reply(
            {
                "data": [
                    {"url": f"{provider.origin}/pictures/1.png", "b64_json": None},
                    {"url": f"{elsewhere.origin}/1.jpg?sig=a%2Fb"},
                    {"url": same_port_other_host},
                    {"url": "/pictures/1.png"},
                    {"url": f"data:image/webp;base64,{coded(WEBP)}"},
                    {"b64_json": coded(PNG)},
                ]
            }
        )
    )
    got = await asked(provider, n=6)
    assert [one.output_format for one in got.pictures] == ["png", "jpeg", "webp", "png", "webp", "png"]
    keys = [request.headers.get("Authorization") for request in provider.requests]
    assert keys == ["Bearer sk-test", "Bearer sk-test", None, "Bearer sk-test"]
    assert "Authorization" not in elsewhere.requests[0].headers
    assert elsewhere.requests[0].query == {"sig": "a/b"}


async def test_a_redirect_does_not_take_the_key_along(provider: Provider, elsewhere: Provider) -> None:
    provider.put("/1.png", Script(status=302, headers={"Location": f"{elsewhere.origin}/moved.png"}))
    elsewhere.script(Script(pieces=(PNG,)))
    provider.script(reply({"data": [{"url": f"{provider.origin}/1.png"}]}))
    assert (await asked(provider)).pictures[0].data == PNG
    assert "Authorization" in provider.requests[-1].headers
    assert "Authorization" not in elsewhere.requests[0].headers


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org/1.png", "file:///etc/hostname", "http://", "data:image/png,plain", "data:image/png;base64,*"],
)
async def test_an_address_of_another_kind_is_no_picture(provider: Provider, address: str) -> None:
    provider.script(reply({"data": [{"url": address}]}))
    with pytest.raises(BadAnswer, match=r"address|base64") as caught:
        await asked(provider)
    assert caught.value.may_have_cost


async def test_a_picture_that_cannot_be_fetched_was_paid_all_the_same(provider: Provider) -> None:
    provider.put("/gone.png", error(403, "expired"))
    provider.script(reply({"data": [{"url": f"{provider.origin}/gone.png"}]}))
    with pytest.raises(BadAnswer) as caught:
        await asked(provider)
    assert caught.value.may_have_cost


async def test_endless_redirects_and_pages_are_no_pictures(provider: Provider) -> None:
    provider.script(reply({"data": [{"url": f"{provider.origin}/round.png"}]}))
    for script in (
        Script(status=302, headers={"Location": "/round.png"}),
        Script(pieces=(b"<html>",), content_type="text/html"),
    ):
        provider.put("/round.png", script)
        with pytest.raises(BadAnswer):
            await asked(provider)


async def test_a_picture_is_fetched_again_when_its_host_stumbles(provider: Provider, elsewhere: Provider) -> None:
    elsewhere.script(error(503, "busy"), Script(status=None, end=End.CUT), Script(pieces=(PNG,)))
    provider.script(reply({"data": [{"url": f"{elsewhere.origin}/1.png"}]}))
    assert (await asked(provider)).pictures[0].data == PNG
    assert len(provider.requests) == 1


@pytest.mark.parametrize(
    "lost",
    [
        {"url": "/gone.png"},
        {"url": "/page.html"},
        {"url": "/nowhere.png"},
        {"url": "ftp://example.org/1.png"},
        {"url": "http://169.254.169.254/latest"},
        {"url": "data:image/png;base64,*"},
        {"url": f"data:image/png;base64,{coded(b'no picture')}"},
        {"b64_json": "A*"},
        {"b64_json": coded(b"no picture")},
    ],
)
async def test_a_picture_that_is_lost_does_not_cost_the_others(provider: Provider, lost: dict[str, str]) -> None:
    provider.put("/gone.png", error(404, "gone"))
    provider.put("/page.html", Script(pieces=(b"<html>",), content_type="text/html"))
    provider.put("/nowhere.png", Script(status=302, headers={"Location": "http://[/"}))
    provider.put("/good.webp", Script(pieces=(WEBP,)))
    others = [{"b64_json": coded(PNG)}, {"url": "/good.webp"}]
    for items in ([lost, *others], [*others, lost]):
        provider.script(reply({"data": items, "usage": USAGE}))
        got = await asked(provider)
        assert [one.data for one in got.pictures] == [PNG, WEBP]
        assert got.usage is not None
    assert [request.method for request in provider.requests].count("POST") == 2


async def test_a_picture_whose_host_never_answers_is_a_timeout(provider: Provider) -> None:
    provider.put("/hangs.png", Script(status=None, end=End.HANG))
    async with ImagesClient(replace(profile_of(provider), total_timeout_seconds=0.2)) as client:
        provider.script(reply({"data": [{"url": "/hangs.png"}]}))
        with pytest.raises(ProviderTimedOut) as caught:
            await client.generate(CALL)
        assert caught.value.may_have_cost
        provider.script(reply({"data": [{"b64_json": coded(PNG)}, {"url": "/hangs.png"}]}))
        assert [one.data for one in (await client.generate(CALL)).pictures] == [PNG]


@pytest.mark.parametrize("location", ["http://[", "https://a:port/", "http://a:99999/", "ftp://a/", "data:,x"])
async def test_a_redirect_to_nowhere_is_no_picture(provider: Provider, location: str) -> None:
    provider.put("/1.png", Script(status=302, headers={"Location": location}))
    provider.script(reply({"data": [{"url": "/1.png"}]}))
    with pytest.raises(BadAnswer, match="address") as caught:
        await asked(provider)
    assert caught.value.may_have_cost


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "[::ffff:127.0.0.1]"])
@pytest.mark.parametrize("by_redirect", [False, True])
async def test_a_machine_near_the_bot_is_not_asked_for_pictures(
    *, provider: Provider, elsewhere: Provider, monkeypatch: pytest.MonkeyPatch, host: str, by_redirect: bool
) -> None:
    # The provider is reached through a proxy, so that its host is another than the one of the picture.
    monkeypatch.setenv("http_proxy", provider.origin)
    monkeypatch.setenv("no_proxy", "")
    near = f"http://{host}:{elsewhere.port}/1.png"
    provider.put("/moved.png", Script(status=307, headers={"Location": near}))
    provider.script(reply({"data": [{"url": "/moved.png" if by_redirect else near}]}))
    elsewhere.script(Script(pieces=(PNG,)))
    profile = build_profile("compatible", base_url="http://images.invalid/v1", timeout_seconds=5)
    async with ImagesClient(profile) as client:
        with pytest.raises(BadAnswer, match="no public address") as caught:
            await client.generate(CALL)
    assert caught.value.may_have_cost
    assert elsewhere.requests == []


async def test_a_name_that_moves_near_the_bot_after_the_check_is_not_connected_to(elsewhere: Provider) -> None:
    names = Names(**{"moving.invalid": [["93.184.215.14"], ["127.0.0.1"]]})
    transport = Transport(build_profile("compatible", base_url="http://images.invalid/v1"), resolver=names)
    elsewhere.script(Script(pieces=(PNG,)))
    with pytest.raises(AttemptFailed):
        await fetch_picture(
            transport,
            f"http://moving.invalid:{elsewhere.port}/1.png",
            base_url="http://images.invalid/v1",
            secrets=Secrets(),
        )
    await transport.close()
    assert elsewhere.requests == []


async def test_the_metadata_of_a_cloud_is_not_asked_for(provider: Provider) -> None:
    provider.script(reply({"data": [{"url": "http://169.254.169.254/latest/meta-data"}]}))
    with pytest.raises(BadAnswer, match="no public address"):
        await asked(provider)


async def test_a_large_answer_is_read_in_small_pieces(provider: Provider) -> None:
    body = bytes(1_000_000)
    provider.script(Script(pieces=(body,)))
    transport = Transport(profile_of(provider))
    async with transport.request("GET", URL(provider.base_url), secrets=Secrets()) as got:
        pieces = [piece async for piece in got.chunks()]
    await transport.close()
    assert b"".join(pieces) == body
    assert max(map(len, pieces)) <= 64 * 1024


def partial(data: bytes, index: int | None = None, *, kind: str = "image_generation") -> dict[str, object]:
    event: dict[str, object] = {"type": f"{kind}.partial_image", "b64_json": coded(data)}
    return event if index is None else {**event, "partial_image_index": index}


def completed(data: bytes, **more: object) -> dict[str, object]:
    return {"type": "image_generation.completed", "b64_json": coded(data), **more}


async def test_a_stream_shows_partial_pictures_and_ends_in_whole_ones(provider: Provider) -> None:
    provider.script(
        events(partial(PNG, 0), partial(JPEG, 1), completed(PNG, usage=USAGE), completed(WEBP, usage=USAGE), b"[DONE]")
    )
    got, seen = await streamed(provider)
    assert seen == [PartialPicture(PNG, 0), PartialPicture(JPEG, 1)]
    assert [one.data for one in got.pictures] == [PNG, WEBP]
    assert got.usage == Usage(input_text_tokens=10, input_image_tokens=8, output_tokens=140)


async def test_an_edit_streams_too(provider: Provider) -> None:
    provider.script(events(partial(PNG, kind="image_edit"), {"type": "image_edit.completed", "b64_json": coded(PNG)}))
    seen: list[PartialPicture] = []

    async def watch(one: PartialPicture) -> None:
        seen.append(one)

    async with ImagesClient(profile_of(provider)) as client:
        got = await client.edit(replace(CALL, images=(PNG,)), on_partial=watch)
    assert len(got.pictures) == 1
    assert seen == [PartialPicture(PNG, 0)]


async def test_a_stream_is_over_when_every_picture_is_here(provider: Provider) -> None:
    provider.script(events(completed(PNG), completed(JPEG), end=End.HANG))
    got, _ = await streamed(provider)
    assert len(got.pictures) == 2


async def test_fewer_pictures_than_asked_for_are_kept_when_the_stream_is_lost(provider: Provider) -> None:
    provider.script(events(completed(PNG), end=End.CUT))
    got, _ = await streamed(provider)
    assert [one.data for one in got.pictures] == [PNG]


@pytest.mark.parametrize("after", [b"{", b"[1]", {"type": "image_generation.completed", "b64_json": "A*"}])
async def test_whole_pictures_of_a_stream_are_kept_when_what_follows_cannot_be_read(
    provider: Provider, after: object
) -> None:
    provider.script(events(completed(PNG, usage=USAGE), after))
    got, _ = await streamed(provider)
    assert [one.data for one in got.pictures] == [PNG]
    assert got.usage is not None


async def test_a_stream_without_a_whole_picture_is_a_bad_answer(provider: Provider) -> None:
    for script in (
        events(partial(PNG, 0)),
        events(partial(PNG, 0), end=End.CUT),
        events(b"[DONE]"),
        events(b"{"),
        events(b"[1]"),
        events({"type": "image_generation.completed", "b64_json": "A*"}),
    ):
        provider.script(script)
        with pytest.raises(BadAnswer):
            await streamed(provider)


async def test_an_error_in_a_stream_is_the_same_error(provider: Provider) -> None:
    provider.script(events(partial(PNG, 0), {"error": {"code": "moderation_blocked", "message": "no"}}))
    with pytest.raises(ContentRefused):
        await streamed(provider)
    provider.script(events({"error": {"code": "rate_limit_exceeded"}}))
    with pytest.raises(RateLimited):
        await streamed(provider)
    provider.script(events({"type": "error", "message": "broke down"}))
    with pytest.raises(ProviderDown) as caught:
        await streamed(provider)
    assert caught.value.detail == "broke down"


async def test_a_server_that_does_not_stream_answers_in_one_piece(provider: Provider) -> None:
    provider.script(answer(PNG, JPEG))
    got, seen = await streamed(provider)
    assert len(got.pictures) == 2
    assert seen == []


async def test_a_stream_that_nobody_asked_for_is_read_as_one(provider: Provider) -> None:
    whole = json.dumps({"data": [{"b64_json": coded(PNG)}, {"b64_json": coded(JPEG)}]}).encode()
    provider.script(events(whole))
    assert len((await asked(provider)).pictures) == 2
    assert "stream" not in provider.requests[0].json


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (reply({"data": [{"id": "gpt-image-2"}]}), CheckState.READY),
        (reply({"data": [{"id": "another"}]}), CheckState.MODEL_MISSING),
        (reply({"models": 5}), CheckState.REACHABLE),
        (Script(pieces=(b"<html>",), content_type="text/html"), CheckState.REACHABLE),
        (error(401, "invalid_api_key"), CheckState.KEY_REJECTED),
        (error(403, "forbidden"), CheckState.KEY_REJECTED),
        (error(404, "not_found"), CheckState.REACHABLE),
        (error(503, "down"), CheckState.UNREACHABLE),
        (Script(status=None, end=End.CUT), CheckState.UNREACHABLE),
    ],
)
async def test_a_check_finds_out_without_paying(provider: Provider, script: Script, expected: CheckState) -> None:
    provider.script(script)
    async with ImagesClient(profile_of(provider)) as client:
        check = await client.check("gpt-image-2")
    assert check.state is expected
    assert {(request.method, request.path) for request in provider.requests} == {("GET", "/v1/models")}


async def test_a_check_of_azure_asks_for_the_key_alone(provider: Provider) -> None:
    provider.script(reply({"data": [{"id": "gpt-image-2-2026-04-21"}]}))
    profile = build_profile("azure", base_url=provider.origin, api_key="az")
    async with ImagesClient(profile) as client:
        assert (await client.check("our-deployment")).state is CheckState.KEY_ACCEPTED
    assert provider.requests[0].path == "/openai/models"


async def test_a_check_of_nobody_says_so() -> None:
    async with Provider() as gone:
        profile = profile_of(gone)
    async with ImagesClient(profile) as client:
        check = await client.check("gpt-image-2")
    assert check.state is CheckState.UNREACHABLE
    assert check.detail


def in_data_url(data: bytes) -> str:
    return f"data:image/png;base64,{coded(data)}"


def safe_for_addresses(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode()


def unpadded(data: bytes) -> str:
    return coded(data).rstrip("=")


def in_lines(data: bytes) -> str:
    return base64.encodebytes(data).decode()


def all_at_once(data: bytes) -> str:
    return "DATA:image/png;charset=x;base64," + safe_for_addresses(data).rstrip("=").replace("_", "_\r\n")


@pytest.mark.parametrize("wrap", [in_data_url, safe_for_addresses, unpadded, in_lines, all_at_once])
@pytest.mark.parametrize("piece_bytes", [1, 7, 4096])
async def test_a_picture_is_kept_whatever_its_wrapping(
    provider: Provider, wrap: Callable[[bytes], str], piece_bytes: int
) -> None:
    picture = PNG + bytes(range(256)) * 3 + b"\xff\xfe\xfb\xef"
    body = reply({"created": 1, "data": [{"b64_json": wrap(picture)}, {"url": in_data_url(WEBP)}]}).pieces[0]
    provider.script(Script(pieces=tuple(body[at : at + piece_bytes] for at in range(0, len(body), piece_bytes))))
    got = await asked(provider)
    assert [one.data for one in got.pictures] == [picture, WEBP]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"GIF89a and more", "gif"),
        (b"\x00\x00\x00\x1cftypavif and more", "avif"),
        (b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36 and more", "bmp"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"></svg>', "svg"),
    ],
)
async def test_a_picture_of_any_format_is_kept(provider: Provider, data: bytes, name: str) -> None:
    provider.script(answer(data))
    assert [(one.data, one.output_format) for one in (await asked(provider)).pictures] == [(data, name)]


@pytest.mark.parametrize("name", ["openai", "comfy"])
async def test_an_answer_that_arrived_whole_is_not_asked_for_again(provider: Provider, name: str) -> None:
    provider.script(replace(answer(PNG, WEBP), end=End.CUT), error(500, "oops"))
    assert [one.data for one in (await asked(provider, name=name)).pictures] == [PNG, WEBP]
    assert len(provider.requests) == 1


async def test_a_whole_answer_whose_end_is_not_told_is_kept_at_the_deadline(provider: Provider) -> None:
    provider.script(replace(answer(PNG), end=End.HANG))
    async with ImagesClient(replace(profile_of(provider), total_timeout_seconds=0.3)) as client:
        assert [one.data for one in (await client.generate(CALL)).pictures] == [PNG]


async def test_the_whole_pictures_of_an_answer_that_broke_off_are_kept(provider: Provider) -> None:
    body = answer(PNG, WEBP).pieces[0]
    provider.script(Script(pieces=(body[:-20],), end=End.CUT))
    assert [one.data for one in (await asked(provider)).pictures] == [PNG]
    assert len(provider.requests) == 1


async def test_an_answer_that_broke_off_is_had_again_where_that_is_paid_once(provider: Provider) -> None:
    body = answer(PNG, WEBP).pieces[0]
    provider.script(Script(pieces=(body[:-20],), end=End.CUT), answer(PNG, WEBP))
    assert [one.data for one in (await asked(provider, name="comfy")).pictures] == [PNG, WEBP]


async def test_the_models_of_a_provider_are_those_of_its_list(provider: Provider) -> None:
    for script, expected in (
        (reply({"data": [{"id": "one"}, {"id": "two"}]}), {"one", "two"}),
        (error(403, "no"), None),
        (Script(pieces=(b"<html>",)), None),
        (Script(status=None, end=End.CUT), None),
    ):
        provider.script(script)
        async with ImagesClient(profile_of(provider)) as client:
            assert await client.fetch_models() == expected
    azure = build_profile("azure", base_url=provider.origin, api_key="k")
    async with ImagesClient(azure) as client:
        assert await client.fetch_models() is None


async def test_nothing_of_an_answer_waits_for_the_next_collection_of_garbage(provider: Provider) -> None:
    provider.script(reply({"data": [{"b64_json": coded(PNG)}]}))
    gc.collect()
    gc.disable()
    try:
        await asked(provider, n=1)
        assert [one for one in gc.get_objects() if isinstance(one, BodyReader)] == []
    finally:
        gc.enable()
