"""The PNG container: its header, and what of it is needed to show the picture."""

import struct

from bot.domain.errors import BrokenImage
from bot.images.codecs.apng import find_first_frame
from bot.images.codecs.excerpt import Excerpt
from bot.images.codecs.exif import UPRIGHT, orientation_of
from bot.images.codecs.header import Header
from bot.images.codecs.png_ancillary import PALETTE, used_chunks, write_colour
from bot.images.codecs.png_chunks import SIGNATURE, check_crc, is_ancillary, is_sound, make_chunk
from bot.images.codecs.png_pixels import are_pixels_whole
from bot.images.colour import DeclaredColour

# Colour belongs to the picture; text, time, EXIF and private chunks do not. W3C PNG, third edition, chapter 11.
# What sBIT, bKGD, pHYs and the two for mastering say changes no pixel that is seen.
_CRITICAL = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND"))
_COLOUR = frozenset((b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP"))
_ANIMATION = frozenset((b"acTL", b"fcTL", b"fdAT"))
_BIT_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_GREY_ALPHA, _RGB_ALPHA = 4, 6
_READ = frozenset((b"tRNS", b"acTL", b"eXIf", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP"))
_IHDR_BYTES = 25
_SCALE = 100_000
"""gAMA and cHRM are whole numbers of this part."""


def read_header(data: bytes) -> Header:
    """Read the declared properties; `data` starts with the signature.

    Raises:
        BrokenImage: an IHDR that is damaged or not first.
    """
    width = height = colour = 0
    found: dict[bytes, bytes] = {}
    for kind, start, end in used_chunks(data):
        if kind == b"IHDR" and not width:
            check_crc(data, start, end)
            width, height, depth, colour, *rest = struct.unpack_from(">IIBBBBB", data, start + 8)
            if end - start != _IHDR_BYTES:
                raise BrokenImage(detail="length of IHDR")
            if not width or not height or depth not in _BIT_DEPTHS.get(colour, ()) or rest[:2] != [0, 0]:
                raise BrokenImage(detail="impossible IHDR")
        elif not width:
            raise BrokenImage(detail="no IHDR")
        elif kind in _READ and kind not in found:
            found[kind] = data[start + 8 : end - 4]
    if not width:
        raise BrokenImage(detail="no IHDR")
    frame = find_first_frame(data) if b"acTL" in found else None
    box = frame.box if frame and frame.box != (0, 0, width, height) else None
    return Header(
        width,
        height,
        orientation=orientation_of(found[b"eXIf"]) if b"eXIf" in found else UPRIGHT,
        animated=b"acTL" in found,
        has_alpha=b"tRNS" in found or colour in {_GREY_ALPHA, _RGB_ALPHA} or box is not None,
        is_plain=box is None,
        frame=box,
        colour=_declared_colour(found),
    )


def find_essential(data: bytes) -> Excerpt:
    """Cut out everything that the picture does not need, and check the checksum of all that it does.

    An ancillary chunk that is wrong goes too, as every viewer has it, and an end that is missing or damaged is added
    where all pixels are there. Where the default image is no frame of an animation, the first frame takes its place:
    nobody who opens the file sees the former.

    Raises:
        BrokenImage: cut off inside of its pixels, damaged, or without pixels or palette.
        zlib.error: damaged, where the end is missing.
    """
    kept = [one for one in used_chunks(data) if _is_kept(data, *one)]
    kinds = [kind for kind, _start, _end in kept]
    if kinds.count(b"IHDR") != 1 or b"IDAT" not in kinds:
        raise BrokenImage(detail="no pixels, or not one header")
    if data[25] == PALETTE and b"PLTE" not in kinds:
        raise BrokenImage(detail="no palette")
    pixels = [(start + 8, min(end - 4, len(data))) for kind, start, end in kept if kind == b"IDAT"]
    if b"IEND" not in kinds and not are_pixels_whole(data, pixels, struct.unpack_from(">II", data, 16)):
        raise BrokenImage(detail="cut off before IEND")
    excerpt = _put_together(data, kept)
    if b"IEND" not in kinds:
        excerpt.insert(make_chunk(b"IEND", b""))
    return excerpt


def _put_together(data: bytes, chunks: list[tuple[bytes, int, int]]) -> Excerpt:
    frame = find_first_frame(data)
    excerpt = Excerpt(data)
    excerpt.keep(0, len(SIGNATURE))
    has_pixels = False
    for kind, start, end in chunks:
        if frame is None or kind not in {b"IHDR", b"IDAT"}:
            if is_ancillary(kind):
                excerpt.write(start, end, write_colour(kind, data[start + 8 : end - 4], data))
            elif kind == b"IEND":
                excerpt.write(start, end, make_chunk(kind, b""))
            elif end > len(data):
                excerpt.insert(make_chunk(kind, data[start + 8 :]))
            else:
                excerpt.keep(start, end)
        elif kind == b"IHDR":
            frame.insert_header(excerpt, data)
        elif not has_pixels:
            frame.insert_data(excerpt, data)
            has_pixels = True
    return excerpt


def _is_kept(data: bytes, kind: bytes, start: int, end: int) -> bool:
    if kind not in _CRITICAL | _COLOUR:
        if kind not in _ANIMATION and not is_ancillary(kind):
            raise BrokenImage(detail=f"unknown critical chunk {kind!r}")
        return False
    if is_ancillary(kind):
        return True
    if kind == b"IEND":
        return is_sound(data, start, end)
    # What is cut off in the last of its pixels may miss nothing but a checksum.
    if end <= len(data) or kind != b"IDAT":
        check_crc(data, start, end)
    return True


def _declared_colour(found: dict[bytes, bytes]) -> DeclaredColour | None:
    """Read the colours that apply: of cICP, iCCP, sRGB and the pair of gAMA and cHRM the first that is there.

    W3C PNG, third edition, 13.1.
    """
    if (code_points := found.get(b"cICP")) and not code_points[2]:
        return DeclaredColour(code_points=(code_points[0], code_points[1]))
    if b"iCCP" in found or b"sRGB" in found:
        return None
    gamma = chromaticities = None
    if b"gAMA" in found:
        gamma = int.from_bytes(found[b"gAMA"]) / _SCALE or None
    if b"cHRM" in found:
        chromaticities = tuple(one / _SCALE for one in struct.unpack(">8I", found[b"cHRM"]))
    return DeclaredColour(gamma=gamma, chromaticities=chromaticities) if gamma or chromaticities else None
