"""Discord's refusals with their documented codes, and the mistakes of a test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Refusal:
    """One row of Discord's table of JSON error codes."""

    status: int
    code: int
    message: str


UNAUTHORIZED = Refusal(401, 0, "401: Unauthorized")
NOT_FOUND = Refusal(404, 0, "404: Not Found")
UNKNOWN_CHANNEL = Refusal(404, 10003, "Unknown Channel")
UNKNOWN_GUILD = Refusal(404, 10004, "Unknown Guild")
UNKNOWN_MEMBER = Refusal(404, 10007, "Unknown Member")
UNKNOWN_MESSAGE = Refusal(404, 10008, "Unknown Message")
UNKNOWN_USER = Refusal(404, 10013, "Unknown User")
UNKNOWN_WEBHOOK = Refusal(404, 10015, "Unknown Webhook")
UNKNOWN_INTERACTION = Refusal(404, 10062, "Unknown interaction")
TOO_LARGE = Refusal(413, 40005, "Request entity too large")
ALREADY_ACKNOWLEDGED = Refusal(400, 40060, "Interaction has already been acknowledged.")
TOO_MANY_FOLLOWUPS = Refusal(400, 40094, "This interaction has hit the maximum number of follow up messages")
MISSING_ACCESS = Refusal(403, 50001, "Missing Access")
NOT_YOUR_MESSAGE = Refusal(403, 50005, "Cannot edit a message authored by another user")
EMPTY_MESSAGE = Refusal(400, 50006, "Cannot send an empty message")
MISSING_PERMISSIONS = Refusal(403, 50013, "Missing Permissions")
INVALID_WEBHOOK_TOKEN = Refusal(401, 50027, "Invalid Webhook Token")
INVALID_FORM_BODY = Refusal(400, 50035, "Invalid Form Body")
REPLY_NEEDS_HISTORY = Refusal(403, 160002, "Cannot reply without permission to read message history")


class ApiError(Exception):
    """An answer that is a refusal; `errors` names the fields that are wrong."""

    def __init__(self, refusal: Refusal, *, errors: dict[str, Any] | None = None) -> None:
        super().__init__(refusal.code, refusal.message)
        self.refusal = refusal
        self.errors = errors

    def to_json(self) -> dict[str, Any]:
        """Encode the body of the answer."""
        body: dict[str, Any] = {"message": self.refusal.message, "code": self.refusal.code}
        if self.errors is not None:
            body["errors"] = self.errors
        return body


def invalid_form(field: str, code: str, message: str) -> ApiError:
    """Return the refusal of one field, in the nested shape that Discord gives it."""
    return ApiError(INVALID_FORM_BODY, errors={field: {"_errors": [{"code": code, "message": message}]}})


class StandinError(Exception):
    """A test asks for what no user of Discord could do."""


class NotOffered(StandinError):
    """A command, option, choice, button or menu entry that the bot does not offer."""


class ValueRefused(StandinError):
    """A value that Discord's own client would not let the user send."""


class BotOffline(StandinError):
    """Nobody is connected to the gateway, so nobody can be invoked."""
