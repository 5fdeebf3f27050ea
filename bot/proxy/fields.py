"""The fields of a request by name, and which of them a person may switch on and off for a provider."""

import json
from collections.abc import Iterable

FIELDS = frozenset(
    {
        *("prompt", "model", "n", "size", "quality", "background", "output_format", "seed", "safety_identifier"),
        *("stream", "partial_images", "image", "mask", "markup", "input_fidelity", "moderation", "complexity"),
        *("frame_count", "frame_duration_ms", "user"),
    }
)
"""Every field of a request that the client fills in by itself."""
STREAM_FIELDS = frozenset({"stream", "partial_images"})
"""The fields that ask for partial pictures; neither goes without the other."""
PERSON_FIELDS = frozenset({"safety_identifier", "user"})
"""The fields that say who asks: `user` is the old name of `safety_identifier`, and some servers know it alone."""
IDEMPOTENCY_KEY = "idempotency_key"
"""Named among the fields for the header of that name: a server that honours it pays no call twice."""

Scalar = str | int | float | bool

_FIXABLE = frozenset({"moderation", "complexity"})
"""Fields that may also be sent as they stand: few servers want them otherwise."""
_NEEDED = frozenset({"prompt", "model"})


def parse_omitted(entries: Iterable[str]) -> frozenset[str]:
    """Read the fields that a provider does not take; without one of a pair the other does not go either.

    Raises:
        ValueError: a field that cannot be left out.
    """
    names = {_known(entry.strip()) for entry in entries}
    return _with_stream(names | PERSON_FIELDS if "user" in names else names)


def parse_sent(entries: Iterable[str]) -> tuple[frozenset[str], dict[str, Scalar]]:
    """Read the fields that a provider takes all the same, and those to send with every request as they stand.

    Raises:
        ValueError: a field that cannot be switched or fixed.
    """
    taken: set[str] = set()
    sent: dict[str, Scalar] = {}
    for entry in entries:
        name, equals, text = (part.strip() for part in entry.partition("="))
        if not equals:
            taken.add(_known(name))
        elif name in FIELDS - _FIXABLE:
            raise ValueError(f"the field {name!r} is filled in from each request and cannot be fixed")
        else:
            sent[name] = _from_text(text)
    return _with_stream(taken), sent


def _with_stream(names: set[str]) -> frozenset[str]:
    return frozenset(names | STREAM_FIELDS if names & STREAM_FIELDS else names)


def _known(name: str) -> str:
    if name not in FIELDS - _NEEDED:
        raise ValueError(f"no field {name!r} can be switched: choose from {', '.join(sorted(FIELDS - _NEEDED))}")
    return name


def _from_text(text: str) -> Scalar:
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, (str, int, float, bool)) else text
