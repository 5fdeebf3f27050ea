"""A key of a server's own: who may enter it, what it pays for, and what nobody ever sees of it."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import SecretStr

from bot.doctor.finding import Verdict
from bot.doctor.server_keys import examine_server_keys
from bot.domain.budget import Budget, Scope
from bot.store.database.engine import database_url
from bot.store.database.metadata import metadata
from bot.store.moderation.audit import Audit, AuditAction, Entry
from bot.store.money.budgets import Spent
from bot.store.money.ledger import Ledger
from bot.store.server.keys import StoredKeys
from bot.store.server.settings import Servers
from tests.integration.gallery.galleries import member_with
from tests.integration.layouts import controls, said
from tests.integration.results.results import drawn, newest, press, sentence
from tests.integration.server.test_server_settings import Desk
from tests.standin.provider import ImagesProvider, Moment, Refuse
from tests.unit.store.samples import NAMES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

    from sqlalchemy import Connection, Table

    from tests.integration.conftest import Start, World

    Begin = Callable[..., Awaitable["Town"]]

BOTS = "sk-the-key-of-the-bot-0123456789"
OURS = "sk-the-key-of-the-server-9876543210"
SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
NOBODYS = dict.fromkeys(("gemini", "together"), "http://127.0.0.1:9/v1")
OTHER_SECRET = "/+" + "A" * 41 + "="


class Town:
    """A bot with a provider of its own, and a server whose manager may have OpenAI, xAI or Comfy pay."""

    def __init__(self, world: World, bots: ImagesProvider, public: Mapping[str, ImagesProvider]) -> None:
        self.world, self.bots = world, bots
        self.openai, self.xai, self.comfy = public["openai"], public["xai"], public["comfy"]
        self.manager = member_with(world, "mira", manage_guild=True)

    async def desk(self) -> Desk:
        desk = await Desk.of(self.world, self.manager)
        await desk.open("key")
        return desk

    async def enter(self, key: str = OURS, *, provider: str = "openai") -> str:
        """Enter a key, and give what the message says then."""
        desk = await self.desk()
        opened = await desk.choose("key-of", provider)
        await self.manager.submit_modal(opened, {"key": key})
        await self.world.env.settle()
        return desk.text

    async def take_out(self) -> str:
        desk = await self.desk()
        await self.manager.click(desk.message, label="Remove key")
        return desk.text

    @property
    def accounts(self) -> tuple[list[str | None], list[str | None]]:
        """Which keys drew: at the bot's provider, and at OpenAI."""
        return [one.account for one in self.bots.requests.items], [one.account for one in self.openai.requests.items]

    async def everywhere(self) -> str:
        """All that the database holds."""
        tables = metadata.tables.values()
        return "\n".join([await self.world.database.read(partial(_dump, table)) for table in tables])


def _dump(table: Table, connection: Connection) -> str:
    return repr(connection.execute(table.select()).all())


@pytest.fixture
async def town(start: Start) -> AsyncIterator[Begin]:
    async with AsyncExitStack() as stack:

        async def begin(**values: Any) -> Town:
            enter = stack.enter_async_context
            bots = await enter(ImagesProvider(accounts=[BOTS]))
            public = {name: await enter(ImagesProvider(accounts=[OURS])) for name in ("openai", "xai", "comfy")}
            chosen = {
                "images_provider": "compatible",
                "images_base_url": bots.url,
                "images_api_key": BOTS,
                "secrets_key": SECRET,
                **values,
            }
            world = await start(public_addresses=NOBODYS | {name: one.url for name, one in public.items()}, **chosen)
            return Town(world, bots, public)

        yield begin


async def test_a_server_s_key_pays_there_alone_until_it_is_taken_out(town: Begin) -> None:
    here = await town()
    world = here.world
    assert "OpenAI accepts this key." in await here.enter()
    assert here.openai.looks == [OURS]
    await press(world, await drawn(world, "a fox"), "Again", by=world.ada)
    await world.ada.send(world.channel, f"<@{world.bot_user.id}> a gnome")
    await world.all_ended()
    assert here.accounts == ([], [OURS, OURS, OURS])
    await world.ada.send_dm(f"{world.bot_user.mention} a fox in private")
    await world.all_ended()
    assert here.accounts == ([BOTS], [OURS, OURS, OURS])
    assert "Key removed." in await here.take_out()
    await drawn(world, "a bear")
    assert here.accounts == ([BOTS, BOTS], [OURS, OURS, OURS])
    acts = [one.act for one in await Audit(world.database).page(world.guild.id, limit=9)]
    assert acts == [AuditAction.KEY_REMOVED, AuditAction.KEY_ENTERED]


async def test_a_key_is_in_no_message_no_log_and_in_the_database_encrypted(
    town: Begin, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    here = await town()
    await here.enter()
    await drawn(here.world)
    here.openai.next(Refuse(400, "weird", f"your key {OURS} is odd"))
    await drawn(here.world, "a bear")
    desk = await here.desk()
    shown = desk.field("Your own API key")
    assert f"**OpenAI**, entered by {here.manager.mention}" in shown
    out = capsys.readouterr()
    sent = repr([one.json for one in here.world.env.http_requests])
    for place in (sent, out.out, out.err, caplog.text, await here.everywhere(), repr(here.world.app)):
        assert OURS not in place
        assert OURS[3:20] not in place


async def test_only_managers_and_only_with_a_secrets_key_are_offered_the_form(town: Begin) -> None:
    here = await town(secrets_key=None)
    desk = await Desk.of(here.world, here.manager)
    assert "settings:open:key" not in [one["custom_id"] for one in controls(desk.message)]
    await desk.open("privacy")
    assert "key" not in [one["value"] for one in controls(desk.message)[0]["options"]]


@pytest.mark.parametrize(
    ("provider", "key", "says"),
    [
        ("openai", "sk-wrong-wrong-wrong", "OpenAI doesn't accept this key"),
        ("openai", "sk-ключ-ключ-ключ", "That isn't an API key"),
    ],
)
async def test_a_key_that_cannot_work_changes_nothing(town: Begin, provider: str, key: str, says: str) -> None:
    here = await town()
    assert says in await here.enter(key, provider=provider)
    assert await StoredKeys(here.world.database).all() == []
    await drawn(here.world)
    assert here.accounts == ([BOTS], [])


async def test_a_key_that_cannot_be_tried_is_kept_and_says_so(town: Begin) -> None:
    here = await town()
    assert "I've saved the key, but I can't test it for free." in await here.enter(provider="gemini")
    assert "I can't test it for free" in (await here.desk()).field("Your own API key")


async def test_what_a_server_pays_counts_in_its_own_budgets_and_not_in_the_bot_s(town: Begin) -> None:
    rules = ("bot/month=1 pictures", "user/day=1 pictures", "server/day=1 pictures")
    here = await town(budgets=tuple(Budget.from_text(one) for one in rules))
    world = here.world
    await here.enter()
    for prompt in ("one", "two"):
        await drawn(world, prompt)
    ledger = Ledger(world.database, NAMES)
    start = datetime.now(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    assert await ledger.spent(scope=Scope.BOT, id=None, period_start=start) == Spent()
    assert (await ledger.paid_by_server(world.guild.id, period_start=start)).pictures == 2
    mine = (await here.manager.slash(world.channel, "usage")).response
    assert mine is not None
    assert "There is no spending limit for you here." in said(mine)
    assert "0 pictures this month, paid by the bot." in said(mine)
    assert "Paid by this server's own key: " in said(mine)
    servers = Servers(world.database)
    own = (Budget.from_text("server/day=2 pictures"),)
    await servers.change(world.guild.id, lambda old: replace(old, budgets=own), now=datetime.now(UTC))
    assert "This server has reached" in sentence(await world.imagine("three"))
    await servers.change(world.guild.id, lambda old: replace(old, budgets=()), now=datetime.now(UTC))
    await here.take_out()
    await drawn(world, "four")
    assert "This bot has reached" in sentence(await world.imagine("five"))
    assert here.accounts == ([BOTS], [OURS, OURS])
    metrics = (await world.app.metrics()).decode()
    assert 'easel_pictures_total{account="server"} 2.0' in metrics
    assert 'easel_pictures_total{account="bot"} 1.0' in metrics


async def test_a_job_is_paid_by_the_key_that_it_was_admitted_with_or_by_nobody(town: Begin) -> None:
    here = await town(jobs_concurrency=1)
    world = here.world
    await here.enter()
    gate = here.openai.hold_next(Moment.ARRIVED, prompt="held")
    await world.ada.slash(world.channel, "imagine", prompt="held")
    await gate.reached()
    waiting = await world.ada.slash(world.channel, "imagine", prompt="waits")
    await here.take_out()
    gate.release()
    await world.all_ended()
    assert "was removed or changed" in (await world.says(waiting, "Nothing was spent")).content
    assert here.accounts == ([], [OURS])
    assert len((await newest(world, world.ada)).pictures) == 0


async def test_a_call_that_a_stop_cut_off_is_repeated_on_the_same_account(town: Begin) -> None:
    here = await town(shutdown_grace_seconds=0)
    world = here.world
    await here.enter(provider="comfy")
    gate = here.comfy.hold_next(Moment.ARRIVED)
    await world.ada.slash(world.channel, "imagine", prompt="a fox")
    await gate.reached()
    here.world = await world.restarted()
    gate.release()
    await here.world.all_ended()
    assert {one.account for one in here.comfy.requests.items} == {OURS}
    assert len(here.comfy.requests.items) > 1
    assert here.comfy.charges("a fox") == 1
    assert here.accounts == ([], [])
    assert len((await newest(here.world, world.ada)).pictures) == 1


async def test_what_is_wrong_with_a_key_is_told_as_the_server_s_own(town: Begin) -> None:
    here = await town()
    await here.enter()
    for act, words in (
        (Refuse(401, "invalid_api_key"), "doesn't accept this server's API key"),
        (Refuse(429, "insufficient_quota"), "The account of this server's API key is out of money"),
        (Refuse(403, "", "Your organization must be verified"), "this server's API key isn't from one"),
    ):
        here.openai.next(act)
        text = (await drawn(here.world)).content
        assert words in text
        assert "whoever runs this bot" not in text
    assert here.accounts[0] == []


async def test_a_key_that_cannot_be_read_refuses_and_is_never_paid_by_the_bot(
    town: Begin, capsys: pytest.CaptureFixture[str]
) -> None:
    here = await town()
    await here.enter()
    here.world = await here.world.restarted(secrets_key=SecretStr(OTHER_SECRET))
    for _ in range(2):
        assert "I can't read this server's own API key anymore" in (await drawn(here.world)).content
    assert capsys.readouterr().out.count("server_key_unreadable") == 1
    assert "I can't read it anymore, so I refuse requests" in (await here.desk()).field("Your own API key")
    here.world = await here.world.restarted(secrets_key=None)
    assert "I can't read this server's own API key anymore" in (await drawn(here.world)).content
    assert here.accounts == ([], [])
    settings, url = here.world.app.core.settings, database_url(None, here.world.app.core.settings.data_dir)
    [found] = await asyncio.to_thread(lambda: list(examine_server_keys(settings, url)))
    assert found.verdict is Verdict.BAD
    assert "Servers with their own API key: 1, but SECRETS_KEY isn't set" in found.text
    # With the old one behind the new one it is read again, and kept under the new one from then on.
    here.world = await here.world.restarted(secrets_key=SecretStr(f"{OTHER_SECRET},{SECRET}"))
    await drawn(here.world)
    here.world = await here.world.restarted(secrets_key=SecretStr(OTHER_SECRET))
    await drawn(here.world)
    assert here.accounts == ([], [OURS, OURS])


async def test_a_provider_with_other_models_draws_with_its_own(town: Begin) -> None:
    here = await town()
    world = here.world
    before = await drawn(world, "a fox", model="gpt-image-2")
    await here.enter(provider="xai")
    await drawn(world)
    await world.ada.send(world.channel, f"<@{world.bot_user.id}> make it night", reply_to=before)
    await world.all_ended()
    assert [one.fields["model"] for one in here.xai.requests.items] == ["grok-imagine-image"] * 2
    assert [one.operation for one in here.xai.requests.items] == ["generations", "edits"]
    assert "The model gpt-image-2 isn't available here." in (await drawn(world, model="gpt-image-2")).content
    assert here.accounts == ([BOTS], [])


async def test_the_key_of_another_server_is_of_no_use(town: Begin) -> None:
    here = await town()
    world = here.world
    await here.enter()
    other = world.env.create_guild("Elsewhere")
    place = other.create_text_channel("pictures")
    fay = other.add_member(world.env.create_user("fay"))
    keys = StoredKeys(world.database)
    [ours] = await keys.all()
    now = datetime.now(UTC)
    entry = Entry(id=1, guild_id=other.id, moderator_id=None, act=AuditAction.KEY_ENTERED, created_at=now)
    await keys.keep(replace(ours, guild_id=other.id), entry)
    answer = (await world.ask(fay, "imagine", place=place, prompt="a fox")).response
    assert answer is not None
    assert "I can't read this server's own API key anymore" in answer.content
    assert here.accounts == ([], [])


async def test_a_server_that_is_left_and_a_person_who_is_forgotten_take_their_key_along(town: Begin) -> None:
    here = await town()
    world = here.world
    keys = StoredKeys(world.database)
    await here.enter()
    question = (await here.manager.slash(world.channel, "forget me")).response
    assert question is not None
    await here.manager.click(question, label="Delete everything permanently")

    async def gone() -> bool:
        return await keys.all() == []

    await world.until(gone)
    await drawn(world)
    assert here.accounts == ([BOTS], [])
    await here.enter()
    world.env.backend.emit("GUILD_DELETE", {"id": str(world.guild.id)})
    await world.until(gone)
