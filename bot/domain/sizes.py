"""Sizes as people write them."""

from bot.domain.models import Model
from bot.domain.options import Size


def clean_size(text: str) -> str:
    """Write a size as the API does: `1536 X 864` and `1536*864` are `1536x864`."""
    return "".join(text.lower().split()).replace("\u00d7", "x").replace("*", "x")


def size_for(text: str, model: Model) -> str:
    """Find the size that was meant: of `portrait`, `landscape` and `square`, the first that a model suggests.

    Any other text stands for itself.
    """
    word = clean_size(text)
    for suggested in model.sizes:
        size = Size.from_text(suggested)
        if size is not None and word == shape_of(size):
            return suggested
    return word


def shape_of(size: Size) -> str:
    """Name a size's shape: square, portrait or landscape."""
    if size.width == size.height:
        return "square"
    return "portrait" if size.width < size.height else "landscape"
