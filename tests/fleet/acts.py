"""What users do in front of the fleet, and what the platform's books say came of each."""

from __future__ import annotations

import enum
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.standin.handle import Handle
    from tests.standin.messages import Message
    from tests.standin.platform import Platform
    from tests.standin.world import Channel, User


class Kind(enum.Enum):
    """What an act is."""

    COMMAND = "a slash command that asks for pictures"
    MENTION = "a message that asks for a picture"
    REPLY = "a reply to a picture that asks for a change"
    BUTTON = "a press that asks for a picture"
    GREETING = "a message that says nothing but the bot's name"
    SMALL = "a press that is answered at once"

    @property
    def is_paid(self) -> bool:
        """Whether the images API draws for it."""
        return self not in {Kind.GREETING, Kind.SMALL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act: an interaction or a message; `pictures` is how many it asks for, `at` is on the machine's clock."""

    kind: Kind
    user: User
    channel: Channel
    prompt: str = ""
    pictures: int = 0
    handle: Handle | None = None
    message: Message | None = None
    at: float = field(default_factory=time.monotonic)

    @property
    def event_id(self) -> int:
        """The id of the interaction or message."""
        if self.handle is not None:
            return self.handle.id
        if self.message is not None:
            return self.message.id
        raise ValueError(self)

    def answers(self, discord: Platform) -> list[Message]:
        """List what the bot has posted for it, as it stands now."""
        if self.handle is None:
            bot = discord.state.bot
            posted = [one for one in discord.messages(self.channel) if one.author is bot]
            return [one for one in posted if one.reference is not None and one.reference.id == self.event_id]
        source = self.handle.interaction.source
        original = discord.state.messages.find(self.handle.interaction.original_id or 0)
        own = [] if original is None or (source is not None and original.id == source.id) else [original]
        return [*own, *self.handle.followups()]
