"""Every word that people read in Discord, and no other module has any: an entry a message."""

from bot.chat.wording.amounts import price
from bot.chat.wording.commands import COMMANDS, OPTIONS, SIZES, model_choice
from bot.chat.wording.failures import PERMISSIONS, UNEXPECTED, explain
from bot.chat.wording.results import Made, Refitted, continued, late, no_effect, result_line

__all__ = [
    "COMMANDS",
    "OPTIONS",
    "PERMISSIONS",
    "SIZES",
    "UNEXPECTED",
    "Made",
    "Refitted",
    "continued",
    "explain",
    "late",
    "model_choice",
    "no_effect",
    "price",
    "result_line",
]
