"""Preparing pictures and masks, against the reference."""

import asyncio
import statistics
import time
from functools import partial
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw

from benchmarks import reference
from benchmarks.measure import Rival, Row, memory_row, speed_row
from bot.domain.fitting import fit_within
from bot.images.drawn.overlay import draw_overlay
from bot.images.masks.mask import build_mask
from bot.images.masks.painted_copy import find_painted
from bot.images.masks.region import read_region
from bot.images.offload import Offload
from bot.images.prepare import prepare_image

PIXEL_BUDGET = 1536 * 1024
LARGEST_DELAY_SECONDS = 0.05

_12_MP = 4000, 3000
_48_MP = 8000, 6000
_TICK_SECONDS = 0.001
_DELAY_RUNS = 5


def rows() -> list[Row]:
    """Measure everything about pictures and masks."""
    prepare = Rival(partial(_prepare), partial(reference.prepare, pixel_budget=PIXEL_BUDGET))
    mask = Rival(_build_mask, partial(reference.build_mask, pixel_budget=PIXEL_BUDGET))
    large = encode(photo(*_12_MP), "JPEG", quality=90)
    huge = encode(photo(*_48_MP), "JPEG", quality=90)
    small = photo(1536, 1024)
    drawn = _mask(*_12_MP)
    return [
        speed_row("12 MP JPEG", prepare, large, times=8),
        memory_row("12 MP JPEG", prepare, large, part=10),
        speed_row("48 MP JPEG", prepare, huge, times=13),
        memory_row("48 MP JPEG", prepare, huge, part=40),
        speed_row("JPEG that fits", prepare, encode(small, "JPEG", quality=90), times=100),
        speed_row("WebP that fits", prepare, encode(small, "WEBP", quality=90), times=100),
        speed_row("PNG that fits", prepare, encode(small, "PNG"), times=100),
        speed_row("12 MP mask", mask, drawn, times=5),
        memory_row("12 MP mask", mask, drawn, part=25),
        *_part_rows(),
        speed_row("2048x2048 PNG, transparent", prepare, encode(_cutout(2048), "PNG"), times=4),
        _delay_row(huge),
    ]


def _prepare(data: bytes) -> object:
    return prepare_image(data, pixel_budget=PIXEL_BUDGET)


def _build_mask(data: bytes) -> object:
    return build_mask(data, image_size=_12_MP, upload_size=fit_within(_12_MP, PIXEL_BUDGET))


def _part_rows() -> list[Row]:
    """Measure what a person waits for who paints over a copy of a picture: it is found, and shown to them."""
    picture, copy, region = _painted_over()
    find = Rival(partial(find_painted, picture), partial(reference.find_difference, picture))
    overlay = Rival(partial(draw_overlay, picture), partial(reference.draw_overlay, picture))
    return [
        speed_row("12 MP, painted over", find, copy, times=2),
        memory_row("12 MP, painted over", find, copy, part=5),
        speed_row("12 MP overlay", overlay, region, times=1.5),
    ]


def _painted_over() -> tuple[bytes, bytes, bytes]:
    """Make a photo, a copy of it with a red ellipse, saved as a phone does, and the region that is marked."""
    taken = photo(*_12_MP)
    part = Image.new("L", _12_MP)
    ImageDraw.Draw(part).ellipse((800, 700, 2400, 2000), fill=255)
    copy = taken.copy()
    copy.paste((230, 30, 30), mask=part)
    return (
        encode(taken, "JPEG", quality=92),
        encode(copy, "JPEG", quality=85),
        read_region(encode(part, "PNG"), _12_MP),
    )


def _delay_row(data: bytes) -> Row:
    worsts = [asyncio.run(_worst_delay(data)) for _ in range(_DELAY_RUNS)]
    worst = statistics.median(worsts)
    return Row(
        name="event loop, two 48 MP JPEGs",
        measured=f"{worst * 1e3:.1f} ms late at worst",
        target=f"under {LARGEST_DELAY_SECONDS * 1e3:g} ms",
        met=worst < LARGEST_DELAY_SECONDS,
        detail=f"the worst of each run, median of {_DELAY_RUNS} runs; of all {max(worsts) * 1e3:.1f} ms",
    )


async def _worst_delay(data: bytes) -> float:
    offload = Offload()
    work = asyncio.gather(*(offload.run(_prepare, data) for _ in range(2)))
    worst = 0.0
    while not work.done():
        start = time.perf_counter()
        await asyncio.sleep(_TICK_SECONDS)
        worst = max(worst, time.perf_counter() - start - _TICK_SECONDS)
    await work
    offload.close()
    return worst


def photo(width: int, height: int) -> Image.Image:
    """Make what a camera makes, as far as codecs can tell: smooth colours, edges of all sizes and some noise."""
    random = np.random.default_rng(width)
    total = np.zeros((height, width, 3), dtype=np.float32)
    for cells, strength in ((4, 0.6), (32, 0.25), (256, 0.15)):
        coarse = random.integers(0, 256, (cells * height // width + 2, cells, 3), dtype=np.uint8)
        total += strength * np.asarray(Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC))
    total += random.normal(0, 4, (height, width, 1)).astype(np.float32)
    return Image.fromarray(np.clip(total, 0, 255).astype(np.uint8))


def _mask(width: int, height: int) -> bytes:
    """Draw soft blobs, white on black, in mode L."""
    coarse = np.random.default_rng(1).integers(0, 2, (12, 16), dtype=np.uint8) * 255
    blobs = Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC)
    return encode(blobs.point([min(255, max(0, 6 * (grey - 108))) for grey in range(256)]), "PNG")


def _cutout(side: int) -> Image.Image:
    """Make a photo with a round transparent hole that has a soft edge."""
    image = photo(side, side)
    row = np.linspace(-1, 1, side, dtype=np.float32)
    distance = np.hypot(row[:, None], row[None, :])
    image.putalpha(Image.fromarray((np.clip(4 * distance - 1, 0, 1) * 255).astype(np.uint8)))
    return image


def encode(image: Image.Image, format_: str, **options: int) -> bytes:
    """Encode a picture as Pillow does."""
    file = BytesIO()
    image.save(file, format_, **options)
    return file.getvalue()
