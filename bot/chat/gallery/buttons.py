"""The buttons under a shared picture, as they look; `actions`, `sharing` and moderation say what their presses do."""

from typing import ClassVar

import discord

from bot.chat.platform.components import NumberButton, view_of
from bot.domain.gallery import Share
from bot.words import gallery as gallery_words


class HeartButton(NumberButton):
    """Gives a heart, or takes it back."""

    action: ClassVar[str] = "heart"

    def __init__(self, share_id: int, *, hearts: int = 0) -> None:
        super().__init__(share_id, label=gallery_words.heart_label(hearts))


class RemixButton(NumberButton):
    """Opens a form that makes something of one's own from a shared picture."""

    action: ClassVar[str] = "remix"

    def __init__(self, share_id: int) -> None:
        super().__init__(share_id, label=gallery_words.SHARE_BUTTONS["remix"])


class ShareInfoButton(NumberButton):
    """Tells about a shared picture, its prompt only where its asker shows that."""

    action: ClassVar[str] = "share-info"

    def __init__(self, share_id: int) -> None:
        super().__init__(share_id, label=gallery_words.SHARE_BUTTONS["info"])


class ReportButton(NumberButton):
    """Reports a shared picture to the moderators."""

    action: ClassVar[str] = "report"

    def __init__(self, share_id: int) -> None:
        super().__init__(share_id, label=gallery_words.SHARE_BUTTONS["report"])


class UnshareButton(NumberButton):
    """Takes a shared picture back, with every message that shows it."""

    action: ClassVar[str] = "unshare"

    def __init__(self, share_id: int) -> None:
        super().__init__(
            share_id, label=gallery_words.SHARE_BUTTONS["unshare"], style=discord.ButtonStyle.danger, row=1
        )


class ShareView:
    """Says which buttons a shared picture has."""

    def __init__(self, *, edits: bool) -> None:
        """Say with `edits` whether the provider changes pictures."""
        self._edits = edits

    def __call__(self, share: Share) -> discord.ui.View:
        """Build the view under a shared picture."""
        remix = [RemixButton(share.id)] if self._edits else []
        return view_of(
            HeartButton(share.id, hearts=share.hearts), *remix, ShareInfoButton(share.id), ReportButton(share.id)
        )
