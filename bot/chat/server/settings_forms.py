"""The forms of /settings: amounts, limits, the word list; what is typed wrong is told, and can be corrected."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

import discord

from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.limits import FORM_SECONDS
from bot.domain.budget import Budget, Period, Scope, Unit
from bot.domain.options import N_LIMIT
from bot.domain.readings import fold
from bot.domain.server import ServerSettings
from bot.domain.word_filter import fit
from bot.service.server_settings import Change
from bot.words import settings as settings_words

WORDS_LIMIT = 4000
"""Characters of the whole list; Discord's component reference, "Text Input"."""
MOST_JOBS = 100_000
"""As for the bot's own limits."""
COUNTS = {"n_limit": N_LIMIT, "default_n": N_LIMIT, "jobs_per_user": MOST_JOBS, "jobs_per_server": MOST_JOBS}
"""The settings that are a number from 1 on, and the most of each."""
FORMS: Mapping[str, tuple[str, ...]] = {
    "n_limit": ("n_limit",),
    "default_n": ("default_n",),
    "limits": ("jobs_per_user", "jobs_per_server"),
}
"""The numbers that each form asks for."""
SECTIONS = {"n_limit": "models", "default_n": "defaults", "limits": "budgets"}
"""The part of the message that each of them belongs to."""

_AMOUNT_LIMIT = 9
"""Characters: four of them fit into the id of a button, so that what was typed wrong is there to be corrected."""
_KINDS = tuple((unit, period) for unit in (Unit.PICTURES, Unit.MICROUSD) for period in Period)
_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")
_DOLLARS = re.compile(r"\$?([0-9]{1,7})(?:[.,]([0-9]{1,6}))?")


@dataclass(frozen=True, slots=True)
class Correction:
    """A form that was filled in wrong: its name, and what was typed."""

    form: str
    typed: tuple[str, ...]


class SettingsEditor(Protocol):
    """What becomes of a form: `section` is the part of the message that it was opened from."""

    async def change(
        self, interaction: discord.Interaction[Any], change: Change, *, section: str, notice: str | None = None
    ) -> None:
        """Change the settings for a manager, and show how they are now."""
        ...

    async def refuse(
        self, interaction: discord.Interaction[Any], notice: str, *, section: str, correction: Correction
    ) -> None:
        """Show why nothing was changed."""
        ...


class NotANumber(ValueError):
    """What was typed is no such number; it says so in the words of the form."""


@dataclass(frozen=True, slots=True)
class BudgetOwner:
    """Whose budget a form is about."""

    scope: Scope
    role_id: int | None = None

    def __str__(self) -> str:
        return self.scope.value if self.role_id is None else f"role-{self.role_id}"

    @classmethod
    def from_text(cls, text: str) -> "BudgetOwner":
        """Parse what `str` wrote."""
        scope, _, role = text.partition("-")
        return cls(Scope(scope), int(role) if role else None)


class SettingsForm(discord.ui.Modal):
    """Asks for some texts, each already filled with what is set or was typed; `section` is shown afterwards."""

    def __init__(self, editor: SettingsEditor, *, name: str, section: str) -> None:
        super().__init__(title=settings_words.SETTINGS_FORMS[name], timeout=FORM_SECONDS)
        self._editor = editor
        self._section = section
        self._fields: dict[str, discord.ui.TextInput[Any]] = {}

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, change what is asked for, show how it is now; where it cannot be, say why."""
        async with answer_errors(interaction):
            await interaction.response.defer()
            try:
                change, notice = self._read(interaction.guild)
            except NotANumber as error:
                correction = Correction(self._form(), self._typed())
                await self._editor.refuse(interaction, str(error), section=self._section, correction=correction)
            else:
                await self._editor.change(interaction, change, section=self._section, notice=notice)

    def _read(self, guild: discord.Guild | None) -> tuple[Change, str | None]:
        """Read what was typed: what it changes, and what there is to say about it.

        Raises:
            NotANumber: it cannot be read.
        """
        raise NotImplementedError

    def _form(self) -> str:
        """Name this very form, to open it once more."""
        return ""

    def _ask(self, name: str, value: str, *, hint: str, limit: int, lines: bool = False) -> None:
        style = discord.TextStyle.paragraph if lines else discord.TextStyle.short
        entry: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id=name, style=style, default=value[:limit], required=False, max_length=limit
        )
        self._fields[name] = entry
        self.add_item(discord.ui.Label(text=settings_words.SETTINGS_FIELDS[name], description=hint, component=entry))

    def _typed(self) -> tuple[str, ...]:
        return tuple(one.value.strip() for one in self._fields.values())


class CountForm(SettingsForm):
    """Asks for numbers, empty for what is inherited."""

    def __init__(
        self, editor: SettingsEditor, settings: ServerSettings, *, name: str, typed: tuple[str, ...] = ()
    ) -> None:
        super().__init__(editor, name=name, section=SECTIONS[name])
        self._name = name
        for place, setting in enumerate(FORMS[name]):
            value = getattr(settings, setting)
            text = typed[place] if typed else "" if value is None else str(value)
            self._ask(setting, text, hint=settings_words.empty_is_inherited(), limit=_AMOUNT_LIMIT)

    def _read(self, guild: discord.Guild | None) -> tuple[Change, None]:  # noqa: ARG002 - as every form
        values: dict[str, Any] = {
            setting: _to_count(setting, text) for setting, text in zip(FORMS[self._name], self._typed(), strict=True)
        }
        return lambda old: replace(old, **values), None

    def _form(self) -> str:
        return self._name


class BudgetForm(SettingsForm):
    """Asks for the four amounts of a budget, empty for none of the server's own."""

    def __init__(
        self,
        editor: SettingsEditor,
        settings: ServerSettings,
        *,
        budget_owner: BudgetOwner,
        typed: tuple[str, ...] = (),
    ) -> None:
        super().__init__(editor, name=budget_owner.scope.value, section="budgets")
        self._budget_owner = budget_owner
        set_now = {
            (one.unit, one.period): one.limit
            for one in settings.budgets
            if (one.scope, one.role_id) == (budget_owner.scope, budget_owner.role_id)
        }
        for place, (unit, period) in enumerate(_KINDS):
            text = typed[place] if typed else _to_text(unit, set_now.get((unit, period)))
            self._ask(f"{unit}/{period}", text, hint=settings_words.empty_is_inherited(), limit=_AMOUNT_LIMIT)

    def _read(self, guild: discord.Guild | None) -> tuple[Change, None]:
        budget_owner = self._budget_owner
        wanted = tuple(
            Budget(budget_owner.scope, period, unit, limit, budget_owner.role_id)
            for (unit, period), text in zip(_KINDS, self._typed(), strict=True)
            if (limit := _to_amount(unit, period, text)) is not None
        )
        roles = {role.id for role in guild.roles} if guild else None

        def change(old: ServerSettings) -> ServerSettings:
            others = (
                one
                for one in old.budgets
                if (one.scope, one.role_id) != (budget_owner.scope, budget_owner.role_id)
                # Nobody can choose a role any more that is gone, so that its budget goes too.
                and (roles is None or one.role_id is None or one.role_id in roles)
            )
            return replace(old, budgets=(*others, *wanted))

        return change, None

    def _form(self) -> str:
        return str(self._budget_owner)


class WordsForm(SettingsForm):
    """Asks for the word list."""

    def __init__(self, editor: SettingsEditor, settings: ServerSettings) -> None:
        super().__init__(editor, name="words", section="friendly")
        self._ask("words", "\n".join(settings.words), hint=settings_words.words_hint(), limit=WORDS_LIMIT, lines=True)

    def _read(self, guild: discord.Guild | None) -> tuple[Change, str | None]:  # noqa: ARG002 - as every form
        lines = [" ".join(line.split()) for line in self._fields["words"].value.splitlines()]
        lines = [line for line in dict.fromkeys(lines) if line]
        readable = [line for line in lines if any(char.isalnum() for char in fold(line, is_list=True))]
        kept = fit(readable)
        left_out = [line for line in lines if line not in kept]
        notice = settings_words.words_left_out(left_out, full=len(kept) < len(readable)) if left_out else None
        return lambda old: replace(old, words=kept), notice


def open_again(editor: SettingsEditor, settings: ServerSettings, correction: Correction) -> SettingsForm:
    """Build the form that was filled in wrong, with what was typed."""
    if correction.form in FORMS:
        return CountForm(editor, settings, name=correction.form, typed=correction.typed)
    return BudgetForm(editor, settings, budget_owner=BudgetOwner.from_text(correction.form), typed=correction.typed)


def _to_count(name: str, text: str) -> int | None:
    if not text:
        return None
    most = COUNTS[name]
    if not _WHOLE_NUMBER.fullmatch(text) or not 1 <= int(text) <= most:
        raise NotANumber(settings_words.not_a_count(name, text, least=1, most=most))
    return int(text)


def _to_amount(unit: Unit, period: Period, text: str) -> int | None:
    if not text:
        return None
    if unit is Unit.PICTURES and _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    found = _DOLLARS.fullmatch(text)
    if unit is Unit.PICTURES or found is None:
        raise NotANumber(settings_words.not_an_amount(f"{unit}/{period}", text))
    return int(found[1]) * 1_000_000 + int((found[2] or "").ljust(6, "0"))


def _to_text(unit: Unit, limit: int | None) -> str:
    if limit is None:
        return ""
    if unit is Unit.PICTURES:
        return str(limit)
    whole, part = divmod(limit, 1_000_000)
    return f"{whole}.{part:06}".rstrip("0").rstrip(".")
