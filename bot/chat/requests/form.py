"""The form that edits a picture: what should change, which picture, how well, and where."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.chat.platform.caller import caller_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.limits import FORM_SECONDS
from bot.chat.regions.areas import area_options
from bot.chat.requests.drafts import DraftRequests
from bot.chat.requests.responder import Responder
from bot.chat.requests.targets import EditTarget
from bot.chat.requests.user_request import Choices, NamedAttachment, UserRequest
from bot.domain.area import Area
from bot.domain.options import Options
from bot.domain.request import MASK
from bot.domain.server import Doing
from bot.service.server_rules import ServerRules
from bot.words import conversation as conversation_words

PROMPT_FIELD_LIMIT = 4000
"""Characters; Discord's component reference, "Text Input"."""

_FIRST, _ALL = "1", "all"
_NOT_THERE = "not_there"


class EditForms:
    """Opens the form that edits pictures, where that is open."""

    def __init__(
        self,
        responder: Responder,
        draft_requests: DraftRequests,
        *,
        server_rules: ServerRules,
        defaults: Options,
        takes_mask: bool,
    ) -> None:
        """Begin with the bot's `defaults`; say with `takes_mask` whether a part of a picture can be chosen."""
        self._responder = responder
        self._draft_requests = draft_requests
        self._server_rules = server_rules
        self._defaults = defaults
        self._takes_mask = takes_mask

    async def show(self, interaction: discord.Interaction[Any], target: EditTarget) -> None:
        """Answer with the form.

        Raises:
            ClosedHere: the server has it elsewhere, or for others.
            StorageDown: the database does not answer.
        """
        applied_rules = await self._server_rules.load(caller_of(interaction))
        applied_rules.check_opening(Doing.EDIT)
        offer = applied_rules.offer
        begin = UserRequest(prompt="", choices=Choices(), like=target.choices).to_options(self._defaults, offer)
        form = EditForm(
            target,
            responder=self._responder,
            draft_requests=self._draft_requests,
            qualities=offer.qualities(begin.model),
            quality=begin.quality.value,
            takes_mask=self._takes_mask,
        )
        await interaction.response.send_modal(form)


class EditForm(discord.ui.Modal):
    """Edits pictures that were pointed at: the first, unless another or all are chosen.

    Where a part was chosen, it is shown before anything is paid.
    """

    def __init__(
        self,
        target: EditTarget,
        *,
        responder: Responder,
        draft_requests: DraftRequests,
        qualities: Sequence[str],
        quality: str,
        takes_mask: bool,
    ) -> None:
        """Offer `qualities`, of which `quality` is what the request would have by itself."""
        super().__init__(title=conversation_words.FORM["title"], timeout=FORM_SECONDS)
        self._target = target
        self._responder = responder
        self._draft_requests = draft_requests
        self._prompt: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph,
            max_length=PROMPT_FIELD_LIMIT,
            custom_id="prompt",
        )
        self._which = _which(len(target.sources)) if len(target.sources) > 1 else None
        self._shown_quality = quality
        self._quality = _quality(qualities, chosen=quality)
        self._where = _where() if takes_mask else None
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
            user_request = self._to_request()
            if user_request.mask is not None or inverted or any(area is not Area.EVERYTHING for area in areas):
                await self._draft_requests.preview(interaction, user_request, areas=areas, inverted=inverted)
            else:
                await self._responder.respond(interaction, user_request)

    def _to_request(self) -> UserRequest:
        target = self._target
        which = self._which.values[0] if self._which and self._which.values else _FIRST
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


def _which(pictures: int) -> discord.ui.Select[Any]:
    options = [
        discord.SelectOption(label=conversation_words.picture_label(place), value=str(place), default=place == 1)
        for place in range(1, pictures + 1)
    ]
    options.append(discord.SelectOption(label=conversation_words.all_pictures(pictures), value=_ALL))
    return discord.ui.Select(custom_id="which", options=options, required=False)


def _quality(offered: Sequence[str], *, chosen: str) -> discord.ui.Select[Any]:
    options = [discord.SelectOption(label=one, value=one, default=one == chosen) for one in offered]
    return discord.ui.Select(custom_id="quality", options=options, required=False)


def _where() -> discord.ui.Select[Any]:
    options = [*area_options(), discord.SelectOption(label=conversation_words.not_there(), value=_NOT_THERE)]
    return discord.ui.Select(
        custom_id="where",
        placeholder=conversation_words.AREAS[Area.EVERYTHING],
        options=options,
        required=False,
        min_values=0,
        max_values=len(options),
    )
