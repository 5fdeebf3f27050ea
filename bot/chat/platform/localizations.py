"""The commands in the languages of the catalogues, as Discord shows them to each person."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from bot.words.language.catalogue import Family, K, Topic
from bot.words.language.spoken import ENGLISH, language_of, speaking

_NAMES = Topic("names")
_TOPIC, _ID = "topic", "id"
LANGUAGES: Mapping[discord.Locale, str] = {one: language_of(one.value) for one in discord.Locale}
"""Discord's locales, and which of our languages each of them is shown."""


def localized(family: Family[K], key: K) -> app_commands.locale_str:
    """Give a text of a command in English, together with where its translations are."""
    return app_commands.locale_str(family[key], **{_TOPIC: family.topic.name, _ID: family.ids[key]})


class Localizations(app_commands.Translator):
    """Tells discord.py the name and description of a command in each language that has one of its own."""

    def __init__(self, languages: Mapping[discord.Locale, str] = LANGUAGES) -> None:
        self._languages = languages

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """Give a text in a language; None where there is none, so that Discord shows the English one."""
        language = self._languages.get(locale, ENGLISH)
        if language == ENGLISH:
            return None
        topic, key = _message_of(string, context)
        if key is None or not topic.has(key, language):
            return None
        with speaking(language):
            return topic(key)


def _message_of(
    string: app_commands.locale_str, context: app_commands.TranslationContextTypes
) -> tuple[Topic, str | None]:
    """Find the message of a text: said with it, or, of a name that stands in the code, by what it names."""
    if _ID in string.extras:
        return Topic(string.extras[_TOPIC]), string.extras[_ID]
    return _NAMES, _name_id(context.location, context.data)


def _name_id(location: app_commands.TranslationContextLocation, data: Any) -> str | None:
    where = app_commands.TranslationContextLocation
    if location in {where.command_name, where.group_name}:
        return f"command-{data.qualified_name}".replace(" ", "-")
    if location is where.parameter_name:
        return f"option-{data.display_name}".replace("_", "-")
    return None
