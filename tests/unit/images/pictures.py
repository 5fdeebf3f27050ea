"""Pictures for the tests, made in code: every mode, every container, and with private data planted in them."""

import struct
import zlib
from functools import cache
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

MODES = ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")
PRIVATE = b"51.4778N-0.0015W"
"""Stands in for the place where a photo was taken."""

_ORIENTATION, _DESCRIPTION, _GPS = 0x0112, 0x010E, 0x8825


def photo(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Make smooth colours that differ in all four corners, in any mode; modes with alpha are partly transparent."""
    if mode == "I;16":
        ramp = np.linspace(0, 65535, width * height).reshape(height, width).astype(np.uint16)
        return Image.fromarray(ramp)
    down, across = np.mgrid[0:height, 0:width]
    red, green = 255 * across // max(1, width - 1), 255 * down // max(1, height - 1)
    image = Image.fromarray(np.dstack((red, green, 255 - red)).astype(np.uint8))
    if mode in {"LA", "RGBA"}:
        image = image.convert(mode)
        image.putalpha(Image.fromarray((255 - green).astype(np.uint8)))
        return image
    return image.convert(mode)


def noise(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Make what compresses badly."""
    random = np.random.default_rng(width)
    samples = random.integers(0, 256, (height, width, {"L": 1, "RGB": 3, "RGBA": 4}[mode]), dtype=np.uint8)
    return Image.fromarray(samples[..., 0] if mode == "L" else samples)


def encode(image: Image.Image, format_: str, **options: Any) -> bytes:
    file = BytesIO()
    # Nobody keeps the file: trying harder to make it small takes five times as long.
    image.save(file, format_, **({"compress_level": 1} if format_ == "PNG" else {}) | options)
    return file.getvalue()


def decode(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def samples(image: Image.Image) -> "np.ndarray[Any, np.dtype[np.int16]]":
    return np.asarray(image).astype(np.int16)


def exif(orientation: int = 1, *, private: bool = False) -> bytes:
    block = Image.Exif()
    block[_ORIENTATION] = orientation
    if private:
        block[_DESCRIPTION] = PRIVATE.decode()
        block.get_ifd(_GPS)[29] = PRIVATE.decode()
    return block.tobytes()


@cache
def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def grey_profile() -> bytes:
    """Make what says that it is a profile for grey; nothing here reads more of it."""
    return srgb_profile()[:16] + b"GRAY" + srgb_profile()[20:]


def cmyk_profile() -> bytes:
    """Make a CMYK profile in which black ink is black and every colour middle grey (ICC.1:2022, 10.10, lut8Type)."""
    identity = struct.pack(">9I", *(0x10000 if place % 4 == 0 else 0 for place in range(9)))
    ramp = bytes(range(256))
    nodes = b"".join(bytes((255 if ink == 0 else 128 * (1 - ink % 2), 128, 128)) for ink in range(16))
    table = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + identity + 4 * ramp + nodes + 3 * ramp
    tags = struct.pack(">I4sII", 1, b"A2B0", 144, len(table))
    white = struct.pack(">3I", 0xF6D6, 0x10000, 0xD32D)
    header = struct.pack(">I4xI4s4s4s12x4s28x", 144 + len(table), 0x02400000, b"prtr", b"CMYK", b"Lab ", b"acsp")
    return header + white + bytes(48) + tags + table


def oriented(image: Image.Image, format_: str, orientation: int) -> bytes:
    return encode(image, format_, exif=exif(orientation), **LOSSLESS.get(format_, {}))


LOSSLESS: dict[str, dict[str, Any]] = {
    "WEBP": {"lossless": True},
    "JPEG": {"quality": 100, "subsampling": 0},
}


def with_private_data(image: Image.Image, format_: str, orientation: int = 1) -> bytes:
    """Encode a picture with `PRIVATE` wherever its container has room for it."""
    return {"JPEG": _private_jpeg, "PNG": _private_png, "WEBP": _private_webp, "GIF": _private_gif}[format_](
        image,
        exif(orientation, private=True),
    )


def _private_jpeg(image: Image.Image, block: bytes) -> bytes:
    data = encode(image, "JPEG", exif=block, xmp=b"<x>" + PRIVATE, comment=PRIVATE, icc_profile=srgb_profile())
    photoshop = segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04" + PRIVATE)
    thumbnail = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\x04\x02" + PRIVATE + bytes(8))
    several = segment(0xE2, b"MPF\0" + PRIVATE)
    return data[:2] + thumbnail + photoshop + several + data[2:] + encode(image, "JPEG", comment=PRIVATE)


def _private_png(image: Image.Image, block: bytes) -> bytes:
    texts = PngInfo()
    texts.add_text("Comment", PRIVATE.decode())
    texts.add_itxt("XML:com.adobe.xmp", PRIVATE.decode())
    texts.add(b"prVt", PRIVATE)
    texts.add(b"tIME", PRIVATE[:7])
    data = encode(image, "PNG", exif=block, pnginfo=texts, icc_profile=srgb_profile())
    return data + PRIVATE


def _private_webp(image: Image.Image, block: bytes) -> bytes:
    data = encode(image, "WEBP", lossless=True, exif=block, xmp=b"<x>" + PRIVATE, icc_profile=srgb_profile())
    unknown = b"prvt" + struct.pack("<I", len(PRIVATE)) + PRIVATE
    return b"RIFF" + struct.pack("<I", len(data) - 8 + len(unknown)) + data[8:] + unknown + PRIVATE


def _private_gif(image: Image.Image, block: bytes) -> bytes:
    del block
    return encode(image, "GIF", comment=PRIVATE) + PRIVATE


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_bomb(width: int, height: int) -> bytes:
    """Make a 1-bit PNG of a few kilobytes that is whole and decodes to `width` x `height`."""
    rows = zlib.compress(bytes((1 + (width + 7) // 8) * height), 9)
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def webp_bomb(side: int = 16_383) -> bytes:
    """Make 38 bytes of WebP that claim a square of so many pixels a side."""
    canvas = b"VP8X" + struct.pack("<IB3x", 10, 0) + (side - 1).to_bytes(3, "little") * 2
    frame = b"VP8L" + struct.pack("<I", 0)
    return b"RIFF" + struct.pack("<I", 4 + len(canvas + frame)) + b"WEBP" + canvas + frame


def deep_png(samples: "np.ndarray[Any, Any]") -> bytes:
    """Make a PNG of 16 bits of rows of pixels of 1 to 4 channels, which Pillow writes in grey alone."""
    height, width, channels = samples.shape
    rows = np.ascontiguousarray(samples.astype(">u2")).view(np.uint8).reshape(height, -1)
    pixels = b"".join(b"\0" + row.tobytes() for row in rows)
    header = struct.pack(">IIBBBBB", width, height, 16, {1: 0, 2: 4, 3: 2, 4: 6}[channels], 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


def bitmap(rows: "np.ndarray[Any, Any]", *, compression: int = 0, fields: tuple[int, ...] = (), top: int = 1) -> bytes:
    """Make a BMP of rows of whole pixels, the lowest first; with fields, one whose header holds where samples lie."""
    height, width = rows.shape[:2]
    size = rows[0, 0].nbytes
    lines = b"".join(row.tobytes() + bytes(-width * size % 4) for row in rows)
    masks = struct.pack("<4I", *(*fields, 0)[:4]) + bytes(52) if fields else b""
    header = struct.pack("<IiiHHI20x", 40 + len(masks), width, top * height, 1, 8 * size, compression) + masks
    return b"BM" + struct.pack("<I4xI", 14 + len(header) + len(lines), 14 + len(header)) + header + lines


def tiff(tags: dict[int, tuple[int, ...]], parts: list[bytes], *, order: str = "<", tiled: bool = False) -> bytes:
    """Make a TIFF of tags whose values fit into 16 bits, and of strips or tiles."""
    places, sizes = (324, 325) if tiled else (273, 279)
    entries: dict[int, tuple[str, tuple[int, ...]]] = {tag: ("H", values) for tag, values in tags.items()}
    starts = tuple(8 + sum(map(len, parts[:number])) for number in range(len(parts)))
    entries |= {places: ("I", starts), sizes: ("I", tuple(map(len, parts)))}
    body, index = b"".join(parts), b""
    for tag, (kind, values) in sorted(entries.items()):
        packed = struct.pack(f"{order}{len(values)}{kind}", *values)
        if len(packed) > 4:
            body += bytes(len(body) % 2)
            packed, body = struct.pack(f"{order}I", 8 + len(body)), body + packed
        index += struct.pack(f"{order}HHI", tag, {"H": 3, "I": 4}[kind], len(values)) + packed.ljust(4, b"\0")
    body += bytes(len(body) % 2)
    mark = b"II*\0" if order == "<" else b"MM\0*"
    return (
        mark
        + struct.pack(f"{order}I", 8 + len(body))
        + body
        + struct.pack(f"{order}H", len(entries))
        + index
        + bytes(4)
    )
