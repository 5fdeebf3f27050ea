"""Why requests came to nothing, in a few words each, as they stand after a number."""

from bot.domain import errors
from bot.words.failures import error_id
from bot.words.language.catalogue import Topic, message_id

_say = Topic("reasons")
_OTHERWISE = "otherwise"


def _ids(kind: type[errors.EaselError], key: str) -> dict[str, str]:
    own = error_id(kind)
    key = own if _say.has(message_id("reason", own)) else key
    named = {kind.__name__: key}
    for further in kind.__subclasses__():
        named |= _ids(further, key)
    return named


_BY_NAME = _ids(errors.EaselError, _OTHERWISE)


def reason(error: str) -> str:
    """Say why, by the name of an error in the tree: its own words, or those of the nearest kind that has some."""
    return _say.of("reason", _BY_NAME.get(error, _OTHERWISE))
