"""What members do with a shared picture: give it a heart, make something of their own from it, ask about it."""

from contextlib import suppress
from typing import Any

import discord

from bot.chat.gallery.buttons import HeartButton, RemixButton, ShareInfoButton
from bot.chat.gallery.hearts import HeartCounts
from bot.chat.platform.caller import caller_of
from bot.chat.platform.components import Listener, on_press
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.permissions import standings_of
from bot.chat.requests.form import EditForms
from bot.chat.requests.targets import point_at_share
from bot.domain.access import Act, check_access
from bot.domain.errors import NotShared
from bot.domain.gallery import Share, ShareState
from bot.domain.job import Job
from bot.service.album import Album
from bot.service.gallery import Gallery
from bot.service.server_rules import ServerRules
from bot.words import gallery as gallery_words
from bot.words import info as info_words

_USES = (Act.HEART, Act.REMIX)
"""What is refused to who is muted."""


class ShareActions:
    """Answers the buttons under shared pictures."""

    def __init__(
        self,
        gallery: Gallery,
        *,
        album: Album,
        server_rules: ServerRules,
        edit_forms: EditForms,
        heart_counts: HeartCounts,
        free: bool,
    ) -> None:
        """Say with `free` that pictures cost nothing."""
        self._gallery = gallery
        self._album = album
        self._server_rules = server_rules
        self._edit_forms = edit_forms
        self._heart_counts = heart_counts
        self._free = free

    @property
    def components(self) -> tuple[Listener, ...]:
        """What is listened for."""
        return (
            on_press(HeartButton, self.heart),
            on_press(RemixButton, self.remix),
            on_press(ShareInfoButton, self.tell),
        )

    async def heart(self, interaction: discord.Interaction[Any], share_id: int) -> None:
        """Acknowledge and count; the message shows it soon."""
        await interaction.response.defer()
        share = await self._load_pressed(interaction, share_id, Act.HEART)
        await self._gallery.heart(share.id, interaction.user.id)
        self._heart_counts.note(share.id)

    async def remix(self, interaction: discord.Interaction[Any], share_id: int) -> None:
        """Answer with the form."""
        share = await self._load_pressed(interaction, share_id, Act.REMIX)
        job = await self._album.load_job(share.ref.job_id)
        await self._album.check_edit(job, user_id=interaction.user.id, shared=True)
        await self._edit_forms.show(interaction, point_at_share(share, job))

    async def tell(self, interaction: discord.Interaction[Any], share_id: int) -> None:
        """Acknowledge, then tell."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        share = await self._load_pressed(interaction, share_id, Act.SHARE_INFO)
        await self.show_info(interaction, share, await self._album.load_job(share.ref.job_id))

    async def show_info(self, interaction: discord.Interaction[Any], share: Share, job: Job) -> None:
        """Tell about a shared picture, in the answer of an interaction that was deferred for one person alone."""
        embed = discord.Embed(
            title=info_words.INFO["title"],
            description=gallery_words.share_info_prompt(share, job, reader_id=interaction.user.id),
            url=await self._gallery.link_of(share),
        )
        for name, value in gallery_words.share_info_fields(share, job, free=self._free):
            embed.add_field(name=name, value=value)
        await interaction.edit_original_response(embed=embed, allowed_mentions=discord.AllowedMentions.none())

    async def _load_pressed(self, interaction: discord.Interaction[Any], share_id: int, act: Act) -> Share:
        """Load a shared picture for somebody who presses one of its buttons, if they may.

        Raises:
            NotForYou: they may not.
            Muted: nor may they do more there than look.
            NotShared: it is hidden or gone.
            StoreUnavailable: the database does not answer.
        """
        share = await self._gallery.find(share_id)
        if share is not None:
            check_access(act, standings_of(interaction, guild_id=share.guild_id, asker_id=share.user_id))
        if share is None or share.state is ShareState.GONE:
            await _delete_message(interaction)
        if share is None or share.state is not ShareState.SHARED:
            raise NotShared
        if act in _USES:
            await self._server_rules.load(caller_of(interaction))
        return share


async def _delete_message(interaction: discord.Interaction[Any]) -> None:
    """Delete a message that outlived its share, as when nobody heard whether it went out."""
    message = interaction.message
    if message is None or message.flags.ephemeral:
        return
    with suppress(*FAILURES):
        await message.delete()
