"""The options that a message can have, and how the value of each is read."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.chat.requests.option_syntax import UNSEEN
from bot.domain.crop_choice import CropChoice
from bot.domain.extension import ASPECTS, Aspect
from bot.domain.options import (
    FRAME_MS,
    FRAMES,
    N_LIMIT,
    SEED_LIMIT,
    Background,
    Complexity,
    InputFidelity,
    OutputFormat,
    Quality,
    Size,
)

SIZE_WORDS = ("portrait", "landscape", "square", "auto")
FLAGS: Mapping[str, Mapping[str, Any]] = {
    "transparent": {"background": "transparent"},
    "spoiler": {"spoiler": True},
    "help": {"asks_help": True},
}
"""The options without a value, with what each chooses."""

_MODEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}")
_AROUND = "\"'`\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb()[]{}<>*_~|"
_BEHIND = ",;:.!?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An option with a value: the field that it sets, how the value is read, and what can be chosen."""

    field: str
    read: Callable[[str], Any]
    offered: tuple[str, ...] = ()


def clean_value(value: str) -> str:
    """Take quotes, brackets, formatting and what ends a sentence off a value, and what cannot be seen out of it."""
    value = unicodedata.normalize("NFKC", value).translate(dict.fromkeys(map(ord, UNSEEN)))
    return value.rstrip(_BEHIND).strip(_AROUND).rstrip(_BEHIND)


def read_value(name: str, value: str) -> Mapping[str, Any] | None:
    """Read the value of an option: the field that it sets, with the value; None where it is none of that option."""
    option = OPTIONS[name]
    read = option.read(value if name == "model" else value.lower()) if value else None
    return None if read is None else {option.field: read}


def _member(kind: Any) -> Callable[[str], str | None]:
    members = {one.value for one in kind}
    return lambda value: value if value in members else None


def _size(value: str) -> str | None:
    return value if value in SIZE_WORDS or Size.from_text(value) is not None else None


def _whole(low: int, high: int) -> Callable[[str], int | None]:
    def read(value: str) -> int | None:
        fits = value.isascii() and value.isdigit() and len(value) <= len(str(high)) and low <= int(value) <= high
        return int(value) if fits else None

    return read


def _aspect(value: str) -> str | None:
    aspect = Aspect.from_text(value)
    return None if aspect is None else str(aspect)


def _model(value: str) -> str | None:
    return value if _MODEL.fullmatch(value) else None


OPTIONS: Mapping[str, Option] = {
    "quality": Option(field="quality", read=_member(Quality), offered=tuple(Quality)),
    "size": Option(field="size", read=_size, offered=SIZE_WORDS),
    "background": Option(field="background", read=_member(Background), offered=tuple(Background)),
    "n": Option(field="n", read=_whole(1, N_LIMIT)),
    "format": Option(field="output_format", read=_member(OutputFormat), offered=tuple(OutputFormat)),
    "seed": Option(field="seed", read=_whole(0, SEED_LIMIT), offered=("0", str(SEED_LIMIT))),
    "model": Option(field="model", read=_model),
    "complexity": Option(field="complexity", read=_member(Complexity), offered=tuple(Complexity)),
    "frames": Option(field="frames", read=_whole(*FRAMES), offered=tuple(map(str, FRAMES))),
    "frame_ms": Option(field="frame_ms", read=_whole(*FRAME_MS), offered=tuple(map(str, FRAME_MS))),
    "area": Option(field="area", read=_member(CropChoice), offered=tuple(CropChoice)),
    "aspect": Option(field="aspect", read=_aspect, offered=ASPECTS),
    "fidelity": Option(field="fidelity", read=_member(InputFidelity), offered=tuple(InputFidelity)),
}
"""The options with a value, by their names."""
_SPELLED = {name.replace("_", ""): name for name in (*OPTIONS, *FLAGS)}


def spell_name(written: str) -> str:
    """Write the name of an option as it is called, without minding dashes, underscores and capitals."""
    plain = re.sub(r"[-_]", "", written.lower())
    return _SPELLED.get(plain, plain)


def list_values(offered: Mapping[str, tuple[str, ...]], *, n_limit: int) -> dict[str, tuple[str, ...]]:
    """List the options that can be chosen by their names, each with its values.

    `offered` are the values of some options by their fields: none of an option that no model has.
    """
    left = {name: option for name, option in OPTIONS.items() if offered.get(option.field) != ()}
    values = {name: offered.get(option.field, option.offered) for name, option in left.items()}
    return {**values, "n": ("1", str(n_limit))}
