"""The words of /settings: its parts, selects, buttons and forms."""

from collections.abc import Sequence

from bot.domain.options import Moderation
from bot.domain.server import Doing
from bot.words.amounts import listed
from bot.words.escaping import harmless
from bot.words.language.catalogue import Topic
from bot.words.language.numbers import own_name
from bot.words.language.spoken import LANGUAGES

_say = Topic("settings")

SECTIONS = _say.each("section", ("channels", "who", "models", "defaults", "budgets", "friendly", "privacy", "key"))
"""The parts of the message, in their order; the last one only where there can be a key."""

SETTINGS = _say.each("overview", ("title", "intro", "section"))
SETTINGS_SELECTS = _say.each(
    "select",
    (
        "gallery_channel_id",
        "reports_channel_id",
        "language",
        "doing",
        "where",
        "whose",
        "models",
        "qualities",
        "sizes",
        "default_model",
        "default_quality",
        "default_size",
        "moderation",
        "low_moderation_channel_ids",
        "budget",
    ),
)
SETTINGS_BUTTONS = _say.each(
    "button",
    (
        "weekly_on",
        "weekly_off",
        "streaming_on",
        "streaming_off",
        "masked_edits_on",
        "masked_edits_off",
        "uploads_on",
        "uploads_off",
        "n_limit",
        "default_n",
        "user",
        "server",
        "limits",
        "words",
        "correct",
    ),
)
DOINGS = _say.each("doing", Doing)
MODERATIONS = _say.each("moderation", Moderation)
SETTINGS_FORMS = _say.each("form", ("n_limit", "default_n", "user", "role", "server", "limits", "words"))
SETTINGS_FIELDS = _say.each(
    "field",
    (
        "n_limit",
        "default_n",
        "pictures/day",
        "pictures/month",
        "microusd/day",
        "microusd/month",
        "jobs_per_user",
        "jobs_per_server",
        "words",
    ),
)

_SHOWN_LINES = 12
_TYPED = 40


def language_names() -> dict[str, str]:
    """Name each language as those who speak it do."""
    return {one: own_name(one) for one in LANGUAGES}


def empty_is_inherited() -> str:
    """Say under a field that the bot's own value holds where it is empty."""
    return _say("empty-is-inherited")


def words_hint() -> str:
    """Say under the list of words how they are looked for."""
    return _say("words-hint")


def not_a_count(name: str, typed: str, *, least: int, most: int) -> str:
    """Refuse what is no number, or out of range."""
    return _say("not-a-count", field=SETTINGS_FIELDS[name], typed=harmless(typed, _TYPED), least=least, most=most)


def not_an_amount(name: str, typed: str) -> str:
    """Refuse what is no amount of pictures or dollars."""
    unit = "pictures" if name.startswith("pictures") else "dollars"
    return _say("not-an-amount", field=SETTINGS_FIELDS[name], typed=harmless(typed, _TYPED), unit=unit)


def words_left_out(lines: Sequence[str], *, full: bool) -> str:
    """Say which lines of a list hold nothing that could be found in a prompt, or, where it is `full`, fit no more."""
    shown = [_say("quoted", typed=harmless(one, _TYPED)) for one in lines[:_SHOWN_LINES]]
    return _say("words-left-out", full=full, words=listed(shown))
