"""Failures as the wire has them: a status, and the documented body `{"error": {message, type, param, code}}`."""

from dataclasses import dataclass, field
from typing import Any

INVALID_REQUEST = "invalid_request_error"
USER_ERROR = "image_generation_user_error"


@dataclass(eq=False)
class ApiError(Exception):
    """One refusal; `details` are further members of the error object."""

    status: int
    message: str
    type: str = field(default=INVALID_REQUEST, kw_only=True)
    param: str | None = field(default=None, kw_only=True)
    code: str | None = field(default=None, kw_only=True)
    headers: dict[str, str] = field(default_factory=dict, kw_only=True)
    details: dict[str, Any] = field(default_factory=dict, kw_only=True)

    def to_json(self) -> dict[str, Any]:
        """The body of the answer."""
        error = {"message": self.message, "type": self.type, "param": self.param, "code": self.code}
        return {"error": error | self.details}


def bad_request(message: str, *, param: str | None = None, code: str | None = None) -> ApiError:
    """A request that breaks a rule of one parameter."""
    return ApiError(400, message, param=param, code=code)


def unknown_parameter(name: str) -> ApiError:
    """A parameter that this operation or this model does not have."""
    return bad_request(f"Unknown parameter: '{name}'.", param=name, code="unknown_parameter")


def missing_parameter(name: str) -> ApiError:
    """A required parameter that is not there."""
    return bad_request(f"Missing required parameter: '{name}'.", param=name, code="missing_required_parameter")


def duplicate_parameter(name: str) -> ApiError:
    """A parameter that was given more than once."""
    message = (
        f"Duplicate parameter: '{name}'. You provided multiple values for this parameter, whereas only one is "
        f"allowed. If you are trying to provide a list of values, use the array syntax instead e.g. '{name}[]=<value>'."
    )
    return bad_request(message, param=name, code="duplicate_parameter")


def wrong_type(name: str, *, expected: str, found: str) -> ApiError:
    """A value of another type; both are written with their article."""
    message = f"Invalid type for '{name}': expected {expected}, but got {found} instead."
    return bad_request(message, param=name, code="invalid_type")


def wrong_value(name: str, value: str, offered: tuple[str, ...]) -> ApiError:
    """A value outside an enumeration."""
    quoted = [f"'{option}'" for option in offered]
    listed = f"{', '.join(quoted[:-1])}, and {quoted[-1]}" if len(quoted) > 2 else " and ".join(quoted)  # noqa: PLR2004 - grammar
    message = f"Invalid value: '{value}'. Supported values are: {listed}."
    return bad_request(message, param=name, code="invalid_value")


def model_not_found(model: str) -> ApiError:
    """A model that is unknown or shut down."""
    message = f"The model '{model}' does not exist or you do not have access to it."
    return ApiError(404, message, param="model", code="model_not_found")


def invalid_key(key: str) -> ApiError:
    """A key that is not ours; only its two ends are shown."""
    shown = f"{key[:3]}***{key[-2:]}" if len(key) > 8 else "***"  # noqa: PLR2004 - too short to show the ends of
    return ApiError(401, f"Incorrect API key provided: {shown}.", code="invalid_api_key")


def too_large(limit: int) -> ApiError:
    """A body over the cap."""
    return ApiError(413, f"Maximum content size limit ({limit}) exceeded.")


def bad_mask(message: str) -> ApiError:
    """A mask that does not fit."""
    message = f"Invalid mask image format - {message}"
    return ApiError(400, message, type=USER_ERROR, param="mask", code="invalid_mask_image_format")


def bad_markup(message: str) -> ApiError:
    """Strokes that do not fit their picture."""
    message = f"Invalid markup image format - {message}"
    return ApiError(400, message, type=USER_ERROR, param="markup", code="invalid_markup_image_format")


def not_of_model(name: str, model: str) -> ApiError:
    """A parameter that other models have."""
    message = f"The model '{model}' does not support the '{name}' parameter."
    return bad_request(message, param=name, code="unsupported_parameter")


def server_error() -> ApiError:
    """A failure of ours."""
    message = "The server had an error while processing your request. Sorry about that!"
    return ApiError(500, message, type="server_error", code="server_error")
