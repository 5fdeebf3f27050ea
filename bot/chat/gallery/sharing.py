"""From the Share button to a shared picture, and back: the form, the posting, taking it back."""

from typing import TYPE_CHECKING, Any

import discord
import structlog

from bot.chat.platform.caller import caller_of
from bot.chat.platform.components import ONE_ID
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.limits import FORM_SECONDS
from bot.chat.platform.old_buttons import JobButton
from bot.chat.platform.permissions import standings_of
from bot.chat.platform.viewer import parts_of
from bot.domain.access import Act, check_access
from bot.domain.errors import NoGallery
from bot.domain.gallery import ShareState, Theme
from bot.domain.job import Job
from bot.domain.links import message_link
from bot.domain.request import PictureRef
from bot.domain.server import Doing
from bot.service.album import find_picture
from bot.service.gallery import ShareRequest
from bot.service.server_rules import AppliedRules
from bot.words import gallery as gallery_words

if TYPE_CHECKING:
    from collections.abc import Sequence

THEMES_OFFERED = 24
"""As many as a select offers beside its first choice; Discord's component reference, "String Select"."""
_NO_THEME = "0"
_SHOW, _HIDE = "show", "hide"

log = structlog.get_logger(__name__)


def check_asker(interaction: discord.Interaction[Any], job: Job) -> None:
    """Let nobody share a picture but who asked for it.

    Raises:
        NotForYou: somebody else did.
    """
    check_access(Act.SHARE, standings_of(interaction, guild_id=interaction.guild_id, asker_id=job.origin.user_id))


async def open_share_form(interaction: discord.Interaction[Any], ref: PictureRef) -> None:
    """Answer with the form that shares a picture with the server where it is asked for.

    Raises:
        PicturesGone: it is not kept any more.
        NotForYou: somebody else asked for the picture.
        ClosedHere: the server has sharing elsewhere, or for others.
        Muted: the moderators let its asker use the bot no more.
        NoGallery: the server has no channel for it, or it is no server.
        StoreUnavailable: the database does not answer.
    """
    parts = parts_of(interaction)
    job = await parts.album.load_job(ref.job_id)
    check_asker(interaction, job)
    await _check_rules(interaction)
    find_picture(job, ref.place)
    await parts.gallery.channel_of(interaction.guild_id)
    themes = await parts.gallery.themes(interaction.guild_id or 0)
    await interaction.response.send_modal(_ShareForm(job, ref, themes[:THEMES_OFFERED]))


class _ShareForm(discord.ui.Modal):
    """Asks what is shown with a picture, and which theme it joins."""

    def __init__(self, job: Job, ref: PictureRef, themes: "Sequence[Theme]") -> None:
        super().__init__(title=gallery_words.SHARE_FORM["title"], timeout=FORM_SECONDS)
        self._job = job
        self._ref = ref
        options = [
            discord.SelectOption(label=gallery_words.SHARE_FORM["show"], value=_SHOW, default=True),
            discord.SelectOption(label=gallery_words.SHARE_FORM["hide"], value=_HIDE),
        ]
        self._prompt: discord.ui.Select[Any] = discord.ui.Select(custom_id="prompt", options=options)
        self.add_item(discord.ui.Label(text=gallery_words.SHARE_FORM["prompt"], component=self._prompt))
        self._theme: discord.ui.Select[Any] | None = None
        if themes:
            offered = [discord.SelectOption(label=gallery_words.SHARE_FORM["no_theme"], value=_NO_THEME, default=True)]
            offered += [
                discord.SelectOption(label=gallery_words.theme_option(one), value=str(one.id)) for one in themes
            ]
            self._theme = discord.ui.Select(custom_id="theme", options=offered, required=False)
            self.add_item(discord.ui.Label(text=gallery_words.SHARE_FORM["theme"], component=self._theme))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Share it, and say where."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            check_asker(interaction, self._job)
            if interaction.guild_id is None:
                raise NoGallery
            theme = self._theme.values[0] if self._theme and self._theme.values else _NO_THEME
            applied_rules = await _check_rules(interaction)
            shows_prompt = _HIDE not in self._prompt.values
            if shows_prompt:
                applied_rules.check_words(self._job.prompt)
            share_request = ShareRequest(
                id=interaction.id,
                guild_id=interaction.guild_id,
                user_id=interaction.user.id,
                ref=self._ref,
                shows_prompt=shows_prompt,
                theme_id=None if theme == _NO_THEME else int(theme),
            )
            parts = parts_of(interaction)
            share = await parts.gallery.share(share_request)
            await parts.share_messages.post(share)
            log.info("shared", share=str(share.id), job=str(share.ref.job_id))
            await interaction.edit_original_response(content=gallery_words.shared(await parts.gallery.link_of(share)))


class UnshareButton(JobButton, template=f"unshare:(?P<id>{ONE_ID})"):
    """Takes a shared picture back, with every message that shows it."""

    def __init__(self, share_id: int) -> None:
        super().__init__(
            share_id,
            action="unshare",
            label=gallery_words.SHARE_BUTTONS["unshare"],
            style=discord.ButtonStyle.danger,
            row=1,
        )

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, take it back, say what is left."""
        async with answer_errors(interaction):
            await interaction.response.defer()
            parts = parts_of(interaction)
            share = await parts.gallery.load_own(self.number)
            check_access(Act.UNSHARE, standings_of(interaction, guild_id=share.guild_id, asker_id=share.user_id))
            await parts.gallery.set_state(share.id, ShareState.GONE)
            left = await parts.share_messages.reconcile(share.id)
            log.info("unshared", share=str(share.id), left=len(left))
            links = [message_link(share.guild_id, one.channel_id, one.message_id) for one in left]
            await interaction.edit_original_response(content=gallery_words.unshared(links), attachments=[], view=None)
            await parts.cases.show(share.id)


async def _check_rules(interaction: discord.Interaction[Any]) -> AppliedRules:
    applied_rules = await parts_of(interaction).server_rules.load(caller_of(interaction))
    applied_rules.check_opening(Doing.SHARE)
    return applied_rules
