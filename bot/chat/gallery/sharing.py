"""From the Share button to a shared picture, and back: the form, the posting, taking it back."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord
import structlog

from bot.chat.gallery.buttons import UnshareButton
from bot.chat.gallery.messages import ShareMessages
from bot.chat.gallery.posting import SharePosting
from bot.chat.gallery.share_form import THEMES_OFFERED, ShareForm
from bot.chat.platform.caller import caller_in, caller_of
from bot.chat.platform.components import Listener, on_press, view_of
from bot.chat.platform.error_answers import tell_privately
from bot.chat.platform.layouts import show_words
from bot.chat.platform.permissions import standings_of
from bot.chat.platform.viewer import may_see_channel
from bot.domain.access import Act, check_access
from bot.domain.errors import GalleryClosed, NoGallery, NotShared, SharedAlready
from bot.domain.gallery import Share, ShareState
from bot.domain.job import Job
from bot.domain.links import message_link
from bot.domain.request import PictureRef
from bot.domain.server import Doing
from bot.service.album import Album, find_picture
from bot.service.gallery import Gallery, ShareRequest
from bot.service.publication import Publication
from bot.service.server_rules import AppliedRules, ServerRules
from bot.words import failures as failures_words
from bot.words import gallery as gallery_words

log = structlog.get_logger(__name__)


def check_asker(interaction: discord.Interaction[Any], job: Job) -> None:
    """Let nobody share a picture but who asked for it.

    Raises:
        NotForYou: somebody else did.
    """
    check_access(Act.SHARE, standings_of(interaction, guild_id=interaction.guild_id, asker_id=job.origin.user_id))


class Sharing:
    """Shares pictures, and takes them back."""

    def __init__(
        self,
        gallery: Gallery,
        *,
        album: Album,
        server_rules: ServerRules,
        publication: Publication,
        posting: SharePosting,
        messages: ShareMessages,
        update_results: Callable[[Share], Awaitable[None]],
        update_case: Callable[[int], Awaitable[None]],
    ) -> None:
        """Have `update_results` change the buttons under what was shared, and `update_case` tell moderators of it."""
        self._update_results = update_results
        self._gallery = gallery
        self._album = album
        self._server_rules = server_rules
        self._publication = publication
        self._posting = posting
        self._messages = messages
        self._update_case = update_case

    @property
    def components(self) -> tuple[Listener, ...]:
        """What is listened for."""
        return (on_press(UnshareButton, self.unshare),)

    async def open_form(self, interaction: discord.Interaction[Any], ref: PictureRef) -> None:
        """Answer with the form that shares a picture with the server where it is asked for; with Unshare, where it is.

        Raises:
            PicturesGone: it is not kept any more.
            NotForYou: somebody else asked for the picture.
            ClosedHere: the server has sharing elsewhere, or for others.
            Muted: the moderators let its asker use the bot no more.
            NoGallery: the server has no channel for it, or it is no server.
            StoreUnavailable: the database does not answer.
        """
        job = await self._album.load_job(ref.job_id)
        check_asker(interaction, job)
        await self._check_rules(interaction)
        find_picture(job, ref.place)
        await self._gallery.channel_of(interaction.guild_id)
        shared = await self._gallery.find_of(ref, interaction.guild_id)
        if shared is not None and await self._gallery.link_of(shared):
            # A message that cannot be edited still says Share.
            text = failures_words.explain(SharedAlready())
            await tell_privately(interaction, text, view=view_of(UnshareButton(shared.id)))
            return
        themes = (await self._gallery.themes(interaction.guild_id or 0))[:THEMES_OFFERED]

        async def share(interaction: discord.Interaction[Any], *, shows_prompt: bool, theme_id: int | None) -> None:
            await self._share(interaction, job, ref, shows_prompt=shows_prompt, theme_id=theme_id)

        await interaction.response.send_modal(ShareForm(themes, share=share))

    async def unshare(self, interaction: discord.Interaction[Any], share_id: int) -> None:
        """Acknowledge, take it back, say what is left in place of what was there."""
        await interaction.response.defer()
        text = await self._take_back(interaction, await self._gallery.load_own(share_id))
        await show_words(interaction, text)
        await self._update_case(share_id)

    async def unshare_picture(self, interaction: discord.Interaction[Any], ref: PictureRef) -> None:
        """Acknowledge, take back what was shared where it is asked for, say what is left to who asks alone.

        Raises:
            NotForYou: somebody else shared it.
            NotShared: it is not shared there any more.
            StoreUnavailable: the database does not answer.
        """
        await interaction.response.defer(ephemeral=True, thinking=True)
        share = await self._gallery.find_of(ref, interaction.guild_id)
        if share is None:
            raise NotShared
        text = await self._take_back(interaction, share)
        await interaction.edit_original_response(content=text)
        await self._update_case(share.id)

    async def _take_back(self, interaction: discord.Interaction[Any], share: Share) -> str:
        """Take it back, and say what is left."""
        check_access(Act.UNSHARE, standings_of(interaction, guild_id=share.guild_id, asker_id=share.user_id))
        await self._gallery.set_state(share.id, ShareState.GONE)
        left = await self._messages.reconcile(share.id)
        log.info("unshared", share=str(share.id), left=len(left))
        return gallery_words.unshared([message_link(share.guild_id, one.channel_id, one.message_id) for one in left])

    async def _share(
        self,
        interaction: discord.Interaction[Any],
        job: Job,
        ref: PictureRef,
        *,
        shows_prompt: bool,
        theme_id: int | None,
    ) -> None:
        """Acknowledge the form, share the picture, and say where."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        check_asker(interaction, job)
        if interaction.guild_id is None:
            raise NoGallery
        applied_rules = await self._check_rules(interaction)
        theme = await self._gallery.find_theme(theme_id)
        channel_id = await self._gallery.channel_for(interaction.guild_id, theme)
        await self._publication.check(
            job,
            [ref.place],
            applied_rules=applied_rules.at(caller_in(interaction, channel_id)),
            shows_prompt=shows_prompt,
        )
        share_request = ShareRequest(
            id=interaction.id,
            guild_id=interaction.guild_id,
            user_id=interaction.user.id,
            ref=ref,
            shows_prompt=shows_prompt,
            theme_id=theme_id,
        )
        share = await self._gallery.share(share_request)
        await self._post(interaction, share)
        log.info("shared", share=str(share.id), job=str(share.ref.job_id))
        await interaction.edit_original_response(content=gallery_words.shared(await self._gallery.link_of(share)))
        await self._update_results(share)

    async def _post(self, interaction: discord.Interaction[Any], share: Share) -> None:
        try:
            await self._posting.post(share)
        except GalleryClosed as error:
            if error.channel_id is None or may_see_channel(interaction)(error.channel_id):
                raise
            raise GalleryClosed(channel_id=None, refused=error.refused) from error

    async def _check_rules(self, interaction: discord.Interaction[Any]) -> AppliedRules:
        applied_rules = await self._server_rules.load(caller_of(interaction))
        applied_rules.check_opening(Doing.SHARE)
        return applied_rules
