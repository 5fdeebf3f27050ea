"""Why requests came to nothing, in a few words each, as they stand after a number."""

from bot.domain import errors

_REASONS: dict[type[errors.EaselError], str] = {
    errors.InvalidRequest: "with something that does not work",
    errors.NotAllowed: "where I may not post",
    errors.BudgetSpent: "over a budget",
    errors.QueueFull: "while the queue was full",
    errors.TooManyJobs: "by someone with too many open",
    errors.StorageDown: "while the database was down",
    errors.ServerKeyUnreadable: "with a key of this server that I cannot read",
    errors.ServerKeyChanged: "with a key of this server that was changed meanwhile",
    errors.NotForYou: "by someone who may not",
    errors.NotYours: "for pictures of another person",
    errors.ClosedHere: "where it is not open",
    errors.Muted: "by someone who is muted",
    errors.WordRefused: "with a word that is refused here",
    errors.EditsForbidden: "for pictures that others may not edit",
    errors.ContentRefused: "refused by the provider's safety system",
    errors.RateLimited: "while the images service had too much to do",
    errors.ProviderDown: "while the images service was down",
    errors.ProviderTimedOut: "that the images service did not finish in time",
    errors.ProviderMisconfigured: "that the images service did not take",
    errors.OutOfMoney: "while the account at the images service was empty",
    errors.BadAnswer: "with an answer that held no picture",
    errors.Cancelled: "cancelled",
    errors.Stopped: "cut off by a restart or a mistake of mine",
}
_OTHERWISE = "for another reason"


def _names(kind: type[errors.EaselError], words: str) -> dict[str, str]:
    words = _REASONS.get(kind, words)
    named = {kind.__name__: words}
    for further in kind.__subclasses__():
        named |= _names(further, words)
    return named


_BY_NAME = _names(errors.EaselError, _OTHERWISE)


def reason(error: str) -> str:
    """Say why, by the name of an error in the tree: its own words, or those of the nearest kind that has some."""
    return _BY_NAME.get(error, _OTHERWISE)
