"""How the message of /settings is laid out: what can be changed of the part that is open."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from bot.chat.platform.limits import CHOICES_AT_MOST
from bot.chat.server.settings_forms import Correction
from bot.domain.masked_edits import MaskedEdits
from bot.domain.server import Doing, Opening
from bot.service.server_settings import SettingsState
from bot.words import commands as commands_words
from bot.words import server_keys as key_words
from bot.words import settings as settings_words
from bot.words.language.spoken import LANGUAGES
from bot.words.settings_overview import shows_key

Item = discord.ui.Item[Any]
"""A part of the message; whatever it does, `bot.chat.server.settings_controls` finds it by its id."""

_TEXT = (discord.ChannelType.text, discord.ChannelType.news)
_GALLERIES = (*_TEXT, discord.ChannelType.forum)
_OPEN_TO = (*_GALLERIES, discord.ChannelType.voice, discord.ChannelType.stage_voice)


@dataclass(frozen=True, slots=True)
class View:
    """Which part of the message is open, for what, and what there is to say and to correct."""

    section: str
    doing: Doing = Doing.IMAGINE
    notice: str | None = None
    correction: Correction | None = None


def build_controls(state: SettingsState, view: View) -> list[Item]:
    """Build what can be changed of the open part; its select comes first, a message has five rows."""
    items: list[Item] = [_sections(state, view.section), *_BUILDERS[view.section](state, view)]
    if view.correction is not None:
        # The parts are joined by a bar, which no number has.
        typed = "|".join(one.replace("|", " ") for one in view.correction.typed)
        custom_id = f"settings:correct:{view.correction.form}:{typed}"
        style = discord.ButtonStyle.primary
        items.append(
            discord.ui.Button(label=settings_words.SETTINGS_BUTTONS["correct"], custom_id=custom_id, row=4, style=style)
        )
    return items


def _sections(state: SettingsState, chosen: str) -> Item:
    options = [
        discord.SelectOption(label=title, value=name, default=name == chosen)
        for name, title in settings_words.SECTIONS.items()
        if name != "key" or shows_key(state)
    ]
    placeholder = settings_words.SETTINGS["section"]
    return discord.ui.Select(custom_id="settings:section", placeholder=placeholder, options=options, row=0)


def _channel_controls(state: SettingsState, _: View) -> list[Item]:
    settings = state.settings
    return [
        _channels("gallery_channel_id", _known(settings.gallery_channel_id), types=_GALLERIES, row=1),
        _channels("reports_channel_id", _known(settings.reports_channel_id), types=_TEXT, row=2),
        _switch("weekly", on=settings.weekly, row=3),
        _pick("language", LANGUAGES, _known(settings.language), row=4, names=settings_words.language_names()),
    ]


def _who_controls(state: SettingsState, view: View) -> list[Item]:
    opening = state.settings.openings.get(view.doing, Opening())
    doings = [
        discord.SelectOption(label=name, value=doing.value, default=doing is view.doing)
        for doing, name in settings_words.DOINGS.items()
    ]
    where: discord.ui.ChannelSelect[Any] = discord.ui.ChannelSelect(
        custom_id=f"settings:opening:channel_ids:{view.doing}",
        channel_types=list(_OPEN_TO),
        placeholder=settings_words.SETTINGS_SELECTS["where"],
        min_values=0,
        max_values=CHOICES_AT_MOST,
        default_values=_objects(opening.channel_ids, discord.abc.GuildChannel),
        row=2,
    )
    whose: discord.ui.RoleSelect[Any] = discord.ui.RoleSelect(
        custom_id=f"settings:opening:role_ids:{view.doing}",
        placeholder=settings_words.SETTINGS_SELECTS["whose"],
        min_values=0,
        max_values=CHOICES_AT_MOST,
        default_values=_objects(opening.role_ids, discord.Role),
        row=3,
    )
    what: discord.ui.Select[Any] = discord.ui.Select(custom_id="settings:doing", options=doings, row=1)
    return [what, where, whose]


def _model_controls(state: SettingsState, _: View) -> list[Item]:
    settings, catalogue = state.settings, state.offer.catalogue
    enabled = [catalogue.find(one) for one in state.offer.enabled]
    qualities = dict.fromkeys(one for model in enabled for one in model.qualities)
    sizes = dict.fromkeys(one for model in enabled for one in model.sizes)
    return [
        _pick("models", [one.name for one in enabled], settings.models, row=1, several=True),
        _pick("qualities", qualities, settings.qualities, row=2, several=True),
        _pick("sizes", sizes, settings.sizes, row=3, several=True),
        _form("n_limit", row=4),
        _switch("streaming", on=settings.streaming is not False, row=4),
        _switch(
            "masked_edits",
            on=state.masked_edits is MaskedEdits.EXACT,
            row=4,
            # Back to what the bot has: from then on the server follows it.
            inherits=state.masked_edits is not state.inherited.masked_edits,
        ),
    ]


def _default_controls(state: SettingsState, _: View) -> list[Item]:
    settings, offer = state.settings, state.offer
    models = offer.models
    qualities = dict.fromkeys(one for model in models for one in offer.qualities(model))
    sizes = dict.fromkeys(one for model in models for one in offer.narrow(model).sizes)
    return [
        _pick("default_model", models, _known(settings.default_model), row=1),
        _pick("default_quality", qualities, _known(settings.default_quality), row=2),
        _pick("default_size", sizes, _known(settings.default_size), row=3),
        _form("default_n", row=4),
    ]


def _budget_controls(_: SettingsState, __: View) -> list[Item]:
    roles: discord.ui.RoleSelect[Any] = discord.ui.RoleSelect(
        custom_id="settings:role-budget", placeholder=settings_words.SETTINGS_SELECTS["budget"], row=1
    )
    return [roles, _form("user", row=2), _form("server", row=2), _form("limits", row=2)]


def _friendly_controls(state: SettingsState, _: View) -> list[Item]:
    settings = state.settings
    return [
        _pick(
            "moderation",
            settings_words.MODERATIONS,
            _known(settings.moderation),
            row=1,
            names=settings_words.MODERATIONS,
        ),
        _channels(
            "low_moderation_channel_ids",
            settings.low_moderation_channel_ids,
            types=_OPEN_TO,
            row=2,
            most=CHOICES_AT_MOST,
        ),
        _form("words", row=3),
    ]


def _privacy_controls(state: SettingsState, _: View) -> list[Item]:
    return [_switch("uploads", on=state.edits_of_uploads, row=1)]


def _key_controls(state: SettingsState, _: View) -> list[Item]:
    items: list[Item] = []
    if state.key_state.offered:
        options = [
            discord.SelectOption(label=key_words.provider_name(one), value=one) for one in state.key_state.offered
        ]
        items.append(
            discord.ui.Select(
                custom_id="settings:key-of", placeholder=key_words.choose_provider(), options=options, row=1
            )
        )
    if state.key_state.key is not None:
        style = discord.ButtonStyle.danger
        items.append(discord.ui.Button(label=key_words.remove_key(), custom_id="settings:key-out", row=2, style=style))
    return items


_BUILDERS: dict[str, Callable[[SettingsState, View], list[Item]]] = {
    "channels": _channel_controls,
    "who": _who_controls,
    "models": _model_controls,
    "defaults": _default_controls,
    "budgets": _budget_controls,
    "friendly": _friendly_controls,
    "privacy": _privacy_controls,
    "key": _key_controls,
}


def _channels(
    field: str, chosen: Sequence[int], *, types: Sequence[discord.ChannelType], row: int, most: int = 1
) -> Item:
    return discord.ui.ChannelSelect(
        custom_id=f"settings:channel:{field}",
        channel_types=list(types),
        placeholder=settings_words.SETTINGS_SELECTS[field],
        min_values=0,
        max_values=most,
        default_values=_objects(chosen, discord.abc.GuildChannel),
        row=row,
    )


def _pick(
    field: str,
    offered: Iterable[str],
    chosen: Sequence[str],
    *,
    row: int,
    several: bool = False,
    names: Mapping[Any, str] | None = None,
) -> Item:
    """Offer values, of which those are chosen; the first as many as a select holds, what is chosen among them."""
    known = list(offered)
    values = dict.fromkeys([*(one for one in chosen if one in known), *known])
    kept = sorted(list(values)[:CHOICES_AT_MOST], key=known.index)
    options = [
        discord.SelectOption(
            label=(names or commands_words.SIZES).get(one, one)[:100], value=one, default=one in chosen
        )
        for one in kept
    ]
    return discord.ui.Select(
        custom_id=f"settings:pick:{field}",
        placeholder=settings_words.SETTINGS_SELECTS[field],
        options=options,
        min_values=0,
        max_values=len(options) if several else 1,
        row=row,
    )


def _form(name: str, *, row: int) -> Item:
    custom_id = f"settings:form:{name}"
    return discord.ui.Button(label=settings_words.SETTINGS_BUTTONS[name], custom_id=custom_id, row=row)


def _switch(name: str, *, on: bool, row: int, inherits: bool = False) -> Item:
    becomes = "off" if on else "on"
    custom_id = f"settings:switch:{name}:{'inherited' if inherits else becomes}"
    return discord.ui.Button(label=settings_words.SETTINGS_BUTTONS[f"{name}_{becomes}"], custom_id=custom_id, row=row)


def _known(value: Any) -> tuple[Any, ...]:
    return () if value is None else (value,)


def _objects(ids: Sequence[int], kind: type[Any]) -> list[Any]:
    """Name what a select begins with; Discord leaves out by itself what is there no longer."""
    return [discord.Object(one, type=kind) for one in ids[:CHOICES_AT_MOST]]
