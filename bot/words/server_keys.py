"""The words about a key of a server's own."""

from bot.service.server_keys import Entered, KeyState

PROVIDERS = {"openai": "OpenAI", "comfy": "Comfy", "xai": "xAI", "gemini": "Google Gemini", "together": "Together AI"}
"""The public providers, by the names of their presets."""

KEY_FIELD = "API key"
KEY_HINT = "Kept encrypted and never shown again. It pays for every request of this server from now on."
REMOVE_KEY = "Take the key out"
CHOOSE_PROVIDER = "Enter a key: choose whose"

_ENTERED = {
    Entered.TRIED: "{provider} takes this key. It pays for this server's requests from now on.",
    Entered.WITHOUT_MONEY: (
        "⚠️ {provider} takes this key, but its account is out of money or over its limit. "
        "The key is kept; top the account up, or take the key out."
    ),
    Entered.UNTRIED: (
        "The key is kept, but I could not try it without paying. "
        "The first request will show whether {provider} takes it."
    ),
    Entered.REJECTED: "⚠️ {provider} does not accept this key, so nothing was changed. Copy it and enter it again.",
    Entered.MALFORMED: "⚠️ That is not a key, so nothing was changed. Copy it and enter it again.",
}
NO_MEMBER = "I am only a guest in this server, so I keep no key for it. Add me to the server first."
REMOVED = "The key is out. The bot's own account pays for this server again."


def provider_name(provider: str) -> str:
    """Name a provider as it does itself."""
    return PROVIDERS.get(provider, provider)


def form_title(provider: str) -> str:
    """Head the form that asks for a key."""
    return f"Key for {provider_name(provider)}"


def entered_notice(entered: Entered, provider: str) -> str:
    """Say what became of a key."""
    return _ENTERED[entered].format(provider=provider_name(provider))


def key_lines(state: KeyState) -> list[str]:
    """Say whose key a server has, who entered it and when; never anything of the key itself."""
    key = state.key
    if key is None:
        return ["*none: the bot's own account pays*"]
    moment = int(key.set_at.timestamp())
    lines = [f"**{provider_name(key.provider)}**, entered by <@{key.user_id}> <t:{moment}:R>"]
    if not key.tried:
        lines.append("I could not try it without paying; the first request shows whether it works.")
    if not state.is_readable:
        lines.append("⚠️ I cannot read it any more, so requests are refused. Enter it again, or take it out.")
    return lines
