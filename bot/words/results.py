"""The line under a result."""

import dataclasses

from bot.domain.job import Job
from bot.domain.masked_edits import MaskedEdits
from bot.domain.money import Cost
from bot.domain.task import Rework
from bot.words.amounts import duration, price
from bot.words.escaping import harmless

_OPTION_NAMES = {"output_format": "format", "input_fidelity": "fidelity"}
"""What people call a field of the API, where they call it otherwise."""

WORDLESS = "A prompt that Discord blocks here"
"""In place of words that AutoMod, or Discord's filter of links, does not let through."""

Refitted = tuple[tuple[int, str | None], ...]
"""What was done for Discord's file limit, by the place of a picture, from 1: its new format, or None: no SVG of it."""
SVG_ALONE = "-# Discord does not show SVG files, and this one could not be drawn as a PNG: open it in a browser."


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What the line under a result tells.

    `seconds` are from the acknowledgement to the finished pictures; `pictures` came of the `asked` ones. Without
    `prompt` it says that Discord blocked these words. `rendition` is what `rendition_words` gives.
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
    parts = [
        f"{WORDLESS if made.prompt is None else f'**{harmless(made.prompt, 300)}**'} by <@{made.asker_id}>",
        harmless(made.model, 60),
        harmless(made.quality, 20),
        _size(made),
        "free demo, drawn by no AI model" if made.demo else price(made.cost),
        duration(made.seconds),
    ]
    if made.pictures < made.asked:
        parts.append(f"{made.pictures} of {made.asked} pictures came")
    return " · ".join([*parts, *_re_encoded(refitted)])


def _size(made: Made) -> str:
    size = harmless(made.size, 20)
    return size if made.rendition is None else f"{size} {made.rendition}"


def rendition_words(job: Job) -> str | None:
    """Say which of two pictures a result shows, and what was done with the original for it; None: it has one alone."""
    if not job.has_two_renditions:
        return None
    if job.shown is MaskedEdits.AS_DRAWN:
        return "as drawn"
    if job.options.task is Rework.CUT_OUT:
        return "cut out of the original"
    return "laid into the original" if job.options.extension is None else "laid around the original"


def not_laid_in(pictures: int, *, of: int) -> str:
    """Say that what came back has too little of the original in it to be laid into that."""
    if of == 1:
        return "-# It does not fit the original, so that this is what the model drew."
    what = "None of them fits" if pictures == of else f"{pictures} of them {'does' if pictures == 1 else 'do'} not fit"
    return f"-# {what} the original, so that {'it' if pictures == 1 else 'they'} came as the model drew."


def plain_alt_text(place: int) -> str:
    """Describe a picture where Discord takes no message with the words of its prompt."""
    return f"Picture {place}. {WORDLESS}."


def came_opaque(pictures: int) -> str:
    """Say that a transparent background was asked for in vain."""
    if pictures == 1:
        return "-# It came opaque, although `background` transparent was asked for."
    return "-# Not all of them came transparent, although `background` transparent was asked for."


def scaled_down(before: str) -> str:
    """Say that a picture was made smaller before it was extended."""
    return (
        f"-# It was scaled down from {harmless(before, 20)} first: extended at that size, it would be larger than a "
        "picture may be."
    )


def no_effect(fields: tuple[str, ...]) -> str:
    """Say which options the provider does not have, so that they had no effect."""
    names = " and ".join(f"`{_OPTION_NAMES.get(name, name)}`" for name in fields)
    return f"-# {names} had no effect: the images service here does not have {'it' if len(fields) == 1 else 'them'}."


def continued(place: int, places: int, refitted: Refitted) -> str:
    """Head a further message of the same result."""
    return "-# " + " · ".join([f"{place} of {places}", *_re_encoded(refitted)])


def late(asker_id: int) -> str:
    """Call the asker to an answer that could not be put into the original response."""
    return f"<@{asker_id}>, this is for you:"


def _re_encoded(refitted: Refitted) -> list[str]:
    return [
        f"picture {place} re-encoded as {kind} to fit Discord's file limit"
        if kind
        else f"the SVG of picture {place} left out, over Discord's file limit"
        for place, kind in refitted
    ]
