"""The Apps menu of a message, which simcord's page does not have."""

import secrets
from collections.abc import Sequence

import discord
import simcord
from simcord.preview import Preview

from bot.demo.playground.channels import Channels

_MESSAGE = discord.AppCommandType.message.value


class AppsMenu:
    """Runs a command of the bot on a message, for whoever a page is viewed as.

    The Preview runs slash commands alone, so a form that the bot answers with has to be given to the page by hand.
    simcord does not promise that its pages stay as they are; the version is pinned, and tests hold this.
    """

    def __init__(self, env: simcord.Env, preview: Preview, channels: Channels) -> None:
        self._env = env
        self._preview = preview
        self._channels = channels

    def entries(self, page_id: str) -> Sequence[str]:
        """List the commands in the order of Discord.

        Raises:
            simcord.SetupError: there is no such page.
        """
        page = self._preview._get_page(page_id)  # noqa: SLF001
        visible = self._env.backend.visible_commands(user_id=page.viewer.id, channel_id=page.channel_id, type=_MESSAGE)
        return [command["name"] for command in visible]

    async def choose(self, entry: str, *, message_id: int, page_id: str) -> None:
        """Run a command on a message; nobody else touches the world meanwhile.

        What comes of it is shown when the page is next published, as whatever the bot does by itself.

        Raises:
            simcord.SetupError: there is no such page, message or command.
            simcord.BackendError: Discord would refuse it.
            TimeoutError: the bot is still busy.
        """
        page = self._preview._get_page(page_id)  # noqa: SLF001
        message = self._env.backend.get_message(page.channel_id, message_id)
        target = simcord.ResponseMessage(self._env, message)
        with self._channels.acting(page_id) as channel:
            result = await page.viewer.context_menu(channel, entry, target)
        if result.modal is not None:
            page.modal = result
            page.modal_handle = f"m_{secrets.token_urlsafe(12)}"
