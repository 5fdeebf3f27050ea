"""The embedded images API on a free port, plain requests to it, and pictures to send."""

import base64
import io
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import aiohttp
import numpy as np
import numpy.typing as npt
import yaml
from jsonschema import Draft202012Validator
from PIL import Image

from bot.demo.api import create_app, serve

SPEC = Path(__file__).parents[1] / "specs" / "openai-images.openapi.yaml"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is read to its end."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def json(self) -> Any:
        """The body, parsed."""
        return json.loads(self.content)

    @property
    def error(self) -> dict[str, Any]:
        """The error object of the body."""
        error: dict[str, Any] = self.json["error"]
        return error

    @property
    def files(self) -> list[bytes]:
        """The pictures of the body as files."""
        assert self.status == 200, self.content[:500]
        return [base64.b64decode(entry["b64_json"], validate=True) for entry in self.json["data"]]

    @property
    def events(self) -> list[dict[str, Any]]:
        """The data of each server-sent event."""
        assert self.status == 200, self.content[:500]
        return [json.loads(data) for data in _data_lines(self.content.decode())]


@dataclass(frozen=True, slots=True)
class Demo:
    """A running server; `base_url` ends in `/v1`."""

    base_url: str
    session: aiohttp.ClientSession

    async def send(self, method: str, path: str, **options: Any) -> Reply:
        """Send anything to a path under the base URL."""
        async with self.session.request(method, self.base_url + path, **options) as answer:
            content = await answer.read()
            return Reply(answer.status, {name.lower(): value for name, value in answer.headers.items()}, content)

    async def generate(self, prompt: str = "a lighthouse", *, key: str | None = None, **fields: Any) -> Reply:
        """Ask for pictures in JSON; `key` is the idempotency key."""
        body = {"prompt": prompt, "model": "gpt-image-2", "quality": "low", **fields}
        headers = {"Idempotency-Key": key} if key else None
        return await self.send("POST", "/images/generations", json=body, headers=headers)

    async def edit(self, *files: tuple[str, bytes, str], prompt: str = "a lighthouse", **fields: Any) -> Reply:
        """Edit pictures in a form; a file is its field, its content and its declared type."""
        form = aiohttp.FormData(quote_fields=False, default_to_multipart=True)
        for name, value in {"prompt": prompt, "model": "gpt-image-2", "quality": "low", **fields}.items():
            form.add_field(name, str(value))
        for name, content, content_type in files:
            filename = f"file.{content_type.partition('/')[2]}"
            form.add_field(name, io.BytesIO(content), filename=filename, content_type=content_type)
        return await self.send("POST", "/images/edits", data=form)


@asynccontextmanager
async def running_demo(**options: Any) -> AsyncIterator[Demo]:
    """Serve the embedded images API; `options` are those of `create_app`."""
    runner, base_url = await serve(create_app(**options))
    try:
        async with aiohttp.ClientSession() as session:
            yield Demo(base_url, session)
    finally:
        await runner.cleanup()


def photo(width: int = 240, height: int = 160) -> Image.Image:
    """A colourful picture whose pixels are nearly all different."""
    rows, columns = np.mgrid[0:height, 0:width]
    red, green = columns * 255 // width, rows * 255 // height
    return Image.fromarray(np.dstack((red, green, (red + green * 3) % 256)).astype(np.uint8))


def mask(width: int = 240, height: int = 160, *, hole: tuple[int, int, int, int] = (60, 40, 180, 120)) -> Image.Image:
    """A mask whose alpha is 0 in the box `hole` (left, top, right, bottom)."""
    result = Image.new("RGBA", (width, height), (0, 0, 0, 255))
    result.paste((0, 0, 0, 0), hole)
    return result


def png(image: Image.Image, **options: Any) -> bytes:
    """Encode as PNG."""
    return encoded(image, "PNG", **options)


def encoded(image: Image.Image, image_format: str, **options: Any) -> bytes:
    """Encode in any of Pillow's formats."""
    out = io.BytesIO()
    image.save(out, image_format, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """Decode a file whole."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def pixels(image: Image.Image) -> npt.NDArray[np.int16]:
    """The pixels of a picture, signed so that they can be subtracted."""
    return np.asarray(image).astype(np.int16)


def check_against_spec(document: object, schema: str) -> None:
    """Hold a document against a schema of OpenAI's description."""
    _validator(schema).validate(document)


@cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"#/components/schemas/{schema}", **_spec()})


@cache
def _spec() -> dict[str, Any]:
    text = SPEC.read_text(encoding="utf-8")
    return {"components": yaml.safe_load(text)["components"]}


def _data_lines(text: str) -> Iterator[str]:
    return (line.removeprefix("data: ") for line in text.splitlines() if line.startswith("data: "))
