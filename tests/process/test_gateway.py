"""What the gateway sends that discord.py cannot read, and how it ends a connection: the bot goes on, or says why."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import pytest

from tests.integration.pictures import photo_png
from tests.process.conftest import Launch
from tests.standin.attachments import File
from tests.standin.gateway import Gateway
from tests.standin.handle import Handle
from tests.standin.messages import Message
from tests.standin.payloads import channel_to_json, guild_create_to_json, message_event_to_json, user_to_json
from tests.standin.platform import Platform
from tests.standin.process import ROOT
from tests.standin.state import Event

UNREADABLE = "something I can't read"
POLL = {
    "question": {"text": "Cats or dogs?"},
    "answers": [{"answer_id": 1, "poll_media": {"text": "Cats"}}, {"answer_id": 2, "poll_media": {"text": "Dogs"}}],
    "expiry": None,
    "allow_multiselect": False,
    "layout_type": 1,
}
UNIT = (ROOT / "docs/operating.md").read_text(encoding="utf-8")
ODD: tuple[Any, ...] = (None, [], "", 0)
WRONG: tuple[Any, ...] = ("x", -1, 10**30, True, [], {}, [None])
Json = dict[str, Any]
Way = tuple[str | int, ...]


class Distortion:
    """Changes the interactions on their way from Discord's users to the gateway."""

    def __init__(self, gateway: Gateway, change: Callable[[Json], None]) -> None:
        self._gateway = gateway
        self._change = change

    @property
    def is_heard(self) -> bool:
        return self._gateway.is_heard

    def dispatch(self, event: Event) -> None:
        data = deepcopy(event.data)
        self._change(data)
        self._gateway.dispatch(Event(name=event.name, data=data, guild=event.guild, intent=event.intent))


@contextmanager
def distorted(discord: Platform, change: Callable[[Json], None]) -> Iterator[None]:
    discord.state.audience = Distortion(discord.gateway, change)
    try:
        yield
    finally:
        discord.state.audience = discord.gateway


def tell(discord: Platform, name: str, data: Json) -> None:
    discord.gateway.dispatch(Event(name=name, data=data, guild=discord.guild))


def event_of(discord: Platform, message: Message, **changes: Any) -> Json:
    return message_event_to_json(message, application_id=discord.state.application_id) | changes


async def answers(discord: Platform) -> bool:
    """Whether the next command is answered as ever."""
    answer = await (await discord.slash(discord.bob, discord.channel, "help")).final()
    return "/imagine" in answer.text


async def test_a_poll_without_an_end_alone_or_edited_is_passed_over_and_logged_once(
    process: Launch, discord: Platform
) -> None:
    bot = process()
    async with bot:
        message = await discord.say(discord.alice, discord.channel, "vote")
        for name in ("MESSAGE_CREATE", "MESSAGE_UPDATE"):
            for _ in range(3):
                tell(discord, name, event_of(discord, message, poll=POLL))
        assert await answers(discord)
    [line] = [one for one in bot.lines.items if "event_unreadable" in one]
    assert "TypeError" in line
    assert "Cats" not in bot.output


async def test_a_mention_under_a_poll_that_cannot_be_read_is_told_so(process: Launch, discord: Platform) -> None:
    async with process():
        poll = await discord.say(discord.bob, discord.channel, "vote")
        said = await discord.say(discord.alice, discord.channel, "draw this")
        bot = discord.state.bot
        reply = event_of(
            discord,
            said,
            type=19,
            content=f"<@{bot.id}> draw this",
            mentions=[user_to_json(bot)],
            message_reference={"type": 0, "channel_id": str(poll.channel.id), "message_id": str(poll.id)},
            referenced_message=event_of(discord, poll, poll=POLL),
        )
        tell(discord, "MESSAGE_CREATE", reply)
        answer = await discord.wait_for_message(lambda one: UNREADABLE in one.content)
        assert answer.reference == said
        assert await answers(discord)


async def test_the_menu_of_a_message_with_a_poll_that_cannot_be_read_is_answered(
    process: Launch, discord: Platform
) -> None:
    def add_poll(data: Json) -> None:
        for message in data["data"]["resolved"]["messages"].values():
            message["poll"] = POLL

    async with process():
        message = await discord.say(discord.bob, discord.channel, "vote")
        with distorted(discord, add_poll):
            answer = await (await discord.message_command(discord.alice, message, "Edit picture")).final()
        assert answer.ephemeral
        assert UNREADABLE in answer.content
        assert await answers(discord)


async def test_a_press_on_a_message_that_cannot_be_read_is_answered(process: Launch, discord: Platform) -> None:
    async with process():
        made = await (await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox")).final()
        for change in (lambda data: data["message"].update(poll=POLL), lambda data: data.pop("message")):
            with distorted(discord, change):
                pressed = await discord.click(discord.alice, made, "Info")
            answer = await pressed.state(lambda one: one.ephemeral)
            assert UNREADABLE in answer.content
        assert await answers(discord)


async def test_an_attachment_without_a_size_and_a_thread_without_a_count_are_passed_over(
    process: Launch, discord: Platform
) -> None:
    async with process():
        message = await discord.say(discord.alice, discord.channel, "look", files=[File("a.png", photo_png())])
        event = event_of(discord, message)
        del event["attachments"][0]["size"]
        tell(discord, "MESSAGE_CREATE", event)
        thread = channel_to_json(discord.thread) | {"id": str(discord.state.ids.next())}
        del thread["message_count"]
        tell(discord, "THREAD_CREATE", thread)
        tell(discord, "THREAD_UPDATE", thread)
        guild = guild_create_to_json(discord.guild, [discord.state.bot])
        guild["threads"] = [thread]
        tell(discord, "GUILD_CREATE", guild)
        assert await answers(discord)
        made = await (await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox")).final()
        assert len(made.attachments) == 1


async def test_a_mention_that_a_listener_fails_of_is_told_so_and_logged_once(
    process: Launch, discord: Platform
) -> None:
    bot = process()
    async with bot:
        said = await discord.say(discord.alice, discord.channel, "look", files=[File("a.png", photo_png())])
        mention = event_of(
            discord, said, content=f"<@{discord.state.bot.id}> at night", mentions=[user_to_json(discord.state.bot)]
        )
        mention["attachments"][0]["filename"] = None
        for _ in range(2):
            tell(discord, "MESSAGE_CREATE", mention)
        answer = await discord.wait_for_message(lambda one: "Something went wrong in Easel itself" in one.content)
        assert answer.reference == said
        assert await answers(discord)
    assert len([one for one in bot.lines.items if "listener_failed" in one]) == 1


async def test_a_form_is_answered_whatever_field_is_missing_or_empty_or_of_another_type_in_it(
    process: Launch, discord: Platform
) -> None:
    seen: list[Json] = []
    async with process():
        message = await discord.say(discord.bob, discord.channel, "look", files=[File("a.png", photo_png())])

        async def send(change: Callable[[Json], None]) -> Handle:
            opened = await discord.message_command(discord.alice, message, "Edit picture")
            await opened.modal()
            with distorted(discord, change):
                return await discord.submit(opened, {"What should change?": " "})

        first = await send(lambda data: seen.append(deepcopy(data)))
        await first.acknowledged()
        sent = [
            (path, await send(replacing(path, by)))
            for path in paths_in({"data": seen[0]["data"]})
            for by in (without, nulled, mistyped)
        ]
        assert await answers(discord)
        for path, asked in sent:
            assert await asked.acknowledged(timeout_seconds=5), path


async def test_a_form_of_an_earlier_process_is_told_to_be_over(process: Launch, discord: Platform) -> None:
    async with process():
        message = await discord.say(discord.bob, discord.channel, "look", files=[File("a.png", photo_png())])
        opened = await discord.message_command(discord.alice, message, "Edit picture")
        await opened.modal()
    async with process():
        answer = await (await discord.submit(opened, {"What should change?": "at night"})).final()
    assert answer.ephemeral
    assert "This form has expired" in answer.content


def paths_in(data: Any, path: Way = ()) -> Iterator[Way]:
    """List the way to every field of an event, and into the first entry of every list."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key)
            yield from paths_in(value, (*path, key))
    elif isinstance(data, list) and data:
        yield from paths_in(data[0], (*path, 0))


def without(data: Json, path: Way) -> Json:
    changed: Any = deepcopy(data)
    holder = changed
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    return changed  # type: ignore[no-any-return]


def replaced(data: Json, path: Way, value: Any) -> Json:
    changed: Any = deepcopy(data)
    holder = changed
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return changed  # type: ignore[no-any-return]


def nulled(data: Json, path: Way) -> Json:
    return replaced(data, path, None)


def mistyped(data: Json, path: Way) -> Json:
    """Put an object in the place of a text or a number, and a text in that of anything else."""
    before: Any = data
    for step in path:
        before = before[step]
    return replaced(data, path, {} if isinstance(before, str | int) else "x")


def recorded(discord: Platform, message: Message) -> list[tuple[str, Json]]:
    """List an event of each kind that the bot's intents bring, as full as Discord sends them."""
    guild = guild_create_to_json(discord.guild, [discord.state.bot, discord.alice])
    home = {"guild_id": guild["id"]}
    full = event_of(
        discord,
        message,
        poll=POLL | {"expiry": "2026-11-28T00:00:00+00:00"},
        embeds=[{"type": "rich", "title": "A fox", "fields": [{"name": "a", "value": "b", "inline": False}]}],
        components=[
            {"type": 1, "components": [{"type": 2, "style": 2, "custom_id": "x", "label": "X", "disabled": False}]}
        ],
        reactions=[{"count": 1, "me": False, "emoji": {"id": None, "name": "x"}}],
        sticker_items=[{"id": "1", "name": "s", "format_type": 1}],
        mentions=[user_to_json(discord.bob)],
        message_reference={"type": 0, "channel_id": str(message.channel.id), "message_id": str(message.id)},
        referenced_message=event_of(discord, message),
        message_snapshots=[{"message": event_of(discord, message)}],
        thread=channel_to_json(discord.thread),
    )
    thread = channel_to_json(discord.thread)
    other = {"id": str(discord.state.ids.next()), "channel_id": str(discord.channel.id), **home}
    channel = channel_to_json(discord.channel) | {"id": other["id"]}
    return [
        ("MESSAGE_CREATE", full),
        ("MESSAGE_UPDATE", full),
        ("MESSAGE_DELETE", other),
        ("MESSAGE_DELETE_BULK", {"ids": [other["id"]], "channel_id": other["channel_id"], **home}),
        ("THREAD_CREATE", thread | {"newly_created": True}),
        ("THREAD_UPDATE", thread),
        ("THREAD_LIST_SYNC", {"threads": [thread], "members": [], **home}),
        ("THREAD_DELETE", {"id": other["id"], "parent_id": thread["parent_id"], "type": 11, **home}),
        ("CHANNEL_CREATE", channel),
        ("CHANNEL_UPDATE", channel),
        ("CHANNEL_PINS_UPDATE", {"channel_id": other["channel_id"], "last_pin_timestamp": None, **home}),
        ("CHANNEL_DELETE", channel),
        ("GUILD_ROLE_CREATE", {"role": guild["roles"][1] | {"id": other["id"]}, **home}),
        ("GUILD_ROLE_UPDATE", {"role": guild["roles"][1], **home}),
        ("GUILD_ROLE_DELETE", {"role_id": other["id"], **home}),
        ("GUILD_UPDATE", guild),
        ("GUILD_CREATE", guild),
        ("USER_UPDATE", user_to_json(discord.state.bot)),
        ("WEBHOOKS_UPDATE", {"channel_id": other["channel_id"], **home}),
        ("STAGE_INSTANCE_CREATE", other | {"topic": "t", "privacy_level": 2, "discoverable_disabled": True}),
        ("ENTITLEMENT_CREATE", {"id": other["id"], "sku_id": "1", "application_id": "1", "type": 8, "deleted": False}),
    ]


async def test_no_field_that_is_missing_or_empty_or_of_another_type_in_an_event_ends_the_process(
    process: Launch, discord: Platform
) -> None:
    bot = process()
    async with bot:
        message = await discord.say(discord.alice, discord.channel, "look", files=[File("a.png", photo_png())])
        for name, data in recorded(discord, message):
            for path in paths_in(data):
                tell(discord, name, without(data, path))
                tell(discord, name, nulled(data, path))
                for wrong in WRONG:
                    tell(discord, name, replaced(data, path, wrong))
            for odd in ODD:
                tell(discord, name, odd)
            assert await answers(discord), name
        made = await (await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox")).final()
        assert len(made.attachments) == 1
    lines = [one for one in bot.lines.items if "event_unreadable" in one]
    assert lines
    assert len(lines) == len(set(lines))


def replacing(path: Way, by: Callable[[Json, Way], Json]) -> Callable[[Json], None]:
    """Change an interaction in place."""

    def change(data: Json) -> None:
        changed = by(data, path)
        data.clear()
        data.update(changed)

    return change


async def choose_menu(discord: Platform, message: Message) -> Handle:
    return await discord.message_command(discord.alice, message, "Use as reference")


async def press_info(discord: Platform, message: Message) -> Handle:
    return await discord.click(discord.alice, message, "Info")


async def give_command(discord: Platform, _: Message) -> Handle:
    return await discord.slash(discord.alice, discord.channel, "imagine", prompt=" ")


@pytest.mark.parametrize("by", [without, nulled, mistyped])
@pytest.mark.parametrize("act", [choose_menu, press_info, give_command])
async def test_an_interaction_is_answered_whatever_field_is_missing_or_empty_or_of_another_type_in_it(
    process: Launch,
    discord: Platform,
    act: Callable[[Platform, Message], Awaitable[Handle]],
    by: Callable[[Json, Way], Json],
) -> None:
    seen: list[Json] = []
    async with process():
        message = await (await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox")).final()
        with distorted(discord, lambda data: seen.append(deepcopy(data))):
            await (await act(discord, message)).acknowledged()
        asked_without: dict[Way, Handle] = {}
        for path in paths_in(seen[0]):
            if path[0] not in {"id", "token"}:
                with distorted(discord, replacing(path, by)):
                    asked_without[path] = await act(discord, message)
                assert await answers(discord)
        for path, asked in asked_without.items():
            assert await asked.acknowledged(timeout_seconds=5), path


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (4004, "DISCORD_TOKEN"),
        (4010, "shard"),
        (4011, "too many servers"),
        (4012, "Update Easel"),
        (4013, "Update Easel"),
        (4014, "MESSAGE_CONTENT"),
    ],
)
async def test_a_connection_that_is_closed_for_good_ends_in_a_sentence_and_is_not_restarted(
    process: Launch, discord: Platform, code: int, words: str
) -> None:
    # A number that is fixed stays, whatever Discord recommends; of 4010 it recommends what is there.
    bot = process(SHARD_COUNT="1" if code == 4011 else "")
    async with bot:
        discord.limits.shards = 2 if code == 4011 else 1
        await discord.gateway.disconnect(code=code)
        ended = await bot.exited()
    assert f"RestartPreventExitStatus={ended}\n" in UNIT
    assert ended not in {0, 1}
    assert words in bot.lines.items[-1]
    assert "Traceback" not in bot.output
    assert '"exception":' not in bot.output


async def test_a_connection_is_resumed_where_the_settings_say_and_not_where_ready_does(
    process: Launch, discord: Platform
) -> None:
    discord.gateway.resume_url = "ws://127.0.0.1:9/elsewhere"
    async with process():
        await discord.gateway.disconnect(code=4000)
        await discord.gateway.ready.first(lambda _: True, timeout_seconds=20, after=1)
        first, second = discord.gateway.ready.items
        assert second is first
        assert await answers(discord)


async def test_a_ready_that_cannot_be_read_ends_its_connection_alone(process: Launch, discord: Platform) -> None:
    bot = process()
    async with bot:
        tell(discord, "READY", {})
        await bot.wait_for_line("gateway_unreadable")
        await discord.gateway.ready.first(lambda _: True, timeout_seconds=20, after=1)
        assert await answers(discord)
