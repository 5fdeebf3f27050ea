"""Pictures that people attach."""

import io

from PIL import Image, ImageDraw


def encode(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def photo(width: int = 640, height: int = 480) -> Image.Image:
    """Draw something with an up and a down, a left and a right."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    ImageDraw.Draw(image).ellipse((width // 8, height // 8, width // 2, height // 2), fill=(200, 60, 20))
    return image


def photo_png(width: int = 640, height: int = 480) -> bytes:
    return encode(photo(width, height))


def mask(width: int = 640, height: int = 480, *, box: tuple[int, int, int, int] | None = None) -> Image.Image:
    """Draw white where to repaint: the right half, or a box."""
    image = Image.new("L", (width, height), 0)
    ImageDraw.Draw(image).rectangle(box or (width // 2, 0, width, height), fill=255)
    return image


def mask_png(width: int = 640, height: int = 480) -> bytes:
    return encode(mask(width, height))


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image
