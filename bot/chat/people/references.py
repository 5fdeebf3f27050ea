"""/references and "Use as reference": pictures that a person puts aside for their next request."""

from collections.abc import Sequence

import discord

from bot.chat.people.buttons import ClearButton
from bot.chat.platform.components import Interaction, Listener, on_press, view_of
from bot.chat.platform.files import EXTENSIONS, REQUEST_LIMIT_BYTES, build_file
from bot.chat.platform.own_messages import own_id
from bot.chat.requests.context import InteractionContext
from bot.chat.requests.parser import RequestParser
from bot.chat.requests.targets import point_at
from bot.images.codecs.probing import sniff_format
from bot.service.album import Album
from bot.service.references import SavedReferences
from bot.store.people.references import Reference
from bot.words import conversation as conversation_words


class ReferenceList:
    """What a person has put aside: shown, added to, cleared."""

    def __init__(
        self, client: discord.Client, saved_references: SavedReferences, *, album: Album, parser: RequestParser
    ) -> None:
        self._client = client
        self._saved_references = saved_references
        self._album = album
        self._parser = parser

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for."""
        return (on_press(ClearButton, self._clear),)

    async def show(self, interaction: Interaction) -> None:
        """List what is there, in the answer of an interaction that was deferred for one person alone.

        Raises:
            PicturesGone: a picture was used up meanwhile.
            StoreUnavailable: the database or the blobs do not answer.
        """
        await self._show(interaction, await self._saved_references.references(interaction.user.id))

    async def add(self, interaction: Interaction, message: discord.Message) -> None:
        """Put the pictures of a message aside, and list what is there, as `show` does.

        Raises:
            NoPictureThere, NotMadeYet, NotShared: the message has none that can be used.
            NotYours, EditsForbidden: they are another person's, and may not be edited.
            PicturesGone: they are not kept any more.
            BadImage: one of them cannot be used.
            TooManyPictures: there would be more than fit a request.
            StorageDown, StoreUnavailable: the database or the blobs do not answer.
        """
        target = await point_at(message, album=self._album, own_id=own_id(self._client))
        async with self._parser.fetch(target.sources, InteractionContext(interaction)) as files:
            references = await self._saved_references.put(
                interaction.id, files, user_id=interaction.user.id, spoiler=target.spoiler
            )
        await self._show(interaction, references)

    async def _clear(self, interaction: Interaction, _: int) -> None:
        """Acknowledge, clear, say so."""
        await interaction.response.defer()
        # Only who presses is asked for: the message is theirs alone.
        await self._saved_references.clear(interaction.user.id)
        await interaction.edit_original_response(
            content=conversation_words.REFERENCES["cleared"], attachments=[], view=None
        )

    async def _show(self, interaction: Interaction, references: Sequence[Reference]) -> None:
        if not references:
            await interaction.edit_original_response(content=conversation_words.REFERENCES["none"])
            return
        limit_bytes = min(interaction.filesize_limit, REQUEST_LIMIT_BYTES)
        await interaction.edit_original_response(
            content=conversation_words.references_text(len(references), references[0].expires_at),
            attachments=await self._load(references, limit_bytes=limit_bytes),
            view=view_of(ClearButton(interaction.user.id)),
        )

    async def _load(self, references: Sequence[Reference], *, limit_bytes: int) -> list[discord.File]:
        files = []
        left_bytes = limit_bytes
        for place, one in enumerate(references, start=1):
            data = await self._saved_references.load(one.blob)
            left_bytes -= len(data)
            if left_bytes < 0:
                # The list is what counts; its pictures are there to recognise them by.
                break
            extension = EXTENSIONS.get(format_ := sniff_format(data) or "png", format_)
            files.append(
                build_file(
                    data,
                    f"reference-{place}.{extension}",
                    description=conversation_words.reference_alt_text(place, len(references)),
                    spoiler=one.spoiler,
                )
            )
        return files
