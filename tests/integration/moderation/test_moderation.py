"""/mute, /unmute, /muted and /audit, and what a muted person is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.store.moderation.audit import Audit, AuditAction, Entry
from bot.words.mentions import command
from tests.integration.moderation.courts import Court
from tests.integration.results.results import press, sentence

if TYPE_CHECKING:
    import simcord
    from simcord.results import InteractionResult

    from tests.integration.conftest import World

COMMANDS = ("mute", "unmute", "muted", "reports", "audit")


@pytest.fixture
async def court(world: World) -> Court:
    return await Court.begin(world)


async def use(court: Court, command: str, *, by: simcord.MemberActor | None = None, **options: Any) -> str:
    return sentence(await (by or court.mira).slash(court.world.channel, command, **options))


async def test_a_moderator_mutes_lists_and_lifts_it(court: Court) -> None:
    bruno = court.world.bruno
    assert await use(court, "muted") == "Nobody is muted here."
    assert (await use(court, "mute", person=bruno, time="day")).startswith(f"{bruno.mention} is muted in Easel until")
    listed = await use(court, "muted")
    assert listed.startswith(f"- {bruno.mention} until <t:")
    assert listed.endswith(f"by {court.mira.mention}")
    assert await use(court, "mute", person=bruno, time="ever", by=court.milo) == (
        f"{bruno.mention} is muted in Easel permanently. {command('unmute')} ends the mute."
    )
    assert await use(court, "muted") == f"- {bruno.mention} permanently, by {court.milo.mention}"
    assert await use(court, "unmute", person=bruno) == f"{bruno.mention} can use Easel again."
    assert await use(court, "unmute", person=bruno) == f"{bruno.mention} isn't muted."
    assert await use(court, "muted") == "Nobody is muted here."
    lines = (await use(court, "audit")).splitlines()
    assert len(lines) == 3
    assert f"{court.mira.mention} unmuted {bruno.mention}" in lines[0]
    assert f"{court.milo.mention} muted {bruno.mention} permanently" in lines[1]
    assert f"{court.mira.mention} muted {bruno.mention} until <t:" in lines[2]


async def _heart(court: Court) -> InteractionResult:
    return await court.world.bruno.click(court.picture, label="♥ 0")


async def _remix(court: Court) -> InteractionResult:
    return await court.world.bruno.click(court.picture, label="Remix")


async def _report(court: Court) -> InteractionResult:
    return await court.world.bruno.click(court.picture, label="Report")


async def _share(court: Court) -> InteractionResult:
    return await court.world.bruno.click(court.answer, label="Share")


@pytest.mark.parametrize("what", [_heart, _remix, _report, _share])
async def test_a_muted_person_is_refused_until_it_is_lifted(court: Court, what: Any) -> None:
    world = court.world
    answer = (await world.ask(world.bruno, "imagine", prompt="mine")).response
    assert answer is not None
    court.answer = answer
    await use(court, "mute", person=world.bruno, time="hour")
    told = sentence(await what(court))
    assert told.startswith("The moderators of this server have muted you in Easel until <t:")
    await use(court, "unmute", person=world.bruno)
    result = await what(court)
    assert result.modal is not None or what is _heart
    assert not result.followups


async def test_a_form_that_was_open_before_the_mute_shares_and_reports_nothing(court: Court) -> None:
    world = court.world
    answer = (await world.ask(world.bruno, "imagine", prompt="mine")).response
    assert answer is not None
    share_form = await world.bruno.click(answer, label="Share")
    report_form = await world.bruno.click(court.picture, label="Report")
    await use(court, "mute", person=world.bruno, time="hour")
    pictures = len(court.gallery.history())
    told = [
        sentence(await world.bruno.submit_modal(share_form, {"prompt": ["show"]})),
        sentence(await world.bruno.submit_modal(report_form, {"reason": ["other"]})),
    ]
    assert all("have muted you" in one for one in told)
    assert len(court.gallery.history()) == pictures
    assert court.bench.history() == []


async def test_others_and_looking_are_as_before(court: Court) -> None:
    world = court.world
    await use(court, "mute", person=world.bruno, time="hour")
    assert (await press(world, court.picture, "Info")).embeds
    result = await court.mira.click(court.picture, label="♥ 0")
    assert not result.followups


async def test_the_log_has_pages_and_other_servers_have_their_own(court: Court) -> None:
    world = court.world
    for number in range(1, 13):
        await Audit(world.database).record(
            Entry(
                id=number,
                guild_id=world.guild.id if number > 1 else 1,
                moderator_id=number,
                act=AuditAction.HIDDEN,
                user_id=5,
                created_at=datetime.now(UTC),
            )
        )
    page = (await court.mira.slash(world.channel, "audit")).response
    assert page is not None
    assert [line.split("<@")[1].split(">")[0] for line in page.content.splitlines()] == [
        str(number) for number in range(12, 2, -1)
    ]
    turned = (await court.mira.click(page, label="Older")).response
    assert turned is not None
    assert len(turned.content.splitlines()) == 1
    assert "<@2>" in turned.content


@pytest.mark.parametrize("command", COMMANDS)
async def test_who_may_use_a_command_by_the_servers_wish_alone_is_no_moderator(court: Court, command: str) -> None:
    world = court.world
    [found] = [one for one in await world.bot.tree.fetch_commands() if one.name == command]
    world.guild.set_command_permissions(found, {world.bruno: True})
    options: dict[str, Any] = {"person": world.ada} if "mute" in command and command != "muted" else {}
    if command == "mute":
        options["time"] = "hour"
    told = await use(court, command, by=world.bruno, **options)
    assert told.startswith("Only ")
    assert await use(court, "muted") == "Nobody is muted here."


@pytest.mark.parametrize("command", COMMANDS)
async def test_members_are_not_offered_what_moderators_do(court: Court, command: str) -> None:
    world = court.world
    assert command in court.mira.available_commands(world.channel)
    assert command not in world.bruno.available_commands(world.channel)
