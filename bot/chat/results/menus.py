"""The Apps menu of a message: edit its pictures, tell about them."""

from collections.abc import Awaitable, Callable

import discord

from bot.chat.platform.components import Interaction
from bot.chat.platform.own_messages import own_id
from bot.chat.requests.context import InteractionContext
from bot.chat.requests.form import EditForms
from bot.chat.requests.parser import RequestParser
from bot.chat.requests.targets import point_at
from bot.chat.results.info import PictureInfo
from bot.domain.errors import NoPictureThere
from bot.domain.gallery import Share
from bot.domain.job import Job
from bot.service.album import Album


class PictureMenus:
    """Works on the pictures of any message, whoever posted it."""

    def __init__(
        self,
        client: discord.Client,
        album: Album,
        *,
        parser: RequestParser,
        edit_forms: EditForms,
        info: PictureInfo,
        show_share_info: Callable[[Interaction, Share, Job], Awaitable[None]],
    ) -> None:
        """Tell with `show_share_info` about a picture that was shared, in a deferred answer."""
        self._client = client
        self._album = album
        self._parser = parser
        self._edit_forms = edit_forms
        self._info = info
        self._show_share_info = show_share_info

    async def edit(self, interaction: Interaction, message: discord.Message) -> None:
        """Answer with the form that edits the pictures of a message.

        Raises:
            NoPictureThere, NotMadeYet, NotShared: it has none that can be edited.
            NotYours, EditsForbidden: they are another person's, and may not be edited.
            PicturesGone: they are not kept any more.
            ClosedHere: the server has edits elsewhere, or for others.
            StoreUnavailable: the database does not answer.
        """
        target = await point_at(message, album=self._album, own_id=own_id(self._client))
        for source in target.sources:
            await self._parser.check_source(source, InteractionContext(interaction))
        await self._edit_forms.show(interaction, target)

    async def tell(self, interaction: Interaction, message: discord.Message) -> None:
        """Tell all about the pictures of a message of ours, in the answer of an interaction that was deferred.

        Raises:
            NoPictureThere: it is none of ours, or has none.
            NotShared: it shows what was shared, and is hidden or taken back.
            NotYours: it was answered to another person alone.
            StoreUnavailable: the database does not answer.
        """
        shown = await self._album.find_shown(message.id)
        if shown is None:
            raise NoPictureThere
        if shown.share is not None:
            await self._show_share_info(interaction, shown.share, shown.job)
        else:
            await self._info.show(interaction, shown.job)
