"""How a setting's text is read and checked; the checks never repeat a value that may be a secret."""

import base64
import binascii
import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr
from pydantic_settings import NoDecode

from bot.domain.budget import Budget


def _split(value: object) -> object:
    if isinstance(value, str):
        return tuple(part for part in (item.strip() for item in value.split(",")) if part)
    return value


def none_if_empty(value: object) -> object:
    """Take an empty value for none."""
    return None if isinstance(value, str) and not value.strip() else value


def read_ranges(value: object) -> object:
    """Read whole numbers and ranges of them, as in `0-15,32`.

    Raises:
        ValueError: a part is neither.
    """
    words = _split(value)
    if not isinstance(words, tuple):
        return value
    numbers: set[int] = set()
    for word in words:
        match = re.fullmatch(r"([0-9]{1,6})(?:-([0-9]{1,6}))?", str(word))
        if match is None:
            raise ValueError("each must be a number, or two with a hyphen between them")
        numbers |= set(range(int(match[1]), int(match[2] or match[1]) + 1))
    return tuple(sorted(numbers))


def _url(*schemes: str) -> AfterValidator:
    def check(value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in schemes or not parts.hostname:
            raise ValueError(f"must be an address that begins with {' or '.join(f'{s}://' for s in schemes)}")
        return value.rstrip("/")

    return AfterValidator(check)


def read_pairs(value: SecretStr | None) -> dict[str, str]:
    """Read `name=value, name: value`.

    Raises:
        ValueError: an entry is neither; the message does not repeat it, for it may be a key.
    """
    found = {}
    for entry in value.get_secret_value().split(",") if value else ():
        match = re.fullmatch(r"\s*([\w.\-]+)\s*[=:]\s*(.*\S)\s*", entry)
        if match is None:
            raise ValueError("write each as name=value")
        found[match[1]] = match[2]
    return found


def _are_pairs(value: SecretStr | None) -> SecretStr | None:
    read_pairs(value)
    return value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def check_token(value: SecretStr | None) -> SecretStr | None:
    """Refuse what cannot be a token; the message does not repeat it."""
    if value is not None and not re.fullmatch(r"[!-~]+", value.get_secret_value()):
        raise ValueError("contains spaces or characters no token has")
    return value


def read_budgets(value: object) -> object:
    """Read budgets, as `Budget.from_text` does each."""
    words = _split(value)
    if not isinstance(words, tuple):
        return value
    return tuple(Budget.from_text(word) if isinstance(word, str) else word for word in words)


def check_progress_seconds(value: float) -> float:
    """Refuse progress that is faster than a webhook takes it."""
    if 0 < value < 2:  # noqa: PLR2004 - a webhook takes about five calls in two seconds, and the result is one of them
        raise ValueError("must be 2 or more, or 0 for no progress at all")
    return value


def secret_url(*schemes: str) -> AfterValidator:
    """Check the scheme alone, and never repeat the address: it may hold a password."""

    def check(value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        scheme, colon, _ = value.get_secret_value().strip().partition("://")
        if not colon or scheme not in schemes:
            raise ValueError(f"must be an address that begins with {', '.join(f'{s}://' for s in schemes)}")
        return SecretStr(value.get_secret_value().strip())

    return AfterValidator(check)


_FERNET_KEY_BYTES = 32
"""https://github.com/fernet/spec/blob/master/Spec.md, "Key Format"."""


def read_secrets_keys(value: SecretStr | None) -> tuple[str, ...]:
    """Read the keys that secrets of servers are encrypted under, the newest first.

    Raises:
        ValueError: one of them is none; the message does not repeat it.
    """
    entries = value.get_secret_value().split(",") if value else []
    return tuple(_to_fernet_key(one.strip()) for one in entries if one.strip())


def _to_fernet_key(text: str) -> str:
    try:
        raw = base64.b64decode(text.replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != _FERNET_KEY_BYTES:
        raise ValueError("each must be 32 bytes in Base64, as `openssl rand -base64 32` writes them")
    return base64.urlsafe_b64encode(raw).decode()


def _are_secrets_keys(value: SecretStr | None) -> SecretStr | None:
    read_secrets_keys(value)
    return value


Lower = BeforeValidator(_lower)
Words = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]
"""A list, written with commas."""
HttpUrl = Annotated[str | None, BeforeValidator(none_if_empty), _url("http", "https")]
WebSocketUrl = Annotated[str | None, BeforeValidator(none_if_empty), _url("ws", "wss")]
Secret = Annotated[SecretStr | None, BeforeValidator(none_if_empty)]
Pairs = Annotated[SecretStr | None, BeforeValidator(none_if_empty), AfterValidator(_are_pairs)]
"""A list of name=value, which may hold keys."""
SecretsKeys = Annotated[SecretStr | None, BeforeValidator(none_if_empty), AfterValidator(_are_secrets_keys)]
Text = Annotated[str | None, BeforeValidator(none_if_empty)]
Count = Annotated[int, Field(ge=1, le=100_000)]
OptionalCount = Annotated[int | None, Field(ge=1, le=100_000), BeforeValidator(none_if_empty)]

DATABASES = ("postgresql", "postgres", "postgresql+psycopg", "sqlite")
BLOB_STORES = ("s3", "gs", "az", "file", "memory")
