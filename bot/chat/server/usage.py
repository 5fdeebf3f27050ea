"""/usage: the asker's account, and the server's for its moderators."""

import asyncio
import csv
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import discord

from bot.chat.platform.errors import FAILURES, code_of
from bot.chat.platform.files import build_file
from bot.chat.platform.layouts import Part, line_between, picture, show_layout, words
from bot.chat.platform.permissions import role_ids, standings_of
from bot.domain.access import Act, may
from bot.domain.budget import Unit
from bot.domain.pseudonyms import NOBODY
from bot.images.drawn.chart import Bar, Chart, NamedBar, draw_chart
from bot.images.offload import Offload
from bot.service.usage import ServerUsage, Usage
from bot.store.money.budgets import Spent
from bot.store.server.ledger import CostLine
from bot.words import usage as usage_words
from bot.words.escaping import LAYOUT_LIMIT, plain, shorten

_UNKNOWN_MEMBER, _UNKNOWN_USER = 10007, 10013
_HALF = LAYOUT_LIMIT // 2
"""Characters of an account: there are two at most."""
_FILENAME = "easel-usage.png"
_TABLE_NAME = "easel-usage.csv"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - some take the wide ones too


class UsageAnswers:
    """Answers /usage."""

    def __init__(self, usage: Usage, *, offload: Offload, free: bool) -> None:
        """Say with `free` that pictures cost nothing."""
        self._usage = usage
        self._offload = offload
        self._free = free

    async def show(self, interaction: discord.Interaction[Any]) -> None:
        """Put what the asker used into the answer of an interaction that was deferred; for moderators, the server too.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        now = datetime.now(UTC)
        user, guild_id = interaction.user, interaction.guild_id
        person = await self._usage.of_person(user.id, guild_id=guild_id, role_ids=role_ids(interaction), now=now)
        parts: list[Part] = [words(shorten(usage_words.person_usage(person, free=self._free), _HALF))]
        files: list[discord.File] = []
        if guild_id is not None and may(Act.SERVER_USAGE, standings_of(interaction, guild_id=guild_id)):
            server = await self._usage.of_server(guild_id, now=now)
            parts += [line_between(), words(shorten(usage_words.server_usage(server), _HALF))]
            names = await _names(interaction.guild, server)
            if server.askers:
                files.append(await _draw(server, names, self._offload))
                parts.append(picture(files[-1]))
            if server.total.pictures:
                known = {asker.user_id: name for asker, name in zip(server.askers, names, strict=True)}
                files.append(await self._offload.run_in_thread(_tabulate, server.lines, known))
                parts.append(discord.ui.File(files[-1]))
        await show_layout(interaction, parts, files=files)


def _tabulate(lines: Sequence[CostLine], names: Mapping[int, str]) -> discord.File:
    """Write a line a day, person and model, as a spreadsheet takes it."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(usage_words.usage_columns())
    for line in lines:
        person = (
            ("", usage_words.forgotten()) if line.user_id == NOBODY else (line.user_id, names.get(line.user_id, ""))
        )
        model = usage_words.unknown_model() if line.model is None else line.model
        cells = (
            line.day.isoformat(),
            *person,
            model,
            line.pictures,
            usage_words.exact_dollars(line.microusd),
            usage_words.exact_dollars(line.lost.microusd),
            usage_words.exact_dollars(line.by_server.microusd),
        )
        table.writerow([_cell(one) for one in cells])
    # With the mark at its start, without which Excel takes it for another encoding.
    return build_file(text.getvalue().encode("utf-8-sig"), _TABLE_NAME)


def _cell(value: object) -> str:
    """Write a cell that no spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection."""
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


async def _draw(server: ServerUsage, names: Sequence[str], offload: Offload) -> discord.File:
    # Where nothing has a price, as in the demo, the pictures themselves are what there is to see.
    unit = Unit.MICROUSD if server.total.microusd else Unit.PICTURES
    chart = Chart(
        title=usage_words.chart_title(unit),
        subtitle=usage_words.chart_subtitle(server),
        unit=unit,
        days=tuple(
            Bar(usage_words.day_label(day.date), Spent(day.microusd, day.pictures).of(unit)) for day in server.days
        ),
        people_title=usage_words.top_askers(),
        people=tuple(
            NamedBar(name, spent.of(unit), usage_words.amount(spent))
            for name, spent in zip(
                names, (Spent(asker.microusd, asker.pictures) for asker in server.askers), strict=True
            )
        ),
    )
    drawn = await offload.run_in_thread(draw_chart, chart)
    alt_text = usage_words.chart_alt_text(server, drawn.names, unit=unit)
    return build_file(drawn.data, _FILENAME, description=alt_text)


async def _names(guild: discord.Guild | None, server: ServerUsage) -> list[str]:
    """Fetch the names of the top askers; the name of one whom Discord does not tell is empty."""
    return await asyncio.gather(*(_name(guild, asker.user_id) for asker in server.askers))


async def _name(guild: discord.Guild | None, user_id: int) -> str:
    if guild is None:
        return ""
    try:
        member = guild.get_member(user_id) or await guild.fetch_member(user_id)
    except FAILURES as error:
        return usage_words.someone_who_left() if code_of(error) in {_UNKNOWN_MEMBER, _UNKNOWN_USER} else ""
    return plain(member.display_name)
