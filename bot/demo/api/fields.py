"""The parameters of an operation, checked one by one: names, types and ranges, from JSON or from a form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.demo.api.errors import ApiError, bad_request, missing_parameter, unknown_parameter, wrong_type, wrong_value

PROMPT_LIMIT = 32_000
SEED_LIMIT = 2**31 - 1
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_INTEGER = re.compile(r"-?[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Text:
    """A string of at most `limit` characters, one of `offered` where there are some."""

    limit: int = 1024
    offered: tuple[str, ...] = ()
    nullable: bool = True

    def check(self, name: str, value: Any) -> str:
        """Give the string back.

        Raises:
            ApiError: 400.
        """
        if not isinstance(value, str):
            raise wrong_type(name, expected="a string", found=_article(value))
        if self.offered and value not in self.offered:
            raise wrong_value(name, value, self.offered)
        if not value.isascii() and _SURROGATE.search(value):
            raise bad_request(f"Invalid '{name}': the text is not Unicode.", param=name, code="invalid_value")
        if len(value) > self.limit:
            message = (
                f"Invalid '{name}': string too long. Expected a string with maximum length {self.limit}, "
                f"but got a string with length {len(value)} instead."
            )
            raise bad_request(message, param=name, code="string_above_max_length")
        return value

    def from_form(self, name: str, text: str) -> str:
        """Read the text of a form; see `check`."""
        return self.check(name, text)


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number from `low` to `high`."""

    low: int
    high: int
    nullable: bool = True

    def check(self, name: str, value: Any) -> int:
        """Give the number back.

        Raises:
            ApiError: 400.
        """
        if not isinstance(value, int) or isinstance(value, bool):
            raise wrong_type(name, expected="an integer", found=_article(value))
        if value < self.low:
            raise _out_of_range(
                name, value, bound="below minimum", expected=f">= {self.low}", code="integer_below_min_value"
            )
        if value > self.high:
            raise _out_of_range(
                name, value, bound="above maximum", expected=f"<= {self.high}", code="integer_above_max_value"
            )
        return value

    def from_form(self, name: str, text: str) -> int:
        """Read the text of a form, which has no types; see `check`."""
        return self.check(name, int(text) if _INTEGER.fullmatch(text) else text)


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    nullable: bool = True

    def check(self, name: str, value: Any) -> bool:
        """Give the flag back.

        Raises:
            ApiError: 400.
        """
        if not isinstance(value, bool):
            raise wrong_type(name, expected="a boolean", found=_article(value))
        return value

    def from_form(self, name: str, text: str) -> bool:
        """Read `true` or `false` from a form; see `check`."""
        return self.check(name, {"true": True, "false": False}.get(text, text))


_ARTICLES: tuple[tuple[type, str], ...] = (
    (type(None), "null"),
    (bool, "a boolean"),
    (int, "an integer"),
    (float, "a decimal number"),
    (str, "a string"),
    (list, "an array"),
)

Kind = Text | Integer | Flag
"""What a parameter may be: one class a JSON type, alike in what they can do and in nothing that they check."""

_SHARED: dict[str, Kind] = {
    "prompt": Text(PROMPT_LIMIT, nullable=False),
    "model": Text(),
    "n": Integer(1, 10),
    "size": Text(),
    "quality": Text(),
    "background": Text(offered=("transparent", "opaque", "auto")),
    "output_format": Text(offered=("png", "jpeg", "webp", "gif", "svg")),
    "output_compression": Integer(0, 100),
    "moderation": Text(offered=("low", "auto")),
    "stream": Flag(),
    "partial_images": Integer(0, 3),
    "complexity": Text(offered=("low", "medium", "high")),
    "frame_count": Integer(2, 16),
    "frame_duration_ms": Integer(1, 655_350),
    "user": Text(nullable=False),
    "safety_identifier": Text(),
    "seed": Integer(0, SEED_LIMIT),
}
GENERATION: Mapping[str, Kind] = _SHARED
EDIT: Mapping[str, Kind] = {**_SHARED, "input_fidelity": Text(offered=("high", "low"))}


def read_json(values: Mapping[str, Any], kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """Check the members of a JSON object; null is the same as absent where the description has it so.

    Raises:
        ApiError: 400 for the first that is unknown, of another type or out of range, or for a missing prompt.
    """
    checked = {}
    for name, value in values.items():
        if name not in kinds:
            raise unknown_parameter(name)
        if value is None and kinds[name].nullable:
            continue
        checked[name] = kinds[name].check(name, value)
    return _with_prompt(checked)


def read_form(texts: Mapping[str, str], kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """Check the texts of a form.

    Raises:
        ApiError: 400, as for `read_json`.
    """
    checked = {}
    for name, text in texts.items():
        if name not in kinds:
            raise unknown_parameter(name)
        checked[name] = kinds[name].from_form(name, text)
    return _with_prompt(checked)


def _with_prompt(checked: dict[str, Any]) -> dict[str, Any]:
    if "prompt" not in checked:
        raise missing_parameter("prompt")
    if not checked["prompt"]:
        message = (
            "Invalid 'prompt': empty string. Expected a string with minimum length 1, but got an empty string instead."
        )
        raise bad_request(message, param="prompt", code="empty_string")
    return checked


def _article(value: object) -> str:
    return next((article for kind, article in _ARTICLES if isinstance(value, kind)), "an object")


def _out_of_range(name: str, value: int, *, bound: str, expected: str, code: str) -> ApiError:
    message = f"Invalid '{name}': integer {bound} value. Expected a value {expected}, but got {value} instead."
    return bad_request(message, param=name, code=code)
