"""Messages in Fluent's syntax, made into functions that write them.

What there is of Fluent: text, `{$fact}`, quoted text, references to messages and terms, and selects by a number, its
plural form or a word. Functions and attributes are not there: facts come as they are to be read, and whole numbers are
written as the language does.
"""

from collections.abc import Callable, Mapping

from fluent.syntax import FluentParser, ast

from bot.words.language.numbers import plural_form, whole_number

Fact = str | int
"""A text to be shown as it is, a number that is counted or shown, or a bool: `true` or `false` in a select."""
Facts = Mapping[str, Fact]
Write = Callable[[Facts], str]
Find = Callable[[str], Write]
"""Gives a message of the same catalogue, or a term by its name with a dash."""

_PARSER = FluentParser(with_spans=False)


def compile_message(source: str, language: str, *, find: Find, change: Callable[[str], str] | None = None) -> Write:
    """Make a function of one message; `change` is applied to each text in it.

    Raises:
        ValueError: it is no message, or holds what is not there.
    """
    entry = _PARSER.parse_entry(source)
    if not isinstance(entry, ast.Message | ast.Term) or entry.value is None:
        raise ValueError(source)
    return _Compiler(language, find, change).pattern(entry.value)


class _Compiler:
    def __init__(self, language: str, find: Find, change: Callable[[str], str] | None) -> None:
        self._language = language
        self._find = find
        self._change = change

    def pattern(self, pattern: ast.Pattern) -> Write:
        parts = [
            self._text(one.value) if isinstance(one, ast.TextElement) else self._expression(one.expression)
            for one in pattern.elements
        ]
        if len(parts) == 1:
            return parts[0]
        return lambda facts: "".join([part(facts) for part in parts])

    def _text(self, text: str) -> Write:
        changed = text if self._change is None else self._change(text)
        return lambda _: changed

    def _expression(self, expression: object) -> Write:
        match expression:
            case ast.StringLiteral():
                text = str(expression.parse()["value"])
                return lambda _: text
            case ast.VariableReference(id=ast.Identifier(name=name)):
                return self._shown(name)
            case ast.MessageReference(id=ast.Identifier(name=name), attribute=None):
                return self._reference(name)
            case ast.TermReference(id=ast.Identifier(name=name), attribute=None, arguments=None):
                return self._reference(f"-{name}")
            case ast.SelectExpression():
                return self._select(expression)
            case ast.Placeable():
                return self._expression(expression.expression)
        raise ValueError(type(expression).__name__)

    def _shown(self, name: str) -> Write:
        language = self._language

        def show(facts: Facts) -> str:
            fact = facts[name]
            return fact if isinstance(fact, str) else whole_number(fact, language)

        return show

    def _reference(self, name: str) -> Write:
        return self._find(name)

    def _select(self, select: ast.SelectExpression) -> Write:
        match select.selector:
            case ast.VariableReference(id=ast.Identifier(name=name)):
                language = self._language
            case _:
                raise ValueError(type(select.selector).__name__)
        variants = {_key(one): self.pattern(one.value) for one in select.variants}
        otherwise = next(self.pattern(one.value) for one in select.variants if one.default)

        def choose(facts: Facts) -> str:
            return next((variants[key] for key in _keys(facts[name], language) if key in variants), otherwise)(facts)

        return choose


def _key(variant: ast.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value


def _keys(fact: Fact, language: str) -> tuple[str, ...]:
    """Name what a variant for this may be called, the closest first."""
    if isinstance(fact, str):
        return (fact,)
    if isinstance(fact, bool):
        return (str(fact).lower(),)
    return (str(fact), plural_form(fact, language))
