"""Interactions: what a user set off, and how far the bot has got with it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.standin.errors import (
    ALREADY_ACKNOWLEDGED,
    INVALID_WEBHOOK_TOKEN,
    UNKNOWN_INTERACTION,
    UNKNOWN_WEBHOOK,
    ApiError,
)
from tests.standin.feed import Feed
from tests.standin.payloads import channel_to_json, member_to_json, message_to_json, user_to_json
from tests.standin.world import ChannelType, resolve_permissions

if TYPE_CHECKING:
    from tests.standin.messages import Message
    from tests.standin.state import State
    from tests.standin.world import Channel, User


class InteractionType(enum.IntEnum):
    """What the user did."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL_SUBMIT = 5


class CallbackType(enum.IntEnum):
    """How the bot acknowledged it."""

    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """The one answer that an interaction takes, and the seconds that it took."""

    type: CallbackType
    seconds: float
    data: dict[str, Any] = field(repr=False)


@dataclass(slots=True, kw_only=True, eq=False)
class Interaction:
    """One interaction; `states` has every state of the messages that answer it."""

    id: int
    token: str
    type: InteractionType
    user: User
    channel: Channel
    created_at: float
    limit_bytes: int
    data: dict[str, Any]
    source: Message | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    original_id: int | None = None
    followup_ids: list[int] = field(default_factory=list)
    expired: bool = False
    acknowledgements: Feed[Acknowledgement] = field(default_factory=Feed)
    states: Feed[Message] = field(default_factory=Feed)

    @property
    def acknowledgement(self) -> Acknowledgement | None:
        """How it was acknowledged, if it was."""
        return self.acknowledgements.items[0] if self.acknowledgements.items else None

    @property
    def by_user_install(self) -> bool:
        """Whether the app is in this place with the user alone."""
        return self.channel.guild is not None and not self.channel.guild.has_bot


class Interactions:
    """The interactions by id and by token, with the deadlines of both."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._by_id: dict[int, Interaction] = {}
        self._by_token: dict[str, Interaction] = {}
        self._by_message: dict[int, list[Interaction]] = {}

    def add(self, interaction: Interaction) -> None:
        """Remember an interaction, and hand it what becomes of its source message."""
        self._by_id[interaction.id] = interaction
        self._by_token[interaction.token] = interaction
        if interaction.source is not None:
            self.attach(interaction, interaction.source.id)

    def attach(self, interaction: Interaction, message_id: int) -> None:
        """Hand an interaction every further state of a message."""
        self._by_message.setdefault(message_id, []).append(interaction)

    def secrets(self) -> set[str]:
        """List what no log may hold of them: their tokens, and the prompts that were asked for."""
        options = [option for one in self._by_id.values() for option in one.data.get("options", ())]
        prompts = {str(one["value"]) for one in options if one.get("name") == "prompt"}
        return {*self._by_token, *prompts}

    def hear(self, message: Message, _before: Message | None) -> None:
        """Pass a state of a message on to the interactions that it answers."""
        for interaction in self._by_message.get(message.id, ()):
            interaction.states.publish(message)

    def to_acknowledge(self, interaction_id: int, token: str) -> Interaction:
        """Return an interaction that can be acknowledged now.

        Raises:
            ApiError: 10062 unknown or too late, 40060 when it was acknowledged already.
        """
        interaction = self._by_id.get(interaction_id)
        if interaction is None or interaction.token != token or interaction.expired:
            raise ApiError(UNKNOWN_INTERACTION)
        if interaction.acknowledgement is not None:
            raise ApiError(ALREADY_ACKNOWLEDGED)
        if self._age(interaction) > self._state.limits.acknowledge_seconds:
            raise ApiError(UNKNOWN_INTERACTION)
        return interaction

    def of_webhook(self, application_id: int, token: str) -> Interaction:
        """Return an acknowledged interaction whose token is alive.

        Raises:
            ApiError: 10015 for no such token or no acknowledgement yet, 50027 when it expired.
        """
        interaction = self._by_token.get(token)
        if interaction is None or application_id != self._state.application_id:
            raise ApiError(UNKNOWN_WEBHOOK)
        if interaction.expired or self._age(interaction) > self._state.limits.token_seconds:
            raise ApiError(INVALID_WEBHOOK_TOKEN)
        if interaction.acknowledgement is None:
            raise ApiError(UNKNOWN_WEBHOOK)
        return interaction

    def _age(self, interaction: Interaction) -> float:
        return self._state.clock.now() - interaction.created_at


def interaction_to_json(state: State, interaction: Interaction) -> dict[str, Any]:
    """Encode the INTERACTION_CREATE event."""
    channel, user, guild = interaction.channel, interaction.user, interaction.channel.guild
    body: dict[str, Any] = {
        "id": str(interaction.id),
        "application_id": str(state.application_id),
        "type": int(interaction.type),
        "token": interaction.token,
        "version": 1,
        "data": interaction.data,
        "channel_id": str(channel.id),
        "channel": channel_to_json(channel, seen_by=user),
        "locale": user.locale,
        "entitlements": user.entitlements,
        "authorizing_integration_owners": owners_to_json(interaction),
        "context": 1 if channel.type is ChannelType.DM else 0,
        "attachment_size_limit": interaction.limit_bytes,
        # Answers of an interaction need none of the channel's permissions; this tells what the rest would get.
        "app_permissions": str(int(resolve_permissions(state.bot, channel))),
    }
    if guild is None:
        body["user"] = user_to_json(user)
    else:
        member = member_to_json(user, guild) | {"permissions": str(int(resolve_permissions(user, channel)))}
        body |= {
            "guild_id": str(guild.id),
            "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
            "guild_locale": guild.locale,
            "member": member,
        }
    if interaction.source is not None:
        body["message"] = message_to_json(interaction.source, application_id=state.application_id)
    return body


def owners_to_json(interaction: Interaction) -> dict[str, str]:
    """Encode who installed the app: `0` the guild (or none in direct messages), `1` the user."""
    guild = interaction.channel.guild
    if interaction.by_user_install:
        return {"1": str(interaction.user.id)}
    return {"0": "0" if guild is None else str(guild.id)}
