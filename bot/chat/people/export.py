"""/export me: all that is kept of a person, as zip files in their direct messages."""

from pathlib import Path

import discord

from bot.chat.platform.components import Interaction
from bot.chat.platform.errors import FAILURES, meaning_of
from bot.chat.platform.refusals import Meaning
from bot.domain.errors import MessagesClosed
from bot.service.export import Export
from bot.words import people as people_words

LIMIT_BYTES = discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES
"""Of one file in a direct message of a bot."""


class ExportMessages:
    """Sends people all that is kept of them."""

    def __init__(self, export: Export) -> None:
        self._export = export

    async def send(self, interaction: Interaction) -> None:
        """Pack and send; the interaction was deferred for its asker alone.

        Raises:
            ExportTooSoon: they asked less than an hour ago.
            MessagesClosed: they take no direct messages of ours; they may ask again at once.
            StoreUnavailable: the database or the blobs do not answer; they may ask again as soon as these do.
        """
        user = interaction.user
        await self._export.begin(user.id)
        try:
            # Before anything is packed: whoever takes no messages is told so at once.
            await user.send(people_words.exporting())
            await interaction.edit_original_response(content=people_words.export_started())
            async with self._export.pack(user.id, limit_bytes=LIMIT_BYTES) as paths:
                for number, path in enumerate(paths, start=1):
                    await _send(user, path, text=people_words.export_part(number, len(paths)))
            await interaction.edit_original_response(content=people_words.exported(len(paths)))
        except FAILURES as error:
            await self._export.forgo(user.id)
            if meaning_of(error) is Meaning.PERSON_CLOSED:
                raise MessagesClosed from error
            raise
        except BaseException:
            await self._export.forgo(user.id)
            raise


async def _send(user: discord.User | discord.Member, path: Path, *, text: str) -> None:
    with path.open("rb") as file:
        await user.send(text, file=discord.File(file, filename=path.name))
