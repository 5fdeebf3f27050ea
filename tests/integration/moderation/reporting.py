"""Reported pictures: members who report them, and moderators who decide."""

from dataclasses import replace
from datetime import UTC, datetime

import discord
import simcord

from bot.domain.reports import Reason
from bot.store.moderation.audit import Audit, AuditAction
from bot.store.server.settings import Servers
from tests.integration.conftest import World
from tests.integration.gallery.galleries import member_with
from tests.integration.results.results import sentence


async def with_reports(world: World, *, forum: bool = False) -> simcord.ChannelHandle:
    """Give the server a channel for its moderators."""
    make = world.guild.create_forum_channel if forum else world.guild.create_text_channel
    channel = make("moderators")
    await Servers(world.database).change(
        world.guild.id, lambda old: replace(old, reports_channel_id=channel.id), now=datetime.now(UTC)
    )
    return channel


def moderator(world: World, name: str = "mira") -> simcord.MemberActor:
    return member_with(world, name, manage_messages=True)


def people(world: World, number: int) -> list[simcord.MemberActor]:
    """Add some more members to the server."""
    return [world.guild.add_member(world.env.create_user(f"member{one}")) for one in range(1, number + 1)]


async def report(
    world: World,
    message: discord.Message,
    *,
    by: simcord.MemberActor | None = None,
    reason: Reason = Reason.HATEFUL,
    words: str = "",
) -> str:
    """Press Report under a shared picture and send the form, as bruno where nobody is named; gives what is said."""
    person = by or world.bruno
    shown = await person.click(message, label="Report")
    assert shown.modal is not None, shown.response and shown.response.content
    result = await person.submit_modal(shown, {"reason": [reason], "words": words})
    await world.env.settle()
    return sentence(result)


async def audit_actions(world: World) -> list[tuple[AuditAction, int | None, int | None]]:
    """List what is on record of the server's moderators, oldest first: what, by whom, and to whom."""
    entries = await Audit(world.database).page(world.guild.id, limit=50)
    return [(one.act, one.moderator_id, one.user_id) for one in reversed(entries)]
