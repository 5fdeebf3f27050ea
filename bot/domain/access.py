"""Who may do what: one table, which the code asks and the tests go through."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from bot.domain.errors import NotForYou


class Standing(StrEnum):
    """What somebody is to a picture, or to a server; most people are several of these."""

    OUTSIDER = "outsider"
    """No member of the server that the picture was shared in."""
    MEMBER = "member"
    ASKER = "asker"
    """Who asked for the picture."""
    CHANNEL_MODERATOR = "channel_moderator"
    """A member with Manage Messages in the channel where the picture was asked for."""
    MODERATOR = "moderator"
    """A member with Manage Messages in the whole server."""
    MANAGER = "manager"
    """A member with Manage Server."""


class Act(StrEnum):
    """What can be done with a picture, or in a server."""

    CANCEL = "cancel"
    POST = "post"
    """A picture that is kept, from /history; or look at it there."""
    POST_EARLIER = "post_earlier"
    """What a picture came from."""
    SHARE = "share"
    UNSHARE = "unshare"
    HEART = "heart"
    REMIX = "remix"
    SHARE_INFO = "share_info"
    REPORT = "report"
    DECIDE = "decide"
    """On what was reported: keep, hide, delete, mute."""
    SHOW_OTHER = "show_other"
    """Of an exact edit, the picture as drawn, or the exact one again: it changes for everybody who sees the message."""
    DELETE = "delete"
    MUTE = "mute"
    AUDIT = "audit"
    THEME = "theme"
    SERVER_USAGE = "server_usage"
    SETTINGS = "settings"


_MODERATORS = frozenset({Standing.MODERATOR, Standing.MANAGER})

MAY: Mapping[Act, frozenset[Standing]] = MappingProxyType(
    {
        Act.CANCEL: frozenset({Standing.ASKER, Standing.CHANNEL_MODERATOR}) | _MODERATORS,
        Act.POST: frozenset({Standing.ASKER}),
        Act.POST_EARLIER: frozenset({Standing.ASKER, Standing.MEMBER}),
        Act.SHARE: frozenset({Standing.ASKER}),
        Act.UNSHARE: frozenset({Standing.ASKER}),
        Act.HEART: frozenset({Standing.MEMBER}),
        Act.REMIX: frozenset({Standing.MEMBER}),
        Act.SHARE_INFO: frozenset({Standing.MEMBER}),
        Act.REPORT: frozenset({Standing.MEMBER}),
        Act.DECIDE: _MODERATORS,
        Act.SHOW_OTHER: frozenset({Standing.ASKER, Standing.CHANNEL_MODERATOR}) | _MODERATORS,
        Act.DELETE: frozenset({Standing.ASKER, Standing.CHANNEL_MODERATOR}) | _MODERATORS,
        Act.MUTE: _MODERATORS,
        Act.AUDIT: _MODERATORS,
        Act.THEME: _MODERATORS,
        Act.SERVER_USAGE: _MODERATORS,
        Act.SETTINGS: frozenset({Standing.MANAGER}),
    }
)
"""Who may: anybody with one of these standings."""


def may(act: Act, standings: Iterable[Standing]) -> bool:
    """Say whether somebody with these standings may do something."""
    return not MAY[act].isdisjoint(standings)


def check_access(act: Act, standings: Iterable[Standing]) -> None:
    """Refuse what somebody with these standings may not do.

    Raises:
        NotForYou: it is for others, who are named.
    """
    if not may(act, standings):
        raise NotForYou(act=act, allowed=tuple(sorted(MAY[act])))
