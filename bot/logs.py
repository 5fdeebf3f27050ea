"""Where log lines go, in which form, and the gate that every error passes on its way there."""

import asyncio
import logging
import sys
import threading
import warnings
from collections.abc import Mapping, MutableMapping
from types import TracebackType
from typing import Any, TextIO

import structlog

from bot.domain.error_facts import to_facts, to_place, to_trace
from bot.log_flood import FloodGate, is_of

_TEMPLATES = ("discord", "aiohttp.client", "aiohttp.internal", "aiohttp.server", "sqlalchemy", "alembic", "bot")
"""Loggers whose messages are the same each time, with values for their gaps; of others the place is told alone."""
_GAP = "..."
_HOLDERS = ("task", "future", "handle", "transport", "asyncgen")
"""What the loop says that an error came out of; asyncio's `loop.call_exception_handler`."""

log = structlog.get_logger(__name__)


def configure_logging(*, log_format: str, level: str) -> None:
    """Send every log line, discord.py's too, to standard error: for people on a terminal, else as JSON.

    `log_format` is `console`, `json` or `auto`, which looks at who listens. What Python itself would print of an error
    that nobody caught, or of a warning, goes there too.
    """
    as_json = log_format == "json" or (log_format == "auto" and not sys.stderr.isatty())
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer()
    )
    structlog.configure(
        processors=[*_shared(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(FloodGate())
    handler.setFormatter(build_formatter(renderer))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    # Their debug lines hold payloads, and payloads hold prompts and tokens; SQLAlchemy's info lines do, too.
    for name in ("discord", "aiohttp", "PIL"):
        logging.getLogger(name).setLevel(max(logging.INFO, root.level))
    for name in ("sqlalchemy", "alembic"):
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    sys.excepthook = _uncaught
    sys.unraisablehook = _unraisable
    threading.excepthook = _thread_failed
    warnings.showwarning = _warned


def build_formatter(renderer: structlog.typing.Processor) -> logging.Formatter:
    """Build what makes a line of a record: one of ours, or one of a library, which passes the gate first."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[_keep_template, *_shared()],
        pass_foreign_args=True,
        processors=[_tell_left_out, structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    )


def tell_facts(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Turn every error among the values of a line, and the one that is being handled, into what may be told of it."""
    for name, value in event.items():
        if name != "exc_info" and isinstance(value, BaseException):
            event[name] = to_facts(value)
    error = _error_of(event.pop("exc_info", None))
    if error is not None:
        event["exception"] = to_trace(error)
    return event


def watch_loop(loop: asyncio.AbstractEventLoop) -> None:
    """Log what nobody caught on a loop: asyncio's own words for it hold the error's, and arguments of callbacks."""
    loop.set_exception_handler(_loop_failed)


def _shared() -> list[structlog.typing.Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        tell_facts,
    ]


def _error_of(exc_info: Any) -> BaseException | None:
    if isinstance(exc_info, BaseException):
        return exc_info
    if isinstance(exc_info, tuple):
        error = exc_info[1]
        return error if isinstance(error, BaseException) else None
    return sys.exception() if exc_info else None


def _tell_left_out(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Say how many lines like this one were left out since the last one."""
    if left_out := getattr(event.get("_record"), "left_out", 0):
        event["left_out"] = left_out
    return event


def _keep_template(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Keep of a library's line its template and the numbers in it, since any other value may be somebody's words."""
    record: logging.LogRecord = event["_record"]
    arguments = event.pop("positional_args", None) or ()
    if is_of(record, _TEMPLATES):
        event["event"] = _fill(str(record.msg), arguments)
    else:
        event["event"] = "library_said"
        event["place"] = to_place(record.pathname, record.lineno, record.funcName or "")
    return event


def _fill(template: str, arguments: Any) -> str:
    if isinstance(arguments, Mapping):
        arguments = ()
    try:
        return template % tuple(one if isinstance(one, int | float) else _GAP for one in arguments)
    except (TypeError, ValueError):
        return template


def _loop_failed(_: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    holder = next((one for one in _HOLDERS if one in context), "loop")
    log.error("uncaught", of=holder, exc_info=context.get("exception"))


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log.critical("uncaught", of="process", exc_info=error)


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    log.error("uncaught", of="thread", exc_info=failed.exc_value)


def _unraisable(failed: Any) -> None:
    log.error("uncaught", of="finalizer", exc_info=failed.exc_value)


def _warned(
    message: Warning | str,  # noqa: ARG001 - it may hold anything
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,  # noqa: ARG001
    line: str | None = None,  # noqa: ARG001
) -> None:
    log.warning("python_warned", kind=category.__name__, place=to_place(filename, lineno, ""))
