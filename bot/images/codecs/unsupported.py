"""Names for content that we do not take, so that the answer can say what to do about it."""

import re

_SIGNATURES = (
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
    (b"%PDF-", "PDF"),
    (b"8BPS", "PSD"),
    (b"\0\0\1\0", "ICO"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\xffO\xffQ", "JPEG 2000"),
    (b"\x1aE\xdf\xa3", "WebM"),
    (b"PK\3\4", "ZIP"),
    (b"gimp xcf", "XCF"),
    (b"qoif", "QOI"),
)

# Brands of the ISO base media file format, as registered at mp4ra.org.
_BRANDS = (
    (re.compile(rb"avi[fs]"), "AVIF"),
    (re.compile(rb"hei[cxms]|hev[cxms]|mif1|msf1"), "HEIC"),
    (re.compile(rb"qt  "), "MOV"),
)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE|<svg)", re.IGNORECASE)
_MARKUP_READ = 4096


def name_unsupported(data: bytes) -> str | None:
    """Name content that we do not read by its first bytes: `HEIC`, `PDF`; None where it is unknown."""
    if data[4:8] == b"ftyp":
        brand = data[8:12]
        return next((name for pattern, name in _BRANDS if pattern.fullmatch(brand)), "MP4")
    start = data[:_MARKUP_READ]
    if _MARKUP.match(start):
        return "SVG" if b"<svg" in start.lower() else "HTML or XML"
    return next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)
