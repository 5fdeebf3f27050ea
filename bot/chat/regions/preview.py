"""A change of a part, shown to its asker alone before it is paid for: where it goes, with Go, Invert and Cancel."""

import io
import re
from dataclasses import replace
from typing import Any

import discord

from bot.chat.platform.components import ONE_ID, view_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.old_buttons import JobButton
from bot.chat.platform.viewer import parts_of
from bot.chat.regions.areas import area_options
from bot.domain.area import Area
from bot.service.drafts import Draft
from bot.words import conversation as conversation_words


async def show_draft(interaction: discord.Interaction[Any], draft: Draft) -> None:
    """Put a draft into the answer of an interaction that was deferred, and is seen by its asker alone.

    Raises:
        PicturesGone: its files are there no longer.
        StoreUnavailable: the blobs do not answer.
    """
    await interaction.edit_original_response(
        content=_text(draft),
        attachments=[await _picture(interaction, draft)],
        view=_view(draft),
        allowed_mentions=discord.AllowedMentions.none(),
    )


async def show_draft_instead(interaction: discord.Interaction[Any], draft: Draft) -> None:
    """Show a draft in place of the answer that everybody was to see.

    Raises:
        PicturesGone: its files are there no longer.
        StoreUnavailable: the blobs do not answer.
    """
    if draft.private:
        await show_draft(interaction, draft)
        return
    file = await _picture(interaction, draft)
    # What a deferral has announced to all cannot become private: the first follow-up takes its place, and Discord
    # refuses one where it was deleted unanswered (discord-api-docs issues 2739 and 3087).
    await interaction.edit_original_response(content=conversation_words.SHOWN_FIRST)
    await interaction.followup.send(
        _text(draft),
        file=file,
        view=_view(draft),
        ephemeral=True,
        allowed_mentions=discord.AllowedMentions.none(),
    )
    await interaction.delete_original_response()


class GoButton(JobButton, template=f"go:(?P<id>{ONE_ID})"):
    """Sends a draft."""

    def __init__(self, draft_id: int) -> None:
        super().__init__(
            draft_id,
            action="go",
            label=conversation_words.PREVIEW_BUTTONS["go"],
            style=discord.ButtonStyle.primary,
            row=1,
        )

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over."""
        await parts_of(interaction).responder.send_draft(interaction, self.number)


class InvertButton(JobButton, template=f"invert:(?P<id>{ONE_ID})"):
    """Turns a draft over: what was kept is painted anew."""

    def __init__(self, draft_id: int) -> None:
        super().__init__(draft_id, action="invert", label=conversation_words.PREVIEW_BUTTONS["invert"], row=1)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, change the draft, show it as it is now."""
        async with answer_errors(interaction):
            await interaction.response.defer()
            drafts = parts_of(interaction).drafts
            draft = await drafts.load(self.number, user_id=interaction.user.id)
            turned = replace(draft, inverted=not draft.inverted)
            await drafts.change(turned)
            await show_draft(interaction, turned)


class DropButton(JobButton, template=f"drop:(?P<id>{ONE_ID})"):
    """Forgets a draft."""

    def __init__(self, draft_id: int) -> None:
        super().__init__(draft_id, action="drop", label=conversation_words.PREVIEW_BUTTONS["cancel"], row=1)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, forget the draft, say so."""
        async with answer_errors(interaction):
            await interaction.response.defer()
            drafts = parts_of(interaction).drafts
            await drafts.drop(await drafts.take(self.number, user_id=interaction.user.id))
            await interaction.edit_original_response(
                content=conversation_words.DRAFT_DROPPED, attachments=[], view=None
            )


class WhereSelect(discord.ui.DynamicItem[discord.ui.Select[Any]], template=f"where:(?P<id>{ONE_ID})"):
    """Chooses the part of the picture that is painted anew."""

    def __init__(self, draft_id: int, *, chosen: tuple[Area, ...] = ()) -> None:
        options = area_options(chosen)
        super().__init__(
            discord.ui.Select(
                custom_id=f"where:{draft_id}",
                placeholder=conversation_words.FORM["where"],
                options=options,
                min_values=0,
                max_values=len(options),
                row=0,
            )
        )
        self._draft_id = draft_id

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], __: discord.ui.Item[Any], match: re.Match[str]
    ) -> "WhereSelect":
        """Rebuild the select that was used."""
        return cls(int(match["id"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, change the draft, show it as it is now."""
        async with answer_errors(interaction):
            await interaction.response.defer()
            drafts = parts_of(interaction).drafts
            draft = await drafts.load(self._draft_id, user_id=interaction.user.id)
            moved = replace(draft, areas=tuple(Area(one) for one in self.item.values))
            await drafts.change(moved)
            await show_draft(interaction, moved)


BUTTONS = (GoButton, InvertButton, DropButton, WhereSelect)
"""What a bot has to know, so that the buttons of its earlier messages work."""


async def _picture(interaction: discord.Interaction[Any], draft: Draft) -> discord.File:
    drawn = await parts_of(interaction).drafts.draw(draft)
    return discord.File(
        io.BytesIO(drawn),
        filename=f"where-{draft.id}.jpg",
        description=conversation_words.draft_alt_text(draft.areas, inverted=draft.inverted),
        spoiler=draft.spoiler,
    )


def _text(draft: Draft) -> str:
    everything = draft.region is None and not draft.areas and not draft.inverted
    return conversation_words.draft_text(draft.prompt, everything=everything)


def _view(draft: Draft) -> discord.ui.View:
    return view_of(
        WhereSelect(draft.id, chosen=draft.areas), GoButton(draft.id), InvertButton(draft.id), DropButton(draft.id)
    )
