"""An edit: a region of a photograph painted anew, or the whole of it in other colours."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps

from bot.demo.api.drawing.canvas import Canvas, Floats, Pixels, mix
from bot.demo.api.drawing.palette import Palette, pick
from bot.demo.api.drawing.scene import Idea, paint_scene

_LONGEST_RATIO = 4
_MOST_INSETS = 15


@dataclass(frozen=True, slots=True)
class Sources:
    """The pictures to edit, upright: `base` and `others` in RGB or RGBA, `keep` the mask's alpha (L) or None."""

    base: Image.Image
    others: tuple[Image.Image, ...] = ()
    keep: Image.Image | None = None

    def at(self, width: int, height: int) -> "Sources":
        """The same at another size, cut to its shape where that is another."""
        if self.base.size == (width, height):
            return self
        size = (width, height)
        return Sources(
            base=ImageOps.fit(self.base, size, Image.Resampling.LANCZOS),
            others=self.others,
            keep=ImageOps.fit(self.keep, size, Image.Resampling.BILINEAR) if self.keep else None,
        )


def blend(base: Pixels, paint: Pixels, keep: Pixels) -> Pixels:
    """Lay `paint` over `base` where `keep`, shape (height, width), is 0; where it is 255, base stays bit by bit."""
    stays = keep.astype(np.uint16)[..., None]
    return ((base * stays + paint * (255 - stays) + 127) // 255).astype(np.uint8)


def box_of(region: npt.NDArray[np.bool_]) -> tuple[int, int, int, int] | None:
    """The smallest left, top, right, bottom that holds every True; None where there is none."""
    rows, columns = np.flatnonzero(region.any(axis=1)), np.flatnonzero(region.any(axis=0))
    if not rows.size:
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def roomy(width: int, height: int) -> tuple[int, int]:
    """The size of a frame that holds this one and is at most four times as long as wide."""
    return max(width, -(-height // _LONGEST_RATIO), 16), max(height, -(-width // _LONGEST_RATIO), 16)


def restyle(canvas: Canvas, photo: Floats, idea: Idea) -> Floats:
    """Colour a photograph by a palette and let a scene show through its lights, shape (3, height, width)."""
    grey = photo[0] * np.float32(0.299) + photo[1] * np.float32(0.587) + photo[2] * np.float32(0.114)
    low, high = (float(value) for value in np.percentile(grey[::8, ::8], (2, 98)))
    tone = np.clip((grey - np.float32(low)) / np.float32(max(high - low, 0.05)), 0, 1)
    toned = pick(_grades(idea.palette), tone * np.float32(0.94) + np.float32(0.03))
    toned = toned * np.float32(0.78) + photo * np.float32(0.22)
    scene = paint_scene(canvas, idea)
    mix(toned, scene, np.float32(0.16) + tone * np.float32(0.36))
    return toned


def _grades(palette: Palette) -> tuple[str, ...]:
    return (palette.field[0], *palette.field[2:])


def lay_insets(pixels: Pixels, others: tuple[Image.Image, ...]) -> None:
    """Show further pictures as small framed prints in the lower right, above the band, in place."""
    height, width = pixels.shape[:2]
    side = max(12, round(0.19 * min(height, width)))
    gap = max(2, side // 9)
    in_row = max(1, (width - gap) // (side + gap))
    ground = Image.fromarray(pixels[..., :3])
    for number, other in enumerate(others[:_MOST_INSETS]):
        row, column = divmod(number, in_row)
        left = width - (column + 1) * (side + gap)
        top = height - round(0.075 * min(height, width)) - (row + 1) * (side + gap)
        print_ = ImageOps.expand(ImageOps.fit(other.convert("RGB"), (side - gap, side - gap)), gap // 2, "white")
        ground.paste(print_, (left, top))
    pixels[..., :3] = np.asarray(ground)
