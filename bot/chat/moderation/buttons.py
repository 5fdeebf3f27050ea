"""The buttons under reported pictures and in moderators' lists, as they look."""

from typing import Any, ClassVar

import discord

from bot.chat.platform.components import ONE_ID, NumberButton, view_of
from bot.domain.reports import Case, Verdict
from bot.words import moderation as moderation_words

CASE_TEMPLATE = f"case:(?P<verdict>{'|'.join(Verdict)}):(?P<share>{ONE_ID})"
"""The custom_id of a `CaseButton`."""

_STYLES = {
    Verdict.KEEP: discord.ButtonStyle.success,
    Verdict.HIDE: discord.ButtonStyle.primary,
    Verdict.DELETE: discord.ButtonStyle.danger,
}
_PICTURE_ROW, _PERSON_ROW = 0, 1


class CaseButton(discord.ui.Button[Any]):
    """Decides on a reported picture, or mutes whoever shared it."""

    def __init__(self, share_id: int, verdict: Verdict) -> None:
        super().__init__(
            label=moderation_words.VERDICTS[verdict],
            custom_id=f"case:{verdict}:{share_id}",
            style=_STYLES.get(verdict, discord.ButtonStyle.secondary),
            row=_PERSON_ROW if verdict.mutes else _PICTURE_ROW,
        )


class LookButton(NumberButton):
    """Shows a case of the list to a moderator alone, to be decided there."""

    action: ClassVar[str] = "case-look"

    def __init__(self, share_id: int, *, label: str) -> None:
        super().__init__(share_id, label=label, row=0)


class FurtherButton(NumberButton):
    """Leads to the next page of the open cases; the number is the last one of the page before."""

    action: ClassVar[str] = "cases"

    def __init__(self, after: int) -> None:
        super().__init__(after, label=moderation_words.CASE_BUTTONS["further"], row=1)


class OlderButton(NumberButton):
    """Leads to the next page of the audit log; the number is the last entry of the page before."""

    action: ClassVar[str] = "audit"

    def __init__(self, before: int) -> None:
        super().__init__(before, label=moderation_words.CASE_BUTTONS["older"])


def case_view(case: Case) -> discord.ui.View:
    """Build the buttons under a case, as it is now."""
    return view_of(*(CaseButton(case.share.id, one) for one in Verdict if one.applies_to(case.state)))
