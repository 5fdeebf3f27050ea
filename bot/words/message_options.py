"""What is said of options that do not count, or cannot have their value."""

from bot.domain import errors
from bot.domain.errors import OptionMisread
from bot.domain.option_mistakes import OptionMistake
from bot.domain.options import FRAME_MS_STEP
from bot.words.amounts import either
from bot.words.escaping import harmless
from bot.words.failure_facts import FREE
from bot.words.places import Place, capitalized

_WRITTEN, _PROMPT, _MEANT = 60, 300, 200
_WHAT = {
    OptionMistake.UNKNOWN: "{written} looks like an option, and I have none of that name",
    OptionMistake.MISSPELT: "{written} is no option of mine",
    OptionMistake.UNMARKED: "{written} looks like an option without its two dashes",
    OptionMistake.VALUE_MISSING: "{written} lacks its value",
    OptionMistake.VALUE_UNKNOWN: "{written} is no value that this option takes",
    OptionMistake.NO_VALUE_TAKEN: "{written} is an option that takes no value",
    OptionMistake.MISPLACED: "{written} is an option with words behind it, and options come last",
    OptionMistake.TWICE: "{written} is a second value for what was chosen before it",
    OptionMistake.PRIVATE: "{written} is for commands alone: a message is answered by a reply, which all can read",
}
_PRIVATELY = "For your eyes alone use /imagine or /edit with `private`"
_NUMBERS = frozenset({"n", "seed", "frames", "frame_ms"})
_QUOTES = ", and what is meant as words goes into quotes"
_MAYBE_WORDS = frozenset({OptionMistake.UNKNOWN, OptionMistake.MISPLACED, OptionMistake.UNMARKED})


def explain_misread(error: OptionMisread, *, free: str) -> str:
    """Say which words do not count, what was probably meant, and that it cost nothing."""
    mistake = OptionMistake(error.mistake)
    what = _WHAT[mistake].format(written=f"“{harmless(error.written, _WRITTEN)}”")
    quotes = _QUOTES if mistake in _MAYBE_WORDS else ""
    return f"{what}. {_way_out(error, mistake)}{quotes}; {free}."


def _way_out(error: OptionMisread, mistake: OptionMistake) -> str:
    if mistake is OptionMistake.PRIVATE:
        return _PRIVATELY
    if error.meant is not None:
        meant = " ".join(filter(None, (harmless(error.prompt, _PROMPT), harmless(error.meant, _MEANT))))
        return f"You probably meant: **{meant}**{_range(error)}"
    if mistake is OptionMistake.UNKNOWN:
        return f"There are {', '.join(f'`--{one}`' for one in error.offered)}"
    if not error.offered:
        return f"Write `--{error.option}` and its value at the end"
    if error.option in _NUMBERS:
        return f"Choose a number from {error.offered[0]} to {error.offered[-1]}"
    further = ", or pixels such as 1024x1536" if error.option == "size" else ""
    return f"Choose {either(error.offered)}{further}"


def _range(error: OptionMisread) -> str:
    if error.option in _NUMBERS and error.offered:
        return f" (a number from {error.offered[0]} to {error.offered[-1]})"
    return ""


def explain_option(error: errors.OptionNotOffered, place: Place) -> str:
    """Say which option cannot have its value, and what can be chosen."""
    value, model = harmless(error.value, 60), harmless(error.model, 60)
    other = f", or the model {harmless(error.elsewhere, 60)}" if error.elsewhere and error.option != "model" else ""
    if error.option == "markup":
        other = f" Choose the model {harmless(error.elsewhere, 60)}, or" if error.elsewhere else " You can"
        return f"The model {model} does not follow marks over a picture here.{other} repaint what they cover; {FREE}."
    if error.of_server:
        choices = f"a number from 1 to {error.offered[-1]}" if error.option == "n" else either(error.offered)
        return f"{capitalized(place.server)} does not want `{error.option}` {value}. Choose {choices}{other}; {FREE}."
    if error.option == "model":
        return f"The model {value} is not switched on {place.here}. Choose {either(error.offered)}; {FREE}."
    if error.option in _NUMBERS:
        low, high = error.offered
        steps = f" in steps of {FRAME_MS_STEP}" if error.option == "frame_ms" else ""
        return (
            f"`{error.option}` {value} is outside what goes {place.here}. "
            f"Choose a number from {low} to {high}{steps}; {FREE}."
        )
    if not error.offered:
        other = f", or choose the model {harmless(error.elsewhere, 60)}" if error.elsewhere else ""
        return f"The model {model} has no `{error.option}`. Leave it out{other}; {FREE}."
    return f"The model {model} has no `{error.option}` {value}. Choose {either(error.offered)}{other}; {FREE}."
