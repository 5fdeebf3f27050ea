"""The keys of servers: how many there are, and whether SECRETS_KEY reads them."""

from collections.abc import Iterator

from bot.doctor.finding import Finding, Verdict
from bot.domain.server_key import ServerKey
from bot.settings import Settings
from bot.store.database.inspection import look_at
from bot.store.errors import StoreUnavailable
from bot.store.server.key_cipher import KeyCipher, KeyUnreadable
from bot.store.server.keys import load_keys


def examine_server_keys(settings: Settings, url: str) -> Iterator[Finding]:
    """Look at the keys in a database whose tables are up to date; blocks."""
    try:
        with look_at(url) as connection:
            keys = load_keys(connection)
    except StoreUnavailable:
        return
    cipher = KeyCipher(settings.secrets_keys) if settings.secrets_keys else None
    lost = sum(not _is_readable(one, cipher) for one in keys)
    if lost and cipher is None:
        yield Finding(
            Verdict.BAD,
            f"Servers with their own API key: {lost}, but SECRETS_KEY isn't set, so their requests are refused. "
            "Set the one these keys were encrypted with.",
        )
    elif lost:
        yield Finding(
            Verdict.BAD,
            f"SECRETS_KEY can't decrypt {lost} of {len(keys)} servers' API keys, so these servers' requests "
            "are refused. Add the old one after a comma, or ask these servers to enter their keys again.",
        )
    elif cipher is not None:
        yield Finding(
            Verdict.GOOD, f"Servers can have their own API key: {len(keys)} have one, and SECRETS_KEY decrypts it."
        )


def _is_readable(key: ServerKey, cipher: KeyCipher | None) -> bool:
    try:
        if cipher is not None:
            cipher.decrypt(key.ciphertext, guild_id=key.guild_id, provider=key.provider)
    except KeyUnreadable:
        return False
    return cipher is not None
