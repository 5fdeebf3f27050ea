"""A request's body to values and files: JSON or multipart, read with a cap."""

import base64
import binascii
import json
import re
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from bot.demo.api.errors import (
    bad_request,
    duplicate_parameter,
    missing_parameter,
    too_large,
    unknown_parameter,
    wrong_type,
)
from bot.demo.api.fields import EDIT, GENERATION, read_form, read_json
from bot.demo.api.uploads import (
    IMAGE_LIMIT_BYTES,
    MASK_LIMIT_BYTES,
    MOST_IMAGES,
    Upload,
    check_declared,
    file_too_large,
)

JSON_LIMIT_BYTES = 1024 * 1024
FORM_LIMIT_BYTES = 256 * 1024 * 1024
REFERENCES_LIMIT_BYTES = 32 * 1024 * 1024
_TEXT_LIMIT_BYTES = 512 * 1024
_FILES = frozenset({"image", "image[]", "mask", "markup"})
_DATA_URL = re.compile(r"data:([a-z]+/[a-z0-9.+-]+);base64,")


@dataclass(frozen=True, slots=True)
class Body:
    """Checked values by name, and the files in the order they were sent."""

    values: dict[str, Any]
    uploads: tuple[Upload, ...] = ()


async def read_generation(request: web.Request) -> Body:
    """Read the body of a generation.

    Raises:
        ApiError: 400 or 413.
    """
    _expect(request, "application/json")
    return Body(read_json(await _read_object(request, JSON_LIMIT_BYTES), GENERATION))


async def read_edit(request: web.Request) -> Body:
    """Read the body of an edit: a form with files, or JSON whose pictures are data URLs.

    Raises:
        ApiError: 400 or 413.
    """
    _expect(request, "multipart/form-data", "application/json")
    if request.content_type == "application/json":
        return _from_references(await _read_object(request, REFERENCES_LIMIT_BYTES))
    return await _read_form(request)


def _expect(request: web.Request, *content_types: str) -> None:
    if request.content_type in content_types and "Content-Type" in request.headers:
        return
    offered = " or ".join(f"'{content_type}'" for content_type in content_types)
    message = (
        f"Unsupported content type: '{request.headers.get('Content-Type', '')}'. This API method only accepts "
        f"{offered} requests. Please try again with a supported content type."
    )
    raise bad_request(message, code="unsupported_content_type")


async def _read_object(request: web.Request, limit: int) -> dict[str, Any]:
    chunks, size = [], 0
    async for chunk in request.content.iter_chunked(64 * 1024):
        size += len(chunk)
        if size > limit:
            raise too_large(limit)
        chunks.append(chunk)
    try:
        document = json.loads(b"".join(chunks))
    except (ValueError, RecursionError) as error:
        raise bad_request("We could not parse the JSON body of your request.") from error
    if not isinstance(document, dict):
        raise bad_request("The JSON body of your request must be an object.", code="invalid_type")
    return document


@dataclass(slots=True)
class _Form:
    """A form while it is read."""

    texts: dict[str, str] = field(default_factory=dict)
    uploads: list[Upload] = field(default_factory=list)
    size: int = 0

    def add(self, name: str, content: bytes, *, content_type: str | None) -> None:
        """Take a part; `content_type` is None where it is no file."""
        if name not in _FILES:
            if content_type is not None and name in EDIT:
                raise wrong_type(name, expected="a string", found="a file")
            if name in self.texts:
                raise duplicate_parameter(name)
            self.texts[name] = _decode(name, content)
            return
        if content_type is None:
            raise wrong_type(name.removesuffix("[]"), expected="a file", found="a string")
        sent = {upload.field for upload in self.uploads}
        if (name in sent and name != "image[]") or (
            name in {"image", "image[]"} and sent & ({"image", "image[]"} - {name})
        ):
            raise duplicate_parameter(name.removesuffix("[]"))
        upload = Upload(name, content_type, content)
        check_declared(upload)
        self.uploads.append(upload)
        _check_count(sum(upload.is_picture for upload in self.uploads))


async def _read_form(request: web.Request) -> Body:
    form = _Form()
    try:
        reader = await request.multipart()
        async for part in reader:
            if not isinstance(part, BodyPartReader) or not part.name:
                raise bad_request("Could not parse multipart form: a part has no name.")
            if part.name not in EDIT and part.name not in _FILES:
                raise unknown_parameter(part.name)
            content = await _read_part(part, form)
            form.add(part.name, content, content_type=_declared(part))
    except (ValueError, AssertionError, web.HTTPException) as error:
        raise bad_request("Could not parse multipart form.") from error
    values = read_form(form.texts, EDIT)
    return Body(values, _with_image(form.uploads))


async def _read_part(part: BodyPartReader, form: _Form) -> bytes:
    limit = (
        {"mask": MASK_LIMIT_BYTES}.get(part.name or "", IMAGE_LIMIT_BYTES)
        if part.filename is not None
        else _TEXT_LIMIT_BYTES
    )
    content = bytearray()
    while chunk := await part.read_chunk(256 * 1024):
        content += chunk
        form.size += len(chunk)
        if form.size > FORM_LIMIT_BYTES:
            raise too_large(FORM_LIMIT_BYTES)
        if len(content) >= limit:
            raise file_too_large((part.name or "").removesuffix("[]"), limit)
    return bytes(content)


def _declared(part: BodyPartReader) -> str | None:
    if part.filename is None:
        return None
    return part.headers.get("Content-Type", "application/octet-stream").partition(";")[0].strip().lower()


def _decode(name: str, content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise bad_request(f"Invalid '{name}': the text is not UTF-8.", param=name, code="invalid_value") from error


def _check_count(count: int) -> None:
    if count > MOST_IMAGES:
        message = (
            f"Invalid 'image': array too long. Expected an array with maximum length {MOST_IMAGES}, "
            f"but got an array with length {count} instead."
        )
        raise bad_request(message, param="image", code="array_above_max_length")


def _with_image(uploads: list[Upload]) -> tuple[Upload, ...]:
    if not any(upload.is_picture for upload in uploads):
        raise missing_parameter("image")
    return tuple(uploads)


def _from_references(document: dict[str, Any]) -> Body:
    """The JSON form of an edit: `images` and `mask` are references in place of files."""
    images, mask = document.pop("images", None), document.pop("mask", None)
    values = read_json(document, EDIT)
    if images is None:
        raise missing_parameter("images")
    if not isinstance(images, list) or not images:
        raise wrong_type("images", expected="a non-empty array", found="something else")
    _check_count(len(images))
    uploads = [_from_reference("image[]", f"images[{number}]", image) for number, image in enumerate(images)]
    if mask is not None:
        uploads.append(_from_reference("mask", "mask", mask))
    return Body(values, tuple(uploads))


def _from_reference(name: str, param: str, reference: Any) -> Upload:
    url = reference.get("image_url") if isinstance(reference, dict) and set(reference) == {"image_url"} else None
    match = _DATA_URL.match(url) if isinstance(url, str) else None
    if match is None or not isinstance(url, str):
        message = f"Invalid '{param}': this server takes an 'image_url' with base64-encoded data alone."
        raise bad_request(message, param=param, code="invalid_value")
    try:
        data = base64.b64decode(url[match.end() :], validate=True)
    except (binascii.Error, ValueError) as error:
        raise bad_request(f"Invalid '{param}': the data is not base64.", param=param, code="invalid_base64") from error
    upload = Upload(name, match[1], data)
    check_declared(upload)
    return upload
