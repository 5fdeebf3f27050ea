"""/gallery: the shared pictures of a server, one at a time in one message that only its reader sees."""

import re
from dataclasses import replace
from typing import Any

import discord

from bot.chat.gallery.buttons import UnshareButton
from bot.chat.gallery.pages import PAGE_TEMPLATE, GalleryQuery, PageButton, PageRequest
from bot.chat.gallery.pictures import SharedPictures
from bot.chat.platform.components import Listener, on_component, view_of
from bot.chat.platform.viewer import viewer_of
from bot.domain.errors import NoGallery, PicturesGone
from bot.domain.gallery import Cursor, Selection
from bot.service.gallery import Gallery, GalleryPage
from bot.words import gallery as gallery_words


class Browsing:
    """Shows the pictures of a gallery."""

    def __init__(self, gallery: Gallery, pictures: SharedPictures) -> None:
        self._gallery = gallery
        self._pictures = pictures

    @property
    def components(self) -> tuple[Listener, ...]:
        """What is listened for."""
        return (on_component(PAGE_TEMPLATE, self._turn),)

    async def show(self, interaction: discord.Interaction[Any], page_request: PageRequest) -> None:
        """Put a picture of a gallery into the answer of an interaction that was deferred.

        Raises:
            NoGallery: there is none here that the person can read.
            StoreUnavailable: the database or the blobs do not answer.
        """
        query = page_request.query
        guild_id = await self._check_reader(interaction, mine=query.mine)
        selection = query.select(guild_id, interaction.user.id)
        if not query.mine:
            selection = await self._in_reach(interaction, selection)
        page = await self._gallery.look(
            selection, after=page_request.cursor, backwards=page_request.backwards, place=page_request.place
        )
        if page is None:
            nothing = gallery_words.NOTHING_SHARED["mine" if query.mine else "gallery"]
            await interaction.edit_original_response(content=nothing, attachments=[], view=None)
            return
        await self._show(
            interaction, page, head=query.head, view=_view(query, page, Cursor.of(page.share, selection.order))
        )

    async def show_random(self, interaction: discord.Interaction[Any]) -> None:
        """Put any picture of a gallery into the answer of an interaction that was deferred.

        Raises:
            NoGallery: there is none here that the person can read.
            StoreUnavailable: the database or the blobs do not answer.
        """
        guild_id = await self._check_reader(interaction, mine=False)
        share = await self._gallery.random(await self._in_reach(interaction, Selection(guild_id=guild_id)))
        if share is None:
            await interaction.edit_original_response(content=gallery_words.NOTHING_SHARED["gallery"])
            return
        page = GalleryPage(share=share, place=1, count=1, has_previous=False, has_next=False)
        await self._show(interaction, page, head=gallery_words.random_head(), view=None)

    async def _turn(self, interaction: discord.Interaction[Any], match: re.Match[str], _: discord.ui.Item[Any]) -> None:
        """Acknowledge, then put the picture in the place of the one that was there."""
        await interaction.response.defer()
        await self.show(interaction, PageRequest.from_match(match))

    async def _check_reader(self, interaction: discord.Interaction[Any], *, mine: bool) -> int:
        """Give the server whose gallery is looked through; what is in a channel that one cannot read stays there."""
        if interaction.guild_id is None:
            raise NoGallery
        if not mine:
            channel_id = await self._gallery.channel_of(interaction.guild_id)
            if not viewer_of(interaction).may_read(channel_id):
                raise NoGallery
        return interaction.guild_id

    async def _show(
        self, interaction: discord.Interaction[Any], page: GalleryPage, *, head: str, view: discord.ui.View | None
    ) -> None:
        share = page.share
        files: list[discord.File] = []
        try:
            job, file = await self._pictures.load(share, limit_bytes=interaction.filesize_limit)
        except PicturesGone:
            text = gallery_words.gallery_page(page, None, None, head=head)
        else:
            files = file.to_discord(spoiler=job.origin.spoiler)
            text = gallery_words.gallery_page(page, job, await self._gallery.link_of(share), head=head)
        await interaction.edit_original_response(
            content=text, attachments=files, view=view, allowed_mentions=discord.AllowedMentions.none()
        )

    async def _in_reach(self, interaction: discord.Interaction[Any], selection: Selection) -> Selection:
        """Leave out what joined themes in channels that the reader of the gallery cannot read."""
        may_read = viewer_of(interaction).may_read
        return replace(selection, without_themes=await self._gallery.themes_out_of_reach(selection.guild_id, may_read))


def _view(query: GalleryQuery, page: GalleryPage, cursor: Cursor) -> discord.ui.View:
    items: list[discord.ui.Item[Any]] = [
        PageButton(query, backwards=True, cursor=cursor, place=page.place, disabled=not page.has_previous),
        PageButton(query, backwards=False, cursor=cursor, place=page.place, disabled=not page.has_next),
    ]
    if query.mine:
        items.append(UnshareButton(page.share.id))
    return view_of(*items)
