"""Marks that somebody drew over a picture: which models follow them, and what a model is told of them."""

from bot.domain.errors import OptionNotOffered, OptionsConflict
from bot.domain.models import Model
from bot.domain.options import Options, OutputFormat

MARKUP_INSTRUCTION = (
    "The strokes, circles, arrows and words that are drawn over the first image are instructions: follow them. "
    "They are no part of the picture, and none of them may be left in the result."
)
"""Goes up behind the asker's own words, which stay as they were written wherever people read them."""
INSTRUCTION_LENGTH = len(MARKUP_INSTRUCTION) + 2


def with_instruction(prompt: str) -> str:
    """Say in a prompt what the marks are."""
    return f"{prompt}\n\n{MARKUP_INSTRUCTION}"


def check_markup(options: Options, model: Model) -> None:
    """Refuse marks that the model does not follow, or not for what is asked.

    Raises:
        OptionNotOffered: the model takes none.
        OptionsConflict: an animation, which takes nothing over its picture.
    """
    if not model.markup:
        raise OptionNotOffered(option="markup", value="", offered=(), model=model.name)
    if options.output_format is OutputFormat.GIF:
        still = tuple(one for one in model.formats if one not in {OutputFormat.GIF, OutputFormat.SVG})
        raise OptionsConflict(option="markup", value="", other="format", other_value="gif", offered=still)
