"""Pillow's reader of TIFF files: set up to be silent and to read more kinds, and what it leaves to be done."""

import ctypes
from typing import Any

from PIL import ImageFile, TiffImagePlugin, _imaging

from bot.domain.errors import UnsupportedImage

# TIFF 6.0, section 8.
_BITS, _PHOTOMETRIC = 258, 262
_WHITE_IS_ZERO = 0
_ORDERS = (b"II", b"MM")

_FURTHER_KINDS: dict[Any, tuple[str, str]] = {
    (b"MM", 0, (1,), 1, (16,), ()): ("I;16B", "I;16B"),
    # CMYK with its alpha: what is transparent on paper is paper.
    **{(order, 5, (1,), 1, (8,) * 5, (alpha,)): ("CMYK", "CMYKX") for order in _ORDERS for alpha in (1, 2)},
}
"""By order, photometric interpretation, sample format, fill order, bits and extra samples: Pillow's two modes."""

# libtiff puts the bytes of planes of 16 bits together, which Pillow's own reader of plain data does not.
TiffImagePlugin.READ_LIBTIFF = True
TiffImagePlugin.OPEN_INFO.update(_FURTHER_KINDS)


def open_tiff(file: Any) -> ImageFile.ImageFile:
    """Open a TIFF; `info` of the picture says `white`, and whether it is `inverted`, where its mode does not.

    Raises:
        UnsupportedImage: samples of a kind that is not read.
    """
    try:
        image = TiffImagePlugin.TiffImageFile(file)
    except SyntaxError as error:
        raise UnsupportedImage(found="TIFF") from error
    bits = image.tag_v2.get(_BITS, (1,))[0]
    if image.mode.startswith("I;16"):
        image.info["white"] = (1 << bits) - 1
        image.info["inverted"] = image.tag_v2.get(_PHOTOMETRIC) == _WHITE_IS_ZERO
    return image


def _silence() -> None:
    """Have libtiff print nothing: of a damaged fax it complains row by row, to standard error.

    Pillow does so for its warnings alone. The library is found through Pillow's own, which is linked with it.
    """
    set_handler = getattr(ctypes.CDLL(_imaging.__file__), "TIFFSetErrorHandler", None)
    if set_handler is not None:
        set_handler.argtypes, set_handler.restype = [ctypes.c_void_p], ctypes.c_void_p
        set_handler(None)


_silence()
