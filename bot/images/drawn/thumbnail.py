"""A kept picture as a thumbnail on what is drawn."""

import io

from PIL import Image

from bot.domain.errors import BadImage
from bot.images.codecs.probing import probe
from bot.images.view import flatten, open_view, view_size


def open_thumbnail(data: bytes, *, side: int, paper: str) -> Image.Image | None:
    """Open a picture as RGB, laid on `paper`, of at most `side` pixels a side; None where it cannot be read."""
    try:
        info = probe(data)
        picture = open_view(data, view_size((info.width, info.height), longest=side))
    except BadImage:
        return None
    return flatten(picture, Image.new("RGB", picture.size, paper))


def shrink_to_thumbnail(data: bytes, *, side: int) -> bytes | None:
    """Make a file of a picture small, as a JPEG of at most `side` pixels a side; None where it cannot be read."""
    picture = open_thumbnail(data, side=side, paper="#ffffff")
    if picture is None:
        return None
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=90)
    return stream.getvalue()
