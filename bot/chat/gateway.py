"""A guard around discord.py: what Discord sends and the library cannot read is passed over, and ends nothing.

discord.py 2.7.1 lets everything that the parser of an event raises out of `Client.start`, and loses what goes wrong
between an event and the callback that it is for. This is the one module that touches its private names.
"""

import asyncio
import re
import sys
import traceback
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import discord
import structlog
from discord import app_commands
from discord.http import Route

from bot.chat.platform.error_answers import tell_failure, tell_privately
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.guilds import Guilds
from bot.chat.platform.languages import Languages
from bot.chat.platform.raw_events import guild_id_in, is_over
from bot.words import failures as failures_words
from bot.words import private_answers as private_words
from bot.words.language.spoken import language_of, speaking, spoken

UNGUARDED = frozenset({"READY", "RESUMED"})
"""Without what these events say there is no connection to go on with."""

_INTERACTION_KINDS = frozenset(kind.value for kind in discord.InteractionType)
_EPHEMERAL = discord.MessageFlags(ephemeral=True).value

log = structlog.get_logger(__name__)

Interaction = discord.Interaction[Any]
Parser = Callable[[Any], None]


class GatewayGuard:
    """Keeps one client alive, whatever its events hold, and answers the people whose events it could not read."""

    def __init__(
        self, client: discord.Client, *, languages: Languages, guilds: Guilds, repeats: Callable[[int | None], bool]
    ) -> None:
        """Pass over old interactions of a server, or of a direct message (None), that it `repeats`: they were acted on.

        An event of a server that the gateway has not told of is read when that is loaded.
        """
        self._client = client
        self._languages = languages
        self._guilds = guilds
        self._repeats = repeats
        self._kinds: set[tuple[str, str, str]] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        state = client._connection
        for name, parse in state.parsers.items():
            if name not in UNGUARDED:
                state.parsers[name] = partial(self._parse, name, parse)
        tree: Any = state._command_tree
        tree._call = partial(self._call, tree._call)
        store: Any = state._view_store
        store.schedule_dynamic_item_call = partial(self._press, store.schedule_dynamic_item_call)
        store.dispatch_view = partial(self._dispatch, store, store.dispatch_view)
        store.dispatch_modal = partial(self._submit, store._modals, store.dispatch_modal)

    def report(self, what: str, error: BaseException, **facts: Any) -> None:
        """Log a surprise of a library, once a kind: the values that it is about may be anybody's words."""
        if not self._is_new(what, error):
            return
        # The name of the field that is missing; the text of any other error may quote what was sent.
        missing = (
            next((one for one in error.args if str(one).isidentifier()), None) if isinstance(error, KeyError) else None
        )
        log.error(what, kind=type(error).__name__, place=_place(error), missing=missing, **facts)

    async def listener_failed(self, event: str, *arguments: Any) -> None:
        """Log what a listener of an event raised, and tell whoever waits for its answer; in `Client.on_error`."""
        error = sys.exception()
        if error is not None and self._is_new(event, error):
            log.error("listener_failed", listener=event, exc_info=error)
        match arguments:
            case [discord.Interaction() as interaction, *_]:
                await tell_privately(interaction, failures_words.unexpected())
            case [discord.Message() as message, *_] if not message.author.bot and self._is_named_in(message.content):
                await self._reply(message.channel.id, message.id, failures_words.unexpected())

    def _is_new(self, what: str, error: BaseException) -> bool:
        kind = (what, type(error).__name__, _place(error))
        seen = kind in self._kinds
        self._kinds.add(kind)
        return not seen

    def _parse(self, name: str, parse: Parser, data: Any) -> None:
        if name == "INTERACTION_CREATE" and is_over(data) and self._repeats(guild_id_in(data)):
            log.info("interaction_passed_over")
            return
        lacking = self._guilds.lacks(name, data)
        if lacking is None:
            self._read(name, parse, data)
        else:
            self._begin(self._read_later(lacking, name, parse, data))

    async def _read_later(self, guild_id: int, name: str, parse: Parser, data: Any) -> None:
        await self._guilds.fill(name, guild_id)
        self._read(name, parse, data)

    def _read(self, name: str, parse: Parser, data: Any) -> None:
        # The tasks that an event begins inherit this: the one place where the languages of an answer are chosen.
        try:
            language, publicly = self._languages_of(name, data)
        except (ValueError, AttributeError, TypeError):
            language, publicly = spoken(), None
        with speaking(language, publicly=publicly):
            self._parse_or_answer(name, parse, data)

    def _languages_of(self, name: str, data: Any) -> tuple[str, str | None]:
        """Say in which language to answer an event, and in which its readers are, where others read along.

        An interaction is answered in its person's, a message in a server in the server's, one to the bot alone as its
        person was answered last.
        """
        if not isinstance(data, Mapping):
            return spoken(), None
        guild_id = guild_id_in(data)
        if guild_id is None:
            return self._language_alone(name, data), None
        guild = self._client.get_guild(guild_id)
        locale = data.get("guild_locale") or (None if guild is None else guild.preferred_locale.value)
        publicly = self._languages.of_server(guild_id, locale)
        return (self._language_alone(name, data) if name == "INTERACTION_CREATE" else publicly), publicly

    def _language_alone(self, name: str, data: Mapping[str, Any]) -> str:
        if name == "INTERACTION_CREATE":
            language = language_of(data.get("locale"))
            user = data.get("user") or data.get("member", {}).get("user", {})
            if data.get("locale") and "id" in user:
                self._languages.note_person(int(user["id"]), language)
            return language
        if name == "MESSAGE_CREATE":
            return self._languages.of_person(int(data.get("author", {}).get("id", 0))) or spoken()
        return spoken()

    def _parse_or_answer(self, name: str, parse: Parser, data: Any) -> None:
        try:
            parse(data)
            if name == "INTERACTION_CREATE" and data["type"] not in _INTERACTION_KINDS:
                raise LookupError  # noqa: TRY301 - discord.py lets it lie
        except Exception as error:  # noqa: BLE001 - whatever it is, the next event has nothing to do with it
            self.report("event_unreadable", error, of=name)
            self._answer(name, data)

    async def _call(self, call: Callable[[Interaction], Awaitable[None]], interaction: Interaction) -> None:
        try:
            await call(interaction)
        except app_commands.AppCommandError:
            raise
        except Exception as error:  # noqa: BLE001 - what a callback raises is an AppCommandError by now
            self.report("interaction_unreadable", error)
            if interaction.type is not discord.InteractionType.autocomplete:
                await tell_privately(interaction, failures_words.unreadable())

    async def _press(
        self,
        call: Callable[..., Awaitable[None]],
        component_type: int,
        factory: Any,
        interaction: Interaction,
        custom_id: str,
        match: re.Match[str],
    ) -> None:
        try:
            if not _shows(interaction.message, component_type, custom_id):
                raise LookupError  # noqa: TRY301 - discord.py would look for it there, and return in silence
            await call(component_type, factory, interaction, custom_id, match)
        except Exception as error:  # noqa: BLE001 - discord.py would lose it
            self.report("interaction_unreadable", error)
            await tell_privately(interaction, failures_words.unreadable())

    def _dispatch(
        self,
        store: Any,
        dispatch: Callable[[int, str, Interaction], None],
        component_type: int,
        custom_id: str,
        interaction: Interaction,
    ) -> None:
        """Answer a press that nobody listens for, which discord.py lets lie: the button of an older version."""
        message_id = interaction.message.id if interaction.message is not None else None
        listens = any(pattern.fullmatch(custom_id) for pattern in store._dynamic_items) or any(
            (component_type, custom_id) in store._views.get(key, {}) for key in (message_id, None)
        )
        if listens:
            dispatch(component_type, custom_id, interaction)
        else:
            log.info("press_not_listened_for")
            self._begin(tell_privately(interaction, private_words.not_listened()))

    def _submit(
        self,
        forms: Mapping[str, discord.ui.Modal],
        dispatch: Callable[..., None],
        custom_id: str,
        interaction: Interaction,
        *arguments: Any,
    ) -> None:
        form: Any = forms.get(custom_id)
        if form is None:
            # Opened before a restart, or longer ago than forms are kept.
            self._begin(tell_privately(interaction, failures_words.form_over()))
            return
        form.on_error = self._form_failed
        dispatch(custom_id, interaction, *arguments)

    async def _form_failed(self, interaction: Interaction, error: Exception) -> None:
        self.report("form_failed", error)
        await tell_failure(interaction, error, is_answered=interaction.response.is_done())

    def _answer(self, name: str, data: Any) -> None:
        """Answer whoever is behind an event that could not be read, where what it takes is there."""
        try:
            if name == "INTERACTION_CREATE":
                answer = self._answer_interaction(int(data["id"]), str(data["token"]), data.get("type"))
            elif name == "MESSAGE_CREATE" and not data["author"].get("bot") and self._is_named_in(data["content"]):
                answer = self._reply(int(data["channel_id"]), int(data["id"]), failures_words.unreadable())
            else:
                return
        except (AttributeError, KeyError, TypeError, ValueError):
            return
        self._begin(answer)

    def _begin(self, answer: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(answer, name="discord.py: answer")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer_interaction(self, interaction_id: int, token: str, kind: Any) -> None:
        # The numbers are in Discord's "Interaction Callback Type".
        body: dict[str, Any] = {
            "type": discord.InteractionResponseType.channel_message.value,
            "data": {
                "content": failures_words.unreadable(),
                "flags": _EPHEMERAL,
                "allowed_mentions": discord.AllowedMentions.none().to_dict(),
            },
        }
        if kind == discord.InteractionType.autocomplete.value:
            body = {"type": discord.InteractionResponseType.autocomplete_result.value, "data": {"choices": []}}
        path = "/interactions/{interaction_id}/{interaction_token}/callback"
        await self._send(Route("POST", path, interaction_id=interaction_id, interaction_token=token), body)

    async def _reply(self, channel_id: int, message_id: int, text: str) -> None:
        """Reply to a message past the library, which would read it again in what Discord returns."""
        body = {
            "content": text,
            "nonce": f"{message_id}-u",
            "enforce_nonce": True,
            "message_reference": {"message_id": str(message_id), "fail_if_not_exists": False},
            "allowed_mentions": discord.AllowedMentions.none().to_dict(),
        }
        await self._send(Route("POST", "/channels/{channel_id}/messages", channel_id=channel_id), body)

    async def _send(self, route: Route, body: Mapping[str, Any]) -> None:
        try:
            await self._client.http.request(route, json=body)
        except FAILURES as error:
            log.warning("private_answer_lost", cause=error)

    def _is_named_in(self, text: str) -> bool:
        user = self._client.user
        return user is not None and (f"<@{user.id}>" in text or f"<@!{user.id}>" in text)


def _shows(message: discord.Message | None, component_type: int, custom_id: str) -> bool:
    """Say whether a button or select is in a message, however deep in its layout."""
    wanted = (component_type, custom_id)
    return message is not None and any(
        (one.type.value, getattr(one, "custom_id", None)) == wanted for one in _walk(message.components)
    )


def _walk(components: Iterable[Any]) -> Iterator[Any]:
    for one in components:
        yield one
        yield from _walk(getattr(one, "children", ()))
        if isinstance(one, discord.SectionComponent):
            yield one.accessory


def _place(error: BaseException) -> str:
    *_, frame = traceback.extract_tb(error.__traceback__)
    return f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
