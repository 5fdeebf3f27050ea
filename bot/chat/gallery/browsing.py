"""/gallery: the shared pictures of a server, one at a time in one message that only its reader sees."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import discord

from bot.chat.gallery.sharing import UnshareButton
from bot.chat.platform.components import ONE_ID, view_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.old_buttons import Button
from bot.chat.platform.viewer import parts_of, viewer_of
from bot.domain.errors import NoGallery, PicturesGone
from bot.domain.gallery import Cursor, Order, Selection, Share, Span
from bot.service.gallery import GalleryPage
from bot.words import gallery as gallery_words

_MINE = "mine"
_NEXT, _BACK = "next", "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryQuery:
    """What somebody looks through: an order, since when, by whom; with `mine` what they shared themselves."""

    order: Order
    span: Span = Span.EVER
    by: int | None = None
    mine: bool = False

    def select(self, guild_id: int, user_id: int) -> Selection:
        """Say what that is in a server, for a reader."""
        if self.mine:
            return Selection(guild_id=guild_id, order=Order.NEW, user_id=user_id, hidden_too=True)
        since = self.span.start(datetime.now(UTC))
        return Selection(guild_id=guild_id, order=self.order, since=since, user_id=self.by)

    @property
    def head(self) -> str:
        """What stands over each of its pictures."""
        return gallery_words.MINE_HEAD if self.mine else gallery_words.gallery_head(self.order, self.span, self.by)


MINE = GalleryQuery(order=Order.NEW, mine=True)


class TurnButton(
    discord.ui.DynamicItem[Button],
    template=(
        rf"gallery:(?P<order>top|new|mine):(?P<span>week|month|ever):(?P<by>{ONE_ID}):(?P<way>next|back)"
        rf":(?P<rank>[0-9]{{1,18}}):(?P<id>{ONE_ID}):(?P<place>[0-9]{{1,9}})"
    ),
):
    """Goes on to the next picture of a gallery, or back; where one is stands in its id."""

    def __init__(self, query: GalleryQuery, *, way: str, cursor: Cursor, place: int, disabled: bool = False) -> None:
        order = _MINE if query.mine else query.order.value
        custom_id = f"gallery:{order}:{query.span.value}:{query.by or 0}:{way}:{cursor.rank}:{cursor.id}:{place}"
        label = gallery_words.SHARE_BUTTONS["next" if way == _NEXT else "previous"]
        super().__init__(Button(label=label, custom_id=custom_id, disabled=disabled, row=0))
        self._query = query
        self._way = way
        self._cursor = cursor
        self._place = place

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], __: discord.ui.Item[Any], match: re.Match[str]
    ) -> "TurnButton":
        """Rebuild the button that was pressed."""
        order = match["order"]
        query = (
            MINE
            if order == _MINE
            else GalleryQuery(order=Order(order), span=Span(match["span"]), by=int(match["by"]) or None)
        )
        cursor = Cursor(int(match["rank"]), int(match["id"]))
        return cls(query, way=match["way"], cursor=cursor, place=int(match["place"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then put the picture in the place of the one that was there."""
        async with answer_errors(interaction):
            await interaction.response.defer()
            backwards = self._way == _BACK
            place = self._place + (-1 if backwards else 1)
            await show_gallery(interaction, self._query, after=self._cursor, backwards=backwards, place=place)


BUTTONS = (TurnButton, UnshareButton)
"""What a bot has to know, so that the buttons of its earlier messages work."""


async def show_gallery(
    interaction: discord.Interaction[Any],
    query: GalleryQuery,
    *,
    after: Cursor | None = None,
    backwards: bool = False,
    place: int = 1,
) -> None:
    """Put a picture of a gallery into the answer of an interaction that was deferred.

    Raises:
        NoGallery: there is none here that the person can read.
        StoreUnavailable: the database or the blobs do not answer.
    """
    parts = parts_of(interaction)
    guild_id = await _check_reader(interaction, mine=query.mine)
    selection = query.select(guild_id, interaction.user.id)
    page = await parts.gallery.look(selection, after=after, backwards=backwards, place=place)
    if page is None:
        nothing = gallery_words.NOTHING_SHARED[_MINE if query.mine else "gallery"]
        await interaction.edit_original_response(content=nothing, attachments=[], view=None)
        return
    cursor = Cursor.of(page.share, selection.order)
    items: list[discord.ui.Item[Any]] = [
        TurnButton(query, way=_BACK, cursor=cursor, place=page.place, disabled=not page.has_previous),
        TurnButton(query, way=_NEXT, cursor=cursor, place=page.place, disabled=not page.has_next),
    ]
    if query.mine:
        items.append(UnshareButton(page.share.id))
    await _show(interaction, page, head=query.head, view=view_of(*items))


async def show_random(interaction: discord.Interaction[Any]) -> None:
    """Put any picture of a gallery into the answer of an interaction that was deferred.

    Raises:
        NoGallery: there is none here that the person can read.
        StoreUnavailable: the database or the blobs do not answer.
    """
    parts = parts_of(interaction)
    guild_id = await _check_reader(interaction, mine=False)
    share = await parts.gallery.random(guild_id)
    if share is None:
        await interaction.edit_original_response(content=gallery_words.NOTHING_SHARED["gallery"])
        return
    page = GalleryPage(share=share, place=1, count=1, has_previous=False, has_next=False)
    await _show(interaction, page, head=gallery_words.RANDOM_HEAD, view=None)


async def _check_reader(interaction: discord.Interaction[Any], *, mine: bool) -> int:
    """Give the server whose gallery is looked through; what is in a channel that one cannot read stays there."""
    if interaction.guild_id is None:
        raise NoGallery
    if not mine:
        channel_id = await parts_of(interaction).gallery.channel_of(interaction.guild_id)
        if not viewer_of(interaction).may_read(channel_id):
            raise NoGallery
    return interaction.guild_id


async def _show(
    interaction: discord.Interaction[Any], page: GalleryPage, *, head: str, view: discord.ui.View | None
) -> None:
    parts = parts_of(interaction)
    share = page.share
    files: list[discord.File] = []
    if await _may_see(interaction, share):
        try:
            job, file = await parts.share_messages.load(share, limit_bytes=interaction.filesize_limit)
        except PicturesGone:
            text = gallery_words.gallery_page(page, None, None, head=head)
        else:
            files = [file.to_discord(spoiler=job.origin.spoiler)]
            text = gallery_words.gallery_page(page, job, await parts.gallery.link_of(share), head=head)
    else:
        text = f"{gallery_words.gallery_page(page, None, None, head=head)}\n{gallery_words.OUT_OF_REACH}"
    await interaction.edit_original_response(
        content=text, attachments=files, view=view, allowed_mentions=discord.AllowedMentions.none()
    )


async def _may_see(interaction: discord.Interaction[Any], share: Share) -> bool:
    """Say whether somebody who may look through a gallery can read where this one went: a theme has its own channel."""
    theme = await parts_of(interaction).gallery.theme_of(share)
    return theme is None or share.user_id == interaction.user.id or viewer_of(interaction).may_read(theme.channel_id)
