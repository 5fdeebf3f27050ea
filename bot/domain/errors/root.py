"""The root of the tree."""

from dataclasses import dataclass


@dataclass(eq=False, kw_only=True)
class EaselError(Exception):
    """The root of everything that Easel raises on purpose."""

    def __str__(self) -> str:
        return repr(self)
