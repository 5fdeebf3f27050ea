"""What was made and could not be posted."""

from dataclasses import dataclass

from bot.domain.errors.root import EaselError


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


class ThreadClosed(NotDelivered):
    """The thread to answer in is archived and locked, so that no message wakes it."""


class PictureFiltered(NotDelivered):
    """Discord's own filter does not let the picture through."""
