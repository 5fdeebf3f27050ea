"""A call to the body of its request: JSON to generate, a multipart form or JSON to edit."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from aiohttp import FormData
from aiohttp.abc import AbstractStreamWriter
from aiohttp.payload import Payload

from bot.domain.options import OutputFormat
from bot.domain.request import ApiCall
from bot.proxy.answers import find_format
from bot.proxy.fields import Scalar
from bot.proxy.profile import Profile
from bot.proxy.profiles.preset import JsonEdit

_SLICE_BYTES = 64 * 1024
_ENDING = MappingProxyType({"png": "png", "jpeg": "jpg", "webp": "webp"})
_ANIMATED = frozenset({"frame_count", "frame_duration_ms"})
_NO_STREAM = frozenset({OutputFormat.GIF, OutputFormat.SVG})
"""Formats that come in one piece; types of createImage, openai 3.57.0."""

# What a provider does anyway when the field is left out, so that nothing the asker chose was dropped.
_SAME_WITHOUT: MappingProxyType[str, frozenset[Scalar]] = MappingProxyType(
    {
        "n": frozenset({1}),
        "size": frozenset({"auto"}),
        "quality": frozenset({"auto"}),
        "background": frozenset({"auto", "opaque"}),
        "output_format": frozenset({"png"}),
        "input_fidelity": frozenset({"low"}),
        "moderation": frozenset({"auto"}),
    }
)
_REPORTED = frozenset(
    {*("n", "size", "quality", "background", "output_format", "seed", "input_fidelity", "complexity"), *_ANIMATED}
)
"""What people choose, and are told of when it had no effect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything that a request says.

    `dropped` are the fields that the asker chose and that the provider does not take.
    """

    fields: Mapping[str, Scalar] = field(repr=False)
    images: tuple[bytes, ...] = field(default=(), repr=False)
    mask: bytes | None = field(default=None, repr=False)
    markup: bytes | None = field(default=None, repr=False)
    dropped: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Write the body of a generation."""
        return dict(self.fields)

    def to_json_edit(self, style: JsonEdit) -> dict[str, Any]:
        """Write the body of an edit for a server that takes no form: the pictures are data URLs."""
        urls = [_to_data_url(image) for image in self.images]
        document: dict[str, Any] = dict(self.fields)
        if style is JsonEdit.TEXT:
            document["image"] = urls[0]
        elif len(urls) == 1:
            document["image"] = {"url": urls[0], "type": "image_url"}
        else:
            document["images"] = [{"url": url, "type": "image_url"} for url in urls]
        return document

    def to_multipart(self) -> FormData:
        """Write the body of an edit, for one attempt: aiohttp uses a form up.

        One picture goes as `image`, several as `image[]`; never both, which LiteLLM answers with 422.
        """
        form = FormData()
        for name, value in self.fields.items():
            form.add_field(name, _to_text(value))
        for index, image in enumerate(self.images):
            name = "image" if len(self.images) == 1 else "image[]"
            form.add_field(
                name,
                _File(image, content_type=_media_type(image)),
                filename=f"image_{index}.{_ENDING[find_format(image) or 'png']}",
            )
        for name, file in (("mask", self.mask), ("markup", self.markup)):
            if file is not None:
                form.add_field(name, _File(file, content_type="image/png"), filename=f"{name}.png")
        return form


def build_form(call: ApiCall, profile: Profile, *, partial_images: int | None, without: frozenset[str]) -> Form:
    """Choose the fields to send.

    `partial_images` asks for a stream with that many sketches; None for an answer in one piece. `without` are
    fields that the provider turned out not to take.
    """
    chosen = _chosen(call)
    left_out = profile.omitted | without
    plain = {
        name
        for name, value in chosen.items()
        if profile.sparse and value is not None and value in _SAME_WITHOUT.get(name, ())
    }
    streams = None if call.options.output_format in _NO_STREAM else partial_images
    wanted: dict[str, Scalar | None] = {
        "model": profile.model_name(call.options.model),
        "prompt": call.prompt,
        **{name: value for name, value in chosen.items() if name not in plain},
        profile.person_field: call.user,
        "stream": None if streams is None else True,
        "partial_images": streams,
        **profile.sent,
    }
    if call.options.moderation is not None and (profile.moderates_edits or not call.images):
        wanted["moderation"] = call.options.moderation.value
    fields = {name: value for name, value in wanted.items() if value is not None and name not in left_out}
    required = {name: value for name, value in profile.required.items() if name not in without}
    return Form(
        fields={**required, **fields},
        images=call.images,
        mask=call.mask,
        markup=call.markup,
        dropped=tuple(
            name
            for name, value in chosen.items()
            if name in left_out & _REPORTED and value is not None and value not in _SAME_WITHOUT.get(name, ())
        ),
    )


def _chosen(call: ApiCall) -> dict[str, Scalar | None]:
    options = call.options
    animated = options.output_format is OutputFormat.GIF
    return {
        "n": options.n,
        "size": options.size,
        "quality": options.quality.value,
        "background": options.background.value,
        "output_format": options.output_format.value,
        "seed": options.seed,
        "input_fidelity": options.input_fidelity.value if options.input_fidelity and call.images else None,
        "complexity": options.complexity.value if options.complexity else None,
        "frame_count": options.frames if animated else None,
        "frame_duration_ms": options.frame_ms if animated else None,
    }


def _to_text(value: Scalar) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _media_type(image: bytes) -> str:
    return f"image/{find_format(image) or 'png'}"


def _to_data_url(image: bytes) -> str:
    return f"data:{_media_type(image)};base64,{base64.b64encode(image).decode()}"


class _File(Payload):
    """The bytes of a file, sent in slices of the very object.

    aiohttp's own payload of bytes writes them at once, which stops the loop for large ones (and it warns of that);
    its payload of a BytesIO copies them.
    """

    _autoclose = True
    _value: bytes

    def __init__(self, value: bytes, *, content_type: str) -> None:
        super().__init__(value, content_type=content_type)
        self._size = len(value)

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """Give the bytes as text, as aiohttp's interface asks."""
        return self._value.decode(encoding, errors)

    async def as_bytes(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:  # noqa: ARG002 - the interface
        """Give the bytes."""
        return self._value

    async def write(self, writer: AbstractStreamWriter) -> None:
        """Write the bytes, slice by slice."""
        view = memoryview(self._value)
        for start in range(0, len(view), _SLICE_BYTES):
            await writer.write(view[start : start + _SLICE_BYTES])
