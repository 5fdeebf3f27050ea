"""The reverse proxy before simcord's Preview: one action at a time, whoever sends it, and none out of date."""

import asyncio
import contextlib
import hmac
import json
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from urllib.parse import urlsplit

import aiohttp
import simcord
from aiohttp import web
from yarl import URL

from bot.demo.playground.apps_menu import AppsMenu
from bot.demo.playground.avatars import draw_easel
from bot.demo.playground.channels import Channels
from bot.demo.playground.page import brand, find_addition

_BODY_BYTES = 27 * 2**20
"""simcord takes 26 MiB in one action."""
_NUMBERS = {b"published_revision": "publishedRevision", b"bot_generation": "botGeneration"}
"""What stands in an action, by what it is called in the state of a page."""
_SAYS = b'"kind":"send_message"'
_REQUEST_HEADERS = ("Content-Type", "X-Simcord-Capability", "X-Simcord-Context")
_HOP_HEADERS = frozenset({"Connection", "Content-Encoding", "Content-Length", "Date", "Server", "Transfer-Encoding"})

_DRAWN_BY_BROWSERS = frozenset({"image/png", "image/jpeg", "image/webp"})

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ReverseProxy:
    """A loopback server in front of a Preview.

    The Preview turns an action away when another person's action, or ours, is under way, or when the page was
    published anew since the browser last asked; both happen all the time once pictures arrive by themselves. The
    proxy lets actions wait for the `lock` and brings their revision up to date.
    """

    def __init__(
        self,
        preview_url: str,
        lock: asyncio.Lock,
        *,
        restart: Callable[[], Awaitable[None]],
        apps: AppsMenu,
        channels: Channels,
        names: Mapping[str, str],
    ) -> None:
        """Stand in front of the Preview at `preview_url`, whose fragment is the key to it.

        `restart` starts the bot anew; nobody else touches the world meanwhile. `names` are what people write for a
        mention, and what Discord makes of it as they choose it from its list, which the Preview does not have.
        """
        parts = urlsplit(preview_url)
        self._upstream = f"{parts.scheme}://{parts.netloc}"
        self._key = parts.fragment
        self._lock = lock
        self._restart = restart
        self._apps = apps
        self._channels = channels
        self._names = names
        self._stack = AsyncExitStack()
        self._session: aiohttp.ClientSession
        self._port = 0

    @property
    def url(self) -> str:
        """The address to open; whoever has it can act as anybody in the playground."""
        return f"http://127.0.0.1:{self._port}/#{self._key}"

    async def open(self, ports: Sequence[int]) -> None:
        """Listen on the first of `ports` that is free; 0 always is.

        Raises:
            OSError: every one is taken.
        """
        app = web.Application(middlewares=[self._own_pages_only], client_max_size=_BODY_BYTES)
        app.router.add_get("/", self._index)
        app.router.add_get("/favicon.ico", _icon)
        app.router.add_post("/api/action", self._act)
        app.router.add_post("/easel/pages", self._open_page)
        app.router.add_post("/easel/restart", self._start_anew)
        app.router.add_get("/easel/apps", self._list_apps)
        app.router.add_post(r"/easel/apps/{message:\d{1,20}}", self._open_app)
        app.router.add_get("/easel/channels", self._list_channels)
        app.router.add_post(r"/easel/channels/{channel:\d{1,20}}", self._show_channel)
        app.router.add_get("/api/assets/{asset}", self._picture)
        app.router.add_route("*", "/{path:.*}", self._pass_on)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        async with AsyncExitStack() as stack:
            no_limit = aiohttp.ClientTimeout(total=None)
            self._session = await stack.enter_async_context(aiohttp.ClientSession(timeout=no_limit))
            await runner.setup()
            stack.push_async_callback(runner.cleanup)
            self._port = await _listen(runner, ports)
            self._stack = stack.pop_all()

    async def close(self) -> None:
        """Stop listening and drop the connections."""
        await self._stack.aclose()

    @web.middleware
    async def _own_pages_only(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        hosts = {f"{name}:{self._port}" for name in ("127.0.0.1", "localhost")}
        origin = request.headers.get("Origin")
        if request.host not in hosts or (origin is not None and origin.removeprefix("http://") not in hosts):
            raise web.HTTPForbidden
        return await handler(request)

    async def _act(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        if _SAYS in body:
            for name, mention in self._names.items():
                body = body.replace(name.encode(), mention.encode())
        async with self._lock:
            for field, number in (await self._now(request)).items():
                # The envelope comes first in a form, and a quote in what a person wrote is escaped in it.
                body = re.sub(b'"%s":\\d+' % field, b'"%s":%d' % (field, number), body, count=1)
            with self._channels.acting(_page_id(request)):
                return await self._ask(request, body)

    async def _open_page(self, request: web.Request) -> web.StreamResponse:
        """Open a page as who and where its tab was before it was loaded anew, if that is still to be had."""
        self._require_key(request)
        viewer, channel = request.query.get("viewer"), request.query.get("channel", "")
        page = await self._ask(request, json.dumps({"viewer_id": viewer}).encode(), path="/api/pages")
        if page.status != web.HTTPOk.status_code:
            return await self._ask(request, b"{}", path="/api/pages")
        if channel.isdecimal():
            page_id = json.loads(page.text or "")["context"]["id"]
            async with self._lock:
                with contextlib.suppress(simcord.SetupError):
                    await self._channels.show(int(channel), page_id=page_id)
            headers = _headers(request) | {"X-Simcord-Context": page_id}
            async with self._session.get(f"{self._upstream}/api/state", headers=headers) as response:
                page.body = await response.read()
        return page

    async def _start_anew(self, request: web.Request) -> web.StreamResponse:
        self._require_key(request)
        async with self._lock:
            await self._restart()
        return web.Response(status=web.HTTPNoContent.status_code)

    async def _list_apps(self, request: web.Request) -> web.StreamResponse:
        self._require_key(request)
        with _refusals_as(web.HTTPNotFound):
            entries = self._apps.entries(_page_id(request))
        return web.json_response(entries)

    async def _open_app(self, request: web.Request) -> web.StreamResponse:
        self._require_key(request)
        entry, message_id = await request.text(), int(request.match_info["message"])
        async with self._lock:
            with _refusals_as(web.HTTPConflict):
                await self._apps.choose(entry, message_id=message_id, page_id=_page_id(request))
        return web.Response(status=web.HTTPNoContent.status_code)

    async def _list_channels(self, request: web.Request) -> web.StreamResponse:
        self._require_key(request)
        with _refusals_as(web.HTTPNotFound):
            listed = self._channels.of(_page_id(request))
        # As text: JavaScript has no whole numbers of 64 bits.
        return web.json_response([{"id": str(one.id), "label": one.label, "current": one.current} for one in listed])

    async def _show_channel(self, request: web.Request) -> web.StreamResponse:
        self._require_key(request)
        async with self._lock:
            with _refusals_as(web.HTTPConflict):
                await self._channels.show(int(request.match_info["channel"]), page_id=_page_id(request))
        return web.Response(status=web.HTTPNoContent.status_code)

    def _require_key(self, request: web.Request) -> None:
        # Compared as bytes: text that is not ASCII would be an error of the comparison.
        if not hmac.compare_digest(request.headers.get("X-Simcord-Capability", "").encode(), self._key.encode()):
            raise web.HTTPForbidden

    async def _now(self, request: web.Request) -> Mapping[bytes, int]:
        """Ask what an action has to name: what the page shows by now, and the bot that is there since a restart."""
        async with self._session.get(f"{self._upstream}/api/state", headers=_headers(request)) as response:
            if response.status != web.HTTPOk.status_code:
                return {}
            state = await response.json()
        return {field: int(state[name]) for field, name in _NUMBERS.items() if name in state}

    async def _index(self, request: web.Request) -> web.StreamResponse:
        page = await self._ask(request, b"")
        page.text = brand(page.text or "")
        return page

    async def _picture(self, request: web.Request) -> web.StreamResponse:
        """Give a picture as it was posted, where the browser can draw it; the Preview first makes a PNG of it.

        That takes a process and a third of a second a picture, one after the other, in every tab, and as much again
        of the Preview's memory for media. Meanwhile the browser has no connection left for what the person does.
        """
        if not request.query:
            posted = await self._ask(request, b"", query="download=1")
            if posted.content_type in _DRAWN_BY_BROWSERS:
                del posted.headers["Content-Disposition"]
                return posted
        return await self._ask(request, b"")

    async def _pass_on(self, request: web.Request) -> web.StreamResponse:
        addition = find_addition(request.path)
        if addition is not None:
            text, media_type = addition
            return web.Response(text=text, content_type=media_type, headers={"Cache-Control": "no-store"})
        return await self._ask(request, await request.read())

    async def _ask(
        self, request: web.Request, body: bytes, *, path: str | None = None, query: str | None = None
    ) -> web.Response:
        url = URL(self._upstream + (path or request.path_qs), encoded=True)
        if query is not None:
            url = url.with_query(query)
        async with self._session.request(request.method, url, data=body or None, headers=_headers(request)) as response:
            kept = {name: value for name, value in response.headers.items() if name.title() not in _HOP_HEADERS}
            return web.Response(status=response.status, headers=kept, body=await response.read())


@contextlib.contextmanager
def _refusals_as(answer: type[web.HTTPError]) -> Iterator[None]:
    """Turn what simcord does not do, or not in time, into an answer."""
    try:
        yield
    except (simcord.SetupError, simcord.BackendError, TimeoutError) as error:
        raise answer from error


async def _icon(_: web.Request) -> web.StreamResponse:
    return web.Response(body=draw_easel(), content_type="image/png")


async def _listen(runner: web.AppRunner, ports: Sequence[int]) -> int:
    for port in ports:
        try:
            await web.TCPSite(runner, "127.0.0.1", port).start()
        except OSError:
            if port == ports[-1]:
                raise
        else:
            break
    return int(runner.addresses[0][1])


def _page_id(request: web.Request) -> str:
    return request.headers.get("X-Simcord-Context", "")


def _headers(request: web.Request) -> dict[str, str]:
    return {name: request.headers[name] for name in _REQUEST_HEADERS if name in request.headers}
