"""The words of a message that mentions the bot: which picture, what to do, and the options at the end."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.chat.requests.message_options import Misread, read_options
from bot.chat.requests.user_request import Choices
from bot.domain.options import N_LIMIT

PLACES_AT_MOST = 10
"""Attachments a message; Discord's API reference, "Create Message"."""

_PLACE = re.compile(r"(?:#([0-9]{1,2})(?=\s|$)|([0-9]{1,2}):(?=\s|$|[^\W\d_]))\s*")
"""`#2` and `2:` at the start; `2:30` and `16:9` are words like others."""
_HELP = re.compile(
    r"/?(?:(?:please )?help(?: me)?(?: please)?|commands|usage|how (?:does|do) (?:this|it|you) work|"
    r"how do i use (?:this|it|you)|what can you do|-h)[\s.!?]*|\?+",
    re.IGNORECASE,
)
"""Who asks for help wants no picture of it; `--help` is an option like others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What a message says: whether it mentions the bot, for which picture, what to do, and how.

    The size in `choices` may be a word (`portrait`), which a model is needed to make a size of. Where something is
    `misread`, no option counts, and the prompt is what is left without all of them.
    """

    mentioned: bool
    prompt: str = field(repr=False)
    place: int | None = None
    choices: Choices = field(default_factory=Choices)
    spoiler: bool = False
    asks_help: bool = False
    misread: Misread | None = None


def parse_mention(
    content: str,
    *,
    mentions: Sequence[str],
    picks: bool = True,
    n_limit: int = N_LIMIT,
    offered: Mapping[str, tuple[str, ...]] | None = None,
) -> Mention:
    """Take a message apart; `mentions` are the texts that stand for the bot.

    Without `picks` there is nothing to pick from, and a number at the start is part of the prompt. What counts as an
    option, and what is told as a mistake, says `message_options`; everything else stays as it was written.
    """
    text = content
    for one in mentions:
        text = text.replace(one, " ")
    mentioned = text != content
    text = text.strip()
    place = None
    match = _PLACE.match(text) if picks else None
    if match is not None and 1 <= int(match[1] or match[2]) <= PLACES_AT_MOST:
        place = int(match[1] or match[2])
        text = text[match.end() :]
    read = read_options(text, n_limit=n_limit, offered=offered)
    values = dict(read.values)
    spoiler = bool(values.pop("spoiler", False))
    asks_help = bool(values.pop("asks_help", False)) or _HELP.fullmatch(read.text) is not None
    return Mention(
        mentioned=mentioned,
        prompt=read.text,
        place=place,
        choices=Choices(**values),
        spoiler=spoiler,
        asks_help=asks_help,
        misread=read.misread,
    )
