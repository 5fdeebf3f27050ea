"""What every table is declared with: one catalogue of tables, and the types that both databases keep alike."""

from collections.abc import Iterable
from datetime import UTC, datetime
from math import isfinite
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    DateTime,
    Dialect,
    Integer,
    MetaData,
    Text,
    TypeDecorator,
    case,
    cast,
    literal,
)
from sqlalchemy.sql.operators import OperatorType

from bot.domain.plain_text import to_plain_text


class UtcTime(TypeDecorator[datetime]):
    """A moment, aware and in UTC on both sides; SQLite, which keeps no zones, keeps it without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: D102
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: D102
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class PlainText(TypeDecorator[str]):
    """A text of any origin: what PostgreSQL has no room for, NUL and lone surrogates, is replaced on the way in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002, D102
        return None if value is None else to_plain_text(value)


class PlainJson(TypeDecorator[Any]):
    """JSON whose texts are kept as `PlainText` are: PostgreSQL takes others, and fails whenever it looks into them."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002, D102
        return _plain(value)

    def coerce_compared_value(self, op: OperatorType | None, value: Any) -> Any:  # noqa: D102 - for `column["key"]`
        return self.impl_instance.coerce_compared_value(op, value)


def _plain(value: Any) -> Any:
    match value:
        case str():
            return to_plain_text(value)
        case dict():
            return {_plain(name): _plain(one) for name, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case float() if not isfinite(value):
            return None
    return value


def is_one_of(column: ColumnElement[Any], values: Iterable[str]) -> ColumnElement[bool]:
    """Tell whether a column has one of some fixed values.

    Each is a parameter of its own: what `in_` alone makes of plain values is written anew at each execution, a tenth of
    what the statements of a job took.
    """
    return column.in_([literal(value, type_=column.type) for value in values])


def text_within(column: ColumnElement[Any], name: str) -> ColumnElement[str | None]:
    """Look up a text in JSON; None in a row from before its texts were made plain, which would fail all the others.

    None as well in one with a character that JSON writes as two halves, since a half alone fails as well.
    """
    written = cast(column, Text)
    is_broken = written.contains("\\u0000", autoescape=True) | written.contains("\\ud", autoescape=True)
    return case((is_broken, None), else_=column[name].as_string())


# SQLite keeps a table in the order of its key only where the key's type is INTEGER, which has 64 bits there.
Id = BigInteger().with_variant(Integer(), "sqlite")

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)
