"""The Share buttons under results, kept in line with what is shared: what is, has Unshare in its place."""

import re
from dataclasses import dataclass
from typing import Any

import discord
import structlog

from bot.chat.platform.channels import Channels
from bot.chat.platform.components import ONE_ID, ONE_PLACE
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.messenger import Messenger
from bot.chat.results.buttons import ANY_PLACE, ShareButton, UnshareResultButton
from bot.domain.errors import PicturesGone
from bot.domain.gallery import Share
from bot.domain.job import Job
from bot.domain.request import PictureRef
from bot.service.album import Album
from bot.service.gallery import Gallery
from bot.store.jobs.posts import Post

MESSAGES_AT_MOST = 10
"""Under further ones a press tells how it stands."""

_SHARES = re.compile(f"(?:{ShareButton.action}|{UnshareResultButton.action}):({ONE_ID}):({ONE_PLACE})")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Shared:
    """The places of a job's pictures, and which of them are shared in a server."""

    places: frozenset[int]
    shared: frozenset[int]

    def button(self, ref: PictureRef) -> discord.ui.Button[Any]:
        """Give the button for a picture; one for several is Unshare only when all of them are shared."""
        is_shared = self.shared == self.places if ref.place == ANY_PLACE else ref.place in self.shared
        return (UnshareResultButton if is_shared else ShareButton)(ref)


class ShareButtons:
    """Changes the buttons of the messages that show results."""

    def __init__(self, *, album: Album, gallery: Gallery, messenger: Messenger, channels: Channels) -> None:
        self._album = album
        self._gallery = gallery
        self._messenger = messenger
        self._channels = channels

    async def update(self, share: Share) -> None:
        """Put Share or Unshare under the messages of a server that show what was shared there, or is no more.

        One that Discord does not let us edit, or that its reader sees alone, keeps its button: a press on that tells
        how it stands.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        try:
            job = await self._album.load_job(share.ref.job_id)
        except PicturesGone:
            return
        posts = [one for one in await self._album.posts_of(job.id) if await self._is_there(one, job, share.guild_id)]
        if not posts or job.emptied_at is not None:
            return
        shared = await self._gallery.shared_places(job.id, share.guild_id)
        state = _Shared(frozenset(one.place for one in job.pictures), shared)
        async with self._channels.speaking(share.guild_id):
            for post in posts[:MESSAGES_AT_MOST]:
                try:
                    await self._update(post, job, state)
                except FAILURES as error:
                    log.info("share_button_not_changed", job=str(job.id), cause=error)

    async def _update(self, post: Post, job: Job, state: _Shared) -> None:
        message = await self._messenger.fetch(post.channel_id, post.message_id)
        view = discord.ui.View.from_message(message, timeout=None)
        view.stop()
        changed = False
        for item in view.children:
            found = _SHARES.fullmatch(getattr(item, "custom_id", None) or "")
            if not isinstance(item, discord.ui.Button) or found is None or int(found[1]) != job.id:
                continue
            wanted = state.button(PictureRef(job.id, int(found[2])))
            changed = changed or item.custom_id != wanted.custom_id
            item.custom_id, item.label = wanted.custom_id, wanted.label
        if changed:
            await self._channels.edit(post.channel_id, post.message_id, view=view)

    async def _is_there(self, post: Post, job: Job, guild_id: int) -> bool:
        """Say whether a message is in a server, as far as is known; one in a private answer cannot be reached."""
        if post.channel_id == job.origin.channel_id:
            return job.origin.guild_id == guild_id and not job.origin.private
        return await self._channels.is_in(post.channel_id, guild_id)
