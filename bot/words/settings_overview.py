"""What /settings says of each of its parts: what is set, what is inherited, and what has no effect."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.budget import Budget, Period, Scope, Unit
from bot.domain.masked_edits import MaskedEdits
from bot.domain.offer import Misfit, Why
from bot.service.server_settings import SettingsState
from bot.words.escaping import harmless, shorten
from bot.words.permissions import PERMISSIONS
from bot.words.server_keys import key_lines
from bot.words.settings import DOINGS, MODERATIONS, SECTIONS
from bot.words.usage import dollars

_SHOWN_CHANNELS = 5
_SHOWN_NAMES = 12
_SHOWN_BUDGETS = 9
_SECTION_LIMIT = 720
"""Characters: eight of them, their titles and the rest stay under the 6000 of all embeds of a message."""
_SETTING_NAMES = {
    "models": "model",
    "qualities": "quality",
    "n_limit": "limit of pictures",
    "default_model": "default model",
    "default_quality": "default quality",
    "default_size": "default size",
    "default_n": "default number of pictures",
}
_WHYS = {
    Why.OFF: "the bot does not have it, or no longer",
    Why.OVER: "the bot's own limit is lower",
    Why.OUTSIDE: "it is outside of what is allowed here",
}
MASKED_EDITS = {
    MaskedEdits.EXACT: "exact, nothing changes but what is marked",
    MaskedEdits.AS_DRAWN: "as the model draws them",
}
_UPLOADS = {True: "others may edit them", False: "nobody else may edit them"}
_HOW_LONG = {Period.DAY: "a day", Period.MONTH: "a month"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelsHere:
    """What Discord says of the channels that are set.

    `missing` are the permissions that the bot lacks in one, None where it is gone or hidden from the bot. `unmarked`
    are those that Discord does not mark as age-restricted.
    """

    missing: Mapping[int, tuple[str, ...] | None] = field(default_factory=dict)
    unmarked: frozenset[int] = frozenset()


def settings_sections(state: SettingsState, channels: ChannelsHere) -> list[tuple[str, str]]:
    """Say what is set and what is inherited: a title and a text for each part."""
    lines = {
        "channels": _channels(state, channels),
        "who": _who(state),
        "models": _models(state),
        "defaults": _defaults(state),
        "budgets": _budgets(state),
        "friendly": _friendly(state, channels),
        "privacy": [_line("Uploads of members", _UPLOADS[state.edits_of_uploads])],
    }
    if shows_key(state):
        lines["key"] = key_lines(state.key_state)
    return [(SECTIONS[name], shorten("\n".join(text), _SECTION_LIMIT)) for name, text in lines.items()]


def shows_key(state: SettingsState) -> bool:
    """Say whether there is a part about a key of the server's own: there can be one, or there is one that is lost."""
    return bool(state.key_state.offered) or state.key_state.key is not None


def _channels(state: SettingsState, channels: ChannelsHere) -> list[str]:
    settings = state.settings
    return [
        _channel("Gallery", settings.gallery_channel_id, channels, otherwise="none, nothing can be shared"),
        _channel("Reports", settings.reports_channel_id, channels, otherwise="none"),
        _line("Pictures of the week", "on" if settings.weekly else "off"),
    ]


def _channel(name: str, channel_id: int | None, channels: ChannelsHere, *, otherwise: str) -> str:
    if channel_id is None:
        return _inherited(name, otherwise)
    missing = channels.missing.get(channel_id, ())
    if missing is None:
        return _line(name, f"<#{channel_id}>") + _warning("it is gone, or I cannot see it")
    names = " and ".join(PERMISSIONS.get(one, one) for one in missing)
    return _line(name, f"<#{channel_id}>") + (_warning(f"I lack {names} there") if missing else "")


def _who(state: SettingsState) -> list[str]:
    lines = []
    for doing, name in DOINGS.items():
        opening = state.settings.openings.get(doing)
        if opening is None or not (opening.channel_ids or opening.role_ids):
            lines.append(_inherited(name, "everybody, everywhere"))
            continue
        where = f"only in {_mentions('#', opening.channel_ids)}" if opening.channel_ids else "everywhere"
        whose = f"only for {_mentions('@&', opening.role_ids)}" if opening.role_ids else "for everybody"
        lines.append(_line(name, f"{where}, {whose}"))
    return lines


def _models(state: SettingsState) -> list[str]:
    settings, rules = state.settings, state.inherited.rules
    streams = "on" if rules.streams else "off"
    return [
        _names("Models", settings.models, otherwise=f"all: {_few(state.offer.enabled)}"),
        _names("Qualities", settings.qualities, otherwise="all that the model has"),
        _names("Sizes", settings.sizes, otherwise="all that the model has"),
        _value("Pictures per request", settings.n_limit, otherwise=f"up to {rules.n_limit}", shown="up to {}"),
        _line("Shown as they are drawn", "off")
        if settings.streaming is False
        else _inherited("Shown as they are drawn", streams),
        _inherited("Edits with a mask", MASKED_EDITS[state.inherited.masked_edits])
        if settings.masked_edits is None
        else _line("Edits with a mask", MASKED_EDITS[settings.masked_edits]),
        *_misfits(state, ("models", "qualities", "n_limit")),
    ]


def _defaults(state: SettingsState) -> list[str]:
    settings, own = state.settings, state.inherited.defaults
    here = state.offer.defaults(own, model=None)
    return [
        _value("Model", settings.default_model, otherwise=_instead(own.model, here.model)),
        _value("Quality", settings.default_quality, otherwise=_instead(own.quality, here.quality)),
        _value("Size", settings.default_size, otherwise=_instead(own.size, here.size)),
        _value("Pictures", settings.default_n, otherwise=_instead(own.n, here.n)),
        *_misfits(state, ("default_model", "default_quality", "default_size", "default_n")),
    ]


def _instead(own: object, here: object) -> str:
    """Name the bot's default, or what stands for it where it does not go here."""
    return f"{own}" if own == here else f"{here}, since {own} does not go here"


def _budgets(state: SettingsState) -> list[str]:
    settings, inherited = state.settings, state.inherited
    return [
        _limit("Open requests of one member", settings.jobs_per_user, inherited.limits.per_user),
        _limit("Open requests of the server", settings.jobs_per_server, inherited.limits.per_server),
        *(_budget_lines(settings.budgets) or ["**Budgets**: none of this server's own"]),
        *_inherited_budgets(state),
    ]


def _inherited_budgets(state: SettingsState) -> list[str]:
    inherited = state.inherited
    if state.key_state.key is not None:
        return ["*inherited: none, since this server pays by its own key*"]
    if not inherited.budgets:
        return ["*inherited: no budget of the bot's own*"]
    return ["*inherited, they hold as well:*", *(f"*{one}*" for one in _budget_lines(inherited.budgets))]


def _limit(name: str, own: int | None, inherited: int) -> str:
    if own is None:
        return _inherited(name, f"{inherited} at most")
    note = _warning(f"the bot's own limit of {inherited} is lower") if own > inherited else ""
    return _line(name, f"{own} at most") + note


def _friendly(state: SettingsState, channels: ChannelsHere) -> list[str]:
    settings = state.settings
    count = len(settings.words)
    words = _line("Refused words and phrases", str(count)) if count else _inherited("Refused words and phrases", "none")
    strict = (
        _inherited("Strictness of the images service", "as it is by itself")
        if settings.moderation is None
        else _line("Strictness of the images service", MODERATIONS[settings.moderation])
    )
    low = settings.low_moderation_channel_ids
    lines = [
        words,
        strict,
        _line("Lowest strictness", f"in {_mentions('#', low)}")
        if low
        else _inherited("Lowest strictness", "in no channel"),
    ]
    unmarked = [one for one in low if one in channels.unmarked]
    if unmarked:
        lines.append(f"⚠️ Not in {_mentions('#', unmarked)}: Discord does not mark it as age-restricted.")
    if (low or settings.moderation is not None) and not state.inherited.rules.moderation:
        lines.append("⚠️ The images service of this bot cannot be told how strict to be.")
    return lines


def _misfits(state: SettingsState, settings: Iterable[str]) -> list[str]:
    wanted = tuple(settings)
    return [_misfit(one) for one in state.offer.misfits() if one.setting in wanted]


def _misfit(one: Misfit) -> str:
    return f"⚠️ The {_SETTING_NAMES[one.setting]} {_few(one.values)} has no effect: {_WHYS[one.why]}."


def _budget_lines(budgets: Sequence[Budget]) -> list[str]:
    """Write a line for each whose budget it is, the amounts in it."""
    whose: dict[str, list[str]] = {}
    for one in budgets:
        amount = dollars(one.limit) if one.unit is Unit.MICROUSD else f"{one.limit} pictures"
        whose.setdefault(_whose(one), []).append(f"{amount} {_HOW_LONG[one.period]}")
    lines = [f"{name}: {', '.join(amounts)}" for name, amounts in whose.items()]
    more = len(lines) - _SHOWN_BUDGETS
    return [*lines[:_SHOWN_BUDGETS], *([f"and {more} more"] if more > 0 else [])]


def _whose(budget: Budget) -> str:
    match budget.scope:
        case Scope.ROLE:
            return f"Each with <@&{budget.role_id}>"
        case Scope.USER:
            return "Each member"
        case Scope.SERVER:
            return "The whole server"
        case Scope.BOT:
            return "Everybody together"


def _names(name: str, values: Sequence[str], *, otherwise: str) -> str:
    return _line(name, _few(values)) if values else _inherited(name, otherwise)


def _value(name: str, value: object | None, *, otherwise: str, shown: str = "{}") -> str:
    return _inherited(name, otherwise) if value is None else _line(name, shown.format(harmless(str(value), 60)))


def _line(name: str, value: str) -> str:
    return f"**{name}**: {value}"


def _inherited(name: str, value: str) -> str:
    return f"**{name}**: *inherited: {value}*"


def _warning(text: str) -> str:
    return f"\n⚠️ {text[0].upper()}{text[1:]}."


def _few(names: Sequence[str]) -> str:
    shown = ", ".join(harmless(one, 60) for one in names[:_SHOWN_NAMES])
    more = len(names) - _SHOWN_NAMES
    return f"{shown} and {more} more" if more > 0 else shown


def _mentions(sign: str, ids: Sequence[int]) -> str:
    shown = ", ".join(f"<{sign}{one}>" for one in ids[:_SHOWN_CHANNELS])
    more = len(ids) - _SHOWN_CHANNELS
    return f"{shown} and {more} more" if more > 0 else shown
