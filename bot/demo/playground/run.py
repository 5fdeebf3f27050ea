"""The command `playground`: a session of it, with channels chosen and nothing kept, until somebody ends it."""

import asyncio
import contextlib
import signal
import webbrowser
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from discord import Locale
from discord.ext import commands

from bot.chat.platform.localizations import LANGUAGES
from bot.demo.embedded import embedded_images
from bot.demo.playground.downloads import MemoryDownloads
from bot.demo.playground.samples import write_samples
from bot.demo.playground.session import open_session
from bot.demo.playground.world import World
from bot.settings import Settings
from bot.store.server.settings import ChangedBy
from bot.wiring.app import App, build_app
from bot.wiring.provider import fetch_listed
from bot.wiring.server import ServerFeature
from bot.words.language.spoken import ENGLISH, speaking_everywhere

_JOBS_AT_ONCE = 2
"""Few, so that a third request shows its place in the queue; JOBS_CONCURRENCY says otherwise."""


async def run_playground(
    settings: Settings, *, port: int | None = None, open_browser: bool = False, language: str | None = None
) -> None:
    """Serve the playground and print its address, until Ctrl-C, SIGTERM or "End preview session" in the page.

    `port` is the one to listen on, 0 for any, None for the one in the settings or any if that is taken. Everything is
    said in `language`; without one in English, since nobody in it has another.

    Raises:
        OSError: the port is taken.
        SettingsWrong: something that the images provider needs is missing from the settings.
    """
    stop = asyncio.Event()
    _stop_on_signals(stop)
    async with AsyncExitStack() as stack:
        stack.enter_context(speaking_everywhere(language or ENGLISH))
        locale = next((one for one, spoken in LANGUAGES.items() if spoken == language), Locale.american_english)
        url = await stack.enter_async_context(_open(settings, port=port, stop=stop, locale=locale.value))
        passed_over = port is None and settings.playground_port not in {0, urlsplit(url).port}
        print(_announcement(url, settings, passed_over=passed_over), flush=True)  # noqa: T201 - the command's own output
        if open_browser:
            await asyncio.to_thread(webbrowser.open, url)
        await stop.wait()


@asynccontextmanager
async def _open(settings: Settings, *, port: int | None, stop: asyncio.Event, locale: str) -> AsyncIterator[str]:
    async with AsyncExitStack() as stack:
        samples = await asyncio.to_thread(write_samples, settings.data_dir / "samples")
        settings = await stack.enter_async_context(embedded_images(settings))
        # What is kept is of this Discord, which ends with the session, and no business of a bot in the real one.
        folder = stack.enter_context(TemporaryDirectory(prefix="easel-playground-", ignore_cleanup_errors=True))
        own = settings.model_copy(
            update={
                "data_dir": Path(folder),
                "database_url": None,
                "blob_url": None,
                "shutdown_grace_seconds": 0,
                "shard_count": None,
                "shard_ids": (),
                **({} if "jobs_concurrency" in settings.model_fields_set else {"jobs_concurrency": _JOBS_AT_ONCE}),
            }
        )
        listed = await fetch_listed(own)
        apps: list[App] = []

        def build() -> commands.AutoShardedBot:
            apps.append(build_app(own, downloads=MemoryDownloads(), listed=listed))
            return apps[-1].bot

        session = open_session(
            build,
            samples=samples,
            spends_money=settings.images_provider != "demo",
            ports=(settings.playground_port, 0) if port is None else (port,),
            set_up=lambda world: _choose_channels(apps[-1], world),
            stop=stop,
            locale=locale,
        )
        yield await stack.enter_async_context(session)


async def _choose_channels(app: App, world: World) -> None:
    """Let the moderator have chosen where shared and reported pictures go, as /settings does."""
    _, gallery, office = world.channels
    *_, moderator = world.people
    await app.feature(ServerFeature).settings_admin.change(
        world.guild_id,
        lambda old: replace(old, gallery_channel_id=gallery.id, reports_channel_id=office.id),
        by=ChangedBy(user_id=moderator.id, interaction_id=world.guild_id),
    )


def _stop_on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no signal handlers on its loop; there Ctrl-C arrives as KeyboardInterrupt.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)


def _announcement(url: str, settings: Settings, *, passed_over: bool) -> str:
    if settings.images_provider == "demo":
        pictures = "The embedded demo API draws the pictures: no AI model, no account, no cost."
    else:
        pictures = f"The pictures come from the provider {settings.images_provider}: each one costs REAL MONEY."
    port = f"Port {settings.playground_port} is taken, so this is another one. PLAYGROUND_PORT sets it.\n\n"
    return (
        f"\nEasel's playground is open. {pictures}\n\n{url}\n\n{port if passed_over else ''}"
        "Press Ctrl-C to end it. Everything in it is then gone.\n"
    )
