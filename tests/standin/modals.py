"""Modals that the bot opens, and the forms that users send back."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.standin.attachments import File
from tests.standin.errors import NotOffered, ValueRefused
from tests.standin.options import store_upload

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.standin.state import State


class ComponentType(enum.IntEnum):
    """The components that hold a value, and those around them."""

    ACTION_ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    TEXT_DISPLAY = 10
    LABEL = 18
    FILE_UPLOAD = 19
    RADIO_GROUP = 21
    CHECKBOX_GROUP = 22
    CHECKBOX = 23


_MANY = (ComponentType.STRING_SELECT, ComponentType.CHECKBOX_GROUP)


@dataclass(frozen=True, slots=True)
class Modal:
    """A form as the bot described it."""

    custom_id: str
    title: str
    components: list[dict[str, Any]]

    def fields(self) -> dict[str, dict[str, Any]]:
        """Return the inputs by their label."""
        found: dict[str, dict[str, Any]] = {}
        for component in self.components:
            if component["type"] == ComponentType.LABEL:
                found[component["label"]] = component["component"]
            elif component["type"] == ComponentType.ACTION_ROW:
                found |= {child["label"]: child for child in component["components"]}
        return found


def build_submission(state: State, modal: Modal, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the `data` of a modal's submit; `values` are keyed by label or custom_id.

    Raises:
        NotOffered: no such input or choice.
        ValueRefused: a value that the form would not take, or a required one that is missing.
    """
    fields = modal.fields()
    names = {name for label, field in fields.items() for name in (label, field["custom_id"])}
    unknown = values.keys() - names
    if unknown:
        raise NotOffered(f"{modal.title} has no {sorted(unknown)}, but {sorted(fields)}")
    resolved: dict[str, dict[str, Any]] = {}
    components: list[dict[str, Any]] = []
    for position, component in enumerate(modal.components, start=1):
        node: dict[str, Any] = {"type": component["type"], "id": component.get("id") or position}
        if component["type"] == ComponentType.LABEL:
            label, field = component["label"], component["component"]
            node["component"] = _fill(state, label, field, values=values, resolved=resolved)
        elif component["type"] == ComponentType.ACTION_ROW:
            children = component["components"]
            node["components"] = [
                _fill(state, child["label"], child, values=values, resolved=resolved) for child in children
            ]
        components.append(node)
    data: dict[str, Any] = {"custom_id": modal.custom_id, "components": components}
    return data | {"resolved": resolved} if resolved else data


def _fill(
    state: State,
    label: str,
    field: dict[str, Any],
    *,
    values: Mapping[str, Any],
    resolved: dict[str, dict[str, Any]],
) -> dict[str, Any]:
    kind = ComponentType(field["type"])
    given = values.get(label, values.get(field["custom_id"]))
    node: dict[str, Any] = {"type": int(kind), "id": field.get("id") or 0, "custom_id": field["custom_id"]}
    if kind is ComponentType.CHECKBOX:
        return node | {"value": bool(field.get("default")) if given is None else bool(given)}
    if given is None and field.get("required", True) and not field.get("value"):
        raise ValueRefused(f"{label} is required")
    if kind is ComponentType.TEXT_INPUT:
        return node | {"value": _check_text(label, field, field.get("value") or "" if given is None else given)}
    if kind is ComponentType.RADIO_GROUP:
        return node | {"value": None if given is None else _check_choice(label, field, given)}
    chosen = [] if given is None else list(given) if isinstance(given, (list, tuple)) else [given]
    _check_count(label, field, chosen)
    if kind is ComponentType.FILE_UPLOAD:
        if not all(isinstance(item, File) for item in chosen):
            raise ValueRefused(f"{label} takes files")
        return node | {"values": [store_upload(state, item, resolved) for item in chosen]}
    if kind not in _MANY:
        raise NotOffered(f"{label} is a {kind.name}, which the stand-in does not fill in")
    return node | {"values": [_check_choice(label, field, item) for item in chosen]}


def _check_text(label: str, field: dict[str, Any], text: Any) -> str:
    lowest, highest = field.get("min_length") or 0, field.get("max_length") or 4000
    if not isinstance(text, str) or not (lowest <= len(text) <= highest or (not text and not field.get("required"))):
        raise ValueRefused(f"{label} takes {lowest} to {highest} characters")
    return text


def _check_choice(label: str, field: dict[str, Any], value: Any) -> str:
    offered = [option["value"] for option in field["options"]]
    if value not in offered:
        raise NotOffered(f"{label} has no choice {value!r}, but {offered}")
    return str(value)


def _check_count(label: str, field: dict[str, Any], chosen: list[Any]) -> None:
    lowest, highest = field.get("min_values"), field.get("max_values")
    lowest, highest = 1 if lowest is None else lowest, 1 if highest is None else highest
    if chosen and not lowest <= len(chosen) <= highest:
        raise ValueRefused(f"{label} takes {lowest} to {highest} values, not {len(chosen)}")
