"""/forget me: asked first, then all that is kept of a person goes, and what Discord shows of it."""

from typing import Any

import discord
import structlog

from bot.chat.gallery.hearts import HeartCounts
from bot.chat.gallery.messages import ShareMessages
from bot.chat.platform.components import ONE_ID, view_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.errors import FAILURES, is_uncertain
from bot.chat.platform.messenger import Messenger
from bot.chat.platform.old_buttons import JobButton
from bot.chat.platform.viewer import parts_of
from bot.domain.errors import NotYours
from bot.domain.job import Job
from bot.domain.ports import Poster
from bot.store.errors import StoreError
from bot.store.people.forgets import MessageToDelete
from bot.words import people as people_words

log = structlog.get_logger(__name__)


class MessageErasure:
    """What is done in Discord so that somebody is forgotten."""

    def __init__(
        self, messenger: Messenger, poster: Poster, share_messages: ShareMessages, heart_counts: HeartCounts
    ) -> None:
        self._messenger = messenger
        self._poster = poster
        self._share_messages = share_messages
        self._heart_counts = heart_counts

    async def put_right(self, share_id: int) -> int:
        """Take away what shows a share that is gone; gives how many messages have to be tried again later."""
        return len(await self._share_messages.reconcile(share_id))

    def show_hearts(self, share_id: int) -> None:
        """Have the messages that show a share tell how many hearts it has by now."""
        self._heart_counts.note(share_id)

    async def say_cancelled(self, job: Job) -> None:
        """Post the sentence of a job that was cancelled."""
        try:
            await self._poster.deliver(job)
        except StoreError:
            # The sentence is on record, and the next sweep posts it.
            log.warning("sentence_waits")

    async def take_away(self, message: MessageToDelete) -> bool | None:
        """Delete a message; False where Discord refuses that for good, None where it may be tried again."""
        try:
            await self._messenger.delete(message.channel_id, message.message_id)
        except FAILURES as error:
            log.warning("message_not_deleted", message=str(message.message_id), cause=repr(error))
            return None if is_uncertain(error) else False
        return True


async def ask_to_forget(interaction: discord.Interaction[Any]) -> None:
    """Say what goes and what stays, and let them decide."""
    await interaction.response.send_message(
        people_words.FORGET_QUESTION,
        ephemeral=True,
        view=view_of(ForgetButton(interaction.user.id), KeepButton(interaction.user.id)),
        allowed_mentions=discord.AllowedMentions.none(),
    )


class ForgetButton(JobButton, template=f"forget:(?P<id>{ONE_ID})"):
    """Deletes all that is kept of a person, whose id is the number."""

    def __init__(self, number: int) -> None:
        style = discord.ButtonStyle.danger
        super().__init__(number, action="forget", label=people_words.FORGET_BUTTONS["forget"], style=style)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, delete, say what went."""
        async with answer_errors(interaction):
            if interaction.user.id != self.number:
                raise NotYours
            await interaction.response.edit_message(content=people_words.FORGETTING, view=None)
            forgetting = parts_of(interaction).forgetting
            forgotten = await forgetting.forget(self.number)
            if forgotten is None:
                await interaction.edit_original_response(content=people_words.FORGETTING_ALREADY)
                return
            await interaction.edit_original_response(content=people_words.forgotten(forgotten, None))
            if forgotten.messages or forgotten.shares:
                deleted = await forgetting.tidy(forgotten)
                await interaction.edit_original_response(content=people_words.forgotten(forgotten, deleted))


class KeepButton(JobButton, template=f"forget-not:(?P<id>{ONE_ID})"):
    """Deletes nothing."""

    def __init__(self, number: int) -> None:
        super().__init__(number, action="forget-not", label=people_words.FORGET_BUTTONS["keep"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Say so."""
        async with answer_errors(interaction):
            await interaction.response.edit_message(content=people_words.KEPT, view=None)


BUTTONS = (ForgetButton, KeepButton)
"""What a bot has to know, so that the buttons of its earlier messages work."""
