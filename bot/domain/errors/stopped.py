"""What ended before it was done."""

from dataclasses import dataclass

from bot.domain.errors.root import EaselError


@dataclass(eq=False, kw_only=True)
class Stopped(EaselError):
    """Ended before it was done; `may_have_cost` is True when the provider was already at work."""

    may_have_cost: bool = False


@dataclass(eq=False, kw_only=True)
class Cancelled(Stopped):
    """Cancelled by a person; 0 is one who had their name taken out of everything.

    Its asker is charged `charged_percent` of the estimate: they cancelled it while the provider was at work.
    """

    by_user_id: int
    charged_percent: int = 0


class Interrupted(Stopped):
    """The bot stops, or crashed."""


class TooLate(Stopped):
    """Discord did not take the acknowledgement, so that the asker was told that nobody answers."""


@dataclass(eq=False, kw_only=True)
class PlaceClosed(Stopped):
    """Discord lets the bot answer nothing where it was asked; with `asleep` the thread is archived or locked."""

    asleep: bool = False


class OutcomeUnknown(Stopped):
    """The bot crashed during the call, and asking again might be paid twice; the asker was not charged."""


class Unexpected(Stopped):
    """A mistake of our own, of which the log has the details."""
