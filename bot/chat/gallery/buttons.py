"""The buttons under a shared picture: for the members of its server, after any restart."""

from contextlib import suppress
from typing import Any

import discord

from bot.chat.moderation.reports import ReportButton
from bot.chat.platform.caller import caller_of
from bot.chat.platform.components import ONE_ID, view_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.old_buttons import JobButton
from bot.chat.platform.permissions import standings_of
from bot.chat.platform.viewer import parts_of
from bot.chat.requests.targets import point_at_share
from bot.domain.access import Act, check_access
from bot.domain.errors import NotShared
from bot.domain.gallery import Share, ShareState
from bot.domain.job import Job
from bot.words import gallery as gallery_words
from bot.words import info as info_words


class HeartButton(JobButton, template=f"heart:(?P<id>{ONE_ID})"):
    """Gives a heart, or takes it back."""

    def __init__(self, share_id: int, *, hearts: int = 0) -> None:
        super().__init__(share_id, action="heart", label=gallery_words.heart_label(hearts))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge and count; the message shows it soon."""
        async with answer_errors(interaction):
            await interaction.response.defer()
            share = await load_pressed(interaction, self.number, Act.HEART)
            parts = parts_of(interaction)
            await parts.gallery.heart(share.id, interaction.user.id)
            parts.share_messages.note_heart(share.id)


class RemixButton(JobButton, template=f"remix:(?P<id>{ONE_ID})"):
    """Opens a form that makes something of one's own from a shared picture."""

    def __init__(self, share_id: int) -> None:
        super().__init__(share_id, action="remix", label=gallery_words.SHARE_BUTTONS["remix"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer with the form."""
        async with answer_errors(interaction):
            share = await load_pressed(interaction, self.number, Act.REMIX)
            parts = parts_of(interaction)
            job = await parts.album.load_job(share.ref.job_id)
            await parts.album.check_edit(job, user_id=interaction.user.id, shared=True)
            await parts_of(interaction).edit_forms.show(interaction, point_at_share(share, job))


class ShareInfoButton(JobButton, template=f"share-info:(?P<id>{ONE_ID})"):
    """Tells about a shared picture, its prompt only where its asker shows that."""

    def __init__(self, share_id: int) -> None:
        super().__init__(share_id, action="share-info", label=gallery_words.SHARE_BUTTONS["info"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then tell."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            share = await load_pressed(interaction, self.number, Act.SHARE_INFO)
            await show_share_info(interaction, share, await parts_of(interaction).album.load_job(share.ref.job_id))


_USES = (Act.HEART, Act.REMIX)
BUTTONS = (HeartButton, RemixButton, ShareInfoButton)
"""What a bot has to know, so that the buttons of its earlier messages work."""


class ShareView:
    """Says which buttons a shared picture has."""

    def __init__(self, *, edits: bool) -> None:
        """Say with `edits` whether the provider changes pictures."""
        self._edits = edits

    def __call__(self, share: Share) -> discord.ui.View:
        """Build the view under a shared picture."""
        remix = [RemixButton(share.id)] if self._edits else []
        return view_of(
            HeartButton(share.id, hearts=share.hearts), *remix, ShareInfoButton(share.id), ReportButton(share.id)
        )


async def load_pressed(interaction: discord.Interaction[Any], share_id: int, act: Act) -> Share:
    """Load a shared picture for somebody who presses one of its buttons, if they may.

    Raises:
        NotForYou: they may not.
        Muted: nor may they do more there than look.
        NotShared: it is hidden or gone.
        StoreUnavailable: the database does not answer.
    """
    share = await parts_of(interaction).gallery.find(share_id)
    if share is not None:
        check_access(act, standings_of(interaction, guild_id=share.guild_id, asker_id=share.user_id))
    if share is None or share.state is ShareState.GONE:
        await _take_away(interaction)
    if share is None or share.state is not ShareState.SHARED:
        raise NotShared
    if act in _USES:
        await parts_of(interaction).server_rules.load(caller_of(interaction))
    return share


async def show_share_info(interaction: discord.Interaction[Any], share: Share, job: Job) -> None:
    """Tell about a shared picture, in the answer of an interaction that was deferred for one person alone."""
    parts = parts_of(interaction)
    embed = discord.Embed(
        title=info_words.INFO["title"],
        description=gallery_words.share_info_prompt(share, job, reader_id=interaction.user.id),
        url=await parts.gallery.link_of(share),
    )
    for name, value in gallery_words.share_info_fields(share, job, free=parts.demo):
        embed.add_field(name=name, value=value)
    await interaction.edit_original_response(embed=embed, allowed_mentions=discord.AllowedMentions.none())


async def _take_away(interaction: discord.Interaction[Any]) -> None:
    """Delete a message that outlived its share, as when nobody heard whether it went out."""
    message = interaction.message
    if message is None or message.flags.ephemeral:
        return
    with suppress(*FAILURES):
        await message.delete()
