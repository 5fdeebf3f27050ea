"""One REST call: its parsed request, its outcome, and the table of routes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from aiohttp.multipart import content_disposition_filename, parse_content_disposition

if TYPE_CHECKING:
    from tests.standin.state import State

_FILE_FIELD = re.compile(r"files\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Upload:
    """One `files[index]` part of a multipart request."""

    index: int
    filename: str
    data: bytes = field(repr=False)


@dataclass(slots=True, kw_only=True)
class Call:
    """A request of the bot, and what it was answered.

    `path` is without the API's own prefix; `template` is the path of the route (`/channels/{channel_id}`), or None
    where there is none; `body` is the JSON body, or the decoded `payload_json` of a multipart one; `at` is the
    platform's time. `status` stays None while there is no answer.
    """

    at: float
    method: str
    path: str
    template: str | None
    arguments: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    authorization: str | None = None
    body: Any = None
    uploads: tuple[Upload, ...] = ()
    size_bytes: int = 0
    status: int | None = None
    answer: Any = field(default=None, repr=False)

    def snowflake(self, name: str) -> int:
        """Return an id of the path; what is no number is an id that nothing has."""
        text = self.arguments[name]
        return int(text) if text.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Answer:
    """A status and a JSON body; None is an empty body."""

    status: int
    body: Any = None


Handler = Callable[["State", Call], Answer]


@dataclass(frozen=True, slots=True)
class Route:
    """A method, a path template and what answers; `public` needs no bot token."""

    method: str
    template: str
    handler: Handler
    public: bool = False


ROUTES: Final[list[Route]] = []


def route(method: str, template: str, *, public: bool = False) -> Callable[[Handler], Handler]:
    """Enter a function into the table of routes."""

    def enter(handler: Handler) -> Handler:
        ROUTES.append(Route(method, template, handler, public))
        return handler

    return enter


def parse_body(content_type: str, raw: bytes) -> tuple[Any, tuple[Upload, ...]]:
    """Parse a JSON or multipart body as discord.py sends it; raises `ValueError` for anything else."""
    if not raw:
        return None, ()
    if content_type == "application/json":
        return json.loads(raw), ()
    kind, _, boundary = content_type.partition("; boundary=")
    if kind != "multipart/form-data" or not boundary:
        raise ValueError(content_type)
    body: Any = None
    uploads: list[Upload] = []
    # Whole parts are cut from the bytes: aiohttp's reader looks at 8 KiB at a time, and pictures are megabytes.
    delimiter = b"\r\n--" + boundary.strip('"').encode()
    for part in (b"\r\n" + raw).split(delimiter)[1:-1]:
        head, _, data = part.partition(b"\r\n\r\n")
        headers = dict(line.split(": ", 1) for line in head.decode().strip().split("\r\n"))
        _, parameters = parse_content_disposition(headers["Content-Disposition"])
        name = parameters["name"]
        if name == "payload_json":
            body = json.loads(data)
        elif found := _FILE_FIELD.fullmatch(name):
            uploads.append(Upload(int(found[1]), content_disposition_filename(parameters) or "unknown", data))
        else:
            raise ValueError(name)
    return body, tuple(uploads)
