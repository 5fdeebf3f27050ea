"""/settings: one private message with everything that a server has set, and what is shown of it."""

from collections.abc import Callable
from typing import Any

import discord

from bot.chat.platform.access import check_here
from bot.chat.platform.caller import is_age_restricted
from bot.chat.platform.layouts import show_layout
from bot.chat.platform.permissions import missing_to_share
from bot.chat.server.settings_forms import Correction, SettingsForm
from bot.chat.server.settings_layout import View, build_settings
from bot.domain.access import Act
from bot.domain.server import ServerSettings
from bot.service.server_settings import Change, SettingsAdmin, SettingsState
from bot.store.server.settings import ChangedBy
from bot.words.settings_overview import ChannelsHere


class SettingsMessages:
    """Shows the settings of a server to its managers, as they are or as they have just become.

    Every method raises NotForYou where it is no manager, and StoreUnavailable where the database does not answer.
    """

    def __init__(self, settings_admin: SettingsAdmin) -> None:
        self._settings_admin = settings_admin

    async def show(self, interaction: discord.Interaction[Any], view: View) -> None:
        """Put the settings into the answer of an interaction that was deferred for a manager alone."""
        await self._show(interaction, await self._settings_admin.load(check_here(interaction, Act.SETTINGS)), view)

    async def open(
        self, interaction: discord.Interaction[Any], build: Callable[[ServerSettings], SettingsForm]
    ) -> None:
        """Answer with a form about the settings as they are."""
        state = await self._settings_admin.load(check_here(interaction, Act.SETTINGS))
        await interaction.response.send_modal(build(state.settings))

    async def apply(self, interaction: discord.Interaction[Any], change: Change, view: View) -> None:
        """Change the settings, and show how they are now."""
        guild_id = check_here(interaction, Act.SETTINGS)
        await self._show(interaction, await self._settings_admin.change(guild_id, change, by=_by(interaction)), view)

    async def allow_edits_of_uploads(self, interaction: discord.Interaction[Any], view: View, *, allowed: bool) -> None:
        """Say whether others may edit what members post, and show how it is now."""
        guild_id = check_here(interaction, Act.SETTINGS)
        state = await self._settings_admin.set_edits_of_uploads(guild_id, allowed=allowed, by=_by(interaction))
        await self._show(interaction, state, view)

    async def change(
        self, interaction: discord.Interaction[Any], change: Change, *, section: str, notice: str | None = None
    ) -> None:
        """Change the settings as a form says, and show how they are now."""
        await self.apply(interaction, change, View(section, notice=notice))

    async def refuse(
        self, interaction: discord.Interaction[Any], notice: str, *, section: str, correction: Correction
    ) -> None:
        """Show why a form changed nothing."""
        await self.show(interaction, View(section, notice=notice, correction=correction))

    async def _show(self, interaction: discord.Interaction[Any], state: SettingsState, view: View) -> None:
        channels = _channels_here(interaction.guild, state.settings)
        await show_layout(interaction, build_settings(state, channels, view))


def _by(interaction: discord.Interaction[Any]) -> ChangedBy:
    return ChangedBy(interaction_id=interaction.id, user_id=interaction.user.id)


def _channels_here(guild: discord.Guild | None, settings: ServerSettings) -> ChannelsHere:
    if guild is None:
        return ChannelsHere()
    missing: dict[int, tuple[str, ...] | None] = {}
    for channel_id in (settings.gallery_channel_id, settings.reports_channel_id):
        if channel_id is not None:
            channel = guild.get_channel(channel_id)
            missing[channel_id] = None if channel is None else missing_to_share(channel)
    return ChannelsHere(
        missing=missing,
        unmarked=frozenset(
            one for one in settings.low_moderation_channel_ids if not is_age_restricted(guild.get_channel(one))
        ),
    )
