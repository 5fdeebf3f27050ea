"""The words of /help."""

import dataclasses

from bot.words.amounts import listed
from bot.words.language.catalogue import Topic

_say = Topic("help")

_MESSAGE_OPTIONS = ("quality", "size", "n", "format", "transparent", "spoiler", "seed", "model", "fidelity")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class HelpHere:
    """What there is for one person in one place.

    `replies`: messages reach the bot. `replies_to_all`: also what is attached to messages of others. `alone`: it is a
    conversation with the bot. `manages` and `moderates`: what the person may do in the server.
    """

    bot_name: str
    edits: bool
    takes_mask: bool
    replies: bool
    replies_to_all: bool
    alone: bool
    manages: bool
    moderates: bool
    free: bool
    n_limit: int


def help_text(here: HelpHere) -> str:
    """Explain by example what can be done."""
    return "\n".join(help_sections(here))


def help_sections(here: HelpHere) -> list[str]:
    """Explain by example what can be done, section by section."""
    sections = [_make(here)]
    if here.edits:
        sections.append(_change(here))
    return [*sections, _work_on(here), _look_after(here)]


def _make(here: HelpHere) -> str:
    lines = [_say("make-title"), _say("make-command", n=min(2, here.n_limit))]
    if here.replies:
        lines.append(_say("make-mention", bot=here.bot_name))
        lines.append(_say("message-options", options=listed([f"`--{one}`" for one in _MESSAGE_OPTIONS])))
    return "\n".join(lines)


def _change(here: HelpHere) -> str:
    lines = [_say("change-title")]
    if here.replies:
        start = "" if here.alone else f"{here.bot_name} "
        lines.append(_say("change-reply", bot=start, of_all=here.replies_to_all))
    lines += [_say("change-menu"), _say("change-command")]
    if here.takes_mask:
        lines.append(_say("change-part"))
    return "\n".join(lines)


def _work_on(here: HelpHere) -> str:
    return "\n".join([_say("result-title"), _say("result-buttons", edits=here.edits), _say("result-share")])


def _look_after(here: HelpHere) -> str:
    lines = [_say("after-title"), _say("after-commands", edits=here.edits), _say("after-records")]
    if here.moderates:
        lines.append(_say("after-moderators"))
    if here.manages:
        lines.append(_say("after-managers", edits=here.edits))
    if here.free:
        lines.append(_say("free"))
    return "\n".join(lines)
