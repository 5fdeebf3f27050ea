"""What failed at the images API."""

from dataclasses import dataclass, field

from bot.domain.errors.root import EaselError


@dataclass(eq=False, kw_only=True)
class ProviderError(EaselError):
    """The images API failed.

    `detail` is the provider's own message: for the log alone, never for a chat. `may_have_cost` is True when
    the request reached the provider and no answer said that it failed, so that it may have been charged. `of_server`:
    the account is the server's own, and not the bot's.
    """

    status: int | None = None
    detail: str = ""
    request_id: str | None = None
    may_have_cost: bool = False
    of_server: bool = False


@dataclass(eq=False, kw_only=True)
class RateLimited(ProviderError):
    """Too fast, and still so after the last attempt; `retry_at` is when it may be asked again (Unix time)."""

    retry_after_seconds: float | None = None
    retry_at: int | None = None


class ProviderDown(ProviderError):
    """No connection, a 5xx, or a connection that was lost."""


@dataclass(eq=False, kw_only=True)
class ProviderTimedOut(ProviderDown):
    """No whole answer within the profile's time."""

    after_seconds: float = 0.0


class ProviderMisconfigured(ProviderError):
    """What only the person who runs the bot can mend, or who manages the server whose account it is (`of_server`)."""


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
class ProviderPaused(ProviderDown):
    """A provider that fails for everybody: this request was not sent, and another is let through at `retry_at`."""

    retry_after_seconds: float | None = None
    retry_at: int | None = None


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
