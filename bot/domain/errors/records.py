"""Errors as they are kept with a job, and back, also after a restart."""

import dataclasses
from functools import cache
from typing import Any

from bot.domain.errors.root import EaselError


def to_record(error: EaselError) -> dict[str, Any]:
    """Encode an error as JSON-ready values, without `detail`, which is for the log alone."""
    fields = {one.name: getattr(error, one.name) for one in dataclasses.fields(error) if one.name != "detail"}
    return {"error": type(error).__name__, **fields}


def from_record(record: dict[str, Any]) -> EaselError:
    """Decode what `to_record` encoded, also after a restart.

    Raises:
        KeyError: no error has this name (any more).
    """
    fields = {
        name: tuple(value) if isinstance(value, list) else value for name, value in record.items() if name != "error"
    }
    return _tree()[str(record["error"])](**fields)


@cache
def _tree() -> dict[str, type[EaselError]]:
    # Looked at when it is first needed: while this module is imported, not every branch is there.
    return _by_name(EaselError)


def _by_name(kind: type[EaselError]) -> dict[str, type[EaselError]]:
    found = {kind.__name__: kind}
    for further in kind.__subclasses__():
        found |= _by_name(further)
    return found
