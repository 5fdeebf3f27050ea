"""The gallery: sharing, /gallery, /theme, the pictures of the week."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.chat.gallery.actions import ShareActions
from bot.chat.gallery.announcements import Announcements
from bot.chat.gallery.browsing import Browsing
from bot.chat.gallery.buttons import ShareView
from bot.chat.gallery.contact_sheet import ContactSheets
from bot.chat.gallery.contact_sheet_messages import ContactSheetMessages
from bot.chat.gallery.copies import CopyMessages
from bot.chat.gallery.hearts import HeartCounts
from bot.chat.gallery.messages import ShareMessages
from bot.chat.gallery.pictures import SharedPictures
from bot.chat.gallery.posting import SharePosting
from bot.chat.gallery.sharing import Sharing
from bot.chat.gallery.themes import ThemeCommands
from bot.chat.platform.channels import Channels
from bot.chat.results.share_buttons import ShareButtons
from bot.service.gallery import Gallery
from bot.store.database.processes import Processes
from bot.store.gallery.themes import Themes
from bot.store.retention.share_expiry import ShareExpiry
from bot.wiring.core import Core
from bot.wiring.feature import Feature, Periodic
from bot.wiring.requests import RequestFeature
from bot.wiring.rules import RuleServices
from cogs.gallery import Gallery as GalleryCog
from cogs.themes import Themes as ThemeCog

SWEEP_SECONDS = 30.0
"""Between two looks for what Discord refused and for what is to be announced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareServices:
    """What is shared, and the messages that show it: what moderation works with, too."""

    themes: Themes
    gallery: Gallery
    channels: Channels
    share_buttons: ShareButtons
    pictures: SharedPictures
    copies: CopyMessages
    contact_sheets: ContactSheetMessages
    messages: ShareMessages
    share_view: ShareView


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryFeature(Feature):
    """What people do with what is shared."""

    shares: ShareServices
    gallery: Gallery
    messages: ShareMessages
    heart_counts: HeartCounts
    sharing: Sharing
    actions: ShareActions


def build_shares(core: Core, rules: RuleServices) -> ShareServices:
    """Build it."""
    themes = Themes(core.database)
    gallery = Gallery(rules.shares, themes=themes, servers=rules.servers, album=rules.album)
    channels = Channels(core.bot, languages=core.languages, guilds=core.bot.guild_loader)
    share_buttons = ShareButtons(album=rules.album, gallery=gallery, messenger=core.messenger, channels=channels)
    pictures, copies = SharedPictures(rules.album, core.offload), CopyMessages(channels)
    contact_sheets = ContactSheetMessages(
        rules.shares,
        gallery=gallery,
        contact_sheets=ContactSheets(core.bot.guild_loader, gallery=gallery, album=rules.album, offload=core.offload),
        channels=channels,
        copies=copies,
    )
    share_view = ShareView(edits=core.rules.edits)
    messages = ShareMessages(
        rules.shares,
        gallery=gallery,
        pictures=pictures,
        copies=copies,
        contact_sheets=contact_sheets,
        share_view=share_view,
        update_results=share_buttons.update,
    )
    return ShareServices(
        themes=themes,
        gallery=gallery,
        channels=channels,
        share_buttons=share_buttons,
        pictures=pictures,
        copies=copies,
        contact_sheets=contact_sheets,
        messages=messages,
        share_view=share_view,
    )


def build_gallery(
    core: Core,
    rules: RuleServices,
    *,
    requests: RequestFeature,
    shares: ShareServices,
    update_case: Callable[[int], Awaitable[None]],
) -> GalleryFeature:
    """Build it; `update_case` tells moderators what became of a share that was reported."""
    gallery = shares.gallery
    heart_counts = HeartCounts(rules.shares, copies=shares.copies, share_view=shares.share_view)
    posting = SharePosting(
        rules.shares,
        gallery=gallery,
        pictures=shares.pictures,
        channels=shares.channels,
        copies=shares.copies,
        offload=core.offload,
        share_view=shares.share_view,
    )
    sharing = Sharing(
        gallery,
        album=rules.album,
        server_rules=rules.server_rules,
        publication=rules.publication,
        posting=posting,
        messages=shares.messages,
        update_results=shares.share_buttons.update,
        update_case=update_case,
    )
    actions = ShareActions(
        gallery,
        album=rules.album,
        server_rules=rules.server_rules,
        edit_forms=requests.edit_forms,
        heart_counts=heart_counts,
        free=core.profile.free,
    )
    browsing = Browsing(gallery, shares.pictures, heart=actions.heart, edits=core.rules.edits)
    announcements = Announcements(
        shares.themes,
        gallery=gallery,
        channels=shares.channels,
        contact_sheets=shares.contact_sheets,
        processes=Processes(core.database),
    )

    share_expiry = ShareExpiry(core.database)

    async def sweep() -> None:
        await shares.messages.sweep()
        await share_expiry.delete_gone()

    async def announce() -> None:
        await announcements.announce(datetime.now(UTC))

    return GalleryFeature(
        shares=shares,
        gallery=gallery,
        messages=shares.messages,
        heart_counts=heart_counts,
        sharing=sharing,
        actions=actions,
        cogs=(GalleryCog(browsing), ThemeCog(ThemeCommands(gallery))),
        components=(*sharing.components, *actions.components, *browsing.components),
        periodic=(
            Periodic(SWEEP_SECONDS, sweep),
            Periodic(SWEEP_SECONDS, announce),
        ),
    )
