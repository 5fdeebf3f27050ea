"""/privacy: whether others may edit one's pictures, and for a server's managers whether members' uploads may be."""

from bot.chat.people.buttons import OwnButton, ServerButton
from bot.chat.platform.components import Interaction, Listener, on_press, view_of
from bot.domain.errors import NotYours
from bot.service.privacy import Privacy
from bot.words import conversation as conversation_words


class PrivacyChoices:
    """Shows what holds for a person here, and lets them change it."""

    def __init__(self, privacy: Privacy) -> None:
        self._privacy = privacy

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for."""
        return on_press(OwnButton, self._choose), on_press(ServerButton, self._choose_here)

    async def show(self, interaction: Interaction) -> None:
        """Put what holds into the answer of an interaction that was deferred for one person alone.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        rules = await self._privacy.rules(interaction.user.id, interaction.guild_id)
        manages = _manages(interaction)
        items: list[OwnButton | ServerButton] = [OwnButton(allowed=not rules.edits_by_others)]
        if manages:
            items.append(ServerButton(allowed=not rules.edits_of_uploads))
        await interaction.edit_original_response(
            content=conversation_words.privacy_text(rules, manages=manages), view=view_of(*items)
        )

    async def _choose(self, interaction: Interaction, allowed: int) -> None:
        """Acknowledge, change it, show how it is now."""
        await interaction.response.defer()
        await self._privacy.set_edits_by_others(interaction.user.id, allowed=bool(allowed))
        await self.show(interaction)

    async def _choose_here(self, interaction: Interaction, allowed: int) -> None:
        """Acknowledge, change it for a manager of the server, show how it is now."""
        await interaction.response.defer()
        if interaction.guild_id is None or not _manages(interaction):
            raise NotYours
        await self._privacy.set_edits_of_uploads(interaction.guild_id, allowed=bool(allowed))
        await self.show(interaction)


def _manages(interaction: Interaction) -> bool:
    return interaction.guild_id is not None and interaction.permissions.manage_guild
