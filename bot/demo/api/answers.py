"""Pictures to the bytes of an answer: one JSON body, or server-sent events; blocking, for a worker thread."""

import base64
import json
import time
from typing import Any

from bot.demo.api.image_request import ImageRequest
from bot.demo.api.usage import count_usage

HTML_PAGE = b"<!doctype html><title>Bad gateway</title><h1>Something between us is out of order</h1>\n"


def json_body(asked: ImageRequest, pictures: list[bytes]) -> bytes:
    """An ImagesResponse."""
    body = {
        "created": int(time.time()),
        "data": [{"b64_json": base64.b64encode(picture).decode()} for picture in pictures],
        **_settled(asked),
        "usage": count_usage(asked, pictures=len(pictures)),
    }
    return json.dumps(body, separators=(",", ":")).encode()


def partial_event(asked: ImageRequest, picture: bytes, index: int) -> bytes:
    """The event of an early stage; `index` counts from 0 for each picture."""
    return _event(asked, "partial_image", picture, {"partial_image_index": index})


def completed_event(asked: ImageRequest, picture: bytes, *, first: bool) -> bytes:
    """The event of a finished picture.

    Its usage is this picture's own; the input is counted with the first, so that the events add up.
    """
    return _event(asked, "completed", picture, {"usage": count_usage(asked, pictures=1, with_input=first)})


def error_event(error: dict[str, Any]) -> bytes:
    """The event of a failure after the first byte was sent."""
    return f"event: error\ndata: {json.dumps(error)}\n\n".encode()


def _event(asked: ImageRequest, name: str, picture: bytes, more: dict[str, Any]) -> bytes:
    kind = f"{asked.operation}.{name}"
    body = {
        "type": kind,
        "b64_json": base64.b64encode(picture).decode(),
        "created_at": int(time.time()),
        **_settled(asked),
        **more,
    }
    return f"event: {kind}\ndata: {json.dumps(body, separators=(',', ':'))}\n\n".encode()


def _settled(asked: ImageRequest) -> dict[str, str]:
    return {
        "background": "transparent" if asked.picture.keeps_alpha else "opaque",
        "output_format": asked.picture.output_format,
        "size": f"{asked.picture.width}x{asked.picture.height}",
        "quality": asked.picture.quality,
    }
