"""The button under a refusal that asks for the same with a model that has what was asked for."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import discord

from bot.chat.platform.components import Listener, NumberButton, on_press, view_of
from bot.domain.errors import EaselError, NotYours, OptionNotOffered, RequestForgotten, SizeNotAllowed
from bot.words import conversation as conversation_words

_REMEMBERED = 1000
"""Refused requests, the last ones: they are in memory alone, since nothing was promised to anybody."""

AskAgain = Callable[[discord.Interaction[Any], str], Awaitable[None]]
"""Asks for what was refused, as it was but for the model, in answer to the press of the button."""


class SwitchButton(NumberButton):
    """Asks for a refused request once more, with another model."""

    action = "switch"

    def __init__(self, request_id: int, *, model: str) -> None:
        super().__init__(request_id, label=conversation_words.switch_label(model), style=discord.ButtonStyle.primary)


@dataclass(frozen=True, slots=True)
class _Refused:
    user_id: int
    model: str
    ask_again: AskAgain


class ModelSwitches:
    """Remembers requests that another model would do, each for one press of its asker."""

    def __init__(self) -> None:
        self._refused: OrderedDict[int, _Refused] = OrderedDict()

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for."""
        return (on_press(SwitchButton, self._switch),)

    def offer(self, request_id: int, error: EaselError, *, user_id: int, ask_again: AskAgain) -> discord.ui.View | None:
        """Give the button for a refusal, where it names another model."""
        model = error.elsewhere if isinstance(error, OptionNotOffered | SizeNotAllowed) else None
        if model is None:
            return None
        self._refused[request_id] = _Refused(user_id, model, ask_again)
        if len(self._refused) > _REMEMBERED:
            self._refused.popitem(last=False)
        return view_of(SwitchButton(request_id, model=model))

    async def _switch(self, interaction: discord.Interaction[Any], request_id: int) -> None:
        """Ask for what was refused with the model that has it.

        Raises:
            RequestForgotten: it was asked for already, or Easel was restarted since.
            NotYours: another person asked for it.
        """
        refused = self._refused.get(request_id)
        if refused is None:
            raise RequestForgotten
        if refused.user_id != interaction.user.id:
            raise NotYours
        del self._refused[request_id]
        await refused.ask_again(interaction, refused.model)
