"""What the first bytes of a file promise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Header:
    """The properties that a container declares; no pixel was decoded to learn them.

    `width` and `height` are as stored, before `orientation` (EXIF, 1 to 8) turns them. `has_alpha` says that pixels
    may be transparent, not that some are. `is_plain` is False for an encoding that a strict reader may not take as it
    is (CMYK, 12 bits).
    """

    width: int
    height: int
    orientation: int = 1
    animated: bool = False
    has_alpha: bool = False
    is_plain: bool = True
