"""What the buttons of a result do."""

import io
import random
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import discord
import structlog

from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.files import shown_place
from bot.chat.platform.limits import FORM_SECONDS
from bot.chat.platform.permissions import standings_of
from bot.chat.platform.viewer import parts_of, viewer_of
from bot.chat.requests.targets import EditTarget, point_at_job
from bot.chat.requests.user_request import Choices, UserRequest
from bot.domain.access import Act, check_access
from bot.domain.errors import NotYours, PicturesGone
from bot.domain.job import Job
from bot.domain.larger import with_new_seed
from bot.domain.options import SEED_LIMIT
from bot.domain.request import PictureRef
from bot.images.drawn.comparison import draw_comparison
from bot.service.album import may_see
from bot.words import conversation as conversation_words

log = structlog.get_logger(__name__)


async def open_form(interaction: discord.Interaction[Any], ref: PictureRef) -> None:
    """Answer with the form that edits a picture of a job, or one of all its pictures where the place is 0.

    Raises:
        PicturesGone: the job is not kept any more.
        NotYours, EditsForbidden: it is another person's, and may not be edited.
        StoreUnavailable: the database does not answer.
    """
    parts = parts_of(interaction)
    job = await parts.album.load_job(ref.job_id)
    await parts.album.check_edit(job, user_id=interaction.user.id)
    places = [ref.place] if ref.place else [picture.place for picture in job.pictures]
    target = EditTarget(
        sources=point_at_job(job, places, shown=await _attachments(interaction, job, places)),
        prompt=job.prompt,
        choices=Choices.like(job.options),
        private=job.origin.private,
        spoiler=job.origin.spoiler,
    )
    await parts_of(interaction).edit_forms.show(interaction, target)


async def vary(interaction: discord.Interaction[Any], ref: PictureRef) -> None:
    """Ask for a job's words once more, from one of its pictures, for the person who pressed.

    Raises:
        PicturesGone: the job is not kept any more.
        NotYours, EditsForbidden: it is another person's, and may not be edited.
        StoreUnavailable: the database does not answer.
    """
    parts = parts_of(interaction)
    job = await parts.album.load_job(ref.job_id)
    # Before anything of it is on record: a request that is refused stands in the history of who pressed.
    await parts.album.check_edit(job, user_id=interaction.user.id)
    options = with_new_seed(job.options, seed=random.randint(0, SEED_LIMIT))  # noqa: S311 - no secret
    ask = UserRequest(
        prompt=job.prompt,
        choices=Choices(seed=options.seed),
        like=Choices.of(options),
        images=point_at_job(job, [ref.place], shown=await _attachments(interaction, job, [ref.place])),
        private=job.origin.private,
        spoiler=job.origin.spoiler,
    )
    await parts.responder.respond(interaction, ask)


async def compare(interaction: discord.Interaction[Any], ref: PictureRef) -> None:
    """Show a picture beside the one that it was made from, to the person who pressed alone.

    Raises:
        PicturesGone: one of the two is not kept any more.
        NotYours: it, or what it was made from, is another person's own.
        StoreUnavailable: the database or the blobs do not answer.
    """
    await interaction.response.defer(ephemeral=True, thinking=True)
    parts = parts_of(interaction)
    job = await parts.album.load_job(ref.job_id)
    if not may_see(job, interaction.user.id):
        raise NotYours
    before = await parts.album.load_before(job, viewer=viewer_of(interaction))
    if before is None:
        raise PicturesGone
    after = await parts.album.load_picture(job, ref.place)
    drawn = await parts.offload.run(draw_comparison, before, after, labels=conversation_words.COMPARED)
    file = discord.File(
        io.BytesIO(drawn),
        filename=f"compared-{ref.job_id}-{ref.place}.jpg",
        description=conversation_words.comparison_alt_text(job.prompt),
        spoiler=job.origin.spoiler,
    )
    await interaction.edit_original_response(
        content=conversation_words.comparison(job.prompt),
        attachments=[file],
        allowed_mentions=discord.AllowedMentions.none(),
    )


async def confirm_delete(interaction: discord.Interaction[Any], job_id: int) -> None:
    """Ask a person who may delete a result whether that is meant.

    Raises:
        PicturesGone: the job is not kept any more.
        NotForYou: neither its asker nor a moderator has pressed.
        StoreUnavailable: the database does not answer.
    """
    job = await parts_of(interaction).album.load_job(job_id)
    _check_delete(interaction, job)
    await interaction.response.send_modal(_DeleteForm(job))


class _DeleteForm(discord.ui.Modal):
    """Asks once more; as a form, because its answer may delete the message that the button is on, wherever that is."""

    def __init__(self, job: Job) -> None:
        super().__init__(title=conversation_words.DELETE_TITLE, timeout=FORM_SECONDS)
        self._job = job
        self.add_item(discord.ui.TextDisplay(conversation_words.delete_question(len(job.pictures))))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Delete the bytes, then the messages."""
        async with answer_errors(interaction):
            _check_delete(interaction, self._job)
            await interaction.response.defer()
            parts = parts_of(interaction)
            places = {post.message_id: post.channel_id for post in await parts.album.posts_of(self._job.id)}
            if interaction.message is not None:
                # The one with the button, which may be out without a record of it.
                places[interaction.message.id] = interaction.message.channel.id
            # Before the bytes: of what is gone nothing may look shared, whenever this ends.
            shares = await parts.gallery.withdraw_job(self._job.id)
            await parts.album.delete(self._job.id)
            log.info("result_deleted", job=str(self._job.id), by_asker=interaction.user.id == self._job.origin.user_id)
            left = 0
            for message_id, channel_id in places.items():
                try:
                    await _delete_message(interaction, message_id, channel_id)
                except FAILURES as error:
                    left += 1
                    log.warning("message_not_deleted", cause=repr(error))
                else:
                    await parts.album.forget_post(message_id)
            kept = sum([len(await parts.share_messages.reconcile(one)) for one in shares])
            for one in shares:
                await parts.cases.show(one)
            with suppress(*FAILURES):
                await interaction.followup.send(conversation_words.deleted(left + kept, retried=kept), ephemeral=True)


async def _delete_message(interaction: discord.Interaction[Any], message_id: int, channel_id: int) -> None:
    if interaction.message is None or message_id != interaction.message.id:
        await parts_of(interaction).messenger.delete(channel_id, message_id)
        return
    # Through the interaction, which needs no permission and reaches a private message too.
    with suppress(discord.NotFound):
        await interaction.delete_original_response()


def _check_delete(interaction: discord.Interaction[Any], job: Job) -> None:
    origin = job.origin
    check_access(Act.DELETE, standings_of(interaction, guild_id=origin.guild_id, asker_id=origin.user_id))


async def _attachments(
    interaction: discord.Interaction[Any], job: Job, places: Sequence[int]
) -> Sequence[discord.Attachment]:
    """List the attachments of the message that a button is on; where they are needed, of further ones of the job."""
    shown = list(interaction.message.attachments) if interaction.message else []
    if job.emptied_at is None:
        return shown
    parts = parts_of(interaction)
    missing = set(places) - {shown_place(one.filename, job.id) for one in shown}
    for post in await parts.album.posts_of(job.id):
        if missing.intersection(range(post.first_place, post.last_place + 1)):
            with suppress(*FAILURES):
                found = await parts.messenger.attachments_of(post.channel_id, post.message_id)
                missing -= {shown_place(one.filename, job.id) for one in found}
                shown += found
    return shown
