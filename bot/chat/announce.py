"""The end of themes: their most hearted pictures, announced once, whatever ends or runs beside it."""

from datetime import UTC, datetime, timedelta

import structlog

from bot.chat import wording
from bot.chat.refusals import FAILURES, is_uncertain
from bot.chat.showroom import Showroom
from bot.domain.gallery import Order, Selection, Theme
from bot.service.gallery import Gallery
from bot.store.processes import Processes
from bot.store.themes import Themes

BEST = 3
GIVE_UP_AFTER = timedelta(days=1)
"""A channel that is closed to the bot for so long after the end of its theme hears nothing of it any more."""

_AT_ONCE = 50

log = structlog.get_logger(__name__)


class Announcer:
    """Announces what is due, in the process that leads.

    A message that is out and not on record, as when a process died in between, is looked for before it is sent again.
    """

    def __init__(self, themes: Themes, *, gallery: Gallery, showroom: Showroom, processes: Processes) -> None:
        self._themes = themes
        self._gallery = gallery
        self._showroom = showroom
        self._processes = processes

    async def announce(self) -> None:
        """Announce all themes that are over.

        Raises:
            StoreUnavailable: the database does not answer; the next time goes on from there.
        """
        if not await self._themes.over(now=_now(), limit=1):
            return
        async with self._processes.try_lead() as leads:
            if leads:
                for theme in await self._themes.over(now=_now(), limit=_AT_ONCE):
                    await self._announce(theme)

    async def _announce(self, theme: Theme) -> None:
        over_at = min(theme.closed_at or theme.ends_at, theme.ends_at)
        try:
            await self._send(theme, since=over_at)
        except FAILURES as error:
            log.warning("theme_not_announced", theme=str(theme.id), cause=repr(error))
            if is_uncertain(error) or _now() < over_at + GIVE_UP_AFTER:
                return
        await self._themes.announced(theme.id, now=_now())

    async def _send(self, theme: Theme, *, since: datetime) -> None:
        selection = Selection(guild_id=theme.guild_id, order=Order.TOP, theme_id=theme.id)
        best = [share for share in await self._gallery.best(selection, BEST) if share.hearts]
        links = {share.id: await self._gallery.link_of(share) for share in best}
        content, title = wording.theme_announcement(theme, best, links), wording.theme_over_title(theme)
        head = content.partition("\n")[0]
        if await self._showroom.find_sent(theme.channel_id, head, title=title, since=since) is None:
            await self._showroom.send(theme.channel_id, content, title=title, nonce=f"theme-{theme.id}")


def _now() -> datetime:
    return datetime.now(UTC)
