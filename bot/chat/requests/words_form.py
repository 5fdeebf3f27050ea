"""The form that asks for other words, and begins with those that there were."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.limits import FORM_SECONDS
from bot.chat.platform.notation import to_readable, writer_of
from bot.chat.requests.form import PROMPT_FIELD_LIMIT
from bot.words import conversation as conversation_words
from bot.words import progress as progress_words

_FIELDS_AT_MOST = 5
"""Discord's component reference, "Modal"; an option of a command holds 6,000 characters, more than one field."""


class WordsForm(discord.ui.Modal):
    """Hands over the words that were written, names in the place of Discord's notation."""

    def __init__(self, prompt: str, *, ask: Callable[[discord.Interaction[Any], str], Awaitable[None]]) -> None:
        """Begin with `prompt`, in further fields where it is too long for one; `ask` answers the form."""
        super().__init__(title=progress_words.BUTTONS["reword"], timeout=FORM_SECONDS)
        self._ask = ask
        self._fields: list[discord.ui.TextInput[Any]] = []
        parts = [prompt[start : start + PROMPT_FIELD_LIMIT] for start in range(0, len(prompt), PROMPT_FIELD_LIMIT)]
        for place, part in enumerate(parts[:_FIELDS_AT_MOST] or [""]):
            field: discord.ui.TextInput[Any] = discord.ui.TextInput(
                style=discord.TextStyle.paragraph,
                default=part,
                max_length=PROMPT_FIELD_LIMIT,
                required=place == 0,
                custom_id=f"prompt{place}",
            )
            self._fields.append(field)
            self.add_item(discord.ui.Label(text=conversation_words.FORM["words"], component=field))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over."""
        async with answer_errors(interaction):
            written = "".join(field.value for field in self._fields)
            await self._ask(interaction, await to_readable(written, writer_of(interaction)))
