"""The canvas: coordinates, and noise that is the same picture at every resolution."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

Floats = npt.NDArray[np.floating[Any]]
"""Values of a picture: float32, 0 to 1 where they are colours or amounts."""
Pixels = npt.NDArray[np.uint8]
"""A finished picture, shape (height, width, 3 or 4), RGB or RGBA."""


@dataclass(frozen=True)
class Canvas:
    """A frame to paint in; lengths are in units of its height.

    `detail` counts how many octaves finer than a rough sketch to paint. Everything random comes from `seed` and
    a tag, never from the resolution, so that a small canvas shows the same picture as a large one.
    """

    width: int
    height: int
    seed: int
    detail: int

    @property
    def aspect(self) -> float:
        """Width in heights."""
        return self.width / self.height

    @property
    def pixel(self) -> float:
        """One pixel in heights."""
        return 1 / self.height

    @cached_property
    def x(self) -> Floats:
        """The middle of each column in heights, shape (1, width)."""
        return ((np.arange(self.width, dtype=np.float32) + 0.5) / self.height)[None, :]

    @cached_property
    def y(self) -> Floats:
        """The middle of each row, 0 to 1, shape (height, 1)."""
        return ((np.arange(self.height, dtype=np.float32) + 0.5) / self.height)[:, None]

    def rng(self, tag: int, part: int = 0) -> np.random.Generator:
        """A source of random numbers for one purpose."""
        return np.random.default_rng([self.seed, tag, part])

    def noise(self, tag: int, cells: float, *, octaves: int = 4, stretch: float = 1.0, ridged: bool = False) -> Floats:
        """Fractal noise of about -1 to 1, shape (height, width).

        `cells` is the number of bumps a height in the first octave, `stretch` how much wider than high they are.
        Ridged noise has creases where the other crosses zero.
        """
        total = np.zeros((self.height, self.width), dtype=np.float32)
        weight = 1.0
        for octave in range(octaves):
            across, down = cells * 2**octave * self.aspect / stretch, cells * 2**octave
            if octave and down > self.height / 2:
                break
            layer = self._lattice(tag, octave, across, down)
            if ridged:
                np.abs(layer, out=layer)
                np.subtract(0.62, layer, out=layer)
                layer *= 1.5
            layer *= weight
            total += layer
            weight *= 0.5
        total *= 0.6
        return total

    def line(self, tag: int, cells: float, *, octaves: int, ridged: bool = False, roughness: float = 0.5) -> Floats:
        """Fractal noise of about -1 to 1 along the width, shape (width,)."""
        total = np.zeros(self.width, dtype=np.float32)
        weight = 1.0
        for octave in range(octaves):
            frequency = cells * 2**octave
            if octave and frequency > self.height / 2:
                break
            points = self.rng(tag, octave).uniform(-1, 1, ceil(frequency * self.aspect) + 3)
            at = self.x[0] * frequency
            left = at.astype(np.int32)
            blend = at - left
            blend = blend * blend * (3 - 2 * blend)
            layer = points[left] * (1 - blend) + points[left + 1] * blend
            total += ((1 - 2 * np.abs(layer)) if ridged else layer).astype(np.float32) * weight
            weight *= roughness
        return total * np.float32(0.6)

    def _lattice(self, tag: int, octave: int, across: float, down: float) -> Floats:
        rows, columns = ceil(down) + 4, ceil(across) + 4
        values = self.rng(tag, octave).standard_normal((rows, columns), dtype=np.float32)
        values *= 0.6
        grown = Image.fromarray(values).resize(
            (self.width, self.height), Image.Resampling.BICUBIC, box=(1.5, 1.5, 1.5 + across, 1.5 + down)
        )
        return np.array(grown)


def smoothstep(low: float, high: float, values: Floats) -> Floats:
    """0 below `low`, 1 above `high`, and an S between; `low` may be above `high`."""
    at: Floats = np.clip((values - np.float32(low)) * np.float32(1 / (high - low)), 0, 1)
    curve: Floats = at * at * (3 - 2 * at)
    return curve


def mix(picture: Floats, colour: Floats, amount: Floats) -> None:
    """Blend `colour` into `picture` in place by `amount`, 0 to 1.

    `picture` has shape (3, height, width), as all pictures do while they are painted: with the colours last numpy
    takes three times as long. `colour` has that shape or (3, 1, 1), `amount` (height, width).
    """
    picture += (colour - picture) * amount
