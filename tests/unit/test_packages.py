"""What the packages say of themselves."""

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = sorted(
    [
        *("bot.jobs", "bot.proxy", "bot.service"),
        *(".".join(one.parent.relative_to(ROOT).parts) for one in ROOT.glob("bot/chat/*/__init__.py")),
        *(".".join(one.parent.relative_to(ROOT).parts) for one in ROOT.glob("bot/store/*/__init__.py")),
    ]
)


@cache
def imports() -> tuple[tuple[Path, str, str], ...]:
    """List what the bot's files import: the file, the module, and the name."""
    return tuple(
        (path, node.module, one.name)
        for path in [*ROOT.glob("bot/**/*.py"), *ROOT.glob("cogs/*.py")]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
        for one in node.names
    )


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_says_what_others_take_from_it(package: str) -> None:
    tree = ast.parse(ROOT.joinpath(*package.split("."), "__init__.py").read_text(encoding="utf-8"))
    said = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", ast.get_docstring(tree) or ""))))
    names: dict[str, set[str]] = defaultdict(set)
    for path, module, name in imports():
        if module.startswith(f"{package}.") and not path.is_relative_to(ROOT.joinpath(*package.split("."))):
            names[module.removeprefix(f"{package}.").split(".")[0]].add(name)
    # The store's own docstring says that each feature has its tables.
    names.pop("tables", None)
    assert names
    assert {module: taken for module, taken in names.items() if said.isdisjoint({module, *taken})} == {}
