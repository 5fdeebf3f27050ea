"""The models that are offered, looked up again while the bot runs."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime

import structlog

from bot.chat.sync import ModelSource
from bot.settings import Settings
from bot.wiring.core import Core
from bot.wiring.feature import Periodic
from bot.wiring.provider import choose_models

FIRST_LOOK_SECONDS = 300.0
"""After the start, which has just looked itself: until then a provider that was away may be back."""
LOOK_SECONDS = 3600.0

log = structlog.get_logger(__name__)


class ModelLookup:
    """Looks now and then which models the provider lists; one that does not answer keeps those that it had."""

    def __init__(
        self,
        core: Core,
        *,
        fetch_listed: Callable[[], Awaitable[frozenset[str] | None]],
        changed: Callable[[frozenset[str] | None], Awaitable[None]],
    ) -> None:
        """Call `changed` with the list when other models are offered than before, or nobody knew the list till now."""
        self._core = core
        self._fetch_listed = fetch_listed
        self._changed = changed
        self._chosen_by = (core.listed, _today())

    @property
    def periodic(self) -> Periodic:
        """What is done by the clock."""
        return Periodic(LOOK_SECONDS, self.look, when=lambda: asyncio.sleep(FIRST_LOOK_SECONDS))

    async def look(self) -> None:
        """Ask for the list, and offer what it has; models are shut down with no list as well."""
        known, _ = self._chosen_by
        listed = None if self._core.profile.free else await self._fetch_listed()
        chosen_by = (listed or known, _today())
        if chosen_by == self._chosen_by:
            return
        self._chosen_by = chosen_by
        core = self._core
        offered = choose_models(core.settings, core.profile, chosen_by[0])
        is_other = core.offered.change(offered)
        if is_other:
            log.info("models_changed", offered=offered)
        if is_other or known is None:
            await self._changed(chosen_by[0])


def tell_source(settings: Settings, listed: frozenset[str] | None) -> ModelSource:
    """Say where the models that are offered are known from."""
    provider = f"{settings.images_provider} {settings.images_base_url or ''}"
    return ModelSource(provider=provider, is_listed=listed is not None)


def _today() -> date:
    return datetime.now(UTC).date()
