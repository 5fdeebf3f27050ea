"""What Discord's error codes mean for a message that has to go out: the one table of them.

The codes and their texts are those of Discord's "Opcodes and Status Codes", JSON Error Codes, read 2026-11-28; what
else a line rests upon stands beside it.
"""

from collections.abc import Mapping
from enum import Enum, auto


class Meaning(Enum):
    """What a refusal means, which says what may help."""

    PASSING = auto()
    """Nobody refused anything: the same goes later."""
    TOO_LARGE = auto()
    """Smaller files would do."""
    PICTURE_FILTERED = auto()
    """Discord's own filter does not let the picture through, and nothing helps."""
    WORDS_BLOCKED = auto()
    """Other words would do."""
    ARCHIVED = auto()
    """The thread is asleep: a new message wakes it, and an edit is refused; where a message is refused it is locked."""
    LOCKED = auto()
    """The thread is closed for good to who may not manage it."""
    OVER = auto()
    """The interaction, or its token, is no more."""
    ACKNOWLEDGED = auto()
    """The interaction is answered already."""
    GONE = auto()
    """The message is not there any more, or is not ours to edit."""
    OLD = auto()
    """The message cannot be edited any more, or not now; a new one can be sent."""
    REPLY_BARRED = auto()
    """The same goes where it is no reply."""
    CLOSED = auto()
    """The bot may not do that there."""
    NOWHERE = auto()
    """There is no such channel, or the bot is in no such server; what was in it is gone."""
    PERSON_CLOSED = auto()
    """A person takes no direct message."""
    INVALID = auto()
    """The message itself is what Discord does not take, by whatever way."""


CODES: Mapping[int, Meaning] = {
    10003: Meaning.NOWHERE,  # Unknown channel
    10004: Meaning.NOWHERE,  # Unknown guild
    10008: Meaning.GONE,  # Unknown message
    10013: Meaning.PERSON_CLOSED,  # Unknown user
    10015: Meaning.OVER,  # Unknown webhook, which is what the token of an interaction is
    10062: Meaning.OVER,  # Unknown interaction
    20009: Meaning.PICTURE_FILTERED,  # Explicit content cannot be sent to the desired recipient(s)
    20012: Meaning.CLOSED,  # You are not authorized to perform this action on this application
    20016: Meaning.PASSING,  # This action cannot be performed due to slowmode rate limit
    20022: Meaning.OLD,  # This message cannot be edited due to announcement rate limits
    20024: Meaning.CLOSED,  # Under minimum age
    20028: Meaning.PASSING,  # The write action on the channel has hit the write rate limit
    20029: Meaning.PASSING,  # The write action on the server has hit the write rate limit
    20031: Meaning.WORDS_BLOCKED,  # Channel names, and so those of threads, contain words that are not allowed
    30046: Meaning.OLD,  # Maximum number of edits to messages older than 1 hour reached
    40001: Meaning.OVER,  # Unauthorized
    40002: Meaning.CLOSED,  # You need to verify your account in order to perform this action
    40003: Meaning.PASSING,  # You are opening direct messages too fast
    40004: Meaning.PASSING,  # Send messages has been temporarily disabled
    40005: Meaning.TOO_LARGE,  # Request entity too large
    40006: Meaning.PASSING,  # This feature has been temporarily disabled server-side
    40007: Meaning.CLOSED,  # The user is banned from this guild
    40043: Meaning.PASSING,  # Application interaction failed to send
    40058: Meaning.CLOSED,  # Cannot send a message in a forum channel
    40060: Meaning.ACKNOWLEDGED,  # Interaction has already been acknowledged
    40062: Meaning.PASSING,  # Service resource is being rate limited
    40066: Meaning.CLOSED,  # There are no tags available that can be set by non-moderators
    40067: Meaning.CLOSED,  # A tag is required to create a forum post in this channel
    40094: Meaning.OVER,  # This interaction has hit the maximum number of follow up messages
    40333: Meaning.PASSING,  # Cloudflare is blocking your request; also seen as 403 "internal network error"
    50001: Meaning.CLOSED,  # Missing access
    50003: Meaning.CLOSED,  # Cannot execute action on a DM channel
    50005: Meaning.GONE,  # Cannot edit a message authored by another user
    50006: Meaning.INVALID,  # Cannot send an empty message
    50007: Meaning.PERSON_CLOSED,  # Cannot send messages to this user
    50008: Meaning.CLOSED,  # Cannot send messages in a non-text channel
    50009: Meaning.CLOSED,  # Channel verification level is too high for you to gain access
    50013: Meaning.CLOSED,  # You lack permissions to perform that action
    50014: Meaning.OVER,  # Invalid authentication token provided
    50021: Meaning.GONE,  # Cannot execute action on a system message
    50024: Meaning.CLOSED,  # Cannot execute action on this channel type
    50027: Meaning.OVER,  # Invalid webhook token provided
    50033: Meaning.PERSON_CLOSED,  # Invalid recipient(s)
    50035: Meaning.INVALID,  # Invalid form body
    50045: Meaning.TOO_LARGE,  # File uploaded exceeds the maximum size
    50046: Meaning.INVALID,  # Invalid file uploaded
    50068: Meaning.GONE,  # Invalid message type
    # Tried to perform an operation on an archived thread. Messages wake it (discord-api-docs#2855), edits and deletions
    # do not (#6928), and in a locked one an acknowledgement is refused too (#5517).
    50083: Meaning.ARCHIVED,
    50095: Meaning.CLOSED,  # This server is not available in your location
    50109: Meaning.INVALID,  # The request body contains invalid JSON
    50110: Meaning.INVALID,  # The provided file is invalid
    50123: Meaning.INVALID,  # The provided file type is invalid
    50146: Meaning.PASSING,  # Uploaded file not found: lost between Discord's own services
    50178: Meaning.CLOSED,  # The user account must first be verified
    50278: Meaning.PERSON_CLOSED,  # Cannot send messages to this user due to having no mutual guilds
    60003: Meaning.CLOSED,  # Two factor is required for this operation
    110001: Meaning.PASSING,  # Application not yet available. Try again later
    130000: Meaning.PASSING,  # API resource is currently overloaded
    160002: Meaning.REPLY_BARRED,  # Cannot reply without permission to read message history
    160005: Meaning.LOCKED,  # Thread is locked
    160006: Meaning.CLOSED,  # Maximum number of active threads reached
    160007: Meaning.CLOSED,  # Maximum number of active announcement threads reached
    200000: Meaning.WORDS_BLOCKED,  # Message was blocked by automatic moderation
    200001: Meaning.WORDS_BLOCKED,  # Title was blocked by automatic moderation
    240000: Meaning.WORDS_BLOCKED,  # Message blocked by harmful links filter
    400001: Meaning.CLOSED,  # Access to file uploads has been limited for this guild
}

NOT_THERE = frozenset({Meaning.GONE, Meaning.NOWHERE})
"""With these there is no message left to edit or to delete."""

STATUSES: Mapping[int, Meaning] = {
    401: Meaning.OVER,
    403: Meaning.CLOSED,
    404: Meaning.GONE,
    408: Meaning.PASSING,
    409: Meaning.PASSING,
    413: Meaning.TOO_LARGE,
    425: Meaning.PASSING,
    429: Meaning.PASSING,
}
"""What a status means where Discord gives no code, or one that is not in the table; the other 4xx are INVALID."""

PAGES: Mapping[int, Meaning] = {413: Meaning.TOO_LARGE}
"""What a status means where a body is not Discord's JSON but a page of something in between; the others are PASSING."""
