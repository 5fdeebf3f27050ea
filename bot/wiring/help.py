"""Help: /help."""

from bot.chat.help import Help
from bot.wiring.core import Core
from bot.wiring.feature import Feature
from cogs.help import Help as HelpCog


def build_help(core: Core) -> Feature:
    """Build it."""
    return Feature(cogs=(HelpCog(Help(core.bot, core.rules)),))
