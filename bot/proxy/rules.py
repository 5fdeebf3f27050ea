"""How a failure is known: one rule for each way in which a provider says it."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from http import HTTPStatus

from bot.domain.errors import EaselError
from bot.proxy.failure_body import Failure
from bot.proxy.retry import Kind

ASKED_WRONG = range(400, 500)
"""The statuses that blame the request."""
FAILED = range(400, 600)


def words(*patterns: str) -> re.Pattern[str]:
    """Compile alternatives that are looked for in small letters."""
    return re.compile("|".join(patterns), re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a failure is that meets every condition there is.

    `statuses` are HTTP's; an error inside a good answer has none, and meets any. `names` is looked for in the codes,
    the header's too, and in the type; `says` in the message, from which the prompt was taken out; `param` in the name
    of the field that it is about. `keyless`: it counts only where no key was sent. `seen` says where it is known from.
    """

    error: type[EaselError]
    kind: Kind = Kind.FINAL
    statuses: Collection[int] = ()
    names: re.Pattern[str] | None = None
    says: re.Pattern[str] | None = None
    param: re.Pattern[str] | None = None
    keyless: bool = False
    seen: str

    @property
    def _tells_by_words(self) -> bool:
        return self.names is not None or self.says is not None

    def matches(self, failure: Failure, *, message: str, status: int | None, keyless: bool) -> bool:
        """Say whether a failure is this one; `message` is its own without the prompt, in small letters."""
        return (
            (not self.statuses or status in self.statuses or (status is None and self._tells_by_words))
            and (self.names is None or self.names.search(failure.names) is not None)
            and (self.says is None or self.says.search(message) is not None)
            and (self.param is None or self.param.search(failure.param.lower()) is not None)
            and (not self.keyless or keyless)
        )


BEHIND_A_GATEWAY = frozenset({HTTPStatus.BAD_GATEWAY, HTTPStatus.GATEWAY_TIMEOUT, 520, 522, 524})
"""A gateway gave up on a server behind it, which may have gone on and made the picture."""
