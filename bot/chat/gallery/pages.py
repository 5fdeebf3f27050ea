"""Which picture of a gallery somebody looks at, and the buttons that lead to the one before and after it."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import discord

from bot.chat.platform.components import ONE_ID
from bot.domain.gallery import Cursor, Order, Selection, Span
from bot.words import gallery as gallery_words

_MINE = "mine"
_NEXT, _BACK = "next", "back"

PAGE_TEMPLATE = (
    rf"gallery:(?P<order>top|new|mine):(?P<span>week|month|ever):(?P<by>{ONE_ID}):(?P<way>next|back)"
    rf":(?P<rank>[0-9]{{1,18}}):(?P<id>{ONE_ID}):(?P<place>[0-9]{{1,9}})"
)
"""The custom_id of a `PageButton`: a query, which way, and the picture that the button is under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryQuery:
    """What somebody looks through: an order, since when, by whom; with `mine` what they shared themselves."""

    order: Order
    span: Span = Span.EVER
    by: int | None = None
    mine: bool = False

    def select(self, guild_id: int, user_id: int) -> Selection:
        """Say what that is in a server, for a reader."""
        if self.mine:
            return Selection(guild_id=guild_id, order=Order.NEW, user_id=user_id, hidden_too=True)
        since = self.span.start(datetime.now(UTC))
        return Selection(guild_id=guild_id, order=self.order, since=since, user_id=self.by)

    @property
    def head(self) -> str:
        """What stands over each of its pictures."""
        return gallery_words.mine_head() if self.mine else gallery_words.gallery_head(self.order, self.span, self.by)


MINE = GalleryQuery(order=Order.NEW, mine=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRequest:
    """The picture after a cursor, or with `backwards` before it; `place` is its number, as far as the reader counts."""

    query: GalleryQuery
    cursor: Cursor | None = None
    backwards: bool = False
    place: int = 1

    @classmethod
    def from_match(cls, match: re.Match[str]) -> "PageRequest":
        """Read what a button that was pressed asks for."""
        order, backwards = match["order"], match["way"] == _BACK
        query = (
            MINE
            if order == _MINE
            else GalleryQuery(order=Order(order), span=Span(match["span"]), by=int(match["by"]) or None)
        )
        return cls(
            query=query,
            cursor=Cursor(int(match["rank"]), int(match["id"])),
            backwards=backwards,
            place=int(match["place"]) + (-1 if backwards else 1),
        )


class PageButton(discord.ui.Button[Any]):
    """Goes on to the next picture of a gallery, or back, from the picture at a cursor."""

    def __init__(
        self, query: GalleryQuery, *, backwards: bool, cursor: Cursor, place: int, disabled: bool = False
    ) -> None:
        order = _MINE if query.mine else query.order.value
        way = _BACK if backwards else _NEXT
        super().__init__(
            label=gallery_words.SHARE_BUTTONS["previous" if backwards else "next"],
            custom_id=f"gallery:{order}:{query.span.value}:{query.by or 0}:{way}:{cursor.rank}:{cursor.id}:{place}",
            disabled=disabled,
            row=0,
        )
