"""The words of /forget me and /export me."""

from bot.service.forgetting import Deleted, Forgotten
from bot.words.language.catalogue import Topic

_say = Topic("people")

FORGET_BUTTONS = _say.each("forget-button", ("forget", "keep"))


def forget_question() -> str:
    """Ask whether all is to be deleted, with what goes and what stays."""
    return _say("forget-question")


def forgetting() -> str:
    """Say that the deletion has begun."""
    return _say("forgetting")


def forgetting_already() -> str:
    """Say that the deletion had begun before."""
    return _say("forgetting-already")


def kept() -> str:
    """Say that nothing is deleted."""
    return _say("kept")


def exporting() -> str:
    """Say in the direct messages that it comes there."""
    return _say("exporting")


def export_started() -> str:
    """Say where it was asked for that it comes by direct message."""
    return _say("export-started")


def export_readme() -> str:
    """Explain the files of an export, in one of them."""
    return _say("export-readme") + "\n"


def forgotten(forgotten: Forgotten, deleted: Deleted | None) -> str:
    """Say what is gone, and of the messages in Discord as soon as that is known, what became of them."""
    lines = [_say("forgotten", requests=forgotten.requests) if forgotten.complete else _say("forgotten-nearly")]
    if deleted is None:
        if forgotten.messages or forgotten.shares:
            lines.append(_say("messages-follow"))
        return "\n".join(lines)
    if deleted.deleted:
        lines.append(_say("messages-deleted", messages=deleted.deleted))
    if forgotten.shares:
        lines.append(_say("shares-gone", pictures=len(forgotten.shares)))
    if deleted.postponed:
        lines.append(_say("messages-postponed", messages=deleted.postponed))
    if deleted.refused:
        lines.append(_say("messages-refused", messages=deleted.refused))
    return "\n".join(lines)


def export_part(number: int, parts: int) -> str:
    """Head one of the files."""
    return _say("export-whole") if parts == 1 else _say("export-part", number=number, parts=parts)


def exported(parts: int) -> str:
    """Say that it is there."""
    return _say("exported", files=parts)
