"""The Apps menu of a message: edit its picture, keep it for the next request, tell about it."""

import io
from collections.abc import Sequence
from typing import Any

import discord

from bot.chat.gallery.buttons import show_share_info
from bot.chat.platform.components import ONE_ID, view_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.files import EXTENSIONS, REQUEST_LIMIT_BYTES
from bot.chat.platform.old_buttons import JobButton
from bot.chat.platform.viewer import parts_of
from bot.chat.requests.context import InteractionContext
from bot.chat.requests.targets import point_at
from bot.chat.results.info import show_info
from bot.domain.errors import NoPictureThere
from bot.images.codecs.probing import sniff_format
from bot.store.people.references import Reference
from bot.words import conversation as conversation_words


async def edit_picture(interaction: discord.Interaction[Any], message: discord.Message) -> None:
    """Answer with the form that edits the pictures of a message."""
    async with answer_errors(interaction):
        parts = parts_of(interaction)
        target = await point_at(message, album=parts.album, own_id=_own_id(interaction))
        for source in target.sources:
            await parts.parser.check_source(source, InteractionContext(interaction))
        await parts_of(interaction).edit_forms.show(interaction, target)


async def use_as_reference(interaction: discord.Interaction[Any], message: discord.Message) -> None:
    """Put the pictures of a message aside for the next request of a person, and list what is there."""
    async with answer_errors(interaction):
        await interaction.response.defer(ephemeral=True, thinking=True)
        parts = parts_of(interaction)
        target = await point_at(message, album=parts.album, own_id=_own_id(interaction))
        async with parts.parser.fetch(target.sources, InteractionContext(interaction)) as files:
            references = await parts.saved_references.put(
                interaction.id, files, user_id=interaction.user.id, spoiler=target.spoiler
            )
        await _list(interaction, references)


async def picture_info(interaction: discord.Interaction[Any], message: discord.Message) -> None:
    """Tell all about the pictures of a message of ours."""
    async with answer_errors(interaction):
        await interaction.response.defer(ephemeral=True, thinking=True)
        shown = await parts_of(interaction).album.find_shown(message.id)
        if shown is None:
            raise NoPictureThere
        if shown.share is not None:
            await show_share_info(interaction, shown.share, shown.job)
        else:
            await show_info(interaction, shown.job)


async def list_references(interaction: discord.Interaction[Any]) -> None:
    """List what a person has put aside."""
    async with answer_errors(interaction):
        await interaction.response.defer(ephemeral=True, thinking=True)
        await _list(interaction, await parts_of(interaction).saved_references.references(interaction.user.id))


class ClearButton(JobButton, template=f"clear:(?P<id>{ONE_ID})"):
    """Takes all references of a person away."""

    def __init__(self, user_id: int) -> None:
        super().__init__(user_id, action="clear", label=conversation_words.REFERENCES["clear"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, clear, say so."""
        async with answer_errors(interaction):
            await interaction.response.defer()
            # Only who presses is asked for: the message is theirs alone.
            await parts_of(interaction).saved_references.clear(interaction.user.id)
            await interaction.edit_original_response(
                content=conversation_words.REFERENCES["cleared"], attachments=[], view=None
            )


BUTTONS = (ClearButton,)
"""What a bot has to know, so that the buttons of its earlier messages work."""


async def _list(interaction: discord.Interaction[Any], references: Sequence[Reference]) -> None:
    if not references:
        await interaction.edit_original_response(content=conversation_words.REFERENCES["none"])
        return
    saved_references = parts_of(interaction).saved_references
    files = []
    left_bytes = min(interaction.filesize_limit, REQUEST_LIMIT_BYTES)
    for place, one in enumerate(references, start=1):
        data = await saved_references.load(one.blob)
        left_bytes -= len(data)
        if left_bytes < 0:
            # The list is what counts; its pictures are there to recognise them by.
            break
        extension = EXTENSIONS.get(format_ := sniff_format(data) or "png", format_)
        files.append(discord.File(io.BytesIO(data), filename=f"reference-{place}.{extension}", spoiler=one.spoiler))
    await interaction.edit_original_response(
        content=conversation_words.references_text(len(references), references[0].expires_at),
        attachments=files,
        view=view_of(ClearButton(interaction.user.id)),
    )


def _own_id(interaction: discord.Interaction[Any]) -> int:
    user = interaction.client.user
    return user.id if user else 0
