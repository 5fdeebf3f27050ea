"""The button under a refusal that asks for the same with a model that has what was asked for."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import Any

import discord

from bot.chat.platform.components import NumberButton, view_of
from bot.chat.requests.user_request import UserRequest
from bot.domain.errors import EaselError, NotYours, OptionNotOffered, RequestForgotten
from bot.domain.offer import Offer
from bot.words import conversation as conversation_words

_REMEMBERED = 1000
"""Refused requests, the last ones: they are in memory alone, since nothing was promised to anybody."""


class SwitchButton(NumberButton):
    """Asks for a refused request once more, with another model."""

    action = "switch"

    def __init__(self, request_id: int, *, model: str) -> None:
        super().__init__(request_id, label=conversation_words.switch_label(model), style=discord.ButtonStyle.primary)


@dataclass(frozen=True, slots=True)
class _Refused:
    user_id: int
    request: UserRequest


class ModelSwitches:
    """Remembers requests that another model would do."""

    def __init__(self) -> None:
        self._refused: OrderedDict[int, _Refused] = OrderedDict()

    def offer(
        self, request_id: int, error: EaselError, request: UserRequest, *, user_id: int, offer: Offer
    ) -> discord.ui.View | None:
        """Give the button for a refusal, where it names another model that can be chosen there."""
        model = error.elsewhere if isinstance(error, OptionNotOffered) else None
        if model is None or model not in offer.models:
            return None
        again = replace(request, choices=replace(request.choices, model=model))
        self._refused[request_id] = _Refused(user_id, again)
        if len(self._refused) > _REMEMBERED:
            self._refused.popitem(last=False)
        return view_of(SwitchButton(request_id, model=model))

    def take(self, request_id: int, interaction: discord.Interaction[Any]) -> UserRequest:
        """Give the request to be asked for, once and to its asker alone.

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
        return refused.request
