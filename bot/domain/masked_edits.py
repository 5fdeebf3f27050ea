"""What becomes of the answer to an edit with a mask."""

from enum import StrEnum


class MaskedEdits(StrEnum):
    """How an edit with a mask is made, and which of its two pictures is shown."""

    EXACT = "exact"
    """The answer is laid into the original, of which all that is not marked stays."""
    AS_DRAWN = "as_drawn"
    """The answer is what the model made of it."""
