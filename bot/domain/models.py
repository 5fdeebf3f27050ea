"""The catalogue of models: options, limits, prices and shut-down dates; its data are in models.toml."""

import tomllib
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib import resources
from typing import Any


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

    The three token prices are per million tokens, so a price of 5 USD is 5_000_000. `image_microusd` maps a
    quality to the price of one picture of 1024x1024 pixels; qualities without a known price are missing.
    """

    text_in: int
    image_in: int
    image_out: int
    image_microusd: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Model:
    """One model: what it takes, what it costs and when it ends.

    `sizes` are the sizes that a command offers; with `free_sizes` others are allowed too. `input_pixels` is the
    budget that an input picture is scaled down to. `prices` is None where no price is known.
    """

    name: str
    sizes: tuple[str, ...]
    qualities: tuple[str, ...]
    backgrounds: tuple[str, ...]
    input_fidelity: bool
    input_pixels: int
    free_sizes: FreeSizes | None = None
    prices: Prices | None = None
    shut_down: date | None = None
    shut_down_by: str | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every model we know, in the order to offer them, the newest first."""

    models: tuple[Model, ...]
    default: str

    def find(self, name: str) -> Model:
        """Look a model up; an unknown name gets the widest option set and no price."""
        for model in self.models:
            if model.name == name:
                return model
        return self._widest(name)

    @property
    def dearest_picture(self) -> int:
        """The highest price of a 1024x1024 picture that is known, in micro-USD."""
        return max(price for model in self.models if model.prices for price in model.prices.image_microusd.values())

    def _widest(self, name: str) -> Model:
        widest = max(self.models, key=lambda model: (model.free_sizes is not None, len(model.qualities)))
        return replace(widest, name=name, input_fidelity=True, prices=None, shut_down=None, shut_down_by=None)

    def offered_sizes(self) -> tuple[str, ...]:
        """Every size that some model offers, `auto` and the common ones first."""
        return tuple(dict.fromkeys(size for model in reversed(self.models) for size in model.sizes))


@cache
def load_catalogue() -> Catalogue:
    """Read models.toml, which is part of the package."""
    text = resources.files("bot.domain").joinpath("models.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Catalogue(
        models=tuple(_from_table(name, table, data) for name, table in data["models"].items()),
        default=data["default"],
    )


def _from_table(name: str, table: dict[str, Any], data: dict[str, Any]) -> Model:
    family = data["families"][table["family"]]
    family = {**data["families"].get(family.get("extends"), {}), **family}
    prices = data["prices"].get(table.get("prices"))
    return Model(
        name=name,
        sizes=tuple(family["sizes"]),
        qualities=tuple(family["qualities"]),
        backgrounds=tuple(family["backgrounds"]),
        input_fidelity=table.get("input_fidelity", family["input_fidelity"]),
        input_pixels=family["input_pixels"],
        free_sizes=FreeSizes(**family["free_sizes"]) if "free_sizes" in family else None,
        prices=Prices(**prices) if prices else None,
        shut_down=table.get("shut_down"),
        shut_down_by=table.get("shut_down_by"),
    )
