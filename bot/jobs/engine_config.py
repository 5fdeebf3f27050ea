"""How the engine is set up: its database, its threads, what passes through it, and what it says."""

import json
import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from dbos import DBOSConfig, Serializer

from bot.store.database.connections import session_timeouts

THREADS = 16
"""Of the engine's, which become those of `asyncio.to_thread` as well."""
_CONNECTIONS = 2
"""A job's end and the taking of jobs out of the queue want one; all else is Easel's own."""
NAME = "easel"
SERIALIZATION = "easel_json"
"""What passes through the engine is on record as written by a serializer of this name."""
VERSION = "1"
"""Pinned: the default is a hash of the workflow's source, and a new version would leave queued jobs where they are."""
_LISTENER_SECONDS = 0.1
"""A thread of the engine's looks so often whether it is to stop; we have nothing else for it."""
_FILE = "sqlite:///"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """How many jobs run at once: in the whole service, and in one process (None: as many)."""

    service: int
    process: int | None = None


def build_config(database_url: str, *, executor: str) -> DBOSConfig:
    """Set the engine up on a database of its own, for the process of this name."""
    return {
        "name": NAME,
        "system_database_url": database_url,
        "sys_db_pool_size": _CONNECTIONS,
        "db_engine_kwargs": {
            "hide_parameters": True,
            # What a connection that was lost had to do is done again; to ask before each use is one transaction more.
            "pool_pre_ping": False,
            "connect_args": _connect_args(database_url),
        },
        "executor_id": executor,
        "application_version": VERSION,
        "serializer": _JsonSerializer(),
        "log_level": "WARNING",
        "max_executor_threads": THREADS,
        "notification_listener_polling_interval_sec": _LISTENER_SECONDS,
        "use_listen_notify": False,
    }


def _connect_args(database_url: str) -> dict[str, Any]:
    if database_url.startswith(_FILE):
        return {"factory": _OwnFile}
    # The name that the engine gives by itself, where nothing is said of its connections.
    return {"application_name": "dbos_transact", **session_timeouts(database_url)}


def prepare_file(database_url: str) -> None:
    """Let readers and a writer of the engine's SQLite file, if it is one, go on side by side."""
    if database_url.startswith(_FILE):
        with closing(sqlite3.connect(database_url.removeprefix(_FILE))) as connection:
            connection.execute("PRAGMA journal_mode=WAL")


def quiet() -> None:
    """Send the engine's log lines the way of all others."""
    logger = logging.getLogger("dbos")
    logger.handlers.clear()
    logger.propagate = True
    if not any(isinstance(one, _Noise) for one in logger.filters):
        logger.addFilter(_Noise())


class _OwnFile(sqlite3.Connection):
    """A connection to the engine's file: a power cut may take its last commits back, since our tables have them too."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.execute("PRAGMA synchronous=NORMAL")


class _JsonSerializer(Serializer):
    """Only numbers and None pass through the engine, where anybody can read them; of an error the name is enough."""

    def serialize(self, data: Any) -> str:
        return json.dumps(data, default=lambda value: type(value).__name__)

    def deserialize(self, serialized_data: str) -> Any:
        return json.loads(serialized_data)

    def name(self) -> str:
        return SERIALIZATION


class _Noise(logging.Filter):
    """Drops what the engine says of every job that is cancelled or cut off: to us that is no error."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = f"{record.getMessage()} {record.exc_info[1] if record.exc_info else ''}"
        return not any(words in text for words in ("ancelled", "no longer owned", "after shutdown"))
