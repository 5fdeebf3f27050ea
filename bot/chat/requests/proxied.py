"""Messages that an app posts through a webhook for somebody: nobody knows who asks, and they are told so."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from typing import Any

import discord
import structlog

from bot.chat.platform.errors import FAILURES
from bot.words import conversation as conversation_words

SILENT_FOR = timedelta(minutes=1)
"""In a channel after an answer: two apps that answer each other would never end."""
PROXIED_WITHIN = timedelta(seconds=15)
"""So soon a proxy posts what it has read, and deletes the message of whoever wrote it."""
_CHANNELS_AT_MOST = 500
_MESSAGES_AT_MOST = 20

log = structlog.get_logger(__name__)


class ProxiedMessages:
    """Answers messages of webhooks that mention the bot, but for those that it has had from their writer."""

    def __init__(self) -> None:
        self._taken: OrderedDict[int, deque[tuple[str, datetime]]] = OrderedDict()
        self._answered: OrderedDict[int, datetime] = OrderedDict()

    def note(self, message: discord.Message) -> None:
        """Remember a message of a person that mentions the bot: a proxy may be about to post it anew."""
        recent = self._taken.setdefault(message.channel.id, deque(maxlen=_MESSAGES_AT_MOST))
        recent.append((message.content, message.created_at))
        _keep_newest(self._taken, message.channel.id)

    async def answer(self, message: discord.Message) -> None:
        """Say in a reply why the bot does nothing."""
        if self._is_had(message) or self._is_too_soon(message):
            return
        self._answered[message.channel.id] = message.created_at
        _keep_newest(self._answered, message.channel.id)
        log.info("request_refused", kind="proxied")
        try:
            await message.reply(
                conversation_words.proxied(),
                allowed_mentions=discord.AllowedMentions.none(),
                mention_author=False,
                nonce=f"{message.id}-w",
            )
        except FAILURES as error:
            log.info("words_refused", cause=error)

    def _is_had(self, message: discord.Message) -> bool:
        # Proxies take their marks off at both ends.
        return any(
            message.content in content and message.created_at - created_at < PROXIED_WITHIN
            for content, created_at in self._taken.get(message.channel.id, ())
        )

    def _is_too_soon(self, message: discord.Message) -> bool:
        last = self._answered.get(message.channel.id)
        return last is not None and message.created_at - last < SILENT_FOR


def _keep_newest(by_channel: OrderedDict[int, Any], channel_id: int) -> None:
    by_channel.move_to_end(channel_id)
    while len(by_channel) > _CHANNELS_AT_MOST:
        by_channel.popitem(last=False)
