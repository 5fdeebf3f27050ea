"""A change of a part, shown to its asker alone before it is paid for: where it goes, and what can be changed of it."""

import re
from dataclasses import replace
from typing import Any

import discord

from bot.chat.platform.components import Listener, on_component, on_press, view_of
from bot.chat.platform.files import build_file
from bot.chat.regions.buttons import WHERE, DropButton, FollowButton, GoButton, InvertButton, WhereSelect
from bot.domain.area import Area
from bot.service.draft import Draft
from bot.service.drafts import Drafts, DrawnDraft
from bot.words import conversation as conversation_words


class RegionPreview:
    """Shows drafts, and lets their askers choose another part, invert it or drop the draft."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for; sending a draft is up to what takes requests in."""
        return (
            on_press(InvertButton, self.invert),
            on_press(DropButton, self.drop),
            on_component(WHERE, self.choose_areas),
        )

    async def show(self, interaction: discord.Interaction[Any], draft: Draft) -> None:
        """Put a draft into the answer of an interaction that was deferred, and is seen by its asker alone.

        Raises:
            PicturesGone: its files are there no longer.
            StoreUnavailable: the blobs do not answer.
        """
        drawn = await self._drafts.draw(draft)
        await interaction.edit_original_response(
            content=_text(draft, drawn),
            attachments=[_file(draft, drawn)],
            view=_view(draft),
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def show_instead(self, interaction: discord.Interaction[Any], draft: Draft) -> None:
        """Show a draft in place of the answer that everybody was to see.

        Raises:
            PicturesGone: its files are there no longer.
            StoreUnavailable: the blobs do not answer.
        """
        if draft.private:
            await self.show(interaction, draft)
            return
        drawn = await self._drafts.draw(draft)
        # What a deferral has announced to all cannot become private: the first follow-up takes its place, and Discord
        # refuses one where it was deleted unanswered (discord-api-docs issues 2739 and 3087).
        await interaction.edit_original_response(content=conversation_words.shown_first())
        await interaction.followup.send(
            _text(draft, drawn),
            file=_file(draft, drawn),
            view=_view(draft),
            ephemeral=True,
            allowed_mentions=discord.AllowedMentions.none(),
        )
        await interaction.delete_original_response()

    async def invert(self, interaction: discord.Interaction[Any], draft_id: int) -> None:
        """Invert a draft, and show it as it is now."""
        await interaction.response.defer()
        draft = await self._drafts.load(draft_id, user_id=interaction.user.id)
        await self._change(interaction, replace(draft, inverted=not draft.inverted))

    async def choose_areas(
        self, interaction: discord.Interaction[Any], match: re.Match[str], select: discord.ui.Select[Any]
    ) -> None:
        """Have the chosen parts painted anew, which ends an inversion, and show the draft as it is now."""
        await interaction.response.defer()
        draft = await self._drafts.load(int(match["id"]), user_id=interaction.user.id)
        areas = tuple(Area(one) for one in select.values)
        await self._change(interaction, replace(draft, areas=areas, inverted=False))

    async def drop(self, interaction: discord.Interaction[Any], draft_id: int) -> None:
        """Forget a draft, and say so."""
        await interaction.response.defer()
        await self._drafts.drop(await self._drafts.take(draft_id, user_id=interaction.user.id))
        await interaction.edit_original_response(content=conversation_words.draft_dropped(), attachments=[], view=None)

    async def _change(self, interaction: discord.Interaction[Any], draft: Draft) -> None:
        await self._drafts.change(draft)
        await self.show(interaction, draft)


def _file(draft: Draft, drawn: DrawnDraft) -> discord.File:
    return build_file(
        drawn.picture,
        f"where-{draft.id}.jpg",
        description=conversation_words.draft_alt_text(draft.areas, inverted=draft.inverted),
        spoiler=draft.spoiler,
    )


def _text(draft: Draft, drawn: DrawnDraft) -> str:
    everything = draft.region is None and not draft.areas and not draft.inverted
    share = None if everything else drawn.share
    return conversation_words.draft_text(draft.prompt, share=share, asks=draft.asks_what_is_meant)


def _view(draft: Draft) -> discord.ui.View:
    asks = draft.asks_what_is_meant
    return view_of(
        WhereSelect(draft.id, chosen=draft.areas),
        GoButton(draft.id, repaints_marks=asks),
        *((FollowButton(draft.id),) if asks else ()),
        InvertButton(draft.id),
        DropButton(draft.id),
    )
