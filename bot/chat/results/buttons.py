"""The buttons under a result: for anyone who may use the bot, after any restart, for messages of any age."""

import re
from typing import Any

import discord

from bot.chat.delivery.buttons import AgainButton
from bot.chat.gallery.sharing import check_asker
from bot.chat.platform.components import ONE_ID, ONE_PLACE, view_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.old_buttons import JobButton, PictureButton
from bot.chat.platform.viewer import parts_of
from bot.chat.results import actions
from bot.chat.results.info import show_info
from bot.domain.errors import NotYours
from bot.domain.job import Job
from bot.domain.larger import larger
from bot.domain.models import Catalogue
from bot.domain.request import PictureRef
from bot.service.album import may_see
from bot.words import conversation as conversation_words
from bot.words import gallery as gallery_words

_FIRST_ROW, _SECOND_ROW = 0, 1
_ANY = 0
"""The place in the buttons of several pictures: which one is meant is asked."""


class EditButton(PictureButton, template=f"edit:(?P<id>{ONE_ID}):(?P<place>{ONE_PLACE})"):
    """Opens a form that edits a picture."""

    def __init__(self, ref: PictureRef) -> None:
        super().__init__(ref, action="edit", label=conversation_words.RESULT_BUTTONS["edit"], row=_FIRST_ROW)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer with the form."""
        async with answer_errors(interaction):
            await actions.open_form(interaction, self.ref)


class VaryButton(PictureButton, template=f"vary:(?P<id>{ONE_ID}):(?P<place>{ONE_PLACE})"):
    """Asks for the same words once more, from the picture."""

    def __init__(self, ref: PictureRef) -> None:
        super().__init__(ref, action="vary", label=conversation_words.RESULT_BUTTONS["vary"], row=_FIRST_ROW)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over, once it is known which picture is meant."""
        async with answer_errors(interaction):
            if self.ref.place == _ANY:
                await _ask_which(interaction, self.ref.job_id, "vary")
            else:
                await actions.vary(interaction, self.ref)


class LargerButton(JobButton, template=f"larger:(?P<id>{ONE_ID})"):
    """Asks for the same in the next size or quality."""

    def __init__(self, job_id: int) -> None:
        super().__init__(job_id, action="larger", label=conversation_words.RESULT_BUTTONS["larger"], row=_FIRST_ROW)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over."""
        await parts_of(interaction).repeats.larger(interaction, self.number)


class CompareButton(PictureButton, template=f"compare:(?P<id>{ONE_ID}):(?P<place>{ONE_PLACE})"):
    """Shows a picture beside the one that it was made from."""

    def __init__(self, ref: PictureRef) -> None:
        super().__init__(ref, action="compare", label=conversation_words.RESULT_BUTTONS["compare"], row=_FIRST_ROW)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over, once it is known which picture is meant."""
        async with answer_errors(interaction):
            if self.ref.place == _ANY:
                await _ask_which(interaction, self.ref.job_id, "compare")
            else:
                await actions.compare(interaction, self.ref)


class ShareButton(PictureButton, template=f"share:(?P<id>{ONE_ID}):(?P<place>{ONE_PLACE})"):
    """Shares a picture with a server."""

    def __init__(self, ref: PictureRef) -> None:
        super().__init__(ref, action="share", label=gallery_words.SHARE_BUTTONS["share"], row=_SECOND_ROW)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer with the form, once it is known which picture is meant."""
        async with answer_errors(interaction):
            if self.ref.place == _ANY:
                await _ask_which(interaction, self.ref.job_id, "share")
            else:
                await parts_of(interaction).sharing.open_form(interaction, self.ref)


class InfoButton(JobButton, template=f"info:(?P<id>{ONE_ID})"):
    """Tells all about a result."""

    def __init__(self, job_id: int) -> None:
        super().__init__(job_id, action="info", label=conversation_words.RESULT_BUTTONS["info"], row=_SECOND_ROW)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await show_info(interaction, await parts_of(interaction).album.load_job(self.number))


class DeleteButton(JobButton, template=f"delete:(?P<id>{ONE_ID})"):
    """Deletes a result, once its asker or a moderator has confirmed it."""

    def __init__(self, job_id: int) -> None:
        super().__init__(job_id, action="delete", label=conversation_words.RESULT_BUTTONS["delete"], row=_SECOND_ROW)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over."""
        async with answer_errors(interaction):
            await actions.confirm_delete(interaction, self.number)


class WhichSelect(
    discord.ui.DynamicItem[discord.ui.Select[Any]], template=f"which:(?P<what>vary|compare|share):(?P<id>{ONE_ID})"
):
    """Says which of several pictures is meant."""

    def __init__(self, job_id: int, what: str, *, places: int = 1) -> None:
        options = [
            discord.SelectOption(label=conversation_words.picture_label(place), value=str(place))
            for place in range(1, places + 1)
        ]
        super().__init__(
            discord.ui.Select(
                custom_id=f"which:{what}:{job_id}", placeholder=conversation_words.WHICH_PICTURE, options=options
            )
        )
        self._job_id = job_id
        self._what = what

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], __: discord.ui.Item[Any], match: re.Match[str]
    ) -> "WhichSelect":
        """Rebuild the select that was used."""
        return cls(int(match["id"]), match["what"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over."""
        async with answer_errors(interaction):
            do = {"vary": actions.vary, "compare": actions.compare, "share": parts_of(interaction).sharing.open_form}
            await do[self._what](interaction, PictureRef(self._job_id, int(self.item.values[0])))


BUTTONS = (EditButton, VaryButton, LargerButton, CompareButton, ShareButton, InfoButton, DeleteButton, WhichSelect)
"""What a bot has to know, so that the buttons of its earlier messages work."""


class ResultView:
    """Says which buttons a result has."""

    def __init__(self, catalogue: Catalogue, *, edits: bool) -> None:
        """Say with `edits` whether the provider changes pictures."""
        self._catalogue = catalogue
        self._edits = edits

    def __call__(self, job: Job) -> discord.ui.View:
        """Build the view under the pictures that this value of a job has."""
        ref = PictureRef(job.id, job.pictures[0].place if len(job.pictures) == 1 else _ANY)
        model = self._catalogue.find(job.options.model)
        items: list[discord.ui.Item[Any]] = [
            AgainButton(job.id, label=conversation_words.RESULT_BUTTONS["again"], row=_FIRST_ROW)
        ]
        if self._edits:
            items += [EditButton(ref), VaryButton(ref)]
        if larger(job.options, model, quality=job.quality, size=job.size) is not None:
            items.append(LargerButton(job.id))
        if job.files:
            items.append(CompareButton(ref))
        return view_of(*items, ShareButton(ref), InfoButton(job.id), DeleteButton(job.id))


async def _ask_which(interaction: discord.Interaction[Any], job_id: int, what: str) -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)
    job = await parts_of(interaction).album.load_job(job_id)
    if not may_see(job, interaction.user.id):
        raise NotYours
    if what == "share":
        check_asker(interaction, job)
    await interaction.edit_original_response(
        content=conversation_words.WHICH_PICTURE, view=view_of(WhichSelect(job_id, what, places=len(job.pictures)))
    )
