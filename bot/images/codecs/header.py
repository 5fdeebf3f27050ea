"""What the first bytes of a file promise."""

from dataclasses import dataclass

from bot.images.colour import DeclaredColour

Box = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""


@dataclass(frozen=True, slots=True)
class Header:
    """The properties that a container declares; no pixel was decoded to learn them.

    `width` and `height` are as stored, before `orientation` (EXIF, 1 to 8) turns them. `has_alpha` says that pixels
    may be transparent, not that some are. `is_plain` is False for an encoding that a strict reader may not take as it
    is (CMYK, 12 bits). A `progressive` JPEG comes as a whole in ever finer scans. `frame` is where the first frame lies
    in a picture that it does not fill; around it is nothing.
    `colour` takes precedence over an ICC profile.
    """

    width: int
    height: int
    orientation: int = 1
    animated: bool = False
    has_alpha: bool = False
    is_plain: bool = True
    progressive: bool = False
    frame: Box | None = None
    colour: DeclaredColour | None = None
