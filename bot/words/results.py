"""The line under a result."""

import dataclasses
from collections.abc import Callable

from bot.domain.job import Job
from bot.domain.masked_edits import MaskedEdits
from bot.domain.money import Cost
from bot.domain.task import Rework
from bot.words.amounts import all_of, duration, price
from bot.words.escaping import ALT_TEXT_LIMIT, harmless, plain, shorten
from bot.words.language.catalogue import Topic
from bot.words.language.spoken import LANGUAGES, speaking
from bot.words.mentions import person
from bot.words.option_names import as_picked

_say = Topic("results")

_OPTION_NAMES = {"output_format": "format", "input_fidelity": "fidelity"}
"""What people call a field of the API, where they call it otherwise."""

Refitted = tuple[tuple[int, str | None], ...]
"""What was done for Discord's file limit, by the place of a picture, from 1: its new format, or None: no SVG of it."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What the line under a result tells.

    `seconds` are from the acknowledgement to the finished pictures; `pictures` came of the `asked` ones. Without
    `prompt` it says that Discord blocked these words. `rendition` is what `rendition_of` gives.
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
    rendition: str | None = None


def result_line(made: Made, refitted: Refitted) -> str:
    """Say in one line who asked, for what, and what it took."""
    prompt = _say("wordless") if made.prompt is None else f"**{harmless(made.prompt, 300)}**"
    parts = [
        _say("made-by", prompt=prompt, asker=person(made.asker_id)),
        harmless(made.model, 60),
        harmless(made.quality, 20),
        _size(made),
        _say("demo") if made.demo else price(made.cost),
        duration(made.seconds),
    ]
    if made.pictures < made.asked:
        parts.append(_say("fewer", pictures=made.pictures, asked=made.asked))
    return " · ".join([*parts, *_re_encoded(refitted)])


def _size(made: Made) -> str:
    size = harmless(made.size, 20)
    return size if made.rendition is None else _say.of("size", made.rendition, size=size)


def rendition_of(job: Job) -> str | None:
    """Name which of two pictures a result shows, and what was done with the original for it; None: it has one alone."""
    if not job.has_two_renditions:
        return None
    if job.shown is MaskedEdits.AS_DRAWN:
        return "as_drawn"
    if job.options.task is Rework.CUT_OUT:
        return "cut_out"
    return "exact" if job.options.extension is None else "extended"


def not_laid_in(pictures: int, *, of: int) -> str:
    """Say that what came back has too little of the original in it to be laid into that."""
    return _say("not-laid-in", which="alone" if of == 1 else "all" if pictures == of else "some", pictures=pictures)


def scaled_down(before: str) -> str:
    """Say that a picture was made smaller before it was extended."""
    return _say("scaled-down", before=harmless(before, 20))


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
    return as_picked(_say("came-opaque", pictures=pictures))


def no_effect(fields: tuple[str, ...]) -> str:
    """Say which options the provider does not have, so that they had no effect."""
    names = all_of([f"`{_OPTION_NAMES.get(name, name)}`" for name in fields])
    return as_picked(_say("no-effect", options=names, count=len(fields)))


def continued(place: int, places: int, refitted: Refitted) -> str:
    """Head a further message of the same result."""
    return "-# " + " · ".join([_say("continued", place=place, places=places), *_re_encoded(refitted)])


def late(asker_id: int) -> str:
    """Call the asker to an answer that could not be put into the original response."""
    return _say("late", asker=person(asker_id))


def is_late(text: str, asker_id: int) -> bool:
    """Tell whether a message calls its asker, in whatever language it was written."""
    return any(text.startswith(one) for one in _in_every_language(lambda: late(asker_id)))


def is_wordless(text: str) -> bool:
    """Tell whether a message is without the words of its asker, in whatever language it was written."""
    return any(one in text for one in _in_every_language(lambda: _say("wordless")))


def _in_every_language(write: Callable[[], str]) -> list[str]:
    texts = []
    for language in LANGUAGES:
        with speaking(language):
            texts.append(write())
    return texts


def _re_encoded(refitted: Refitted) -> list[str]:
    return [
        _say("re-encoded", place=place, kind=kind) if kind else _say("svg-left-out", place=place)
        for place, kind in refitted
    ]
