"""Results: the buttons under them, the Apps menu, /history, /tree."""

from dataclasses import dataclass

from bot.service.history import History
from bot.wiring.core import Core
from bot.wiring.feature import Feature
from bot.wiring.jobs import JobParts


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultFeature(Feature):
    """What can be done with pictures that are made."""

    history: History


def build_results(core: Core, jobs: JobParts) -> ResultFeature:
    """Build it."""
    return ResultFeature(history=History(jobs.jobs, core.blobs))
