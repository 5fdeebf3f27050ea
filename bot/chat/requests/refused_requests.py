"""Requests that were refused before they waited: what the buttons under the refusal ask for, and with which words."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import discord

from bot.chat.delivery.buttons import AgainButton, RewordButton, SwitchButton
from bot.chat.platform.components import view_of
from bot.domain.errors import (
    BudgetSpent,
    EaselError,
    FileUnavailable,
    NotYours,
    OptionNotOffered,
    PromptBlank,
    PromptTooLong,
    QueueFull,
    RequestForgotten,
    ServerKeyChanged,
    SizeNotAllowed,
    StorageDown,
    TooManyJobs,
    WordRefused,
)

_REMEMBERED = 1000
"""Refused requests, the last ones: they are in memory alone, since nothing was promised to anybody."""

_PASSING = BudgetSpent | FileUnavailable | QueueFull | ServerKeyChanged | StorageDown | TooManyJobs
"""What the very same request may not be refused with a while later."""
_OF_WORDS = PromptBlank | PromptTooLong | WordRefused


@dataclass(frozen=True, slots=True)
class Change:
    """What is asked for otherwise than before; None stays as it was."""

    model: str | None = None
    prompt: str | None = field(default=None, repr=False)


UNCHANGED = Change()

AskAgain = Callable[[discord.Interaction[Any], Change], Awaitable[None]]
"""Asks for what was refused, as it was but for a change, in answer to the press of a button or to a form."""


@dataclass(frozen=True, slots=True)
class _Refused:
    user_id: int
    prompt: str = field(repr=False)
    model: str | None
    ask_again: AskAgain


class RefusedRequests:
    """Remembers refused requests that can be asked for again, each once, by its asker."""

    def __init__(self) -> None:
        self._refused: OrderedDict[int, _Refused | None] = OrderedDict()

    def offer(
        self, request_id: int, error: EaselError, *, user_id: int, prompt: str, ask_again: AskAgain
    ) -> discord.ui.View | None:
        """Give the buttons for a refusal: another model, the same again, other words; None where none would help."""
        buttons = list(_buttons(request_id, error))
        if not buttons:
            return None
        self._remember(request_id, _Refused(user_id, prompt, _other_model(error), ask_again))
        return view_of(*buttons)

    def knows(self, request_id: int) -> bool:
        """Say whether a request is one that was offered, or was asked for already."""
        return request_id in self._refused

    def prompt_of(self, request_id: int, *, user_id: int) -> str:
        """Give the words of a request that was refused.

        Raises:
            RequestForgotten: it was asked for already, or nothing is known of it.
            NotYours: another person asked for it.
        """
        return self._find(request_id, user_id).prompt

    async def switch(self, interaction: discord.Interaction[Any], request_id: int) -> None:
        """Ask for what was refused with the model that has it; raises what `ask_again` does."""
        model = self._find(request_id, interaction.user.id).model
        await self.ask_again(interaction, request_id, Change(model=model))

    async def ask_again(self, interaction: discord.Interaction[Any], request_id: int, change: Change) -> None:
        """Ask for what was refused once more.

        Raises:
            RequestForgotten: it was asked for already, or nothing is known of it.
            NotYours: another person asked for it.
        """
        refused = self._find(request_id, interaction.user.id)
        self.use_up(request_id)
        await refused.ask_again(interaction, change)

    def use_up(self, request_id: int) -> None:
        """Remember that a request was asked for again."""
        self._remember(request_id, None)

    def _find(self, request_id: int, user_id: int) -> _Refused:
        refused = self._refused.get(request_id)
        if refused is None:
            raise RequestForgotten
        if refused.user_id != user_id:
            raise NotYours
        return refused

    def _remember(self, request_id: int, refused: _Refused | None) -> None:
        self._refused[request_id] = refused
        if len(self._refused) > _REMEMBERED:
            self._refused.popitem(last=False)


def _other_model(error: EaselError) -> str | None:
    return error.elsewhere if isinstance(error, OptionNotOffered | SizeNotAllowed) else None


def _buttons(request_id: int, error: EaselError) -> Iterator[discord.ui.Button[Any]]:
    model = _other_model(error)
    if model is not None:
        yield SwitchButton(request_id, model=model)
    if isinstance(error, _PASSING):
        yield AgainButton(request_id)
    if isinstance(error, _OF_WORDS):
        yield RewordButton(request_id)
