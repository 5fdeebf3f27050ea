"""What is done in Discord so that somebody is forgotten."""

from collections.abc import Callable

import structlog

from bot.chat.gallery.messages import ShareMessages
from bot.chat.platform.errors import FAILURES, is_uncertain
from bot.chat.platform.messenger import Messenger
from bot.domain.job import Job
from bot.domain.ports import Poster
from bot.store.errors import StoreError
from bot.store.people.erasure_requests import MessageToDelete

log = structlog.get_logger(__name__)


class MessageErasure:
    """Deletes messages of a person who is forgotten, and brings those of others in line."""

    def __init__(
        self,
        messenger: Messenger,
        poster: Poster,
        *,
        share_messages: ShareMessages,
        note_heart: Callable[[int], None],
    ) -> None:
        """Have `note_heart` show in a while how many hearts a share has by now."""
        self._messenger = messenger
        self._poster = poster
        self._share_messages = share_messages
        self._note_heart = note_heart

    async def update_messages(self, share_id: int) -> int:
        """Take away what shows a share that is gone; gives how many messages have to be tried again later."""
        return len(await self._share_messages.reconcile(share_id))

    def show_hearts(self, share_id: int) -> None:
        """Have the messages that show a share tell how many hearts it has by now."""
        self._note_heart(share_id)

    async def say_cancelled(self, job: Job) -> None:
        """Post the sentence of a job that was cancelled."""
        try:
            await self._poster.deliver(job)
        except StoreError:
            # The sentence is on record, and the next sweep posts it.
            log.warning("sentence_waits")

    async def delete_message(self, message: MessageToDelete) -> bool | None:
        """Delete a message; False where Discord refuses that for good, None where it may be tried again."""
        try:
            await self._messenger.delete(message.channel_id, message.message_id)
        except FAILURES as error:
            log.warning("message_not_deleted", message=str(message.message_id), cause=error)
            return None if is_uncertain(error) else False
        return True
