"""What a model does to the pixels that a mask keeps, for those who want to see whether they notice."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from bot.demo.api.drawing.canvas import Canvas, Pixels

_TONES = (17, 17, -17)
"""Levels of 255 that red, green and blue are off by: images come back yellower."""
_MOVED = (0.006, -0.004)
"""To the right and down, of the longer side: 6 and 4 pixels of 1024."""
_SCALED = 1.008
_GRAIN, _REDRAWN_GRAIN = 3.0, 44.0
"""Standard deviations in levels: everywhere, and on the half of the kept pixels that is drawn anew."""
_PATCHES = 5.0
_COARSER = 3
_TEXTURE = 14.0
_NOISE_TAG, _PATCH_TAG = 901, 902


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How an edit with a mask strays from what the mask says.

    `tint` puts every pixel 17 levels off, `shift` moves the picture by some pixels, `scale` enlarges it by 0.8 %,
    `grain` lays noise over the pixels that are kept, strong on half of them. `repaint` draws them all anew, so that
    they look alike and none is the same. `ignores_mask` changes all of the picture as if there were no mask, and
    `unrelated` draws the prompt and has nothing of the picture.
    """

    tint: bool = False
    shift: bool = False
    scale: bool = False
    grain: bool = False
    repaint: bool = False
    ignores_mask: bool = False
    unrelated: bool = False


def stray(pixels: Pixels, kept: Pixels, drift: Drift, *, seed: int) -> Pixels:
    """Let a finished edit of shape (height, width, 3 or 4) stray; its alpha moves along and is not changed besides.

    `kept` is the mask's alpha, shape (height, width): 255 where the picture should have stayed.
    """
    colours = pixels[..., :3].astype(np.float32)
    stays = (kept.astype(np.float32) / 255)[..., None]
    height, width = kept.shape
    canvas = Canvas(width, height, seed, 0)
    if drift.repaint:
        colours += (_redraw(pixels, canvas) - colours) * stays
    if drift.grain:
        colours += _grain(canvas) * stays
    if drift.tint:
        colours += np.array(_TONES, np.float32)
    strayed = np.dstack((np.clip(colours + 0.5, 0, 255).astype(np.uint8), pixels[..., 3:]))
    if drift.shift or drift.scale:
        strayed = _move(strayed, shift=drift.shift, scale=drift.scale)
    return np.ascontiguousarray(strayed)


def _redraw(pixels: Pixels, canvas: Canvas) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Draw the same picture without its finest details, and with others in their place."""
    picture = Image.fromarray(np.ascontiguousarray(pixels[..., :3]))
    small = picture.resize((max(1, canvas.width // _COARSER), max(1, canvas.height // _COARSER)))
    smooth = np.asarray(small.resize(picture.size, Image.Resampling.BICUBIC)).astype(np.float32)
    texture = canvas.noise(_NOISE_TAG, canvas.height / 8, octaves=3) * np.float32(_TEXTURE)
    # A texture that is nearly nothing somewhere would leave flat pixels there as they were.
    return smooth + (texture + np.where(texture < 0, np.float32(-2), np.float32(2)))[..., None]


def _grain(canvas: Canvas) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    noise = canvas.rng(_NOISE_TAG).standard_normal((canvas.height, canvas.width, 3), dtype=np.float32)
    patches = canvas.noise(_PATCH_TAG, _PATCHES, octaves=1)
    strong = patches > np.median(patches)
    return noise * np.where(strong, np.float32(_REDRAWN_GRAIN), np.float32(_GRAIN))[..., None]


def _move(pixels: Pixels, *, shift: bool, scale: bool) -> Pixels:
    """Enlarge about the middle and move; what comes in from outside continues the edge."""
    height, width = pixels.shape[:2]
    longer = max(width, height)
    right, down = (_whole(share * longer) for share in _MOVED) if shift else (0, 0)
    margin = longer // 50 + 2
    wide = Image.fromarray(np.pad(pixels, ((margin, margin), (margin, margin), (0, 0)), mode="edge"))
    step = 1 / _SCALED if scale else 1.0
    # Output x lies at (x + 0.5 - middle - moved) * step + middle of the picture; Pillow takes the centres itself.
    left = (-width / 2 - right) * step + width / 2 + margin
    top = (-height / 2 - down) * step + height / 2 + margin
    moved = wide.transform(
        (width, height), Image.Transform.AFFINE, (step, 0, left, 0, step, top), Image.Resampling.BICUBIC
    )
    return np.asarray(moved)


def _whole(pixels: float) -> int:
    """Round away from nothing, so that small pictures move too."""
    return int(np.sign(pixels)) * max(1, round(abs(pixels)))
