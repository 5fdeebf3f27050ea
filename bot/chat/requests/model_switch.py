"""Requests that were refused and that another model would do: what the button under the refusal asks for."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import discord

from bot.chat.delivery.buttons import SwitchButton
from bot.chat.platform.components import view_of
from bot.domain.errors import EaselError, NotYours, OptionNotOffered, RequestForgotten, SizeNotAllowed

_REMEMBERED = 1000
"""Refused requests, the last ones: they are in memory alone, since nothing was promised to anybody."""

AskAgain = Callable[[discord.Interaction[Any], str], Awaitable[None]]
"""Asks for what was refused, as it was but for the model, in answer to the press of the button."""


@dataclass(frozen=True, slots=True)
class _Refused:
    user_id: int
    model: str
    ask_again: AskAgain


class ModelSwitches:
    """Remembers requests that another model would do, each for one press of its asker."""

    def __init__(self) -> None:
        self._refused: OrderedDict[int, _Refused | None] = OrderedDict()

    def offer(self, request_id: int, error: EaselError, *, user_id: int, ask_again: AskAgain) -> discord.ui.View | None:
        """Give the button for a refusal, where it names another model."""
        model = error.elsewhere if isinstance(error, OptionNotOffered | SizeNotAllowed) else None
        if model is None:
            return None
        self._remember(request_id, _Refused(user_id, model, ask_again))
        return view_of(SwitchButton(request_id, model=model))

    def knows(self, request_id: int) -> bool:
        """Say whether a request is one that was offered, or was asked for already."""
        return request_id in self._refused

    async def ask_again(self, interaction: discord.Interaction[Any], request_id: int) -> None:
        """Ask for what was refused with the model that has it.

        Raises:
            RequestForgotten: it was asked for already, or nothing is known of it.
            NotYours: another person asked for it.
        """
        refused = self._refused.get(request_id)
        if refused is None:
            raise RequestForgotten
        if refused.user_id != interaction.user.id:
            raise NotYours
        self.use_up(request_id)
        await refused.ask_again(interaction, refused.model)

    def use_up(self, request_id: int) -> None:
        """Remember that a request was asked for again."""
        self._remember(request_id, None)

    def _remember(self, request_id: int, refused: _Refused | None) -> None:
        self._refused[request_id] = refused
        if len(self._refused) > _REMEMBERED:
            self._refused.popitem(last=False)
