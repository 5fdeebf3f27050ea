"""What is done with a picture besides the words of a person."""

from enum import StrEnum

from bot.domain.extension import Extension


class Rework(StrEnum):
    """A work on a whole picture that has a button."""

    CUT_OUT = "cut-out"
    """The subject alone, on a transparent background."""
    ENLARGE = "enlarge"
    """The same picture in a larger size."""


Task = Extension | Rework


def task_from_text(text: str) -> Task:
    """Find a task by its value.

    Raises:
        ValueError: there is none of that value.
    """
    return Rework(text) if text in set(Rework) else Extension(text)
