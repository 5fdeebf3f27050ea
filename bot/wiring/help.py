"""Help: /help."""

from bot.chat.help import Help
from bot.wiring.feature import Feature
from bot.wiring.foundation import Foundation
from cogs.help import Help as HelpCog


def build_help(foundation: Foundation) -> Feature:
    """Build it."""
    core = foundation.core
    return Feature(cogs=(HelpCog(Help(core.bot, core.rules)),))
