"""The words for answers to one person alone that Discord did not take."""

from bot.words.language.catalogue import Topic

_say = Topic("private_answers")


def discord_refused() -> str:
    """Say that an answer did not go out."""
    return _say("discord-refused")


def picture_filtered() -> str:
    """Say that Discord's filter held a picture back."""
    return _say("picture-filtered")


def words_blocked() -> str:
    """Say that Discord's filters held the words back."""
    return _say("words-blocked")


def not_listened() -> str:
    """Say that a button is of an older version."""
    return _say("not-listened")
