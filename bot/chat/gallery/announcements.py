"""What is announced once, whatever ends or runs beside it: the best of a theme, and the pictures of a week."""

from collections.abc import Coroutine, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.chat.gallery.contact_sheet_messages import ContactSheetMessages
from bot.chat.platform.channels import Channels
from bot.chat.platform.errors import FAILURES, is_uncertain
from bot.domain.errors import EaselError
from bot.domain.gallery import Order, Selection, Share, Theme
from bot.images.drawn.contact_sheet import TILES_AT_MOST
from bot.service.gallery import Gallery
from bot.store.database.advisory_locks import AdvisoryLock
from bot.store.database.processes import Processes
from bot.store.errors import StoreError
from bot.store.gallery.themes import Themes
from bot.words import gallery as gallery_words

BEST = 3
GIVE_UP_AFTER = timedelta(days=1)
"""A channel that is closed to the bot for so long after the end of its theme hears nothing of it any more."""

_AT_ONCE = 50
_WEEKLY_DAYS = (0, 1)
"""Monday, and Tuesday for a bot that was away: whoever switches it on later waits for the next one."""

log = structlog.get_logger(__name__)


class Announcements:
    """Announces what is due, in the process that leads in this.

    A message that is out and not on record, as when a process died in between, is looked for before it is sent again.
    """

    def __init__(
        self,
        themes: Themes,
        *,
        gallery: Gallery,
        channels: Channels,
        contact_sheets: ContactSheetMessages,
        processes: Processes,
    ) -> None:
        self._themes = themes
        self._gallery = gallery
        self._channels = channels
        self._contact_sheets = contact_sheets
        self._processes = processes

    async def announce(self, now: datetime) -> None:
        """Announce all themes that are over, and on the first two days of a week the pictures of the one before.

        One that fails, in whatever way, ends its own part alone.

        Raises:
            StoreUnavailable: the database or the blobs do not answer; the next time goes on from there.
        """
        is_weekly = now.weekday() in _WEEKLY_DAYS
        if not is_weekly and not await self._themes.over(now=now, limit=1):
            return
        async with self._processes.try_lead(AdvisoryLock.ANNOUNCEMENTS) as leads:
            if not leads:
                return
            # All settings are looked through, which is enough for one process to do. It may take minutes, for which
            # nobody waits: who leads in this holds up no takeover.
            weekly = await self._gallery.weekly_channels(without=_week(now)) if is_weekly else {}
            parts = [self._announce(theme, now) for theme in await self._themes.over(now=now, limit=_AT_ONCE)]
            parts += [self._post_week(guild_id, channel_id, now) for guild_id, channel_id in weekly.items()]
            await _each_alone(parts)

    async def _post_week(self, guild_id: int, channel_id: int, now: datetime) -> None:
        monday = now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=now.weekday())
        selection = Selection(
            guild_id=guild_id,
            order=Order.TOP,
            since=monday - timedelta(days=7),
            until=monday,
            without_themes=await self._contact_sheets.hidden_themes(guild_id, channel_id),
        )
        best = await self._gallery.best(selection, TILES_AT_MOST)
        try:
            if best:
                async with self._channels.speaking(guild_id):
                    await self._post_contact_sheet(guild_id, channel_id, best, since=monday)
        except (*FAILURES, EaselError) as error:
            # The next time comes soon, until the second day is over.
            log.warning("week_not_posted", guild=str(guild_id), cause=error)
            return
        await self._themes.posted(guild_id, _week(now))

    async def _post_contact_sheet(
        self, guild_id: int, channel_id: int, best: Sequence[Share], *, since: datetime
    ) -> None:
        title = gallery_words.week_title()
        found = await self._channels.find_sent(channel_id, gallery_words.week_head(), title=title, since=since)
        if found is None:
            await self._contact_sheets.post(channel_id, best, title=title, nonce=f"week-{guild_id}")
        else:
            await self._contact_sheets.record(found, best)

    async def _announce(self, theme: Theme, now: datetime) -> None:
        over_at = min(theme.closed_at or theme.ends_at, theme.ends_at)
        try:
            async with self._channels.speaking(theme.guild_id):
                await self._send(theme, since=over_at)
        except FAILURES as error:
            log.warning("theme_not_announced", theme=str(theme.id), cause=error)
            if is_uncertain(error) or now < over_at + GIVE_UP_AFTER:
                return
        await self._themes.announced(theme.id, now=now)

    async def _send(self, theme: Theme, *, since: datetime) -> None:
        selection = Selection(guild_id=theme.guild_id, order=Order.TOP, theme_id=theme.id)
        best = [share for share in await self._gallery.best(selection, BEST) if share.hearts]
        channel_id, title, nonce = theme.channel_id, gallery_words.theme_over_title(theme), f"theme-{theme.id}"
        found = await self._channels.find_sent(channel_id, gallery_words.theme_head(theme), title=title, since=since)
        if found is not None:
            await self._contact_sheets.record(found, best, theme)
        elif best:
            await self._contact_sheets.post(channel_id, best, title=title, nonce=nonce, theme=theme)
        else:
            nothing = gallery_words.theme_announcement(theme, (), {})
            await self._channels.send(channel_id, nothing, title=title, nonce=nonce)


async def _each_alone(parts: Sequence[Coroutine[Any, Any, None]]) -> None:
    """Do parts one after the other, whatever becomes of those before.

    Raises:
        StoreError: the last of those that ended so did.
    """
    unavailable: StoreError | None = None
    for part in parts:
        try:
            await part
        except StoreError as error:
            unavailable = error
        except Exception:
            log.exception("not_announced")
    if unavailable is not None:
        raise unavailable


def _week(now: datetime) -> str:
    """Name the week that is over, as ISO 8601 does."""
    year, week, _ = (now - timedelta(days=7)).isocalendar()
    return f"{year}-W{week:02}"
