"""Options as Discord's picker shows them: in the catalogues they are English, between backticks."""

import re
from functools import cache

from bot.words.language.catalogue import Topic, load_sources
from bot.words.language.spoken import ENGLISH, PSEUDO, spoken

_say = Topic("names")
_OPTION = "option-"
_QUOTED = re.compile(r"(?<!\\)`([a-z0-9_]{1,32})`")


def as_picked(text: str) -> str:
    """Name the options in a text as the command picker does in the language that is spoken."""
    if spoken() in {ENGLISH, PSEUDO}:
        return text
    ids = _ids()
    return _QUOTED.sub(lambda match: f"`{_say(ids[match[1]])}`" if match[1] in ids else match[0], text)


@cache
def _ids() -> dict[str, str]:
    """Give the message of each option, by its name in English."""
    return {
        one.removeprefix(_OPTION).replace("-", "_"): one
        for one in load_sources(_say.name, ENGLISH)
        if one.startswith(_OPTION)
    }
