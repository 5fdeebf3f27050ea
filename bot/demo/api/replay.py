"""Idempotency keys: the answer to a key is kept for a while and given again without drawing again."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass

from bot.demo.api.bodies import Body
from bot.demo.api.errors import ApiError

_LIMIT_BYTES = 128 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Stored:
    """A finished answer, and the request that it answers."""

    fingerprint: str
    content_type: str
    content: bytes


class Replays:
    """The answers of the last requests with a key, at most 128 MiB of them, and the keys in flight."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, Stored] = OrderedDict()
        self._in_flight: set[str] = set()
        self._size = 0

    def begin(self, key: str, fingerprint: str) -> Stored | None:
        """Give the answer of a key that is known, or mark the key as in flight; then `end` must follow.

        Raises:
            ApiError: 409 while the key is in flight, 400 where it stands for another request.
        """
        if key in self._in_flight:
            message = "A request with this idempotency key is still being processed."
            raise ApiError(409, message, type="idempotency_error", code="idempotency_key_in_use")
        stored = self._answers.get(key)
        if stored is None:
            self._in_flight.add(key)
            return None
        if stored.fingerprint != fingerprint:
            message = "This idempotency key was used with other parameters."
            raise ApiError(400, message, type="idempotency_error", code="idempotency_key_reused")
        self._answers.move_to_end(key)
        return stored

    def keep(self, key: str, stored: Stored) -> None:
        """Keep the answer of a key, and forget the oldest ones over the limit."""
        self._answers[key] = stored
        self._size += len(stored.content)
        while self._size > _LIMIT_BYTES:
            _, oldest = self._answers.popitem(last=False)
            self._size -= len(oldest.content)

    def clear(self) -> None:
        """Forget all answers: aiohttp's cache of handlers keeps an app that has ended, and with it whatever it has."""
        self._answers.clear()
        self._size = 0

    def end(self, key: str) -> None:
        """Say that a key is no longer in flight, whatever came of it."""
        self._in_flight.discard(key)


def fingerprint(path: str, body: Body) -> str:
    """A digest of everything a request asks for; blocking, for a worker thread."""
    digest = hashlib.sha256(repr((path, sorted(body.values.items()))).encode())
    for upload in body.uploads:
        digest.update(repr((upload.field, upload.content_type, len(upload.data))).encode())
        digest.update(upload.data)
    return digest.hexdigest()
