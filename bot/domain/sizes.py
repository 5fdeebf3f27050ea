"""Sizes as people write them, and those that are suggested."""

from collections.abc import Sequence

from bot.domain.models import Model
from bot.domain.options import FRAMES, FRAMES_BY_DEFAULT, OutputFormat, Size, takes_size


def clean_size(text: str) -> str:
    """Write a size as the API does: `1536 X 864` and `1536*864` are `1536x864`."""
    return "".join(text.lower().split()).replace("\u00d7", "x").replace("*", "x")


def size_for(text: str, sizes: Sequence[str]) -> str:
    """Find the size that was meant: of `portrait`, `landscape` and `square`, the first that is among some sizes.

    Any other text stands for itself.
    """
    word = clean_size(text)
    for suggested in sizes:
        size = Size.from_text(suggested)
        if size is not None and word == shape_of(size):
            return suggested
    return word


def frames_for(output_format: str | None, frames: object) -> int | None:
    """Say how many frames a picture will have; None where it is none of several.

    What is no number of frames, as while it is typed, counts as what the provider does by itself.
    """
    if output_format != OutputFormat.GIF:
        return None
    if isinstance(frames, int) and FRAMES[0] <= frames <= FRAMES[1]:
        return frames
    return FRAMES_BY_DEFAULT


def usual_sizes(model: Model, *, frames: int | None) -> tuple[str, ...]:
    """List the sizes that a model suggests: of pictures, or of so many `frames`."""
    if frames is None:
        return model.sizes
    return tuple(one for one in model.frame_sizes if takes_size(model, one, frames=frames))


def shape_of(size: Size) -> str:
    """Name a size's shape: square, portrait or landscape."""
    if size.width == size.height:
        return "square"
    return "portrait" if size.width < size.height else "landscape"
