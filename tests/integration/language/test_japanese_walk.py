"""A person whose Discord is Japanese makes, edits and shares a picture, reads refusals, and meets no English word."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from bot.chat.platform.localizations import Localizations
from tests.integration.conftest import World, told
from tests.integration.gallery.galleries import set_gallery
from tests.integration.results.results import set_rules

NAMES = {
    *[
        "Easel",
        "Discord",
        "Bot",
        "API",
        "DM",
        "AI",
        "UTC",
        "ID",
        "SVG",
        "PNG",
        "JPEG",
        "WebP",
        "GIF",
        "HEIC",
        "AVIF",
        "BMP",
        "TIFF",
        "MiB",
        "TestBot",
    ],
    # Values that people type, and the demo's own name of why it refuses.
    *[
        "auto",
        "low",
        "medium",
        "high",
        "max",
        "png",
        "jpeg",
        "webp",
        "gif",
        "svg",
        "opaque",
        "transparent",
        "demo",
        "demonstration",
    ],
}
"""Names, and the words of options that are the same in every language."""
_NO_WORDS = re.compile(
    # What is typed in a message; mentions, moments and commands; links and files; models; sizes.
    r"`--[^`]*`|`@[^`]*`|<[^>]*>|/[a-z]+(?: [a-z]+)?"
    r"|https?://\S+|attachment://\S+|gpt-image-[0-9a-z.-]+|demo\\?:[a-z]+|\d+x\d+"
)
_SHOWN = {"content", "label", "title", "description", "placeholder", "name", "value", "text"}


def texts_in(payload: object, *, key: str = "") -> Iterator[str]:
    """Give whatever a message, a form or a command shows."""
    match payload:
        case dict():
            # The value of a choice or a field of a form goes to the bot, that of an embed's field is shown.
            hidden = "value" if "inline" not in payload and "type" not in payload else ""
            for name, value in payload.items():
                if name != hidden:
                    yield from texts_in(value, key=name)
        case list():
            for one in payload:
                yield from texts_in(one, key=key)
        case str() if key in _SHOWN:
            yield payload


def english_in(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]{2,}", _NO_WORDS.sub(" ", text))) - NAMES


async def test_a_japanese_person_meets_no_english_word_that_is_not_a_name(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = world.env.backend
    emit = backend.emit

    def emit_in_japanese(name: str, payload: Mapping[str, Any]) -> None:
        if name == "INTERACTION_CREATE":
            payload = {**payload, "locale": "ja", "guild_locale": "ja"}
        emit(name, payload)

    monkeypatch.setattr(backend, "emit", emit_in_japanese)
    guild = world.env.create_guild("アトリエ", preferred_locale="ja")
    channel, gallery = guild.create_text_channel("絵"), guild.create_text_channel("展示")
    hana = guild.add_member(world.env.create_user("ハナ"))
    shop = World(**{name: getattr(world, name) for name in World.__slots__} | {"guild": guild, "channel": channel})
    await set_gallery(shop, gallery.id)
    sent = len(world.env.http_requests)

    made = told(await shop.ask(hana, "imagine", prompt="雪の中の狐"))
    await hana.send(channel, f"{world.bot_user.mention} 夜にして", reply_to=made)
    await shop.all_ended()
    edited = channel.last_message
    assert edited is not None
    assert len(edited.attachments) == 1
    form = await hana.click(edited, label="共有")
    await hana.submit_modal(form, {"prompt": ["show"]})
    await world.env.settle()
    assert len(gallery.history()) == 1

    refused = told(await shop.ask(hana, "imagine", prompt="狐", quality="max", model="gpt-image-2"))
    assert refused.ephemeral
    assert "`品質`" in refused.content
    broken = told(await shop.ask(hana, "edit", prompt="夜にして", image=("絵.png", b"no picture")))
    assert "画像" in broken.content
    await set_rules(shop, words=("王冠",))
    told(await shop.ask(hana, "imagine", prompt="王冠の狐"))
    failed = told(await shop.ask(hana, "imagine", prompt="狐 demo:refuse"))
    assert (await hana.click(failed, label="プロンプトを変更")).modal is not None
    await hana.send(channel, f"{world.bot_user.mention} 狐 --n 99")
    for command in ("help", "history", "usage", "privacy"):
        await hana.slash(channel, command)
    await world.env.settle()

    bodies = [one.json for one in world.env.http_requests[sent:] if one.method in {"POST", "PATCH", "PUT"}]
    shown = [text for body in bodies for text in texts_in(body)]
    posted = [file for place in (channel, gallery) for one in place.history() for file in one.attachments]
    shown += [one.description or "" for one in posted]
    assert len(posted) == 3
    assert len([text for text in shown if re.search("[ぁ-ん]", text)]) > 20
    assert {text: found for text in shown if (found := english_in(text))} == {}


async def test_the_picker_shows_a_japanese_person_no_english_but_the_names_of_commands(world: World) -> None:
    for command in world.bot.tree.get_commands():
        payload = await command.get_translated_payload(world.bot.tree, Localizations())
        for part in (payload, *payload.get("options", [])):
            if part.get("description"):
                assert not english_in(part["description_localizations"]["ja"]), part["name"]
