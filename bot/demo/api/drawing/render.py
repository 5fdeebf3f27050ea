"""One picture from its description to a finished file; blocking, for a worker thread."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from bot.demo.api.drawing.canvas import Canvas, Floats, Pixels
from bot.demo.api.drawing.caption import font_size_of, write_band, write_inside
from bot.demo.api.drawing.drift import Drift, stray
from bot.demo.api.drawing.encode import encode, encode_animation
from bot.demo.api.drawing.retouch import Sources, blend, box_of, lay_insets, restyle, roomy
from bot.demo.api.drawing.scene import have_idea, paint_scene
from bot.demo.api.drawing.subject import paint_subject

_DETAIL = {"low": 0, "medium": 2, "high": 3, "xhigh": 4, "max": 5}
# Painted pixels: a larger picture is painted at this many and enlarged, so that 4K takes no longer than 2K.
_MOST_PAINTED = {"low": 393_216, "medium": 1_048_576, "high": 1_572_864, "xhigh": 2_359_296, "max": 4_194_304}
_OPAQUE = 255
_RGBA = 4
_MOSTLY_PAINTED = 64


@dataclass(frozen=True, slots=True)
class PictureSpec:
    """One picture to render; the size in pixels is exact, `quality` is low, medium, high, xhigh or max.

    `transparent` asks for a subject on nothing; `keeps_alpha` lets an edit keep the alpha of its picture. `frames` are
    those of an animation. `drift` is how an edit with a mask strays from it.
    """

    prompt: str
    seed: int
    width: int
    height: int
    quality: str
    transparent: bool
    keeps_alpha: bool
    output_format: str
    compression: int
    sources: Sources | None = None
    frames: int = 1
    frame_ms: int = 200
    drift: Drift | None = None


def render(spec: PictureSpec, *, clarity: float = 1.0) -> bytes:
    """Render a picture; the same description gives the same bytes.

    `clarity` under 1 gives an early stage of the same picture: painted at that fraction of its size, enlarged.
    """
    pixels = _edit(spec, spec.sources, clarity) if spec.sources else _generate(spec, clarity)
    if spec.output_format == "gif":
        return encode_animation(pixels, frames=spec.frames, frame_ms=spec.frame_ms)
    return encode(pixels, spec.output_format, spec.compression)


def render_noise(spec: PictureSpec) -> bytes:
    """Render pure noise, which no encoder can shrink, with the words of every other picture."""
    pixels = np.random.default_rng(spec.seed).integers(0, 256, (spec.height, spec.width, 3), dtype=np.uint8)
    write_band(pixels, spec.prompt)
    return encode(pixels, spec.output_format, spec.compression)


def _generate(spec: PictureSpec, clarity: float) -> Pixels:
    pixels = _paint(spec, spec.width, spec.height, clarity)
    write_band(pixels, spec.prompt)
    return pixels


def _paint(spec: PictureSpec, width: int, height: int, clarity: float) -> Pixels:
    """Paint the prompt into a frame, with alpha where the picture is to be transparent."""
    canvas = _canvas(spec, width, height, clarity)
    idea = have_idea(spec.prompt, spec.seed)
    if not spec.transparent:
        return _to_pixels(paint_scene(canvas, idea), width, height)
    colours, alpha = paint_subject(canvas, idea, spec.prompt)
    return _to_pixels(np.concatenate((colours, alpha[None])), width, height)


def _canvas(spec: PictureSpec, width: int, height: int, clarity: float) -> Canvas:
    shrink = min(1.0, (_MOST_PAINTED[spec.quality] / (width * height)) ** 0.5) * clarity
    size = max(8, round(width * shrink)), max(8, round(height * shrink))
    return Canvas(*size, spec.seed, _DETAIL[spec.quality])


def _to_pixels(picture: Floats, width: int, height: int) -> Pixels:
    """Round to bytes, and enlarge what was painted smaller."""
    np.clip(picture, 0, 1, out=picture)
    planes = (picture * np.float32(255) + np.float32(0.5)).astype(np.uint8)
    pixels = np.ascontiguousarray(planes.transpose(1, 2, 0))
    if pixels.shape[:2] == (height, width):
        return pixels
    return np.array(Image.fromarray(pixels).resize((width, height), Image.Resampling.BICUBIC))


def _edit(spec: PictureSpec, given: Sources, clarity: float) -> Pixels:
    sources = given.at(spec.width, spec.height)
    base = np.array(sources.base)
    if base.shape[2] == _RGBA and not spec.keeps_alpha:
        ground = Image.new("RGBA", sources.base.size, "white")
        base = np.array(Image.alpha_composite(ground, sources.base).convert("RGB"))
    drift = spec.drift or Drift()
    if sources.keep is None or drift.ignores_mask:
        return _edit_whole(spec, base, sources, clarity)
    if drift.unrelated:
        return _generate(spec, clarity)
    keep = np.asarray(sources.keep)
    edited = _edit_region(spec, base, sources, keep, clarity)
    return edited if spec.drift is None else stray(edited, keep, spec.drift, seed=spec.seed)


def _edit_whole(spec: PictureSpec, base: Pixels, sources: Sources, clarity: float) -> Pixels:
    canvas = _canvas(spec, spec.width, spec.height, clarity)
    small = Image.fromarray(base[..., :3]).resize((canvas.width, canvas.height), Image.Resampling.BILINEAR)
    photo = np.asarray(small, dtype=np.float32).transpose(2, 0, 1) / np.float32(255)
    styled = _to_pixels(restyle(canvas, photo, have_idea(spec.prompt, spec.seed)), spec.width, spec.height)
    pixels = np.dstack((styled, base[..., 3])) if base.shape[2] == _RGBA else styled
    if spec.transparent:
        alpha = _paint(spec, spec.width, spec.height, clarity)[..., 3]
        pixels = np.dstack((styled, alpha))
    lay_insets(pixels, sources.others)
    write_band(pixels, spec.prompt)
    return pixels


def _edit_region(spec: PictureSpec, base: Pixels, sources: Sources, keep: Pixels, clarity: float) -> Pixels:
    box = box_of(keep < _OPAQUE)
    if box is None:
        return base
    left, top, right, bottom = box
    frame = roomy(right - left, bottom - top)
    paint = _paint(spec, *frame, clarity)
    skip = (frame[0] - (right - left)) // 2, (frame[1] - (bottom - top)) // 2
    paint = paint[skip[1] : skip[1] + bottom - top, skip[0] : skip[0] + right - left].copy()
    lay_insets(paint, sources.others)
    size = font_size_of(spec.width, spec.height)
    write_inside(paint, spec.prompt, keep[top:bottom, left:right] < _MOSTLY_PAINTED, size=size)
    under = base[top:bottom, left:right]
    channels = max(under.shape[2], paint.shape[2])
    whole = _with_channels(base, channels).copy()
    whole[top:bottom, left:right] = blend(
        _with_channels(under, channels), _with_channels(paint, channels), keep[top:bottom, left:right]
    )
    return whole


def _with_channels(pixels: Pixels, channels: int) -> Pixels:
    if pixels.shape[2] == channels:
        return pixels
    return np.dstack((pixels, np.full(pixels.shape[:2], 255, dtype=np.uint8)))
