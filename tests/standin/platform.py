"""The stand-in as a test sees it: users who act, what the bot posts, and failures on order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Self

from tests.standin.actors import Actors
from tests.standin.faults import Cut, ErrorReply, Fault, Gate
from tests.standin.server import API_PREFIX, Server
from tests.standin.spec import answer_violations, request_violations
from tests.standin.state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from tests.standin.calls import Call
    from tests.standin.gateway import Gateway
    from tests.standin.messages import Message
    from tests.standin.world import Channel

# Shaped like a real one, so that whatever looks for a leaked token finds this one too.
STANDIN_TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GsTaNd.stand-in-for-a-secret-that-is-not-one"


def _any_call(_call: Call) -> bool:
    return True


class Platform(Actors):
    """Discord, for one bot: start it with `async with`, connect the bot, and act as its users."""

    def __init__(self, *, token: str = STANDIN_TOKEN) -> None:
        super().__init__(State(token=token))
        self._server = Server(self.state)

    async def __aenter__(self) -> Self:
        await self._server.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._server.stop()
        if self._server.crashes:
            raise ExceptionGroup("the stand-in failed", self._server.crashes)

    @property
    def gateway(self) -> Gateway:
        """The gateway, to cut connections and to look at sessions."""
        return self._server.gateway

    def environment(self, client: str = "") -> dict[str, str]:
        """Return the variables that point the bot here; `client` names its process to the gateway."""
        return {
            "DISCORD_TOKEN": self.state.token,
            "DISCORD_API_URL": self.state.base_url + API_PREFIX,
            "DISCORD_GATEWAY_URL": "/".join(filter(None, [self.state.gateway_url, client])),
            "DISCORD_CDN_HOSTS": self.state.base_url,
        }

    async def wait_for_message(self, predicate: Callable[[Message], bool], *, timeout_seconds: float = 10.0) -> Message:
        """Wait for a message of the bot's in a certain state; one that is there already counts too."""
        bot = self.state.bot
        return await self.state.messages.feed.first(
            lambda message: message.author is bot and predicate(message), timeout_seconds=timeout_seconds
        )

    async def wait_until_ready(self, *, timeout_seconds: float = 15.0, after: int = 0) -> None:
        """Wait until a bot is connected and has registered commands.

        `after` skips so many of the sessions that `gateway.ready` counts: those of a process that is gone.
        """
        await self.gateway.ready.first(lambda _session: True, timeout_seconds=timeout_seconds, after=after)
        await self.state.commands.registered.first(lambda _scope: True, timeout_seconds=timeout_seconds)

    async def wait_until_heard(self, *, timeout_seconds: float = 20.0) -> None:
        """Wait until somebody listens: a process that was killed has its shards until it is missed."""
        while not self.gateway.is_heard:
            seen = len(self.gateway.ready.items)
            await self.gateway.ready.first(lambda _session: True, timeout_seconds=timeout_seconds, after=seen)

    async def wait_until_offline(self, *, timeout_seconds: float = 5.0) -> None:
        """Wait until nobody is connected: what a process leaves behind is noticed a moment after its end."""
        if self.gateway.connected:
            seen = len(self.gateway.ended.items)
            await self.gateway.ended.first(
                lambda _connection: not self.gateway.connected, timeout_seconds=timeout_seconds, after=seen
            )

    def messages(self, channel: Channel) -> list[Message]:
        """Return the messages of a channel as they stand now, the ephemeral ones too."""
        return self.state.messages.of_channel(channel)

    @property
    def spec_violations(self) -> list[str]:
        """What the bot sent against Discord's own description of its API."""
        return request_violations(self.state.calls.items)

    @property
    def answer_violations(self) -> list[str]:
        """What this stand-in answered against the same description."""
        return answer_violations(self.state.calls.items)

    def fail_next(
        self,
        method: str,
        path: str,
        *,
        status: int = 500,
        code: int = 0,
        message: str = "",
        headers: Mapping[str, str] | None = None,
        errors: Mapping[str, object] | None = None,
        times: int = 1,
        applied: bool = False,
        where: Callable[[Call], bool] = _any_call,
    ) -> None:
        """Answer the next calls whose path matches a regular expression with an error.

        A 429 takes its wait from `Retry-After` in `headers`; `errors` names fields as Discord does. With `applied` the
        call takes effect all the same. `where` chooses among the calls of a path, by their bodies and files.
        """
        reply = ErrorReply(
            status=status, code=code, message=message or f"{status}: ordered", headers=headers or {}, errors=errors
        )
        self._order(method, path, effect=reply, times=times, applied=applied, where=where)

    def cut_next(self, method: str, path: str, *, times: int = 1, applied: bool = False) -> None:
        """Drop the connection of the next calls without an answer, before or after they take effect."""
        self._order(method, path, effect=Cut(), times=times, applied=applied)

    def hold_next(
        self, method: str, path: str, *, applied: bool = False, where: Callable[[Call], bool] = _any_call
    ) -> Gate[Call]:
        """Hold the next call until the gate is released or cut; nobody touching it makes it hang."""
        gate: Gate[Call] = Gate()
        self._order(method, path, effect=gate, times=1, applied=applied, where=where)
        return gate

    def _order(
        self,
        method: str,
        path: str,
        *,
        effect: ErrorReply | Cut | Gate[Call],
        times: int,
        applied: bool,
        where: Callable[[Call], bool] = _any_call,
    ) -> None:
        fault = Fault(method=method, path=re.compile(path), effect=effect, applied=applied, times=times, where=where)
        self._server.faults.order(fault)
