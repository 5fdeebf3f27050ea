"""A finding: one line of the report."""

from dataclasses import dataclass
from enum import StrEnum

LATER_TABLES = "The database was made by a newer Easel. Install that version, or restore a backup."
OLDER_PROCESSES = "An older Easel is running on this database and can't work with this version's tables. Stop it first."


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
