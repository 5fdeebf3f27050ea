"""/imagine, as people use it."""

import discord
import pytest

from tests.integration.conftest import Start, World
from tests.integration.pictures import opened


async def test_a_picture_is_posted_with_its_line_its_name_and_its_alt_text(world: World) -> None:
    result = await world.imagine("a fox in snow", size="1024x1536", quality="medium")
    message = result.response
    assert message is not None
    assert "a fox in snow" in message.content
    assert world.ada.mention in message.content
    for part in ("gpt-image-2", "medium", "1024x1536", "no AI"):
        assert part in message.content
    [attachment] = message.attachments
    assert attachment.filename == f"easel-{result._interaction.id}-1.png"
    assert attachment.description == "a fox in snow"
    assert opened(await attachment.read()).size == (1024, 1536)


async def test_the_command_is_acknowledged_before_anything_else(world: World) -> None:
    await world.imagine()
    [acknowledgement] = world.payloads("/interactions/*/callback")
    assert acknowledgement["type"] == 5


async def test_four_pictures_come_in_one_answer(world: World) -> None:
    result = await world.imagine(n=4)
    assert result.response is not None
    attachments = result.response.attachments
    assert [one.filename for one in attachments] == [f"easel-{result._interaction.id}-{n}.png" for n in range(1, 5)]
    assert [one.description for one in attachments] == [f"Picture {n} of 4: a fox in snow" for n in range(1, 5)]
    assert len({await one.read() for one in attachments}) == 4


async def test_the_same_seed_gives_the_same_picture(world: World) -> None:
    pictures = []
    for seed in (1, 1, 2):
        result = await world.imagine(seed=seed)
        assert result.response is not None
        assert "no effect" not in result.response.content
        pictures.append(await result.response.attachments[0].read())
    assert pictures[0] == pictures[1] != pictures[2]


async def test_a_seed_without_effect_is_told(start: Start) -> None:
    world = await start(images_omit_fields="seed")
    result = await world.imagine(seed=1)
    assert result.response is not None
    assert "`seed` had no effect" in result.response.content


@pytest.mark.parametrize(
    ("chosen", "kind", "ending"), [("png", "PNG", "png"), ("webp", "WEBP", "webp"), ("jpeg", "JPEG", "jpg")]
)
async def test_the_format_is_the_one_that_was_asked_for(world: World, chosen: str, kind: str, ending: str) -> None:
    result = await world.imagine(format=chosen)
    assert result.response is not None
    [attachment] = result.response.attachments
    assert attachment.filename.endswith(f".{ending}")
    assert opened(await attachment.read()).format == kind


async def test_a_transparent_background_is_transparent(world: World) -> None:
    result = await world.imagine(background="transparent")
    assert result.response is not None
    picture = opened(await result.response.attachments[0].read())
    assert picture.mode == "RGBA"
    lowest, highest = picture.getchannel("A").getextrema()
    assert (lowest, highest) == (0, 255)


async def test_a_private_answer_is_for_the_asker_alone(world: World) -> None:
    result = await world.imagine(private=True)
    assert result.ephemeral
    assert result.response is not None
    assert result.response.ephemeral
    assert len(result.response.attachments) == 1


async def test_a_failure_of_a_private_request_is_private_too(world: World) -> None:
    result = await world.imagine("demo:refuse", private=True)
    assert result.response is not None
    assert result.response.ephemeral


async def test_a_spoiler_covers_the_picture(world: World) -> None:
    result = await world.imagine(spoiler=True)
    assert result.response is not None
    [attachment] = result.response.attachments
    assert attachment.is_spoiler()


async def test_a_hostile_prompt_pings_nobody_and_formats_nothing(world: World) -> None:
    result = await world.imagine("@everyone **look** [here](https://evil.example) <@1>")
    assert result.response is not None
    message = result.response.message
    assert not message.mention_everyone
    assert "\\@everyone \\*\\*look\\*\\*" in message.content
    [edit] = world.payloads("*/messages/@original")
    assert edit["allowed_mentions"] == {"parse": []}


async def test_it_works_in_a_thread(world: World) -> None:
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.create_thread(name="foxes", type=discord.ChannelType.public_thread)
    result = await world.ask(world.ada, "imagine", place=world.channel.threads[0], prompt="a fox")
    assert result.response is not None
    assert len(result.response.attachments) == 1


async def test_it_works_in_a_direct_message(world: World) -> None:
    result = await world.ada.user.slash("imagine", prompt="a fox")
    await world.all_ended()
    assert result.response is not None
    assert len(result.response.attachments) == 1


async def test_the_next_person_is_served_as_well(world: World) -> None:
    await world.imagine("a fox")
    second = await world.ask(world.bruno, "imagine", prompt="a hare")
    assert second.response is not None
    assert world.bruno.mention in second.response.content


async def test_the_models_are_offered_as_one_types(world: World) -> None:
    offered = await world.ada.autocomplete(world.channel, "imagine", "model", "1", prompt="x")
    names = [one["value"] for one in offered]
    assert "gpt-image-1" in names
    assert "gpt-image-2" not in names
    everything = await world.ada.autocomplete(world.channel, "imagine", "model", "", prompt="x")
    assert everything[0]["value"] == "gpt-image-2.5-flare"


async def test_the_defaults_are_the_settings(start: Start) -> None:
    world = await start(default_quality="high", default_n=2, default_format="webp", images_model="gpt-image-1")
    result = await world.imagine()
    assert result.response is not None
    assert len(result.response.attachments) == 2
    assert "high" in result.response.content
    assert "gpt-image-1 " in result.response.content
    assert result.response.attachments[0].filename.endswith(".webp")


async def test_the_count_that_discord_offers_is_the_setting(start: Start) -> None:
    world = await start(max_n=3)
    options = {
        (command["name"], option["name"]): option
        for command in world.env.backend.visible_commands(user_id=world.ada.id, channel_id=world.channel.id)
        for option in command["options"]
    }
    assert options["imagine", "n"]["max_value"] == 3
    assert options["edit", "n"]["max_value"] == 3
