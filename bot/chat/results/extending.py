"""Extend and Larger: what lies beside a picture, its subject alone, and the same picture at twice its size."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.chat.platform.caller import caller_of
from bot.chat.platform.components import Interaction, Listener, on_component, view_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.limits import FORM_SECONDS
from bot.chat.requests.form import PROMPT_FIELD_LIMIT
from bot.chat.requests.user_request import Choices, UserRequest
from bot.chat.results.editing import ResultEditing
from bot.chat.results.extend_buttons import TASK_TEMPLATE, TaskButton
from bot.domain.errors import NothingLarger
from bot.domain.extension import Extension
from bot.domain.larger import enlarged_size
from bot.domain.options import Background, Options, OutputFormat
from bot.domain.request import PictureRef
from bot.domain.server import Doing
from bot.domain.task import Rework, Task, task_from_text
from bot.service.server_rules import AppliedRules, ServerRules
from bot.words import conversation as conversation_words

Extend = Callable[[Interaction, PictureRef, Extension, str], Awaitable[None]]

_PROMPT = "prompt"


class ResultExtending:
    """Extends, cuts out and enlarges the pictures of a job for the person who presses."""

    def __init__(
        self,
        editing: ResultEditing,
        *,
        server_rules: ServerRules,
        defaults: Options,
        takes_mask: Callable[[AppliedRules], bool],
    ) -> None:
        """Say with `takes_mask` whether the provider that is asked there takes masks."""
        self._editing = editing
        self._server_rules = server_rules
        self._defaults = defaults
        self._takes_mask = takes_mask

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for."""
        return (on_component(TASK_TEMPLATE, self._choose),)

    async def open_menu(self, interaction: Interaction, ref: PictureRef) -> None:
        """Show what can be done with a picture to who pressed alone.

        Raises:
            PicturesGone: the job is not kept any more.
            NotYours, EditsForbidden: it is another person's, and may not be edited.
            ClosedHere: the server has edits elsewhere, or for others.
            Muted: who pressed may use the bot no more.
            StoreUnavailable, StorageDown: the database does not answer.
        """
        await interaction.response.defer(ephemeral=True, thinking=True)
        rules = await self._check(interaction, ref)
        tasks: tuple[Task, ...] = (*(Extension if self._takes_mask(rules) else ()), Rework.CUT_OUT)
        view = view_of(*(TaskButton(task, ref) for task in tasks))
        await interaction.edit_original_response(content=conversation_words.EXTEND["text"], view=view)

    async def enlarge(self, interaction: Interaction, ref: PictureRef) -> None:
        """Ask for a picture at twice its size.

        Raises:
            NothingLarger: the model makes none of this shape.
            PicturesGone: the job, or its picture, is not kept any more.
            NotYours, EditsForbidden: it is another person's, and may not be edited.
            Muted: who pressed may use the bot no more.
            StoreUnavailable, StorageDown: the database does not answer.
        """
        rules = await self._server_rules.load(caller_of(interaction))
        found = await self._editing.find(interaction, ref)
        offer, like = rules.offer, Choices.like(found.job.options)
        model = UserRequest(prompt="", choices=Choices(), like=like).to_options(self._defaults, offer).model
        larger = enlarged_size(await self._editing.measure(found), offer.find(model), among=offer.sizes(model))
        if larger is None:
            raise NothingLarger(model=model)
        await self._editing.ask(
            interaction, found, prompt=found.job.prompt, choices=Choices(task=Rework.ENLARGE, size=larger)
        )

    async def _check(self, interaction: Interaction, ref: PictureRef) -> AppliedRules:
        rules = await self._server_rules.load(caller_of(interaction))
        rules.check_opening(Doing.EDIT)
        await self._editing.check(interaction, ref)
        return rules

    async def _choose(self, interaction: Interaction, match: re.Match[str], _: discord.ui.Item[Any]) -> None:
        task, ref = task_from_text(match["task"]), PictureRef(int(match["job"]), int(match["place"]))
        if isinstance(task, Extension):
            await self._check(interaction, ref)
            await interaction.response.send_modal(_ExtendForm(task, ref, extend=self._extend))
        else:
            found = await self._editing.find(interaction, ref)
            choices = Choices(task=task, background=Background.TRANSPARENT.value, output_format=OutputFormat.PNG.value)
            prompt = conversation_words.PROMPTS_UNSAID["cut_out"]
            await self._editing.ask(interaction, found, prompt=prompt, choices=choices)

    async def _extend(self, interaction: Interaction, ref: PictureRef, task: Extension, prompt: str) -> None:
        found = await self._editing.find(interaction, ref)
        prompt = prompt.strip() or conversation_words.PROMPTS_UNSAID["extend"]
        see_through = found.job.options.background is Background.TRANSPARENT
        choices = Choices(task=task, background=Background.AUTO.value if see_through else None)
        await self._editing.ask(interaction, found, prompt=prompt, choices=choices)


class _ExtendForm(discord.ui.Modal):
    """Asks what is to be seen beside a picture."""

    def __init__(self, task: Extension, ref: PictureRef, *, extend: Extend) -> None:
        super().__init__(title=conversation_words.TASKS[task], timeout=FORM_SECONDS)
        self._task = task
        self._ref = ref
        self._extend = extend
        self._prompt: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph, required=False, max_length=PROMPT_FIELD_LIMIT, custom_id=_PROMPT
        )
        self.add_item(
            discord.ui.Label(
                text=conversation_words.EXTEND["prompt"],
                description=conversation_words.EXTEND["hint"],
                component=self._prompt,
            )
        )

    async def on_submit(self, interaction: Interaction) -> None:
        """Ask for the picture that is extended."""
        async with answer_errors(interaction):
            await self._extend(interaction, self._ref, self._task, self._prompt.value)
