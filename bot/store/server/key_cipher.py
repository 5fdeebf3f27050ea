"""Keys of servers, encrypted: what is kept of one is of no use without SECRETS_KEY, or for another server."""

import json
from collections.abc import Sequence
from typing import Protocol

from pydantic import SecretStr


class _Fernet(Protocol):
    def encrypt(self, msg: bytes) -> bytes: ...
    def decrypt(self, msg: bytes | str) -> bytes: ...


class KeyUnreadable(Exception):
    """What is kept was encrypted under another SECRETS_KEY, or is no key of this server."""


class KeyCipher:
    """Encrypts under the newest of the operator's keys, and reads what was encrypted under any of them."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Take Fernet's keys, the newest first."""
        # Most bots have no such key, and it is some MB of native code.
        from cryptography.fernet import Fernet, InvalidToken, MultiFernet  # noqa: PLC0415

        fernets = [Fernet(one) for one in keys]
        self._newest: _Fernet = fernets[0]
        self._all: _Fernet = MultiFernet(fernets)
        self._invalid = InvalidToken

    def encrypt(self, key: SecretStr, *, guild_id: int, provider: str) -> str:
        """Encrypt a key for one server and one provider."""
        sealed = json.dumps({"guild": guild_id, "provider": provider, "key": key.get_secret_value()})
        return self._newest.encrypt(sealed.encode()).decode()

    def decrypt(self, ciphertext: str, *, guild_id: int, provider: str) -> SecretStr:
        """Read what `encrypt` wrote for this server and this provider.

        Raises:
            KeyUnreadable: it did not, or under a key that is not there any more.
        """
        try:
            sealed = json.loads(self._all.decrypt(ciphertext))
        except (self._invalid, ValueError):
            # Without its cause: nothing of what stands in the row may end in a traceback.
            raise KeyUnreadable from None
        if (sealed["guild"], sealed["provider"]) != (guild_id, provider):
            raise KeyUnreadable
        return SecretStr(sealed["key"])

    def is_newest(self, ciphertext: str) -> bool:
        """Say whether it was encrypted under the newest key."""
        try:
            self._newest.decrypt(ciphertext)
        except self._invalid:
            return False
        return True
