"""The words about a key of a server's own."""

from bot.service.server_keys import Entered, KeyState
from bot.words.language.catalogue import Topic
from bot.words.mentions import moment, person

PROVIDERS = {"openai": "OpenAI", "comfy": "Comfy", "xai": "xAI", "gemini": "Google Gemini", "together": "Together AI"}
"""The public providers, by the names of their presets."""

_say = Topic("server_keys")


def key_field() -> str:
    """Name the field for a key."""
    return _say("key-field")


def key_hint() -> str:
    """Say under the field what becomes of a key."""
    return _say("key-hint")


def remove_key() -> str:
    """Name the button that takes a key out."""
    return _say("remove-key")


def choose_provider() -> str:
    """Head the select of whose key is entered."""
    return _say("choose-provider")


def no_member() -> str:
    """Say that a guest keeps no key."""
    return _say("no-member")


def removed() -> str:
    """Say that a key is out."""
    return _say("removed")


def provider_name(provider: str) -> str:
    """Name a provider as it does itself."""
    return PROVIDERS.get(provider, provider)


def form_title(provider: str) -> str:
    """Head the form that asks for a key."""
    return _say("form-title", provider=provider_name(provider))


def entered_notice(entered: Entered, provider: str) -> str:
    """Say what became of a key."""
    return _say.of("entered", entered, provider=provider_name(provider))


def key_lines(state: KeyState) -> list[str]:
    """Say whose key a server has, who entered it and when; never anything of the key itself."""
    key = state.key
    if key is None:
        return [_say("none")]
    entered = moment(key.set_at, "R")
    lines = [_say("key", provider=provider_name(key.provider), person=person(key.user_id), moment=entered)]
    if not key.tried:
        lines.append(_say("untried"))
    if not state.is_readable:
        lines.append(_say("unreadable"))
    return lines
