"""What stands in messages besides words: people, channels and emoji by their names, proxies, pictures in embeds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.words.conversation import proxied
from tests.integration.pictures import photo_png
from tests.integration.requests.test_reply import (
    answer,
    answers,
    job_of,
    mention,
    refused,
    say,
    sizes_sent,
)
from tests.integration.results.results import newest

if TYPE_CHECKING:
    import discord

    from tests.integration.conftest import Start, World


def notation(world: World) -> tuple[str, str]:
    """Write what Discord makes of mentions and emoji, and what people see of it."""
    role = world.guild.create_role("artists")
    written = (
        f"<@{world.bruno.id}> and <@!{world.bruno.id}> of <@&{role.id}> in <#{world.channel.id}> "
        "<:pepe:12> <a:dance:34> at <t:1700000000:R> after </imagine:56>"
    )
    seen = "@bruno and @bruno of @artists in #pictures :pepe: :dance: at 14 November 2023, 22:13 UTC after /imagine"
    return written, seen


async def test_a_prompt_has_the_names_that_people_see(world: World) -> None:
    written, seen = notation(world)
    asked = await mention(world, f"draw {written}")
    assert (await job_of(world, asked)).prompt == f"draw {seen}"
    assert r"\@bruno and \@bruno" in answer(world, asked).content


async def test_a_command_has_them_too(world: World) -> None:
    written, seen = notation(world)
    result = await world.imagine(f"draw {written}")
    assert result.response is not None
    assert result.response.attachments
    assert (await newest(world, world.ada)).prompt == f"draw {seen}"


async def test_an_edit_has_them_too(world: World) -> None:
    await world.edit(f"put <@{world.bruno.id}> into it", image=("a.png", photo_png()))
    assert (await newest(world, world.ada)).prompt == "put @bruno into it"


async def test_who_cannot_be_found_is_somebody(world: World) -> None:
    await world.imagine("draw <@123456789> and <#99> for <@&77>")
    assert (await newest(world, world.ada)).prompt == "draw @someone and #channel for @role"


async def test_a_channel_that_others_cannot_see_is_not_named_to_them(world: World) -> None:
    hidden = world.hidden_channel("secret-plans", seen_by=(world.ada,))
    await world.imagine(f"a map of <#{hidden.id}>")
    assert (await newest(world, world.ada)).prompt == "a map of #channel"


async def test_what_only_looks_like_notation_stays(world: World) -> None:
    prompt = "a <heart> of 3 < 5, <3 and <@everyone>"
    await world.imagine(prompt)
    assert (await newest(world, world.ada)).prompt == prompt


async def test_a_name_that_looks_like_an_option_is_none(world: World) -> None:
    odd = world.guild.add_member(world.env.create_user("--n 4"))
    asked = await mention(world, f"a portrait of <@{odd.id}>")
    assert (await job_of(world, asked)).options.n == 1


# Messages that an app posts for somebody.


async def test_a_message_of_a_webhook_is_told_why_it_gets_nothing(world: World) -> None:
    webhook = world.guild.create_webhook(world.channel)
    asked = await webhook.send(f"{world.bot_user.mention} a fox", attachments=[("a.png", photo_png())])
    await world.all_ended()
    await refused(world, asked, proxied())
    assert await world.jobs.find(asked.id) is None


async def test_a_webhook_is_told_once_in_a_while(world: World) -> None:
    webhook = world.guild.create_webhook(world.channel)
    for _ in range(3):
        await webhook.send(f"{world.bot_user.mention} a fox")
        await world.all_ended()
    assert len([one for one in world.channel.history() if one.content == proxied()]) == 1


async def test_what_a_person_was_answered_is_not_told_again_to_their_proxy(world: World) -> None:
    webhook = world.guild.create_webhook(world.channel)
    asked = await say(world, f"J: {world.bot_user.mention} a fox")
    again = await webhook.send(f"{world.bot_user.mention} a fox")
    await world.all_ended()
    assert len(answer(world, asked).attachments) == 1
    assert answers(world, again) == []


async def test_a_webhook_that_does_not_mention_the_bot_is_left_alone(start: Start) -> None:
    world = await start(message_content=True)
    webhook = world.guild.create_webhook(world.channel)
    asked = await webhook.send("a fox")
    await world.all_ended()
    assert answers(world, asked) == []


# Pictures in embeds.


async def post_embed(world: World, **embed: Any) -> discord.Message:
    """Have bruno's message show an embed."""
    stored = world.env.backend.create_message(world.channel.id, world.bruno.id, "look", embeds=[embed])
    await world.env.settle()
    return next(one for one in world.channel.history() if one.id == stored.id)


def uploaded(world: World, name: str = "a.png", *, address: str | None = None) -> str:
    """Upload a picture to Discord's CDN, and give its address."""
    address = address or f"https://cdn.discordapp.com/attachments/{world.channel.id}/12/{name}?ex=1&is=2&hm=3"
    # The CDN of this Discord has an address of its own, which is none of Discord's.
    world.env.backend.cdn._blobs[address] = photo_png(320, 240)
    return address


@pytest.mark.parametrize("kind", ["rich", "image"])
async def test_a_picture_in_an_embed_on_discords_own_cdn_is_edited(start: Start, kind: str) -> None:
    world = await start(message_content=True)
    place = "image" if kind == "rich" else "thumbnail"
    theirs = await post_embed(world, type=kind, **{place: {"url": uploaded(world)}})
    asked = await mention(world, reply_to=theirs)
    assert await sizes_sent(world, asked) == [(320, 240)]


@pytest.mark.parametrize(
    "address",
    [
        "https://media.discordapp.net/attachments/1/12/a.png?ex=1&is=2&hm=3&width=320",
        "https://cdn.discordapp.com/ephemeral-attachments/1/12/a.png",
        "https://cdn.discordapp.com/avatars/12/3ab.webp?size=1024",
        "https://cdn.discordapp.com/guilds/11/users/12/avatars/3ab.png",
        "https://cdn.discordapp.com/emojis/12.png",
    ],
)
async def test_whatever_of_discords_cdn_an_embed_shows_is_edited(start: Start, address: str) -> None:
    world = await start(message_content=True)
    theirs = await post_embed(world, type="rich", image={"url": uploaded(world, address=address)})
    asked = await mention(world, reply_to=theirs)
    assert await sizes_sent(world, asked) == [(320, 240)]


async def test_a_spoiler_in_an_embed_is_inherited(start: Start) -> None:
    world = await start(message_content=True)
    theirs = await post_embed(world, type="rich", image={"url": uploaded(world, "SPOILER_a.png")})
    asked = await mention(world, reply_to=theirs)
    assert [one.is_spoiler() for one in answer(world, asked).attachments] == [True]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/attachments/1/2/a.png",
        "http://cdn.discordapp.com/attachments/1/2/a.png",
        "https://cdn.discordapp.com/stickers/12.json",
        "https://cdn.discordapp.com/attachments/1/2/3/a.png",
        "https://images-ext-1.discordapp.net/external/a/https/example.org/a.png",
        "https://cdn.discordapp.com@example.org/attachments/1/2/a.png",
    ],
)
async def test_a_picture_in_an_embed_elsewhere_is_none(start: Start, address: str) -> None:
    world = await start(message_content=True)
    theirs = await post_embed(world, type="rich", image={"url": address})
    asked = await mention(world, reply_to=theirs)
    await refused(world, asked, "can't find a picture in that message", "Nothing was spent")
