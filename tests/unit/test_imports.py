"""What is imported, and so what a bot that serves Discord has to have and to hold in memory."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def imported_by(module: str) -> set[str]:
    """Import a module in a process of its own, and list the packages and modules that are there then."""
    program = f"import sys, {module}; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603
    return set(ended.stdout.split())


@pytest.mark.parametrize("module", ["bot.cli", "bot.wiring.app"])
def test_a_bot_imports_nothing_of_the_playground_the_drawing_or_the_migrations(module: str) -> None:
    found = imported_by(module)
    assert module in found
    assert found.isdisjoint({"simcord", "av", "alembic", "bot.demo.playground", "bot.demo.api"})


def test_the_version_needs_no_library() -> None:
    found = imported_by("bot.__main__")
    assert "bot.__main__" in found
    assert found.isdisjoint({"discord", "aiohttp", "pydantic", "sqlalchemy", "bot.cli", "bot.settings"})
