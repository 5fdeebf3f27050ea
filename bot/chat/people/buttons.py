"""What the buttons about all that is kept of a person look like."""

from typing import ClassVar

import discord

from bot.chat.platform.components import NumberButton
from bot.words import conversation as conversation_words
from bot.words import people as people_words


class OwnButton(NumberButton):
    """Lets others edit one's pictures, or no longer; the number is what it becomes."""

    action: ClassVar[str] = "own-edits"

    def __init__(self, *, allowed: bool) -> None:
        super().__init__(int(allowed), label=conversation_words.PRIVACY_BUTTONS["allow" if allowed else "forbid"])


class ServerButton(NumberButton):
    """Lets members' uploads be edited by others in a server, or no longer; the number is what it becomes."""

    action: ClassVar[str] = "server-edits"

    def __init__(self, *, allowed: bool) -> None:
        label = conversation_words.PRIVACY_BUTTONS["allow_here" if allowed else "forbid_here"]
        super().__init__(int(allowed), label=label)


class ClearButton(NumberButton):
    """Takes all references of a person away."""

    action: ClassVar[str] = "clear"

    def __init__(self, user_id: int) -> None:
        super().__init__(user_id, label=conversation_words.REFERENCES["clear"])


class ForgetButton(NumberButton):
    """Deletes all that is kept of a person."""

    action: ClassVar[str] = "forget"

    def __init__(self, user_id: int) -> None:
        super().__init__(user_id, label=people_words.FORGET_BUTTONS["forget"], style=discord.ButtonStyle.danger)


class KeepButton(NumberButton):
    """Deletes nothing."""

    action: ClassVar[str] = "forget-not"

    def __init__(self, user_id: int) -> None:
        super().__init__(user_id, label=people_words.FORGET_BUTTONS["keep"])
