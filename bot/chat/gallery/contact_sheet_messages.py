"""The messages that show several shared pictures on one contact sheet."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.chat.gallery.contact_sheet import ContactSheets
from bot.chat.gallery.copies import CopyMessages
from bot.chat.platform.channels import Channels, SentMessage
from bot.domain.gallery import Copy, Share, ShareState, Theme
from bot.service.gallery import Gallery
from bot.store.gallery.shares import Shares
from bot.words import gallery as gallery_words


class ContactSheetMessages:
    """Posts contact sheets, and draws them again when one of their pictures is taken back."""

    def __init__(
        self,
        shares: Shares,
        *,
        gallery: Gallery,
        contact_sheets: ContactSheets,
        channels: Channels,
        copies: CopyMessages,
    ) -> None:
        self._shares = shares
        self._gallery = gallery
        self._contact_sheets = contact_sheets
        self._channels = channels
        self._copies = copies

    async def hidden_themes(self, guild_id: int, channel_id: int) -> frozenset[int]:
        """List the themes of a server whose pictures not everybody may see who reads a channel.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        may_name = await self._channels.may_readers_name(guild_id, channel_id)
        return await self._gallery.themes_out_of_reach(guild_id, may_name)

    async def post(
        self, channel_id: int, shared: Sequence[Share], *, title: str, nonce: str, theme: Theme | None = None
    ) -> None:
        """Post several shared pictures on one contact sheet, and record of each that it is there.

        They are the best of a `theme`, or with none those of a week, of which nobody gets a notification.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError: as discord.py does.
            StoreUnavailable: the database or the blobs do not answer.
        """
        contact_sheet = await self._contact_sheets.compose(shared, theme)
        sent = await self._channels.send(
            channel_id,
            contact_sheet.content,
            title=title,
            nonce=nonce,
            files=[contact_sheet.to_discord()],
            silent=theme is None,
        )
        await self.record(sent, shared, theme)

    async def record(self, sent: SentMessage, shared: Sequence[Share], theme: Theme | None = None) -> None:
        """Record what a contact sheet shows; what was taken back meanwhile goes from it.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError: as discord.py does.
            StoreUnavailable: the database or the blobs do not answer.
        """
        for share in shared:
            copy = Copy(
                message_id=sent.id,
                channel_id=sent.channel_id,
                share_id=share.id,
                is_thread=sent.is_thread,
                shows=ShareState.SHARED,
                is_sheet=True,
                theme_id=None if theme is None else theme.id,
            )
            if not await self._shares.record_copy(copy, now=datetime.now(UTC)):
                await self.redraw(copy)

    async def redraw(self, copy: Copy) -> None:
        """Show on a contact sheet what is left of it; without any picture that of a week goes.

        Raises:
            discord.HTTPException, aiohttp.ClientError, OSError: as discord.py does.
            StoreUnavailable: the database or the blobs do not answer.
        """
        left = await self._gallery.of_sheet(copy.message_id)
        if left:
            hidden = await self.hidden_themes(left[0].guild_id, copy.channel_id)
            left = [share for share in left if share.theme_id not in hidden]
        theme = await self._gallery.find_theme(copy.theme_id)
        if not left:
            if theme is None:
                await self._copies.delete(copy)
            else:
                await self._copies.edit(copy, gallery_words.theme_head(theme))
            return
        contact_sheet = await self._contact_sheets.compose(left, theme)
        await self._copies.edit(copy, contact_sheet.content, files=[contact_sheet.to_discord()])
