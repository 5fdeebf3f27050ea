"""Two sentences for every failure: what happened, what to do now, and whether it cost anything."""

import re

from bot.domain import errors
from bot.words.failure_facts import failure_facts
from bot.words.language.catalogue import Topic, message_id
from bot.words.message_options import explain_misread, explain_option
from bot.words.places import HERE, Place

_say = Topic("failures")

_OF_SERVER = "of-server"


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


def explain(error: errors.EaselError, *, place: Place = HERE) -> str:
    """Say what happened, what to do now, and whether it cost anything: two sentences.

    Where they are read elsewhere than where it happened, `place` is that.
    """
    match error:
        case errors.OptionNotOffered():
            return explain_option(error, place)
        case errors.OptionMisread():
            return explain_misread(error)
    message = _message(type(error), of_server=bool(getattr(error, "of_server", False)))
    return _say(message, **failure_facts(error, place))


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
