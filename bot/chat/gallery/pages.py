"""Which picture of a gallery somebody looks at, and the buttons that keep that in mind."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import discord

from bot.chat.platform.components import ONE_ID
from bot.domain.gallery import Cursor, Order, Selection, Span
from bot.words import gallery as gallery_words

_MINE, _BY_CHANCE = "mine", "any"
_NEXT, _BACK, _HEART = "next", "back", "heart"


def _template(ways: str) -> str:
    return (
        rf"gallery:(?P<order>top|new|{_MINE}|{_BY_CHANCE}):(?P<span>week|month|ever):(?P<by>{ONE_ID}):(?P<way>{ways})"
        rf":(?P<rank>[0-9]{{1,18}}):(?P<id>{ONE_ID}):(?P<place>[0-9]{{1,9}})"
    )


PAGE_TEMPLATE = _template(f"{_NEXT}|{_BACK}")
"""The custom_id of a `PageButton`: a query, which way, and the picture that the button is under."""
HEART_TEMPLATE = _template(_HEART)
"""The custom_id of a `PageHeartButton`, which has the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryQuery:
    """What somebody looks through: an order, since when, by whom.

    With `mine` it is what they shared themselves, with `by_chance` any picture comes after any other.
    """

    order: Order
    span: Span = Span.EVER
    by: int | None = None
    mine: bool = False
    by_chance: bool = False

    def select(self, guild_id: int, user_id: int) -> Selection:
        """Say what that is in a server, for a reader."""
        if self.mine:
            return Selection(guild_id=guild_id, order=Order.NEW, user_id=user_id, hidden_too=True)
        since = self.span.start(datetime.now(UTC))
        return Selection(guild_id=guild_id, order=self.order, since=since, user_id=self.by)

    @property
    def head(self) -> str | None:
        """What stands over each of its pictures, before its number; None where they have none."""
        if self.by_chance:
            return None
        return gallery_words.mine_head() if self.mine else gallery_words.gallery_head(self.order, self.span, self.by)

    def to_text(self) -> str:
        """Write it into a custom_id, as the templates have it."""
        order = _MINE if self.mine else _BY_CHANCE if self.by_chance else self.order.value
        return f"gallery:{order}:{self.span.value}:{self.by or 0}"


MINE = GalleryQuery(order=Order.NEW, mine=True)
BY_CHANCE = GalleryQuery(order=Order.NEW, by_chance=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRequest:
    """The picture after a cursor, or with `backwards` before it; `place` is its number, as far as the reader counts.

    With `stays` it is the picture at the cursor, once more.
    """

    query: GalleryQuery
    cursor: Cursor | None = None
    backwards: bool = False
    place: int = 1
    stays: bool = False

    @classmethod
    def from_match(cls, match: re.Match[str]) -> "PageRequest":
        """Read what a button that was pressed asks for."""
        order, way = match["order"], match["way"]
        fixed = {_MINE: MINE, _BY_CHANCE: BY_CHANCE}.get(order)
        return cls(
            query=fixed or GalleryQuery(order=Order(order), span=Span(match["span"]), by=int(match["by"]) or None),
            cursor=Cursor(int(match["rank"]), int(match["id"])),
            backwards=way == _BACK,
            place=int(match["place"]) + {_BACK: -1, _NEXT: 1}.get(way, 0),
            stays=way == _HEART,
        )


class PageButton(discord.ui.Button[Any]):
    """Goes on to the next picture of a gallery, or back, from the picture at a cursor."""

    def __init__(
        self, query: GalleryQuery, *, backwards: bool, cursor: Cursor, place: int, disabled: bool = False
    ) -> None:
        forwards = "another" if query.by_chance else "next"
        super().__init__(
            label=gallery_words.SHARE_BUTTONS["previous" if backwards else forwards],
            custom_id=f"{query.to_text()}:{_BACK if backwards else _NEXT}:{cursor.rank}:{cursor.id}:{place}",
            disabled=disabled,
            row=1,
        )


class PageHeartButton(discord.ui.Button[Any]):
    """Gives a heart to the picture at a cursor, or takes it back, and shows how many it has then."""

    def __init__(self, query: GalleryQuery, *, cursor: Cursor, place: int, hearts: int, disabled: bool = False) -> None:
        super().__init__(
            label=gallery_words.heart_label(hearts),
            custom_id=f"{query.to_text()}:{_HEART}:{cursor.rank}:{cursor.id}:{place}",
            disabled=disabled,
            row=0,
        )
