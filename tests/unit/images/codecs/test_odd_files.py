"""Files of rare kinds that viewers show: scanners, old programs and careless writers make them."""

import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial

import numpy as np
import pytest
from PIL import Image

from bot.domain.errors import BadImage, BrokenImage, UnsupportedImage
from bot.images.codecs.probing import find_essential, probe, verify_result
from bot.images.prepare import prepare_image
from bot.images.view import open_view
from tests.unit.images.pictures import (
    bitmap,
    chunk,
    decode,
    deep_png,
    encode,
    photo,
    samples,
    segment,
    srgb_profile,
    tiff,
)

SIZE = WIDTH, HEIGHT = 96, 64
PLENTY = 1 << 20
PHOTO = photo(*SIZE)
RGB = np.asarray(PHOTO)
GREY = RGB[..., 0]
ALPHA = np.where(np.arange(WIDTH) < WIDTH // 2, 0, 255).astype(np.uint8)[None].repeat(HEIGHT, 0)
CUT_OUT = Image.fromarray(np.dstack((RGB, ALPHA)))
GREY_PHOTO = Image.fromarray(GREY)
BGR = np.ascontiguousarray(RGB[..., ::-1])


def tags(
    bits: int, photometric: int, channels: int = 1, **further: int | tuple[int, ...]
) -> dict[int, tuple[int, ...]]:
    """Name what a TIFF is; `further` are tags by their numbers."""
    given = {int(name[1:]): value if isinstance(value, tuple) else (value,) for name, value in further.items()}
    sides = {256: (WIDTH,), 257: (HEIGHT,), 258: (bits,) * channels, 259: (1,), 262: (photometric,)}
    return {**sides, 277: (channels,), 278: (HEIGHT,), **given}


def deep(image: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]", order: str = "<") -> bytes:
    return (image.astype(np.uint16) * 257).astype(f"{order}u2").tobytes()


def tiles(side: int, *, planar: bool = False, compression: int = 1) -> bytes:
    planes = [RGB[..., one : one + 1] for one in range(3)] if planar else [RGB]
    parts = []
    for plane in planes:
        for top in range(0, HEIGHT, side):
            for left in range(0, WIDTH, side):
                tile = np.zeros((side, side, plane.shape[2]), np.uint8)
                piece = plane[top : top + side, left : left + side]
                tile[: piece.shape[0], : piece.shape[1]] = piece
                parts.append(zlib.compress(tile.tobytes()) if compression == 8 else tile.tobytes())
    said = tags(8, 2, 3, t259=compression, t322=side, t323=side, **({"t284": 2} if planar else {}))
    del said[278]
    return tiff(said, parts, tiled=True)


def fax(compression: str) -> bytes:
    return encode(PHOTO.convert("1"), "TIFF", compression=compression)


CMYK = np.asarray(PHOTO.convert("CMYK"))
NIBBLES = (GREY // 17).astype(np.uint8)
PACKED = NIBBLES[:, ::2] << 4 | NIBBLES[:, 1::2]
IN_4_BITS = Image.fromarray(NIBBLES * 17)

TIFFS: dict[str, tuple[Callable[[], bytes], Image.Image]] = {
    "fax, group 3": (lambda: fax("group3"), PHOTO.convert("1")),
    "fax, group 4": (lambda: fax("group4"), PHOTO.convert("1")),
    "fax, runs": (lambda: fax("tiff_ccitt"), PHOTO.convert("1")),
    "CMYK": (lambda: encode(PHOTO.convert("CMYK"), "TIFF"), PHOTO),
    "CMYK, JPEG": (lambda: encode(PHOTO.convert("CMYK"), "TIFF", compression="jpeg"), PHOTO),
    "CMYK of 16 bits": (lambda: tiff(tags(16, 5, 4), [deep(CMYK)]), PHOTO),
    "CMYK with alpha": (
        lambda: tiff(tags(8, 5, 5, t338=2), [np.dstack((CMYK, ALPHA)).astype(np.uint8).tobytes()]),
        PHOTO,
    ),
    "pages": (lambda: encode(PHOTO, "TIFF", save_all=True, append_images=[PHOTO.rotate(180)] * 2), PHOTO),
    "planes": (lambda: tiff(tags(8, 2, 3, t284=2), [RGB[..., one].tobytes() for one in range(3)]), PHOTO),
    "planes of 16 bits": (lambda: tiff(tags(16, 2, 3, t284=2), [deep(RGB[..., one]) for one in range(3)]), PHOTO),
    "colours of 16 bits": (lambda: tiff(tags(16, 2, 3), [deep(RGB, ">")], order=">"), PHOTO),
    "white is 0, 16 bits": (lambda: tiff(tags(16, 0), [deep(255 - GREY)]), GREY_PHOTO),
    "white is 0, 16 bits, Motorola": (lambda: tiff(tags(16, 0), [deep(255 - GREY, ">")], order=">"), GREY_PHOTO),
    "white is 0": (lambda: tiff(tags(8, 0), [(255 - GREY).tobytes()]), GREY_PHOTO),
    "4 bits": (lambda: tiff(tags(4, 1), [PACKED.tobytes()]), IN_4_BITS),
    "palette of 4 bits": (
        lambda: tiff(tags(4, 3, t320=tuple(257 * 17 * one for one in range(16)) * 3), [PACKED.tobytes()]),
        IN_4_BITS,
    ),
    "floating point": (
        lambda: tiff(tags(32, 1, t339=3), [(GREY / 255).astype("<f4").tobytes()]),
        GREY_PHOTO,
    ),
    "an unspecified sample": (
        lambda: tiff(tags(8, 2, 4, t338=0), [np.dstack((RGB, ALPHA)).tobytes()]),
        PHOTO,
    ),
    "alpha": (lambda: tiff(tags(8, 2, 4, t338=2), [np.dstack((RGB, ALPHA)).tobytes()]), CUT_OUT),
    "tiles": (lambda: tiles(32), PHOTO),
    "tiles that stick out": (lambda: tiles(48), PHOTO),
    "a tile larger than the picture": (lambda: tiles(128, compression=8), PHOTO),
    "tiles in planes": (lambda: tiles(32, planar=True, compression=8), PHOTO),
}


def pixels_of_16(red: int, green: int, blue: int, alpha: int = 0) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint16]]":
    """Put samples of 4 or 5 bits at these places into pixels of 16."""
    wide = RGB.astype(np.uint16) >> (4 if alpha == 0xF000 else 3)
    lowest = [(mask & -mask).bit_length() - 1 for mask in (red, green, blue)]
    value = wide[..., 0] << lowest[0] | wide[..., 1] << lowest[1] | wide[..., 2] << lowest[2]
    return (value | np.where(ALPHA > 0, alpha, 0)).astype("<u2")


def of_32(
    *channels: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]",
) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    return np.dstack(channels)[::-1]


def runs(rows: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]", *, nibbles: bool = False) -> bytes:
    body = b""
    for row in rows[::-1]:
        pairs = zip(row[::2], row[1::2], strict=True)
        body += (
            b"".join(bytes((2, one << 4 | other)) for one, other in pairs)
            if nibbles
            else b"".join(bytes((1, one)) for one in row)
        )
        body += b"\0\0"
    entries = 16 if nibbles else 256
    palette = b"".join(bytes((one, one, one, 0)) for one in range(0, 256, 255 // (entries - 1)))
    bits, kind = (4, 2) if nibbles else (8, 1)
    header = struct.pack("<IiiHHI20x", 40, WIDTH, HEIGHT, 1, bits, kind)
    start = 54 + len(palette)
    return b"BM" + struct.pack("<I4xI", start + len(body) + 2, start) + header + palette + body + b"\0\1"


R, G, B = RGB[..., 0], RGB[..., 1], RGB[..., 2]
ODD, FULL = np.full((HEIGHT, WIDTH), 7, np.uint8), np.full((HEIGHT, WIDTH), 255, np.uint8)

BMPS: dict[str, tuple[Callable[[], bytes], Image.Image]] = {
    "top down": (lambda: bitmap(BGR, top=-1), PHOTO),
    "32 bits": (lambda: bitmap(of_32(B, G, R, ODD)), PHOTO),
    "alpha": (lambda: bitmap(of_32(B, G, R, ALPHA), compression=3, fields=(255 << 16, 65280, 255, 255 << 24)), CUT_OUT),
    "alpha first": (
        lambda: bitmap(of_32(ALPHA, R, G, B), compression=3, fields=(65280, 255 << 16, 255 << 24, 255)),
        CUT_OUT,
    ),
    "alpha, named by its compression": (
        lambda: bitmap(of_32(B, G, R, ALPHA), compression=6, fields=(255 << 16, 65280, 255, 255 << 24)),
        CUT_OUT,
    ),
    "alpha that would hide all": (
        lambda: bitmap(of_32(B, G, R, 0 * ODD), compression=3, fields=(255 << 16, 65280, 255, 255 << 24)),
        PHOTO,
    ),
    "16 bits": (lambda: bitmap(pixels_of_16(0x7C00, 0x3E0, 0x1F)[::-1]), PHOTO),
    "5 bits and alpha": (
        lambda: bitmap(
            pixels_of_16(0x7C00, 0x3E0, 0x1F, 0x8000)[::-1], compression=3, fields=(0x7C00, 0x3E0, 0x1F, 0x8000)
        ),
        CUT_OUT,
    ),
    "4 bits and alpha": (
        lambda: bitmap(pixels_of_16(0xF00, 0xF0, 0xF, 0xF000)[::-1], compression=3, fields=(0xF00, 0xF0, 0xF, 0xF000)),
        CUT_OUT,
    ),
    "10 bits": (
        lambda: bitmap(
            (R.astype("<u4") << 22 | G.astype("<u4") << 12 | B.astype("<u4") << 2)[::-1],
            compression=3,
            fields=(1023 << 20, 1023 << 10, 1023),
        ),
        PHOTO,
    ),
    "runs": (lambda: runs(GREY), GREY_PHOTO),
    "runs of 4 bits": (lambda: runs(NIBBLES, nibbles=True), IN_4_BITS),
    "runs without an end": (lambda: runs(GREY)[:-2], GREY_PHOTO),
    "the last row not padded": (lambda: bitmap(BGR[::-1, :95])[:-3], PHOTO.crop((0, 0, 95, HEIGHT))),
}


@cache
def png() -> bytes:
    return encode(PHOTO, "PNG")


def with_chunks(*chunks: bytes) -> bytes:
    return png()[:33] + b"".join(chunks) + png()[33:]


def interlaced() -> bytes:
    """Make a PNG in seven passes, whose rows are not filtered."""
    steps = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    rows = (row for left, top, across, down in steps for row in RGB[top::down, left::across])
    header = struct.pack(">IIBBBBB", *SIZE, 8, 2, 0, 0, 1)
    pixels = zlib.compress(b"".join(b"\0" + row.tobytes() for row in rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


PALETTE = encode(PHOTO.convert("P"), "PNG")
BEFORE_PIXELS = PALETTE.index(b"IDAT") - 4
SHORT = [
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"pHYs",
    b"tRNS",
    b"bKGD",
    b"sBIT",
    b"cICP",
    b"mDCV",
    b"cLLI",
    b"eXIf",
    b"acTL",
    b"iCCP",
]

PNGS: dict[str, tuple[Callable[[], bytes], Image.Image]] = {
    **{f"{kind.decode()} without its bytes": (partial(with_chunks, chunk(kind, b"")), PHOTO) for kind in SHORT},
    "a second gAMA": (
        lambda: with_chunks(chunk(b"gAMA", struct.pack(">I", 45455)), chunk(b"gAMA", struct.pack(">I", 100_000))),
        PHOTO,
    ),
    "gAMA behind the pixels": (
        lambda: png()[:-12] + chunk(b"gAMA", struct.pack(">I", 100_000)) + png()[-12:],
        PHOTO,
    ),
    "more transparency than colours": (
        lambda: PALETTE[:BEFORE_PIXELS] + chunk(b"tRNS", bytes(300)) + PALETTE[BEFORE_PIXELS:],
        PHOTO.convert("P").convert("RGB"),
    ),
    "a suggested palette with a wrong checksum": (lambda: with_chunks(chunk(b"PLTE", bytes(30))[:-1] + b"x"), PHOTO),
    "no end": (lambda: png()[:-12], PHOTO),
    "cut off in its end": (lambda: png()[:-3], PHOTO),
    "a wrong checksum in its end": (lambda: png()[:-4] + b"nope", PHOTO),
    "cut off in its last checksum": (lambda: png()[:-14], PHOTO),
    "interlaced, no end": (lambda: interlaced()[:-14], PHOTO),
    "pieces without pixels": (lambda: png()[:-12] + chunk(b"IDAT", b"") + png()[-12:], PHOTO),
    "something behind its end": (lambda: png() + b"something", PHOTO),
    "16 bits": (lambda: deep_png(RGB.astype(np.uint16) * 257), PHOTO),
}

JPEG = encode(PHOTO, "JPEG", quality=98, subsampling=0)
WEBP = encode(PHOTO, "WEBP", lossless=True)
AVIF = encode(PHOTO, "AVIF", quality=95)
GIF = encode(PHOTO.convert("P"), "GIF")
IN_256 = PHOTO.convert("P").convert("RGB")

OTHERS: dict[str, tuple[Callable[[], bytes], Image.Image]] = {
    "JPEG of inks, with Adobe's mark": (lambda: encode(PHOTO.convert("CMYK"), "JPEG", quality=98), PHOTO),
    "JPEG of red, green and blue": (lambda: encode(PHOTO, "JPEG", quality=98, keep_rgb=True), PHOTO),
    "JPEG with a part of a profile": (
        lambda: JPEG[:2] + segment(0xE2, b"ICC_PROFILE\0\1\3" + bytes(99)) + JPEG[2:],
        PHOTO,
    ),
    "JPEG with broken EXIF": (lambda: JPEG[:2] + segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff") + JPEG[2:], PHOTO),
    "WebP that says to be longer": (lambda: WEBP[:4] + struct.pack("<I", len(WEBP) + 90) + WEBP[8:], PHOTO),
    "WebP that says to be shorter": (lambda: WEBP[:4] + struct.pack("<I", len(WEBP) - 9) + WEBP[8:], PHOTO),
    "AVIF with something behind it": (lambda: AVIF + b"something", PHOTO),
    "GIF without its end": (lambda: GIF[:-1], IN_256),
    "GIF with something behind it": (lambda: GIF + b"something", IN_256),
    "GIF without a screen": (lambda: GIF[:6] + bytes(4) + GIF[10:], IN_256),
}

EVERY = {
    f"{format_}: {kind}": case
    for format_, cases in (("TIFF", TIFFS), ("BMP", BMPS), ("PNG", PNGS), ("other", OTHERS))
    for kind, case in cases.items()
}


@pytest.mark.parametrize("kind", EVERY)
def test_a_file_that_viewers_show_is_taken_as_they_show_it(kind: str) -> None:
    make, shown = EVERY[kind]
    data = make()

    view = samples(open_view(data).convert("RGBA"))
    uploaded = samples(decode(prepare_image(data, pixel_budget=PLENTY).data).convert("RGBA"))

    expected = samples(shown.convert("RGBA"))
    seen = expected[..., 3] > 0
    for one in (view, uploaded):
        assert np.array_equal(one[..., 3] > 0, seen)
        assert np.abs(one - expected)[seen].mean() < 5
    if kind.startswith("PNG"):
        verify_result(data)


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize(
    "broken",
    [
        b"icc\0\0not deflated",
        b"icc\0\1" + zlib.compress(srgb_profile()),
        b"icc\0\0" + zlib.compress(srgb_profile()[:200]),
        b"icc\0\0" + zlib.compress(srgb_profile()[:36] + b"none" + srgb_profile()[40:]),
        b"icc\0\0" + zlib.compress(srgb_profile()[:16] + b"CMYK" + srgb_profile()[20:]),
        b"\0\0" + zlib.compress(srgb_profile()),
        b"no end of its name",
    ],
)
def test_where_a_profile_is_broken_the_colours_are_those_that_the_file_says_otherwise(broken: bytes, mode: str) -> None:
    whole = encode(PHOTO.convert(mode), "PNG")
    gamma = chunk(b"gAMA", struct.pack(">I", 100_000))
    plain = whole[:33] + gamma + whole[33:]
    data = whole[:33] + gamma + chunk(b"iCCP", broken) + whole[33:]

    assert np.array_equal(samples(open_view(data)), samples(open_view(plain)))
    assert not np.array_equal(samples(open_view(data)), samples(open_view(whole)))
    assert b"iCCP" not in find_essential(data, probe(data)).to_bytes()


def test_a_profile_of_2_mb_counts() -> None:
    large = srgb_profile() + bytes(2 << 20)
    data = with_chunks(chunk(b"iCCP", b"icc\0\0" + zlib.compress(large)))

    assert np.array_equal(samples(open_view(data)), samples(PHOTO))


@pytest.mark.parametrize("compression", ["group3", "group4"])
def test_a_damaged_fax_says_nothing_on_standard_error(compression: str, capfd: pytest.CaptureFixture[str]) -> None:
    data = bytearray(fax(compression))
    data[100:300] = bytes(reversed(range(200)))
    with suppress(BadImage):
        open_view(bytes(data))

    assert capfd.readouterr() == ("", "")


RARE = {
    "TIFF of floating point colours": lambda: tiff(tags(32, 2, 3, t339=(3, 3, 3)), [RGB.astype("<f4").tobytes()]),
    "TIFF in another compression": lambda: tiff(tags(8, 2, 3, t259=34925), [RGB.tobytes()]),
    "TIFF, BigTIFF": lambda: encode(PHOTO, "TIFF", big_tiff=True),
    "BMP with a JPEG in it": lambda: b"BM" + struct.pack("<I4xI", 0, 54) + struct.pack("<IiiHHI20x", 40, 9, 9, 1, 0, 4),
}


@pytest.mark.parametrize("kind", RARE)
def test_a_kind_that_is_not_read_is_refused_as_such_and_not_as_damage(kind: str) -> None:
    with pytest.raises(UnsupportedImage) as refusal:
        prepare_image(RARE[kind](), pixel_budget=PLENTY)

    assert refusal.value.found == kind.split(maxsplit=1)[0].rstrip(",")


@pytest.mark.parametrize("missing", [60, 150])
def test_a_png_whose_pixels_are_not_all_there_is_cut_off(missing: int) -> None:
    with pytest.raises(BrokenImage):
        verify_result(png()[:-missing])
