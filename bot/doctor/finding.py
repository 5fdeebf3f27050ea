"""A finding: one line of the report."""

from dataclasses import dataclass
from enum import StrEnum

LATER_TABLES = "The database is that of a later Easel: install that one, or restore a backup."
OLDER_PROCESSES = (
    "Processes of an older Easel run on this database and could not work with the tables of this one: stop them first."
)


class Verdict(StrEnum):
    """How a finding is marked; only `BAD` ones stop the bot from working."""

    GOOD = "ok"
    NOTE = "note"
    BAD = "BAD"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, and where it is not good, what to do."""

    verdict: Verdict
    text: str
