"""What a test holds after a user did something: the way to wait for the bot's reaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.standin.interactions import CallbackType
from tests.standin.modals import Modal

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.standin.interactions import Acknowledgement, Interaction
    from tests.standin.messages import Message
    from tests.standin.state import State


class Handle:
    """One interaction of a user's."""

    def __init__(self, state: State, interaction: Interaction) -> None:
        self.interaction = interaction
        self._state = state

    @property
    def id(self) -> int:
        """The interaction's id."""
        return self.interaction.id

    @property
    def history(self) -> list[Message]:
        """Every state so far of the messages that answer it: the original and the follow-ups."""
        return self.interaction.states.items

    @property
    def answer(self) -> Acknowledgement | None:
        """How it was acknowledged, if it was."""
        return self.interaction.acknowledgement

    async def acknowledged(self, *, timeout_seconds: float = 10.0) -> float:
        """Wait for the acknowledgement, and return the seconds that it took."""
        return (await self._answered(timeout_seconds)).seconds

    def original(self) -> Message:
        """Return the original answer as it stands now; raises `LookupError` when there is none (any more)."""
        message = self._state.messages.find(self.interaction.original_id or 0)
        if message is None:
            raise LookupError(self.interaction.original_id)
        return message

    def followups(self) -> list[Message]:
        """Return the follow-ups that are still there."""
        found = (self._state.messages.find(message_id) for message_id in self.interaction.followup_ids)
        return [message for message in found if message is not None]

    async def state(self, predicate: Callable[[Message], bool], *, timeout_seconds: float = 10.0) -> Message:
        """Wait until one of its messages is in a certain state; one that is past counts too."""
        return await self.interaction.states.first(predicate, timeout_seconds=timeout_seconds)

    async def final(
        self, *, timeout_seconds: float = 30.0, progress: Callable[[Message], bool] = lambda _message: False
    ) -> Message:
        """Wait for the outcome: a message with attachments, or one that is neither loading nor `progress`.

        `progress` recognises the edits that only say how far the bot is.
        """

        def is_final(message: Message) -> bool:
            if message.deleted or message.loading:
                return False
            return bool(message.attachments) or not progress(message)

        return await self.state(is_final, timeout_seconds=timeout_seconds)

    async def modal(self, *, timeout_seconds: float = 10.0) -> Modal:
        """Wait for the modal that the bot opens; raises `LookupError` when it answers otherwise."""
        data = await self._answered_with(CallbackType.MODAL, timeout_seconds)
        return Modal(data["custom_id"], data["title"], data["components"])

    async def choices(self, *, timeout_seconds: float = 10.0) -> list[dict[str, Any]]:
        """Wait for the results of an autocomplete, each with its name and value."""
        data = await self._answered_with(CallbackType.CHOICES, timeout_seconds)
        choices: list[dict[str, Any]] = data["choices"]
        return choices

    def expire(self) -> None:
        """End the token before its time: the webhook answers 401 with code 50027 from now on."""
        self.interaction.expired = True

    async def _answered(self, timeout_seconds: float) -> Acknowledgement:
        return await self.interaction.acknowledgements.first(lambda _: True, timeout_seconds=timeout_seconds)

    async def _answered_with(self, kind: CallbackType, timeout_seconds: float) -> dict[str, Any]:
        answer = await self._answered(timeout_seconds)
        if answer.type is not kind:
            raise LookupError(answer)
        return answer.data
