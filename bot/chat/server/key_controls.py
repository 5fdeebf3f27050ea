"""The key of a server's own in /settings: choosing whose, entering it, taking it out."""

import re
from typing import Any

import discord
from pydantic import SecretStr

from bot.chat.platform.access import check_here
from bot.chat.platform.components import Listener, on_component
from bot.chat.platform.error_answers import answer_errors, tell_privately
from bot.chat.platform.limits import FORM_SECONDS
from bot.chat.platform.permissions import is_guest
from bot.chat.server.settings import SettingsMessages
from bot.chat.server.settings_layout import View
from bot.domain.access import Act
from bot.service.server_keys import ServerKeys
from bot.store.server.settings import ChangedBy
from bot.words import server_keys as key_words

_KEY_LENGTHS = (8, 400)
_SECTION = "key"

_Interaction = discord.Interaction[Any]


class KeyControls:
    """Enters and removes the key of a server for its managers; each shows the settings as they are then."""

    def __init__(self, messages: SettingsMessages, server_keys: ServerKeys) -> None:
        self._messages = messages
        self._server_keys = server_keys

    @property
    def components(self) -> tuple[Listener, ...]:
        """What is listened for."""
        return (
            on_component(r"settings:key-of", self._open_form),
            on_component(r"settings:key-out", self._remove),
        )

    async def enter(self, interaction: _Interaction, *, provider: str, key: SecretStr) -> None:
        """Keep a key that was typed into the form, which takes as long as trying it does."""
        guild_id = check_here(interaction, Act.SETTINGS)
        await interaction.response.defer()
        entered = await self._server_keys.enter(guild_id, provider=provider, key=key, by=_by(interaction))
        await self._messages.show(interaction, View(_SECTION, notice=key_words.entered_notice(entered, provider)))

    async def _open_form(self, interaction: _Interaction, _: re.Match[str], select: Any) -> None:
        """Answer with the form for the key of a provider."""
        check_here(interaction, Act.SETTINGS)
        if is_guest(interaction):
            # It would be erased as one of a server that the bot is not in.
            await tell_privately(interaction, key_words.no_member())
            return
        await interaction.response.send_modal(KeyForm(self, provider=select.values[0]))

    async def _remove(self, interaction: _Interaction, _: re.Match[str], __: discord.ui.Item[Any]) -> None:
        """Take the key out."""
        guild_id = check_here(interaction, Act.SETTINGS)
        await interaction.response.defer()
        await self._server_keys.remove(guild_id, by=_by(interaction))
        await self._messages.show(interaction, View(_SECTION, notice=key_words.removed()))


class KeyForm(discord.ui.Modal):
    """Asks for a key; it begins empty, whatever is kept."""

    def __init__(self, controls: KeyControls, *, provider: str) -> None:
        super().__init__(title=key_words.form_title(provider), timeout=FORM_SECONDS)
        self._controls = controls
        self._provider = provider
        least, most = _KEY_LENGTHS
        self._key: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id="key", style=discord.TextStyle.short, min_length=least, max_length=most
        )
        self.add_item(
            discord.ui.Label(text=key_words.key_field(), description=key_words.key_hint(), component=self._key)
        )

    async def on_submit(self, interaction: _Interaction) -> None:
        """Hand the key over."""
        async with answer_errors(interaction):
            await self._controls.enter(interaction, provider=self._provider, key=SecretStr(self._key.value.strip()))


def _by(interaction: _Interaction) -> ChangedBy:
    return ChangedBy(interaction_id=interaction.id, user_id=interaction.user.id)
