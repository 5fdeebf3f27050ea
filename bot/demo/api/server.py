"""The routes, and what every answer has in common."""

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from aiohttp import web

from bot.demo.api.answers import HTML_PAGE, error_event
from bot.demo.api.bodies import Body, read_edit, read_generation
from bot.demo.api.errors import ApiError, bad_request, invalid_key, server_error
from bot.demo.api.image_request import ImageRequest, check_together, settle
from bot.demo.api.models import MODELS, Model, find_model
from bot.demo.api.renderer import Renderer
from bot.demo.api.replay import Replays, Stored, fingerprint
from bot.demo.api.uploads import open_sources

_log = logging.getLogger(__name__)

# What nginx logs when the client has gone; nobody is left to read it.
_GONE = 499

_ABOUT = """Easel's embedded images API
===========================

It speaks the same wire as OpenAI's images API and draws by arithmetic: no AI model is in it.

POST /v1/images/generations   JSON
POST /v1/images/edits         multipart/form-data, or JSON with data URLs
GET  /v1/models
GET  /healthz

Test phrases in a prompt: demo:slow, demo:slow=SECONDS, demo:refuse, demo:rate, demo:quota, demo:key, demo:model,
demo:outage, demo:broken, demo:html, demo:big

Models whose edits stray from their masks: demo:drift, demo:drift-tint, demo:drift-shift, demo:drift-scale,
demo:drift-repaint, demo:drift-ignore, demo:drift-other
"""

Keep = Callable[[str, bytes], None]
"""Takes the content type and the content of a finished answer."""
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Service:
    """What the handlers share; `api_key` is None where every key will do."""

    api_key: str | None
    delay_seconds: float
    renderer: Renderer
    replays: Replays


_SERVICE = web.AppKey("service", Service)


def create_app(*, api_key: str | None = None, delay_seconds: float = 0.0, clarity: float = 1.0) -> web.Application:
    """Build the images API; `delay_seconds` makes each answer with pictures so much slower.

    `clarity` under 1 paints pictures at that fraction of their size and enlarges them, for those who do not look.
    """
    app = web.Application(middlewares=[_errors_as_json, _refuse_other_hosts])
    app[_SERVICE] = Service(api_key, delay_seconds, Renderer(clarity=clarity), Replays())
    app.add_routes(
        [
            web.get("/", _about),
            web.get("/healthz", _health),
            web.get("/v1/models", _models),
            web.get("/v1/models/{model}", _model),
            web.post("/v1/images/generations", _generations),
            web.post("/v1/images/edits", _edits),
        ]
    )
    app.on_response_prepare.append(_name_request)
    app.on_cleanup.append(_close)
    return app


async def serve(app: web.Application, host: str = "127.0.0.1", port: int = 0) -> tuple[web.AppRunner, str]:
    """Serve an app until the runner's `cleanup`; port 0 takes a free one.

    Gives the runner and the base URL, `/v1` included.
    """
    # A picture under way is not worth waiting for at the end; 0 would mean to wait for ever.
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    try:
        await site.start()
    except OSError:
        await runner.cleanup()
        raise
    return runner, f"{site.name}/v1"


@web.middleware
async def _errors_as_json(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except ConnectionError:
        return web.Response(status=_GONE)
    except Exception as error:  # noqa: BLE001 - a client gets the documented body whatever failed, never a traceback
        return _error_response(_as_api_error(error, request))


@web.middleware
async def _refuse_other_hosts(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what a page elsewhere has a browser send here: a name of its own can lead to this machine too."""
    if not _is_local(request):
        raise ApiError(403, "This API answers on this machine alone: call it as localhost or by an address.")
    return await handler(request)


def _is_local(request: web.Request) -> bool:
    try:
        host = request.url.host or ""
        return host == "localhost" or host.endswith(".localhost") or bool(ip_address(host))
    except ValueError:
        return False


def _as_api_error(error: Exception, request: web.Request) -> ApiError:
    match error:
        case ApiError():
            return error
        case web.HTTPMethodNotAllowed():
            hint = "(HINT: Perhaps you meant to use a different HTTP method?)"
            message = f"Not allowed to {request.method} on {request.path}. {hint}"
            headers = {"Allow": ",".join(sorted(error.allowed_methods))}
            return ApiError(405, message, code="method_not_supported", headers=headers)
        case web.HTTPNotFound():
            return ApiError(404, f"Invalid URL ({request.method} {request.path})")
        case web.RequestPayloadError():
            return bad_request("The body of your request is not whole.")
        case _:
            _log.error("the embedded images API failed", exc_info=error)
            return server_error()


def _error_response(error: ApiError) -> web.Response:
    return web.json_response(error.to_json(), status=error.status, headers=error.headers)


async def _name_request(_: web.Request, response: web.StreamResponse) -> None:
    response.headers["X-Request-Id"] = f"req_{secrets.token_hex(16)}"


async def _close(app: web.Application) -> None:
    await app[_SERVICE].renderer.close()
    app[_SERVICE].replays.clear()


async def _about(_: web.Request) -> web.Response:
    return web.Response(text=_ABOUT)


async def _health(_: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


async def _models(request: web.Request) -> web.Response:
    _check_key(request)
    return web.json_response({"object": "list", "data": [_describe(model) for model in MODELS.values()]})


async def _model(request: web.Request) -> web.Response:
    _check_key(request)
    return web.json_response(_describe(find_model(request.match_info["model"])))


def _describe(model: Model) -> dict[str, Any]:
    return {"id": model.name, "object": "model", "created": model.created, "owned_by": "easel-demo"}


async def _generations(request: web.Request) -> web.StreamResponse:
    _check_key(request)
    return await _answer(request, await read_generation(request))


async def _edits(request: web.Request) -> web.StreamResponse:
    _check_key(request)
    return await _answer(request, await read_edit(request))


def _check_key(request: web.Request) -> None:
    expected = request.app[_SERVICE].api_key
    if expected is None:
        return
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if not given:
        raise ApiError(401, "You didn't provide an API key. It goes into an Authorization header as a Bearer token.")
    if scheme.lower() != "bearer" or not secrets.compare_digest(given.strip().encode(), expected.encode()):
        raise invalid_key(given.strip())


async def _answer(request: web.Request, body: Body) -> web.StreamResponse:
    service = request.app[_SERVICE]
    model = check_together(body.values, {upload.field for upload in body.uploads})
    sources = await service.renderer.do(open_sources, body.uploads) if body.uploads else None
    asked = settle(body.values, model, sources)
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return await _fulfil(request, asked, None)
    mark = await service.renderer.do(fingerprint, request.path, body)
    stored = service.replays.begin(key, mark)
    if stored is not None:
        return web.Response(body=stored.content, content_type=stored.content_type)
    try:
        return await _fulfil(
            request, asked, lambda content_type, content: service.replays.keep(key, Stored(mark, content_type, content))
        )
    finally:
        service.replays.end(key)


async def _fulfil(request: web.Request, asked: ImageRequest, keep: Keep | None) -> web.StreamResponse:
    service = request.app[_SERVICE]
    phrases = asked.phrases
    await asyncio.sleep(service.delay_seconds)
    plain = phrases.failure is not None or phrases.html or not asked.stream
    await asyncio.sleep(phrases.delay_seconds if plain else 0)
    if phrases.failure is not None:
        raise phrases.failure
    if phrases.html:
        return web.Response(body=HTML_PAGE, content_type="text/html")
    if asked.stream:
        return await _send_events(request, service.renderer.render_in_stages(asked), keep)
    content = await service.renderer.render(asked)
    if keep:
        keep("application/json", content)
    return web.Response(body=content, content_type="application/json")


async def _send_events(request: web.Request, events: AsyncIterator[bytes], keep: Keep | None) -> web.StreamResponse:
    """Send events as they come; a reader who has gone ends it without a word."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    sent = []
    try:
        async for event in events:
            sent.append(event)
            await response.write(event)
        if keep:
            keep("text/event-stream", b"".join(sent))
        await response.write_eof()
    except ConnectionError:
        _log.debug("a reader of events has gone")
    except Exception:  # noqa: BLE001 - as above; the status is already sent
        _log.exception("the embedded images API failed in a stream")
        await response.write(error_event(server_error().to_json()))
        await response.write_eof()
    return response
