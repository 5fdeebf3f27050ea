"""Budgets: who may spend how much in which period."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Self

_RULE = re.compile(
    r"(?P<scope>user|server|bot|role:(?P<role>[0-9]{1,20}))/(?P<period>day|month)"
    r"=(?:\$(?P<dollars>[0-9]+(?:\.[0-9]{1,6})?)|(?P<pictures>[0-9]+) ?pictures)"
)


class Scope(StrEnum):
    """Whose spending a budget holds down; a role's budget takes the place of the user's for who has the role."""

    USER = "user"
    ROLE = "role"
    SERVER = "server"
    BOT = "bot"


class Period(StrEnum):
    """How long a budget lasts; days and months are those of UTC."""

    DAY = "day"
    MONTH = "month"

    def start(self, now: datetime) -> datetime:
        """Tell when the period that holds `now` began."""
        midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight if self is Period.DAY else midnight.replace(day=1)

    def end(self, now: datetime) -> datetime:
        """Tell when the next period begins."""
        start = self.start(now)
        return start + timedelta(days=1) if self is Period.DAY else (start + timedelta(days=32)).replace(day=1)


class Unit(StrEnum):
    """What a budget counts."""

    MICROUSD = "microusd"
    PICTURES = "pictures"


@dataclass(frozen=True, slots=True)
class Budget:
    """At most `limit` of `unit` in a period; `role_id` is set where the scope is a role.

    `within` is the id of the server whose spending alone it counts, where a server has set it for itself; None counts
    what a person spends everywhere. The text of a budget does not tell it.
    """

    scope: Scope
    period: Period
    unit: Unit
    limit: int
    role_id: int | None = None
    within: int | None = None

    def __str__(self) -> str:
        scope = f"role:{self.role_id}" if self.scope is Scope.ROLE else self.scope
        whole, part = divmod(self.limit, 1_000_000)
        amount = (
            f"{self.limit} pictures" if self.unit is Unit.PICTURES else f"${whole}.{part:06}".rstrip("0").rstrip(".")
        )
        return f"{scope}/{self.period}={amount}"

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Parse `user/day=$0.50`, `server/month=500 pictures`, `bot/month=$200` or `role:123/day=$2`.

        Raises:
            ValueError: it is written otherwise.
        """
        match = _RULE.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is no budget: write user/day=$0.50 or server/month=500 pictures")
        if match["dollars"] is not None:
            whole, _, part = match["dollars"].partition(".")
            unit, limit = Unit.MICROUSD, int(whole) * 1_000_000 + int(part.ljust(6, "0"))
        else:
            unit, limit = Unit.PICTURES, int(match["pictures"])
        role = match["role"]
        scope = Scope.ROLE if role else Scope(match["scope"])
        return cls(scope, Period(match["period"]), unit, limit, int(role) if role else None)
