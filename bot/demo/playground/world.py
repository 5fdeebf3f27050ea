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

BOT_NAME = "Easel"
_ACCENT = 0xE0573A
_WHERE = (
    "This is the real bot in a Discord that lives on this computer alone. “Viewing as”, at the top, makes you "
    "Ada, Bruno or Mira, a moderator; open further tabs to be several people at once."
)
_IMAGINE = "Type `/imagine`, then what to see, and take **more** for `n`, `quality`, `size` and the rest."
_EDIT = "Type `/edit`, what to change, a picture, and a `mask` that is white where to repaint. Two files to try:"
_WORK_ON = (
    "Reply to a picture: `@Easel make it night`. Press the buttons under it; **Edit** can change a part alone.\n"
    "Point at anybody's picture and take **Apps** > **Edit picture**. **Restart Easel**, at the top, loses nothing."
)
_SHARE = (
    "**Share** under your own picture hangs it in **# gallery**; go there by the list of channels, at the top, and be "
    "somebody else to give it a heart, remix it or report it. Reports reach **# moderators**, which only Mira sees; "
    "as Mira, `/settings` shows all that a server can want."
)
_LATER = "`/history` shows your last requests again, `/usage` what was used, `/help` all that there is."
_PHRASES = (
    "… these words stand in a prompt: `demo:slow=20` (it shows its sketches, and **Cancel** ends it), "
    "`demo:refuse`, `demo:outage`, `demo:quota`, `demo:broken`, `demo:big`."
)
_DEMO = "The embedded demo API draws the pictures; no AI model is in it. Nothing leaves this computer, nothing costs."
_REAL = "The pictures come from the images provider in your settings, and each one costs real money."
_PEOPLE = (
    ("ada", "Ada", "#5b8def", "#6b3a1f", False),
    ("bruno", "Bruno", "#56a86b", "#2a2320", False),
    ("mira", "Mira (moderator)", "#a868c9", "#c98a2b", True),
)


@dataclass(frozen=True, slots=True)
class World:
    """Where the playground happens, and who may look at it; the page opens in the first channel, as the first one.

    `avatars` are files by the addresses that they have in this Discord, `names` are mentions by what people write.
    """

    guild_id: int
    channels: tuple[simcord.ChannelHandle, ...]
    people: tuple[simcord.MemberActor, ...]
    avatars: Mapping[str, tuple[str, bytes]]
    names: Mapping[str, str]


async def build_world(env: simcord.Env, bot: commands.Bot, *, samples: Samples, spends_money: bool) -> World:
    """Furnish a world that is empty: its time is now, the commands are registered, the welcome is posted."""
    # simcord does not promise that its backend stays as it is; the version is pinned, and tests hold this.
    env.backend.cdn = RecentFiles()
    await env.advance_time(max(0.0, (datetime.now(UTC) - env.now()).total_seconds()))
    guild = env.create_guild("Easel playground")
    channel = guild.create_text_channel("pictures", topic="Type / to see the commands")
    moderators = guild.create_role(
        "Moderators", permissions=discord.Permissions(manage_messages=True, manage_guild=True), color=0x3BA55D
    )
    closed = discord.PermissionOverwrite(view_channel=False)
    opened = discord.PermissionOverwrite(view_channel=True)
    gallery = guild.create_text_channel("gallery", topic="What people share")
    if bot.user is None:
        raise RuntimeError("the bot has not logged in")
    office = guild.create_text_channel(
        "moderators",
        topic="What is reported",
        overwrites={guild.default_role: closed, moderators: opened, bot.user: opened},
    )
    avatars = {f"{CDN_BASE}/embed/avatars/{(bot.user.id >> 22) % 6}.png": ("easel.png", draw_easel())}
    people = []
    for name, display_name, colour, hair, is_moderator in _PEOPLE:
        user = env.create_user(name, global_name=display_name)
        people.append(guild.add_member(user, roles=[moderators] if is_moderator else [], avatar=name))
        address = f"{CDN_BASE}/guilds/{guild.id}/users/{user.id}/avatars/{name}.png"
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
        avatars=avatars,
        names={f"@{BOT_NAME}": f"<@{bot.user.id}>"},
    )


def _welcome(samples: Samples, *, spends_money: bool) -> discord.Embed:
    embed = discord.Embed(title="Welcome to the playground", description=_WHERE, colour=_ACCENT)
    for name, value in (
        ("Make a picture", _IMAGINE),
        ("Change a picture", f"{_EDIT}\n`{samples.photo}`\n`{samples.mask}`"),
        ("Work on a picture", _WORK_ON),
        ("Share it", _SHARE),
        ("Look back", _LATER),
        *(() if spends_money else (("See what happens when …", _PHRASES),)),
    ):
        embed.add_field(name=name, value=value, inline=False)
    return embed.set_footer(text=_REAL if spends_money else _DEMO)


def local_zone() -> str:
    """Name this computer's time zone by its offset, in whole hours, so that the page shows the time on the wall."""
    offset = datetime.now().astimezone().utcoffset() or timedelta()
    name = f"Etc/GMT{-round(offset / timedelta(hours=1)):+d}"
    return name if name in zoneinfo.available_timezones() else "UTC"
