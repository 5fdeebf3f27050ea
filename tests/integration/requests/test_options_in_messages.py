"""Options of a message: all that make sense there work, and what is not understood is told and costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.options import Background, InputFidelity, OutputFormat, Quality
from tests.integration.pictures import photo_png
from tests.integration.requests.test_reply import answer, drawn, job_of, mention, refused, say, whisper

if TYPE_CHECKING:
    from tests.integration.conftest import Start, World


async def is_free(world: World, asked: int) -> None:
    """Check that nothing was recorded, and so nothing reserved or paid."""
    assert await world.jobs.find(asked) is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("a fox --qualty high", "Did you mean **a fox --quality high**"),
        ("a fox --quality=hgih", "Did you mean **a fox --quality high**"),
        ("a fox --ar 16:9", "Did you mean **a fox --size landscape**"),
        ("a fox --n 20", "Did you mean **a fox --n 8** (a number from 1 to 8)?"),
        ("a fox \u2014ar 16:9 \u2014qualty high", "Did you mean **a fox --size landscape --quality high**"),
        ("--quality high a fox", "Did you mean **a fox --quality high**"),
        ("a --n 2 fox in *snow*", r"Did you mean **a fox in \*snow\* --n 2**"),
        ("a fox --private", "with `private`"),
        ("a fox --colour red", "My options are `--quality`"),
        ("a fox --quality", "Choose auto, low"),
        ("a fox --model", "Add `--model` and its value at the end"),
        ("a fox --size enormous", "or pixels such as 1024x1536"),
    ],
)
async def test_what_is_not_understood_is_told_free_with_what_was_meant(world: World, words: str, told: str) -> None:
    n_limit = world.app.core.rules.n_limit
    asked = await mention(world, words)
    await refused(world, asked, told.replace("--n 8", f"--n {n_limit}").replace("to 8", f"to {n_limit}"))
    await is_free(world, asked.id)


async def test_a_reply_is_told_the_same_and_keeps_its_number(world: World) -> None:
    before = await drawn(world, n=2)
    asked = await mention(world, "2: make it night --qualty high", reply_to=before)
    await refused(world, asked, r"**2\: make it night --quality high**", "Nothing was spent")
    await is_free(world, asked.id)


async def test_a_mistake_in_a_direct_message_is_told_there(world: World) -> None:
    asked = await whisper(world, "make it night --privat", files=[("a.png", photo_png())])
    assert "only works with commands" in answer(world, asked, place=world.ada.user.dm_channel).content
    await is_free(world, asked.id)


@pytest.mark.parametrize("words", ["a well--known castle", "cat -- dog", 'a sign that says "--quality high" in red'])
async def test_words_that_merely_contain_dashes_are_drawn(world: World, words: str) -> None:
    assert (await job_of(world, await mention(world, words))).prompt == words


async def test_every_option_that_makes_sense_works_in_a_reply(world: World) -> None:
    before = await drawn(world)
    words = "make it night --model gpt-image-1 --fidelity high --quality medium --size portrait --background auto"
    asked = await mention(world, f"{words} --format webp --seed 5 --n 2 --spoiler", reply_to=before)
    options = (await job_of(world, asked)).options
    assert (options.model, options.input_fidelity) == ("gpt-image-1", InputFidelity.HIGH)
    assert (options.quality, options.size, options.background) == (Quality.MEDIUM, "1024x1536", Background.AUTO)
    assert (options.output_format, options.seed, options.n) == (OutputFormat.WEBP, 5, 2)
    assert [one.is_spoiler() for one in answer(world, asked).attachments] == [True, True]
    transparent = await mention(world, "make it night --transparent", reply_to=before)
    assert (await job_of(world, transparent)).options.background is Background.TRANSPARENT


# Help.


@pytest.mark.parametrize("words", ["help", "Help!", "?", "--help"])
async def test_who_asks_for_help_gets_it_in_a_reply_that_is_fit_for_everybody(world: World, words: str) -> None:
    managers = world.guild.create_role("managers", permissions=world.moderator_permissions)
    mira = world.guild.add_member(world.env.create_user("mira"), roles=[managers])
    asked = await mention(world, words, by=mira)
    told = answer(world, asked)
    assert "Make a picture" in told.content
    assert "--size portrait" in told.content
    assert "moderator" not in told.content
    assert told.attachments == []
    await is_free(world, asked.id)


async def test_help_under_a_picture_is_no_edit_of_it(world: World) -> None:
    before = await drawn(world)
    asked = await mention(world, "help", reply_to=before)
    assert "Make a picture" in answer(world, asked).content
    await is_free(world, asked.id)


async def test_help_in_a_direct_message_needs_no_name(world: World) -> None:
    asked = await whisper(world, "help")
    assert "Make a picture" in answer(world, asked, place=world.ada.user.dm_channel).content


async def test_a_plain_word_of_help_in_a_channel_is_nobodys_business(start: Start) -> None:
    world = await start(message_content=True)
    before = len(world.channel.history())
    await say(world, "help")
    assert len(world.channel.history()) == before + 1
