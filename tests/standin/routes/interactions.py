"""Routes of an interaction's own token: the acknowledgement, the original answer and the follow-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.standin.calls import Answer, Call, route
from tests.standin.drafts import Place, draft_changes
from tests.standin.errors import TOO_MANY_FOLLOWUPS, UNKNOWN_MESSAGE, ApiError, invalid_form
from tests.standin.interactions import Acknowledgement, CallbackType, Interaction, InteractionType
from tests.standin.messages import Message, MessageFlag, MessageType
from tests.standin.payloads import message_to_json
from tests.standin.routes.channels import revise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.standin.state import State

_UPDATES = (CallbackType.UPDATE, CallbackType.DEFERRED_UPDATE)
_WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"


@route("POST", "/interactions/{interaction_id}/{interaction_token}/callback", public=True)
def acknowledge(state: State, call: Call) -> Answer:
    """Take the one answer of an interaction."""
    interaction = state.interactions.to_acknowledge(
        call.snowflake("interaction_id"), call.arguments["interaction_token"]
    )
    kind = _read_type(interaction, call.body["type"])
    data: dict[str, Any] = call.body.get("data") or {}
    message: Message | None = None
    place = _place(interaction, data)
    if kind is CallbackType.MESSAGE:
        fields = draft_changes(state, call, place=place, body=data)
        message = _post(state, interaction, fields)
    elif kind is CallbackType.DEFERRED_MESSAGE:
        ephemeral = int(data.get("flags") or 0) & MessageFlag.EPHEMERAL
        message = _post(state, interaction, {"flags": MessageFlag.LOADING | ephemeral})
    elif kind in _UPDATES and interaction.source is not None:
        interaction.original_id = interaction.source.id
        if kind is CallbackType.UPDATE:
            source = state.messages.fetch(interaction.source.id)
            place = Place(channel=interaction.channel, limit_bytes=interaction.limit_bytes, ephemeral=source.ephemeral)
            message = revise(state, call, message=source, place=place, body=data)
    if message is not None:
        interaction.original_id = message.id
    seconds = state.clock.now() - interaction.created_at
    interaction.acknowledgements.publish(Acknowledgement(kind, seconds, data))
    if call.query.get("with_response") not in {"1", "true"}:
        return Answer(204)
    return Answer(200, _to_callback_response(state, interaction, kind=kind, message=message))


@route("GET", f"{_WEBHOOK}/messages/@original", public=True)
def get_original(state: State, call: Call) -> Answer:
    """Give the original answer."""
    return Answer(200, _to_json(state, _original(state, _interaction(state, call))))


@route("PATCH", f"{_WEBHOOK}/messages/@original", public=True)
def patch_original(state: State, call: Call) -> Answer:
    """Edit the original answer; the first edit ends a deferral."""
    interaction = _interaction(state, call)
    return _edit(state, call, interaction=interaction, message=_original(state, interaction))


@route("DELETE", f"{_WEBHOOK}/messages/@original", public=True)
def delete_original(state: State, call: Call) -> Answer:
    """Delete the original answer, for good."""
    state.messages.delete(_original(state, _interaction(state, call)))
    return Answer(204)


@route("POST", _WEBHOOK, public=True)
def post_followup(state: State, call: Call) -> Answer:
    """Post a follow-up; while the original is still loading, this ends the deferral instead."""
    interaction, body = _interaction(state, call), call.body or {}
    original = state.messages.find(interaction.original_id or 0)
    if original is not None and original.loading:
        return _edit(state, call, interaction=interaction, message=original)
    if interaction.by_user_install and len(interaction.followup_ids) >= state.limits.user_install_followups:
        raise ApiError(TOO_MANY_FOLLOWUPS)
    fields = draft_changes(state, call, place=_place(interaction, body), body=body)
    message = _post(state, interaction, fields)
    interaction.followup_ids.append(message.id)
    return Answer(200, _to_json(state, message))


@route("GET", f"{_WEBHOOK}/messages/{{message_id}}", public=True)
def get_followup(state: State, call: Call) -> Answer:
    """Give a follow-up."""
    return Answer(200, _to_json(state, _answer_message(state, _interaction(state, call), call)))


@route("PATCH", f"{_WEBHOOK}/messages/{{message_id}}", public=True)
def patch_followup(state: State, call: Call) -> Answer:
    """Edit a follow-up, or the original by its id."""
    interaction = _interaction(state, call)
    return _edit(state, call, interaction=interaction, message=_answer_message(state, interaction, call))


@route("DELETE", f"{_WEBHOOK}/messages/{{message_id}}", public=True)
def delete_followup(state: State, call: Call) -> Answer:
    """Delete a follow-up."""
    state.messages.delete(_answer_message(state, _interaction(state, call), call))
    return Answer(204)


def _read_type(interaction: Interaction, value: int) -> CallbackType:
    allowed = {
        InteractionType.AUTOCOMPLETE: {CallbackType.CHOICES},
        InteractionType.COMMAND: {CallbackType.MESSAGE, CallbackType.DEFERRED_MESSAGE, CallbackType.MODAL},
        InteractionType.COMPONENT: set(CallbackType) - {CallbackType.CHOICES},
        InteractionType.MODAL_SUBMIT: {CallbackType.MESSAGE, CallbackType.DEFERRED_MESSAGE}
        | (set(_UPDATES) if interaction.source is not None else set()),
    }[interaction.type]
    if value not in allowed:
        raise invalid_form("type", "BASE_TYPE_CHOICES", f"Value must be one of {sorted(map(int, allowed))}.")
    return CallbackType(value)


def _interaction(state: State, call: Call) -> Interaction:
    return state.interactions.of_webhook(call.snowflake("webhook_id"), call.arguments["webhook_token"])


def _original(state: State, interaction: Interaction) -> Message:
    return state.messages.fetch(interaction.original_id or 0)


def _answer_message(state: State, interaction: Interaction, call: Call) -> Message:
    message_id = call.snowflake("message_id")
    if message_id not in {interaction.original_id, *interaction.followup_ids}:
        raise ApiError(UNKNOWN_MESSAGE)
    return state.messages.fetch(message_id)


def _place(interaction: Interaction, body: Mapping[str, Any]) -> Place:
    return Place(
        channel=interaction.channel,
        limit_bytes=interaction.limit_bytes,
        ephemeral=bool(int(body.get("flags") or 0) & MessageFlag.EPHEMERAL),
    )


def _edit(state: State, call: Call, *, interaction: Interaction, message: Message) -> Answer:
    place = Place(channel=message.channel, limit_bytes=interaction.limit_bytes, ephemeral=message.ephemeral)
    return Answer(200, _to_json(state, revise(state, call, message=message, place=place, body=call.body or {})))


def _post(state: State, interaction: Interaction, fields: dict[str, Any]) -> Message:
    is_menu = interaction.type is InteractionType.COMMAND and "target_id" in interaction.data
    is_slash = interaction.type is InteractionType.COMMAND and not is_menu
    message_id = state.ids.next()
    state.interactions.attach(interaction, message_id)
    return state.messages.add(
        Message(
            id=message_id,
            channel=interaction.channel,
            author=state.bot,
            created_at=state.clock.now(),
            interaction_metadata=interaction.metadata,
            type=MessageType.CHAT_INPUT_COMMAND
            if is_slash
            else MessageType.CONTEXT_MENU_COMMAND
            if is_menu
            else MessageType.DEFAULT,
            **fields,
        )
    )


def _to_json(state: State, message: Message) -> dict[str, Any]:
    return message_to_json(message, application_id=state.application_id)


def _to_callback_response(
    state: State, interaction: Interaction, *, kind: CallbackType, message: Message | None
) -> dict[str, Any]:
    about: dict[str, Any] = {"id": str(interaction.id), "type": int(interaction.type)}
    if message is not None:
        about |= {
            "response_message_id": str(message.id),
            "response_message_loading": message.loading,
            "response_message_ephemeral": message.ephemeral,
        }
    response: dict[str, Any] = {"interaction": about}
    if message is not None and not message.loading:
        response["resource"] = {"type": int(kind), "message": _to_json(state, message)}
    return response
