"""What is shared with a server: the picture, its hearts, the messages that show it, and the themes it can join."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Self

from bot.domain.masked_edits import MaskedEdits
from bot.domain.request import PictureRef

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class ShareState(StrEnum):
    """What becomes of a shared picture, and what the messages that show it are to show.

    `HIDDEN` waits for a moderator. `GONE` is unshared or deleted: its row stays until no message shows it any more.
    """

    SHARED = "shared"
    HIDDEN = "hidden"
    GONE = "gone"


class Order(StrEnum):
    """In which order a gallery is looked through."""

    TOP = "top"
    """Most hearts first; of as many, the newest first."""
    NEW = "new"


class Span(StrEnum):
    """Since when the pictures of a gallery were shared."""

    WEEK = "week"
    MONTH = "month"
    EVER = "ever"

    def start(self, now: datetime) -> datetime | None:
        """Tell since when: 7 or 30 days ago; None is ever."""
        days = {Span.WEEK: 7, Span.MONTH: 30}.get(self)
        return None if days is None else now - timedelta(days=days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A picture that its asker shared in a server; `id` is that of the interaction that did so, times are UTC.

    With `shows_prompt` the words stand under it. `theme_id` is the theme that it joined. `shown` is which of the two
    pictures of an exact edit was shared: it stays that one, whatever its asker looks at later, since hearts and reports
    are given to what people saw.
    """

    id: int
    guild_id: int
    user_id: int
    ref: PictureRef
    state: ShareState
    shows_prompt: bool
    theme_id: int | None
    hearts: int
    created_at: datetime
    shown: MaskedEdits = MaskedEdits.EXACT


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which shared pictures of a server are looked through, and in which order.

    From `since` on and before `until` they were shared (UTC), by whom, for which theme: None is any. With `hidden_too`
    those that wait for a moderator are among them, which are their asker's to see alone. What joined one of
    `without_themes` is not, nor is the share `without`.
    """

    guild_id: int
    order: Order = Order.NEW
    since: datetime | None = None
    until: datetime | None = None
    user_id: int | None = None
    theme_id: int | None = None
    hidden_too: bool = False
    without_themes: frozenset[int] = frozenset()
    without: int | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where in an order somebody is: the picture `id`, by its hearts or its time in microseconds since 1970."""

    rank: int
    id: int

    @classmethod
    def of(cls, share: Share, order: Order) -> Self:
        """Tell where a picture stands in an order."""
        return cls(share.hearts if order is Order.TOP else (share.created_at - _EPOCH) // _MICROSECOND, share.id)

    @property
    def moment(self) -> datetime:
        """When the picture was shared, where that is what the order goes by."""
        return _EPOCH + self.rank * _MICROSECOND


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A message that shows a shared picture: in a forum, the first of a thread of its own.

    With `is_sheet` it shows several, on one sheet, and there is a copy of each with the same `message_id`;
    with `theme_id` too these are the most hearted of a theme.
    `shows` is what it shows by now; where that is not the state of its share, it is tried again after `try_at` (UTC).
    """

    message_id: int
    channel_id: int
    share_id: int
    is_thread: bool
    shows: ShareState
    is_sheet: bool = False
    theme_id: int | None = None
    attempts: int = 0
    try_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Something to make pictures for, until it ends; `channel_id` is where they go. Times are UTC.

    It is closed when a moderator ended it before `ends_at`; then, or at `ends_at`, the most hearted are announced.
    """

    id: int
    guild_id: int
    name: str
    channel_id: int
    ends_at: datetime
    closed_at: datetime | None = None
    announced_at: datetime | None = None
