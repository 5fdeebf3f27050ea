"""The reference pipeline, written out: ComfyUI's for a picture and a mask, on float tensors."""

from io import BytesIO
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

Tensor = NDArray[np.float32]

_PNG_LEVEL = 6
_DIFFERENCE = 0.125
_TINT, _JPEG_QUALITY = 0.5, 85


def prepare(data: bytes, pixel_budget: int) -> bytes:
    """Decode to float samples of 0 to 1, scale down with Lanczos, encode as PNG level 6."""
    image = ImageOps.exif_transpose(Image.open(BytesIO(data)))
    image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    return _encode(_scale_down(_to_tensor(image), pixel_budget))


def build_mask(data: bytes, pixel_budget: int) -> bytes:
    """Make RGBA zeros whose alpha is 1 - mask, scale them down as the picture is, encode as PNG level 6."""
    mask = _to_tensor(Image.open(BytesIO(data)).convert("L"))
    tensor = np.zeros((*mask.shape[:2], 4), dtype=np.float32)
    tensor[..., 3] = 1.0 - mask
    return _encode(_scale_down(tensor, pixel_budget))


def find_difference(picture: bytes, copy: bytes) -> bytes:
    """Mark where two pictures of one size differ by more than an eighth, as PNG level 6."""
    one, other = (_to_tensor(Image.open(BytesIO(data)).convert("RGB")) for data in (picture, copy))
    return _encode((np.abs(one - other).max(axis=2) > _DIFFERENCE).astype(np.float32))


def draw_overlay(picture: bytes, region: bytes) -> bytes:
    """Tint what a region marks in a picture, in the size of that, as JPEG."""
    page = Image.open(BytesIO(picture)).convert("RGB")
    mask = Image.open(BytesIO(region)).convert("L").resize(page.size)
    page.paste(Image.blend(page, Image.new("RGB", page.size, "magenta"), _TINT), mask=mask)
    file = BytesIO()
    page.save(file, "JPEG", quality=_JPEG_QUALITY)
    return file.getvalue()


def _to_tensor(image: Image.Image) -> Tensor:
    return np.asarray(image).astype(np.float32) / 255.0


def _to_image(tensor: Tensor) -> Image.Image:
    return Image.fromarray(np.clip(255.0 * tensor, 0, 255).astype(np.uint8))


def _scale_down(tensor: Tensor, pixel_budget: int) -> Tensor:
    height, width = tensor.shape[:2]
    if width * height <= pixel_budget:
        return tensor
    scale = sqrt(pixel_budget / (width * height))
    size = round(width * scale), round(height * scale)
    return _to_tensor(_to_image(tensor).resize(size, Image.Resampling.LANCZOS))


def _encode(tensor: Tensor) -> bytes:
    file = BytesIO()
    _to_image(tensor).save(file, "PNG", compress_level=_PNG_LEVEL)
    return file.getvalue()
