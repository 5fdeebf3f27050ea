"""Which lines and branches of the bot the tests run, by SlipCover; `-p tests.coverage` loads it before anything else.

coverage.py follows each line of every library as long as a test runs, which took a third of the suite's processor time
on Python 3.11. SlipCover adds its probes to the bot alone. Processes that tests start are not measured.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import slipcover

if TYPE_CHECKING:
    from collections.abc import Generator

LEAST_PERCENT = 90.0
"""Of lines and branches together."""

_ROOT = Path(__file__).parents[1]
_SOURCES = [str(_ROOT / "bot"), str(_ROOT / "cogs")]
_EXCLUDED = [r"@overload", r"raise NotImplementedError", r"^\s*\.\.\.$"]

# Taking a probe out where it was reached replaces code that other threads are running; leaving it in costs no more.
_measured = slipcover.Slipcover(branch=True, exclude_also=_EXCLUDED, d_miss_threshold=2**31 - 1)
_matcher = slipcover.FileMatcher(sources=_SOURCES)
sys.meta_path.insert(0, slipcover.ImportManager(_measured, _matcher).mpf)
# Alembic loads migrations so.
slipcover.wrap_spec_from_file_location(_measured, _matcher)


class Report:
    """Puts together what each test process has run."""

    def __init__(self) -> None:
        self._of_processes: list[str] = []
        self._whole: Any = {}

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take what a test process has run; one that crashed has nothing to say."""
        found = getattr(node, "workeroutput", {}).get("coverage")
        if found is not None:
            self._of_processes.append(found)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Generator[None, object, object]:
        """Look at what there is to run while the test processes get ready, and fail where too little of it was."""
        self._whole = slipcover.Slipcover(branch=True, source=_SOURCES, exclude_also=_EXCLUDED).get_coverage()
        result = yield
        for found in (_measured.get_coverage(), *map(json.loads, self._of_processes)):
            slipcover.merge_coverage(self._whole, found)
        if self._whole["summary"]["percent_covered"] < LEAST_PERCENT:
            session.testsfailed += 1
        return result

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say what was missed."""
        covered = self._whole["summary"]["percent_covered"]
        terminalreporter.section(f"coverage: {covered:.1f} %, at least {LEAST_PERCENT:.0f} %")
        slipcover.print_coverage(self._whole, outfile=terminalreporter, skip_covered=True)


def pytest_configure(config: pytest.Config) -> None:
    """Report in the process that leads the others."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Report())


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand on what this test process has run."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["coverage"] = json.dumps(_measured.get_coverage())
