"""Results and their buttons, as people meet them."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import discord
import simcord
from simcord.results import InteractionResult, ResponseMessage

from bot.chat.platform.components import view_of
from bot.domain.job import Job
from bot.store.server.settings import Servers
from tests.integration.conftest import World, told

Message = ResponseMessage | discord.Message


def labels(message: ResponseMessage) -> list[str]:
    return [one["label"] for row in message.components for one in row["components"] if "label" in one]


def button_labels(message: discord.Message) -> list[str | None]:
    return [
        one.label
        for row in message.components
        if isinstance(row, discord.ActionRow)
        for one in row.children
        if isinstance(one, discord.Button)
    ]


def choices(message: ResponseMessage) -> list[dict[str, Any]]:
    """List what the select of a message offers, nothing where it has none."""
    return [option for row in message.components for one in row["components"] for option in one.get("options", ())]


async def drawn(world: World, prompt: str = "a fox", **options: Any) -> ResponseMessage:
    """Draw a picture for ada."""
    answer = (await world.imagine(prompt, **options)).response
    assert answer is not None
    return answer


async def press(
    world: World, message: Message, label: str, *, by: simcord.MemberActor | None = None
) -> ResponseMessage:
    """Press a button, as bruno where nobody is named, and give the answer when everything has ended.

    Where Again asks how large, it is to be the same size.
    """
    result = await (by or world.bruno).click(message, label=label)
    await world.all_ended()
    answer = told(result)
    if label == "Again" and "Same size" in labels(answer):
        return await press(world, answer, "Same size", by=by)
    return answer


async def choose(
    world: World, message: Message, value: str, *, by: simcord.MemberActor | None = None
) -> InteractionResult:
    """Choose in a select, as bruno where nobody is named, and wait until everything has ended."""
    result = await (by or world.bruno).select(message, [value])
    await world.all_ended()
    return result


async def set_rules(world: World, **settings: Any) -> None:
    """Change what the server wants."""
    await Servers(world.database).change(world.guild.id, lambda old: replace(old, **settings), now=datetime.now(UTC))


async def newest(world: World, person: simcord.MemberActor) -> Job:
    return (await world.jobs.history(person.id, limit=1))[0]


async def requests(world: World, person: simcord.MemberActor) -> int:
    return len(await world.jobs.history(person.id, limit=50))


async def posted_again(world: World, *, place: simcord.ChannelHandle | None = None) -> discord.Message:
    """Have ada post the pictures of her newest request with /history."""
    page = (await world.ada.slash(place or world.channel, "history")).response
    assert page is not None
    shown = (await world.ada.click(page, label="Show")).response
    assert shown is not None
    await world.ada.click(shown, label="Post here")
    message = (place or world.channel).last_message
    assert message is not None
    return message


async def forged(world: World, item: discord.ui.Item[Any]) -> discord.Message:
    """Send a button or a select where everybody can use it: Discord gives such an id to its asker alone."""
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    return await channel.send(view=view_of(item))


def sentence(result: InteractionResult) -> str:
    """Read what a person is told alone, with no picture."""
    told = result.followups[0] if result.followups else result.response
    assert told is not None
    assert told.ephemeral
    assert told.attachments == []
    assert told.embeds == []
    return told.content
