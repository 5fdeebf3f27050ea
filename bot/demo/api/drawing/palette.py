"""Colours: ramps blended as the eye sees them, and the palette that a prompt's words choose."""

import re
from dataclasses import dataclass
from functools import cache

import numpy as np

from bot.demo.api.drawing.canvas import Floats

_STEPS = 1024
_WORD = re.compile(r"[a-z]+")
# The end of the straight part of the sRGB curve.
_LINEAR_UNTIL = 0.04045
# The matrices of Oklab, https://bottosson.github.io/posts/oklab/ (2020-12-23).
_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one mood, each `#rrggbb`.

    `sky` runs from the top of the sky to the horizon, `land` from the far ridges to the near ones; `light` is
    the sun's or the moon's; `dark` asks for stars and a moon.
    """

    name: str
    sky: tuple[str, ...]
    land: tuple[str, ...]
    light: str
    dark: bool = False

    @property
    def field(self) -> tuple[str, ...]:
        """All colours from the darkest to the lightest, for what is no landscape."""
        return tuple(sorted({*self.sky, *self.land, self.light}, key=_brightness))


_PALETTES = (
    Palette("dawn", ("#3a4a84", "#8b7fb5", "#e3a3a8", "#fcd9b4"), ("#a98ea6", "#5a5479", "#252a4b"), "#fff2d6"),
    Palette(
        "sunset", ("#2a1758", "#7b2a78", "#d4475d", "#f88d50", "#fed885"), ("#a8405f", "#57215c", "#1b0d33"), "#fff1c4"
    ),
    Palette("day", ("#2b6fbf", "#62a8e2", "#aed8f3", "#eef6f2"), ("#9cc0d2", "#4f8a86", "#1c4a3c"), "#fffbe6"),
    Palette(
        "night", ("#060a1c", "#0f2048", "#234a7a", "#5d8fae"), ("#3a668a", "#16304f", "#060d1c"), "#f6f2df", dark=True
    ),
    Palette("forest", ("#5c8f8c", "#9dbf9f", "#d8dfb4", "#f7f0d3"), ("#9dbb98", "#457a58", "#10301f"), "#fff7d8"),
    Palette("sea", ("#15588a", "#3f97bf", "#9ed6da", "#f6efd2"), ("#77b3c2", "#2c7391", "#0a3450"), "#fff6da"),
    Palette("desert", ("#3f76a8", "#9dbfcd", "#f2d9b0", "#f9bd80"), ("#eab079", "#c9753f", "#6e2f1b"), "#fff2cc"),
    Palette("winter", ("#6a8fbd", "#a3c2de", "#d7e5f0", "#fbf3ec"), ("#b9cee0", "#6f92b3", "#28425e"), "#fff8ee"),
    Palette(
        "fire", ("#14060c", "#54101a", "#b52b16", "#f5741d", "#ffd862"), ("#9c2a1a", "#4d1016", "#140508"), "#fff0b8"
    ),
    Palette(
        "rose", ("#4b1840", "#a0376f", "#e2769a", "#f9bcbc", "#fde9dc"), ("#c9678e", "#7d2c5e", "#340f30"), "#fff3e6"
    ),
    Palette("autumn", ("#56708f", "#b3a596", "#f0c583", "#fbe5ba"), ("#d59a5c", "#a9512a", "#41190f"), "#fff3d0"),
    Palette("spring", ("#5aa2d4", "#b4dcea", "#f4e3ec", "#fcd0da"), ("#b9cfa6", "#6ba06a", "#21502f"), "#fffbe8"),
    Palette(
        "violet", ("#1b1145", "#4a2a8c", "#8e5cc7", "#dba6e0", "#fbdfe6"), ("#8a63bd", "#432a7c", "#140b34"), "#fff0f6"
    ),
    Palette(
        "aurora",
        ("#041022", "#0a2c45", "#14665f", "#4fc08d", "#c6f2c0"),
        ("#1d5a60", "#0d2f3d", "#03101a"),
        "#eefff0",
        dark=True,
    ),
    Palette(
        "gold", ("#2a1a10", "#74471a", "#c98a2b", "#f2c866", "#fdf0c4"), ("#c08a3e", "#74451c", "#24130a"), "#fff8dc"
    ),
    Palette("slate", ("#27313f", "#566577", "#97a4ae", "#dcdcd4"), ("#8b98a3", "#495766", "#171f29"), "#fffaf0"),
)

# What a word says about the hour or the colour goes before what it says about the place.
_MOODS = {
    "night": "night midnight moon moonlit moonlight star stars starry galaxy space cosmos nebula planet nacht",
    "sunset": "sunset dusk evening twilight orange synthwave tropical",
    "dawn": "dawn sunrise morning misty pastel dreamy",
    "aurora": "aurora northern teal emerald alien neon borealis",
    "winter": "winter snow snowy ice icy frost frozen glacier arctic christmas polar white",
    "autumn": "autumn fall october harvest maple brown",
    "spring": "spring blossom blossoms cherry april easter",
    "fire": "fire flame flames lava volcano volcanic dragon ember burning red inferno phoenix hell",
    "rose": "rose roses pink love heart flower flowers petal tulip peony candy valentine",
    "violet": "violet purple lavender magic magical wizard mystic fantasy dream crystal galaxy",
    "gold": "gold golden yellow amber honey treasure bee sunflower",
    "slate": "grey gray storm stormy rain rainy fog steel stone robot city noir ghost cloudy",
    "forest": "forest woods woodland jungle green tree trees leaf fox bear moss garden meadow wald",
    "sea": ("sea ocean lake river water wave waves beach island boat ship sail lighthouse otter whale fish blue meer"),
    "desert": "desert dune dunes sand canyon camel savanna sahara egypt",
    "day": "day sky noon sunny sun summer mountain mountains alps hill hills valley",
}
_MOOD_OF_WORD = {word: name for name, words in reversed(_MOODS.items()) for word in words.split()}
_RANK = {name: rank for rank, name in enumerate(_MOODS)}


def words_of(prompt: str) -> frozenset[str]:
    """The words of a prompt in lower case, without those of a test phrase."""
    return frozenset(_WORD.findall(re.sub(r"demo:\S*", " ", prompt.lower())))


def choose_palette(prompt: str, seed: int) -> Palette:
    """Take the palette that the prompt's words name, or the one that the seed picks."""
    moods = {_MOOD_OF_WORD[word] for word in words_of(prompt) if word in _MOOD_OF_WORD}
    if not moods:
        return _PALETTES[seed % len(_PALETTES)]
    name = min(moods, key=_RANK.__getitem__)
    return next(palette for palette in _PALETTES if palette.name == name)


def rgb(colour: str) -> Floats:
    """Parse `#rrggbb` to a colour of shape (3, 1, 1), 0 to 1."""
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)], dtype=np.float32)[:, None, None]


def pick(colours: tuple[str, ...], at: Floats) -> Floats:
    """Look values of 0 to 1 up in the blend from the first colour to the last; colours come as the first axis."""
    index = np.clip(at * np.float32(_STEPS - 1), 0, _STEPS - 1).astype(np.int32)
    picked: Floats = np.take(_ramp(colours), index, axis=1)
    return picked


def colour_at(colours: tuple[str, ...], at: float) -> Floats:
    """One colour of a blend, shape (3, 1, 1); `at` goes from 0 to 1."""
    return _ramp(colours)[:, round(at * (_STEPS - 1)), None, None]


@cache
def _ramp(colours: tuple[str, ...]) -> Floats:
    """Blend from the first colour to the last in Oklab, shape (3, 1024)."""
    stops = np.array([_to_lab(rgb(colour).ravel()) for colour in colours])
    at = np.linspace(0, len(colours) - 1, _STEPS)
    lab = np.stack([np.interp(at, range(len(colours)), stops[:, k]) for k in range(3)], axis=1)
    return np.ascontiguousarray(_from_lab(_smooth(lab)).T, dtype=np.float32)


def _brightness(colour: str) -> float:
    return float(rgb(colour).ravel() @ np.array([0.3, 0.59, 0.11], dtype=np.float32))


def _smooth(lab: Floats) -> Floats:
    """Round the corners at the stops, which the eye sees as bands."""
    width = _STEPS // 12
    padded = np.pad(lab, ((width, width), (0, 0)), mode="edge")
    kernel = np.hanning(2 * width + 1)
    kernel /= kernel.sum()
    return np.stack([np.convolve(padded[:, k], kernel, mode="valid") for k in range(3)], axis=1)


def _to_lab(colour: Floats) -> Floats:
    values = colour.astype(np.float64)
    linear = np.where(values <= _LINEAR_UNTIL, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    lab: Floats = _TO_LAB @ np.cbrt(_TO_LMS @ linear)
    return lab


def _from_lab(lab: Floats) -> Floats:
    linear = np.clip(((lab @ np.linalg.inv(_TO_LAB).T) ** 3) @ np.linalg.inv(_TO_LMS).T, 0, 1)
    srgb: Floats = np.where(linear <= _LINEAR_UNTIL / 12.92, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return srgb
