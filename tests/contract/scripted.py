"""A scripted provider: an aiohttp server on loopback whose answers a test writes, byte by byte if need be."""

import asyncio
import base64
import json
import socket
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Self

from aiohttp import BodyPartReader, web
from aiohttp.abc import AbstractResolver, ResolveResult
from multidict import CIMultiDict, CIMultiDictProxy

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
"""A whole picture of one pixel."""
JPEG = b"\xff\xd8\xff\xe0 the rest of a JPEG \xff\xd9"
WEBP = b"RIFF\x24\x00\x00\x00WEBPVP8 the rest of a WebP"


class End(Enum):
    """How an answer ends."""

    WHOLE = auto()
    CUT = auto()
    """The connection is dropped."""
    HANG = auto()
    """Nothing more comes until the client leaves."""


@dataclass(frozen=True, kw_only=True)
class Script:
    """One answer: a status, headers, and the pieces of the body; without a status nothing at all is said."""

    status: int | None = 200
    pieces: tuple[bytes, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    end: End = End.WHOLE


@dataclass(frozen=True, kw_only=True)
class Part:
    """One field of a form, as it came."""

    name: str
    data: bytes
    filename: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, kw_only=True)
class Request:
    """One request, decoded as the server got it."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: CIMultiDictProxy[str]
    json: dict[str, Any] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()

    def texts(self) -> dict[str, str]:
        """Give the fields of a form that are no files."""
        return {part.name: part.data.decode() for part in self.parts if part.filename is None}

    def files(self) -> list[Part]:
        """Give the files of a form, in the order they came."""
        return [part for part in self.parts if part.filename is not None]


class Provider:
    """The server; it answers what its script says, and the last answer from then on."""

    def __init__(self, *, port: int = 0) -> None:
        """Take a port that others know already, or 0 for any."""
        self.requests: list[Request] = []
        self.left = asyncio.Event()
        self.asked = asyncio.Event()
        self._scripts: deque[Script] = deque()
        self._paths: dict[str, Script] = {}
        self._runner: web.AppRunner | None = None
        self.port = port

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=256 * 2**20)
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = int(self._runner.addresses[0][1])
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def origin(self) -> str:
        """The address, without a path."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        """The address that a client wants."""
        return f"{self.origin}/v1"

    def script(self, *scripts: Script) -> None:
        """Say what to answer, in order."""
        self._scripts = deque(scripts)

    def put(self, path: str, script: Script) -> None:
        """Say what to answer at one path, whatever the script says."""
        self._paths[path] = script

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(await _decode(request))
        self.asked.set()
        script = self._paths.get(request.path)
        if script is None:
            script = self._scripts.popleft() if len(self._scripts) > 1 else self._scripts[0]
        response = web.StreamResponse(status=script.status or 200, headers=CIMultiDict(script.headers))
        response.content_type = script.content_type
        if script.end is End.WHOLE:
            response.content_length = sum(map(len, script.pieces))
        try:
            if script.status is not None:
                await response.prepare(request)
                for piece in script.pieces:
                    await response.write(piece)
            if script.end is End.HANG:
                await asyncio.Event().wait()
        except asyncio.CancelledError:
            self.left.set()
            raise
        if script.end is End.CUT and request.transport is not None:
            # Closed, not aborted: what was written still goes out, and the end of the chunked body does not.
            request.transport.close()
        return response


class Names(AbstractResolver):
    """Names with their addresses; each look-up takes the next, and the last from then on."""

    def __init__(self, **names: list[list[str]]) -> None:
        self._names = names

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        answers = self._names.get(host)
        if answers is None:
            raise socket.gaierror(host)
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        return [ResolveResult(hostname=host, host=one, port=port, family=family, proto=0, flags=0) for one in addresses]

    async def close(self) -> None:
        """Nothing is open."""


async def _decode(request: web.Request) -> Request:
    parts: list[Part] = []
    document: dict[str, Any] = {}
    if request.content_type == "multipart/form-data":
        reader = await request.multipart()
        async for part in reader:
            assert isinstance(part, BodyPartReader)
            parts.append(
                Part(
                    name=part.name or "",
                    data=bytes(await part.read()),
                    filename=part.filename,
                    content_type=part.headers.get("Content-Type"),
                )
            )
    elif request.can_read_body:
        document = json.loads(await request.read())
    return Request(
        method=request.method,
        path=request.path,
        query=dict(request.query),
        headers=request.headers,
        json=document,
        parts=tuple(parts),
    )


def answer(*pictures: bytes, **more: object) -> Script:
    """Write a good answer with these pictures in it."""
    return reply({"created": 1, "data": [{"b64_json": base64.b64encode(one).decode()} for one in pictures], **more})


def reply(document: object, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Script:
    """Write an answer of JSON."""
    return Script(status=status, pieces=(json.dumps(document).encode(),), headers=headers or {})


def error(
    status: int, code: str, message: str = "no", *, headers: Mapping[str, str] | None = None, **more: object
) -> Script:
    """Write an error in OpenAI's shape."""
    return reply(
        {"error": {"message": message, "type": None, "param": None, "code": code, **more}},
        status=status,
        headers=headers,
    )


def events(*documents: object, end: End = End.WHOLE) -> Script:
    """Write a stream of server-sent events."""
    pieces = tuple(
        b"data: " + (one if isinstance(one, bytes) else json.dumps(one).encode()) + b"\n\n" for one in documents
    )
    return Script(pieces=pieces, content_type="text/event-stream", end=end)
