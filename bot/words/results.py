"""The line under a result."""

import dataclasses

from bot.domain.money import Cost
from bot.words.amounts import all_of, duration, price
from bot.words.escaping import ALT_TEXT_LIMIT, harmless, plain, shorten
from bot.words.language.catalogue import Topic
from bot.words.mentions import person

_say = Topic("results")

_OPTION_NAMES = {"output_format": "format", "input_fidelity": "fidelity"}
"""What people call a field of the API, where they call it otherwise."""

Refitted = tuple[tuple[int, str | None], ...]
"""What was done for Discord's file limit, by the place of a picture, from 1: its new format, or None: no SVG of it."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What the line under a result tells.

    `seconds` are from the acknowledgement to the finished pictures; `pictures` came of the `asked` ones. Without
    `prompt` it says that Discord blocked these words.
    """

    asker_id: int
    prompt: str | None
    model: str
    quality: str
    size: str
    cost: Cost
    seconds: float
    demo: bool
    pictures: int
    asked: int


def result_line(made: Made, refitted: Refitted) -> str:
    """Say in one line who asked, for what, and what it took."""
    prompt = _say("wordless") if made.prompt is None else f"**{harmless(made.prompt, 300)}**"
    parts = [
        _say("made-by", prompt=prompt, asker=person(made.asker_id)),
        harmless(made.model, 60),
        harmless(made.quality, 20),
        harmless(made.size, 20),
        _say("demo") if made.demo else price(made.cost),
        duration(made.seconds),
    ]
    if made.pictures < made.asked:
        parts.append(_say("fewer", pictures=made.pictures, asked=made.asked))
    return " · ".join([*parts, *_re_encoded(refitted)])


def alt_text(prompt: str, place: int, places: int) -> str:
    """Describe a picture by its prompt, for people who cannot see it; at most Discord's limit."""
    words = plain(prompt)
    if places > 1:
        return shorten(_say("alt-of-several", place=place, places=places, prompt=words), ALT_TEXT_LIMIT)
    return shorten(_say("alt", prompt=words), ALT_TEXT_LIMIT)


def plain_alt_text(place: int) -> str:
    """Describe a picture where Discord takes no message with the words of its prompt."""
    return _say("plain-alt", place=place)


def svg_alone() -> str:
    """Say that there is no picture to see of an SVG."""
    return _say("svg-alone")


def came_opaque(pictures: int) -> str:
    """Say that a transparent background was asked for in vain."""
    return _say("came-opaque", pictures=pictures)


def no_effect(fields: tuple[str, ...]) -> str:
    """Say which options the provider does not have, so that they had no effect."""
    names = all_of([f"`{_OPTION_NAMES.get(name, name)}`" for name in fields])
    return _say("no-effect", options=names, count=len(fields))


def continued(place: int, places: int, refitted: Refitted) -> str:
    """Head a further message of the same result."""
    return "-# " + " · ".join([_say("continued", place=place, places=places), *_re_encoded(refitted)])


def late(asker_id: int) -> str:
    """Call the asker to an answer that could not be put into the original response."""
    return _say("late", asker=person(asker_id))


def _re_encoded(refitted: Refitted) -> list[str]:
    return [
        _say("re-encoded", place=place, kind=kind) if kind else _say("svg-left-out", place=place)
        for place, kind in refitted
    ]
