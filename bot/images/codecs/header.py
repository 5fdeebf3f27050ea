"""What the first bytes of a file promise."""

from dataclasses import dataclass

Box = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""


@dataclass(frozen=True, slots=True)
class DeclaredColour:
    """Colours as a container declares them without an ICC profile; what is None is as in sRGB.

    `code_points` are primaries and transfer of ITU-T H.273 (PNG's cICP, HEIF's nclx). `gamma` is PNG's gAMA: a sample
    is light to that power. `chromaticities` are the x and y of white, red, green and blue (PNG's cHRM).
    """

    code_points: tuple[int, int] | None = None
    gamma: float | None = None
    chromaticities: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The properties that a container declares; no pixel was decoded to learn them.

    `width` and `height` are as stored, before `orientation` (EXIF, 1 to 8) turns them. `has_alpha` says that pixels
    may be transparent, not that some are. `is_plain` is False for an encoding that a strict reader may not take as it
    is (CMYK, 12 bits). `frame` is where the first frame lies in a picture that it does not fill; around it is nothing.
    `colour` takes precedence over an ICC profile.
    """

    width: int
    height: int
    orientation: int = 1
    animated: bool = False
    has_alpha: bool = False
    is_plain: bool = True
    frame: Box | None = None
    colour: DeclaredColour | None = None
