"""/usage: the asker's account, and the server's for those who manage it."""

import asyncio
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import aiohttp
import discord

from bot.chat import wording
from bot.chat.permissions import role_ids
from bot.chat.text import plain
from bot.domain.budget import Unit
from bot.images.chart import Bar, Chart, NamedBar, draw_chart
from bot.images.offload import Offload
from bot.service.usage import ServerUsage, Usage
from bot.store.budgets import Spent

_UNKNOWN_MEMBER, _UNKNOWN_USER = 10007, 10013
_FILENAME = "easel-usage.png"


async def show_usage(interaction: discord.Interaction[Any], usage: Usage, *, offload: Offload, free: bool) -> None:
    """Answer an interaction that was deferred; `free` where pictures cost nothing.

    Raises:
        StoreUnavailable: the database does not answer.
    """
    now = datetime.now(UTC)
    user, guild_id = interaction.user, interaction.guild_id
    person = await usage.of_person(user.id, guild_id=guild_id, role_ids=role_ids(interaction), now=now)
    text, files = wording.person_usage(person, free=free), []
    if guild_id is not None and interaction.permissions.manage_guild:
        server = await usage.of_server(guild_id, now=now)
        text = f"{text}\n\n{wording.server_usage(server)}"
        if server.askers:
            files = [await _draw(server, await _names(interaction.guild, server), offload)]
    await interaction.edit_original_response(
        content=text, attachments=files, allowed_mentions=discord.AllowedMentions.none()
    )


async def _draw(server: ServerUsage, names: Sequence[str], offload: Offload) -> discord.File:
    # Where nothing has a price, as in the demo, the pictures themselves are what there is to see.
    unit = Unit.MICROUSD if server.total.microusd else Unit.PICTURES
    chart = Chart(
        title=wording.chart_title(unit),
        subtitle=wording.chart_subtitle(server),
        unit=unit,
        days=tuple(Bar(wording.day_label(day.date), Spent(day.microusd, day.pictures).of(unit)) for day in server.days),
        people_title=wording.TOP_ASKERS,
        people=tuple(
            NamedBar(name, spent.of(unit), wording.amount(spent))
            for name, spent in zip(
                names, (Spent(asker.microusd, asker.pictures) for asker in server.askers), strict=True
            )
        ),
    )
    drawn = await offload.run(draw_chart, chart)
    alt_text = wording.chart_alt_text(server, drawn.names, unit=unit)
    return discord.File(io.BytesIO(drawn.data), filename=_FILENAME, description=alt_text)


async def _names(guild: discord.Guild | None, server: ServerUsage) -> list[str]:
    """Fetch the names of the top askers; the name of one whom Discord does not tell is empty."""
    return await asyncio.gather(*(_name(guild, asker.user_id) for asker in server.askers))


async def _name(guild: discord.Guild | None, user_id: int) -> str:
    if guild is None:
        return ""
    try:
        member = guild.get_member(user_id) or await guild.fetch_member(user_id)
    except discord.HTTPException as error:
        return wording.SOMEONE_WHO_LEFT if error.code in {_UNKNOWN_MEMBER, _UNKNOWN_USER} else ""
    except (aiohttp.ClientError, OSError):
        return ""
    return plain(member.display_name)
