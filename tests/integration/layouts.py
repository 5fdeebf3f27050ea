"""What people read and press in messages of either layout."""

from typing import Any

from simcord.components import walk_components
from simcord.enums import ComponentType
from simcord.results import ResponseMessage


def said(message: ResponseMessage) -> str:
    """Read all texts of a message, from its top to its end."""
    parts = [one["content"] for one in walk_components(message.components) if one["type"] == ComponentType.TEXT_DISPLAY]
    return "\n".join([*([message.content] if message.content else []), *parts])


def controls(message: ResponseMessage) -> list[dict[str, Any]]:
    """List the buttons and selects of a message, in their order."""
    return [one for one in walk_components(message.components) if "custom_id" in one]


def labels(message: ResponseMessage) -> list[str]:
    """List the labels of the buttons of a message, in their order."""
    return [one["label"] for one in controls(message) if one["type"] == ComponentType.BUTTON]


def pictures(message: ResponseMessage) -> list[dict[str, Any]]:
    """List the pictures that a message shows in its layout, each with its alt text."""
    found = (one for one in walk_components(message.components) if one["type"] == ComponentType.MEDIA_GALLERY)
    return [item for one in found for item in one["items"]]
