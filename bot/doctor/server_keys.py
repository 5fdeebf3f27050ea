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
            f"{lost} servers have an API key of their own, and there is no SECRETS_KEY: their requests are refused. "
            "Set the one that the keys were entered under.",
        )
    elif lost:
        yield Finding(
            Verdict.BAD,
            f"{lost} of {len(keys)} API keys of servers cannot be read with SECRETS_KEY, so these servers' requests "
            "are refused: add the former one behind it, with a comma, or have their managers enter the keys again.",
        )
    elif cipher is not None:
        yield Finding(
            Verdict.GOOD, f"Servers may have an API key of their own: {len(keys)} have one, and SECRETS_KEY reads it."
        )


def _is_readable(key: ServerKey, cipher: KeyCipher | None) -> bool:
    try:
        if cipher is not None:
            cipher.decrypt(key.ciphertext, guild_id=key.guild_id, provider=key.provider)
    except KeyUnreadable:
        return False
    return cipher is not None
