"""Every call of Discord, asked once more where its failure passes; what discord.py cannot read becomes one error.

discord.py 2.7.1 asks again by itself after most 5xx, and after a 429 that says so in the usual form. It raises what
else passes: a 503, a page of Cloudflare, code 40333, a 429 of a proxy. This module touches its private names.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from typing import Any

import discord
import structlog
from discord.http import Route
from discord.webhook.async_ import async_context

from bot.chat.platform.errors import (
    FAILURES,
    UnreadableAnswer,
    is_global,
    meaning_of,
    read_id,
    reading_answers,
    wait_seconds,
)
from bot.chat.platform.refusals import Meaning

RETRY_SECONDS = 15.0
"""For how long a call is asked again; who can wait for longer does so by itself."""
CALLBACK_SECONDS = 2.5
"""The same for an acknowledgement, which Discord takes within 3 s ("Receiving and Responding")."""
_PAUSES_SECONDS = (0.5, 1.0, 2.0, 4.0)
_ASKED_AGAIN_BY_LIBRARY = frozenset({500, 502, 504, 524})

_CALLBACK = "/interactions/"
_DEFERRALS = frozenset(
    {
        discord.InteractionResponseType.deferred_channel_message.value,
        discord.InteractionResponseType.deferred_message_update.value,
    }
)
_FIRST_REFUSAL = 400

log = structlog.get_logger(__name__)

Request = Callable[..., Awaitable[Any]]


@dataclass(slots=True)
class TakenAnswers:
    """How many answers Discord has taken while one interaction was answered; a deferral is none."""

    count: int = 0


taken_answers: ContextVar[TakenAnswers | None] = ContextVar("taken_answers", default=None)
asked_once: ContextVar[bool] = ContextVar("asked_once", default=False)
"""Set for what is not worth asking again: by then it says what was, maybe over what has come meanwhile."""


class Transport:
    """The calls of one client."""

    def __init__(self) -> None:
        self._closed_until = 0.0

    def install(self, client: discord.Client) -> None:
        """Take over the calls of a client, in its `setup_hook`: by its token, and by the tokens of interactions."""
        http: Any = client.http
        adapter: Any = async_context.get()
        for caller in (http, adapter):
            if not isinstance(caller.__dict__.get("request"), partial):
                caller.request = partial(self._ask, caller.request)

    async def _ask(
        self, request: Request, route: Route, *args: Any, files: Sequence[discord.File] | None = None, **options: Any
    ) -> Any:
        is_callback = route.path.startswith(_CALLBACK)
        loop = asyncio.get_running_loop()
        give_up_at = loop.time() + (CALLBACK_SECONDS if is_callback else RETRY_SECONDS)
        for attempt in range(len(_PAUSES_SECONDS) + 1):
            if attempt:
                for file in files or ():
                    file.reset(seek=True)
            if not is_callback and self._closed_until > loop.time():
                await asyncio.sleep(min(self._closed_until, give_up_at) - loop.time())
            try:
                with reading_answers():
                    answer = await request(route, *args, files=files, **options)
            except FAILURES as error:
                if is_callback and attempt and meaning_of(error) is Meaning.ACKNOWLEDGED:
                    # What was lost on the way was not the attempt before, but the word that it had arrived.
                    answer = None
                else:
                    wait = self._wait(error, attempt)
                    if not _passes(error, route) or wait is None or loop.time() + wait > give_up_at:
                        raise
                    log.info("discord_asked_again", wait_seconds=round(wait, 1), cause=type(error).__name__)
                    await asyncio.sleep(wait)
                    continue
            _note_taken(route, options)
            return _callback_answer(route, answer) if is_callback else _read(answer)
        raise AssertionError  # pragma: no cover - the last attempt raises or returns

    def _wait(self, error: Exception, attempt: int) -> float | None:
        """Tell how long to wait before a call is made again; None where that was often enough."""
        asked = wait_seconds(error)
        if asked and is_global(error):
            self._closed_until = asyncio.get_running_loop().time() + asked
        attempts = 0 if asked_once.get() else len(_PAUSES_SECONDS)
        return max(_PAUSES_SECONDS[attempt], asked) if attempt < attempts else None


def _read(answer: Any) -> Any:
    """Read what discord.py gives as text because its type is not spelled `application/json`."""
    if not isinstance(answer, str):
        return answer
    try:
        return json.loads(answer)
    except (ValueError, RecursionError):
        return answer


def _passes(error: Exception, route: Route) -> bool:
    """Say whether a call may be made again here; what may have arrived is its caller's to find."""
    if meaning_of(error) is not Meaning.PASSING:
        return False
    if isinstance(error, discord.HTTPException):
        return error.status not in _ASKED_AGAIN_BY_LIBRARY
    is_refused = isinstance(error, UnreadableAnswer) and error.status >= _FIRST_REFUSAL
    return is_refused or route.method != "POST" or route.path.startswith(_CALLBACK)


def _note_taken(route: Route, options: dict[str, Any]) -> None:
    taken = taken_answers.get()
    payload = options.get("payload")
    is_deferral = isinstance(payload, dict) and payload.get("type") in _DEFERRALS
    if taken is not None and route.method in {"POST", "PATCH"} and not is_deferral:
        taken.count += 1


def _callback_answer(route: Route, answer: Any) -> Any:
    """Give discord.py no more of the answer to an acknowledgement than it needs: that it was taken is what counts."""
    told = answer.get("interaction") if isinstance(answer, dict) else None
    told = told if isinstance(told, dict) else {}
    interaction: dict[str, Any] = {"id": str(route.webhook_id), "type": 0}
    try:
        interaction["response_message_id"] = str(read_id({"id": told["response_message_id"]}))
    except (KeyError, *FAILURES):
        pass
    return {"interaction": interaction}
