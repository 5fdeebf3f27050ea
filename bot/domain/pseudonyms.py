"""Names of people that tell nobody who they are: keyed hashes, the same in every process of a bot."""

import hashlib
import hmac

NOBODY = 0
"""Whoever had all of theirs deleted; no id of Discord's is 0. Their charges have opaque numbers, below it."""
_NAME_BITS, _NUMBER_BITS = 128, 62


class Pseudonyms:
    """The names that one key makes."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, user_id: int) -> str:
        """Name a person by 32 hexadecimal digits, of an HMAC with SHA-256."""
        return hmac.new(self._key, str(user_id).encode(), hashlib.sha256).hexdigest()[:32]

    def number_of(self, user_id: int) -> int:
        """Number a person by 62 bits of their name, below 0: no id of Discord's is."""
        return -1 - (int(self.of(user_id), 16) >> (_NAME_BITS - _NUMBER_BITS))
