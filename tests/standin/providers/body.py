"""One answer as a provider gives it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A status, headers and the very bytes of a body; `seen` says where they are from, and when."""

    status: int
    body: bytes
    seen: str
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/json"


def refusal(status: int, document: object, *, seen: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Write an answer whose body is JSON."""
    return Answer(
        status=status, body=json.dumps(document, ensure_ascii=False).encode(), headers=headers or {}, seen=seen
    )


def error(
    status: int,
    message: str,
    *,
    seen: str,
    type_: str | None = None,
    param: str | None = None,
    code: str | int | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Write an error in OpenAI's shape."""
    document = {"error": {"message": message, "type": type_, "param": param, "code": code}}
    return refusal(status, document, headers=headers, seen=seen)
