"""What reaches a log of errors: kinds, codes and places, and no word of anybody."""

from __future__ import annotations

import ast
import asyncio
import json
import logging
import sys
import threading
import warnings
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import pytest
import structlog
from sqlalchemy import column, create_engine, insert, table
from sqlalchemy.exc import SQLAlchemyError
from yarl import URL

from bot.domain.error_facts import to_facts
from bot.domain.errors import OptionNotOffered, RateLimited
from bot.log_flood import FloodGate
from bot.logs import configure_logging, watch_loop
from bot.store.errors import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "a very secret fox"
SIGNED = "https://cdn.example/a.png?ex=1&is=2&hm=abcdef"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[StringIO]:
    """Log as the bot does, and give what it has printed."""
    before, root, output = structlog.get_config(), logging.getLogger(), StringIO()
    handlers, level = root.handlers, root.level
    for holder, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(holder, name, getattr(holder, name))
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    monkeypatch.setattr(sys, "stderr", output)
    configure_logging(log_format="json", level="INFO")
    yield output
    root.handlers, root.level = handlers, level
    structlog.configure(**before)


def told(lines: StringIO) -> list[dict[str, Any]]:
    text = lines.getvalue()
    assert SECRET not in text
    assert "hm=" not in text
    assert "token-of-an-interaction" not in text
    return [json.loads(line) for line in text.splitlines()]


def raised(error: BaseException, *, cause: BaseException | None = None) -> BaseException:
    try:
        raise error from cause  # noqa: TRY301 - it gets its traceback here
    except BaseException as caught:  # noqa: BLE001 - given back
        return caught


def statement_failed() -> SQLAlchemyError:
    engine = create_engine("sqlite://", hide_parameters=True)
    with engine.connect() as connection:
        try:
            connection.execute(insert(table("missing", column("prompt"))), {"prompt": SECRET})
        except SQLAlchemyError as error:
            return error
    raise AssertionError


def refused_by_discord() -> discord.Forbidden:
    class Response:
        status, reason = 403, SECRET

    return discord.Forbidden(Response(), {"code": 50013, "message": SECRET})


def refused_by_host() -> aiohttp.ClientResponseError:
    url = URL(SIGNED)
    info = aiohttp.RequestInfo(url, "GET", None, url)  # type: ignore[arg-type]
    return aiohttp.ClientResponseError(info, (), status=403, message=SECRET)


ERRORS = [
    (lambda: raised(ValueError(SECRET), cause=KeyError(SECRET)), "ValueError from KeyError"),
    (lambda: raised(StoreUnavailable(), cause=statement_failed()), "StoreUnavailable from OperationalError from "),
    (refused_by_discord, "Forbidden status=403 code=50013"),
    (refused_by_host, "ClientResponseError status=403"),
    (lambda: aiohttp.InvalidURL(SIGNED), "InvalidURL"),
    (lambda: RateLimited(status=429, detail=SECRET), "RateLimited status=429"),
    (lambda: OptionNotOffered(option="model", value=SECRET, offered=(), model=SECRET), "OptionNotOffered"),
    (lambda: ConnectionRefusedError(111, SECRET), "ConnectionRefusedError errno=ECONNREFUSED"),
    (lambda: ExceptionGroup(SECRET, [ValueError(SECRET), TypeError()]), "ExceptionGroup from ValueError"),
]


@pytest.mark.parametrize(("make", "facts"), ERRORS)
def test_of_an_error_kind_status_and_code_are_told(lines: StringIO, make: Any, facts: str) -> None:
    error = make()
    structlog.get_logger("bot.test").warning("failed", cause=error)
    logging.getLogger("discord.client").error("Ignoring exception in %s", SECRET, exc_info=error)
    ours, theirs = told(lines)
    assert ours["cause"].startswith(facts)
    assert theirs["event"] == "Ignoring exception in ..."
    assert theirs["exception"].splitlines()[0] in to_facts(error)


def test_a_traceback_is_places_without_values(lines: StringIO) -> None:
    def draw(prompt: str) -> None:
        raise ValueError(prompt)

    try:
        draw(SECRET)
    except ValueError:
        structlog.get_logger("bot.test").exception("job_broke", job="1")
    [line] = told(lines)
    kind, *places = line["exception"].splitlines()
    assert kind == "ValueError"
    assert [place.split()[-1] for place in places] == ["test_a_traceback_is_places_without_values", "draw"]
    assert all("tests/unit/test_logs.py:" in place for place in places)


def test_a_deep_traceback_and_a_circle_of_causes_end() -> None:
    def fall(depth: int) -> None:
        if not depth:
            raise ValueError(SECRET)
        fall(depth - 1)

    first = ValueError()
    first.__cause__ = KeyError()
    first.__cause__.__cause__ = first
    assert to_facts(first) == "ValueError from KeyError"
    with pytest.raises(ValueError, match=SECRET) as caught:
        fall(500)
    assert to_facts(caught.value) == "ValueError"


def test_a_library_s_line_keeps_its_template_and_its_numbers(lines: StringIO) -> None:
    url = "https://discord.example/webhooks/1/token-of-an-interaction"
    message = "We are being rate limited. %s %s responded with 429. Retrying in %.2f seconds."
    logging.getLogger("discord.http").warning(message, "POST", url, 0.5)
    logging.getLogger("dbos").warning(f"Step failed: {SECRET}")  # noqa: G004 - as it does
    logging.getLogger("aiohttp.access").info(f"GET {SIGNED}")  # noqa: G004 - as it does
    first, *others = told(lines)
    assert first["event"] == "We are being rate limited. ... ... responded with 429. Retrying in 0.50 seconds."
    for line in others:
        assert line["event"] == "library_said"
        assert "tests/unit/test_logs.py:" in line["place"]


async def test_what_nobody_caught_is_told_the_same_way(lines: StringIO) -> None:
    loop = asyncio.get_running_loop()
    watch_loop(loop)

    def fail(prompt: str = SECRET) -> None:
        raise ValueError(prompt)

    loop.call_soon(fail, SECRET)
    await asyncio.sleep(0)
    thread = threading.Thread(target=fail)
    thread.start()
    await asyncio.to_thread(thread.join)
    error = raised(ValueError(SECRET))
    sys.excepthook(type(error), error, error.__traceback__)
    warnings.showwarning(SECRET, ResourceWarning, "some/file.py", 7)
    *uncaught, warned = told(lines)
    assert [one["of"] for one in uncaught] == ["handle", "thread", "process"]
    assert all(one["exception"].startswith("ValueError") for one in uncaught)
    assert (warned["kind"], warned["place"].strip()) == ("ResourceWarning", "some/file.py:7")
    loop.set_exception_handler(None)


def test_no_log_line_is_given_the_text_of_an_error() -> None:
    root = Path(__file__).parents[2]
    found = [
        f"{path.name}:{call.lineno}"
        for folder in ("bot", "cogs")
        for path in (root / folder).rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[0] in {"log", "_log"}
        if any(word in ast.unparse(call) for word in ("repr(", "str(error", "!r}", "format_exc"))
    ]
    assert found == []


def test_what_an_outage_repeats_is_said_once_a_minute_with_a_count() -> None:
    seconds = 0.0
    gate = FloodGate(lambda: seconds)

    def let_through(name: str, message: object, line: int = 1) -> logging.LogRecord | None:
        record = logging.LogRecord(name, logging.WARNING, "engine.py", line, message, (), None)
        return record if gate.filter(record) else None

    outage = {"event": "store_unavailable"}
    first = let_through("bot.jobs.store_retry", outage)
    assert first is not None
    assert [let_through("bot.jobs.store_retry", outage) for _ in range(99)] == [None] * 99
    assert let_through("bot.jobs.periodic", outage) is not None
    assert all(let_through("bot.jobs.steps", {"event": "job_drawn"}) for _ in range(3))
    assert let_through("dbos", "Error in the queue") is not None
    assert let_through("dbos", "Error in the queue") is None
    assert let_through("dbos", "Another error", line=2) is not None
    seconds = 60.0
    later = let_through("bot.jobs.store_retry", outage)
    assert later is not None
    assert later.__dict__["left_out"] == 99


def test_a_line_says_how_many_like_it_were_left_out(lines: StringIO) -> None:
    seconds = 0.0
    [handler] = [one for one in logging.getLogger().handlers if any(isinstance(by, FloodGate) for by in one.filters)]
    handler.filters = [FloodGate(lambda: seconds)]
    log = structlog.get_logger("bot.test")
    for _ in range(3):
        log.warning("store_unavailable")
    seconds = 60.0
    log.warning("store_unavailable")
    assert [line.get("left_out") for line in told(lines)] == [None, 2]
