"""What servers want, as their managers have said."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime

import structlog
from sqlalchemy import Connection, Text, bindparam, cast, select

from bot.domain.server import INHERITED, ServerSettings
from bot.domain.server_key import ServerKey
from bot.store.database.advisory_locks import AdvisoryLock, take_lock
from bot.store.database.engine import Database
from bot.store.database.inserts import build_upserts
from bot.store.database.metadata import text_within
from bot.store.gallery.tables import weekly_posts
from bot.store.moderation.audit import AuditAction, Entry, record
from bot.store.server.keys import find_key
from bot.store.server.tables import server_settings

log = structlog.get_logger(__name__)

_LOAD = select(server_settings.c.record).where(server_settings.c.guild_id == bindparam("guild"))
_KEEP = build_upserts(server_settings)
_LANGUAGE = text_within(server_settings.c.record, "language").label("language")
_LANGUAGES = select(server_settings.c.guild_id, _LANGUAGE)
_CHOSEN_LANGUAGES = _LANGUAGES.where(_LANGUAGE.is_not(None))
_CHANGED_LANGUAGES = _LANGUAGES.where(server_settings.c.changed_at >= bindparam("since"))
_WEEKLY = select(server_settings.c.guild_id, server_settings.c.record).where(
    # As JSON writes it: a word of somebody's would have its quotes escaped.
    cast(server_settings.c.record, Text).contains('"weekly": true'),
    ~select(weekly_posts.c.guild_id)
    .where(weekly_posts.c.guild_id == server_settings.c.guild_id, weekly_posts.c.week == bindparam("of_week"))
    .exists(),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedBy:
    """Who changes something, and the id of the interaction that does."""

    interaction_id: int
    user_id: int


class Servers:
    """The settings of servers. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database, *, note: Callable[[int, ServerSettings], None] = lambda _, __: None) -> None:
        """Have `note` told of the settings of each server whenever they are read or changed here."""
        self._database = database
        self.note = note

    async def load(self, guild_id: int) -> ServerSettings:
        """Load what a server wants: everything inherited where nothing is on record."""
        settings = await self._database.read(lambda connection: _load(connection, guild_id))
        self.note(guild_id, settings)
        return settings

    async def load_with_key(self, guild_id: int) -> tuple[ServerSettings, ServerKey | None]:
        """Load what a server wants, and its own key."""
        return await self._database.read(
            lambda connection: (_load(connection, guild_id), find_key(connection, guild_id))
        )

    async def change(
        self,
        guild_id: int,
        change: Callable[[ServerSettings], ServerSettings],
        *,
        now: datetime,
        by: ChangedBy | None = None,
    ) -> ServerSettings:
        """Change what a server wants; of two at once each builds upon the other. Gives the new settings.

        The audit log has who changed which of them, where anything changed.
        """

        def work(connection: Connection) -> ServerSettings:
            take_lock(connection, AdvisoryLock.SETTINGS)
            before = _load(connection, guild_id)
            settings = change(before)
            if settings == before:
                return settings
            values = {"guild_id": guild_id, "record": settings.to_record(), "changed_at": now}
            connection.execute(_KEEP[connection.dialect.name], values)
            if by is not None:
                record(connection, _entry(before, settings, guild_id=guild_id, by=by, now=now))
            return settings

        settings = await self._database.write(work)
        self.note(guild_id, settings)
        return settings

    async def languages(self, *, since: datetime | None = None) -> dict[int, str | None]:
        """Tell which servers have chosen a language, by their ids, and which.

        With `since` it is those that changed anything from then on, and None where they have chosen no language.
        """
        query, values = (_CHOSEN_LANGUAGES, {}) if since is None else (_CHANGED_LANGUAGES, {"since": since})
        rows = await self._database.read(lambda connection: connection.execute(query, values).all())
        return {row.guild_id: row.language for row in rows}

    async def weekly_channels(self, *, without: str) -> dict[int, int]:
        """Tell which servers want the pictures of the week, and where, but for those that got those of a week already.

        `without` names that week, written as 2026-W47. Settings that cannot be read want nothing.
        """
        rows = await self._database.read(lambda connection: connection.execute(_WEEKLY, {"of_week": without}).all())
        found: dict[int, int] = {}
        for row in rows:
            try:
                settings = ServerSettings.from_record(row.record)
            except (KeyError, TypeError, ValueError) as error:
                log.error("settings_unreadable", guild=str(row.guild_id), cause=error)  # noqa: TRY400
                continue
            if settings.weekly and settings.gallery_channel_id is not None:
                found[row.guild_id] = settings.gallery_channel_id
        return found


def _entry(before: ServerSettings, after: ServerSettings, *, guild_id: int, by: ChangedBy, now: datetime) -> Entry:
    changed = [one.name for one in fields(before) if getattr(before, one.name) != getattr(after, one.name)]
    return Entry(
        id=by.interaction_id,
        guild_id=guild_id,
        moderator_id=by.user_id,
        act=AuditAction.SETTINGS_CHANGED,
        details={"changed": changed},
        created_at=now,
    )


def _load(connection: Connection, guild_id: int) -> ServerSettings:
    record = connection.execute(_LOAD, {"guild": guild_id}).scalar_one_or_none()
    return INHERITED if record is None else ServerSettings.from_record(record)
