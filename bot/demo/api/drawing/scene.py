"""Which picture a prompt gets: its words choose scene and colours, the seed chooses the rest."""

from dataclasses import dataclass

from bot.demo.api.drawing.abstract import paint_silk, paint_space
from bot.demo.api.drawing.canvas import Canvas, Floats
from bot.demo.api.drawing.flower import paint_flower
from bot.demo.api.drawing.land import Terrain, paint_land
from bot.demo.api.drawing.motif import find_motif, paint_motif
from bot.demo.api.drawing.palette import Palette, choose_palette, words_of
from bot.demo.api.drawing.sky import View, paint_sky, place_light
from bot.demo.api.drawing.water import paint_water

_WORDS = {
    "space": "space planet galaxy cosmos nebula orbit saturn mars universe asteroid",
    "flower": "flower flowers rose roses petal petals tulip dahlia bloom blossom blossoms lotus peony sunflower",
    "silk": "abstract silk pattern texture wallpaper marble paint flame flames fire smoke fabric liquid swirl lava",
    "sea": (
        "sea ocean lake river water wave waves beach island boat boats ship sail sailboat coast bay lighthouse otter "
        "whale fish"
    ),
    "dunes": "desert dune dunes sand sahara camel hill hills meadow valley field",
    "forest": "forest woods woodland jungle pine pines tree trees fox bear wolf deer cabin christmas",
    "ridges": "mountain mountains alps peak peaks cliff canyon volcano glacier castle dragon snow winter snowy",
}
_SCENE_OF_WORD = {word: name for name, words in reversed(_WORDS.items()) for word in words.split()}
_ANY = ("ridges", "sea", "dunes", "forest", "silk", "ridges", "sea", "space")
_HORIZONS = {"sea": 0.57, "dunes": 0.56, "forest": 0.5, "ridges": 0.5}
_SNOWY = frozenset({"winter", "aurora", "dawn"})


@dataclass(frozen=True, slots=True)
class Idea:
    """What to paint: the scene's name, its colours, and the thing in it, if any."""

    scene: str
    palette: Palette
    motif: str | None


def have_idea(prompt: str, seed: int) -> Idea:
    """Read a prompt; what it leaves open is chosen by the seed."""
    words = words_of(prompt)
    scenes = [name for name in _WORDS if any(_SCENE_OF_WORD.get(word) == name for word in words)]
    return Idea(
        scene=scenes[0] if scenes else _ANY[seed // 16 % len(_ANY)],
        palette=choose_palette(prompt, seed),
        motif=find_motif(words),
    )


def paint_scene(canvas: Canvas, idea: Idea) -> Floats:
    """Paint an idea, shape (height, width, 3), sRGB of 0 to 1."""
    match idea.scene:
        case "space":
            return paint_space(canvas, idea.palette)
        case "flower":
            return paint_flower(canvas, idea.palette)
        case "silk":
            return paint_silk(canvas, idea.palette)
        case _:
            return _paint_landscape(canvas, idea)


def _paint_landscape(canvas: Canvas, idea: Idea) -> Floats:
    horizon = _HORIZONS[idea.scene]
    low = idea.scene == "sea"
    view = View(canvas, idea.palette, place_light(canvas, horizon, low=low), horizon)
    picture = paint_sky(view)
    snow = 0.75 if idea.palette.name in _SNOWY else 0.0
    match idea.scene:
        case "sea":
            paint_water(view, picture)
        case "dunes":
            paint_land(view, picture, Terrain(peaks=False))
        case "forest":
            paint_land(view, picture, Terrain(peaks=True, rise=0.45, snow=snow, pines=1))
        case _:
            paint_land(view, picture, Terrain(peaks=True, rise=0.85, snow=snow, pines=0.35 if snow else 0))
    if idea.motif:
        paint_motif(view, picture, idea.motif, on_water=idea.scene == "sea")
    return picture
