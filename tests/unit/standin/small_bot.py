"""A small discord.py bot with one of everything, in this process or in its own."""

from __future__ import annotations

import asyncio
import io
import logging
import os
import sys
from typing import Any

import discord
import yarl
from discord import app_commands
from discord.ext import commands

from tests.standin.feed import Feed

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)


class Form(discord.ui.Modal, title="Edit it"):
    """A text and a file."""

    prompt: discord.ui.Label[Any] = discord.ui.Label(text="Prompt", component=discord.ui.TextInput(max_length=100))
    mask: discord.ui.Label[Any] = discord.ui.Label(
        text="Mask", component=discord.ui.FileUpload(required=False, max_values=1)
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Tell what came in."""
        text, upload = self.prompt.component, self.mask.component
        assert isinstance(text, discord.ui.TextInput)
        assert isinstance(upload, discord.ui.FileUpload)
        sizes = [len(await attachment.read()) for attachment in upload.values]
        await interaction.response.send_message(f"{text.value} {sizes}", ephemeral=True)


class Buttons(discord.ui.View):
    """Two buttons and a menu."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @discord.ui.button(label="Again", custom_id="again")
    async def again(self, interaction: discord.Interaction, _button: discord.ui.Button[Any]) -> None:
        """Change the message that the button is on."""
        await interaction.response.edit_message(content="again!")

    @discord.ui.button(label="Form", custom_id="form")
    async def form(self, interaction: discord.Interaction, _button: discord.ui.Button[Any]) -> None:
        """Open a form."""
        await interaction.response.send_modal(Form())

    @discord.ui.select(
        placeholder="Size", custom_id="size", options=[discord.SelectOption(label=name) for name in ("small", "large")]
    )
    async def size(self, interaction: discord.Interaction, select: discord.ui.Select[Any]) -> None:
        """Acknowledge first, answer later."""
        await interaction.response.defer()
        await interaction.followup.send(select.values[0], ephemeral=True)


class SmallBot(commands.Bot):
    """A bot that does what it is told, and keeps what went wrong in `errors`."""

    def __init__(self, *, intents: discord.Intents | None = None) -> None:
        super().__init__(
            "!", intents=intents or discord.Intents.default(), allowed_mentions=discord.AllowedMentions.none()
        )
        self.errors: Feed[BaseException] = Feed()
        self.heard: Feed[discord.Message] = Feed()
        self.seen: Feed[discord.Interaction] = Feed()
        self.gone_on = asyncio.Event()
        self.tree.error(self._keep_error)
        add_picture_commands(self)
        add_slow_commands(self)
        add_other_commands(self)

    async def setup_hook(self) -> None:
        """Register the commands before anything can invoke them."""
        self.add_view(Buttons())
        await self.tree.sync()

    async def on_message(self, message: discord.Message, /) -> None:
        """Keep what is heard."""
        if message.author != self.user:
            self.heard.publish(message)
            await message.channel.send("heard", reference=message)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Keep what is set off."""
        self.seen.publish(interaction)

    async def _keep_error(self, _interaction: discord.Interaction, error: app_commands.AppCommandError) -> None:
        self.errors.publish(getattr(error, "original", error))


def add_picture_commands(bot: SmallBot) -> None:
    """Add the commands that post files."""

    @bot.tree.command(description="Make pictures")
    @app_commands.choices(quality=[app_commands.Choice(name=name, value=name) for name in ("low", "high")])
    async def paint(
        interaction: discord.Interaction,
        prompt: app_commands.Range[str, 1, 100],
        n: app_commands.Range[int, 1, 4] = 1,
        quality: str = "low",
        *,
        private: bool = False,
    ) -> None:
        await interaction.response.defer(thinking=True, ephemeral=private)
        await interaction.edit_original_response(content="working")
        files = [discord.File(io.BytesIO(PICTURE), f"easel {i}.png", description=prompt) for i in range(n)]
        await interaction.edit_original_response(
            content=f"{prompt} {quality} {interaction.filesize_limit}", attachments=files, view=Buttons()
        )

    @bot.tree.command(description="Change a picture")
    async def edit(
        interaction: discord.Interaction,
        prompt: str,
        image: discord.Attachment,
        mask: discord.Attachment | None = None,
    ) -> None:
        await interaction.response.defer(thinking=True)
        data = await image.read() + (await mask.read() if mask else b"")
        await interaction.followup.send(prompt, file=discord.File(io.BytesIO(data), image.filename))


def add_slow_commands(bot: SmallBot) -> None:
    """Add the commands that answer late, twice or often."""

    @bot.tree.command(description="Answer when it is too late")
    async def late(interaction: discord.Interaction) -> None:
        await bot.gone_on.wait()
        await interaction.response.send_message("late")

    @bot.tree.command(description="Edit when the test says so")
    async def slow(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("waiting", ephemeral=True)
        await bot.gone_on.wait()
        await interaction.edit_original_response(content="done")

    @bot.tree.command(description="Answer twice")
    async def twice(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("once")
        interaction.response._response_type = None
        await interaction.response.send_message("twice")

    @bot.tree.command(description="Follow up often")
    @app_commands.allowed_installs(guilds=True, users=True)
    async def chatty(interaction: discord.Interaction, times: int) -> None:
        await interaction.response.send_message("0")
        for index in range(times):
            await interaction.followup.send(str(index + 1))


def add_other_commands(bot: SmallBot) -> None:
    """Add the rest."""

    @bot.tree.command(description="Post in the channel")
    async def post(interaction: discord.Interaction, text: str, nonce: str = "0") -> None:
        await interaction.response.defer(ephemeral=True)
        channel = interaction.channel
        assert isinstance(channel, discord.abc.Messageable)
        message = await channel.send(text, file=discord.File(io.BytesIO(PICTURE), "p.png"), nonce=nonce)
        await interaction.edit_original_response(content=str(message.id))

    @bot.tree.command(description="Pick a model")
    async def model(interaction: discord.Interaction, name: str) -> None:
        await interaction.response.send_message(name)

    @model.autocomplete("name")
    async def complete(_interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=f"{current}-{i}", value=f"{current}-{i}") for i in range(2)]

    group = app_commands.Group(name="gallery", description="Your pictures", guild_only=True)

    @group.command(description="Show some")
    async def show(interaction: discord.Interaction, who: discord.User) -> None:
        await interaction.response.send_message(who.name)

    bot.tree.add_command(group)

    @bot.tree.context_menu(name="Describe")
    async def describe(interaction: discord.Interaction, message: discord.Message) -> None:
        sizes = [len(await attachment.read()) for attachment in message.attachments]
        await interaction.response.send_message(f"{message.content} {sizes}")


def point_at(environment: dict[str, str]) -> None:
    """Send discord.py to the stand-in, as the real bot does with the same variables."""
    discord.http.Route.BASE = environment["DISCORD_API_URL"]
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(environment["DISCORD_GATEWAY_URL"])


def main() -> None:
    """Run the bot until it is told to end."""
    if "TOKEN_CHECK_FAILS" in os.environ:
        sys.exit("no token, no bot")
    point_at(dict(os.environ))
    bot = SmallBot()
    bot.run(os.environ["DISCORD_TOKEN"], log_level=logging.INFO)


if __name__ == "__main__":
    main()
