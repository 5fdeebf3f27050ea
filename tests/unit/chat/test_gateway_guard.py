"""The names of discord.py that the guard holds on to, and that they are what it takes them for."""

import inspect

import discord
import pytest
import yarl
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.ui.view import ViewStore

from bot.chat.gateway import UNGUARDED, GatewayGuard
from bot.chat.gateway_address import pin_gateway
from bot.chat.platform.guilds import Guilds
from bot.chat.platform.languages import Languages


@pytest.fixture
def client() -> commands.AutoShardedBot:
    return commands.AutoShardedBot(command_prefix="!", intents=discord.Intents.none())


async def test_every_parser_but_two_passes_over_what_it_cannot_read(client: commands.AutoShardedBot) -> None:
    guilds = Guilds(client, hears=lambda _: False)
    GatewayGuard(client, languages=Languages(), guilds=guilds, repeats=lambda _: False)
    parsers = client._connection.parsers
    assert parsers.keys() >= {"MESSAGE_CREATE", "INTERACTION_CREATE", "GUILD_CREATE", "THREAD_CREATE", *UNGUARDED}
    for name, parse in parsers.items():
        if name in UNGUARDED:
            continue
        parse(None)
        parse({})
    with pytest.raises(KeyError):
        parsers["READY"]({})


def test_the_websocket_looks_its_parsers_up_where_the_guard_puts_them() -> None:
    assert "ws._discord_parsers = client._connection.parsers" in inspect.getsource(DiscordWebSocket.from_client)
    assert "self._discord_parsers[event]" in inspect.getsource(DiscordWebSocket.received_message)


def test_commands_presses_and_forms_come_by_the_names_that_are_guarded() -> None:
    assert "await self._call(interaction)" in inspect.getsource(discord.app_commands.CommandTree._from_interaction)
    assert "self.schedule_dynamic_item_call(" in inspect.getsource(ViewStore.dispatch_dynamic_items)
    assert list(inspect.signature(ViewStore.schedule_dynamic_item_call).parameters) == [
        *("self", "component_type", "factory", "interaction", "custom_id", "match")
    ]
    assert list(inspect.signature(ViewStore.dispatch_modal).parameters) == [
        *("self", "custom_id", "interaction", "components", "resolved")
    ]
    assert "await self.on_error(interaction, e)" in inspect.getsource(discord.ui.Modal._scheduled_task)


async def test_the_store_of_forms_is_one_and_the_same_for_good(client: commands.AutoShardedBot) -> None:
    store = client._connection._view_store
    forms = store._modals
    form = discord.ui.Modal(title="A form")
    store.add_view(form)
    assert store._modals is forms
    assert forms == {form.custom_id: form}
    client._connection.clear(views=False)
    assert client._connection._view_store is store
    form.stop()


def test_a_pinned_gateway_is_kept_whatever_ready_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    monkeypatch.setattr(DiscordWebSocket, "gateway", None, raising=False)
    pin_gateway("ws://127.0.0.1:9/here")
    websocket = DiscordWebSocket.__new__(DiscordWebSocket)
    websocket.gateway = yarl.URL("wss://gateway.discord.gg/")
    assert websocket.gateway == DiscordWebSocket.DEFAULT_GATEWAY == yarl.URL("ws://127.0.0.1:9/here")
    assert "self.gateway = " in inspect.getsource(DiscordWebSocket.received_message)
