"""A stand-in for an images API on loopback: small pictures, scripted trouble, and a ledger of what was charged.

    async with ImagesProvider() as images:
        images.next(Refuse(429, "rate_limit_exceeded", headers={"Retry-After": "0"}), Hang())
        gate = images.hold_next(Moment.ARRIVED)     # the place to kill the bot at
        ...
        assert images.charges("a fox") == 1

Like a real one it goes on drawing when the client is gone. Where it takes idempotency keys, a key whose request is at
work is answered with 409, and one that is done with the same answer, which is charged once.
"""

from __future__ import annotations

import asyncio
import base64
import enum
import itertools
import json
import re
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from aiohttp import BodyPartReader, web

from tests.standin.faults import Gate, Outcome
from tests.standin.feed import Feed
from tests.standin.samples import numbered_png, sketch_png

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

KEY_HEADER = "Idempotency-Key"
OUTPUT_TOKENS = 200
"""Of one picture, so that with gpt-image-2's 30 USD a million tokens it costs 6,000 micro-USD."""
_HTML = b"<html><head><title>502</title></head><body><h1>Bad gateway</h1></body></html>"


class Moment(enum.Enum):
    """Where a request can be held."""

    ARRIVED = enum.auto()
    """It is read, and nothing is charged."""
    HALF_SENT = enum.auto()
    """It is charged, and half of the answer is out."""
    SENT = enum.auto()
    """It is charged, and the whole answer is out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """The pictures that were asked for, or as many as `n` says, after a while; `size_bytes` is about that of each."""

    delay_seconds: float = 0.0
    n: int | None = None
    side: int = 64
    size_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Refuse:
    """An error in OpenAI's shape, which charges nothing."""

    status: int
    code: str = ""
    message: str = "no"
    headers: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hang:
    """Nothing at all is answered."""


class Damage(enum.Enum):
    """What is wrong with an answer that was charged."""

    CUT = enum.auto()
    """The connection ends in the middle of the body."""
    BASE64 = enum.auto()
    PNG = enum.auto()
    """Every picture ends too early."""
    HTML = enum.auto()
    """A page of some proxy in place of JSON."""


Act = Draw | Refuse | Hang | Damage

REFUSED = Refuse(
    400,
    "moderation_blocked",
    "Your request was rejected by the safety system.",
    more={
        "type": "image_generation_user_error",
        "moderation_details": {"categories": ["violence", "graphic_violence"]},
    },
)
"""A refusal of the safety system that names its reasons."""


@dataclass(slots=True, eq=False)
class Asked:
    """One request and what became of it; `pictures` are those that its answer held, `account` the key that came."""

    operation: str
    key: str | None
    fields: Mapping[str, Any] = field(repr=False)
    files: tuple[str, ...] = ()
    charged: bool = False
    status: int | None = None
    pictures: tuple[bytes, ...] = field(default=(), repr=False)
    account: str | None = None

    @property
    def prompt(self) -> str:
        """What it asks for."""
        return str(self.fields["prompt"])

    @property
    def n(self) -> int:
        """How many pictures it asks for."""
        return int(self.fields.get("n", 1))

    @property
    def streams(self) -> bool:
        """Whether it asks for events."""
        return str(self.fields.get("stream", "")).lower() == "true"


class ImagesProvider:
    """The server. `default` is what it does where nothing is scripted; without `keeps` it forgets what it answered.

    Where there are `accounts`, a request with another key is refused, and so is a look at the models, which counts.
    """

    def __init__(
        self, *, takes_key: bool = True, default: Act | None = None, keeps: bool = True, accounts: Iterable[str] = ()
    ) -> None:
        self.requests: Feed[Asked] = Feed()
        self.answered: Feed[Asked] = Feed()
        self.takes_key = takes_key
        self.default: Act = default or Draw()
        self._keeps = keeps
        self._accounts = frozenset(accounts)
        self.looks: list[str | None] = []
        self.url = ""
        self._script: deque[Act] = deque()
        self._acts: list[tuple[re.Pattern[str], deque[Act]]] = []
        self._gates: list[tuple[Moment, re.Pattern[str], Gate[Asked]]] = []
        self._held: list[Gate[Asked]] = []
        self._kept: dict[str, asyncio.Future[Asked]] = {}
        self._numbers = itertools.count(1)
        app = web.Application(client_max_size=256 * 2**20)
        app.router.add_post("/v1/images/{operation}", self._serve)
        app.router.add_get("/v1/models", self._list_models)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/v1"
        return self

    async def __aexit__(self, *_: object) -> None:
        for gate in self._held:
            gate.cut()
        await self._runner.cleanup()

    def next(self, *acts: Act) -> None:
        """Say what the next requests get, in their order; the default comes again after them."""
        self._script.extend(acts)

    def always(self, prompt: str, *acts: Act) -> None:
        """Say what the requests get whose prompts match a regular expression, in their order; the last one again."""
        self._acts.insert(0, (re.compile(prompt), deque(acts)))

    def hold_next(self, moment: Moment, *, prompt: str = "") -> Gate[Asked]:
        """Hold the next request whose prompt matches a regular expression until the gate is released or cut."""
        gate: Gate[Asked] = Gate()
        self._gates.append((moment, re.compile(prompt), gate))
        self._held.append(gate)
        return gate

    async def asked(self, prompt: str, *, timeout_seconds: float = 15.0) -> Asked:
        """Wait for a request with this prompt; one that is past counts too."""
        return await self.requests.first(lambda one: one.prompt == prompt, timeout_seconds=timeout_seconds)

    def charges(self, prompt: str) -> int:
        """Count the charges for a prompt."""
        return sum(one.charged for one in self.requests.items if one.prompt == prompt)

    def charges_by_prompt(self) -> Counter[str]:
        """Count the charges for every prompt that was asked for."""
        return Counter(one.prompt for one in self.requests.items if one.charged)

    async def _list_models(self, request: web.Request) -> web.Response:
        self.looks.append(_account(request))
        if self._accounts and _account(request) not in self._accounts:
            return _unauthorized()
        names = ("gpt-image-2.5-flare", "gpt-image-2")
        return web.json_response({"object": "list", "data": [{"id": name, "object": "model"} for name in names]})

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        asked = await _decode(request)
        asked.account = _account(request)
        if self._accounts and asked.account not in self._accounts:
            self.requests.publish(asked)
            return _unauthorized()
        if not self._keeps:
            return await self._work(request, asked)
        self.requests.publish(asked)
        if asked.key is None or not self.takes_key:
            return await self._work(request, asked)
        kept = self._kept.get(asked.key)
        if kept is None:
            kept = self._kept[asked.key] = asyncio.get_running_loop().create_future()
            try:
                return await self._work(request, asked)
            finally:
                if not kept.done():
                    # What failed or was refused may be asked for again with the same key.
                    del self._kept[asked.key]
        if not kept.done():
            refusal = Refuse(409, "request_in_progress", "A request with this idempotency key is in flight.")
            return self._refuse(asked, refusal)
        asked.pictures = kept.result().pictures
        return await self._send(request, asked, _body(asked))

    async def _work(self, request: web.Request, asked: Asked) -> web.StreamResponse:
        act = self._take(asked)
        await self._hold(Moment.ARRIVED, request, asked)
        match act:
            case Refuse():
                return self._refuse(asked, act)
            case Hang():
                await asyncio.Event().wait()
                raise AssertionError
            case Damage():
                return await self._damaged(request, asked, act)
            case Draw():
                await asyncio.sleep(act.delay_seconds)
                self._draw(asked, act)
                if asked.streams:
                    return await self._stream(request, asked)
                return await self._send(request, asked, _body(asked))

    def _take(self, asked: Asked) -> Act:
        for prompt, acts in self._acts:
            if prompt.search(asked.prompt):
                return acts.popleft() if len(acts) > 1 else acts[0]
        return self._script.popleft() if self._script else self.default

    async def _hold(self, moment: Moment, request: web.Request, asked: Asked) -> None:
        for entry in self._gates:
            due, prompt, gate = entry
            if due is moment and prompt.search(asked.prompt):
                self._gates.remove(entry)
                if await gate.hold(asked) is Outcome.CUT:
                    _cut(request)
                return

    def _draw(self, asked: Asked, act: Draw) -> None:
        asked.pictures = tuple(
            numbered_png(next(self._numbers), side=act.side, size_bytes=act.size_bytes)
            for _ in range(asked.n if act.n is None else act.n)
        )
        asked.charged = True
        if asked.key in self._kept:
            self._kept[asked.key].set_result(asked)

    def _refuse(self, asked: Asked, act: Refuse) -> web.Response:
        asked.status = act.status
        self.answered.publish(asked)
        error = {"message": act.message, "type": None, "param": None, "code": act.code, **act.more}
        return web.json_response({"error": error}, status=act.status, headers=act.headers)

    async def _send(self, request: web.Request, asked: Asked, body: bytes) -> web.StreamResponse:
        asked.status = 200
        response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(body))})
        await response.prepare(request)
        half = len(body) // 2
        await response.write(body[:half])
        await self._hold(Moment.HALF_SENT, request, asked)
        await response.write(body[half:])
        await self._sent(request, asked)
        return response

    async def _stream(self, request: web.Request, asked: Asked) -> web.StreamResponse:
        asked.status = 200
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        kind = "image_edit" if asked.operation == "edits" else "image_generation"
        for index in range(int(asked.fields.get("partial_images", 0))):
            sketch = _base64(sketch_png(index))
            event = {"type": f"{kind}.partial_image", "b64_json": sketch, "partial_image_index": index}
            await response.write(_event(event))
        await self._hold(Moment.HALF_SENT, request, asked)
        for picture in asked.pictures:
            event = {"type": f"{kind}.completed", "b64_json": _base64(picture), "usage": _usage(1)}
            await response.write(_event(event))
        await self._sent(request, asked)
        return response

    async def _sent(self, request: web.Request, asked: Asked) -> None:
        if self._keeps:
            self.answered.publish(asked)
        await self._hold(Moment.SENT, request, asked)

    async def _damaged(self, request: web.Request, asked: Asked, damage: Damage) -> web.StreamResponse:
        self._draw(asked, Draw())
        if damage is Damage.HTML:
            return web.Response(body=_HTML, content_type="text/html")
        if damage is Damage.PNG:
            asked.pictures = tuple(picture[: len(picture) // 2] for picture in asked.pictures)
        body = _body(asked)
        if damage is Damage.BASE64:
            body = body.replace(b'"b64_json": "', b'"b64_json": "!not*base64?')
        if damage is not Damage.CUT:
            return await self._send(request, asked, body)
        response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(body))})
        await response.prepare(request)
        await response.write(body[: len(body) // 2])
        if request.transport is not None:
            # Closed, not aborted: what was written still goes out.
            request.transport.close()
        return response


def _cut(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
    # The answer of a cut connection goes nowhere.
    raise asyncio.CancelledError


def _base64(picture: bytes) -> str:
    return base64.b64encode(picture).decode()


def _usage(pictures: int) -> dict[str, Any]:
    made = OUTPUT_TOKENS * pictures
    return {
        "input_tokens": 0,
        "output_tokens": made,
        "total_tokens": made,
        "input_tokens_details": {"text_tokens": 0, "image_tokens": 0},
    }


def _body(asked: Asked) -> bytes:
    data = [{"b64_json": _base64(picture)} for picture in asked.pictures]
    document = {"created": 1, "data": data, "usage": _usage(len(asked.pictures))}
    return json.dumps(document).encode()


def _event(document: Mapping[str, Any]) -> bytes:
    return f"event: {document['type']}\ndata: {json.dumps(document)}\n\n".encode()


async def _decode(request: web.Request) -> Asked:
    key, operation = request.headers.get(KEY_HEADER), request.match_info["operation"]
    if request.content_type != "multipart/form-data":
        return Asked(operation, key, json.loads(await request.read()))
    fields: dict[str, str] = {}
    files: list[str] = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise web.HTTPBadRequest
        if part.filename is None:
            fields[part.name or ""] = await part.text()
        else:
            await part.read()
            files.append(part.name or "")
    return Asked(operation, key, fields, tuple(files))


def _account(request: web.Request) -> str | None:
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    return key if scheme == "Bearer" else None


def _unauthorized() -> web.Response:
    error = {"message": "Incorrect API key provided.", "type": "invalid_request_error", "code": "invalid_api_key"}
    return web.json_response({"error": error}, status=401)
