"""What the asker can mend in a file: a picture or a mask that cannot be used; nothing was paid."""

from dataclasses import dataclass

from bot.domain.errors.requests import InvalidRequest


@dataclass(eq=False, kw_only=True)
class BadImage(InvalidRequest):
    """One file that cannot be used.

    `label` names the option that it was given to (`image`, `image2`, `mask`); who knows it fills it in.
    """

    label: str = "image"


PICTURE_FORMATS = ("PNG", "JPEG", "WebP", "GIF", "AVIF", "HEIC", "BMP", "TIFF")
"""What is taken as a picture or a mask, by the names that people know; a few rare kinds of each are not."""


@dataclass(eq=False, kw_only=True)
class UnsupportedImage(BadImage):
    """Content that is none of `PICTURE_FORMATS`, or a kind of one that is not read; `found` names it where it can."""

    found: str | None = None


@dataclass(eq=False, kw_only=True)
class BrokenImage(BadImage):
    """A picture that is cut off or damaged; `detail` is for the log alone."""

    detail: str = ""


@dataclass(eq=False, kw_only=True)
class FileTooLarge(BadImage):
    """More bytes than the cap."""

    limit_bytes: int
    size_bytes: int | None = None


@dataclass(eq=False, kw_only=True)
class TooManyPixels(BadImage):
    """A picture whose decoded size is over the cap."""

    width: int
    height: int
    limit_pixels: int


@dataclass(eq=False, kw_only=True)
class SideTooLong(BadImage):
    """A picture with a side over the cap, in pixels."""

    width: int
    height: int
    limit_side: int


@dataclass(eq=False, kw_only=True)
class ImageTooComplex(BadImage):
    """A file that took more to be read than one file may: `reason` is memory, time, scans, or crash of its reader."""

    reason: str


@dataclass(eq=False, kw_only=True)
class ForeignFile(BadImage):
    """A file that is not on one of the hosts we download from."""

    host: str


@dataclass(eq=False, kw_only=True)
class FileUnavailable(BadImage):
    """A file that its host did not give; `status` is the HTTP status, or None when there was no answer."""

    status: int | None = None


class BadMask(InvalidRequest):
    """A mask that cannot be used with this picture."""


@dataclass(eq=False, kw_only=True)
class MaskOfAnotherShape(BadMask):
    """A mask whose sides have another ratio than the picture's; all four figures are upright pixels."""

    mask_width: int
    mask_height: int
    image_width: int
    image_height: int


@dataclass(eq=False, kw_only=True)
class MaskMarksNothing(BadMask):
    """A mask that asks for no change: all black, or nowhere transparent; `had_alpha` tells which.

    With `chosen` there was no file: what is left of the picture, after a choice was turned over, is nothing. With
    `painted` it was a copy of the picture on which no paint was found.
    """

    had_alpha: bool
    chosen: bool = False
    painted: bool = False


@dataclass(eq=False, kw_only=True)
class MaskTooDetailed(BadMask):
    """A finished mask that stays over the API's limit at the best compression."""

    size_bytes: int
    limit_bytes: int
