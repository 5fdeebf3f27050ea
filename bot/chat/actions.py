"""What the buttons of a result do."""

import io
import random
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import discord
import structlog

from bot.chat import wording
from bot.chat.ask import Ask, Choices, NamedPicture
from bot.chat.files import shown_place
from bot.chat.form import FORM_SECONDS, EditForm, Pointed
from bot.chat.frame import framed
from bot.chat.refusals import FAILURES
from bot.domain.errors import NotYours, PicturesGone
from bot.domain.job import Job
from bot.domain.larger import with_new_seed
from bot.domain.options import SEED_LIMIT
from bot.domain.request import PictureRef, image_label
from bot.images.compare import draw_comparison

if TYPE_CHECKING:
    from bot.chat.client import Parts

log = structlog.get_logger(__name__)


async def open_form(interaction: discord.Interaction[Any], ref: PictureRef) -> None:
    """Answer with the form that edits a picture of a job, or one of all its pictures where the place is 0.

    Raises:
        PicturesGone: the job is not kept any more.
        NotYours, EditsForbidden: it is another person's, and may not be edited.
        StoreUnavailable: the database does not answer.
    """
    parts = _parts(interaction)
    job = await parts.album.load_job(ref.job_id)
    await parts.album.check_edit(job, user_id=interaction.user.id)
    places = [ref.place] if ref.place else [picture.place for picture in job.pictures]
    pointed = Pointed(
        sources=point_at_job(job, places, shown=_attachments(interaction)),
        prompt=job.prompt,
        choices=Choices.like(job.options),
        private=job.origin.private,
        spoiler=job.origin.spoiler,
    )
    await interaction.response.send_modal(EditForm(pointed, parts=parts))


async def vary(interaction: discord.Interaction[Any], ref: PictureRef) -> None:
    """Ask for a job's words once more, from one of its pictures, for the person who pressed.

    Raises:
        PicturesGone: the job is not kept any more.
        StoreUnavailable: the database does not answer.
    """
    parts = _parts(interaction)
    job = await parts.album.load_job(ref.job_id)
    options = with_new_seed(job.options, seed=random.randint(0, SEED_LIMIT))  # noqa: S311 - no secret
    ask = Ask(
        prompt=job.prompt,
        choices=Choices.of(options),
        images=point_at_job(job, [ref.place], shown=_attachments(interaction)),
        private=job.origin.private,
        spoiler=job.origin.spoiler,
    )
    await parts.responder.respond(interaction, ask)


async def compare(interaction: discord.Interaction[Any], ref: PictureRef) -> None:
    """Show a picture beside the one that it was made from, to the person who pressed alone.

    Raises:
        PicturesGone: one of the two is not kept any more.
        NotYours: what it was made from is another person's own.
        StoreUnavailable: the database or the blobs do not answer.
    """
    await interaction.response.defer(ephemeral=True, thinking=True)
    parts = _parts(interaction)
    job = await parts.album.load_job(ref.job_id)
    before = await parts.album.load_before(job, user_id=interaction.user.id)
    if before is None:
        raise PicturesGone
    after = await parts.album.load_picture(job, ref.place)
    drawn = await parts.offload.run(draw_comparison, before, after, labels=wording.COMPARED)
    file = discord.File(
        io.BytesIO(drawn),
        filename=f"compared-{ref.job_id}-{ref.place}.jpg",
        description=wording.comparison_alt_text(job.prompt),
        spoiler=job.origin.spoiler,
    )
    await interaction.edit_original_response(
        content=wording.comparison(job.prompt), attachments=[file], allowed_mentions=discord.AllowedMentions.none()
    )


async def confirm_delete(interaction: discord.Interaction[Any], job_id: int) -> None:
    """Ask a person who may delete a result whether that is meant.

    Raises:
        PicturesGone: the job is not kept any more.
        NotYours: neither its asker nor a moderator has pressed.
        StoreUnavailable: the database does not answer.
    """
    job = await _parts(interaction).album.load_job(job_id)
    if not _may_delete(interaction, job):
        raise NotYours
    await interaction.response.send_modal(_DeleteForm(job))


class _DeleteForm(discord.ui.Modal):
    """Asks once more; as a form, because its answer may delete the message that the button is on, wherever that is."""

    def __init__(self, job: Job) -> None:
        super().__init__(title=wording.DELETE_TITLE, timeout=FORM_SECONDS)
        self._job = job
        self.add_item(discord.ui.TextDisplay(wording.delete_question(len(job.pictures))))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Delete the bytes, then the messages."""
        async with framed(interaction):
            if not _may_delete(interaction, self._job):
                raise NotYours
            await interaction.response.defer()
            parts = _parts(interaction)
            posts = await parts.album.posts_of(self._job.id)
            await parts.album.delete(self._job.id)
            log.info("result_deleted", job=str(self._job.id), by_asker=interaction.user.id == self._job.origin.user_id)
            left = 0
            for post in posts:
                here = interaction.message is not None and post.message_id == interaction.message.id
                try:
                    if here:
                        await interaction.delete_original_response()
                    else:
                        await parts.mailbox.delete(post.channel_id, post.message_id)
                except FAILURES as error:
                    left += 1
                    log.warning("message_not_deleted", cause=repr(error))
                else:
                    await parts.album.forget_post(post.message_id)
            with suppress(*FAILURES):
                await interaction.followup.send(wording.deleted(left), ephemeral=True)


def point_at_job(
    job: Job, places: Sequence[int], *, shown: Sequence[discord.Attachment] = ()
) -> tuple[NamedPicture, ...]:
    """Name pictures of a job as inputs, with the attachments that show them, in case they are kept no longer."""
    by_place = {shown_place(one.filename, job.id): one for one in shown}
    return tuple(
        NamedPicture(image_label(number), PictureRef(job.id, place), by_place.get(place))
        for number, place in enumerate(places, start=1)
    )


def _may_delete(interaction: discord.Interaction[Any], job: Job) -> bool:
    in_its_server = interaction.guild_id is not None and interaction.guild_id == job.origin.guild_id
    is_moderator = in_its_server and interaction.permissions.manage_messages
    return interaction.user.id == job.origin.user_id or is_moderator


def _attachments(interaction: discord.Interaction[Any]) -> Sequence[discord.Attachment]:
    return interaction.message.attachments if interaction.message else ()


def _parts(interaction: discord.Interaction[Any]) -> "Parts":
    parts: Parts = interaction.client.parts
    return parts
