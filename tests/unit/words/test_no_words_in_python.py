"""No module says anything to people by itself: what they read stands in the catalogues.

What stays English, in Python, is for who runs the bot or reads its code: log events, the doctor, the command line, what
is wrong with settings, and errors that are raised for programmers. What people may *write* (options, help words) is no
sentence either.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.words.catalogues import python_files

SAID = ("bot/words", "bot/chat", "bot/service", "bot/demo/playground", "bot/images/drawn", "cogs")
WRITTEN_BY_PEOPLE = {"option_guesses.py", "mentions.py"}
FOR_OPERATORS = {"run.py"}
"""The playground's line in the terminal."""
OF_OTHERS = {"page.py"}
"""The markup of simcord's page, which is looked for to be replaced."""
NAMES = {"Google Gemini", "Together AI", "Noto Sans"}
SHOWN = {"label", "title", "placeholder", "description", "text", "content", "name"}
"""Arguments that people read, of which a single word is enough."""
SENTENCE = re.compile(r"[^\W\d_]{2,},? [^\W\d_]{2,}")


def _is_bare(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _silent(tree: ast.Module) -> set[ast.AST]:
    """Give what nobody reads in Discord: docstrings, errors that are raised, log lines, patterns."""
    silent: set[ast.AST] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Raise():
                silent |= set(ast.walk(node))
            case ast.Expr() if _is_bare(node):
                silent |= set(ast.walk(node))
            case ast.Call(func=ast.Attribute(value=ast.Name(id="log" | "_log" | "re"))):
                silent |= set(ast.walk(node))
    return silent


def _texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    silent = _silent(tree)
    for node in ast.walk(tree):
        if node in silent:
            continue
        match node:
            case ast.JoinedStr(values=parts):
                text = "".join(str(one.value) if isinstance(one, ast.Constant) else "…" for one in parts)
                silent |= set(ast.walk(node))
                yield node.lineno, text
            case ast.Constant(value=str() as text) if text not in NAMES:
                yield node.lineno, text


def _labels(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.keyword(arg=str() as name, value=ast.Constant(value=str() as text)) if name in SHOWN:
                yield node.value.lineno, text


FILES = [
    pytest.param(tree, id=f"{path.parent.name}/{path.name}")
    for path, tree in python_files(*SAID)
    if path.name not in WRITTEN_BY_PEOPLE | FOR_OPERATORS | OF_OTHERS
]


@pytest.mark.parametrize("tree", FILES)
def test_a_module_holds_no_sentence(tree: ast.Module) -> None:
    found = [(line, text) for line, text in _texts(tree) if SENTENCE.search(text)]
    assert found == []


@pytest.mark.parametrize("tree", FILES)
def test_a_module_names_nothing_that_people_read(tree: ast.Module) -> None:
    found = [(line, text) for line, text in _labels(tree) if re.match(r"[A-Z][a-z]", text)]
    assert found == []


def test_a_sentence_would_be_found() -> None:
    tree = ast.parse('"""A docstring."""\nlog.info("not this one")\nsay(f"You have {n} pictures left")\nB(label="Go")')
    assert [text for _, text in _texts(tree) if SENTENCE.search(text)] == ["You have … pictures left"]
    assert [text for _, text in _labels(tree)] == ["Go"]


def test_the_modules_are_there() -> None:
    assert len(FILES) > 100  # else nothing would be looked through
    assert all(Path(one).is_dir() for one in SAID)
