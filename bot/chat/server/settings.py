"""/settings: one private message with everything that a server has set, and selects and forms to change it."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Self

import discord

from bot.chat.platform.caller import is_age_restricted
from bot.chat.platform.components import view_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.permissions import missing_to_share, standings_of
from bot.chat.platform.viewer import parts_of
from bot.chat.server.settings_forms import (
    BudgetForm,
    BudgetOwner,
    Correction,
    CountForm,
    SettingsForm,
    WordsForm,
    open_again,
)
from bot.chat.server.settings_layout import View, build_controls
from bot.domain.access import Act, check_access
from bot.domain.budget import Scope
from bot.domain.errors import NotForYou
from bot.domain.options import Moderation
from bot.domain.server import Doing, Opening, ServerSettings
from bot.service.server_settings import Change, SettingsState
from bot.store.server.settings import ChangedBy
from bot.words import settings as settings_words


async def show_settings(interaction: discord.Interaction[Any]) -> None:
    """Put the settings of a server into the answer of an interaction that was deferred for a manager alone.

    Raises:
        NotForYou: it is for those who manage the server.
        StoreUnavailable: the database does not answer.
    """
    guild_id = check_manager(interaction)
    await _show(interaction, await parts_of(interaction).settings_admin.load(guild_id), View("channels"))


def check_manager(interaction: discord.Interaction[Any]) -> int:
    """Refuse everybody but those who manage the server; gives its id.

    Raises:
        NotForYou: it is for those who manage the server.
    """
    check_access(Act.SETTINGS, standings_of(interaction, guild_id=interaction.guild_id))
    if interaction.guild_id is None:
        raise NotForYou(act=Act.SETTINGS, allowed=())
    return interaction.guild_id


class _SettingsEditor:
    """Changes the settings and shows them, for the forms and all else."""

    async def change(
        self, interaction: discord.Interaction[Any], change: Change, *, section: str, notice: str | None = None
    ) -> None:
        """Change the settings for a manager, and show how they are now."""
        await _change(interaction, change, View(section, notice=notice))

    async def refuse(
        self, interaction: discord.Interaction[Any], notice: str, *, section: str, correction: Correction
    ) -> None:
        """Show why nothing was changed."""
        guild_id = check_manager(interaction)
        state = await parts_of(interaction).settings_admin.load(guild_id)
        await _show(interaction, state, View(section, notice=notice, correction=correction))


EDITOR = _SettingsEditor()


class _Control(discord.ui.DynamicItem[Any], template="settings:none"):
    """A part of the message that outlives the process: its id begins with `settings:`, and then says what it is for."""

    def __init__(self, item: discord.ui.Item[Any], *args: str) -> None:
        super().__init__(item)
        self.args = args

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Take the very item that was used."""
        kind: Any = cls
        control: Self = kind(item, *match.groups())
        return control

    @property
    def values(self) -> list[Any]:
        """What was chosen."""
        chosen: list[Any] = self.item.values
        return chosen


class SectionSelect(_Control, template=r"settings:section"):
    """Opens another part."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, show that part."""
        async with answer_errors(interaction):
            guild_id = check_manager(interaction)
            await interaction.response.defer()
            await _show(interaction, await parts_of(interaction).settings_admin.load(guild_id), View(self.values[0]))


class DoingSelect(_Control, template=r"settings:doing"):
    """Chooses what the channels and roles below are for."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, show those."""
        async with answer_errors(interaction):
            guild_id = check_manager(interaction)
            await interaction.response.defer()
            state = await parts_of(interaction).settings_admin.load(guild_id)
            await _show(interaction, state, View("who", doing=Doing(self.values[0])))


class OpeningSelect(_Control, template=r"settings:opening:(channel_ids|role_ids):(imagine|edit|share)"):
    """Opens something to some channels or roles alone; to all where none is chosen."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, change it, show how it is now."""
        field, doing = self.args[0], Doing(self.args[1])
        ids = tuple(one.id for one in self.values)

        def change(old: ServerSettings) -> ServerSettings:
            opening = replace(old.openings.get(doing, Opening()), **{field: ids})
            openings = {**old.openings, doing: opening}
            if opening == Opening():
                del openings[doing]
            return replace(old, openings=openings)

        await _acknowledge_and_change(interaction, change, View("who", doing=doing))


_CHANNELS = {
    "gallery_channel_id": "channels",
    "reports_channel_id": "channels",
    "low_moderation_channel_ids": "friendly",
}


class ChannelsSelect(_Control, template=r"settings:channel:([a-z_]+)"):
    """Sets a channel, or several; none where none is chosen."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, change it, show how it is now."""
        field = self.args[0]
        ids = tuple(one.id for one in self.values)
        value = ids if field.endswith("_ids") else next(iter(ids), None)
        values: dict[str, Any] = {field: value}
        await _acknowledge_and_change(interaction, lambda old: replace(old, **values), View(_CHANNELS[field]))


_PICKS = {
    "models": "models",
    "qualities": "models",
    "sizes": "models",
    "default_model": "defaults",
    "default_quality": "defaults",
    "default_size": "defaults",
    "moderation": "friendly",
}


class PickSelect(_Control, template=r"settings:pick:([a-z_]+)"):
    """Sets what is one of a list, or several; inherited where none is chosen."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, change it, show how it is now."""
        field = self.args[0]
        value: Any = tuple(self.values)
        if _PICKS[field] != "models":
            value = next(iter(self.values), None)
        if field == "moderation" and value is not None:
            value = Moderation(value)
        values = {field: value}
        await _acknowledge_and_change(interaction, lambda old: replace(old, **values), View(_PICKS[field]))


class RoleBudgetSelect(_Control, template=r"settings:role-budget"):
    """Opens the form for the budget of a role."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer with the form."""
        budget_owner = BudgetOwner(Scope.ROLE, self.values[0].id)
        await _open(interaction, lambda settings: BudgetForm(EDITOR, settings, budget_owner=budget_owner))


class FormButton(_Control, template=r"settings:form:([a-z_]+)"):
    """Opens a form."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer with the form, filled in with what is set."""
        name = self.args[0]
        await _open(interaction, _FORMS[name])


_FORMS: dict[str, Callable[[ServerSettings], SettingsForm]] = {
    "n_limit": lambda settings: CountForm(EDITOR, settings, name="n_limit"),
    "default_n": lambda settings: CountForm(EDITOR, settings, name="default_n"),
    "limits": lambda settings: CountForm(EDITOR, settings, name="limits"),
    "user": lambda settings: BudgetForm(EDITOR, settings, budget_owner=BudgetOwner(Scope.USER)),
    "server": lambda settings: BudgetForm(EDITOR, settings, budget_owner=BudgetOwner(Scope.SERVER)),
    "words": lambda settings: WordsForm(EDITOR, settings),
}


class CorrectButton(_Control, template=r"settings:correct:([a-z_]+|role-[0-9]{1,20}):(.*)"):
    """Opens a form once more with what was typed."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer with the form."""
        correction = Correction(self.args[0], tuple(self.args[1].split("|")))
        await _open(interaction, lambda settings: open_again(EDITOR, settings, correction))


_SWITCHES: dict[str, tuple[str, Any]] = {
    "weekly": ("channels", True),
    "streaming": ("models", None),
    "uploads": ("privacy", True),
}
"""The part of each switch, and what "on" stands for: sketches cannot be switched on beyond what the bot has."""


class Switch(_Control, template=r"settings:switch:(weekly|streaming|uploads):(on|off)"):
    """Switches something on or off."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, change it, show how it is now."""
        name, becomes = self.args
        section, on = _SWITCHES[name]
        if name != "uploads":
            values: dict[str, Any] = {name: on if becomes == "on" else False}
            await _acknowledge_and_change(interaction, lambda old: replace(old, **values), View(section))
            return
        async with answer_errors(interaction):
            guild_id = check_manager(interaction)
            await interaction.response.defer()
            state = await parts_of(interaction).settings_admin.set_edits_of_uploads(
                guild_id, allowed=becomes == "on", by=_by(interaction)
            )
            await _show(interaction, state, View(section))


CONTROLS = (
    SectionSelect,
    DoingSelect,
    OpeningSelect,
    ChannelsSelect,
    PickSelect,
    RoleBudgetSelect,
    FormButton,
    CorrectButton,
    Switch,
)
"""What a bot has to know, so that the messages of an earlier process work."""


async def _open(interaction: discord.Interaction[Any], build: Callable[[ServerSettings], SettingsForm]) -> None:
    async with answer_errors(interaction):
        guild_id = check_manager(interaction)
        state = await parts_of(interaction).settings_admin.load(guild_id)
        await interaction.response.send_modal(build(state.settings))


async def _acknowledge_and_change(interaction: discord.Interaction[Any], change: Change, view: View) -> None:
    async with answer_errors(interaction):
        check_manager(interaction)
        await interaction.response.defer()
        await _change(interaction, change, view)


async def _change(interaction: discord.Interaction[Any], change: Change, view: View) -> None:
    guild_id = check_manager(interaction)
    await _show(
        interaction, await parts_of(interaction).settings_admin.change(guild_id, change, by=_by(interaction)), view
    )


def _by(interaction: discord.Interaction[Any]) -> ChangedBy:
    return ChangedBy(interaction_id=interaction.id, user_id=interaction.user.id)


async def _show(interaction: discord.Interaction[Any], state: SettingsState, view: View) -> None:
    embed = discord.Embed(title=settings_words.SETTINGS["title"], description=settings_words.SETTINGS["intro"])
    for title, text in settings_words.settings_sections(state, _channels_here(interaction.guild, state.settings)):
        embed.add_field(name=title, value=text, inline=False)
    await interaction.edit_original_response(
        content=view.notice or "",
        embed=embed,
        view=view_of(*build_controls(state, view)),
        allowed_mentions=discord.AllowedMentions.none(),
    )


def _channels_here(guild: discord.Guild | None, settings: ServerSettings) -> settings_words.ChannelsHere:
    if guild is None:
        return settings_words.ChannelsHere()
    missing: dict[int, tuple[str, ...] | None] = {}
    for channel_id in (settings.gallery_channel_id, settings.reports_channel_id):
        if channel_id is not None:
            channel = guild.get_channel(channel_id)
            missing[channel_id] = None if channel is None else missing_to_share(channel)
    return settings_words.ChannelsHere(
        missing=missing,
        unmarked=frozenset(
            one for one in settings.low_moderation_channel_ids if not is_age_restricted(guild.get_channel(one))
        ),
    )
