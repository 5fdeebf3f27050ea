"""Every word that people read in Discord, and no other module has any: an entry a message."""

from bot.chat.wording.amounts import price
from bot.chat.wording.commands import COMMANDS, OPTIONS, SIZES, model_choice
from bot.chat.wording.failures import PERMISSIONS, UNEXPECTED, explain
from bot.chat.wording.history import (
    DISCORD_REFUSED,
    HISTORY_BUTTONS,
    again_label,
    history_page,
    show_label,
)
from bot.chat.wording.progress import (
    BUTTONS,
    GONE,
    NOT_YOUR_REQUEST,
    NOT_YOURS,
    TOO_LATE_TO_CANCEL,
    drawing,
    restarting,
    short_of_time,
    waiting,
)
from bot.chat.wording.results import Made, Refitted, continued, late, no_effect, result_line
from bot.chat.wording.usage import (
    SOMEONE_WHO_LEFT,
    TOP_ASKERS,
    amount,
    chart_alt_text,
    chart_subtitle,
    chart_title,
    day_label,
    person_usage,
    server_usage,
)

__all__ = [
    "BUTTONS",
    "COMMANDS",
    "DISCORD_REFUSED",
    "GONE",
    "HISTORY_BUTTONS",
    "NOT_YOURS",
    "NOT_YOUR_REQUEST",
    "OPTIONS",
    "PERMISSIONS",
    "SIZES",
    "SOMEONE_WHO_LEFT",
    "TOO_LATE_TO_CANCEL",
    "TOP_ASKERS",
    "UNEXPECTED",
    "Made",
    "Refitted",
    "again_label",
    "amount",
    "chart_alt_text",
    "chart_subtitle",
    "chart_title",
    "continued",
    "day_label",
    "drawing",
    "explain",
    "history_page",
    "late",
    "model_choice",
    "no_effect",
    "person_usage",
    "price",
    "restarting",
    "result_line",
    "server_usage",
    "short_of_time",
    "show_label",
    "waiting",
]
