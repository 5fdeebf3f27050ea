"""Servers where pictures are reported, and moderators who decide."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord
import simcord

from bot.domain.gallery import ShareState
from bot.domain.reports import Verdict
from bot.store.gallery.shares import Shares
from bot.store.server.settings import Servers
from tests.integration.conftest import World
from tests.integration.gallery.galleries import member_with, newest_copy, share, share_of, with_gallery
from tests.integration.results.results import drawn, sentence

if TYPE_CHECKING:
    from simcord.results import ResponseMessage


class ModeratedServer:
    """A server with a gallery and a channel for reports, a picture of ada's that is shared, and moderators."""

    def __init__(self, world: World, *, gallery: simcord.ChannelHandle, reports_channel: simcord.ChannelHandle) -> None:
        self.world = world
        self.gallery = gallery
        self.reports_channel = reports_channel
        self.mira = member_with(world, "mira", manage_messages=True)
        self.milo = member_with(world, "milo", manage_messages=True)
        self.answer: ResponseMessage
        self.picture: discord.Message
        self.share_id = 0

    @classmethod
    async def begin(cls, world: World, *, forum: bool = False) -> "ModeratedServer":
        """Open the gallery and the channel for reports, and have ada share a picture."""
        moderated = cls(
            world,
            gallery=await with_gallery(world, forum=forum),
            reports_channel=world.guild.create_text_channel("reports"),
        )
        await moderated.set_reports_channel(moderated.reports_channel.id)
        await moderated.share_another("a fox in snow")
        return moderated

    async def share_another(self, prompt: str, *, hide: bool = False) -> None:
        """Have ada share another picture."""
        self.answer = await drawn(self.world, prompt)
        await share(self.world, self.answer, hide=hide)
        self.picture = newest_copy(self.gallery)
        self.share_id = (await share_of(self.world)).id

    async def set_reports_channel(self, channel_id: int | None) -> None:
        await Servers(self.world.database).change(
            self.world.guild.id,
            lambda settings: replace(settings, reports_channel_id=channel_id),
            now=datetime.now(UTC),
        )

    def member(self, name: str) -> simcord.MemberActor:
        return self.world.guild.add_member(self.world.env.create_user(name))

    async def report(self, person: simcord.MemberActor, *, reason: str = "other", words: str = "") -> str:
        """Report the picture, and give what the person is told."""
        shown = await person.click(self.picture, label="Report")
        assert shown.modal is not None, shown.response and shown.response.content
        result = await person.submit_modal(shown, {"reason": [reason], "words": words})
        await self.world.env.settle()
        return sentence(result)

    async def report_by(self, number: int) -> list[str]:
        """Have so many new people report the picture."""
        return [await self.report(self.member(f"{self.share_id}-{one}")) for one in range(number)]

    @property
    def case(self) -> discord.Message:
        """The newest message for the moderators."""
        return self.reports_channel.history()[-1]

    async def press(self, verdict: Verdict, *, by: simcord.MemberActor | None = None) -> str:
        """Press a button under the case, as mira where nobody is named, and give what the person is told."""
        result = await (by or self.mira).click(self.case, custom_id=f"case:{verdict}:{self.share_id}")
        await self.world.env.settle()
        return sentence(result)

    async def state(self) -> ShareState | None:
        share = await Shares(self.world.database).find(self.share_id)
        return None if share is None else share.state

    async def restart(self) -> None:
        self.world = await self.world.restarted()
