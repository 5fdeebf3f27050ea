"""The bot's own database, read from outside."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import psycopg

from bot.domain.errors import EaselError, from_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

ENDED = frozenset({"delivered", "failed", "undeliverable"})

_JOBS = """
    SELECT jobs.id, jobs.state, jobs.failure, charges.state, charges.settled_microusd, charges.settled_pictures
    FROM jobs LEFT JOIN charges ON charges.job_id = jobs.id
"""
_DELIVERIES = "SELECT job_id, state FROM deliveries ORDER BY job_id, part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A job: its state, what it failed with, its charge (None without one), and the state of each part it posted."""

    state: str
    failure: EaselError | None
    charge: str | None
    microusd: int
    pictures: int
    parts: tuple[str, ...]


class _Connection(Protocol):
    def execute(self, query: Any, /) -> Any: ...
    def close(self) -> None: ...


class StoredJobs:
    """Jobs, charges and deliveries, out of a SQLite file or a PostgreSQL database."""

    def __init__(self, connect: Callable[[], _Connection]) -> None:
        self._connect = connect

    @classmethod
    def of_file(cls, path: Path) -> StoredJobs:
        """Read a SQLite file, beside the process that writes it."""
        return cls(lambda: sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10))

    @classmethod
    def of_server(cls, url: str) -> StoredJobs:
        """Read a database of a PostgreSQL server."""
        address = url.replace("postgresql+psycopg://", "postgresql://", 1)
        return cls(lambda: psycopg.connect(address, autocommit=True))

    def read(self) -> dict[int, Entry]:
        """Read all jobs by their ids."""
        with closing(self._connect()) as connection:
            rows = list(connection.execute(_JOBS))
            parts: dict[int, list[str]] = {}
            for job_id, state in connection.execute(_DELIVERIES):
                parts.setdefault(job_id, []).append(state)
        return {
            job_id: Entry(
                state=state,
                failure=None if failure is None else from_record(_from_json(failure)),
                charge=charge,
                microusd=microusd or 0,
                pictures=pictures or 0,
                parts=tuple(parts.get(job_id, ())),
            )
            for job_id, state, failure, charge, microusd, pictures in rows
        }

    async def wait(self, job_ids: Iterable[int], states: Iterable[str], *, timeout_seconds: float = 30.0) -> None:
        """Wait until each of these jobs is in one of these states.

        A database tells nobody of a change, so this looks again and again, in a thread.

        Raises:
            TimeoutError: some never were; the message says how they stand.
        """
        wanted, allowed = frozenset(job_ids), frozenset(states)
        await asyncio.to_thread(self._wait, wanted, allowed, time.monotonic() + timeout_seconds)

    def _wait(self, wanted: frozenset[int], allowed: frozenset[str], until: float) -> None:
        while True:
            entries = self.read()
            others = {one: entries[one].state if one in entries else None for one in wanted}
            others = {one: state for one, state in others.items() if state not in allowed}
            if not others:
                return
            if time.monotonic() > until:
                raise TimeoutError(others)
            time.sleep(0.03)


def _from_json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value
