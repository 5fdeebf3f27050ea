"""The gallery: sharing, /gallery, /theme, the pictures of the week."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.chat.gallery.announcements import Announcements
from bot.chat.gallery.buttons import ShareView
from bot.chat.gallery.contact_sheet import ContactSheets
from bot.chat.gallery.messages import ShareMessages
from bot.service.gallery import Gallery
from bot.service.moderation import Moderation
from bot.store.gallery.themes import Themes
from bot.store.jobs.processes import Processes
from bot.wiring.core import Core
from bot.wiring.feature import Feature, Periodic
from bot.wiring.rules import RuleParts

SWEEP_SECONDS = 30.0
"""Between two looks for what Discord refused and for what is to be announced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryFeature(Feature):
    """What is shared, and the messages that show it."""

    gallery: Gallery
    messages: ShareMessages


def build_gallery(core: Core, rules: RuleParts, *, moderation: Moderation) -> GalleryFeature:
    """Build it; `moderation` is asked before anything is shared."""
    themes = Themes(core.database)
    gallery = Gallery(
        rules.shares,
        themes=themes,
        servers=rules.servers,
        album=rules.album,
        checks=[moderation.check_share_request],
    )
    messages = ShareMessages(
        core.bot,
        rules.shares,
        gallery=gallery,
        album=rules.album,
        offload=core.offload,
        contact_sheets=ContactSheets(core.bot, gallery=gallery, album=rules.album, offload=core.offload),
        share_view=ShareView(edits=core.rules.edits),
    )
    announcements = Announcements(themes, gallery=gallery, share_messages=messages, processes=Processes(core.database))

    async def announce() -> None:
        await announcements.announce(datetime.now(UTC))

    return GalleryFeature(
        gallery=gallery,
        messages=messages,
        periodic=(
            Periodic(SWEEP_SECONDS, messages.sweep),
            # Not before: which threads there are is told when the connection is made.
            Periodic(SWEEP_SECONDS, announce, when=core.bot.wait_until_ready),
        ),
    )
