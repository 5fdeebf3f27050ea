"""The words of /settings: its parts, selects, buttons and forms."""

from collections.abc import Sequence

from bot.domain.options import Moderation
from bot.domain.server import Doing
from bot.words.escaping import harmless

SECTIONS = {
    "channels": "Channels & gallery",
    "who": "Who & where",
    "models": "Models & options",
    "defaults": "Defaults",
    "budgets": "Budgets & limits",
    "friendly": "Friendly",
    "privacy": "Privacy",
    "key": "Key of your own",
}
"""The parts of the message, in their order; the last one only where there can be a key."""

SETTINGS = {
    "title": "Easel in this server",
    "intro": "What is set here comes before what the bot has by itself. Choose a part below to change it.",
    "section": "Which part to change",
}
SETTINGS_SELECTS = {
    "gallery_channel_id": "Gallery: a text or a forum channel",
    "reports_channel_id": "Reports: a channel that moderators read",
    "doing": "For what",
    "where": "Where: everywhere if you leave it empty",
    "whose": "For which roles: for everybody if you leave it empty",
    "models": "Models: all if you leave it empty",
    "qualities": "Qualities: all if you leave it empty",
    "sizes": "Sizes: all if you leave it empty",
    "default_model": "Model: the bot's own if you leave it empty",
    "default_quality": "Quality: the bot's own if you leave it empty",
    "default_size": "Size: the bot's own if you leave it empty",
    "moderation": "How strict the images service is",
    "low_moderation_channel_ids": "Age-restricted channels with the lowest strictness",
    "budget": "A budget for a role: choose the role",
}
SETTINGS_BUTTONS = {
    "weekly_on": "Post pictures of the week",
    "weekly_off": "No pictures of the week",
    "streaming_on": "Show pictures as they are drawn",
    "streaming_off": "Do not show pictures as they are drawn",
    "masked_edits_on": "Masked edits: keep the rest exactly",
    "masked_edits_off": "Masked edits: as the model draws them",
    "uploads_on": "Let members' uploads be edited",
    "uploads_off": "Let nobody edit others' uploads",
    "n_limit": "Pictures per request",
    "default_n": "Pictures per request",
    "user": "Budget of each member",
    "server": "Budget of the server",
    "limits": "Open requests",
    "words": "Word list",
    "correct": "Correct it",
}
DOINGS = {
    Doing.IMAGINE: "Pictures from words",
    Doing.EDIT: "Changes of pictures",
    Doing.SHARE: "Sharing in the gallery",
}
MODERATIONS = {
    Moderation.AUTO: "auto: as strict as the images service is by itself",
    Moderation.LOW: "low: the least strict that it offers",
}
SETTINGS_FORMS = {
    "n_limit": "The most pictures of one request",
    "default_n": "Pictures where nobody says how many",
    "user": "Budget of each member",
    "role": "Budget of each member of a role",
    "server": "Budget of the whole server",
    "limits": "Requests that may be open at once",
    "words": "Words and phrases to refuse",
}
SETTINGS_FIELDS = {
    "n_limit": "Pictures",
    "default_n": "Pictures",
    "pictures/day": "Pictures a day",
    "pictures/month": "Pictures a month",
    "microusd/day": "Dollars a day",
    "microusd/month": "Dollars a month",
    "jobs_per_user": "Of one member",
    "jobs_per_server": "Of the whole server",
    "words": "One word or phrase a line",
}
EMPTY_IS_INHERITED = "Empty: as the bot has it"
WORDS_HINT = "Matched whole, whatever the case, accents and look-alike letters"

_SHOWN_LINES = 12


def not_a_count(name: str, typed: str, *, least: int, most: int) -> str:
    """Refuse what is no number, or out of range."""
    return (
        f"**{SETTINGS_FIELDS[name]}**: {_typed(typed)} is no number from {least} to {most}. "
        "Nothing was changed; correct it with the button below."
    )


def not_an_amount(name: str, typed: str) -> str:
    """Refuse what is no amount of pictures or dollars."""
    example = "a whole number such as 20" if name.startswith("pictures") else "an amount such as 2.50"
    return (
        f"**{SETTINGS_FIELDS[name]}**: {_typed(typed)} is not {example}. "
        "Nothing was changed; correct it with the button below."
    )


def words_left_out(lines: Sequence[str], *, full: bool) -> str:
    """Say which lines of a list hold nothing that could be found in a prompt, or, where it is `full`, fit no more."""
    shown = ", ".join(_typed(one) for one in lines[:_SHOWN_LINES])
    why = "since the list is too long" if full else "since no letter or digit is in it"
    return f"Left out, {why}: {shown}. The rest is kept."


def _typed(text: str) -> str:
    return f"“{harmless(text, 40)}”"
