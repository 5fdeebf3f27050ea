"""Messages, every state they went through, and who hears of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tests.standin.errors import UNKNOWN_MESSAGE, ApiError
from tests.standin.feed import Feed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.standin.attachments import Attachment
    from tests.standin.world import Channel, User


class MessageFlag(enum.IntFlag):
    """The flags that change what a message is."""

    EPHEMERAL = 1 << 6
    LOADING = 1 << 7
    COMPONENTS_V2 = 1 << 15


class MessageType(enum.IntEnum):
    """How a message came to be."""

    DEFAULT = 0
    REPLY = 19
    CHAT_INPUT_COMMAND = 20
    CONTEXT_MENU_COMMAND = 23


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One state of a message; an edit makes a new one with the same id."""

    id: int
    channel: Channel
    author: User
    created_at: float
    content: str = ""
    attachments: tuple[Attachment, ...] = ()
    embeds: tuple[dict[str, Any], ...] = ()
    components: tuple[dict[str, Any], ...] = field(default=(), repr=False)
    flags: int = 0
    type: MessageType = MessageType.DEFAULT
    tts: bool = False
    nonce: str | None = None
    mentions: tuple[User, ...] = ()
    mentions_everyone: bool = False
    reference: Message | None = field(default=None, repr=False)
    interaction_metadata: dict[str, Any] | None = field(default=None, repr=False)
    edited_at: float | None = None
    deleted: bool = False

    @property
    def ephemeral(self) -> bool:
        """Whether only the user of the interaction sees it."""
        return bool(self.flags & MessageFlag.EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether it still says that the bot is thinking."""
        return bool(self.flags & MessageFlag.LOADING)

    @property
    def text(self) -> str:
        """All that it says, in its content or in the text displays of its layout (component type 10)."""
        shown = [found["content"] for found in walk_components(self.components) if found["type"] == 10]
        return "\n".join(([self.content] if self.content else []) + shown)

    @property
    def controls(self) -> tuple[dict[str, Any], ...]:
        """The buttons and selects in it, as the bot sent them."""
        return tuple(found for found in walk_components(self.components) if "custom_id" in found)


def walk_components(components: Any) -> Iterator[dict[str, Any]]:
    """Yield every component, those inside of others included."""
    for component in components:
        yield component
        yield from walk_components(component.get("components") or ())
        nested = [component[key] for key in ("component", "accessory") if component.get(key)]
        yield from walk_components(nested)


class Messages:
    """The messages of all channels by id; `feed` has every state, `listeners` hear of each change."""

    def __init__(self) -> None:
        self.feed: Feed[Message] = Feed()
        self.listeners: list[Callable[[Message, Message | None], None]] = []
        self._by_id: dict[int, Message] = {}
        self._by_channel: dict[int, dict[int, None]] = {}

    def add(self, message: Message) -> Message:
        """Post a message."""
        self._by_channel.setdefault(message.channel.id, {})[message.id] = None
        return self._keep(message, None)

    def edit(self, message: Message, **changes: Any) -> Message:
        """Put a new state in place of the latest one of a message."""
        latest = self.fetch(message.id)
        return self._keep(replace(latest, **changes), latest)

    def delete(self, message: Message) -> None:
        """Remove a message; its last state stays in the feed, marked as deleted."""
        latest = self.fetch(message.id)
        gone = replace(latest, deleted=True)
        del self._by_id[message.id]
        del self._by_channel[message.channel.id][message.id]
        self._tell(gone, latest)

    def fetch(self, message_id: int) -> Message:
        """Return the latest state of a message; raises `ApiError` 10008 when there is none."""
        message = self.find(message_id)
        if message is None:
            raise ApiError(UNKNOWN_MESSAGE)
        return message

    def find(self, message_id: int) -> Message | None:
        """Return the latest state of a message, if it is still there."""
        return self._by_id.get(message_id)

    def of_channel(self, channel: Channel) -> list[Message]:
        """Return the messages of a channel, oldest first."""
        return [self._by_id[message_id] for message_id in self._by_channel.get(channel.id, {})]

    def _keep(self, message: Message, before: Message | None) -> Message:
        self._by_id[message.id] = message
        self._tell(message, before)
        return message

    def _tell(self, message: Message, before: Message | None) -> None:
        for listener in self.listeners:
            listener(message, before)
        self.feed.publish(message)
