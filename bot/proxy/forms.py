"""A call to the body of its request: JSON to generate, a multipart form to edit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from aiohttp import FormData
from aiohttp.abc import AbstractStreamWriter
from aiohttp.payload import Payload

from bot.domain.request import ApiCall
from bot.proxy.answers import find_format
from bot.proxy.profile import Profile

Scalar = str | int | float | bool

_SLICE_BYTES = 64 * 1024
_ENDING = MappingProxyType({"png": "png", "jpeg": "jpg", "webp": "webp"})

# What a provider does anyway when the field is left out, so that nothing the asker chose was dropped.
_SAME_WITHOUT: MappingProxyType[str, frozenset[Scalar]] = MappingProxyType(
    {
        "n": frozenset({1}),
        "size": frozenset({"auto"}),
        "quality": frozenset({"auto"}),
        "background": frozenset({"auto", "opaque"}),
        "output_format": frozenset({"png"}),
        "input_fidelity": frozenset({"low"}),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything that a request says.

    `dropped` are the fields that the asker chose and that the provider does not take.
    """

    fields: Mapping[str, Scalar] = field(repr=False)
    images: tuple[bytes, ...] = field(default=(), repr=False)
    mask: bytes | None = field(default=None, repr=False)
    dropped: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Scalar]:
        """Write the body of a generation."""
        return dict(self.fields)

    def to_multipart(self) -> FormData:
        """Write the body of an edit, for one attempt: aiohttp uses a form up.

        One picture goes as `image`, several as `image[]`; never both, which LiteLLM answers with 422.
        """
        form = FormData()
        for name, value in self.fields.items():
            form.add_field(name, _to_text(value))
        for index, image in enumerate(self.images):
            name = "image" if len(self.images) == 1 else "image[]"
            image_format = find_format(image) or "png"
            form.add_field(
                name,
                _File(image, content_type=f"image/{image_format}"),
                filename=f"image_{index}.{_ENDING[image_format]}",
            )
        if self.mask is not None:
            form.add_field("mask", _File(self.mask, content_type="image/png"), filename="mask.png")
        return form


def build_form(call: ApiCall, profile: Profile, *, partial_images: int | None, without: frozenset[str]) -> Form:
    """Choose the fields to send.

    `partial_images` asks for a stream with that many sketches; None for an answer in one piece. `without` are
    fields that the provider turned out not to take.
    """
    options = call.options
    chosen: dict[str, Scalar | None] = {
        "n": options.n,
        "size": options.size,
        "quality": options.quality.value,
        "background": options.background.value,
        "output_format": options.output_format.value,
        "seed": options.seed,
        "input_fidelity": options.input_fidelity.value if options.input_fidelity and call.images else None,
    }
    wanted: dict[str, Scalar | None] = {
        "model": profile.model_name(options.model),
        "prompt": call.prompt,
        **chosen,
        "user": call.user,
        "stream": None if partial_images is None else True,
        "partial_images": partial_images,
        **profile.sent,
    }
    if options.moderation is not None and (profile.moderates_edits or not call.images):
        wanted["moderation"] = options.moderation.value
    left_out = profile.omitted | without
    return Form(
        fields={name: value for name, value in wanted.items() if value is not None and name not in left_out},
        images=call.images,
        mask=call.mask,
        dropped=tuple(
            name
            for name, value in chosen.items()
            if name in left_out and value is not None and value not in _SAME_WITHOUT.get(name, ())
        ),
    )


def _to_text(value: Scalar) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


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
