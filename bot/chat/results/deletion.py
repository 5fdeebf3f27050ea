"""Delete: asked once more, then the bytes of a result go, and every message that shows it."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

import discord
import structlog

from bot.chat.gallery.messages import ShareMessages
from bot.chat.platform.components import Interaction
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.errors import FAILURES, meaning_of, reading_answers
from bot.chat.platform.limits import FORM_SECONDS
from bot.chat.platform.messenger import Messenger
from bot.chat.platform.permissions import standings_to
from bot.chat.platform.refusals import Meaning
from bot.domain.access import Act, check_access
from bot.domain.job import Job
from bot.service.album import Album
from bot.service.gallery import Gallery
from bot.words import conversation as conversation_words

log = structlog.get_logger(__name__)


class Deletion:
    """Deletes results for those who may."""

    def __init__(
        self,
        album: Album,
        *,
        gallery: Gallery,
        share_messages: ShareMessages,
        messenger: Messenger,
        update_case: Callable[[int], Awaitable[None]],
    ) -> None:
        """Bring with `update_case` what moderators see of a share in line, which may have a case."""
        self._album = album
        self._gallery = gallery
        self._share_messages = share_messages
        self._messenger = messenger
        self._update_case = update_case

    async def confirm(self, interaction: Interaction, job_id: int) -> None:
        """Ask a person who may delete a result whether that is meant.

        Raises:
            PicturesGone: the job is not kept any more.
            NotForYou: neither its asker nor a moderator has pressed.
            StoreUnavailable: the database does not answer.
        """
        job = await self._album.load_job(job_id)
        _check_delete(interaction, job)
        await interaction.response.send_modal(_DeleteForm(job, self))

    async def delete(self, interaction: Interaction, job: Job) -> None:
        """Delete the bytes, then the messages.

        Raises:
            NotForYou: neither its asker nor a moderator has confirmed.
            NotMadeYet: the job is not over.
            StoreUnavailable: the database or the blobs do not answer.
        """
        _check_delete(interaction, job)
        await interaction.response.defer()
        channels = {post.message_id: post.channel_id for post in await self._album.posts_of(job.id)}
        if interaction.message is not None:
            # The one with the button, which may be out without a record of it.
            channels[interaction.message.id] = interaction.message.channel.id
        # Before the bytes: of what is gone nothing may look shared, whenever this ends.
        shares = await self._gallery.withdraw_job(job.id)
        await self._album.delete(job.id)
        log.info("result_deleted", job=str(job.id), by_asker=interaction.user.id == job.origin.user_id)
        left = 0
        for message_id, channel_id in channels.items():
            try:
                await self._delete_message(interaction, message_id, channel_id)
            except FAILURES as error:
                left += 1
                log.warning("message_not_deleted", cause=error)
            else:
                await self._album.forget_post(message_id)
        retried = sum([len(await self._share_messages.reconcile(one)) for one in shares])
        for one in shares:
            await self._update_case(one)
        with suppress(*FAILURES):
            await interaction.followup.send(conversation_words.deleted(left + retried, retried=retried), ephemeral=True)

    async def _delete_message(self, interaction: Interaction, message_id: int, channel_id: int) -> None:
        if interaction.message is None or message_id != interaction.message.id:
            await self._messenger.delete(channel_id, message_id)
            return
        # Through the interaction, which needs no permission and reaches a private message too.
        try:
            with reading_answers():
                await interaction.delete_original_response()
        except FAILURES as error:
            if meaning_of(error) is not Meaning.GONE:
                raise


class _DeleteForm(discord.ui.Modal):
    """Asks once more; as a form, because its answer may delete the message that the button is on, wherever that is."""

    def __init__(self, job: Job, deletion: Deletion) -> None:
        super().__init__(title=conversation_words.delete_title(), timeout=FORM_SECONDS)
        self._job = job
        self._deletion = deletion
        self.add_item(discord.ui.TextDisplay(conversation_words.delete_question(len(job.pictures))))

    async def on_submit(self, interaction: Interaction) -> None:
        """Hand over."""
        async with answer_errors(interaction):
            await self._deletion.delete(interaction, self._job)


def _check_delete(interaction: Interaction, job: Job) -> None:
    check_access(Act.DELETE, standings_to(interaction, job))
