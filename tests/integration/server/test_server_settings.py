"""/settings, as managers use it, and what others find."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.chat.platform.layouts import layout_of
from bot.chat.server.settings_layout import View, build_settings
from bot.domain.budget import Budget
from bot.domain.masked_edits import MaskedEdits
from bot.domain.options import Moderation
from bot.domain.server import INHERITED, Doing, Opening, ServerSettings
from bot.store.moderation.audit import Audit, AuditAction
from bot.store.server.settings import Servers
from bot.wiring.people import PeopleFeature
from bot.wiring.server import ServerFeature
from bot.words.settings_overview import ChannelsHere
from tests.integration.gallery.galleries import member_with
from tests.integration.layouts import labels, said
from tests.integration.pictures import mask_png, photo_png
from tests.integration.results.results import drawn, newest, press, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import simcord
    from simcord.results import InteractionResult, ResponseMessage

    from tests.integration.conftest import Start, World


def walk(components: Iterable[Any]) -> Iterator[Any]:
    """Give all parts of a message, those inside of others too."""
    for one in components:
        yield one
        yield from walk(getattr(one, "children", ()))


def began_with(opened: InteractionResult) -> dict[str, str]:
    """List the texts that a form begins with, by the ids of their fields."""
    assert opened.modal is not None
    fields = [row["component"] for row in opened.modal["components"]]
    return {one["custom_id"]: one.get("value") or "" for one in fields}


class Desk:
    """A manager with the message of /settings before them."""

    def __init__(self, world: World, person: simcord.MemberActor, message: ResponseMessage) -> None:
        self.world, self.person, self.message = world, person, message

    @classmethod
    async def of(cls, world: World, person: simcord.MemberActor | None = None) -> Desk:
        person = person or member_with(world, "mira", manage_guild=True)
        message = (await person.slash(world.channel, "settings")).response
        assert message is not None
        assert message.ephemeral
        return cls(world, person, message)

    @property
    def text(self) -> str:
        return said(self.message)

    async def choose(self, custom_id: str, *values: Any) -> InteractionResult:
        return await self.person.select(self.message, values, custom_id=f"settings:{custom_id}")

    async def open(self, section: str) -> None:
        """Open a part, from the overview or from another one."""
        if labels(self.message)[0] == "Change":
            await self.person.click(self.message, custom_id=f"settings:open:{section}")
        else:
            await self.choose("section", section)

    async def fill(self, opened: InteractionResult, **typed: str) -> None:
        """Send a form, with what it began with where nothing else is typed."""
        await self.person.submit_modal(opened, {**began_with(opened), **typed})

    def field(self, title: str) -> str:
        """Read what stands under the title of a part."""
        _, text = self.text.split(f"**{title}**\n")
        return re.split(r"\n\*\*[^*]+\*\*\n", text)[0]

    async def settings(self) -> ServerSettings:
        return await Servers(self.world.database).load(self.world.guild.id)


async def test_all_of_it_is_visible_and_what_is_inherited_says_so(world: World) -> None:
    desk = await Desk.of(world)
    assert re.findall(r"^\*\*([^*]+)\*\*$", desk.text, re.MULTILINE) == [
        "Channels & gallery",
        "Who & where",
        "Models & options",
        "Defaults",
        "Spending & limits",
        "Moderation",
        "Privacy",
    ]
    assert labels(desk.message) == ["Change"] * 7
    assert "**Gallery**: *bot's default: none" in desk.field("Channels & gallery")
    assert "**Making pictures**: *bot's default: everyone, everywhere*" in desk.field("Who & where")
    assert "*bot's default: all: gpt-image-2" in desk.field("Models & options")
    assert "**Quality**: *bot's default: low*" in desk.field("Defaults")
    assert "**Unfinished requests per member**: *bot's default: at most 5*" in desk.field("Spending & limits")
    assert "**Blocked words and phrases**: *bot's default: none*" in desk.field("Moderation")


async def test_nobody_but_a_manager_gets_it(world: World) -> None:
    mia = member_with(world, "mia", manage_messages=True)
    for person in (mia, world.ada):
        with pytest.raises(Exception, match="settings"):
            await person.slash(world.channel, "settings")
    command = world.bot.tree.get_command("settings")
    assert command is not None
    assert command.guild_only
    assert command.default_permissions == discord.Permissions(manage_guild=True)


@pytest.mark.parametrize("permissions", [{"manage_messages": True}, {}])
async def test_its_controls_in_other_hands_change_nothing(world: World, permissions: dict[str, bool]) -> None:
    other = member_with(world, "mia", **permissions)
    state = await world.app.feature(ServerFeature).settings_admin.load(world.guild.id)
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    for section in ("models", "channels", "who", "defaults", "friendly", "budgets", "privacy"):
        parts = build_settings(state, ChannelsHere(), View(section))
        forged = await channel.send(view=layout_of(parts))
        first, control, *_ = [one for one in walk(forged.components) if hasattr(one, "custom_id")]
        assert first.custom_id == "settings:section"
        if isinstance(control, discord.Button):
            result = await other.click(forged, custom_id=control.custom_id)
        else:
            options = getattr(control, "options", [])
            chosen: list[Any] = [options[0].value] if options else [world.channel]
            if "budget" in control.custom_id:
                chosen = [world.guild.create_role("x")]
            result = await other.select(forged, chosen, custom_id=control.custom_id)
        told = result.followups[0] if result.followups else result.response
        assert told is not None
        assert "Only someone with Manage Server can do that here" in told.content
        moved = await other.select(forged, ["privacy"], custom_id="settings:section")
        assert moved.response is not None
        assert "Only someone with Manage Server" in moved.response.content
    overview = await channel.send(view=layout_of(build_settings(state, ChannelsHere(), View())))
    opened = await other.click(overview, custom_id="settings:open:privacy")
    assert opened.response is not None
    assert "Only someone with Manage Server" in opened.response.content
    assert await Servers(world.database).load(world.guild.id) == INHERITED


async def test_a_gallery_and_a_place_for_reports_are_chosen_and_what_the_bot_lacks_there_is_said(world: World) -> None:
    forum = world.guild.create_forum_channel("gallery")
    nobody = discord.PermissionOverwrite(attach_files=False)
    reports = world.guild.create_text_channel("reports", overwrites={world.bot_user: nobody})
    desk = await Desk.of(world)
    await desk.open("channels")
    await desk.choose("channel:gallery_channel_id", forum)
    await desk.choose("channel:reports_channel_id", reports)
    text = desk.field("Channels & gallery")
    assert f"**Gallery**: <#{forum.id}>\n**Reports**: <#{reports.id}>\n⚠️ I don't have Attach Files there." in text
    await desk.person.click(desk.message, label="Post pictures of the week")
    settings = await desk.settings()
    assert (settings.gallery_channel_id, settings.reports_channel_id, settings.weekly) == (forum.id, reports.id, True)
    await desk.person.click(desk.message, label="Stop pictures of the week")
    await desk.choose("channel:gallery_channel_id")
    assert (await desk.settings()).gallery_channel_id is None
    assert "**Gallery**: *bot's default" in desk.field("Channels & gallery")


async def test_what_is_open_to_whom_is_chosen_and_obeyed(world: World) -> None:
    role = world.guild.create_role("artists")
    art = world.guild.create_text_channel("art")
    desk = await Desk.of(world)
    await desk.open("who")
    await desk.choose("opening:channel_ids:imagine", art)
    await desk.choose("doing", "edit")
    await desk.choose("opening:role_ids:edit", role)
    assert (await desk.settings()).openings == {
        Doing.IMAGINE: Opening(channel_ids=(art.id,)),
        Doing.EDIT: Opening(role_ids=(role.id,)),
    }
    text = desk.field("Who & where")
    assert f"**Making pictures**: only in <#{art.id}>, for everyone" in text
    assert f"**Editing pictures**: only everywhere, for <@&{role.id}>" not in text
    assert f"**Editing pictures**: everywhere, only for <@&{role.id}>" in text
    refused = (await world.imagine()).response
    assert refused is not None
    assert f"only in <#{art.id}>" in refused.content
    await desk.choose("opening:role_ids:edit")
    await desk.choose("doing", "imagine")
    await desk.choose("opening:channel_ids:imagine")
    assert await desk.settings() == ServerSettings()
    assert len((await drawn(world)).attachments) == 1


async def test_lists_and_defaults_are_chosen_and_obeyed_at_once_after_a_restart_too(world: World) -> None:
    made = await drawn(world, quality="high")
    desk = await Desk.of(world)
    await desk.open("models")
    await desk.choose("pick:qualities", "low", "medium")
    world = await world.restarted()
    await desk.fill(await desk.person.click(desk.message, label="Pictures per request"), n_limit="2")
    await desk.open("defaults")
    await desk.choose("pick:default_quality", "medium")
    await desk.fill(await desk.person.click(desk.message, label="Pictures per request"), default_n="2")
    assert "**Quality**: medium\n" in desk.field("Defaults")
    await desk.open("all")
    assert "**Qualities**: low, medium\n" in desk.field("Models & options")
    await desk.open("defaults")
    await world.imagine()
    options = (await newest(world, world.ada)).options
    assert (options.quality, options.n) == ("medium", 2)
    assert "This server doesn't allow `quality` high" in (await press(world, made, "Again", by=world.ada)).content
    await desk.choose("pick:default_quality")
    assert "**Quality**: *bot's default: low*" in desk.field("Defaults")


async def test_a_default_outside_the_lists_is_said_and_stops_nobody(world: World) -> None:
    desk = await Desk.of(world)
    await desk.open("defaults")
    await desk.choose("pick:default_quality", "high")
    await desk.open("models")
    await desk.choose("pick:qualities", "low")
    await desk.open("defaults")
    assert "The default quality high has no effect: it isn't allowed here" in desk.field("Defaults")
    await world.imagine()
    assert (await newest(world, world.ada)).options.quality == "low"


async def test_a_model_that_is_switched_off_since_is_said(world: World) -> None:
    gone = ServerSettings(models=("gpt-image-0",))
    await Servers(world.database).change(world.guild.id, lambda _: gone, now=datetime.now(UTC))
    desk = await Desk.of(world)
    assert "The model gpt-image-0 has no effect: the bot doesn't have it" in desk.field("Models & options")
    await desk.open("models")
    assert len((await drawn(world)).attachments) == 1


async def test_streaming_is_switched_off_and_back(world: World) -> None:
    desk = await Desk.of(world)
    await desk.open("models")
    await desk.person.click(desk.message, label="Don't show pictures while they're drawn")
    assert "**Shown while they're drawn**: off" in desk.field("Models & options")
    await world.imagine()
    assert (await newest(world, world.ada)).options.sketches is False
    await desk.person.click(desk.message, label="Show pictures while they're drawn")
    assert (await desk.settings()).streaming is None


async def test_a_server_has_its_masked_edits_as_drawn_and_as_the_bot_has_them_again(world: World) -> None:
    desk = await Desk.of(world)
    await desk.open("models")
    assert "**Edits with a mask**: *bot's default: exact (only what's marked changes)*" in desk.field(
        "Models & options"
    )
    edit: dict[str, Any] = {"image": ("photo.png", photo_png()), "mask": ("mask.png", mask_png())}
    for label, mode, has_two in (
        ("Edits with a mask: post what the model draws", MaskedEdits.AS_DRAWN, False),
        ("Edits with a mask: change only what's marked", None, True),
    ):
        await desk.person.click(desk.message, label=label)
        assert (await desk.settings()).masked_edits is mode
        await world.edit(**edit)
        assert (await newest(world, world.ada)).has_two_renditions is has_two
        assert ("*bot's default: exact" in masked_edits_line(desk)) is (mode is None)


async def test_a_server_keeps_the_rest_where_the_bot_does_not_and_goes_back_to_it(start: Start) -> None:
    desk = await Desk.of(await start(masked_edits=MaskedEdits.AS_DRAWN))
    await desk.open("models")
    await desk.person.click(desk.message, label="Edits with a mask: change only what's marked")
    assert (await desk.settings()).masked_edits is MaskedEdits.EXACT
    assert "inherited" not in masked_edits_line(desk)
    await desk.person.click(desk.message, label="Edits with a mask: post what the model draws")
    assert (await desk.settings()).masked_edits is None


def masked_edits_line(desk: Desk) -> str:
    [line] = [one for one in desk.field("Models & options").splitlines() if one.startswith("**Edits with a mask**")]
    return line


async def test_budgets_are_typed_shown_again_and_obeyed(world: World) -> None:
    role = world.guild.create_role("patrons")
    desk = await Desk.of(world)
    await desk.open("budgets")
    opened = await desk.person.click(desk.message, label="Spending limit per member")
    await desk.fill(opened, **{"pictures/day": "1", "microusd/month": "$2.50"})
    opened = await desk.choose("role-budget", role)
    await desk.fill(opened, **{"pictures/day": "4"})
    assert (await desk.settings()).budgets == (
        Budget.from_text("user/day=1 pictures"),
        Budget.from_text("user/month=$2.50"),
        Budget.from_text(f"role:{role.id}/day=4 pictures"),
    )
    text = desk.field("Spending & limits")
    assert "Each member: 1 picture a day, $2.50 a month" in text
    assert f"Each member with <@&{role.id}>: 4 pictures a day" in text
    again = await desk.person.click(desk.message, label="Spending limit per member")
    assert list(began_with(again).values()) == ["1", "", "", "2.5"]
    await drawn(world)
    assert "today's limit in this server" in sentence(await world.imagine())
    await desk.fill(again, **{"pictures/day": "", "microusd/month": ""})
    assert (await desk.settings()).budgets == (Budget.from_text(f"role:{role.id}/day=4 pictures"),)


async def test_what_is_typed_wrong_is_told_and_there_to_be_corrected(world: World) -> None:
    desk = await Desk.of(world)
    await desk.open("budgets")
    opened = await desk.person.click(desk.message, label="Spending limit of the server")
    await desk.fill(opened, **{"pictures/day": "20", "microusd/day": "a lot"})
    assert "**Dollars a day**: “a lot” isn't an amount such as 2.50" in desk.text
    assert (await desk.settings()).budgets == ()
    again = await desk.person.click(desk.message, label="Correct it")
    assert list(began_with(again).values()) == ["20", "", "a lot", ""]
    await desk.fill(again, **{"microusd/day": "3"})
    assert (await desk.settings()).budgets == (
        Budget.from_text("server/day=20 pictures"),
        Budget.from_text("server/day=$3"),
    )
    assert "isn't" not in desk.text
    opened = await desk.person.click(desk.message, label="Unfinished requests")
    await desk.fill(opened, jobs_per_user="0", jobs_per_server="7")
    assert "“0” isn't a number from 1 to 100,000" in desk.text
    again = await desk.person.click(desk.message, label="Correct it")
    await desk.fill(again, jobs_per_user="1")
    settings = await desk.settings()
    assert (settings.jobs_per_user, settings.jobs_per_server) == (1, 7)


async def test_the_word_list_is_typed_one_a_line_and_shown_again(world: World) -> None:
    desk = await Desk.of(world)
    await desk.open("friendly")
    opened = await desk.person.click(desk.message, label="Blocked words")
    await desk.fill(opened, words="gnome\n\n  blue   fox \n***\ngnome")
    assert (await desk.settings()).words == ("gnome", "blue fox")
    assert "Not saved, because they have no letters or digits: “\\*\\*\\*”" in desk.text
    assert "**Blocked words and phrases**: 2" in desk.field("Moderation")
    assert "gnome" not in desk.field("Moderation")
    opened = await desk.person.click(desk.message, label="Blocked words")
    await desk.fill(opened, words="\n".join(("gnome", "\ufdfa" * 300, "blue fox")))
    assert (await desk.settings()).words == ("gnome", "blue fox")
    assert "Not saved, because the list is full: “\ufdfa" in desk.text
    again = await desk.person.click(desk.message, label="Blocked words")
    assert list(began_with(again).values()) == ["gnome\nblue fox"]
    refused = (await world.imagine("a GNOME")).response
    assert refused is not None
    assert "a word this server doesn't allow" in refused.content


async def test_strictness_is_chosen_and_a_channel_that_discord_does_not_mark_is_named(world: World) -> None:
    desk = await Desk.of(world)
    await desk.open("friendly")
    await desk.choose("pick:moderation", "auto")
    await desk.choose("channel:low_moderation_channel_ids", world.channel)
    assert f"Not in <#{world.channel.id}>: not marked as age-restricted" in desk.field("Moderation")
    await world.imagine()
    assert (await newest(world, world.ada)).options.moderation is Moderation.AUTO
    await desk.choose("pick:moderation")
    assert (await desk.settings()).moderation is None


async def test_uploads_of_members_are_here_too(world: World) -> None:
    desk = await Desk.of(world)
    await desk.open("privacy")
    await desk.person.click(desk.message, label="Don't allow edits of members' uploads")
    assert "others can't edit them" in desk.field("Privacy")
    rules = await world.app.feature(PeopleFeature).privacy.rules(world.ada.id, world.guild.id)
    assert rules.edits_of_uploads is False


async def test_two_managers_build_upon_each_other_and_the_audit_log_has_who_did_what(world: World) -> None:
    first = await Desk.of(world)
    second = await Desk.of(world, member_with(world, "max", manage_guild=True))
    await first.open("models")
    await second.open("models")
    await first.choose("pick:qualities", "low")
    await second.choose("pick:sizes", "1024x1024")
    settings = await first.settings()
    assert (settings.qualities, settings.sizes) == (("low",), ("1024x1024",))
    entries = await Audit(world.database).page(world.guild.id, limit=9)
    assert [(one.moderator_id, one.act, one.details) for one in entries] == [
        (second.person.id, AuditAction.SETTINGS_CHANGED, {"changed": ["sizes"]}),
        (first.person.id, AuditAction.SETTINGS_CHANGED, {"changed": ["qualities"]}),
    ]
