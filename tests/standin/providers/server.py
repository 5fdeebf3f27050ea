"""An images API with the habits of one provider: what it takes, how it wants it, and how it refuses the rest."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from aiohttp import BodyPartReader, web

from tests.standin.samples import numbered_png

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.standin.providers.body import Answer

OPENAI_FIELDS = frozenset(
    {
        *("prompt", "model", "n", "size", "quality", "background", "output_format", "output_compression", "moderation"),
        *("stream", "partial_images", "user", "safety_identifier", "complexity", "input_fidelity", "response_format"),
    }
)
FILES = frozenset({"image", "image[]", "images", "mask"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How a server is; `refuses` words the refusal of a field, and without it a field that is unknown is passed over.

    `edits` is how the pictures of an edit come: `form`, `json` (`image: {url}`), `text` (`image`, a data URL), or None
    where there is no such path. `needs_size`: `auto`, or none, is not enough. `gives_addresses`: unless it is asked
    for base64. `most` is how many pictures a request makes, and `base` what comes before `/images`.
    """

    name: str
    takes: frozenset[str] = OPENAI_FIELDS
    refuses: Callable[[str], Answer] | None = None
    edits: str | None = "form"
    masks: bool = True
    size_must_be_set: bool = False
    size_holds_an_x: bool = False
    gives_addresses: bool = False
    most: int = 10
    base: str = "/v1"
    env: str = ""
    seen: str = ""


@dataclass(slots=True, eq=False)
class Taken:
    """One request as the server read it: `left_alone` are the fields that it passed over, `first` is its first file."""

    operation: str
    fields: dict[str, Any] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    first: bytes = b""
    left_alone: frozenset[str] = frozenset()


class HabitualServer:
    """The server, on loopback; `draw` makes its picture of the first file that comes, and without it all are alike."""

    def __init__(self, habits: Habits, *, draw: Callable[[bytes], bytes] | None = None) -> None:
        self.habits = habits
        self._draw = draw
        self.taken: list[Taken] = []
        self.url = ""
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_post("/{tail:.*}", self._serve)
        app.router.add_get("/pictures/{number}.png", self._give)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}{self.habits.base}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _give(self, request: web.Request) -> web.Response:
        return web.Response(body=self._picture(int(request.match_info["number"])), content_type="image/png")

    def _picture(self, number: int) -> bytes:
        return numbered_png(number) if self._draw is None else self._draw(self.taken[-1].first)

    async def _serve(self, request: web.Request) -> web.Response:
        operation = request.path.rsplit("/", 1)[-1]
        paths = {f"{self.habits.base}/images/generations"}
        if self.habits.edits is not None:
            paths.add(f"{self.habits.base}/images/edits")
        if request.path not in paths:
            return web.json_response({"detail": "Not Found"}, status=404)
        is_form = request.content_type == "multipart/form-data"
        if is_form != (operation == "edits" and self.habits.edits == "form"):
            return web.json_response({"detail": f"unsupported content type {request.content_type}"}, status=415)
        taken = (
            await self._read_form(request) if is_form else self._read_json(operation, json.loads(await request.read()))
        )
        unknown = taken.fields.keys() - self.habits.takes
        if unknown and self.habits.refuses is not None:
            refusal = self.habits.refuses(min(unknown))
            return web.Response(
                status=refusal.status,
                body=refusal.body,
                content_type=refusal.content_type,
                headers=dict(refusal.headers),
            )
        wrong = self._wrong(taken)
        if wrong:
            return web.json_response({"error": {"message": wrong, "type": "invalid_request_error"}}, status=400)
        taken.left_alone = frozenset(unknown)
        self.taken.append(taken)
        return web.json_response({"created": 1, "data": self._pictures(taken)})

    def _wrong(self, taken: Taken) -> str | None:
        size = str(taken.fields.get("size", ""))
        if self.habits.size_holds_an_x and size and "x" not in size:
            return f"invalid size {size!r}: expected WIDTHxHEIGHT"
        if self.habits.size_must_be_set and "x" not in size:
            return "size is required"
        if "mask" in taken.files and not self.habits.masks:
            return "mask is not supported"
        if taken.operation == "edits" and not {"image", "image[]"} & {*taken.files}:
            return "image is required"
        return None

    def _pictures(self, taken: Taken) -> list[dict[str, str]]:
        count = min(int(taken.fields.get("n", 1)) if "n" not in taken.left_alone else 1, self.habits.most)
        if self.habits.gives_addresses and taken.fields.get("response_format") != "b64_json":
            return [{"url": f"/pictures/{number}.png"} for number in range(count)]
        return [{"b64_json": base64.b64encode(self._picture(number)).decode()} for number in range(count)]

    def _read_json(self, operation: str, document: dict[str, Any]) -> Taken:
        taken = Taken(operation)
        for name, value in document.items():
            if name not in FILES:
                taken.fields[name] = value
            elif self.habits.edits == "text" and isinstance(value, str) and value.startswith("data:image/"):
                taken.files.append("image")
            elif self.habits.edits == "json":
                one = [value] if isinstance(value, dict) else value
                taken.files += ["image" for item in one if item["url"].startswith("data:image/")]
        return taken

    async def _read_form(self, request: web.Request) -> Taken:
        taken = Taken("edits")
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader):
                data = await part.read()
                if part.filename is None:
                    taken.fields[part.name or ""] = data.decode()
                else:
                    taken.files.append(part.name or "")
                    taken.first = taken.first or bytes(data)
        return taken
