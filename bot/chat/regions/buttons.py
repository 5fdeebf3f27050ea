"""What stands under a draft: the select of parts of the picture, and the buttons that send it, Invert and Cancel."""

from typing import Any, ClassVar

import discord

from bot.chat.platform.components import ONE_ID, NumberButton
from bot.chat.regions.areas import area_options
from bot.domain.area import Area
from bot.words import conversation as conversation_words

_BUTTON_ROW = 1

WHERE = f"where:(?P<id>{ONE_ID})"
"""The custom_ids of selects of parts of a picture."""


class GoButton(NumberButton):
    """Sends a draft."""

    action: ClassVar[str] = "go"

    def __init__(self, draft_id: int, *, repaints_marks: bool = False) -> None:
        """With `repaints_marks` it says that what somebody drew over a picture is painted anew and not followed."""
        super().__init__(
            draft_id,
            label=conversation_words.PREVIEW_BUTTONS["repaint" if repaints_marks else "go"],
            style=discord.ButtonStyle.primary,
            row=_BUTTON_ROW,
        )


class FollowButton(NumberButton):
    """Sends a draft with what somebody drew over its picture, in place of a mask."""

    action: ClassVar[str] = "follow"

    def __init__(self, draft_id: int) -> None:
        super().__init__(
            draft_id,
            label=conversation_words.PREVIEW_BUTTONS["follow"],
            style=discord.ButtonStyle.primary,
            row=_BUTTON_ROW,
        )


class InvertButton(NumberButton):
    """Inverts a draft: what was kept is painted anew."""

    action: ClassVar[str] = "invert"

    def __init__(self, draft_id: int) -> None:
        super().__init__(draft_id, label=conversation_words.PREVIEW_BUTTONS["invert"], row=_BUTTON_ROW)


class DropButton(NumberButton):
    """Forgets a draft."""

    action: ClassVar[str] = "drop"

    def __init__(self, draft_id: int) -> None:
        super().__init__(draft_id, label=conversation_words.PREVIEW_BUTTONS["cancel"], row=_BUTTON_ROW)


class WhereSelect(discord.ui.Select[Any]):
    """Chooses the part of the picture that is painted anew."""

    def __init__(self, draft_id: int, *, chosen: tuple[Area, ...] = ()) -> None:
        options = area_options(chosen)
        super().__init__(
            custom_id=f"where:{draft_id}",
            placeholder=conversation_words.FORM["where"],
            options=options,
            min_values=0,
            max_values=len(options),
            row=0,
        )
