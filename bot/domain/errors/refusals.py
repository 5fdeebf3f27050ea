"""What somebody does not allow; nothing was paid."""

from dataclasses import dataclass

from bot.domain.errors.root import EaselError


class Refused(EaselError):
    """Somebody said no; nothing was paid."""


@dataclass(eq=False, kw_only=True)
class NotAllowed(Refused):
    """The bot lacks permissions here; `permissions` are Discord's names for them (`attach_files`)."""

    permissions: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class BudgetSpent(Refused):
    """A budget would be overdrawn.

    `scope` is `user`, `role`, `server` or `bot`, `period` is `day` or `month`, and `unit` is `microusd` or
    `pictures`, which `limit` and `left` count. `renews_at` is in seconds since 1970 (UTC). `of_server`: the server has
    set it for itself.
    """

    scope: str
    period: str
    unit: str
    limit: int
    left: int
    renews_at: int
    of_server: bool = False


@dataclass(eq=False, kw_only=True)
class QueueFull(Refused):
    """As many jobs wait as may wait."""

    waiting: int
    limit: int


@dataclass(eq=False, kw_only=True)
class TooManyJobs(Refused):
    """One person has as many open jobs as may be, everywhere (`scope` is `user`) or in a server (`here`), or a server.

    The scope of the last is `server`.
    """

    scope: str
    open: int
    limit: int


class StorageDown(Refused):
    """Easel's own database or blob store does not answer, so that the request could not be kept."""


class ServerKeyUnreadable(Refused):
    """A server's own key for the images API that cannot be decrypted: nobody else pays in its place."""


class ServerKeyChanged(Refused):
    """A server's own key that was taken out or replaced while a request that it was to pay for waited."""


class NotYours(Refused):
    """Pictures that another person asked for."""


@dataclass(eq=False, kw_only=True)
class NotForYou(Refused):
    """Something that is for others; `act` and `allowed` are values of `access.Act` and `access.Standing`."""

    act: str
    allowed: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class ClosedHere(Refused):
    """A server has something in other channels alone, or for other roles; `doing` is a value of `server.Doing`.

    `elsewhere`: it has it in channels that are not named here.
    """

    doing: str
    channel_ids: tuple[int, ...] = ()
    role_ids: tuple[int, ...] = ()
    elsewhere: bool = False


@dataclass(eq=False, kw_only=True)
class Muted(Refused):
    """The moderators of this server let this person use the bot no more until `ends_at` (Unix time; None: for good)."""

    ends_at: int | None = None


class WordRefused(Refused):
    """The prompt holds a word that this server does not want; nobody says which."""


class NoGallery(Refused):
    """A place without a channel for shared pictures, or none that the person can read."""


@dataclass(eq=False, kw_only=True)
class GalleryClosed(Refused):
    """The channel that shared pictures go to takes none; with `refused` it is gone, or closed to the bot.

    With `filtered` Discord's own filter does not let this picture through, into whatever channel.

    `channel_id` is None where whoever reads it may not know of the channel.
    """

    channel_id: int | None
    refused: bool
    filtered: bool = False


class SharedAlready(Refused):
    """A picture that is shared in this server."""


class NotShared(Refused):
    """A picture that is not shared, or not any more."""


@dataclass(eq=False, kw_only=True)
class OwnPicture(Refused):
    """One's own shared picture, whose asker gives it no heart and does not report it; `act` is of `access.Act`."""

    act: str


class ThemeOver(Refused):
    """A theme that pictures can join no more, or that is not there."""


class BarredHere(Refused):
    """A picture that was reported in this server, and that its moderators did not keep."""


class ModerationLower(Refused):
    """A picture that was made with lower moderation than there is where it is to be seen."""


@dataclass(eq=False, kw_only=True)
class EditsForbidden(Refused):
    """A picture that others may not edit; `by` says who wants that: `person` or `server`."""

    by: str


@dataclass(eq=False, kw_only=True)
class ExportTooSoon(Refused):
    """A person who has got all that is kept of them lately; they may ask again at `next_at` (Unix time)."""

    next_at: int


class MessagesClosed(Refused):
    """A person whom Discord lets us write no direct message."""


class DraftOver(Refused):
    """A change that was prepared and is sent, cancelled or forgotten by now."""


class RequestForgotten(Refused):
    """A refused request that is not remembered: it was asked for already, or Easel was restarted since."""


class NotMadeYet(Refused):
    """A request that is not done, or failed: there are no pictures to show."""


class PicturesGone(Refused):
    """A request, or a picture of it, that is not kept any more."""


@dataclass(eq=False, kw_only=True)
class ContentRefused(Refused):
    """The provider's safety system refused the request; `categories` are its own words, often none."""

    categories: tuple[str, ...] = ()
