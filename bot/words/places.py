"""What a place is called: where it is read, "here"; in a direct message about it, by its name."""

from dataclasses import dataclass

from bot.words.language.fluent import Fact
from bot.words.mentions import channel


@dataclass(frozen=True, slots=True)
class Place:
    """A channel and its server: the one in which it is read, or another one by its id."""

    channel_id: int | None = None

    def facts(self) -> dict[str, Fact]:
        """Give what the messages `here`, `this-channel` and `this-server` are said with."""
        if self.channel_id is None:
            return {"where": "here", "channel": ""}
        return {"where": "elsewhere", "channel": channel(self.channel_id)}


HERE = Place()


def named(channel_id: int) -> Place:
    """Name a channel to who reads of it elsewhere; Discord shows its name to those who can see it."""
    return Place(channel_id)
