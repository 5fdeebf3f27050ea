"""What servers share: who shared what, how it is liked, what becomes of it, and looking through all of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.domain.access import Act
from bot.domain.errors import NoGallery, NotShared, OwnPicture, SharedAlready, ThemeOver
from bot.domain.gallery import Cursor, Selection, Share, ShareState, Theme
from bot.domain.links import message_link
from bot.domain.request import PictureRef
from bot.service.album import Album, find_picture
from bot.store.gallery.shares import Shares
from bot.store.gallery.themes import Themes
from bot.store.server.settings import Servers


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRequest:
    """That the asker of a picture wants it shared; `id` is that of the interaction."""

    id: int
    guild_id: int
    user_id: int
    ref: PictureRef
    shows_prompt: bool
    theme_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryPage:
    """A shared picture as somebody comes upon it: the `place`-th of `count`, with others before and after it."""

    share: Share
    place: int
    count: int
    has_previous: bool
    has_next: bool


def check_not_own(share: Share, user_id: int, act: Act) -> None:
    """Refuse a heart or a report of whoever shared a picture.

    Raises:
        OwnPicture: this person did.
    """
    if share.user_id == user_id:
        raise OwnPicture(act=act)


class Gallery:
    """The shared pictures of all servers. Every method raises StoreUnavailable where the database does not answer."""

    def __init__(self, shares: Shares, *, themes: Themes, servers: Servers, album: Album) -> None:
        self._shares = shares
        self._themes = themes
        self._servers = servers
        self._album = album

    async def channel_of(self, guild_id: int | None) -> int:
        """Tell where the shared pictures of a server go.

        Raises:
            NoGallery: nobody has chosen a channel for them, or it is no server.
        """
        channel_id = None if guild_id is None else (await self._servers.load(guild_id)).gallery_channel_id
        if channel_id is None:
            raise NoGallery
        return channel_id

    async def channel_for(self, guild_id: int, theme: Theme | None) -> int:
        """Tell where a picture goes that is shared in a server, maybe for a theme.

        Raises:
            NoGallery: as `channel_of` does.
        """
        return theme.channel_id if theme else await self.channel_of(guild_id)

    async def find_theme(self, theme_id: int | None) -> Theme | None:
        """Find a theme; None for none, or for one that is not there any more."""
        return None if theme_id is None else await self._themes.find(theme_id)

    async def share(self, share_request: ShareRequest) -> Share:
        """Record that a picture is shared; it is the caller's to post, and to withdraw where that fails.

        One that was recorded and never posted, as when a process died in between, is given once more.

        Raises:
            NoGallery: the server has no channel for it.
            ThemeOver: its theme takes no more.
            PicturesGone: it is not kept any more.
            SharedAlready: it is shared there.
        """
        await self.channel_of(share_request.guild_id)
        job = await self._album.load_job(share_request.ref.job_id)
        find_picture(job, share_request.ref.place)
        now = datetime.now(UTC)
        if share_request.theme_id is not None and share_request.theme_id not in {
            one.id for one in await self.themes(share_request.guild_id)
        }:
            raise ThemeOver
        share = Share(
            id=share_request.id,
            guild_id=share_request.guild_id,
            user_id=share_request.user_id,
            ref=share_request.ref,
            state=ShareState.SHARED,
            shows_prompt=share_request.shows_prompt,
            theme_id=share_request.theme_id,
            hearts=0,
            created_at=now,
            shown=job.shown,
        )
        if await self._shares.share(share):
            return share
        found = await self._shares.find_of(share_request.ref, share_request.guild_id)
        if found is None or found.state is not ShareState.SHARED or await self._shares.copies(found.id):
            raise SharedAlready
        return found

    async def find(self, share_id: int) -> Share | None:
        """Find a share, also one that is hidden, or gone and still shown somewhere."""
        return await self._shares.find(share_id)

    async def find_of(self, ref: PictureRef, guild_id: int | None) -> Share | None:
        """Find how a picture is shared in a server; None where it is not, or not any more, or it is no server."""
        return None if guild_id is None else await self._shares.find_of(ref, guild_id)

    async def shared_places(self, job_id: int, guild_id: int) -> frozenset[int]:
        """Tell which pictures of a job are shared in a server, those that wait for a moderator too."""
        return await self._shares.places_of(job_id, guild_id)

    async def load(self, share_id: int) -> Share:
        """Load a share that everybody may see.

        Raises:
            NotShared: it is hidden or gone.
        """
        share = await self._shares.find(share_id)
        if share is None or share.state is not ShareState.SHARED:
            raise NotShared
        return share

    async def load_own(self, share_id: int) -> Share:
        """Load a share that its asker may see, also one that waits for a moderator.

        Raises:
            NotShared: it is gone.
        """
        share = await self._shares.find(share_id)
        if share is None or share.state is ShareState.GONE:
            raise NotShared
        return share

    async def heart(self, share_id: int, user_id: int) -> int:
        """Give a person's heart to a share, or take it back; gives how many it has then.

        Raises:
            NotShared: it is hidden or gone.
            OwnPicture: the person shared it.
        """
        check_not_own(await self.load(share_id), user_id, Act.HEART)
        count = await self._shares.heart(share_id, user_id, datetime.now(UTC))
        if count is None:
            raise NotShared
        return count

    async def set_state(self, share_id: int, state: ShareState) -> Share | None:
        """Set what becomes of a share; the messages that show it are the caller's to have put right."""
        return await self._shares.set_state(share_id, state, now=datetime.now(UTC))

    async def withdraw_job(self, job_id: int) -> list[int]:
        """Unshare all pictures of a job, everywhere; the messages that show them are the caller's to have put right."""
        return await self._shares.withdraw_job(job_id, now=datetime.now(UTC))

    async def look(
        self, selection: Selection, *, after: Cursor | None = None, backwards: bool = False, place: int = 1
    ) -> GalleryPage | None:
        """Find the picture behind a spot, or before it; where there is none, the first one. None where there is none.

        `place` is its number as far as the one who looks has counted.
        """
        found = await self._shares.page(selection, after=after, backwards=backwards, limit=1)
        if not found:
            found, place = await self._shares.page(selection, limit=1), 1
        if not found:
            return None
        return await self._page_of(found[0], selection, place)

    async def look_at(self, selection: Selection, share_id: int, *, place: int) -> GalleryPage | None:
        """Find a picture where it stands by now; None where it is none to look at. `place` is as in `look`."""
        share = await self._shares.find(share_id)
        if share is None or share.guild_id != selection.guild_id or share.theme_id in selection.without_themes:
            return None
        if share.state is ShareState.GONE or (share.state is ShareState.HIDDEN and not selection.hidden_too):
            return None
        return await self._page_of(share, selection, place)

    async def look_by_chance(self, selection: Selection, *, other_than: int | None = None) -> GalleryPage | None:
        """Find any picture, another one than this share where there is one; None where there is none."""
        share = await self._shares.random(replace(selection, without=other_than))
        if share is None and other_than is not None:
            share = await self._shares.random(selection)
        if share is None:
            return None
        return await self._page_of(share, selection, 1)

    async def _page_of(self, share: Share, selection: Selection, place: int) -> GalleryPage:
        here = Cursor.of(share, selection.order)
        count = await self._shares.count(selection)
        return GalleryPage(
            share=share,
            place=max(1, min(place, count)),
            count=count,
            has_previous=bool(await self._shares.page(selection, after=here, backwards=True, limit=1)),
            has_next=bool(await self._shares.page(selection, after=here, limit=1)),
        )

    async def of_sheet(self, message_id: int) -> list[Share]:
        """List what a sheet was made of and still may be seen, the most hearted first."""
        return [one for one in await self._shares.of_sheet(message_id) if one.state is ShareState.SHARED]

    async def weekly_channels(self, *, without: str) -> dict[int, int]:
        """Tell which servers want the pictures of the week, and where, but for those that got those of a week already.

        `without` names that week, written as 2026-W47.
        """
        return await self._servers.weekly_channels(without=without)

    async def best(self, selection: Selection, limit: int) -> list[Share]:
        """List the first pictures of a selection."""
        return await self._shares.page(selection, limit=limit)

    async def link_of(self, share: Share) -> str | None:
        """Link to a message that shows a share; None where there is none."""
        copies = [one for one in await self._shares.copies(share.id) if not one.is_sheet]
        if not copies:
            return None
        return message_link(share.guild_id, copies[-1].channel_id, copies[-1].message_id)

    async def themes(self, guild_id: int) -> list[Theme]:
        """List the themes of a server that pictures can join."""
        return await self._themes.open_ones(guild_id, now=datetime.now(UTC))

    async def themes_out_of_reach(self, guild_id: int, may_read: Callable[[int], bool]) -> frozenset[int]:
        """List the themes of a server, open or over, whose channels `may_read` says no of."""
        channels = await self._themes.channels(guild_id)
        readable = {channel_id: may_read(channel_id) for channel_id in set(channels.values())}
        return frozenset(theme_id for theme_id, channel_id in channels.items() if not readable[channel_id])

    async def open_theme(self, theme: Theme) -> None:
        """Open a theme."""
        await self._themes.open(theme)

    async def close_theme(self, theme_id: int, guild_id: int) -> Theme:
        """End a theme before its time.

        Raises:
            ThemeOver: it is over, or another server's.
        """
        theme = await self._themes.close(theme_id, guild_id, now=datetime.now(UTC))
        if theme is None:
            raise ThemeOver
        return theme
