"""A field that a provider does not take, found in the many wordings of that."""

import re

from bot.proxy.failure_body import Failure
from bot.proxy.fields import FIELDS, STREAM_FIELDS
from bot.proxy.rules import words

_NAMES = words(
    r"unknown_parameter", r"unsupported_parameter", r"unrecognized_\w*", r"unexpected_\w*", "extra_forbidden"
)
_VALUE_NAMES = words("unsupported_value")
"""Of a field that is taken with other values; for those that ask for a stream there is no other that would do."""
_SAYS = words(
    r"(?:unknown|unsupported|unrecognized|unexpected|invalid|additional)[ _](?:request[ _])?(?:keyword[ _])?"
    r"(?:parameter|params|argument|field|propert|name)",
    r"unknown name\b",
    r"unsupportedparams",
    r"(?:argument|parameter|field|option)s? (?:is |are )?not (?:supported|allowed|permitted|recognized)",
    r"not support (?:the )?(?:following )?(?:parameter|param|argument|field)",
    r"not support the '?\w+'? (?:parameter|param|argument|field)",
    r"(?:is|are) not (?:supported|allowed|available) (?:with|by|for|on|in) (?:this|the) "
    r"(?:model|endpoint|api|provider)",
    r"extra[ _](?:inputs|fields)[ _](?:are )?(?:not permitted|forbidden)",
    r"additional properties are not allowed",
    r"got an unexpected keyword argument",
    r"stream(?:ing)? (?:is )?not supported",
)
_QUOTED = re.compile(r"""['"`\[(]\s*(\w+)\s*['"`\])]""")
_WORD = re.compile(r"\w+")
_SYNONYMS = {"streaming": "stream"}
_DROPPABLE = FIELDS - {"prompt", "model", "image", "mask", "markup"}


def find_refused_field(failure: Failure, message: str, sent: frozenset[str]) -> str | None:
    """Find which of the fields that were sent a provider does not take; None where it says something else.

    `message` is the failure's in small letters, without the prompt. The field that it names by itself counts first,
    then what stands in quotation marks, then any word.
    """
    if not _refuses(failure, message):
        return None
    # The message as it is: a prompt of one word may be the name of a field.
    said = failure.message.lower()
    candidates = (failure.param.lower(), *_QUOTED.findall(said), *_WORD.findall(said))
    names = (_SYNONYMS.get(word, word) for word in candidates)
    return next((name for name in names if name in _DROPPABLE & sent), None)


def _refuses(failure: Failure, message: str) -> bool:
    if _NAMES.search(failure.names) or _SAYS.search(message):
        return True
    return failure.param in STREAM_FIELDS and _VALUE_NAMES.search(failure.names) is not None
