"""The tokens of an answer, counted as plausibly as a server without a model can."""

from math import ceil
from typing import Any

from bot.demo.api.drawing.render import PictureSpec
from bot.demo.api.drawing.retouch import Sources
from bot.demo.api.image_request import ImageRequest

PARTIAL_TOKENS = 100
# Output tokens of gpt-image-1 by size, https://platform.openai.com/docs/guides/image-generation (2025-04);
# xhigh and max, for which no figures are public, go on doubling.
_OUTPUT_TOKENS = {
    (1024, 1024): {"low": 272, "medium": 1056, "high": 4160, "xhigh": 8320, "max": 16640},
    (1024, 1536): {"low": 408, "medium": 1584, "high": 6240, "xhigh": 12480, "max": 24960},
    (1536, 1024): {"low": 400, "medium": 1568, "high": 6208, "xhigh": 12416, "max": 24832},
}
_SQUARE = (1024, 1024)
_CHARACTERS_PER_TOKEN = 4
# An input picture of gpt-image-1: so much for it, and so much for each tile of 512 pixels once its shorter side
# is scaled down to 512.
_BASE_TOKENS = 65
_TILE_TOKENS = 129
_TILE = 512
_FIDELITY_TOKENS = 4160


def count_usage(asked: ImageRequest, *, pictures: int, with_input: bool = True) -> dict[str, Any]:
    """Count the tokens of so many pictures of a request; of its input only `with_input`."""
    text = ceil(len(asked.picture.prompt.encode()) / _CHARACTERS_PER_TOKEN) if with_input else 0
    image = _input_tokens(asked.picture.sources, high_fidelity=asked.high_fidelity) if with_input else 0
    output = pictures * (_output_tokens(asked.picture) + PARTIAL_TOKENS * asked.partial_images)
    return {
        "input_tokens": text + image,
        "output_tokens": output,
        "total_tokens": text + image + output,
        "input_tokens_details": {"text_tokens": text, "image_tokens": image},
        "output_tokens_details": {"text_tokens": 0, "image_tokens": output},
    }


def _output_tokens(picture: PictureSpec) -> int:
    size = (picture.width, picture.height)
    if size in _OUTPUT_TOKENS:
        return _OUTPUT_TOKENS[size][picture.quality]
    return ceil(_OUTPUT_TOKENS[_SQUARE][picture.quality] * picture.width * picture.height / (_SQUARE[0] * _SQUARE[1]))


def _input_tokens(sources: Sources | None, *, high_fidelity: bool) -> int:
    if sources is None:
        return 0
    total = 0
    for picture in (sources.base, *sources.others):
        shrink = min(1.0, _TILE / min(picture.size))
        tiles = ceil(picture.width * shrink / _TILE) * ceil(picture.height * shrink / _TILE)
        total += _BASE_TOKENS + _TILE_TOKENS * tiles + (_FIDELITY_TOKENS if high_fidelity else 0)
    return total
