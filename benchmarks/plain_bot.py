"""The plain bot that Easel is measured beside: discord.py and the openai client, as many a README has them.

It defers, asks, and posts. Nothing is checked, counted, limited or written down: what it is at when it ends is lost.
"""

import base64
import io
import os

import discord
import openai
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket

discord.http.Route.BASE = os.environ["DISCORD_API_URL"]
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["DISCORD_GATEWAY_URL"])


class PlainBot(discord.Client):
    """A client with one command."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents.default())
        self.tree = app_commands.CommandTree(self)
        self.images = openai.AsyncOpenAI(api_key="none", base_url=os.environ["IMAGES_BASE_URL"]).images

    async def setup_hook(self) -> None:
        """Register the command."""
        self.tree.add_command(imagine)
        await self.tree.sync()


@app_commands.command()
async def imagine(interaction: discord.Interaction[PlainBot], prompt: str, n: int = 1) -> None:
    """Make a picture."""
    await interaction.response.defer()
    answer = await interaction.client.images.generate(
        model="gpt-image-2.5-flare", prompt=prompt, n=n, quality="low", size="auto"
    )
    pictures = [base64.b64decode(one.b64_json or "") for one in answer.data or ()]
    files = [discord.File(io.BytesIO(data), f"image-{place}.png") for place, data in enumerate(pictures)]
    await interaction.followup.send(f"**{prompt}**", files=files)


if __name__ == "__main__":
    PlainBot().run(os.environ["DISCORD_TOKEN"], log_handler=None)
