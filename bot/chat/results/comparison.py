"""Compare: a picture beside the one that it was made from."""

import discord

from bot.chat.platform.components import Interaction
from bot.chat.platform.files import build_file
from bot.chat.platform.viewer import viewer_of
from bot.domain.errors import PicturesGone
from bot.domain.request import PictureRef
from bot.images.drawn.comparison import draw_comparison
from bot.images.offload import Offload
from bot.service.album import Album
from bot.words import conversation as conversation_words


class Comparison:
    """Draws a picture and the one that it was made from as one image."""

    def __init__(self, album: Album, *, offload: Offload) -> None:
        self._album = album
        self._offload = offload

    async def compare(self, interaction: Interaction, ref: PictureRef) -> None:
        """Show both to the person who asks alone.

        Raises:
            PicturesGone: one of the two is not kept any more.
            NotYours: it, or what it was made from, is another person's own.
            StoreUnavailable: the database or the blobs do not answer.
        """
        await interaction.response.defer(ephemeral=True, thinking=True)
        viewer = viewer_of(interaction)
        job = await self._album.load_seen(ref.job_id, viewer=viewer)
        before = await self._album.load_before(job, viewer=viewer)
        if before is None:
            raise PicturesGone
        after = await self._album.load_picture(job, ref.place)
        drawn = await self._offload.run(draw_comparison, before, after, labels=conversation_words.compared())
        file = build_file(
            drawn,
            f"compared-{ref.job_id}-{ref.place}.jpg",
            description=conversation_words.comparison_alt_text(job.prompt),
            spoiler=job.origin.spoiler,
        )
        await interaction.edit_original_response(
            content=conversation_words.comparison(job.prompt),
            attachments=[file],
            allowed_mentions=discord.AllowedMentions.none(),
        )
