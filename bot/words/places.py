"""What a place is called: where it is read, "here"; in a direct message about it, by its name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """The words for a channel and its server; each fits into the middle of a sentence."""

    here: str
    channel: str
    server: str


HERE = Place("here", "this channel", "this server")


def named(channel_id: int) -> Place:
    """Name a channel to who reads of it elsewhere; Discord shows its name to those who can see it."""
    mention = f"<#{channel_id}>"
    return Place(f"in {mention}", mention, f"the server of {mention}")


def capitalized(words: str) -> str:
    """Begin a sentence with some words."""
    return words[:1].upper() + words[1:]
