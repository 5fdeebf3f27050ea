"""The catalogue of models: options, limits, prices and shut-down dates; its data are in models.toml."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

ANY_SIZE = "any"
"""In a table of prices: the most that a picture of any size comes to."""
AUTO_QUALITY = "high"
"""What `auto` counts as before it is known: the dearest that models have been seen to choose by themselves."""

_SNAPSHOT = re.compile(r"(?P<model>.+)-\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class FreeSizes:
    """The rules of a model that takes any `WxH`: sides and ratios in pixels."""

    divisor: int
    longest_ratio: int
    longest_side: int
    fewest_pixels: int
    most_pixels: int


@dataclass(frozen=True, slots=True)
class Prices:
    """What a model costs, in micro-USD.

    The three token prices are per million tokens, so a price of 5 USD is 5_000_000. `pictures` maps a quality to the
    prices of one picture by its size, with `ANY_SIZE` for the sizes that are not among them; qualities without a known
    price are missing. `input_picture` is the most that an input picture adds, `input_fidelity` what it adds more where
    the edit is to keep closely to it.
    """

    text_in: int
    image_in: int
    image_out: int
    pictures: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    input_picture: int = 0
    input_fidelity: int = 0

    def of_picture(self, quality: str, size: str) -> int | None:
        """Find the price of one picture, in the highest case where its size or quality is not set or not known."""
        if quality == "auto":
            quality, size = AUTO_QUALITY, ANY_SIZE
        by_size = self.pictures.get(quality)
        if not by_size:
            return None
        return by_size.get(size, by_size.get(ANY_SIZE, max(by_size.values())))


@dataclass(frozen=True, slots=True)
class Model:
    """One model: what it takes, what it costs and when it ends.

    `sizes` are the sizes that a command suggests; with `free_sizes` others are allowed too. `input_pixels` is the
    budget that an input picture is scaled down to. `complexities` are how much it can be told to plan, `frame_sizes`
    the usual ones of an animation. `markup`: an edit may come with strokes over its picture. `prices` is None where no
    price is known. `is_known`: it is in the catalogue, so that what stands here is true of it.
    """

    name: str
    sizes: tuple[str, ...]
    qualities: tuple[str, ...]
    backgrounds: tuple[str, ...]
    input_fidelity: bool
    input_pixels: int
    formats: tuple[str, ...] = ("png", "webp", "jpeg")
    complexities: tuple[str, ...] = ()
    markup: bool = False
    frame_sizes: tuple[str, ...] = ()
    free_sizes: FreeSizes | None = None
    prices: Prices | None = None
    shut_down: date | None = None
    shut_down_by: str | None = None
    is_known: bool = True

    def is_gone(self, today: date) -> bool:
        """Whether its maker has shut it down."""
        return self.shut_down is not None and self.shut_down <= today


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every model we know, in the order to offer them, the newest first.

    `unlisted` are names that are known and not offered; `aliases` are the provider's own names of models, by ours,
    from the file of the person who runs the bot.
    """

    models: tuple[Model, ...]
    default: str
    unlisted: tuple[Model, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)

    def find(self, name: str) -> Model:
        """Look a model up; an unknown name gets the widest option set and no price."""
        return self._find_known(name) or self._widest(name)

    def knows(self, name: str) -> bool:
        """Say whether a name is one of ours, or a dated snapshot of one."""
        return self._find_known(name) is not None

    def dearest(self, quality: str) -> int:
        """Find the highest price of a picture of a quality, in micro-USD; of all, where no model has that quality."""
        priced = [model.prices for model in (*self.models, *self.unlisted) if model.prices]
        found = [price for prices in priced if (price := prices.of_picture(quality, ANY_SIZE)) is not None]
        every = [price for prices in priced for by_size in prices.pictures.values() for price in by_size.values()]
        return max(found or every, default=0)

    def _find_known(self, name: str) -> Model | None:
        dated = _SNAPSHOT.fullmatch(name)
        names = (name, dated["model"]) if dated else (name,)
        known = (model for one in names for model in (*self.models, *self.unlisted) if model.name == one)
        found = next(known, None)
        return found if found is None or found.name == name else replace(found, name=name)

    def _widest(self, name: str) -> Model:
        widest = max(self.models, key=_width)
        return replace(
            widest, name=name, input_fidelity=True, prices=None, shut_down=None, shut_down_by=None, is_known=False
        )


@cache
def load_catalogue(file: Path | None = None) -> Catalogue:
    """Read models.toml, which is part of the package, and upon it a file of the same form.

    Raises:
        ValueError: what is wrong with that file.
        OSError: it cannot be read.
    """
    text = resources.files("bot.domain").joinpath("models.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    if file is None:
        return _from_data(data)
    try:
        more = tomllib.loads(file.read_text(encoding="utf-8"))
        return _from_data(_laid_over(data, more))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"something is missing or of another kind: {error}") from error


def _laid_over(data: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    models = {name: {**data["models"].get(name, {}), **table} for name, table in more.get("models", {}).items()}
    rest = {name: table for name, table in data["models"].items() if name not in models}
    return {
        "default": more.get("default", data["default"]),
        "families": data["families"] | more.get("families", {}),
        "prices": {
            name: {**data["prices"].get(name, {}), **more.get("prices", {}).get(name, {})}
            for name in data["prices"] | more.get("prices", {})
        },
        # One's own come first; a model that only got another price keeps its place.
        "models": {
            **{name: table for name, table in models.items() if name not in data["models"]},
            **{name: models.get(name, table) for name, table in {**data["models"], **rest}.items()},
        },
    }


def _from_data(data: dict[str, Any]) -> Catalogue:
    found = {name: _from_table(name, table, data) for name, table in data["models"].items()}
    offered = {name for name, table in data["models"].items() if table.get("offered", True)}
    catalogue = Catalogue(
        models=tuple(model for name, model in found.items() if name in offered),
        default=data["default"],
        unlisted=tuple(model for name, model in found.items() if name not in offered),
        aliases={name: str(table["alias"]) for name, table in data["models"].items() if "alias" in table},
    )
    if not catalogue.knows(catalogue.default):
        raise ValueError(f"default is {catalogue.default!r}, and there is no such model")
    return catalogue


def _from_table(name: str, table: dict[str, Any], data: dict[str, Any]) -> Model:
    family = _extended(data["families"], table.get("family", "gpt-image-2.6"))
    prices = _extended(data["prices"], table["prices"]) if "prices" in table else None
    return Model(
        name=name,
        sizes=tuple(table.get("sizes", family["sizes"])),
        qualities=tuple(table.get("qualities", family["qualities"])),
        backgrounds=tuple(table.get("backgrounds", family["backgrounds"])),
        input_fidelity=table.get("input_fidelity", family["input_fidelity"]),
        input_pixels=family["input_pixels"],
        formats=tuple(table.get("formats", family["formats"])),
        complexities=tuple(family.get("complexities", ())),
        markup=table.get("markup", family.get("markup", False)),
        frame_sizes=tuple(family.get("frame_sizes", ())),
        free_sizes=FreeSizes(**family["free_sizes"]) if "free_sizes" in family else None,
        prices=Prices(**prices) if prices else None,
        shut_down=table.get("shut_down"),
        shut_down_by=table.get("shut_down_by"),
    )


def _extended(tables: dict[str, Any], name: str) -> dict[str, Any]:
    table = dict(tables[name])
    below = table.pop("extends", None)
    if below is None:
        return table
    base = _extended(tables, below)
    pictures = {**base.get("pictures", {}), **table.get("pictures", {})}
    return {**base, **table, **({"pictures": pictures} if pictures else {})}


def _width(model: Model) -> tuple[bool, int, int, int]:
    return model.free_sizes is not None, len(model.qualities), len(model.formats), len(model.backgrounds)
