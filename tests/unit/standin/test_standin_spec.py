"""Discord's description of its API finds what is wrong with a call."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from tests.standin.calls import Call, parse_body
from tests.standin.spec import answer_violations, request_violations

CHANNEL_MESSAGES = "/channels/{channel_id}/messages"
CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"


def call(method: str, template: str, body: Any, **fields: Any) -> Call:
    return Call(at=0, method=method, path=template, template=template, body=body, **fields)


@pytest.mark.parametrize(
    ("template", "body", "words"),
    [
        (
            CHANNEL_MESSAGES,
            {"components": [{"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "x" * 101}]}]},
            "$.components[0].components[0].custom_id",
        ),
        (CHANNEL_MESSAGES, {"content": 5}, "$.content"),
        (CHANNEL_MESSAGES, {"content": "a", "nonce": "x" * 26, "enforce_nonce": True}, "$.nonce"),
        (CHANNEL_MESSAGES, {"attachments": [{"id": 0, "description": "x" * 1025}]}, "$.attachments[0].description"),
        (CHANNEL_MESSAGES, {"attachments": [{"id": -1}]}, "$.attachments[0].id"),
        (CALLBACK, {"type": 4, "data": {"content": "x" * 2001}}, "$.data.content"),
        (CALLBACK, {"type": 99}, "$: {'type': 99}"),
        ("/users/@me/channels", {"recipient_id": "nobody"}, "$.recipient_id"),
    ],
)
def test_a_body_against_the_description_is_named(template: str, body: Any, words: str) -> None:
    (violation,) = request_violations([call("POST", template, body), call("POST", template, body)])
    assert violation.startswith(f"POST {template} {words}")


def test_a_body_where_none_belongs_is_named() -> None:
    assert request_violations([call("GET", "/users/@me", {})]) == ["GET /users/@me takes no body"]


@pytest.mark.parametrize(
    "body",
    [
        {"content": "a", "attachments": [{"id": 0, "filename": "a.png"}, {"id": "1574290211871916033"}]},
        {"content": "a", "message_reference": {"message_id": 1, "channel_id": 2}},
        {"content": "a", "allowed_mentions": {"parse": [], "users": [1574290211871916033]}},
    ],
)
def test_ids_may_be_integers_where_discord_py_writes_them_so(body: Any) -> None:
    assert request_violations([call("POST", CHANNEL_MESSAGES, body)]) == []


@pytest.mark.parametrize(
    ("users", "words"),
    [
        (["1574290211871916033", "1574290211871916033"], "has non-unique elements"),
        (["01574290211871916033"], "$.allowed_mentions.users[0]"),
        (["-1574290211871916033"], "$.allowed_mentions.users[0]"),
        (["1574290211871916033.5"], "$.allowed_mentions.users[0]"),
    ],
)
def test_a_wrong_id_is_found_after_a_good_one(users: list[Any], words: str) -> None:
    good = [["1574290211871916034"], [1574290211871916034], ["1574290211871916034", "1574290211871916035"]]
    calls = [call("POST", CHANNEL_MESSAGES, {"allowed_mentions": {"users": one}}) for one in (*good, users)]
    (violation,) = request_violations(calls)
    assert words in violation


def test_what_the_description_does_not_cover_is_not_judged() -> None:
    assert request_violations([call("POST", "/channels/{channel_id}/typing", {"anything": 1})]) == []


def test_an_answer_without_a_required_field_is_named() -> None:
    (violation,) = answer_violations([call("GET", "/gateway", None, status=200, answer={"address": "ws://"})])
    assert "'url' is a required property" in violation


@pytest.mark.parametrize("content_type", ["text/plain", "multipart/form-data", "multipart/mixed; boundary=x"])
def test_a_body_in_another_form_is_refused(content_type: str) -> None:
    with pytest.raises(ValueError, match=content_type):
        parse_body(content_type, b"hello")


async def test_a_multipart_body_with_any_bytes_is_taken_apart() -> None:
    data = b"\r\n--\r\n\r\n--x" + bytes(range(256)) * 100
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("payload_json", '{"content": "é"}')
    form.add_field("files[0]", data, filename="a b.png", content_type="application/octet-stream")
    form.add_field("files[3]", b"", filename="empty.png", content_type="application/octet-stream")
    payload = form()
    raw = await payload.as_bytes()
    body, uploads = parse_body(payload.content_type, raw)
    assert body == {"content": "é"}
    assert [(upload.index, upload.filename, upload.data) for upload in uploads] == [
        (0, "a b.png", data),
        (3, "empty.png", b""),
    ]
