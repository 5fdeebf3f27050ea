"""Messages in Discord's newer layout (Components V2): texts, pictures and controls in one box, in their order.

What such a message shows is missing from its `attachments`, so that results do not come in it. Once a message has this
layout it keeps it: it takes no `content` any more, and is made mere words by `show_words`.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import discord
import structlog

from bot.chat.platform.components import Interaction
from bot.chat.platform.errors import FAILURES, meaning_of
from bot.chat.platform.refusals import Meaning

Part = discord.ui.Item[Any]
"""What stands in a box: a text, pictures, a file, a line between, or a row of controls."""

_SHOWING = (discord.ui.MediaGallery, discord.ui.File)

log = structlog.get_logger(__name__)


def words(text: str) -> discord.ui.TextDisplay[Any]:
    """Make a text, in which Discord's markdown works."""
    return discord.ui.TextDisplay(text)


def line_between() -> discord.ui.Separator[Any]:
    """Make a line that divides what stands above it from what stands below."""
    return discord.ui.Separator()


def picture(file: discord.File) -> discord.ui.MediaGallery[Any]:
    """Show a file that goes with the message, with its alt text; a spoiler stays one."""
    return discord.ui.MediaGallery(discord.MediaGalleryItem(file))


def rows(controls: Iterable[Part]) -> list[Part]:
    """Put controls into rows, by the `row` that each names; what names none shares one."""
    by_row = groupby(sorted(controls, key=_row_of), key=_row_of)
    return [discord.ui.ActionRow(*items) for _, items in by_row]


def layout_of(parts: Iterable[Part]) -> discord.ui.LayoutView:
    """Make a box to be sent once; nobody has to keep it, since its controls are found by their ids."""
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.Container(*parts))
    view.stop()
    return view


async def show_layout(interaction: Interaction, parts: Sequence[Part], *, files: Sequence[discord.File] = ()) -> None:
    """Put a box into the answer of an interaction that was deferred, with the files that its parts show.

    Where Discord does not take files in an edit they come in a message after it, to be seen by its asker alone.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError: as discord.py does.
    """
    try:
        await _edit(interaction, parts, files)
    except FAILURES as error:
        if not files or meaning_of(error) is not Meaning.INVALID:
            raise
        # Reported, and not in our hands: https://github.com/discord/discord-api-docs/issues/7529
        log.warning("layout_without_files", cause=error)
        await _edit(interaction, [one for one in parts if not isinstance(one, _SHOWING)], ())
        for file in files:
            file.reset(seek=True)
        await interaction.followup.send(files=files, ephemeral=True)


async def show_words(interaction: Interaction, text: str) -> None:
    """Make the answer of an interaction that was deferred, or the message it belongs to, mere words.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError: as discord.py does.
    """
    if interaction.message is not None and interaction.message.flags.components_v2:
        await show_layout(interaction, [words(text)])
    else:
        await interaction.edit_original_response(content=text, attachments=[], view=None)


async def _edit(interaction: Interaction, parts: Sequence[Part], files: Sequence[discord.File]) -> None:
    await interaction.edit_original_response(
        # What a message had before it got this layout has to be taken away.
        content=None,
        embeds=[],
        attachments=files,
        view=layout_of(parts),
        allowed_mentions=discord.AllowedMentions.none(),
    )


def _row_of(control: Part) -> int:
    return getattr(control, "row", None) or 0
