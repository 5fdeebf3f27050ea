"""What /settings says of each of its parts: what is set, what is inherited, and what has no effect."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.budget import Budget, Scope, Unit
from bot.domain.masked_edits import MaskedEdits
from bot.domain.offer import Misfit
from bot.service.server_settings import SettingsState
from bot.words.amounts import all_of, dollars, few, listed
from bot.words.escaping import harmless, shorten
from bot.words.language.catalogue import Topic
from bot.words.language.numbers import own_name
from bot.words.language.spoken import LANGUAGES
from bot.words.mentions import channel, role
from bot.words.permissions import PERMISSIONS
from bot.words.server_keys import key_lines
from bot.words.settings import DOINGS, MODERATIONS, SECTIONS

_say = Topic("settings")

MASKED_EDITS = _say.each("masked-edits", MaskedEdits)

_SHOWN_CHANNELS = 5
_SHOWN_NAMES = 12
_SHOWN_BUDGETS = 9
_SECTION_LIMIT = 720
"""Characters: eight of them, their titles and the rest stay under the 6000 of all embeds of a message."""


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
        "privacy": [_line("uploads", _say("uploads", edited=state.edits_of_uploads))],
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
        _channel("gallery", settings.gallery_channel_id, channels, otherwise=_say("none-to-share")),
        _channel("reports", settings.reports_channel_id, channels, otherwise=_say("none")),
        _line("weekly", _switched(on=settings.weekly)),
        _inherited("language", _say("language-of-discord"))
        if settings.language not in LANGUAGES
        else _line("language", own_name(settings.language)),
    ]


def _channel(name: str, channel_id: int | None, channels: ChannelsHere, *, otherwise: str) -> str:
    if channel_id is None:
        return _inherited(name, otherwise)
    missing = channels.missing.get(channel_id, ())
    line = _line(name, channel(channel_id))
    if missing is None:
        return f"{line}\n{_say('channel-gone')}"
    names = all_of([PERMISSIONS.get(one, one) for one in missing])
    return f"{line}\n{_say('channel-lacks', permissions=names)}" if missing else line


def _who(state: SettingsState) -> list[str]:
    lines = []
    for doing, name in DOINGS.items():
        opening = state.settings.openings.get(doing)
        if opening is None or not (opening.channel_ids or opening.role_ids):
            lines.append(_say("line-inherited", name=name, value=_say("everybody-everywhere")))
            continue
        value = _say(
            "opening",
            in_channels=bool(opening.channel_ids),
            channels=_mentions(channel, opening.channel_ids),
            for_roles=bool(opening.role_ids),
            roles=_mentions(role, opening.role_ids),
        )
        lines.append(_say("line", name=name, value=value))
    return lines


def _models(state: SettingsState) -> list[str]:
    settings, rules = state.settings, state.inherited.rules
    every = _say("all-of-model")
    return [
        _names("models", settings.models, otherwise=_say("all-of", names=_few(state.offer.enabled))),
        _names("qualities", settings.qualities, otherwise=every),
        _names("sizes", settings.sizes, otherwise=every),
        _inherited("n_limit", _say("up-to", number=rules.n_limit))
        if settings.n_limit is None
        else _line("n_limit", _say("up-to", number=settings.n_limit)),
        _line("streaming", _say("off"))
        if settings.streaming is False
        else _inherited("streaming", _switched(on=rules.streams)),
        _inherited("masked_edits", MASKED_EDITS[state.inherited.masked_edits])
        if settings.masked_edits is None
        else _line("masked_edits", MASKED_EDITS[settings.masked_edits]),
        *_misfits(state, ("models", "qualities", "n_limit")),
    ]


def _defaults(state: SettingsState) -> list[str]:
    settings, own = state.settings, state.inherited.defaults
    here = state.offer.defaults(own, model=None)
    return [
        _value("default_model", settings.default_model, otherwise=_instead(own.model, here.model)),
        _value("default_quality", settings.default_quality, otherwise=_instead(own.quality, here.quality)),
        _value("default_size", settings.default_size, otherwise=_instead(own.size, here.size)),
        _value("default_n", settings.default_n, otherwise=_instead(own.n, here.n)),
        *_misfits(state, ("default_model", "default_quality", "default_size", "default_n")),
    ]


def _instead(own: object, here: object) -> str:
    """Name the bot's default, or what stands for it where it does not go here."""
    return f"{own}" if own == here else _say("instead", value=f"{here}", own=f"{own}")


def _budgets(state: SettingsState) -> list[str]:
    settings, inherited = state.settings, state.inherited
    return [
        _limit("jobs_per_user", settings.jobs_per_user, inherited.limits.per_user),
        _limit("jobs_per_server", settings.jobs_per_server, inherited.limits.per_server),
        *(_budget_lines(settings.budgets) or [_say("budgets-none")]),
        *_inherited_budgets(state),
    ]


def _inherited_budgets(state: SettingsState) -> list[str]:
    inherited = state.inherited
    if state.key_state.key is not None:
        return [_say("budgets-by-key")]
    if not inherited.budgets:
        return [_say("budgets-inherited-none")]
    return [_say("budgets-inherited"), *(f"*{one}*" for one in _budget_lines(inherited.budgets))]


def _limit(name: str, own: int | None, inherited: int) -> str:
    if own is None:
        return _inherited(name, _say("at-most", number=inherited))
    line = _line(name, _say("at-most", number=own))
    return f"{line}\n{_say('limit-lower', limit=inherited)}" if own > inherited else line


def _friendly(state: SettingsState, channels: ChannelsHere) -> list[str]:
    settings = state.settings
    count, low = len(settings.words), settings.low_moderation_channel_ids
    lines = [
        _line("words", str(count)) if count else _inherited("words", _say("none")),
        _inherited("strictness", _say("strictness-own"))
        if settings.moderation is None
        else _line("strictness", MODERATIONS[settings.moderation]),
        _line("lowest_strictness", _say("in-channels", channels=_mentions(channel, low)))
        if low
        else _inherited("lowest_strictness", _say("in-no-channel")),
    ]
    unmarked = [one for one in low if one in channels.unmarked]
    if unmarked:
        lines.append(_say("unmarked", channels=_mentions(channel, unmarked)))
    if (low or settings.moderation is not None) and not state.inherited.rules.moderation:
        lines.append(_say("strictness-unknown"))
    return lines


def _misfits(state: SettingsState, settings: Iterable[str]) -> list[str]:
    wanted = tuple(settings)
    return [_misfit(one) for one in state.offer.misfits() if one.setting in wanted]


def _misfit(one: Misfit) -> str:
    return _say("misfit", setting=_say.of("misfit", one.setting), values=_few(one.values), why=one.why.value)


def _budget_lines(budgets: Sequence[Budget]) -> list[str]:
    """Write a line for each whose budget it is, the amounts in it."""
    whose: dict[tuple[Scope, int | None], list[str]] = {}
    for one in budgets:
        key, limit = ("money", dollars(one.limit)) if one.unit is Unit.MICROUSD else ("pictures", one.limit)
        amount = _say.of("budget", key, amount=limit, period=one.period.value)
        whose.setdefault((one.scope, one.role_id), []).append(amount)
    lines = [
        _say("budget-line", scope=scope.value, role=role(role_id or 0), amounts=listed(amounts))
        for (scope, role_id), amounts in whose.items()
    ]
    more = len(lines) - _SHOWN_BUDGETS
    return [*lines[:_SHOWN_BUDGETS], *([_say("budgets-more", more=more)] if more > 0 else [])]


def _names(name: str, values: Sequence[str], *, otherwise: str) -> str:
    return _line(name, _few(values)) if values else _inherited(name, otherwise)


def _value(name: str, value: object | None, *, otherwise: str) -> str:
    return _inherited(name, otherwise) if value is None else _line(name, harmless(str(value), 60))


def _line(name: str, value: str) -> str:
    return _say("line", name=_say.of("line-name", name), value=value)


def _inherited(name: str, value: str) -> str:
    return _say("line-inherited", name=_say.of("line-name", name), value=value)


def _switched(*, on: bool) -> str:
    return _say("on") if on else _say("off")


def _few(names: Sequence[str]) -> str:
    return few([harmless(one, 60) for one in names], shown=_SHOWN_NAMES)


def _mentions(mention: Callable[[int], str], ids: Sequence[int]) -> str:
    return few([mention(one) for one in ids], shown=_SHOWN_CHANNELS)
