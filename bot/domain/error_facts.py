"""What a log may have of an error: its kind, status, code and place; never its text, which may quote anybody."""

import errno
import re
import socket
import traceback
from collections.abc import Iterator
from pathlib import PurePath
from types import TracebackType

_RESOLVER_NAMES = {getattr(socket, name): name for name in dir(socket) if name.startswith("EAI_")}
_CHAIN_LIMIT = 6
_FRAMES_LIMIT = 30
"""Of each error; the middle of a longer traceback is left out."""
_NAMES = ("status", "code", "sqlstate", "sqlite_errorname", "reason")
"""Attributes that hold a number, or a name of the library's own: of discord.py, aiohttp, psycopg, sqlite3 and ssl."""
_NAME = re.compile("[A-Z0-9_]{1,40}")
_SHOWN_FOLDERS = 3


def to_facts(error: BaseException) -> str:
    """Describe an error and its causes in one line: `StoreUnavailable from OperationalError sqlstate=53300`."""
    return " from ".join(_of_one(one) for one in _chain(error))


def to_trace(error: BaseException) -> str:
    """Describe an error and its causes with the places that each of them went through, a line each."""
    return "\n".join(line for one in _chain(error) for line in (_of_one(one), *_places(one.__traceback__)))


def to_place(path: str, line: int, function: str) -> str:
    """Name a place in a program: `bot/jobs/steps.py:12 call`."""
    return f"{'/'.join(PurePath(path).parts[-_SHOWN_FOLDERS:])}:{line} {function}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Give an error, and what it came from: of several at once, the first."""
    seen: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in seen and len(seen) < _CHAIN_LIMIT:
        seen.append(following)
        yield following
        if isinstance(following, BaseExceptionGroup):
            following = following.exceptions[0]
        else:
            hidden = following.__suppress_context__
            following = following.__cause__ or (None if hidden else following.__context__)


def _of_one(error: BaseException) -> str:
    # Past properties: aiohttp's `code` is one that warns.
    facts = {name: vars(error).get(name, getattr(type(error), name, None)) for name in _NAMES}
    if isinstance(error, OSError):
        names = _RESOLVER_NAMES if isinstance(error, socket.gaierror) else errno.errorcode
        facts["errno"] = names.get(error.errno or 0, error.errno)
    told = (f"{name}={value}" for name, value in facts.items() if _is_plain(value))
    return " ".join((type(error).__name__, *told))


def _is_plain(value: object) -> bool:
    if isinstance(value, str):
        return _NAME.fullmatch(value) is not None
    return isinstance(value, int) and not isinstance(value, bool)


def _places(trace: TracebackType | None) -> list[str]:
    places = [
        f"  {to_place(frame.f_code.co_filename, line, frame.f_code.co_name)}"
        for frame, line in traceback.walk_tb(trace)
    ]
    if len(places) > _FRAMES_LIMIT:
        places[_FRAMES_LIMIT // 2 : -_FRAMES_LIMIT // 2] = ["  ..."]
    return places
