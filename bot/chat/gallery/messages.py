"""Where shared pictures hang: the messages that show them, and what those show when something becomes of a share."""

import asyncio
import contextvars
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import structlog

from bot.chat.delivery.result import result_files
from bot.chat.gallery.contact_sheet import ContactSheets
from bot.chat.platform.errors import FAILURES, is_too_large, is_uncertain
from bot.chat.platform.files import REQUEST_LIMIT_BYTES, PostedFile, file_limit, fit_files
from bot.chat.platform.messenger import let_go
from bot.domain.errors import EaselError, GalleryClosed, TooLargeToPost
from bot.domain.gallery import Copy, Share, ShareState, Theme
from bot.domain.job import Job
from bot.images.offload import Offload
from bot.service.album import Album
from bot.service.gallery import Gallery
from bot.store.errors import StoreError
from bot.store.gallery.shares import Shares
from bot.words import gallery as gallery_words

HEARTS_SECONDS = 3.0
"""The shortest time between two edits of a message for the sake of its hearts."""
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)
"""Until what Discord refused is tried again; each time it is twice as long."""
AT_ONCE = 20
"""Messages that are taken up at once to be put right."""

_LOOKED_THROUGH = 200
_CLOCKS_DIFFER = timedelta(minutes=2)
_SIZE_ATTEMPTS = 4
_SHRINK = 0.7
_TAGS_AT_MOST = 5
"""Discord's API reference, "Thread Create Params", `applied_tags`."""

log = structlog.get_logger(__name__)

ShareView = Callable[[Share], discord.ui.View]


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that is out; the first one of a forum's thread has the thread's own id."""

    id: int
    channel_id: int


class ShareMessages:
    """Posts what is shared, and keeps every message that shows it as it should be."""

    def __init__(
        self,
        client: discord.Client,
        shares: Shares,
        *,
        gallery: Gallery,
        album: Album,
        offload: Offload,
        contact_sheets: ContactSheets,
        share_view: ShareView,
    ) -> None:
        """Put `share_view` under a shared picture."""
        self._shares = shares
        self._gallery = gallery
        self._album = album
        self._offload = offload
        self._contact_sheets = contact_sheets
        self._share_view = share_view
        self._client = client
        self._hearted: set[int] = set()
        self._edits: dict[int, asyncio.Task[None]] = {}

    async def close(self) -> None:
        """Show the hearts that are not shown yet, then show no more."""
        for task in tuple(self._edits.values()):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        for share_id in tuple(self._hearted):
            await self._show_hearts(share_id)
        self._hearted.clear()

    async def post(self, share: Share) -> None:
        """Post a picture that was just shared; where that fails it is shared no more.

        Raises:
            GalleryClosed: Discord did not take it.
            NoGallery: nobody has chosen a channel for it (any more).
            PicturesGone: it is not kept any more.
            TooLargeToPost: no re-encoding made it small enough.
            StoreUnavailable: the database or the blobs do not answer.
        """
        try:
            theme = await self._gallery.theme_of(share)
            channel_id = theme.channel_id if theme else await self._gallery.channel_of(share.guild_id)
            try:
                copy = await self._post(share, channel_id, theme)
            except FAILURES as error:
                log.warning("share_not_posted", share=str(share.id), cause=repr(error))
                raise GalleryClosed(channel_id=channel_id, refused=not is_uncertain(error)) from error
        except EaselError:
            await self._gallery.set_state(share.id, ShareState.GONE)
            raise
        try:
            is_kept = await self._shares.record_copy(copy, now=_now())
        except StoreError:
            # What is on no record could never be taken away.
            await self._remove_unrecorded(copy)
            raise
        if not is_kept:
            await self._remove_unrecorded(copy)

    async def load(
        self, share: Share, *, limit_bytes: int = discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES
    ) -> tuple[Job, PostedFile]:
        """Load what is shared as a file of at most so many bytes, which tells no prompt that is kept.

        Raises:
            PicturesGone: it is not kept any more.
            TooLargeToPost: no re-encoding made it small enough.
            StoreUnavailable: the database or the blobs do not answer.
        """
        job = await self._album.load_job(share.ref.job_id)
        async with self._album.hold(job, [share.ref.place]) as kept:
            files = result_files(kept.job, kept.data)
            if not share.shows_prompt:
                files = tuple(replace(one, alt_text=gallery_words.SECRET_ALT_TEXT) for one in files)
            [file] = await fit_files(self._offload, files, limit_bytes=min(limit_bytes, REQUEST_LIMIT_BYTES))
        return job, file

    async def post_sheet(self, channel_id: int, shared: Sequence[Share], *, title: str, nonce: str) -> None:
        """Post several shared pictures on one sheet, and record of each that it is there.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError: as discord.py does.
            StoreUnavailable: the database or the blobs do not answer.
        """
        sheet = await self._contact_sheets.compose(shared)
        message, is_thread = await self.send(
            channel_id, sheet.content, title=title, nonce=nonce, files=lambda: [sheet.to_discord()]
        )
        await self.record_sheet(message.id, message.channel.id, shared, is_thread=is_thread)

    async def record_sheet(self, message_id: int, channel_id: int, shared: Sequence[Share], *, is_thread: bool) -> None:
        """Record what a sheet shows.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        for share in shared:
            copy = Copy(
                message_id=message_id,
                channel_id=channel_id,
                share_id=share.id,
                is_thread=is_thread,
                shows=ShareState.SHARED,
                is_sheet=True,
            )
            if not await self._shares.record_copy(copy, now=_now()):
                await self._redraw(copy)

    async def reconcile(self, share_id: int) -> list[Copy]:
        """Bring every message that shows a share in line with its state; gives those that Discord did not let us.

        They are on record, and are tried again later.

        Raises:
            StoreUnavailable: the database does not answer; what is left is tried again later.
        """
        return [copy for copy in await self._shares.copies(share_id) if not await self.put_right(copy)]

    async def put_right(self, copy: Copy) -> bool:
        """Bring a message in line with its share; False when Discord refuses, which is tried again later.

        Raises:
            StoreUnavailable: the database or the blobs do not answer.
        """
        share = await self._shares.find(copy.share_id)
        if share is None or share.state is copy.shows:
            return True
        shows = share.state
        try:
            await self._make_show(copy, share)
        except discord.NotFound:
            shows = ShareState.GONE
        except FAILURES as error:
            log.warning("copy_not_put_right", share=str(share.id), state=share.state.value, cause=repr(error))
            wait = min(FIRST_WAIT * 2 ** min(copy.attempts, 20), LONGEST_WAIT)
            await self._shares.copy_failed(copy, _now() + wait)
            return False
        except EaselError as error:
            # It cannot be shown again, so it is to be seen no more.
            log.warning("share_withdrawn", share=str(share.id), kind=type(error).__name__)
            await self._gallery.set_state(share.id, ShareState.GONE)
            return await self.put_right(copy)
        await self._shares.copy_done(copy, shows, now=_now())
        return True

    async def sweep(self) -> None:
        """Put right what is due, and forget what is gone and nowhere to be seen.

        Raises:
            StoreUnavailable: the database or the blobs do not answer.
        """
        while copies := await self._shares.stale(_now(), AT_ONCE):
            for copy in copies:
                await self.put_right(copy)
        await self._shares.drop_gone()

    def note_heart(self, share_id: int) -> None:
        """Show the hearts of a share soon: as many as there are by then, and not more often than every few seconds."""
        self._hearted.add(share_id)
        if share_id not in self._edits:
            self._edits[share_id] = _outside(self._keep_hearts(share_id))

    async def send(
        self,
        channel_id: int,
        content: str,
        *,
        title: str,
        nonce: str,
        files: Callable[[], Sequence[discord.File]] = tuple,
        view: discord.ui.View | None = None,
        tags: Sequence[str] = (),
    ) -> tuple[discord.Message, bool]:
        """Send a message to a channel, in a forum as a thread of its own; gives it, and whether it is a thread.

        To a channel, Discord sends nothing new for a `nonce` that it has seen in the last minutes. Of a forum's tags
        those with the names of `tags` are applied. Mentions in it ping nobody.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError: as discord.py does.
        """
        channel = await self._channel(channel_id)
        sent = list(files())
        options: dict[str, Any] = {"files": sent, "allowed_mentions": discord.AllowedMentions.none()}
        if view is not None:
            options["view"] = view
        try:
            if isinstance(channel, discord.ForumChannel):
                applied = _pick_tags(channel, tags)
                made = await channel.create_thread(
                    name=title, content=content, applied_tags=applied, suppress_embeds=True, **options
                )
                return made.message, True
            message = await self._client.get_partial_messageable(channel_id).send(
                content, nonce=nonce, suppress_embeds=True, **options
            )
            return message, False
        finally:
            let_go(sent)

    async def find_sent(self, channel_id: int, head: str, *, title: str, since: datetime) -> Sent | None:
        """Look for a message of ours with this first line, in a forum for a thread of this name.

        Where nobody may look, there is none.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError: as discord.py does.
        """
        channel = await self._channel(channel_id)
        me = self._client.user
        if isinstance(channel, discord.ForumChannel):
            ours = (one for one in channel.threads if me is not None and one.owner_id == me.id)
            return next((Sent(one.id, one.id) for one in ours if one.name == title and one.id > _first_id(since)), None)
        try:
            async for message in channel.history(limit=_LOOKED_THROUGH, after=discord.Object(_first_id(since))):
                if me is not None and message.author.id == me.id and message.content.partition("\n")[0] == head:
                    return Sent(message.id, channel_id)
        except discord.Forbidden:
            log.info("channel_not_looked_through", channel=str(channel_id))
        return None

    async def _post(self, share: Share, channel_id: int, theme: Theme | None) -> Copy:
        limit_bytes = file_limit(self._client.get_guild(share.guild_id))
        job, file = await self.load(share, limit_bytes=limit_bytes)
        for _ in range(_SIZE_ATTEMPTS):
            shown = file
            try:
                message, is_thread = await self.send(
                    channel_id,
                    gallery_words.share_text(share, job, theme),
                    title=gallery_words.share_title(share, job),
                    nonce=f"share-{share.id}",
                    files=lambda shown=shown: [shown.to_discord(spoiler=job.origin.spoiler)],  # type: ignore[misc]
                    view=self._share_view(share),
                    tags=[job.options.model, *([theme.name] if theme else [])],
                )
            except FAILURES as error:
                if not is_too_large(error):
                    raise
                [file] = await fit_files(self._offload, [file], limit_bytes=int(len(file.data) * _SHRINK))
            else:
                return Copy(
                    message_id=message.id,
                    channel_id=message.channel.id,
                    share_id=share.id,
                    is_thread=is_thread,
                    shows=ShareState.SHARED,
                )
        raise TooLargeToPost(size_bytes=len(file.data), limit_bytes=len(file.data))

    async def _make_show(self, copy: Copy, share: Share) -> None:
        message = self._message(copy)
        if copy.is_sheet:
            await self._redraw(copy)
        elif share.state is ShareState.GONE:
            await self._remove(copy)
        elif share.state is ShareState.HIDDEN:
            await self._rename(copy, gallery_words.HIDDEN_TITLE)
            await message.edit(content=gallery_words.HIDDEN, attachments=[], view=None)
        else:
            theme = await self._gallery.theme_of(share)
            job, file = await self.load(share)
            await self._rename(copy, gallery_words.share_title(share, job))
            shown = file.to_discord(spoiler=job.origin.spoiler)
            try:
                await message.edit(
                    content=gallery_words.share_text(share, job, theme),
                    attachments=[shown],
                    view=self._share_view(share),
                    allowed_mentions=discord.AllowedMentions.none(),
                )
            finally:
                let_go([shown])

    async def _redraw(self, copy: Copy) -> None:
        """Show on a sheet what is left of it; without any it goes."""
        left = await self._gallery.of_sheet(copy.message_id)
        if not left:
            await self._remove(copy)
            return
        sheet = await self._contact_sheets.compose(left)
        shown = sheet.to_discord()
        try:
            await self._message(copy).edit(
                content=sheet.content, attachments=[shown], allowed_mentions=discord.AllowedMentions.none()
            )
        finally:
            let_go([shown])

    async def _remove(self, copy: Copy) -> None:
        if not copy.is_thread:
            await self._message(copy).delete()
            return
        thread = await self._channel(copy.channel_id)
        try:
            await thread.delete()
        except discord.Forbidden:
            # Whoever made a thread may not delete it without a permission; what they wrote in it they may.
            await self._rename(copy, gallery_words.GONE_TITLE)
            await self._message(copy).delete()

    async def _remove_unrecorded(self, copy: Copy) -> None:
        try:
            await self._remove(copy)
        except FAILURES as error:
            log.warning("copy_without_record", message=str(copy.message_id), cause=repr(error))

    async def _rename(self, copy: Copy, title: str) -> None:
        """Name a forum's thread, which also opens it again: nothing can be edited in one that is archived."""
        if not copy.is_thread:
            return
        thread = await self._channel(copy.channel_id)
        with suppress(discord.Forbidden):
            await thread.edit(name=title, archived=False)

    async def _keep_hearts(self, share_id: int) -> None:
        try:
            while share_id in self._hearted:
                self._hearted.discard(share_id)
                await self._show_hearts(share_id)
                await asyncio.sleep(HEARTS_SECONDS)
        finally:
            self._edits.pop(share_id, None)

    async def _show_hearts(self, share_id: int) -> None:
        try:
            share = await self._shares.find(share_id)
            if share is None or share.state is not ShareState.SHARED:
                return
            for copy in await self._shares.copies(share_id):
                if copy.shows is ShareState.SHARED and not copy.is_sheet:
                    await self._message(copy).edit(view=self._share_view(share))
        except (StoreError, *FAILURES) as error:
            log.info("hearts_not_shown", share=str(share_id), cause=repr(error))

    def _message(self, copy: Copy) -> discord.PartialMessage:
        return self._client.get_partial_messageable(copy.channel_id).get_partial_message(copy.message_id)

    async def _channel(self, channel_id: int) -> Any:
        return self._client.get_channel(channel_id) or await self._client.fetch_channel(channel_id)


def _pick_tags(forum: discord.ForumChannel, names: Sequence[str]) -> list[discord.ForumTag]:
    """Pick the tags of a forum by their names; where it wants one of each post, any that members may give."""
    wanted = {name.casefold() for name in names}
    free = [tag for tag in forum.available_tags if not tag.moderated]
    picked = [tag for tag in free if tag.name.casefold() in wanted][:_TAGS_AT_MOST]
    return picked or (free[:1] if forum.flags.require_tag else [])


def _first_id(since: datetime) -> int:
    return discord.utils.time_snowflake(since - _CLOCKS_DIFFER)


def _outside(work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    """Begin a task in a context of its own: it is no part of the press during which it happened to start."""
    return contextvars.Context().run(asyncio.create_task, work)


def _now() -> datetime:
    return datetime.now(UTC)
