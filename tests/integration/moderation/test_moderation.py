"""/mute, /unmute, /muted and /audit, and what a muted person is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.store.moderation.audit import Audit, AuditAction, Entry
from bot.words.mentions import command
from tests.integration.moderation.moderated_server import ModeratedServer
from tests.integration.results.results import press, sentence

if TYPE_CHECKING:
    import simcord
    from simcord.results import InteractionResult

    from tests.integration.conftest import World

COMMANDS = ("mute", "unmute", "muted", "reports", "audit")


@pytest.fixture
async def moderated(world: World) -> ModeratedServer:
    return await ModeratedServer.begin(world)


async def use(
    moderated: ModeratedServer, command: str, *, by: simcord.MemberActor | None = None, **options: Any
) -> str:
    return sentence(await (by or moderated.mira).slash(moderated.world.channel, command, **options))


async def test_a_moderator_mutes_lists_and_lifts_it(moderated: ModeratedServer) -> None:
    bruno = moderated.world.bruno
    assert await use(moderated, "muted") == "Nobody is muted here."
    assert (await use(moderated, "mute", person=bruno, time="day")).startswith(
        f"{bruno.mention} is muted in Easel until"
    )
    listed = await use(moderated, "muted")
    assert listed.startswith(f"- {bruno.mention} until <t:")
    assert listed.endswith(f"by {moderated.mira.mention}")
    assert await use(moderated, "mute", person=bruno, time="ever", by=moderated.milo) == (
        f"{bruno.mention} is muted in Easel permanently. {command('unmute')} ends the mute."
    )
    assert await use(moderated, "muted") == f"- {bruno.mention} permanently, by {moderated.milo.mention}"
    assert await use(moderated, "unmute", person=bruno) == f"{bruno.mention} can use Easel again."
    assert await use(moderated, "unmute", person=bruno) == f"{bruno.mention} isn't muted."
    assert await use(moderated, "muted") == "Nobody is muted here."
    lines = (await use(moderated, "audit")).splitlines()
    assert len(lines) == 3
    assert f"{moderated.mira.mention} unmuted {bruno.mention}" in lines[0]
    assert f"{moderated.milo.mention} muted {bruno.mention} permanently" in lines[1]
    assert f"{moderated.mira.mention} muted {bruno.mention} until <t:" in lines[2]


async def _heart(moderated: ModeratedServer) -> InteractionResult:
    return await moderated.world.bruno.click(moderated.picture, label="♥ 0")


async def _remix(moderated: ModeratedServer) -> InteractionResult:
    return await moderated.world.bruno.click(moderated.picture, label="Remix")


async def _report(moderated: ModeratedServer) -> InteractionResult:
    return await moderated.world.bruno.click(moderated.picture, label="Report")


async def _share(moderated: ModeratedServer) -> InteractionResult:
    return await moderated.world.bruno.click(moderated.answer, label="Share")


@pytest.mark.parametrize("what", [_heart, _remix, _report, _share])
async def test_a_muted_person_is_refused_until_it_is_lifted(moderated: ModeratedServer, what: Any) -> None:
    world = moderated.world
    answer = (await world.ask(world.bruno, "imagine", prompt="mine")).response
    assert answer is not None
    moderated.answer = answer
    await use(moderated, "mute", person=world.bruno, time="hour")
    told = sentence(await what(moderated))
    assert told.startswith("The moderators of this server have muted you in Easel until <t:")
    await use(moderated, "unmute", person=world.bruno)
    result = await what(moderated)
    assert result.modal is not None or what is _heart
    assert not result.followups


async def test_a_form_that_was_open_before_the_mute_shares_and_reports_nothing(moderated: ModeratedServer) -> None:
    world = moderated.world
    answer = (await world.ask(world.bruno, "imagine", prompt="mine")).response
    assert answer is not None
    share_form = await world.bruno.click(answer, label="Share")
    report_form = await world.bruno.click(moderated.picture, label="Report")
    await use(moderated, "mute", person=world.bruno, time="hour")
    pictures = len(moderated.gallery.history())
    told = [
        sentence(await world.bruno.submit_modal(share_form, {"prompt": ["show"]})),
        sentence(await world.bruno.submit_modal(report_form, {"reason": ["other"]})),
    ]
    assert all("have muted you" in one for one in told)
    assert len(moderated.gallery.history()) == pictures
    assert moderated.reports_channel.history() == []


async def test_others_and_looking_are_as_before(moderated: ModeratedServer) -> None:
    world = moderated.world
    await use(moderated, "mute", person=world.bruno, time="hour")
    assert (await press(world, moderated.picture, "Info")).embeds
    result = await moderated.mira.click(moderated.picture, label="♥ 0")
    assert not result.followups


async def test_the_log_has_pages_and_other_servers_have_their_own(moderated: ModeratedServer) -> None:
    world = moderated.world
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
    page = (await moderated.mira.slash(world.channel, "audit")).response
    assert page is not None
    assert [line.split("<@")[1].split(">")[0] for line in page.content.splitlines()] == [
        str(number) for number in range(12, 2, -1)
    ]
    turned = (await moderated.mira.click(page, label="Older")).response
    assert turned is not None
    assert len(turned.content.splitlines()) == 1
    assert "<@2>" in turned.content


@pytest.mark.parametrize("command", COMMANDS)
async def test_who_may_use_a_command_by_the_servers_wish_alone_is_no_moderator(
    moderated: ModeratedServer, command: str
) -> None:
    world = moderated.world
    [found] = [one for one in await world.bot.tree.fetch_commands() if one.name == command]
    world.guild.set_command_permissions(found, {world.bruno: True})
    options: dict[str, Any] = {"person": world.ada} if "mute" in command and command != "muted" else {}
    if command == "mute":
        options["time"] = "hour"
    told = await use(moderated, command, by=world.bruno, **options)
    assert told.startswith("Only ")
    assert await use(moderated, "muted") == "Nobody is muted here."


@pytest.mark.parametrize("command", COMMANDS)
async def test_members_are_not_offered_what_moderators_do(moderated: ModeratedServer, command: str) -> None:
    world = moderated.world
    assert command in moderated.mira.available_commands(world.channel)
    assert command not in world.bruno.available_commands(world.channel)
