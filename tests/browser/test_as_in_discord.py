"""What simcord's page would show otherwise than Discord does, without a browser."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import discord
import simcord
from simcord.preview import Preview

from bot.demo.playground.as_in_discord import show_as_in_discord
from bot.demo.playground.cdn import RecentFiles


@dataclass(frozen=True, slots=True)
class Shown:
    """A channel in a page, the bot that posts in it, and somebody who looks at it."""

    channel: discord.PartialMessageable
    handle: simcord.ChannelHandle
    viewer: simcord.MemberActor
    preview: Preview

    async def message(self, message_id: int) -> Mapping[str, Any]:
        """Give a message as the page shows it."""
        snapshot = await self.preview.snapshot()
        message: Mapping[str, Any] = snapshot["messages"][str(message_id)]
        return message


@asynccontextmanager
async def show() -> AsyncIterator[Shown]:
    client = discord.Client(intents=discord.Intents(guilds=True, guild_messages=True))
    async with simcord.run(client) as env:
        files = env.backend.cdn = RecentFiles()
        guild = env.create_guild()
        handle = guild.create_text_channel("pictures")
        viewer = guild.add_member(env.create_user("ada"))
        preview = env.preview(handle, viewers=(viewer,), layout="channel")
        show_as_in_discord(preview, files)
        async with preview:
            yield Shown(client.get_partial_messageable(handle.id, guild_id=guild.id), handle, viewer, preview)


async def test_an_embed_shows_names_of_people_and_channels() -> None:
    async with show() as shown:
        embed = discord.Embed(description=f"by {shown.viewer.mention}")
        embed.add_field(name="Gallery", value=f"<#{shown.handle.id}>")
        posted = await shown.channel.send(embed=embed)

        (seen,) = (await shown.message(posted.id))["embeds"]

        for tokens, name in ((seen["description_tokens"], "@ada"), (seen["fields"][0]["value_tokens"], "#pictures")):
            assert f"'label': '{name}'" in str(tokens)


async def test_a_select_that_comes_in_the_place_of_another_is_a_new_one() -> None:
    def view(placeholder: str, *, default: str = "") -> discord.ui.View:
        options = [discord.SelectOption(label=name, default=name == default) for name in ("on", "off")]
        return discord.ui.View().add_item(discord.ui.Select(custom_id=placeholder, options=options))

    async with show() as shown:
        posted = await shown.channel.send(view=view("sharing"))
        keys = []
        for other in (view("sharing"), view("editing"), view("editing", default="off")):
            await posted.edit(view=other)
            (row,) = (await shown.message(posted.id))["components"]
            keys.append(row["components"][0]["control_key"])

        assert len(set(keys)) == 3
        (again,) = (await shown.message(posted.id))["components"]
        assert again["components"][0]["control_key"] == keys[-1]


async def test_older_pictures_stay_when_many_came_after_them() -> None:
    async with show() as shown:
        for number in range(3):
            await shown.viewer.send(shown.handle, attachments=[(f"{number}.png", bytes([number]) + bytes(50 * 2**20))])

        snapshot = await shown.preview.snapshot()

        files = [snapshot["messages"][one]["attachments"][0] for one in snapshot["timeline"]]
        assert [snapshot["assets"][file["asset_id"]]["available"] for file in files] == [True] * 3
