"""Two sentences for every failure: what happened, what to do now, and whether it cost anything."""

import re

from bot.domain import errors
from bot.words.escaping import MESSAGE_LIMIT, harmless
from bot.words.failure_facts import failure_facts
from bot.words.language.catalogue import Topic, message_id
from bot.words.message_options import explain_misread, explain_option
from bot.words.option_names import as_picked
from bot.words.places import HERE, Place

_say = Topic("failures")

_OF_SERVER = "of-server"
_PROMPT_LIMITS = (1900, 900, 300)
"""How much of a prompt is shown: the first with which a text fits a message, the last as under a result."""


def unexpected() -> str:
    """Say that Easel itself failed."""
    return explain(errors.Unexpected())


def failed_plainly() -> str:
    """Say that a request failed where Discord takes no word of why."""
    return _say("failed-plainly")


def unreadable() -> str:
    """Say that what came along cannot be read."""
    return _say("unreadable")


def form_over() -> str:
    """Say that a form is not known any more."""
    return _say("form-over")


def explain(error: errors.EaselError, *, place: Place = HERE, typed: bool = False) -> str:
    """Say what happened, what to do now, and whether it cost anything: two sentences.

    Where they are read elsewhere than where it happened, `place` is that. Options are called as in Discord's picker, or
    as in a message where that is what was `typed`.
    """
    text = _explain(error, place)
    return text if typed else as_picked(text)


def _explain(error: errors.EaselError, place: Place) -> str:
    match error:
        case errors.OptionNotOffered():
            return explain_option(error, place)
        case errors.OptionMisread():
            return explain_misread(error)
    message = _message(type(error), of_server=bool(getattr(error, "of_server", False)))
    return _say(message, **failure_facts(error, place))


def explain_with_prompt(error: errors.EaselError, prompt: str) -> str:
    """Say the same under the words that were asked with, as much of them as a message holds: so they can be used."""
    said = explain(error)
    for limit in _PROMPT_LIMITS:
        text = with_prompt(prompt, said, limit=limit)
        if len(text) <= MESSAGE_LIMIT:
            break
    return text


def with_prompt(prompt: str | None, text: str, *, limit: int = _PROMPT_LIMITS[-1]) -> str:
    """Put the words that were asked with over a text, where there are any; `limit` is in characters before escaping."""
    shown = harmless(prompt or "", limit)
    return f"**{shown}**\n{text}" if shown else text


def _message(kind: type, *, of_server: bool) -> str:
    """Name the message of an error, or of the nearest kind above it that has one."""
    for one in kind.__mro__:
        name = error_id(one)
        if of_server and _say.has(message_id(_OF_SERVER, name)):
            return message_id(_OF_SERVER, name)
        if _say.has(name):
            return name
    raise KeyError(kind.__name__)


def error_id(kind: type) -> str:
    """Name an error as its messages do: `BudgetSpent` is `budget-spent`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()
