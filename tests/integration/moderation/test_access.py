"""Who may do what: the table is gone through, each act by its real button or command, as everybody there is."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.enums import InteractionType, OverwriteType
from simcord.interactions import base_payload
from simcord.results import InteractionResult

from bot.chat.delivery.buttons import CancelButton
from bot.chat.gallery.buttons import HeartButton, RemixButton, ReportButton, ShareInfoButton, UnshareButton
from bot.chat.moderation.buttons import CaseButton, FurtherButton, LookButton, OlderButton
from bot.chat.platform.components import view_of
from bot.chat.results.buttons import AsDrawnButton, BackSelect, DeleteButton, ExactButton, PostButton, ShareButton
from bot.domain.access import MAY, Act, Standing, may
from bot.domain.errors import NotForYou, NotYours
from bot.domain.gallery import Share, ShareState
from bot.domain.reports import Reason, Report, Verdict
from bot.domain.request import PictureRef
from bot.store.gallery.shares import Shares
from bot.words.failures import explain, unexpected
from tests.integration.gallery.galleries import member_with, with_gallery
from tests.integration.layouts import said
from tests.integration.moderation.reporting import audit_actions
from tests.integration.results.results import drawn, newest

if TYPE_CHECKING:
    import simcord

    from tests.integration.conftest import World

BUTTON, SUBCOMMAND, TEXT, USER = 2, 1, 3, 6
"""Discord's reference, "Component Types" and "Application Command Option Type"."""

PEOPLE: Mapping[str, frozenset[Standing]] = {
    "outsider": frozenset({Standing.OUTSIDER}),
    "asker elsewhere": frozenset({Standing.OUTSIDER, Standing.ASKER}),
    "member": frozenset({Standing.MEMBER}),
    "asker": frozenset({Standing.MEMBER, Standing.ASKER}),
    "moderator": frozenset({Standing.MEMBER, Standing.MODERATOR}),
    "channel moderator": frozenset({Standing.MEMBER, Standing.CHANNEL_MODERATOR}),
    "manager": frozenset({Standing.MEMBER, Standing.MANAGER}),
}
"""Everybody there is, and all that each of them is."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A person, in a place, before a picture that ada has shared and that was reported.

    Those who are no members of its server are in one where they may do everything; what is done with commands has no
    server but the one where they are used, and they are in a direct message with the bot.
    """

    world: World
    person: simcord.MemberActor
    place: simcord.ChannelHandle
    is_outside: bool
    share: Share

    async def press(self, item: discord.ui.Item[Any]) -> InteractionResult:
        """Press a button that Discord may give to others alone."""
        channel = self.world.bot.get_channel(self.place.id)
        assert isinstance(channel, discord.TextChannel)
        message = await channel.send(view=view_of(item))
        result = await self.person.click(message, custom_id=getattr(item, "custom_id", None))
        await self.world.all_ended()
        return result

    async def post_earlier(self) -> InteractionResult:
        """Choose the picture in a list of what another one came from."""
        ref = self.share.ref
        step = discord.SelectOption(label="1 step back", value=f"{ref.job_id}:{ref.place}")
        channel = self.world.bot.get_channel(self.place.id)
        assert isinstance(channel, discord.TextChannel)
        select = BackSelect(ref.job_id, steps=[step])
        result = await self.person.select(await channel.send(view=view_of(select)), [step.value])
        await self.world.env.settle()
        return result

    async def use(self, name: str, *options: dict[str, Any], **resolved: Any) -> InteractionResult:
        """Use a command, also one that Discord would not offer to this person."""
        backend = self.world.env.backend
        command = backend.find_command(name, None)
        assert command is not None
        data = {"id": command["id"], "name": name, "type": 1, "options": list(options), "resolved": resolved}
        place = self.person.user.dm_channel if self.is_outside else self.place
        interaction, payload = base_payload(
            backend,
            type=InteractionType.APPLICATION_COMMAND,
            channel_id=place.id,
            guild_id=None if self.is_outside else self.world.guild.id,
            user_id=self.person.id,
            data=data,
        )
        backend.emit("INTERACTION_CREATE", payload)
        await self.world.env.settle()
        return InteractionResult(self.world.env, interaction)

    async def state(self) -> tuple[object, ...]:
        """Read what an act could change: the picture, its case, and what is on record of moderators and mutes."""
        moderation = self.world.app.foundation.moderation.moderation
        case = await moderation.find_case(self.share.id)
        muted = await moderation.muted(self.world.guild.id, now=datetime.now(UTC))
        job = await self.world.jobs.find(self.share.ref.job_id)
        posts = await self.world.app.foundation.rules.album.posts_of(self.share.ref.job_id)
        return case, muted, await audit_actions(self.world), job, posts

    def somebody(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """Give an option that names a person, and who that is."""
        bruno = self.world.bruno
        user = {"id": str(bruno.id), "username": bruno.name, "discriminator": "0", "avatar": None}
        return {"name": "person", "type": USER, "value": str(bruno.id)}, {"users": {user["id"]: user}}


Try = Callable[[Visit], Awaitable[InteractionResult]]


async def mute(visit: Visit) -> InteractionResult:
    person, resolved = visit.somebody()
    return await visit.use("mute", person, {"name": "time", "type": TEXT, "value": "hour"}, **resolved)


async def unmute(visit: Visit) -> InteractionResult:
    person, resolved = visit.somebody()
    return await visit.use("unmute", person, **resolved)


async def end_theme(visit: Visit) -> InteractionResult:
    option = {"name": "theme", "type": TEXT, "value": "1"}
    return await visit.use("theme", {"name": "close", "type": SUBCOMMAND, "options": [option]})


TRIES: dict[str, tuple[Act, Try]] = {
    "cancel": (Act.CANCEL, lambda visit: visit.press(CancelButton(visit.share.ref.job_id))),
    "post": (Act.POST, lambda visit: visit.press(PostButton(visit.share.ref.job_id))),
    "post what a picture came from": (Act.POST_EARLIER, Visit.post_earlier),
    "share": (Act.SHARE, lambda visit: visit.press(ShareButton(visit.share.ref))),
    "share one of several": (Act.SHARE, lambda visit: visit.press(ShareButton(PictureRef(visit.share.ref.job_id, 0)))),
    "unshare": (Act.UNSHARE, lambda visit: visit.press(UnshareButton(visit.share.id))),
    "heart": (Act.HEART, lambda visit: visit.press(HeartButton(visit.share.id))),
    "remix": (Act.REMIX, lambda visit: visit.press(RemixButton(visit.share.id))),
    "info": (Act.SHARE_INFO, lambda visit: visit.press(ShareInfoButton(visit.share.id))),
    "report": (Act.REPORT, lambda visit: visit.press(ReportButton(visit.share.id))),
    **{
        f"case: {one}": (Act.DECIDE, lambda visit, one=one: visit.press(CaseButton(visit.share.id, one)))  # type: ignore[misc]
        for one in Verdict
    },
    "look at a case": (Act.DECIDE, lambda visit: visit.press(LookButton(visit.share.id, label="View 1"))),
    "/reports": (Act.DECIDE, lambda visit: visit.use("reports")),
    "show as drawn": (Act.SHOW_OTHER, lambda visit: visit.press(AsDrawnButton(visit.share.ref.job_id))),
    "show exact": (Act.SHOW_OTHER, lambda visit: visit.press(ExactButton(visit.share.ref.job_id))),
    "delete": (Act.DELETE, lambda visit: visit.press(DeleteButton(visit.share.ref.job_id))),
    "/mute": (Act.MUTE, mute),
    "/unmute": (Act.MUTE, unmute),
    "/muted": (Act.MUTE, lambda visit: visit.use("muted")),
    "/audit": (Act.AUDIT, lambda visit: visit.use("audit")),
    "/theme close": (Act.THEME, end_theme),
    "/settings": (Act.SETTINGS, lambda visit: visit.use("settings")),
}
"""Every way to an act that is refused to who may not; of /usage others are shown their own account alone."""

PAGES: dict[str, tuple[Act, Try]] = {
    "older deeds": (Act.AUDIT, lambda visit: visit.press(OlderButton(9))),
    "further cases": (Act.DECIDE, lambda visit: visit.press(FurtherButton(9))),
}
"""What turns a page of something that is a server's own: who is in another one sees that one's."""


async def arrive(world: World, who: str, ref: PictureRef) -> Visit:
    """Have a picture of ada's shared and reported, and somebody come upon it."""
    interaction_id, now = discord.utils.time_snowflake(datetime.now(UTC)), datetime.now(UTC)
    share = Share(
        id=interaction_id + ref.place,
        guild_id=world.guild.id,
        user_id=world.ada.id,
        ref=ref,
        state=ShareState.SHARED,
        shows_prompt=True,
        theme_id=None,
        hearts=0,
        created_at=now,
    )
    assert await Shares(world.database).share(share)
    report = Report(share_id=share.id, user_id=1, reason=Reason.OTHER, created_at=now)
    await world.app.foundation.moderation.moderation.report(report, interaction_id=share.id)
    standings = PEOPLE[who]
    if Standing.OUTSIDER in standings:
        elsewhere = world.env.create_guild(f"Elsewhere of {who}")
        role = elsewhere.create_role("all", permissions=discord.Permissions.all())
        user = world.ada.user if Standing.ASKER in standings else world.env.create_user("olga")
        person = elsewhere.add_member(user, roles=[role])
        return Visit(world, person, elsewhere.create_text_channel("pictures"), is_outside=True, share=share)
    if Standing.ASKER in standings:
        person = world.ada
    elif Standing.CHANNEL_MODERATOR in standings:
        person = member_with(world, "cora")
        let_moderate_here(world, person)
    elif Standing.MODERATOR in standings:
        person = member_with(world, "mira", manage_messages=True)
    elif Standing.MANAGER in standings:
        person = member_with(world, "max", manage_guild=True)
    else:
        person = world.bruno
    return Visit(world, person, world.channel, is_outside=False, share=share)


async def arrivals(world: World) -> AsyncIterator[tuple[str, Visit]]:
    """Have everybody come, each upon another picture, so that nothing of one visit is left for the next."""
    await with_gallery(world)
    await drawn(world, n=len(PEOPLE))
    job = await newest(world, world.ada)
    for place, who in enumerate(PEOPLE, start=1):
        yield who, await arrive(world, who, PictureRef(job.id, place))


def let_moderate_here(world: World, person: simcord.MemberActor) -> None:
    """Grant Manage Messages in the channel of the picture, and nowhere else."""
    granted = Overwrite(
        target_id=person.id,
        type=OverwriteType.MEMBER,
        allow=discord.Permissions(manage_messages=True).value,
        deny=0,
    )
    world.env.backend.get_channel(world.channel.id).overwrites.append(granted)


def told(result: InteractionResult) -> str | None:
    """Read what somebody is told alone, None where it is a form."""
    if result.modal is not None:
        return None
    answers = [one for one in (result.response, *result.followups) if one is not None]
    return "\n".join(said(one) for one in answers if one.ephemeral)


@pytest.mark.parametrize("what", TRIES | PAGES)
async def test_everybody_may_what_the_table_says_and_nothing_else(world: World, what: str) -> None:
    act, attempt = (TRIES | PAGES)[what]
    # Whoever may not even look at a picture is told that, before the table is asked.
    refusals = {explain(NotForYou(act=act, allowed=tuple(sorted(MAY[act])))), explain(NotYours())}
    said = {}
    async for who, visit in arrivals(world):
        before = await visit.state()
        said[who] = told(await attempt(visit))
        if said[who] in refusals:
            assert await visit.state() == before
    assert unexpected() not in said.values()
    refused = {who for who, one in said.items() if one in refusals}
    allowed = {who for who, standings in PEOPLE.items() if may(act, standings)}
    if what in PAGES:
        allowed |= {who for who, standings in PEOPLE.items() if Standing.OUTSIDER in standings}
    assert refused == PEOPLE.keys() - allowed


async def test_the_account_of_a_server_is_for_those_whom_the_table_names(world: World) -> None:
    told_to = {
        who async for who, visit in arrivals(world) if "**This server** has used" in str(told(await visit.use("usage")))
    }
    assert told_to == {who for who, standings in PEOPLE.items() if may(Act.SERVER_USAGE, standings)}


def test_every_act_is_tried() -> None:
    assert {act for act, _ in TRIES.values()} | {Act.SERVER_USAGE} == set(Act) == set(MAY)
    assert {one for standings in PEOPLE.values() for one in standings} == set(Standing)
