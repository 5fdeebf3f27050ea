"""The form that shares a picture: whether its prompt is shown, and which theme it joins."""

from collections.abc import Sequence
from typing import Any, Protocol

import discord

from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.limits import FORM_SECONDS
from bot.domain.gallery import Theme
from bot.words import gallery as gallery_words

THEMES_OFFERED = 24
"""As many as a select offers beside its first choice; Discord's component reference, "String Select"."""
_NO_THEME = "0"
_SHOW, _HIDE = "show", "hide"


class Share(Protocol):
    """Shares the picture that the form is about, in answer to the form."""

    async def __call__(
        self, interaction: discord.Interaction[Any], *, shows_prompt: bool, theme_id: int | None
    ) -> None:
        """Acknowledge, share it, say where."""
        ...


class ShareForm(discord.ui.Modal):
    """Asks what is shown with a picture, and which theme it joins."""

    def __init__(self, themes: Sequence[Theme], *, share: Share) -> None:
        super().__init__(title=gallery_words.SHARE_FORM["title"], timeout=FORM_SECONDS)
        self._share = share
        options = [
            discord.SelectOption(label=gallery_words.SHARE_FORM["show"], value=_SHOW, default=True),
            discord.SelectOption(label=gallery_words.SHARE_FORM["hide"], value=_HIDE),
        ]
        self._prompt: discord.ui.Select[Any] = discord.ui.Select(custom_id="prompt", options=options)
        self.add_item(discord.ui.Label(text=gallery_words.SHARE_FORM["prompt"], component=self._prompt))
        self._theme: discord.ui.Select[Any] | None = None
        if themes:
            offered = [discord.SelectOption(label=gallery_words.SHARE_FORM["no_theme"], value=_NO_THEME, default=True)]
            offered += [
                discord.SelectOption(label=gallery_words.theme_option(one), value=str(one.id)) for one in themes
            ]
            self._theme = discord.ui.Select(custom_id="theme", options=offered, required=False)
            self.add_item(discord.ui.Label(text=gallery_words.SHARE_FORM["theme"], component=self._theme))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over what was chosen."""
        async with answer_errors(interaction):
            theme = self._theme.values[0] if self._theme and self._theme.values else _NO_THEME
            await self._share(
                interaction,
                shows_prompt=_HIDE not in self._prompt.values,
                theme_id=None if theme == _NO_THEME else int(theme),
            )
