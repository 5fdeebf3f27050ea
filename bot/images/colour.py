"""Colour profiles: kept where they still fit the pixels, applied where the pixels have to change."""

from io import BytesIO

from PIL import Image, ImageCms

_HEADER_BYTES = 128
_SPACES = {"L": b"GRAY", "LA": b"GRAY", "RGB": b"RGB ", "RGBA": b"RGB ", "CMYK": b"CMYK"}


def profile_of(image: Image.Image) -> bytes | None:
    """Return the picture's ICC profile if it describes the mode that the picture has now, else None.

    ICC.1:2022, 7.2: the colour space stands at byte 16, the signature `acsp` at 36.
    """
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes) or len(profile) < _HEADER_BYTES or profile[36:40] != b"acsp":
        return None
    return profile if profile[16:20] == _SPACES.get(image.mode) else None


def without_cmyk(image: Image.Image) -> Image.Image:
    """Convert CMYK to sRGB, through its profile where it has a usable one; other modes stay as they are."""
    if image.mode != "CMYK":
        return image
    if profile := profile_of(image):
        try:
            converted = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
        except (ImageCms.PyCMSError, OSError):
            converted = None
        if converted is not None:
            converted.info.pop("icc_profile", None)
            return converted
    return image.convert("RGB")
