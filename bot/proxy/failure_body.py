"""Error bodies of any shape to what they say."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

_WRAPPED = re.compile(r'\{\s*"error"\s*:\s*\{')
_NESTED_AT_MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What an error body says; `code` holds every code in it, the inner ones and those of headers too."""

    message: str = ""
    code: str = ""
    type: str = ""
    param: str = ""
    categories: tuple[str, ...] = ()

    @property
    def names(self) -> str:
        """The codes and the type, in small letters: providers put either in the place of the other."""
        return f"{self.code} {self.type}".lower()


def parse_failure(body: bytes, *, header: str = "") -> Failure:
    """Read an error body of any shape: JSON, HTML, plain text or nothing; `header` is a code that came beside it."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        found = Failure(message=body.decode("utf-8", "replace"))
    else:
        found = failure_from(document)
    return replace(found, code=f"{header} {found.code}".strip()) if header else found


def failure_from(document: object) -> Failure:
    """Read a decoded error body.

    Known shapes: `{"error": {message, type, param, code}}`; `{"error": "code", "message": …}`; `{"error": "text"}`;
    the inside of these alone; any of them as the first of a list, as Google has it; `{"detail": …}`, as servers made
    with FastAPI have it, with `error_type` beside it at Comfy. These quote what they were sent under `input`, which
    is left out. A gateway puts the whole error of the server behind it into its own message: that one counts too.
    """
    try:
        return _unwrapped(_failure_from(document), _NESTED_AT_MOST)
    except RecursionError:
        return Failure(message="an error that is nested too deep to be read")


def _failure_from(document: object) -> Failure:
    if isinstance(document, list) and document and isinstance(document[0], dict):
        document = document[0]
    error = document.get("error", document) if isinstance(document, dict) else document
    if error is document and isinstance(document, dict) and isinstance(document.get("errors"), list):
        # Cloudflare's.
        error = next((one for one in document["errors"] if isinstance(one, dict)), document)
    if isinstance(error, str) and isinstance(document, dict) and isinstance(document.get("message"), str):
        return Failure(message=document["message"], code=error)
    if not isinstance(error, dict):
        return Failure(message=_said(error))
    return Failure(
        message=_said(error.get("message") or error.get("detail") or ""),
        code=" ".join(_codes(error)),
        type=_text(error.get("type")),
        param=_text(error.get("param")),
        categories=tuple(dict.fromkeys(_categories(error))),
    )


def _unwrapped(outer: Failure, depth: int) -> Failure:
    start = _WRAPPED.search(outer.message)
    if start is None or not depth:
        return outer
    try:
        document, _ = json.JSONDecoder().raw_decode(outer.message, start.start())
    except (ValueError, RecursionError):
        return outer
    inner = _unwrapped(_failure_from(document), depth - 1)
    return Failure(
        message=inner.message or outer.message,
        code=f"{outer.code} {inner.code}".strip(),
        type=f"{outer.type} {inner.type}".strip(),
        param=outer.param or inner.param,
        categories=tuple(dict.fromkeys((*outer.categories, *inner.categories))),
    )


def _holders(error: dict[str, Any]) -> Iterator[dict[str, Any]]:
    # Azure says more within, and has spelled the name in both ways.
    for holder in (error, error.get("innererror"), error.get("inner_error")):
        if isinstance(holder, dict):
            yield holder


def _codes(error: dict[str, Any]) -> Iterator[str]:
    for holder in _holders(error):
        for name in ("code", "error_type", "status"):
            code = _text(holder.get(name))
            # LiteLLM and Google repeat the status here, which says nothing.
            if code and not code.isdecimal():
                yield code


def _categories(error: dict[str, Any]) -> Iterator[str]:
    moderation = error.get("moderation_details")
    if isinstance(moderation, dict):
        found = moderation.get("categories")
        if isinstance(found, dict):
            yield from (str(name) for name, flagged in found.items() if flagged)
        elif isinstance(found, list):
            yield from (name for name in found if isinstance(name, str))
    for holder in _holders(error):
        results = holder.get("content_filter_results") or holder.get("content_filter_result")
        if isinstance(results, dict):
            yield from (str(name) for name, one in results.items() if isinstance(one, dict) and one.get("filtered"))


def _said(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(_without_input(value))


def _without_input(value: object) -> object:
    if isinstance(value, dict):
        return {name: _without_input(one) for name, one in value.items() if name != "input"}
    return [_without_input(one) for one in value] if isinstance(value, list) else value


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)
