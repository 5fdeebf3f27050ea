"""/forget me: asked first, then all that is kept of a person goes, and what Discord shows of it."""

import discord

from bot.chat.people.buttons import ForgetButton, KeepButton
from bot.chat.platform.components import Interaction, Listener, on_press, view_of
from bot.domain.errors import NotYours
from bot.service.forgetting import Forgetting
from bot.words import people as people_words


class ForgetQuestion:
    """Asks people whether all that is kept of them shall go, and does what they say."""

    def __init__(self, forgetting: Forgetting) -> None:
        self._forgetting = forgetting

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for."""
        return on_press(ForgetButton, self._forget), on_press(KeepButton, self._keep)

    async def ask(self, interaction: Interaction) -> None:
        """Say what goes and what stays, and let them decide."""
        await interaction.response.send_message(
            people_words.forget_question(),
            ephemeral=True,
            view=view_of(ForgetButton(interaction.user.id), KeepButton(interaction.user.id)),
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def _forget(self, interaction: Interaction, user_id: int) -> None:
        """Acknowledge, delete, say what went."""
        if interaction.user.id != user_id:
            raise NotYours
        await interaction.response.edit_message(content=people_words.forgetting(), view=None)
        forgotten = await self._forgetting.forget(user_id)
        if forgotten is None:
            await interaction.edit_original_response(content=people_words.forgetting_already())
            return
        await interaction.edit_original_response(content=people_words.forgotten(forgotten, None))
        if forgotten.messages or forgotten.shares:
            deleted = await self._forgetting.tidy(forgotten)
            await interaction.edit_original_response(content=people_words.forgotten(forgotten, deleted))

    async def _keep(self, interaction: Interaction, _: int) -> None:
        """Say so."""
        await interaction.response.edit_message(content=people_words.kept(), view=None)
