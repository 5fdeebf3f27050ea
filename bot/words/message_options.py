"""What is said of options that do not count, or cannot have their value."""

from bot.domain import errors
from bot.domain.errors import OptionMisread
from bot.domain.option_mistakes import OptionMistake
from bot.domain.options import FRAME_MS_STEP
from bot.words.amounts import either, listed
from bot.words.escaping import harmless
from bot.words.language.catalogue import Topic
from bot.words.language.fluent import Fact
from bot.words.places import Place

_say = Topic("failures")

_WRITTEN, _PROMPT, _MEANT = 60, 300, 200
_NUMBERS = frozenset({"n", "seed", "frames", "frame_ms"})
_MAYBE_WORDS = frozenset({OptionMistake.UNKNOWN, OptionMistake.MISPLACED, OptionMistake.UNMARKED})


def explain_misread(error: OptionMisread) -> str:
    """Say which words do not count, what was probably meant, and that it cost nothing."""
    mistake = OptionMistake(error.mistake)
    what = _say.of("mistake", mistake, written=harmless(error.written, _WRITTEN))
    return _say("misread", what=what, way_out=_way_out(error, mistake), quotes=mistake in _MAYBE_WORDS)


def _way_out(error: OptionMisread, mistake: OptionMistake) -> str:
    low, high = (error.offered[0], error.offered[-1]) if error.offered else ("", "")
    is_number = error.option in _NUMBERS and bool(error.offered)
    if mistake is OptionMistake.PRIVATE:
        return _say("way-out-private")
    if error.meant is not None:
        meant = " ".join(filter(None, (harmless(error.prompt, _PROMPT), harmless(error.meant, _MEANT))))
        return _say("way-out-meant", meant=meant, has_range=is_number, low=low, high=high)
    if mistake is OptionMistake.UNKNOWN:
        return _say("way-out-offered", names=listed([f"`--{one}`" for one in error.offered]))
    if not error.offered:
        return _say("way-out-value", option=error.option)
    if is_number:
        return _say("way-out-number", low=low, high=high)
    return _say("way-out-choices", choices=either(error.offered), option=error.option)


def explain_option(error: errors.OptionNotOffered, place: Place) -> str:
    """Say which option cannot have its value, and what can be chosen."""
    facts = _option_facts(error, place)
    if error.of_server and error.option == "n":
        return _say("option-of-server-number", **facts, high=error.offered[-1])
    if error.of_server:
        return _say("option-of-server", **facts, choices=either(error.offered))
    if error.option == "model":
        return _say("option-model", **facts, choices=either(error.offered))
    if error.option in _NUMBERS:
        low, high = error.offered
        return _say("option-number", **facts, low=low, high=high, step=FRAME_MS_STEP)
    if not error.offered:
        return _say("option-markup" if error.option == "markup" else "option-missing", **facts)
    return _say("option-value", **facts, choices=either(error.offered))


def _option_facts(error: errors.OptionNotOffered, place: Place) -> dict[str, Fact]:
    return {
        **place.facts(),
        "option": error.option,
        "value": harmless(error.value, 60),
        "model": harmless(error.model, 60),
        "has_elsewhere": bool(error.elsewhere) and error.option != "model",
        "elsewhere": harmless(error.elsewhere or "", 60),
    }
