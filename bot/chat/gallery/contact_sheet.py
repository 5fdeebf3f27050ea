"""Several shared pictures as one message: a contact sheet, and a list of who made them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import discord

from bot.chat.platform.files import build_file
from bot.chat.platform.guilds import Guilds
from bot.chat.platform.names import fetch_names
from bot.domain.errors import PicturesGone
from bot.domain.gallery import Share, Theme
from bot.images.drawn.contact_sheet import Tile, draw_contact_sheet
from bot.images.offload import Offload
from bot.service.album import Album
from bot.service.gallery import Gallery
from bot.store.errors import StoreError
from bot.words import gallery as gallery_words


@dataclass(frozen=True, slots=True)
class ContactSheet:
    """What the message of a contact sheet says and shows."""

    content: str
    data: bytes = field(repr=False)
    filename: str
    alt_text: str
    spoiler: bool

    def to_discord(self) -> discord.File:
        """Build a new File."""
        return build_file(self.data, self.filename, description=self.alt_text, spoiler=self.spoiler)


class ContactSheets:
    """Composes contact sheets."""

    def __init__(self, guilds: Guilds, *, gallery: Gallery, album: Album, offload: Offload) -> None:
        self._gallery = gallery
        self._album = album
        self._offload = offload
        self._guilds = guilds

    async def compose(self, shared: Sequence[Share], theme: Theme | None) -> ContactSheet:
        """Draw pictures, in their order, each with whose it is and its hearts; one that cannot be read is left empty.

        They are the best of a `theme`, or with none those of a week.

        Raises:
            StoreUnavailable: the database or the blobs do not answer.
        """
        # They are all of one server.
        names = await fetch_names(self._guilds, shared[0].guild_id, [share.user_id for share in shared])
        tiles, spoiler = [], False
        unavailable: StoreError | None = None
        for share in shared:
            data = None
            try:
                job = await self._album.load_job(share.ref.job_id)
                spoiler = spoiler or job.origin.spoiler
                data = await self._album.load_picture(job.showing(share.shown), share.ref.place)
            except PicturesGone:
                pass
            except StoreError as error:
                # One file that cannot be read leaves its place empty; where none can, it is an outage.
                unavailable = error
            tiles.append(Tile(data, names.get(share.user_id, ""), gallery_words.hearts(share.hearts)))
        if unavailable and not any(tile.data for tile in tiles):
            raise unavailable
        links = {share.id: await self._gallery.link_of(share) for share in shared}
        return ContactSheet(
            gallery_words.theme_announcement(theme, shared, links)
            if theme is not None
            else gallery_words.week_text(shared, links),
            await self._offload.run(draw_contact_sheet, tiles),
            "week.jpg" if theme is None else "theme.jpg",
            gallery_words.contact_sheet_alt_text(len(tiles)),
            spoiler,
        )
