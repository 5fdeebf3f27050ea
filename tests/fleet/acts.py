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
    DRAFT = "an edit that shows first what it changes"
    GO = "a press that sends such an edit"
    GREETING = "a message that says nothing but the bot's name"
    REFUSAL = "a message that asks for what no model makes"
    SMALL = "a press that is answered at once"

    @property
    def is_paid(self) -> bool:
        """Whether the images API draws for it."""
        return self not in {Kind.DRAFT, Kind.GREETING, Kind.REFUSAL, Kind.SMALL}

    @property
    def is_recorded(self) -> bool:
        """Whether another process goes on with it when its own is killed."""
        return self not in {Kind.DRAFT, Kind.SMALL}


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
        """List what the bot has posted for it, as it stands now, or stood before it was deleted."""
        if self.handle is None:
            bot = discord.state.bot
            if self.kind is Kind.REFUSAL:
                # It goes after a while, and when its process stops.
                said = [one for one in discord.state.messages.feed.items if one.author is bot]
                latest = {one.id: one for one in said if one.reference and one.reference.id == self.event_id}
                return list(latest.values())
            posted = [one for one in discord.messages(self.channel) if one.author is bot]
            return [one for one in posted if one.reference is not None and one.reference.id == self.event_id]
        source = self.handle.interaction.source
        original = discord.state.messages.find(self.handle.interaction.original_id or 0)
        own = [] if original is None or (source is not None and original.id == source.id) else [original]
        return [*own, *self.handle.followups()]
