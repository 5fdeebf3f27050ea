"""The commands that are registered with Discord, by whichever process did so last."""

import asyncio
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, bindparam, inspect, make_url, select

from bot.store.commands.tables import registered_commands
from bot.store.database.advisory_locks import AdvisoryLock
from bot.store.database.engine import Database
from bot.store.database.inserts import build_upserts
from bot.store.database.processes import Processes

_FIND = select(registered_commands).where(registered_commands.c.application_id == bindparam("application"))
_KEEP = build_upserts(registered_commands)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandSet:
    """A set of commands: its digest, the digest of its `outline`, and the ids by the commands' names.

    The outline has no options, which depend on the models that are offered: with `is_listed` those that the provider
    lists, else all that the settings name. Where it `is_whole`, Discord has taken all of it.
    """

    digest: str
    outline: str
    is_listed: bool
    is_whole: bool
    ids: Mapping[str, int]
    registered_at: datetime


class RegisteredCommands:
    """What is registered for an application. Every method raises StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def alone(self) -> AbstractAsyncContextManager[bool]:
        """Try to be the one process that registers commands while the body runs; True when this one is."""
        return Processes(self._database).try_lead(AdvisoryLock.COMMANDS)

    async def find(self, application_id: int) -> CommandSet | None:
        """Find what was registered last; None where nothing was."""

        def work(connection: Connection) -> CommandSet | None:
            row = connection.execute(_FIND, {"application": application_id}).mappings().one_or_none()
            return None if row is None else CommandSet(**{name: row[name] for name in CommandSet.__slots__})

        return await self._database.read(work)

    async def keep(self, application_id: int, commands: CommandSet) -> None:
        """Note what is registered now; nothing where there are no tables yet, since the bot has never run."""

        def work(connection: Connection) -> None:
            if inspect(connection).has_table(registered_commands.name):
                values = {"application_id": application_id, **asdict(commands)}
                connection.execute(_KEEP[connection.dialect.name], values)

        if not self._database.is_sqlite or await asyncio.to_thread(_has_file, self._database.url):
            await self._database.write(work)


def _has_file(url: str) -> bool:
    path = make_url(url).database
    return path is not None and Path(path).exists()
