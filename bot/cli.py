"""What the command line does: a bot, the playground, the embedded images API, a registration or a report."""

import argparse
import asyncio
import contextlib
import errno
import gc
import logging
import signal
import sys
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from importlib.util import find_spec

import aiohttp
import discord
import structlog
from pydantic import ValidationError

from bot.demo.embedded import embedded_images
from bot.doctor.discord_setup import INTENT_WAY_OUT, LOGIN_WAY_OUT
from bot.doctor.finding import LATER_TABLES, OLDER_PROCESSES
from bot.images.memory import keep_pictures_apart
from bot.logs import configure_logging, watch_loop
from bot.settings import Settings
from bot.store.database.private_files import keep_files_private
from bot.store.errors import AlreadyRunning, StoreError, TablesNewer
from bot.store.failure_reasons import Reason, StoreFailure, causes, find_failure
from bot.web.health import PagesNotServed, serve_pages
from bot.wiring.app import App, build_app
from bot.wiring.errors import SettingsWrong
from bot.wiring.provider import fetch_listed

_PLAIN = (
    SettingsWrong,
    PagesNotServed,
    AlreadyRunning,
    discord.HTTPException,
    discord.LoginFailure,
    discord.ConnectionClosed,
    discord.PrivilegedIntentsRequired,
    aiohttp.ClientConnectionError,
    OSError,
)
"""What one line says all about; of the rest the log has the traceback."""
_CLOSED = {
    4004: f"Discord no longer accepts DISCORD_TOKEN. {LOGIN_WAY_OUT}",
    4010: "Discord's gateway rejected a shard of SHARD_COUNT and SHARD_IDS. Correct them, or leave both empty.",
    4011: "The bot is in too many servers for so few shards. Raise SHARD_COUNT, or leave it empty for the number that "
    "Discord recommends, and restart all processes.",
    4012: "Discord's gateway no longer supports this version of its protocol. Update Easel.",
    4013: "Discord's gateway doesn't know one of the intents Easel asks for. Update Easel.",
    4014: f"MESSAGE_CONTENT is on, but Discord doesn't allow it: {INTENT_WAY_OUT}.",
}
"""What the gateway's close codes mean that no restart mends; Discord's "Gateway Close Event Codes", August 2026."""
_VERSIONS = {Reason.TABLES_NEWER: LATER_TABLES, Reason.OTHERS_OLDER: OLDER_PROCESSES}
_NO_PLAYGROUND = (
    "The playground isn't installed. `make playground` installs and opens it. "
    "To run the bot in Discord, set DISCORD_TOKEN and use `run`."
)
_NO_RESTART = 2
"""The exit code that the unit file of `docs/operating.md` does not restart on."""
_CANCELLED_AGAIN_SECONDS = 0.5

log = structlog.get_logger(__name__)


def execute(chosen: argparse.Namespace) -> int:
    """Run the `command` of parsed arguments; the exit code is 0 when all is well."""
    try:
        settings = Settings()
    except ValidationError as error:
        _complain("These settings are wrong:", *_lines(error))
        return _NO_RESTART
    except UnicodeDecodeError:
        _complain("These settings are wrong:", "  .env isn't UTF-8. Save it as UTF-8.")
        return _NO_RESTART
    keep_files_private()
    configure_logging(log_format=settings.log_format, level=settings.log_level)
    try:
        return asyncio.run(_dispatch(chosen, settings))
    except KeyboardInterrupt:
        return 0
    except (
        SettingsWrong,
        PagesNotServed,
        StoreError,
        discord.DiscordException,
        aiohttp.ClientError,
        OSError,
    ) as error:
        if not isinstance(error, _PLAIN) and find_failure(error) is None:
            log.exception("stopped")
        _complain(_why(error, settings))
        return _NO_RESTART if _is_for_good(error) else 1


def _is_for_good(error: Exception) -> bool:
    """Tell whether a restart mends nothing."""
    return isinstance(error, SettingsWrong | TablesNewer | discord.LoginFailure) or _close_code(error) in _CLOSED


def _close_code(error: Exception) -> int:
    """Give the code with which the gateway ended the connection for good; 0 where it was something else."""
    match error:
        case discord.PrivilegedIntentsRequired():
            return 4014
        case discord.ConnectionClosed():
            return error.code
    return 0


def _why(error: Exception, settings: Settings) -> str:
    match error:
        case SettingsWrong():
            return f"These settings are wrong:\n  {error}"
        case StoreError():
            return _why_not_stored(error, settings)
        case discord.LoginFailure():
            return f"Discord doesn't accept DISCORD_TOKEN. {LOGIN_WAY_OUT}"
        case discord.PrivilegedIntentsRequired() | discord.ConnectionClosed() if _close_code(error) in _CLOSED:
            return _CLOSED[_close_code(error)]
        case discord.DiscordException():
            return f"Discord refused the bot: {error}"
    return _why_of_the_system(error, settings)


def _why_of_the_system(error: Exception, settings: Settings) -> str:
    match error:
        case PagesNotServed():
            why = _first_line(error)
            return f"Easel can't use HEALTH_PORT {error.port} on HEALTH_HOST {error.host}. Choose another. ({why})"
        case OSError(errno=errno.EADDRINUSE):
            return "The port is taken: choose another one with --port, or end the program that uses it."
        case OSError(filename=str()) | OSError(errno=errno.ENOSPC | errno.EDQUOT | errno.EFBIG) if (
            found := find_failure(error)
        ):
            return _why_failed(found, error, settings)
        case OSError(filename=str() as place):
            return f"Easel can't use {place}: {error.strerror}. Is DATA_DIR right?"
    return f"No connection: {error}"


def _why_not_stored(error: StoreError, settings: Settings) -> str:
    if isinstance(error, AlreadyRunning):
        return (
            f"Another Easel is using the data folder {error.path}. Stop it, give this one its own "
            "DATA_DIR, or let both share a PostgreSQL database (DATABASE_URL)."
        )
    found = find_failure(error)
    if found is not None:
        return _why_failed(found, error, settings)
    return f"Easel can't use the database or the blob store: {_first_line(error)}"


def _why_failed(found: StoreFailure, error: Exception, settings: Settings) -> str:
    place = "The database's server" if found.is_on_server else found.place or settings.data_dir
    match found.reason:
        case Reason.DISK_FULL:
            return f"{place}: the disk is full, or over its quota. Free some space or choose another DATA_DIR."
        case Reason.DISK_BROKEN:
            return f"{place}: the disk doesn't work ({_first_line(error)}). Check its space and its health."
        case Reason.READ_ONLY:
            return f"Easel can't write to {place}. Make it writable for Easel's account, or choose another DATA_DIR."
        case Reason.NO_FOLDER:
            return f"{place} should be a folder, but it's a file or inside one. Choose another DATA_DIR."
        case Reason.TABLES_NEWER | Reason.OTHERS_OLDER:
            return _VERSIONS[found.reason]
        case Reason.AWAY:
            return f"The database doesn't answer. Check DATABASE_URL, and whether it's running. ({_first_line(error)})"


def _first_line(error: BaseException) -> str:
    """Give the first line of what the first of the causes says: what libraries wrap around it says less."""
    *_, first = causes(error)
    return (str(first).splitlines() or [repr(first)])[0]


async def _dispatch(chosen: argparse.Namespace, settings: Settings) -> int:
    watch_loop(asyncio.get_running_loop())
    match chosen.command:
        case "run" if settings.opens_playground:
            return await _playground(settings, port=None, open_browser=False)
        case "run":
            return await _run(settings)
        case "playground":
            return await _playground(
                settings, port=chosen.port, open_browser=not chosen.no_browser, language=chosen.language
            )
        case "demo-api":
            return await _demo_api(chosen.port)
        case "sync":
            return await _sync(settings)
        case _:
            from bot.doctor.report import examine  # noqa: PLC0415 - it alone needs Alembic at once: 0.1 s and 10 MB

            return await examine(settings, paid=chosen.paid)


async def _run(settings: Settings) -> int:
    keep_pictures_apart()
    # What is loaded by now stays for good, so collections need not look at it: 33 ms become less than one.
    gc.collect()
    gc.freeze()
    async with (
        _open(settings) as app,
        serve_pages(settings.health_port, host=settings.health_host, readiness=app.readiness, metrics=app.metrics),
    ):
        await _until_stopped(app.bot.start(_token(settings)))
    return 0


async def _playground(settings: Settings, *, port: int | None, open_browser: bool, language: str | None = None) -> int:
    if find_spec("simcord") is None:
        _complain(_NO_PLAYGROUND)
        return 2
    if "log_level" not in settings.model_fields_set:
        # The page shows what happens. discord.py warns of what a Discord in memory lacks, and no gateway waits here.
        logging.getLogger().setLevel(logging.WARNING)
        for name in ("discord", "bot.loop_watchdog"):
            logging.getLogger(name).setLevel(logging.ERROR)
    from bot.demo.playground.run import run_playground  # noqa: PLC0415 - it is not installed with a bot alone

    await run_playground(settings, port=port, open_browser=open_browser, language=language)
    return 0


async def _demo_api(port: int) -> int:
    from bot.demo.api import create_app, serve  # noqa: PLC0415 - as in `embedded_images`

    runner, url = await serve(create_app(), port=port)
    print(f"The embedded images API listens on {url}", flush=True)
    try:
        await _until_stopped(asyncio.Event().wait())
    finally:
        await runner.cleanup()
    return 0


async def _sync(settings: Settings) -> int:
    if settings.discord_token is None:
        _complain("DISCORD_TOKEN isn't set. The README says how to get one; put it in .env.")
        return 2
    async with _open(settings, only_register=True) as app:
        await app.bot.login(_token(settings))
        count = len(app.bot.tree.get_commands())
    print(f"Registered {count} commands.")
    return 0


@asynccontextmanager
async def _open(settings: Settings, *, only_register: bool = False) -> AsyncIterator[App]:
    async with embedded_images(settings) as reachable:
        listed = await fetch_listed(reachable)
        app = build_app(reachable, listed=listed, only_register=only_register)
        async with app.bot:
            yield app


async def _until_stopped(work: Coroutine[object, object, object]) -> None:
    """Run until the work ends by itself, or SIGINT or SIGTERM ends it."""
    task, signalled = asyncio.ensure_future(work), asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, signalled.set)
    stop = asyncio.ensure_future(signalled.wait())
    try:
        await asyncio.wait((task, stop), return_when=asyncio.FIRST_COMPLETED)
        # Again and again, since `asyncio.wait_for` loses a cancellation that comes together with its result, before
        # Python 3.12: https://github.com/python/cpython/issues/86296
        while not task.done():
            task.cancel()
            await asyncio.wait((task,), timeout=_CANCELLED_AGAIN_SECONDS)
        with contextlib.suppress(asyncio.CancelledError):
            await task
    finally:
        task.cancel()
        stop.cancel()
        # A second signal ends it at once, whatever is still open.
        for number in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):
                loop.remove_signal_handler(number)


def _token(settings: Settings) -> str:
    assert settings.discord_token is not None  # noqa: S101 - who calls has looked
    return settings.discord_token.get_secret_value()


def _lines(error: ValidationError) -> list[str]:
    """One line a setting, without its value: it may be a secret."""
    return [
        f"  {'.'.join(str(part) for part in one['loc']).upper() or 'together'}: {one['msg']}" for one in error.errors()
    ]


def _complain(*lines: str) -> None:
    print(*lines, sep="\n", file=sys.stderr)
