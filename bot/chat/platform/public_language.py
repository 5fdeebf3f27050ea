"""The language of what a whole server reads."""

import discord

from bot.words.language.spoken import language_of, spoken


def public_language(locale: discord.Locale | None) -> str:
    """Name the language of a server by its locale; where there is none, as in a direct message, that of the reader."""
    return spoken() if locale is None else language_of(locale.value)
