"""The form that edits a picture: what should change, which picture, how well, and where."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import discord

from bot.chat.platform.caller import caller_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.viewer import parts_of
from bot.chat.requests.user_request import Choices, NamedAttachment, Source, UserRequest
from bot.domain.area import Area
from bot.domain.offer import Offer
from bot.domain.request import MASK
from bot.domain.server import Doing
from bot.words import conversation as conversation_words

if TYPE_CHECKING:
    from bot.chat.client import Parts

FORM_SECONDS = 30 * 60.0
"""How long a form that nobody sends is kept in memory."""
PROMPT_FIELD_LIMIT = 4000
"""Characters; Discord's component reference, "Text Input"."""

_ALL = "all"
_NOT_THERE = "not_there"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditTarget:
    """The pictures that somebody points at, and what the form begins with."""

    sources: tuple[Source, ...]
    prompt: str = field(default="", repr=False)
    choices: Choices = field(default_factory=Choices)
    private: bool = False
    spoiler: bool = False


async def show_form(interaction: discord.Interaction[Any], target: EditTarget) -> None:
    """Answer with the form that edits pictures, where that is open.

    Raises:
        ClosedHere: the server has it elsewhere, or for others.
        StorageDown: the database does not answer.
    """
    parts = parts_of(interaction)
    applied_rules = await parts.server_rules.load(caller_of(interaction))
    applied_rules.check_opening(Doing.EDIT)
    await interaction.response.send_modal(EditForm(target, parts=parts, offer=applied_rules.offer))


class EditForm(discord.ui.Modal):
    """Edits pictures that were pointed at. Where a part was chosen, it is shown before anything is paid."""

    def __init__(self, target: EditTarget, *, parts: "Parts", offer: Offer) -> None:
        super().__init__(title=conversation_words.FORM["title"], timeout=FORM_SECONDS)
        self._target = target
        self._parts = parts
        self._prompt: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph,
            default=target.prompt[:PROMPT_FIELD_LIMIT],
            max_length=PROMPT_FIELD_LIMIT,
            custom_id="prompt",
        )
        self._which = _which(len(target.sources)) if len(target.sources) > 1 else None
        begin = UserRequest(prompt="", choices=Choices(), like=target.choices).to_options(parts.defaults, offer)
        self._shown_quality = begin.quality.value
        self._quality = _quality(offer.qualities(begin.model), chosen=self._shown_quality)
        self._where = _where() if parts.rules.takes_mask else None
        self._mask: discord.ui.FileUpload[Any] | None = None
        self._add("prompt", self._prompt)
        if self._which is not None:
            self._add("which", self._which)
        self._add("quality", self._quality)
        if self._where is not None:
            self._mask = discord.ui.FileUpload(custom_id=MASK, required=False, max_values=1)
            self._add("where", self._where)
            self._add("mask", self._mask)

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over: to the preview where a part was chosen, else to the queue."""
        async with answer_errors(interaction):
            where = self._where.values if self._where else []
            areas = tuple(Area(one) for one in where if one != _NOT_THERE)
            inverted = _NOT_THERE in where
            ask = self._ask()
            if ask.mask is not None or inverted or any(area is not Area.EVERYTHING for area in areas):
                await self._parts.responder.preview(interaction, ask, areas=areas, inverted=inverted)
            else:
                await self._parts.responder.respond(interaction, ask)

    def _ask(self) -> UserRequest:
        target = self._target
        which = self._which.values[0] if self._which and self._which.values else _ALL
        quality = self._quality.values[0] if self._quality.values else None
        masks = self._mask.values if self._mask else []
        return UserRequest(
            prompt=self._prompt.value,
            # What was shown as chosen and left so was not chosen.
            choices=Choices(quality=None if quality == self._shown_quality else quality),
            like=target.choices,
            images=target.sources if which == _ALL else (target.sources[int(which) - 1],),
            mask=NamedAttachment(MASK, masks[0]) if masks else None,
            private=target.private,
            spoiler=target.spoiler,
        )

    def _add(self, name: str, component: discord.ui.Item[Any]) -> None:
        self.add_item(
            discord.ui.Label(
                text=conversation_words.FORM[name],
                description=conversation_words.FORM_HINTS.get(name),
                component=component,
            )
        )


def area_options(chosen: tuple[Area, ...] = ()) -> list[discord.SelectOption]:
    """List the parts of a picture that can be chosen."""
    return [
        discord.SelectOption(
            label=conversation_words.AREAS.get(area, area.value), value=area.value, default=area in chosen
        )
        for area in Area
    ]


def _which(pictures: int) -> discord.ui.Select[Any]:
    options = [discord.SelectOption(label=conversation_words.all_pictures(pictures), value=_ALL, default=True)]
    options += [
        discord.SelectOption(label=conversation_words.picture_label(place), value=str(place))
        for place in range(1, pictures + 1)
    ]
    return discord.ui.Select(custom_id="which", options=options, required=False)


def _quality(offered: Sequence[str], *, chosen: str) -> discord.ui.Select[Any]:
    options = [discord.SelectOption(label=one, value=one, default=one == chosen) for one in offered]
    return discord.ui.Select(custom_id="quality", options=options, required=False)


def _where() -> discord.ui.Select[Any]:
    options = [*area_options(), discord.SelectOption(label=conversation_words.NOT_THERE, value=_NOT_THERE)]
    return discord.ui.Select(
        custom_id="where",
        placeholder=conversation_words.AREAS[Area.EVERYTHING],
        options=options,
        required=False,
        min_values=0,
        max_values=len(options),
    )
