"""The little Discord of the playground: a server, a channel, two people, a moderator and a welcome."""

import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import discord
import simcord
from discord.ext import commands
from simcord.backend.cdn import CDN_BASE

from bot.demo.playground.avatars import draw_easel, draw_person
from bot.demo.playground.cdn import RecentFiles
from bot.demo.playground.samples import Samples
from bot.words import playground as playground_words

BOT_NAME = "Easel"
_ACCENT = 0xE0573A
_PEOPLE = (
    # The last says that it is a moderator, who is named in a catalogue.
    ("ada", "Ada", "#5b8def", "#6b3a1f", False),
    ("bruno", "Bruno", "#56a86b", "#2a2320", False),
    ("mira", None, "#a868c9", "#c98a2b", True),
)


@dataclass(frozen=True, slots=True)
class World:
    """Where the playground happens, and who may look at it; the page opens in the first channel, as the first one.

    `files` are what is posted, `avatars` are pictures by the addresses that they have in this Discord, and `names` are
    mentions by what people write.
    """

    guild_id: int
    channels: tuple[simcord.ChannelHandle, ...]
    people: tuple[simcord.MemberActor, ...]
    files: RecentFiles
    avatars: Mapping[str, tuple[str, bytes]]
    names: Mapping[str, str]


async def build_world(env: simcord.Env, bot: commands.AutoShardedBot, *, samples: Samples, spends_money: bool) -> World:
    """Furnish a world that is empty: its time is now, the commands are registered, the welcome is posted."""
    # simcord does not promise that its backend stays as it is; the version is pinned, and tests hold this.
    files = env.backend.cdn = RecentFiles()
    await env.advance_time(max(0.0, (datetime.now(UTC) - env.now()).total_seconds()))
    guild = env.create_guild(playground_words.guild_name())
    channel = guild.create_text_channel("pictures", topic=playground_words.TOPICS["pictures"])
    moderators = guild.create_role(
        playground_words.moderators(),
        permissions=discord.Permissions(manage_messages=True, manage_guild=True),
        color=0x3BA55D,
    )
    closed = discord.PermissionOverwrite(view_channel=False)
    opened = discord.PermissionOverwrite(view_channel=True)
    gallery = guild.create_text_channel("gallery", topic=playground_words.TOPICS["gallery"])
    if bot.user is None:
        raise RuntimeError("the bot has not logged in")
    office = guild.create_text_channel(
        "moderators",
        topic=playground_words.TOPICS["moderators"],
        overwrites={guild.default_role: closed, moderators: opened, bot.user: opened},
    )
    avatars = {f"{CDN_BASE}/embed/avatars/{(bot.user.id >> 22) % 6}.png": ("easel.png", draw_easel())}
    people = []
    for name, display_name, colour, hair, is_moderator in _PEOPLE:
        user = env.create_user(name, global_name=display_name or playground_words.moderator_name(), avatar=name)
        people.append(guild.add_member(user, roles=[moderators] if is_moderator else []))
        address = f"{CDN_BASE}/avatars/{user.id}/{name}.png"
        avatars[address] = (f"{name}.png", draw_person(colour, hair=hair))
    await bot.user.edit(username=BOT_NAME)
    await bot.tree.sync()
    await env.settle()
    await bot.get_partial_messageable(channel.id, guild_id=guild.id).send(
        embed=_welcome(samples, spends_money=spends_money)
    )
    await env.settle()
    return World(
        guild_id=guild.id,
        channels=(channel, gallery, office),
        people=tuple(people),
        files=files,
        avatars=avatars,
        names={f"@{BOT_NAME}": f"<@{bot.user.id}>"},
    )


def _welcome(samples: Samples, *, spends_money: bool) -> discord.Embed:
    title, text = playground_words.welcome_title(), playground_words.welcome_text()
    embed = discord.Embed(title=title, description=text, colour=_ACCENT)
    for name, value in playground_words.welcome_fields(
        photo=str(samples.photo), mask=str(samples.mask), spends_money=spends_money
    ):
        embed.add_field(name=name, value=value, inline=False)
    return embed.set_footer(text=playground_words.welcome_footer(spends_money=spends_money))


def local_zone() -> str:
    """Name this computer's time zone by its offset, in whole hours, so that the page shows the time on the wall."""
    offset = datetime.now().astimezone().utcoffset() or timedelta()
    name = f"Etc/GMT{-round(offset / timedelta(hours=1)):+d}"
    return name if name in zoneinfo.available_timezones() else "UTC"
