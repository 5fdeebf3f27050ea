"""Whose language an answer is in, what Discord is told of the commands, and that all of it comes from catalogues.

A language whose catalogue is not written yet shows in its numbers: `0,3 s` where English has `0.3 s`.
"""

import re
from collections.abc import Iterator
from typing import Any

import discord
import pytest
import simcord
from simcord.enums import InteractionType
from simcord.interactions import base_payload
from simcord.results import InteractionResult

from bot.chat.platform.localizations import LANGUAGES, Localizations
from bot.words.language.spoken import PSEUDO, speaking_everywhere
from tests.integration.conftest import World

GERMAN = re.compile(r"\b\d+,\d s")
ENGLISH = re.compile(r"\b\d+\.\d s")
NAME = re.compile(r"[-_'\w]{1,32}")


async def use(
    world: World,
    command: str,
    *,
    locale: str,
    person: simcord.MemberActor | None = None,
    guild_locale: str = "en-US",
    **options: Any,
) -> str:
    """Use a command in a Discord that is in some language, and give the answer when nothing is open any more."""
    person = person or world.ada
    backend = world.env.backend
    known = backend.visible_commands(user_id=person.id, channel_id=world.channel.id)
    root = next(one for one in known if one["name"] == command)
    kinds = {bool: 5, str: 3}
    given = [{"name": name, "type": kinds[type(value)], "value": value} for name, value in options.items()]
    interaction, payload = base_payload(
        backend,
        type=InteractionType.APPLICATION_COMMAND,
        channel_id=world.channel.id,
        guild_id=world.guild.id,
        user_id=person.id,
        data={"id": root["id"], "name": command, "type": 1, "options": given},
    )
    backend.emit("INTERACTION_CREATE", {**payload, "locale": locale, "guild_locale": guild_locale})
    result = InteractionResult(world.env, interaction)
    await world.env.settle()
    await world.all_ended()
    assert result.response is not None
    return result.response.content


async def test_a_private_answer_is_in_the_language_of_its_reader(world: World) -> None:
    assert GERMAN.search(await use(world, "imagine", locale="de", prompt="fox", private=True))
    assert ENGLISH.search(await use(world, "imagine", locale="en-GB", prompt="fox", private=True))
    assert ENGLISH.search(await use(world, "imagine", locale="pl", prompt="fox", private=True))


async def test_a_public_answer_is_in_the_language_of_the_server(world: World) -> None:
    assert ENGLISH.search(await use(world, "imagine", locale="de", prompt="fox"))
    assert GERMAN.search(await use(world, "imagine", locale="en-US", guild_locale="de", prompt="fox"))


async def test_a_mention_is_answered_in_the_language_of_the_server(world: World) -> None:
    guild = world.env.create_guild("Malerei", preferred_locale="de")
    channel = guild.create_text_channel("bilder")
    carla = guild.add_member(world.env.create_user("carla"))
    await carla.send(channel, f"{world.bot_user.mention} fox")
    await world.all_ended()
    assert GERMAN.search(channel.history()[-1].content)


async def test_an_answer_keeps_its_language_over_a_restart(world: World) -> None:
    await use(world, "imagine", locale="de", prompt="fox", private=True)
    (job,) = await world.jobs.history(world.ada.id, before=None, limit=9)
    assert job.origin.language == "de"


@pytest.fixture
def _pseudo() -> Iterator[None]:
    with speaking_everywhere(PSEUDO):
        yield


def unspoken(text: str) -> str:
    """Give what of a text is in no message of a catalogue."""
    while text != (text := re.sub(r"⟦[^⟦⟧]*⟧", "", text)):
        pass
    return re.sub(r"<[^>]*>|`[^`]*`|\*\*fox\*\*", "", text)


def shown_texts(payload: object) -> Iterator[str]:
    """Give whatever a message or form shows: texts, labels, titles and descriptions."""
    match payload:
        case dict():
            for name, value in payload.items():
                if isinstance(value, str) and name in {
                    "content",
                    "label",
                    "title",
                    "description",
                    "placeholder",
                    "name",
                }:
                    yield value
                else:
                    yield from shown_texts(value)
        case list():
            for one in payload:
                yield from shown_texts(one)


@pytest.mark.usefixtures("_pseudo")
async def test_whatever_is_said_comes_from_a_catalogue(world: World) -> None:
    role = world.guild.create_role("managers", permissions=discord.Permissions(manage_guild=True, manage_messages=True))
    manager = world.guild.add_member(world.env.create_user("manager"), roles=[role])
    await use(world, "imagine", locale="en-US", person=manager, prompt="fox")
    await use(world, "imagine", locale="en-US", person=manager, prompt="fox", size="1x1")
    for command in ("help", "usage", "history", "references", "privacy", "settings", "reports", "muted", "audit"):
        await use(world, command, locale="en-US", person=manager)
    bodies = [one.json for one in world.env.http_requests if one.method in {"POST", "PATCH", "PUT"}]
    told = [text for body in bodies if isinstance(body, dict) for text in shown_texts(body)]
    assert len([one for one in told if "⟦" in one]) > 20
    left = {one for one in told if re.search(r"[^\W\d_]{2,} [^\W\d_]{2,}", unspoken(one))}
    assert left == set()


def texts_of(payload: dict[str, Any], key: str) -> list[str]:
    return [payload.get(key, ""), *payload.get(f"{key}_localizations", {}).values()]


def weight(payload: dict[str, Any]) -> int:
    """Count the characters of a command as Discord does: names, descriptions and values, the longest translation."""
    own = sum(max(map(len, texts_of(payload, key))) for key in ("name", "description") if payload.get(key))
    choices = payload.get("choices") or []
    values = sum(max(map(len, texts_of(one, "name"))) + len(str(one["value"])) for one in choices)
    return own + values + sum(weight(one) for one in payload.get("options", []))


def every_part(payload: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield payload
    for one in payload.get("options", []):
        yield from every_part(one)


@pytest.mark.parametrize("languages", [LANGUAGES, dict.fromkeys(discord.Locale, PSEUDO)], ids=["ours", "pseudo"])
async def test_commands_fit_discord_in_every_language(world: World, languages: dict[discord.Locale, str]) -> None:
    translator = Localizations(languages)
    for command in world.bot.tree.get_commands():
        payload = await command.get_translated_payload(world.bot.tree, translator)
        assert weight(payload) <= 8000, command.name
        for part in every_part(payload):
            for name in texts_of(part, "name"):
                if isinstance(command, discord.app_commands.ContextMenu):
                    assert 1 <= len(name) <= 32
                else:
                    assert NAME.fullmatch(name), name
                    assert name == name.lower()
            assert all(len(one) <= 100 for one in texts_of(part, "description"))
            for choice in part.get("choices") or []:
                assert all(len(one) <= 100 for one in texts_of(choice, "name"))


async def test_names_and_descriptions_are_translated_one_by_one(world: World) -> None:
    translator = Localizations({discord.Locale.german: PSEUDO, discord.Locale.polish: "en"})
    command = world.bot.tree.get_command("imagine")
    assert isinstance(command, discord.app_commands.Command)
    payload = await command.get_translated_payload(world.bot.tree, translator)
    assert payload["name"] == "imagine"
    assert payload["name_localizations"] == {"de": "îmàgîñé"}
    assert payload["description_localizations"]["de"].startswith("⟦Mààkéé")
    options = {one["name"]: one for one in payload["options"]}
    assert options["format"]["name_localizations"]["de"] == "förmàt"
    assert options["quality"]["description_localizations"]["de"].startswith("⟦Hööw")
    # What is a word of the API stays as it is.
    assert not options["quality"]["choices"][0].get("name_localizations")
    gallery = world.bot.tree.get_command("gallery")
    assert isinstance(gallery, discord.app_commands.Group)
    top = (await gallery.get_translated_payload(world.bot.tree, translator))["options"][0]
    assert top["name_localizations"]["de"] == "töp"
    span = next(one for one in top["options"] if one["name"] == "span")
    assert span["choices"][0]["name_localizations"]["de"].startswith("⟦")


async def test_every_name_that_people_type_can_be_translated(world: World) -> None:
    translator = Localizations({discord.Locale.german: PSEUDO})
    for command in world.bot.tree.get_commands():
        payload = await command.get_translated_payload(world.bot.tree, translator)
        for part in every_part(payload):
            assert part["name_localizations"].keys() == {"de"}, part["name"]


async def test_no_two_parts_of_a_command_are_called_the_same_in_any_language(world: World) -> None:
    # Discord takes no command in which two options have one name: its API reference, "Localization".
    translator = Localizations()
    for command in world.bot.tree.get_commands():
        payload = await command.get_translated_payload(world.bot.tree, translator)
        for part in every_part(payload):
            for locale in discord.Locale:
                names = [
                    one.get("name_localizations", {}).get(locale.value, one["name"]) for one in part.get("options", [])
                ]
                assert len(names) == len(set(names)), (part["name"], locale)


async def test_a_server_can_choose_its_language_and_leave_it_to_discord_again(world: World) -> None:
    role = world.guild.create_role("managers", permissions=discord.Permissions(manage_guild=True))
    manager = world.guild.add_member(world.env.create_user("manager"), roles=[role])
    page = (await manager.slash(world.channel, "settings")).response
    assert page is not None
    chosen = await manager.select(page, ["de"], custom_id="settings:pick:language")
    assert "Deutsch" in str((chosen.response or page).embeds[0].fields[0].value)
    assert GERMAN.search(await use(world, "imagine", locale="en-US", prompt="fox"))
    await world.ada.send(world.channel, f"{world.bot_user.mention} fox")
    await world.all_ended()
    assert world.channel.last_message is not None
    assert GERMAN.search(world.channel.last_message.content)
    assert ENGLISH.search(await use(world, "imagine", locale="en-US", prompt="fox", private=True))
    world = await world.restarted()
    await world.ada.send(world.channel, f"{world.bot_user.mention} fox")
    await world.all_ended()
    assert world.channel.last_message is not None
    assert GERMAN.search(world.channel.last_message.content)
    await manager.select(page, [], custom_id="settings:pick:language")
    assert ENGLISH.search(await use(world, "imagine", locale="en-US", prompt="fox"))


async def test_a_direct_message_is_answered_in_the_language_that_its_writer_used_last(world: World) -> None:
    async def written() -> str:
        await world.ada.send_dm(f"{world.bot_user.mention} fox")
        await world.all_ended()
        message = world.ada.user.dm_channel.last_message
        assert message is not None
        return message.content

    assert ENGLISH.search(await written())
    await use(world, "imagine", locale="de", prompt="fox", private=True)
    assert GERMAN.search(await written())
    world = await world.restarted()
    assert GERMAN.search(await written())


async def test_an_error_names_options_as_the_picker_of_its_reader_does(world: World) -> None:
    told = await use(world, "imagine", locale="ja", prompt="fox", quality="max", model="gpt-image-2")
    assert "`品質`" in told
    # In a message they are typed in English.
    guild = world.env.create_guild("Atelier", preferred_locale="ja")
    channel = guild.create_text_channel("e")
    carla = guild.add_member(world.env.create_user("carla"))
    await carla.send(channel, f"{world.bot_user.mention} fox --quality max --model gpt-image-2")
    assert "`quality`" in channel.history()[-1].content


async def test_a_translated_command_keeps_its_english_name_which_discord_finds_too(world: World) -> None:
    # Discord documents that a locale without a translation is shown `name`; so that has to be English and always there.
    for command in world.bot.tree.get_commands():
        payload = await command.get_translated_payload(world.bot.tree, Localizations())
        for part in every_part(payload):
            assert part["name"].isascii(), part["name"]
