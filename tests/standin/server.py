"""The aiohttp server: REST with its order of checks, the CDN, and the way to the gateway."""

from __future__ import annotations

import asyncio
import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from aiohttp import web

# Importing the modules enters their functions into the table of routes.
from tests.standin.calls import ROUTES, Answer, Call, Route, parse_body
from tests.standin.errors import NOT_FOUND, TOO_LARGE, UNAUTHORIZED, ApiError
from tests.standin.faults import Cut, ErrorReply, Fault, Faults, Outcome
from tests.standin.gateway import Gateway
from tests.standin.limits import rate_limited
from tests.standin.routes import account, channels, interactions

if TYPE_CHECKING:
    from tests.standin.state import State

__all__ = ["Server", "account", "channels", "interactions"]

API_PREFIX = "/api/v10"
_PARAMETER = re.compile(r"\{(\w+)\}")
_HTML = "<html><head><title>{status}</title></head><body><center><h1>{status}</h1></center></body></html>"


class Server:
    """The sockets of the stand-in, on loopback and a free port."""

    def __init__(self, state: State) -> None:
        self.gateway = Gateway(state)
        self.faults = Faults()
        self.crashes: list[Exception] = []
        self._state = state
        self._routes: dict[tuple[str, int], list[tuple[re.Pattern[str], Route]]] = defaultdict(list)
        # A literal segment goes before a parameter: @original is no message id.
        for route in sorted(ROUTES, key=lambda route: route.template.count("{")):
            pattern = re.compile(_PARAMETER.sub(r"(?P<\1>[^/]+)", route.template))
            self._routes[route.method, route.template.count("/")].append((pattern, route))
        application = web.Application(client_max_size=0)
        application.router.add_get("/gateway", self.gateway.serve)
        application.router.add_get("/gateway/{client}", self.gateway.serve)
        application.router.add_route("*", API_PREFIX + "/{path:.*}", self._serve_api)
        for folder in ("attachments", "ephemeral-attachments"):
            application.router.add_get(f"/{folder}/{{path:.*}}", self._serve_file)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.5)

    async def start(self) -> None:
        """Listen, and tell the state its address."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self._state.base_url = self._state.cdn.base_url = f"http://{host}:{port}"

    async def stop(self) -> None:
        """Cut what is held and open, and stop listening."""
        self.faults.end()
        await self.gateway.disconnect(code=1001)
        await self._runner.cleanup()

    async def _serve_api(self, request: web.Request) -> web.StreamResponse:
        raw = await request.read()
        path = request.path.removeprefix(API_PREFIX)
        route, arguments = self._match(request.method, path)
        call = Call(
            at=self._state.clock.now(),
            method=request.method,
            path=path,
            template=None if route is None else route.template,
            arguments=arguments,
            query=dict(request.query),
            authorization=request.headers.get("Authorization"),
            size_bytes=len(raw),
        )
        call.body, call.uploads = parse_body(request.headers.get("Content-Type", ""), raw)
        self._state.calls.publish(call)
        fault = self.faults.take(call)
        if fault is not None and not fault.applied and (response := await self._suffer(fault, call, request)):
            return response
        headers: dict[str, str] = {}
        answer = self._answer(call, route, headers)
        if fault is not None and fault.applied and (response := await self._suffer(fault, call, request)):
            return response
        return _respond(call, answer, headers)

    async def _serve_file(self, request: web.Request) -> web.StreamResponse:
        call = Call(
            at=self._state.clock.now(),
            method=request.method,
            path=request.path,
            template=None,
            query=dict(request.query),
            authorization=request.headers.get("Authorization"),
        )
        self._state.calls.publish(call)
        fault = self.faults.take(call)
        if fault is not None and (response := await self._suffer(fault, call, request)):
            return response
        attachment = self._state.cdn.find(request.path, signature=request.query.get("hm", ""))
        if attachment is None:
            call.status = 404
            return web.Response(status=404, text="This content is no longer available.")
        call.status = 200
        return web.Response(body=attachment.data, content_type=attachment.content_type or "application/octet-stream")

    def _match(self, method: str, path: str) -> tuple[Route | None, dict[str, str]]:
        for pattern, route in self._routes[method, path.count("/")]:
            if found := pattern.fullmatch(path):
                return route, found.groupdict()
        return None, {}

    def _answer(self, call: Call, route: Route | None, headers: dict[str, str]) -> Answer:
        try:
            return self._refuse(call, route, headers) or self._handle(call, route)
        except ApiError as error:
            return Answer(error.refusal.status, error.to_json())
        except Exception as error:  # noqa: BLE001 - the test is told of it when the stand-in stops
            self.crashes.append(error)
            return Answer(500, {"message": "500: Internal Server Error", "code": 0})

    def _handle(self, call: Call, route: Route | None) -> Answer:
        if route is None:
            raise ApiError(NOT_FOUND)
        return route.handler(self._state, call)

    def _refuse(self, call: Call, route: Route | None, headers: dict[str, str]) -> Answer | None:
        """Check what comes before every route: the bot's token, the rates and the size of the request."""
        state, limits = self._state, self._state.limits
        is_public = route is not None and route.public
        if not is_public and call.authorization != f"Bot {state.token}":
            raise ApiError(UNAUTHORIZED)
        webhook_token = call.arguments.get("webhook_token")
        rate = limits.webhook_rate if webhook_token else None if is_public else limits.bot_rate
        if rate is not None:
            turn = state.rates.take(webhook_token or "bot", rate, is_global=webhook_token is None)
            headers.update(turn.headers)
            if turn.refusal is not None:
                return turn.refusal
        if call.size_bytes > limits.request_bytes:
            raise ApiError(TOO_LARGE)
        return None

    async def _suffer(self, fault: Fault, call: Call, request: web.Request) -> web.StreamResponse | None:
        """Give the answer of an ordered failure; None lets the call go on."""
        effect = fault.effect
        if isinstance(effect, ErrorReply):
            return _respond_error(call, effect)
        if not isinstance(effect, Cut) and await effect.hold(call) is Outcome.GO_ON:
            return None
        if request.transport is not None:
            request.transport.abort()
        # The answer of a cut connection goes nowhere.
        raise asyncio.CancelledError


def _respond(call: Call, answer: Answer, headers: dict[str, str]) -> web.Response:
    call.status, call.answer = answer.status, answer.body
    if answer.body is None:
        return web.Response(status=answer.status, headers=headers)
    # discord.py compares the header with exactly this, and reads anything else as text.
    headers["Content-Type"] = "application/json"
    return web.Response(status=answer.status, body=json.dumps(answer.body).encode(), headers=headers)


def _respond_error(call: Call, effect: ErrorReply) -> web.Response:
    call.status = effect.status
    if effect.status == 429:
        turn = rate_limited(float(effect.headers.get("Retry-After", 1.0)))
        return _respond(call, turn.refusal or Answer(429), turn.headers | dict(effect.headers))
    if effect.status >= 502:
        text = _HTML.format(status=effect.status)
        return web.Response(status=effect.status, text=text, content_type="text/html", headers=dict(effect.headers))
    body: dict[str, object] = {"message": effect.message, "code": effect.code}
    if effect.errors is not None:
        body["errors"] = effect.errors
    return _respond(call, Answer(effect.status, body), dict(effect.headers))
