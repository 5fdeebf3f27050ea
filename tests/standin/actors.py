"""What users do: commands, clicks, forms and messages."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from tests.standin.commands import CommandType
from tests.standin.drafts import mentioned_users
from tests.standin.errors import BotOffline, NotOffered
from tests.standin.handle import Handle
from tests.standin.interactions import Interaction, InteractionType, interaction_to_json, owners_to_json
from tests.standin.messages import Message, MessageType
from tests.standin.modals import ComponentType, build_submission
from tests.standin.options import build_data
from tests.standin.payloads import message_to_json, user_to_json
from tests.standin.scene import Scene
from tests.standin.state import Event

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.standin.attachments import File
    from tests.standin.world import Channel, User


class Actors(Scene):
    """The scene with its people; they can do what Discord's client offers them, and no more."""

    async def slash(self, user: User, channel: Channel, command: str, /, **options: Any) -> Handle:
        """Invoke a slash command; `command` may name a subcommand (`gallery show`).

        Values are `str`, `int`, `bool`, `float`, `User`, `Channel` and `File`, refused as Discord's client would.
        """
        name, *path = command.split()
        entry = self.state.commands.offered(CommandType.CHAT_INPUT, name, user=user, channel=channel)
        data = build_data(self.state, entry, path, values=options, user=user, channel=channel)
        metadata = {"type": int(InteractionType.COMMAND)}
        return self._interact(InteractionType.COMMAND, user, channel, data=data, metadata=metadata)

    async def autocomplete(
        self, user: User, channel: Channel, command: str, focused: str, /, **options: Any
    ) -> list[dict[str, Any]]:
        """Type into an option with autocomplete, and return what the bot offers."""
        name, *path = command.split()
        entry = self.state.commands.offered(CommandType.CHAT_INPUT, name, user=user, channel=channel)
        data = build_data(self.state, entry, path, values=options, user=user, channel=channel, focused=focused)
        handle = self._interact(InteractionType.AUTOCOMPLETE, user, channel, data=data, metadata={})
        return await handle.choices()

    async def message_command(self, user: User, message: Message, name: str) -> Handle:
        """Choose an entry of a message's Apps menu."""
        entry = self.state.commands.offered(CommandType.MESSAGE, name, user=user, channel=message.channel)
        target = self.state.messages.fetch(message.id)
        resolved = {str(target.id): message_to_json(target, application_id=self.state.application_id)}
        data = {
            "id": entry["id"],
            "name": entry["name"],
            "type": entry["type"],
            "target_id": str(target.id),
            "resolved": {"messages": resolved},
        }
        metadata = {"type": int(InteractionType.COMMAND), "target_message_id": str(target.id)}
        return self._interact(InteractionType.COMMAND, user, message.channel, data=data, metadata=metadata)

    async def click(self, user: User, message: Message, button: str) -> Handle:
        """Press a button, named by its label or its custom_id."""
        return self._use(user, message, button, values=None)

    async def select(self, user: User, message: Message, menu: str, values: Sequence[str]) -> Handle:
        """Choose from a string select, named by its placeholder or its custom_id."""
        return self._use(user, message, menu, values=list(values))

    async def submit(self, handle: Handle, values: Mapping[str, Any]) -> Handle:
        """Fill in the modal that an interaction opened, by label or custom_id, and send it."""
        modal, opener = await handle.modal(), handle.interaction
        data = build_submission(self.state, modal, values)
        metadata = {"type": int(InteractionType.MODAL_SUBMIT), "triggering_interaction_metadata": opener.metadata}
        return self._interact(
            InteractionType.MODAL_SUBMIT,
            opener.user,
            opener.channel,
            data=data,
            metadata=metadata,
            source=opener.source and self.state.messages.find(opener.source.id),
        )

    async def say(
        self,
        user: User,
        channel: Channel,
        content: str = "",
        *,
        files: Sequence[File] = (),
        reply_to: Message | None = None,
    ) -> Message:
        """Post a message as a user; a reply pings the author of what it replies to."""
        state = self.state
        stored = [
            state.cdn.store(
                file, attachment_id=state.ids.next(), folder=f"attachments/{channel.id}", now=state.clock.now()
            )
            for file in files
        ]
        mentions = mentioned_users(state, content)
        if reply_to is not None and reply_to.author not in mentions:
            mentions = (*mentions, reply_to.author)
        return state.messages.add(
            Message(
                id=state.ids.next(),
                channel=channel,
                author=user,
                created_at=state.clock.now(),
                content=content,
                attachments=tuple(stored),
                mentions=mentions,
                type=MessageType.DEFAULT if reply_to is None else MessageType.REPLY,
                reference=reply_to,
            )
        )

    def repeat(self, handle: Handle) -> None:
        """Tell an interaction once more, as Discord may after a resume."""
        interaction = handle.interaction
        self.state.audience.dispatch(
            Event(
                name="INTERACTION_CREATE",
                data=interaction_to_json(self.state, interaction),
                guild=interaction.channel.guild,
            )
        )

    def delete(self, message: Message) -> None:
        """Delete a message, as its author or a moderator."""
        self.state.messages.delete(message)

    def _use(self, user: User, message: Message, name: str, *, values: list[str] | None) -> Handle:
        source = self.state.messages.fetch(message.id)
        control = _find_control(source, name)
        kind = ComponentType.BUTTON if values is None else ComponentType.STRING_SELECT
        if control["type"] != kind or control.get("disabled"):
            raise NotOffered(f"{name} is no {kind.name} that can be used")
        data: dict[str, Any] = {
            "custom_id": control["custom_id"],
            "component_type": int(kind),
            "id": control.get("id", 1),
        }
        if values is not None:
            offered = [option["value"] for option in control["options"]]
            if not set(values) <= set(offered):
                raise NotOffered(f"{name} has {offered}")
            data["values"] = values
        metadata = {"type": int(InteractionType.COMPONENT), "interacted_message_id": str(source.id)}
        kind_of = InteractionType.COMPONENT
        return self._interact(kind_of, user, source.channel, data=data, metadata=metadata, source=source)

    def _interact(
        self,
        kind: InteractionType,
        user: User,
        channel: Channel,
        *,
        data: dict[str, Any],
        metadata: dict[str, Any],
        source: Message | None = None,
    ) -> Handle:
        state = self.state
        if not state.audience.is_heard:
            raise BotOffline
        interaction = Interaction(
            id=state.ids.next(),
            token=secrets.token_urlsafe(48),
            type=kind,
            user=user,
            channel=channel,
            created_at=state.clock.now(),
            limit_bytes=state.file_limit(channel, user),
            data=data,
            source=source,
        )
        interaction.metadata = metadata | {
            "id": str(interaction.id),
            "user": user_to_json(user),
            "authorizing_integration_owners": owners_to_json(interaction),
        }
        state.interactions.add(interaction)
        state.audience.dispatch(
            Event(name="INTERACTION_CREATE", data=interaction_to_json(state, interaction), guild=channel.guild)
        )
        return Handle(state, interaction)


def _find_control(message: Message, name: str) -> dict[str, Any]:
    for control in message.controls:
        if name in {control["custom_id"], control.get("label"), control.get("placeholder")}:
            return control
    raise NotOffered(
        f"{name} is not among {[control.get('label', control['custom_id']) for control in message.controls]}"
    )
