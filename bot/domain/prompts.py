"""What a prompt has to have."""

import unicodedata

from bot.domain.errors import PromptBlank, PromptTooLong

PROMPT_LIMIT = 32_000
"""Characters; OpenAI's API reference, createImage and createImageEdit, `prompt`."""

_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800\U0001d159\ufffc*_~|")
"""Letters and symbols that are blank: Hangul fillers, Braille without a dot, a note without a head, the place of an
object; and what Discord makes other letters bold with, or hides (`** **` is an empty message)."""


def check_prompt(prompt: str, *, limit: int = PROMPT_LIMIT) -> None:
    """Refuse a prompt that the API would refuse; `limit` is lower where more is added to it.

    Raises:
        PromptBlank: nothing in it can be seen: white space, fillers, marks without a letter, control, format and
            formatting characters alone.
        PromptTooLong: it is over so many characters.
    """
    if all(unicodedata.category(char)[0] in "CMZ" or char in _BLANK for char in prompt):
        raise PromptBlank
    if len(prompt) > limit:
        raise PromptTooLong(length=len(prompt), limit=limit)
