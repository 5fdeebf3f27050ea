"""The options of /imagine and /edit: one table of their types and words, and how a request is made of them."""

import dataclasses
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import discord
from discord import app_commands

from bot.chat.platform.localizations import localized
from bot.chat.requests.user_request import Choices, NamedAttachment, UserRequest
from bot.domain.crop_choice import CropChoice
from bot.domain.models import Model
from bot.domain.offer import values_of
from bot.domain.options import (
    FRAME_MS,
    FRAMES,
    SEED_LIMIT,
    Background,
    Complexity,
    InputFidelity,
    OutputFormat,
    Quality,
)
from bot.domain.request import MASK, image_label
from bot.words import commands as commands_words

F = TypeVar("F", bound=Callable[..., object])

PROMPT_OPTION_LIMIT = 6000
"""Characters that Discord takes in an option; its API reference, "Application Command Option"."""
IMAGES_AT_MOST = 10
"""As many as there are options for them."""
_OPTIONS_AT_MOST = 25
"""Of a command; Discord's API reference, "Application Command Structure", `options`."""
_LEAST_USEFUL = ("frame_ms", "frames", "complexity")
"""Which options go first where a command would have more."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option of a command; `name` is what Discord shows where that is not the parameter's own name."""

    parameter: str
    type: Any
    description: app_commands.locale_str
    name: str | None = None
    choices: Sequence[str] = ()
    default: Any = None

    def to_parameter(self) -> inspect.Parameter:
        """Give the parameter that discord.py makes this option of."""
        annotation = self.type | None if self.default is None else self.type
        return inspect.Parameter(
            self.parameter, inspect.Parameter.KEYWORD_ONLY, default=self.default, annotation=annotation
        )


_REQUIRED = inspect.Parameter.empty


def _described(option: str) -> app_commands.locale_str:
    return localized(commands_words.OPTIONS, option)


PROMPT = Option(
    parameter="prompt",
    type=app_commands.Range[str, 1, PROMPT_OPTION_LIMIT],
    description=_described("prompt"),
    default=_REQUIRED,
)
FILES = (
    Option(parameter=image_label(1), type=discord.Attachment, description=_described("image"), default=_REQUIRED),
    Option(parameter=MASK, type=discord.Attachment, description=_described("mask")),
    *(
        Option(parameter=image_label(number), type=discord.Attachment, description=_described("further_image"))
        for number in range(2, IMAGES_AT_MOST + 1)
    ),
)
PICTURE = (
    Option(parameter="quality", type=str, description=_described("quality"), choices=tuple(Quality)),
    Option(parameter="size", type=str, description=_described("size")),
    Option(parameter="background", type=str, description=_described("background"), choices=tuple(Background)),
    Option(parameter="n", type=app_commands.Range[int, 1], description=_described("n")),
    Option(parameter="model", type=str, description=_described("model")),
    Option(parameter="seed", type=app_commands.Range[int, 0, SEED_LIMIT], description=_described("seed")),
    Option(
        parameter="output_format",
        name="format",
        type=str,
        description=_described("format"),
        choices=tuple(OutputFormat),
    ),
    Option(parameter="complexity", type=str, description=_described("complexity"), choices=tuple(Complexity)),
    Option(parameter="frames", type=app_commands.Range[int, *FRAMES], description=_described("frames")),
    Option(parameter="frame_ms", type=app_commands.Range[int, *FRAME_MS], description=_described("frame_ms")),
)
ASPECT = Option(parameter="aspect", type=str, description=_described("aspect"))
AREA = Option(parameter="area", type=str, description=_described("area"), choices=tuple(CropChoice))
FIDELITY = Option(parameter="fidelity", type=str, description=_described("fidelity"), choices=tuple(InputFidelity))
ANSWER = (
    Option(parameter="private", type=bool, description=_described("private"), default=False),
    Option(parameter="spoiler", type=bool, description=_described("spoiler"), default=False),
)
PREVIEW = Option(parameter="preview", type=bool, description=_described("preview"), default=False)


def takes(*options: Option) -> Callable[[F], F]:
    """Give a command's callback, which takes `**given`, these options in this order; below `app_commands.command`."""

    def give(callback: F) -> F:
        kept = [one for one in inspect.signature(callback).parameters.values() if one.kind is not one.VAR_KEYWORD]
        parameters = [*kept, *(one.to_parameter() for one in options)]
        # What discord.py reads the options from; it calls the callback with all of them by name.
        callback.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        described = app_commands.describe(**{one.parameter: one.description for one in options})
        listed = app_commands.choices(**{one.parameter: _choices(one.choices) for one in options if one.choices})
        renamed = app_commands.rename(**{one.parameter: one.name for one in options if one.name})
        return described(listed(renamed(callback)))

    return give


def to_request(given: Mapping[str, Any]) -> UserRequest:
    """Read what a person gave for the options of a command."""
    labels = [image_label(number) for number in range(1, IMAGES_AT_MOST + 1)]
    return UserRequest(
        prompt=given[PROMPT.parameter],
        choices=Choices(**{one.name: given.get(one.name) for one in dataclasses.fields(Choices)}),
        images=tuple(NamedAttachment(label, given[label]) for label in labels if given.get(label)),
        mask=NamedAttachment(MASK, given[MASK]) if given.get(MASK) else None,
        private=given["private"],
        spoiler=given["spoiler"],
        with_references=True,
    )


class CommandOptions:
    """The options of a command, as far as they are of use: which models can be chosen is unknown at its definition.

    discord.py has no public way to change an option of a command that exists; this is its one private touch.
    """

    def __init__(self, command: app_commands.Command[Any, ..., Any], *, n_limit: int) -> None:
        """Take the command as it was defined; `n_limit` is the highest value of `n`."""
        self._command = command
        parameters = command._params  # noqa: SLF001
        self._all = {**parameters, "n": dataclasses.replace(parameters["n"], max_value=n_limit)}

    def fit(self, models: Sequence[Model]) -> None:
        """Leave those options and choices that one of the models has; of more than Discord takes, the least goes."""
        parameters = dict(self._all)
        for name, values in values_of(models).items():
            if name not in parameters:
                continue
            if not values:
                del parameters[name]
            elif parameters[name].choices:
                left = [one for one in parameters[name].choices if one.value in values]
                parameters[name] = dataclasses.replace(parameters[name], choices=left)
        if len(models) == 1:
            del parameters["model"]
        for name in _LEAST_USEFUL:
            # A message can still say it.
            if len(parameters) > _OPTIONS_AT_MOST:
                parameters.pop(name, None)
        self._command._params = parameters  # noqa: SLF001


def _choices(values: Sequence[str]) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=str(value), value=str(value)) for value in values]
