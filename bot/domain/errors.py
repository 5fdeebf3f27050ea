"""The whole error tree.

EaselError
├── InvalidRequest                  the asker can mend it; nothing was paid
│   ├── PromptBlank
│   ├── PromptTooLong
│   ├── PromptTooLongForModel       within the API's limit, and over this model's own
│   ├── RequestTooLarge             more bytes than a server on the way takes
│   ├── FormatNotGranted            a format that the account at the provider may not ask for
│   ├── OptionNotOffered            a value that the model does not have
│   ├── OptionsConflict             two options that exclude each other
│   ├── SizeNotAllowed              a size outside the model's rules
│   ├── EditsNotOffered             this provider makes pictures and changes none
│   ├── MaskNotOffered              this provider takes no masks
│   ├── MaskForSeveralPictures
│   ├── TooManyPictures             more than the API takes with one request
│   ├── NoPictureThere              a message without a picture, where one was pointed at
│   ├── PictureOutOfSight           another person's message, which Discord does not show to this bot
│   ├── NoSuchPicture               the fifth of two
│   ├── NothingLarger               the largest size and the highest quality already
│   ├── BadImage                    about one file; `label` is the option that it was given to
│   │   ├── UnsupportedImage        not a PNG, JPEG, WebP or GIF
│   │   ├── BrokenImage             truncated or damaged
│   │   ├── FileTooLarge            more bytes than the cap
│   │   ├── TooManyPixels
│   │   ├── SideTooLong
│   │   ├── ForeignFile             not on one of Discord's hosts
│   │   └── FileUnavailable         the host did not give it
│   └── BadMask                     about the mask
│       ├── MaskOfAnotherShape
│       ├── MaskMarksNothing
│       └── MaskTooDetailed         over the API's limit when finished
├── Refused                         allowed by nobody's mistake; nothing was paid
│   ├── NotAllowed                  a permission is missing
│   ├── BudgetSpent
│   ├── QueueFull
│   ├── TooManyJobs                 of one person or one server
│   ├── StorageDown                 the database or the blob store does not answer
│   ├── NotYours                    another person's pictures
│   ├── NotForYou                   something that moderators do, or the asker alone
│   ├── ClosedHere                  a server has it in other channels, or for other roles
│   ├── Muted                       by the moderators of a server
│   ├── WordRefused                 a word that a server does not want in prompts
│   ├── NoGallery                   a server that has no channel for shared pictures
│   ├── GalleryClosed               the channel that shared pictures go to takes none
│   ├── SharedAlready               a picture that is shared in this server
│   ├── NotShared                   one that is not, or not any more
│   ├── ThemeOver                   a theme that pictures can join no more
│   ├── BarredHere                  a picture that the moderators of a server took out of it
│   ├── EditsForbidden              its owner, or this server, lets nobody else edit it
│   ├── ExportTooSoon               all that is kept of a person, for the second time within the hour
│   ├── MessagesClosed              a person who takes no direct messages
│   ├── DraftOver                   a change that was prepared, and is sent or forgotten by now
│   ├── NotMadeYet                  a request without pictures, so far or for good
│   ├── PicturesGone                older than what is kept
│   └── ContentRefused              by the provider's safety system
├── ProviderError                   failed outside
│   ├── RateLimited
│   ├── ProviderDown
│   │   ├── ProviderTimedOut
│   │   └── ProviderPaused          it fails for everybody, and was not asked
│   ├── ProviderMisconfigured       the person who runs the bot can mend it
│   │   ├── KeyRejected
│   │   ├── OutOfMoney
│   │   ├── ModelUnknown
│   │   ├── OrganizationUnverified  a model that only verified organizations get
│   │   ├── AccountBlocked          the provider has blocked the account or the resource
│   │   ├── AddressWrong            nothing is at that path
│   │   └── RequestRejected         any other 400: the profile does not fit the provider
│   └── BadAnswer                   an answer that holds no picture
│       └── EmptyAnswer             a good answer without any: some providers refuse like that
├── Stopped                         ended before it was done
│   ├── Cancelled                   by the asker or a moderator
│   ├── Interrupted                 the bot stops, or crashed
│   ├── TooLate                     Discord took no acknowledgement any more
│   ├── OutcomeUnknown              the bot crashed while the images API was at work
│   └── Unexpected                  a mistake of our own
└── NotDelivered                    made, and not posted, or not all of it
    ├── TooLargeToPost
    ├── ChannelClosed               no permission left, or the channel or the message is gone
    └── DiscordDown                 Discord took it in no way, however often it was tried

Every error carries data and no prose: the words stand in `bot.chat.wording`.
`ProviderError.may_have_cost` says whether the provider may have charged for the request.
"""

import dataclasses
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False, kw_only=True)
class EaselError(Exception):
    """The root of everything that Easel raises on purpose."""

    def __str__(self) -> str:
        return repr(self)


class InvalidRequest(EaselError):
    """Something that the asker can mend."""


class PromptBlank(InvalidRequest):
    """A prompt in which nothing can be seen."""


@dataclass(eq=False, kw_only=True)
class PromptTooLong(InvalidRequest):
    """A prompt over the API's limit; both figures count characters."""

    length: int
    limit: int


@dataclass(eq=False, kw_only=True)
class OptionNotOffered(InvalidRequest):
    """A value that this model, this provider or the settings do not have: the bot's own, or those `of_server`."""

    option: str
    value: str
    offered: tuple[str, ...]
    model: str
    of_server: bool = False


@dataclass(eq=False, kw_only=True)
class OptionsConflict(InvalidRequest):
    """Two options that the API does not take together; `offered` are the ways out for the second."""

    option: str
    value: str
    other: str
    other_value: str
    offered: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class SizeNotAllowed(InvalidRequest):
    """A size outside the rules of a model with free sizes; `rule` is a member of `SizeRule`."""

    size: str
    rule: str
    limit: str
    model: str


class EditsNotOffered(InvalidRequest):
    """An edit, at a provider that only makes pictures from words."""


class MaskNotOffered(InvalidRequest):
    """A mask, at a provider that takes none."""


@dataclass(eq=False, kw_only=True)
class MaskForSeveralPictures(InvalidRequest):
    """A mask with more than one picture, at a provider that does not say which one it is for."""

    pictures: int


@dataclass(eq=False, kw_only=True)
class TooManyPictures(InvalidRequest):
    """More input pictures than the API takes with one request."""

    pictures: int
    limit: int


class NoPictureThere(InvalidRequest):
    """A message that was pointed at and has no picture."""


class PictureOutOfSight(InvalidRequest):
    """Another person's message: without the message content intent Discord does not show what is attached to it."""


@dataclass(eq=False, kw_only=True)
class NoSuchPicture(InvalidRequest):
    """A picture of a message by its place, where there are only so many."""

    place: int
    pictures: int


@dataclass(eq=False, kw_only=True)
class NothingLarger(InvalidRequest):
    """A request that has the largest size and the highest quality of its model."""

    model: str


@dataclass(eq=False, kw_only=True)
class BadImage(InvalidRequest):
    """One file that cannot be used.

    `label` names the option that it was given to (`image`, `image2`, `mask`); who knows it fills it in.
    """

    label: str = "image"


@dataclass(eq=False, kw_only=True)
class UnsupportedImage(BadImage):
    """Content that is no PNG, JPEG, WebP or GIF; `found` names what it is, where that is known (`HEIC`)."""

    found: str | None = None


@dataclass(eq=False, kw_only=True)
class BrokenImage(BadImage):
    """A picture that is cut off or damaged; `detail` is for the log alone."""

    detail: str = ""


@dataclass(eq=False, kw_only=True)
class FileTooLarge(BadImage):
    """More bytes than the cap."""

    limit_bytes: int
    size_bytes: int | None = None


@dataclass(eq=False, kw_only=True)
class TooManyPixels(BadImage):
    """A picture whose decoded size is over the cap."""

    width: int
    height: int
    limit_pixels: int


@dataclass(eq=False, kw_only=True)
class SideTooLong(BadImage):
    """A picture with a side over the cap, in pixels."""

    width: int
    height: int
    limit_side: int


@dataclass(eq=False, kw_only=True)
class ForeignFile(BadImage):
    """A file that is not on one of the hosts we download from."""

    host: str


@dataclass(eq=False, kw_only=True)
class FileUnavailable(BadImage):
    """A file that its host did not give; `status` is the HTTP status, or None when there was no answer."""

    status: int | None = None


class BadMask(InvalidRequest):
    """A mask that cannot be used with this picture."""


@dataclass(eq=False, kw_only=True)
class MaskOfAnotherShape(BadMask):
    """A mask whose sides have another ratio than the picture's; all four figures are upright pixels."""

    mask_width: int
    mask_height: int
    image_width: int
    image_height: int


@dataclass(eq=False, kw_only=True)
class MaskMarksNothing(BadMask):
    """A mask that asks for no change: all black, or nowhere transparent; `had_alpha` tells which.

    With `chosen` there was no file: what is left of the picture, after a choice was turned over, is nothing.
    """

    had_alpha: bool
    chosen: bool = False


@dataclass(eq=False, kw_only=True)
class MaskTooDetailed(BadMask):
    """A finished mask that stays over the API's limit at the best compression."""

    size_bytes: int
    limit_bytes: int


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


class NotYours(Refused):
    """Pictures that another person asked for."""


@dataclass(eq=False, kw_only=True)
class NotForYou(Refused):
    """Something that is for others; `act` and `allowed` are values of `access.Act` and `access.Standing`."""

    act: str
    allowed: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class ClosedHere(Refused):
    """A server has something in other channels alone, or for other roles; `doing` is a value of `server.Doing`."""

    doing: str
    channel_ids: tuple[int, ...] = ()
    role_ids: tuple[int, ...] = ()


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
    """The channel that shared pictures go to takes none; with `refused` it is gone, or closed to the bot."""

    channel_id: int
    refused: bool


class SharedAlready(Refused):
    """A picture that is shared in this server."""


class NotShared(Refused):
    """A picture that is not shared, or not any more."""


class ThemeOver(Refused):
    """A theme that pictures can join no more, or that is not there."""


class BarredHere(Refused):
    """A picture that was reported in this server, and that its moderators did not keep."""


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


class NotMadeYet(Refused):
    """A request that is not done, or failed: there are no pictures to show."""


class PicturesGone(Refused):
    """A request, or a picture of it, that is not kept any more."""


@dataclass(eq=False, kw_only=True)
class ContentRefused(Refused):
    """The provider's safety system refused the request; `categories` are its own words, often none."""

    categories: tuple[str, ...] = ()


@dataclass(eq=False, kw_only=True)
class ProviderError(EaselError):
    """The images API failed.

    `detail` is the provider's own message: for the log alone, never for a chat. `may_have_cost` is True when
    the request reached the provider and no answer said that it failed, so that it may have been charged.
    """

    status: int | None = None
    detail: str = ""
    request_id: str | None = None
    may_have_cost: bool = False


@dataclass(eq=False, kw_only=True)
class RateLimited(ProviderError):
    """Too fast, and still so after the last attempt."""

    retry_after_seconds: float | None = None


class ProviderDown(ProviderError):
    """No connection, a 5xx, or a connection that was lost."""


@dataclass(eq=False, kw_only=True)
class ProviderTimedOut(ProviderDown):
    """No whole answer within the profile's time."""

    after_seconds: float = 0.0


class ProviderMisconfigured(ProviderError):
    """What only the person who runs the bot can mend."""


class KeyRejected(ProviderMisconfigured):
    """The key is wrong, or has no access to the model."""


class OutOfMoney(ProviderMisconfigured):
    """The account at the provider is out of credits or over its limit."""


@dataclass(eq=False, kw_only=True)
class ModelUnknown(ProviderMisconfigured):
    """The provider does not have the model, or has shut it down."""

    model: str


class RequestRejected(ProviderMisconfigured):
    """The provider did not take the request: its profile and its rules differ."""


@dataclass(eq=False, kw_only=True)
class BadAnswer(ProviderError):
    """An answer without a usable picture: HTML, bad base64, cut off, a truncated PNG, or empty."""

    may_have_cost: bool = field(default=True)


@dataclass(eq=False, kw_only=True)
class Stopped(EaselError):
    """Ended before it was done; `may_have_cost` is True when the provider was already at work."""

    may_have_cost: bool = False


@dataclass(eq=False, kw_only=True)
class Cancelled(Stopped):
    """Cancelled by a person; 0 is one who had their name taken out of everything."""

    by_user_id: int


class Interrupted(Stopped):
    """The bot stops, or crashed."""


class TooLate(Stopped):
    """Discord did not take the acknowledgement, so that the asker was told that nobody answers."""


class OutcomeUnknown(Stopped):
    """The bot crashed during the call, and asking again might be paid twice; the asker was not charged."""


class Unexpected(Stopped):
    """A mistake of our own, of which the log has the details."""


@dataclass(eq=False, kw_only=True)
class NotDelivered(EaselError):
    """The pictures exist and could not all be posted.

    `posted` of `pictures` were; `free` says that they cost nothing.
    """

    posted: int = 0
    pictures: int = 0
    free: bool = False


@dataclass(eq=False, kw_only=True)
class TooLargeToPost(NotDelivered):
    """No re-encoding brought a picture under the file limit."""

    size_bytes: int
    limit_bytes: int


class ChannelClosed(NotDelivered):
    """The place to answer is gone, or the bot may no longer post there."""


class DiscordDown(NotDelivered):
    """Discord took it in no way, after every attempt."""


@dataclass(eq=False, kw_only=True)
class PromptTooLongForModel(InvalidRequest):
    """A prompt that the provider finds too long for a model; `limit` counts characters, where it says how many."""

    model: str
    limit: int | None = None


@dataclass(eq=False, kw_only=True)
class RequestTooLarge(InvalidRequest):
    """More bytes than the provider, or a server before it, takes with one request."""

    pictures: int = 0


@dataclass(eq=False, kw_only=True)
class FormatNotGranted(InvalidRequest):
    """A format that the model has, and that the account at the provider has no access to."""

    output_format: str
    model: str


@dataclass(eq=False, kw_only=True)
class ProviderPaused(ProviderDown):
    """A provider that fails for everybody: this request was not sent, and another is let through in a while."""

    retry_after_seconds: float | None = None


@dataclass(eq=False, kw_only=True)
class OrganizationUnverified(ProviderMisconfigured):
    """A model that the provider keeps for organizations that have proved who they are."""

    model: str


class AccountBlocked(ProviderMisconfigured):
    """An account, or a resource of it, that the provider has blocked."""


class AddressWrong(ProviderMisconfigured):
    """A server that answers and has nothing at that path: the base address is wrong."""


@dataclass(eq=False, kw_only=True)
class EmptyAnswer(BadAnswer):
    """A good answer with no picture in it, as some providers refuse in silence."""


def to_record(error: EaselError) -> dict[str, Any]:
    """Encode an error as JSON-ready values, without `detail`, which is for the log alone."""
    fields = {one.name: getattr(error, one.name) for one in dataclasses.fields(error) if one.name != "detail"}
    return {"error": type(error).__name__, **fields}


def from_record(record: dict[str, Any]) -> EaselError:
    """Decode what `to_record` encoded, also after a restart.

    Raises:
        KeyError: no error has this name (any more).
    """
    fields = {
        name: tuple(value) if isinstance(value, list) else value for name, value in record.items() if name != "error"
    }
    return _BY_NAME[str(record["error"])](**fields)


def _by_name(kind: type[EaselError]) -> dict[str, type[EaselError]]:
    found = {kind.__name__: kind}
    for further in kind.__subclasses__():
        found |= _by_name(further)
    return found


_BY_NAME = _by_name(EaselError)
