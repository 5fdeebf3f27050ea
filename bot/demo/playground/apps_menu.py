"""The Apps menu of a message, which simcord's page does not have."""

import secrets
from collections.abc import Sequence

import discord
import simcord
from simcord import actors
from simcord.backend import serializers
from simcord.enums import InteractionType
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
            if isinstance(page.viewer, simcord.MemberActor):
                result = await page.viewer.context_menu(channel, entry, target)
            else:
                result = await self._choose_in_direct(page.viewer, channel, entry, target)
        if result.modal is not None:
            page.modal = result
            page.modal_handle = f"m_{secrets.token_urlsafe(12)}"

    async def _choose_in_direct(
        self, user: simcord.UserHandle, channel: simcord.ChannelHandle, entry: str, target: simcord.ResponseMessage
    ) -> simcord.InteractionResult:
        """Do as simcord does for a member of a server, which it has not for direct messages."""
        command = actors._resolve_visible_command(user, channel.id, entry, _MESSAGE)  # noqa: SLF001
        message = self._env.backend.get_message(channel.id, target.id)
        data = {
            "id": command["id"],
            "name": entry,
            "type": _MESSAGE,
            "target_id": str(target.id),
            "resolved": {"messages": {str(target.id): dict(serializers.message_payload(self._env.backend, message))}},
        }
        self._env._begin_operation("context_menu")  # noqa: SLF001
        try:
            return await actors._dispatch_actor_interaction(  # noqa: SLF001
                user, InteractionType.APPLICATION_COMMAND, channel, data
            )
        finally:
            self._env._end_operation()  # noqa: SLF001
