"""Which picture of a result a press means; what is then done with it is told by others."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.chat.gallery.sharing import check_asker
from bot.chat.platform.components import (
    ONE_ID,
    Interaction,
    Listener,
    PictureButton,
    on_component,
    on_picture_press,
    on_press,
)
from bot.chat.platform.viewer import viewer_of
from bot.chat.results.buttons import (
    ANY_PLACE,
    CompareButton,
    DeleteButton,
    EditButton,
    ExtendButton,
    LargerButton,
    ShareButton,
    UnshareResultButton,
    VaryButton,
    which_view,
)
from bot.chat.results.comparison import Comparison
from bot.chat.results.deletion import Deletion
from bot.chat.results.editing import ResultEditing
from bot.chat.results.extending import ResultExtending
from bot.domain.request import PictureRef
from bot.service.album import Album
from bot.words import conversation as conversation_words

PicturePress = Callable[[Interaction, PictureRef], Awaitable[None]]

_ONE_OF_SEVERAL = (VaryButton, LargerButton, CompareButton, ExtendButton, ShareButton, UnshareResultButton)
"""What is done with one picture, and asks which one where a result has several."""
_ASKERS_ALONE = (ShareButton, UnshareResultButton)


class ResultPresses:
    """Takes the presses of the buttons under a result."""

    def __init__(
        self,
        album: Album,
        *,
        editing: ResultEditing,
        comparison: Comparison,
        deletion: Deletion,
        extending: ResultExtending,
        share: PicturePress,
        unshare: PicturePress,
    ) -> None:
        """Open with `share` the form that shares; `unshare` takes back what was shared where it is pressed."""
        self._album = album
        self._editing = editing
        self._deletion = deletion
        self._extending = extending
        self._actions: dict[str, PicturePress] = {
            VaryButton.action: editing.vary,
            LargerButton.action: extending.enlarge,
            ExtendButton.action: extending.open_menu,
            CompareButton.action: comparison.compare,
            ShareButton.action: share,
            UnshareResultButton.action: unshare,
        }

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for."""
        actions = "|".join(self._actions)
        return (
            on_picture_press(EditButton, self._editing.open_form),
            on_press(DeleteButton, self._deletion.confirm),
            *(on_picture_press(button, self._press_of(button)) for button in _ONE_OF_SEVERAL),
            on_component(f"{LargerButton.action}:(?P<job>{ONE_ID})", self._enlarge_one),
            *self._extending.components,
            on_component(f"which:(?P<action>{actions}):(?P<job>{ONE_ID})", self._choose),
        )

    def _press_of(self, button: type[PictureButton]) -> PicturePress:
        async def press(interaction: Interaction, ref: PictureRef) -> None:
            if ref.place == ANY_PLACE:
                await self._ask_which(interaction, ref.job_id, button)
            else:
                await self._actions[button.action](interaction, ref)

        return press

    async def _enlarge_one(self, interaction: Interaction, match: re.Match[str], _: discord.ui.Item[Any]) -> None:
        """Take the press of a button from before it named a picture."""
        job = await self._album.load_job(int(match["job"]))
        place = job.pictures[0].place if len(job.pictures) == 1 else ANY_PLACE
        await self._press_of(LargerButton)(interaction, PictureRef(job.id, place))

    async def _ask_which(self, interaction: Interaction, job_id: int, button: type[PictureButton]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        job = await self._album.load_seen(job_id, viewer=viewer_of(interaction))
        if button in _ASKERS_ALONE:
            check_asker(interaction, job)
        await interaction.edit_original_response(
            content=conversation_words.which_picture(), view=which_view(job, button.action)
        )

    async def _choose(self, interaction: Interaction, match: re.Match[str], select: discord.ui.Select[Any]) -> None:
        await self._actions[match["action"]](interaction, PictureRef(int(match["job"]), int(select.values[0])))
