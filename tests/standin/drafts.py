"""What the bot wants a message to be: a body and its files, checked as Discord checks them."""

from __future__ import annotations

import copy
import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tests.standin.attachments import File
from tests.standin.errors import EMPTY_MESSAGE, TOO_LARGE, ApiError, invalid_form
from tests.standin.messages import walk_components

if TYPE_CHECKING:
    from tests.standin.attachments import Attachment
    from tests.standin.calls import Call, Upload
    from tests.standin.messages import Message
    from tests.standin.state import State
    from tests.standin.world import Channel, User

MAX_CONTENT = 2000
MAX_ATTACHMENTS = 10
_MENTION = re.compile(r"<@!?(\d+)>")
_ATTACHMENT_SCHEME = "attachment://"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a message is to stand, and the files that it may carry there."""

    channel: Channel
    limit_bytes: int
    ephemeral: bool = False


def draft_changes(
    state: State, call: Call, *, place: Place, body: dict[str, Any], before: Message | None = None
) -> dict[str, Any]:
    """Return the fields of `Message` that a create or an edit sets.

    Raises:
        ApiError: 40005 for a file over the limit, 50035 for a field out of bounds, 50006 for an empty message.
    """
    changes: dict[str, Any] = {}
    if "content" in body:
        changes["content"] = _read_content(body)
        changes |= _read_mentions(state, changes["content"], body.get("allowed_mentions"))
    attachments = _read_attachments(state, body, uploads=call.uploads, place=place, before=before)
    if attachments is not None:
        changes["attachments"] = attachments
    shown = changes.get("attachments", before.attachments if before else ())
    for name in ("embeds", "components"):
        if name in body:
            changes[name] = tuple(_link(item, shown) for item in body[name] or ())
    linked = _linked_names([body.get("embeds"), body.get("components")])
    if linked:
        changes["attachments"] = tuple(kept for kept in shown if kept.filename not in linked)
    if "components" in changes:
        _check_custom_ids(changes["components"])
        changes["components"] = _tell_media(_number(changes["components"]), shown)
    if body.get("flags") is not None:
        changes["flags"] = int(body["flags"])
    _check_not_empty(changes, before)
    return changes


def _read_content(body: dict[str, Any]) -> str:
    content = body["content"] or ""
    if len(content) > MAX_CONTENT:
        raise invalid_form("content", "BASE_TYPE_MAX_LENGTH", f"Must be {MAX_CONTENT} or fewer in length.")
    return str(content)


def _read_mentions(state: State, content: str, allowed: dict[str, Any] | None) -> dict[str, Any]:
    """Return who is pinged; without `allowed_mentions` everything in the text pings."""
    policy = {"parse": ["users", "roles", "everyone"]} if allowed is None else allowed
    parsed = policy.get("parse") or []
    listed = {int(user_id) for user_id in policy.get("users") or ()}
    named = [int(user_id) for user_id in dict.fromkeys(_MENTION.findall(content))]
    mentioned = [user_id for user_id in named if "users" in parsed or user_id in listed]
    return {
        "mentions": tuple(state.users[user_id] for user_id in mentioned if user_id in state.users),
        "mentions_everyone": "everyone" in parsed and ("@everyone" in content or "@here" in content),
    }


def _read_attachments(
    state: State, body: dict[str, Any], *, uploads: tuple[Upload, ...], place: Place, before: Message | None
) -> tuple[Attachment, ...] | None:
    """Return the attachments after the change, or None when it leaves them alone.

    On an edit a list names every file that stays; without a list the files stay and new ones are added.
    """
    listed = body.get("attachments")
    if listed is None and not uploads:
        return None
    if any(len(upload.data) > place.limit_bytes for upload in uploads):
        raise ApiError(TOO_LARGE)
    existing = {attachment.id: attachment for attachment in before.attachments} if before else {}
    by_index = {upload.index: upload for upload in uploads}
    if listed is None:
        listed = [{"id": key} for key in (*existing, *by_index)]
    if len(listed) > MAX_ATTACHMENTS:
        raise invalid_form("attachments", "BASE_TYPE_MAX_LENGTH", f"Must be {MAX_ATTACHMENTS} or fewer in length.")
    folder = f"ephemeral-attachments/{state.application_id}" if place.ephemeral else f"attachments/{place.channel.id}"
    result: list[Attachment] = []
    for entry in listed:
        key = int(entry["id"])
        if key in existing:
            attachment = existing[key]
        elif key in by_index:
            upload = by_index[key]
            attachment = state.cdn.store(
                File(entry.get("filename") or upload.filename, upload.data),
                attachment_id=state.ids.next(),
                folder=folder,
                now=state.clock.now(),
            )
        else:
            raise invalid_form("attachments", "ATTACHMENT_NOT_FOUND", f"Attachment data for id {key} not found.")
        if "description" in entry:
            attachment = replace(attachment, description=entry["description"])
        result.append(attachment)
    return tuple(result)


def _link(value: Any, attachments: tuple[Attachment, ...]) -> Any:
    """Return an embed or component with the addresses of the files that it names by `attachment://`."""
    if isinstance(value, dict):
        return {key: _link(item, attachments) for key, item in value.items()}
    if isinstance(value, list):
        return [_link(item, attachments) for item in value]
    if isinstance(value, str) and value.startswith(_ATTACHMENT_SCHEME):
        name = value.removeprefix(_ATTACHMENT_SCHEME)
        urls = [attachment.url for attachment in attachments if attachment.filename == name]
        if not urls:
            raise invalid_form("attachments", "ATTACHMENT_NOT_FOUND", f"{value} names no attachment.")
        return urls[0]
    return value


def _linked_names(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set().union(*(_linked_names(item) for item in value.values()))
    if isinstance(value, list):
        return set().union(*(_linked_names(item) for item in value))
    if isinstance(value, str) and value.startswith(_ATTACHMENT_SCHEME):
        return {value.removeprefix(_ATTACHMENT_SCHEME)}
    return set()


def _check_custom_ids(components: tuple[dict[str, Any], ...]) -> None:
    custom_ids = [found["custom_id"] for found in walk_components(components) if "custom_id" in found]
    if len(custom_ids) != len(set(custom_ids)):
        raise invalid_form("components", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated.")


def _number(components: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
    """Return the components with the ids that Discord gives to those that have none."""
    numbered = copy.deepcopy(components)
    taken = {component["id"] for component in walk_components(numbered) if "id" in component}
    free = (number for number in itertools.count(1) if number not in taken)
    for component in walk_components(numbered):
        component.setdefault("id", next(free))
    return numbered


def _tell_media(components: tuple[dict[str, Any], ...], shown: tuple[Attachment, ...]) -> tuple[dict[str, Any], ...]:
    """Tell of files that components show what Discord tells: its component reference, "Unfurled Media Item"."""
    by_url = {attachment.url: attachment for attachment in shown}
    for component in walk_components(components):
        for holder in (component, *component.get("items", ())):
            media = holder.get("media") or holder.get("file")
            attachment = by_url.get(media["url"]) if media else None
            if attachment is not None:
                own_id = str(attachment.id)
                media |= {"id": own_id, "attachment_id": own_id, "proxy_url": attachment.url}
                media |= {name: getattr(attachment, name) for name in ("width", "height", "content_type")}
    return components


def _check_not_empty(changes: dict[str, Any], before: Message | None) -> None:
    fields = ("content", "embeds", "attachments", "components")
    if not any(changes[name] if name in changes else before and getattr(before, name) for name in fields):
        raise ApiError(EMPTY_MESSAGE)


def mentioned_users(state: State, content: str) -> tuple[User, ...]:
    """Return whom a user's message pings."""
    return tuple(state.users[int(found)] for found in _MENTION.findall(content) if int(found) in state.users)
