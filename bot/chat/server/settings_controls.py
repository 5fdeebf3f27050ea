"""What the selects and buttons of /settings do; their ids begin with `settings:`, and then say what they are for."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import discord

from bot.chat.platform.access import check_here
from bot.chat.platform.components import Listener, on_component
from bot.chat.server.settings import SettingsMessages
from bot.chat.server.settings_forms import (
    BudgetForm,
    BudgetOwner,
    Correction,
    CountForm,
    SettingsForm,
    WordsForm,
    open_again,
)
from bot.chat.server.settings_layout import View
from bot.domain.access import Act
from bot.domain.budget import Scope
from bot.domain.masked_edits import MaskedEdits
from bot.domain.options import Moderation
from bot.domain.server import Doing, Opening, ServerSettings
from bot.service.server_settings import Change

_SECTIONS = {
    "gallery_channel_id": "channels",
    "reports_channel_id": "channels",
    "language": "channels",
    "low_moderation_channel_ids": "friendly",
    "models": "models",
    "qualities": "models",
    "sizes": "models",
    "default_model": "defaults",
    "default_quality": "defaults",
    "default_size": "defaults",
    "moderation": "friendly",
    "weekly": "channels",
    "streaming": "models",
    "masked_edits": "models",
    "uploads": "privacy",
}
"""The part of the message that each setting belongs to."""
_SEVERAL = frozenset({"low_moderation_channel_ids", "models", "qualities", "sizes"})
"""The settings that are a list; the others are one value, or none where it is inherited."""
_SWITCHED: Mapping[str, Mapping[str, Any]] = {
    "weekly": {"off": False, "on": True},
    "streaming": {"off": False, "on": None},
    "masked_edits": {"off": MaskedEdits.AS_DRAWN, "on": MaskedEdits.EXACT, "inherited": None},
}
"""What each switch sets: sketches cannot be switched on beyond what the bot has."""

_Interaction = discord.Interaction[Any]


class SettingsControls:
    """Changes the settings for a manager; each select and button acknowledges, then shows how they are now."""

    def __init__(self, messages: SettingsMessages) -> None:
        self._messages = messages

    @property
    def components(self) -> tuple[Listener, ...]:
        """What is listened for."""
        return (
            on_component(r"settings:section", self._show_section),
            on_component(r"settings:doing", self._show_doing),
            on_component(
                r"settings:opening:(?P<field>channel_ids|role_ids):(?P<doing>imagine|edit|share)", self._open_to
            ),
            on_component(r"settings:channel:(?P<field>[a-z_]+)", self._choose_channels),
            on_component(r"settings:pick:(?P<field>[a-z_]+)", self._choose_values),
            on_component(
                r"settings:switch:(?P<field>weekly|streaming|masked_edits|uploads):(?P<becomes>on|off)", self._switch
            ),
            on_component(r"settings:switch:(?P<field>masked_edits):(?P<becomes>inherited)", self._switch),
            on_component(r"settings:role-budget", self._open_role_budget),
            on_component(r"settings:form:(?P<form>[a-z_]+)", self._open_form),
            on_component(r"settings:correct:(?P<form>[a-z_]+|role-[0-9]{1,20}):(?P<typed>.*)", self._open_again),
        )

    async def _show_section(self, interaction: _Interaction, _: re.Match[str], select: Any) -> None:
        """Open another part."""
        await _acknowledge(interaction)
        await self._messages.show(interaction, View(select.values[0]))

    async def _show_doing(self, interaction: _Interaction, _: re.Match[str], select: Any) -> None:
        """Choose what the channels and roles below are for."""
        await _acknowledge(interaction)
        await self._messages.show(interaction, View("who", doing=Doing(select.values[0])))

    async def _open_to(self, interaction: _Interaction, match: re.Match[str], select: Any) -> None:
        """Open something to some channels or roles alone; to all where none is chosen."""
        doing = Doing(match["doing"])
        values: dict[str, Any] = {match["field"]: tuple(one.id for one in select.values)}

        def change(old: ServerSettings) -> ServerSettings:
            opening = replace(old.openings.get(doing, Opening()), **values)
            openings = {**old.openings, doing: opening}
            if opening == Opening():
                del openings[doing]
            return replace(old, openings=openings)

        await self._change(interaction, change, View("who", doing=doing))

    async def _choose_channels(self, interaction: _Interaction, match: re.Match[str], select: Any) -> None:
        """Set a channel, or several; none where none is chosen."""
        await self._set(interaction, match["field"], [one.id for one in select.values])

    async def _choose_values(self, interaction: _Interaction, match: re.Match[str], select: Any) -> None:
        """Set what is one of a list, or several; inherited where none is chosen."""
        field = match["field"]
        await self._set(
            interaction, field, [Moderation(one) for one in select.values] if field == "moderation" else select.values
        )

    async def _switch(self, interaction: _Interaction, match: re.Match[str], _: discord.ui.Item[Any]) -> None:
        """Switch something on or off."""
        field, becomes = match["field"], match["becomes"]
        if field == "uploads":
            # It is not a setting of the server's, but a consent.
            await _acknowledge(interaction)
            await self._messages.allow_edits_of_uploads(interaction, View(_SECTIONS[field]), allowed=becomes == "on")
        else:
            await self._set(interaction, field, [_SWITCHED[field][becomes]])

    async def _open_role_budget(self, interaction: _Interaction, _: re.Match[str], select: Any) -> None:
        """Answer with the form for the budget of a role."""
        owner = BudgetOwner(Scope.ROLE, select.values[0].id)
        await self._messages.open(
            interaction, lambda settings: BudgetForm(self._messages, settings, budget_owner=owner)
        )

    async def _open_form(self, interaction: _Interaction, match: re.Match[str], _: discord.ui.Item[Any]) -> None:
        """Answer with a form, filled in with what is set."""
        await self._messages.open(interaction, lambda settings: self._form(match["form"], settings))

    async def _open_again(self, interaction: _Interaction, match: re.Match[str], _: discord.ui.Item[Any]) -> None:
        """Answer with a form once more, filled in with what was typed."""
        correction = Correction(match["form"], tuple(match["typed"].split("|")))
        await self._messages.open(interaction, lambda settings: open_again(self._messages, settings, correction))

    def _form(self, name: str, settings: ServerSettings) -> SettingsForm:
        match name:
            case "words":
                return WordsForm(self._messages, settings)
            case "user" | "server":
                return BudgetForm(self._messages, settings, budget_owner=BudgetOwner(Scope(name)))
            case _:
                return CountForm(self._messages, settings, name=name)

    async def _set(self, interaction: _Interaction, field: str, chosen: list[Any]) -> None:
        value = tuple(chosen) if field in _SEVERAL else next(iter(chosen), None)
        values: dict[str, Any] = {field: value}
        await self._change(interaction, lambda old: replace(old, **values), View(_SECTIONS[field]))

    async def _change(self, interaction: _Interaction, change: Change, view: View) -> None:
        await _acknowledge(interaction)
        await self._messages.apply(interaction, change, view)


async def _acknowledge(interaction: _Interaction) -> None:
    check_here(interaction, Act.SETTINGS)
    await interaction.response.defer()
