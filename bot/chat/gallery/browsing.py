"""/gallery: the shared pictures of a server, one at a time in one message that only its reader sees."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import discord

from bot.chat.gallery.buttons import RemixButton, ShareInfoButton, UnshareButton
from bot.chat.gallery.pages import (
    HEART_TEMPLATE,
    PAGE_TEMPLATE,
    GalleryQuery,
    PageButton,
    PageHeartButton,
    PageRequest,
)
from bot.chat.gallery.pictures import SharedPictures
from bot.chat.platform.components import Interaction, Listener, on_component
from bot.chat.platform.layouts import Part, picture, rows, show_layout, show_words, words
from bot.chat.platform.viewer import viewer_of
from bot.domain.errors import NoGallery, PicturesGone
from bot.domain.gallery import Cursor, Selection, ShareState
from bot.service.gallery import Gallery, GalleryPage
from bot.words import gallery as gallery_words


class Browsing:
    """Shows the pictures of a gallery."""

    def __init__(
        self,
        gallery: Gallery,
        pictures: SharedPictures,
        *,
        heart: Callable[[Interaction, int], Awaitable[None]],
        edits: bool,
    ) -> None:
        """Have `heart` acknowledge and count one; say with `edits` whether the provider changes pictures."""
        self._gallery = gallery
        self._pictures = pictures
        self._heart = heart
        self._edits = edits

    @property
    def components(self) -> tuple[Listener, ...]:
        """What is listened for."""
        return (on_component(PAGE_TEMPLATE, self._turn), on_component(HEART_TEMPLATE, self._give_heart))

    async def show(self, interaction: Interaction, page_request: PageRequest) -> None:
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
        page = await self._find(selection, page_request)
        if page is None:
            await show_words(interaction, gallery_words.NOTHING_SHARED["mine" if query.mine else "gallery"])
            return
        await self._show(interaction, page, query, Cursor.of(page.share, selection.order))

    async def _find(self, selection: Selection, page_request: PageRequest) -> GalleryPage | None:
        cursor, place = page_request.cursor, page_request.place
        if page_request.stays and cursor is not None:
            return await self._gallery.look_at(selection, cursor.id, place=place)
        if page_request.query.by_chance:
            return await self._gallery.look_by_chance(selection, other_than=cursor.id if cursor else None)
        return await self._gallery.look(selection, after=cursor, backwards=page_request.backwards, place=place)

    async def _turn(self, interaction: Interaction, match: re.Match[str], _: discord.ui.Item[Any]) -> None:
        """Acknowledge, then put the picture in the place of the one that was there."""
        await interaction.response.defer()
        await self.show(interaction, PageRequest.from_match(match))

    async def _give_heart(self, interaction: Interaction, match: re.Match[str], _: discord.ui.Item[Any]) -> None:
        """Acknowledge and count, then show the picture with its hearts."""
        page_request = PageRequest.from_match(match)
        await self._heart(interaction, int(match["id"]))
        await self.show(interaction, page_request)

    async def _check_reader(self, interaction: Interaction, *, mine: bool) -> int:
        """Give the server whose gallery is looked through; what is in a channel that one cannot read stays there."""
        if interaction.guild_id is None:
            raise NoGallery
        if not mine:
            channel_id = await self._gallery.channel_of(interaction.guild_id)
            if not viewer_of(interaction).may_read(channel_id):
                raise NoGallery
        return interaction.guild_id

    async def _show(self, interaction: Interaction, page: GalleryPage, query: GalleryQuery, cursor: Cursor) -> None:
        share, head = page.share, query.head
        parts: list[Part] = [
            words(gallery_words.random_head() if head is None else gallery_words.gallery_place(page, head=head))
        ]
        files: list[discord.File] = []
        try:
            job, file = await self._pictures.load(share, limit_bytes=interaction.filesize_limit)
        except PicturesGone:
            parts.append(words(gallery_words.gallery_caption(page, None, None)))
        else:
            files = file.to_discord(spoiler=job.origin.spoiler)
            link = await self._gallery.link_of(share)
            parts += [picture(files[0]), words(gallery_words.gallery_caption(page, job, link))]
        controls = [*self._actions(page, query, cursor, interaction.user.id), *_page_buttons(query, page, cursor)]
        await show_layout(interaction, [*parts, *rows(controls)], files=files)

    def _actions(self, page: GalleryPage, query: GalleryQuery, cursor: Cursor, reader_id: int) -> list[Part]:
        share = page.share
        is_shared = share.state is ShareState.SHARED
        is_off = not is_shared or share.user_id == reader_id
        heart = PageHeartButton(query, cursor=cursor, place=page.place, hearts=share.hearts, disabled=is_off)
        if not is_shared:
            return [heart]
        return [heart, *([RemixButton(share.id)] if self._edits else []), ShareInfoButton(share.id)]

    async def _in_reach(self, interaction: Interaction, selection: Selection) -> Selection:
        """Leave out what joined themes in channels that the reader of the gallery cannot read."""
        may_read = viewer_of(interaction).may_read
        return replace(selection, without_themes=await self._gallery.themes_out_of_reach(selection.guild_id, may_read))


def _page_buttons(query: GalleryQuery, page: GalleryPage, cursor: Cursor) -> list[Part]:
    def turn(*, backwards: bool, disabled: bool) -> Part:
        return PageButton(query, backwards=backwards, cursor=cursor, place=page.place, disabled=disabled)

    if query.by_chance:
        return [turn(backwards=False, disabled=page.count == 1)]
    return [
        turn(backwards=True, disabled=not page.has_previous),
        turn(backwards=False, disabled=not page.has_next),
        *([UnshareButton(page.share.id)] if query.mine else []),
    ]
