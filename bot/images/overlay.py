"""The region of a change, shown on its picture."""

from PIL import Image

from bot.images.encode import encode_jpeg
from bot.images.region import open_region
from bot.images.view import flatten, open_view


def draw_overlay(picture: bytes, region: bytes | None, *, grid: bool = True) -> bytes:  # noqa: ARG001
    """Draw a picture with a tint where a region is."""
    view = open_view(picture)
    page = flatten(view, Image.new("RGB", view.size, "white"))
    if region is not None:
        tint = Image.blend(page, Image.new("RGB", page.size, "#ff00aa"), 0.5)
        page.paste(tint, mask=open_region(region).resize(page.size))
    return encode_jpeg(page, quality=85)
