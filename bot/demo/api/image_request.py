"""What was asked for: checked parameters, with each `auto` and the seed made concrete."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from bot.demo.api.drawing.palette import words_of
from bot.demo.api.drawing.render import PictureSpec
from bot.demo.api.drawing.retouch import Sources
from bot.demo.api.errors import bad_request, not_of_model, wrong_value
from bot.demo.api.fields import SEED_LIMIT
from bot.demo.api.models import DEFAULT_MODEL, MOST_PIXELS, Model, find_model, parse_size, read_size
from bot.demo.api.phrases import BIG_SIDE, Phrases, find_phrases

_TALL = frozenset({"portrait", "tall", "poster", "phone"})
_WIDE = frozenset({"landscape", "wide", "panorama", "banner", "wallpaper"})
_CUT_OUT = frozenset({"sticker", "logo", "icon", "emoji", "cutout", "transparent"})
_AUTO_QUALITY = "high"
_FRAMES = 9
_SHEETS = {9: (3, 3), 12: (4, 3), 16: (4, 4)}
"""How the frames of an animation lie on their sheet, columns and rows, by the most that fit."""
_FRAME_SIDE = 512


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """One request for `n` pictures that differ by their number alone."""

    picture: PictureSpec
    phrases: Phrases
    n: int
    stream: bool
    partial_images: int
    high_fidelity: bool

    @property
    def operation(self) -> str:
        """The first part of the names of its events."""
        return "image_edit" if self.picture.sources else "image_generation"


def settle(values: dict[str, Any], model: Model, sources: Sources | None) -> ImageRequest:
    """Settle checked values; see `check_together` for what they must keep to."""
    phrases = find_phrases(values["prompt"])
    width, height = _settle_size(values, model, sources)
    if phrases.big and width * height < BIG_SIDE**2:
        width = height = BIG_SIDE
    transparent = _is_transparent(values, sources)
    picture = PictureSpec(
        prompt=values["prompt"],
        seed=values["seed"] if values.get("seed") is not None else secrets.randbelow(SEED_LIMIT + 1),
        width=width,
        height=height,
        quality=_concrete(values, "quality") or _AUTO_QUALITY,
        transparent=transparent,
        keeps_alpha=transparent or _keeps_alpha(values, sources),
        output_format=values.get("output_format", "png"),
        compression=values.get("output_compression", 100),
        sources=sources,
        frames=values.get("frame_count", _FRAMES),
        frame_ms=values.get("frame_duration_ms", 200),
        drift=model.drift,
    )
    return ImageRequest(
        picture=picture,
        phrases=phrases,
        n=values.get("n", 1),
        stream=values.get("stream", False),
        partial_images=values.get("partial_images", 0),
        high_fidelity=values.get("input_fidelity") == "high",
    )


def check_together(values: dict[str, Any], files: Collection[str] = ()) -> Model:
    """Check what one value alone does not show, and find the model; `files` are the fields that hold one.

    Raises:
        ApiError: 400 for a value that the model does not have or that does not go with another; 404 for the model.
    """
    model = find_model(values.get("model", DEFAULT_MODEL))
    quality, output_format = values.get("quality", "auto"), values.get("output_format", "png")
    if quality not in model.qualities:
        raise wrong_value("quality", quality, model.qualities)
    if output_format not in model.formats:
        raise wrong_value("output_format", output_format, model.formats)
    if "input_fidelity" in values and not model.input_fidelity:
        message = f"The model '{model.name}' does not support the 'input_fidelity' parameter."
        raise bad_request(message, param="input_fidelity", code="invalid_input_fidelity_model")
    if "complexity" in values and not model.newest:
        raise not_of_model("complexity", model.name)
    _check_format(values, model, output_format)
    _check_animation(values, model, output_format, files)
    if "partial_images" in values and not values.get("stream"):
        message = "The 'partial_images' parameter is only supported when 'stream' is true."
        raise bad_request(message, param="partial_images", code="invalid_value")
    if "markup" in files:
        if not model.markup:
            raise not_of_model("markup", model.name)
        if "mask" in files:
            raise bad_request("'markup' cannot be combined with 'mask'.", param="markup", code="invalid_value")
    return model


def _check_format(values: dict[str, Any], model: Model, output_format: str) -> None:
    if values.get("background") == "transparent":
        if model.opaque_alone:
            message = "Transparent background is not supported for this model."
            raise bad_request(message, param="background", code="invalid_value")
        if output_format == "jpeg":
            message = "Transparent background is not supported for JPEG output format. Use 'png' or 'webp'."
            raise bad_request(message, param="background", code="invalid_value")
    if "output_compression" in values and output_format == "png" and values["output_compression"] < 100:  # noqa: PLR2004 - per cent
        message = "Compression less than 100 is not supported for PNG output format."
        raise bad_request(message, param="output_compression", code="invalid_value")


def _check_animation(values: dict[str, Any], model: Model, output_format: str, files: Collection[str]) -> None:
    if output_format == "gif":
        columns, rows = next(grid for most, grid in _SHEETS.items() if values.get("frame_count", _FRAMES) <= most)
        parse_size(values.get("size", "auto"), model, columns=columns, rows=rows)
    else:
        parse_size(values.get("size", "auto"), model)
        for name in ("frame_count", "frame_duration_ms"):
            if name in values:
                message = f"The '{name}' parameter is only supported with output_format=gif."
                raise bad_request(message, param=name, code="invalid_value")
    if output_format not in {"gif", "svg"}:
        return
    for name in ("stream", "partial_images", "output_compression"):
        if values.get(name):
            message = f"The '{name}' parameter is not supported for {output_format.upper()} output format."
            raise bad_request(message, param=name, code="invalid_value")
    if output_format == "gif" and "mask" in files:
        raise bad_request("GIF output does not support masks.", param="mask", code="invalid_value")
    if output_format == "svg" and values.get("n", 1) > 1:
        raise bad_request("SVG output requires n=1.", param="n", code="invalid_value")


def _concrete(values: dict[str, Any], name: str) -> str | None:
    value: str = values.get(name, "auto")
    return None if value == "auto" else value


def _settle_size(values: dict[str, Any], model: Model, sources: Sources | None) -> tuple[int, int]:
    animated = values.get("output_format") == "gif"
    size = read_size(values.get("size", "auto")) if animated else parse_size(values.get("size", "auto"), model)
    if size:
        return size
    if animated:
        return _FRAME_SIDE, _FRAME_SIDE
    if sources:
        width, height = sources.base.size
        shrink = min(1.0, (MOST_PIXELS / (width * height)) ** 0.5)
        return max(1, int(width * shrink)), max(1, int(height * shrink))
    words = words_of(values["prompt"])
    if words & _TALL:
        return 1024, 1536
    return (1536, 1024) if words & _WIDE else (1024, 1024)


def _is_transparent(values: dict[str, Any], sources: Sources | None) -> bool:
    background = _concrete(values, "background")
    if background:
        return background == "transparent"
    fits = sources is None and values.get("output_format") not in {"jpeg", "gif", "svg"}
    return fits and bool(words_of(values["prompt"]) & _CUT_OUT)


def _keeps_alpha(values: dict[str, Any], sources: Sources | None) -> bool:
    has_alpha = sources is not None and sources.base.mode == "RGBA"
    return has_alpha and _concrete(values, "background") is None and values.get("output_format") != "jpeg"
