"""The catalogues as they are written, for the tests that look through them."""

import ast as python
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.words.language.spoken import ENGLISH

FOLDER = Path(str(resources.files("bot.words"))) / "catalogues"
ROOT = FOLDER.parents[2]
LANGUAGES = sorted(one.name for one in FOLDER.iterdir())
TOPICS = sorted(one.stem for one in (FOLDER / ENGLISH).iterdir())


@cache
def parse(language: str, topic: str) -> ast.Resource:
    file = FOLDER / language / f"{topic}.ftl"
    return FluentParser().parse(file.read_text(encoding="utf-8") if file.exists() else "")


@cache
def messages(language: str, topic: str) -> dict[str, ast.Message]:
    return {one.id.name: one for one in parse(language, topic).body if isinstance(one, ast.Message)}


class _Names(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()
        self.terms: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - as the library calls it
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - as the library calls it
        self.references.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - as the library calls it
        self.terms.add(node.id.name)


def terms(language: str, topic: str) -> set[str]:
    """Name the terms that stand within messages."""
    names = _Names()
    names.visit(parse(language, topic))
    return names.terms


@cache
def facts_of(language: str, topic: str, message: str) -> set[str]:
    """Name the facts that a message is said with, those of the messages in it too."""
    catalogue = messages(ENGLISH, topic) | messages(language, topic)
    names = _Names()
    names.visit(catalogue[message])
    return names.variables.union(*(facts_of(language, topic, one) for one in names.references))


ANY_OTHER = "*"
"""Stands for all that a message does not name, where it says so."""
_PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})


class _Variants(Visitor):
    def __init__(self) -> None:
        self.keys: dict[str, set[str]] = {}

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - as the library calls it
        if isinstance(node.selector, ast.VariableReference):
            names = (one.key.name for one in node.variants if isinstance(one.key, ast.Identifier))
            keys = set(names)
            if any(
                one.default and isinstance(one.key, ast.Identifier) and one.key.name == "other" for one in node.variants
            ):
                keys.add(ANY_OTHER)
            self.keys.setdefault(node.selector.id.name, set()).update(keys - _PLURAL_FORMS)
        self.generic_visit(node)


def variants_of(language: str, topic: str, message: str) -> dict[str, set[str]]:
    """Name what a message says differently: for each fact that it selects by, the words that it knows of it."""
    variants = _Variants()
    variants.visit(messages(language, topic)[message])
    return variants.keys


@cache
def references(language: str, topic: str) -> set[str]:
    """Name the messages that stand within others."""
    names = _Names()
    names.visit(parse(language, topic))
    return names.references


def python_files(*folders: str) -> Iterator[tuple[Path, python.Module]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, python.parse(path.read_text(encoding="utf-8"))
