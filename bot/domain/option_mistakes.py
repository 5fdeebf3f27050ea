"""What can be wrong with an option in a message."""

from enum import StrEnum


class OptionMistake(StrEnum):
    """Why words of a message that look like an option do not count as one."""

    UNKNOWN = "unknown"
    MISSPELT = "misspelt"
    UNMARKED = "unmarked"
    """Without the dashes."""
    VALUE_MISSING = "value_missing"
    VALUE_UNKNOWN = "value_unknown"
    NO_VALUE_TAKEN = "no_value_taken"
    MISPLACED = "misplaced"
    """With words behind it."""
    TWICE = "twice"
    """With two values."""
    PRIVATE = "private"
    """The answer to a message is there for everybody."""
