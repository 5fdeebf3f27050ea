"""Users who are at work while processes come and go."""

from __future__ import annotations

import asyncio
import itertools
import random
from typing import TYPE_CHECKING

from bot.words import conversation as conversation_words
from tests.fleet.acts import Act, Kind
from tests.standin.errors import BotOffline, NotOffered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.standin.messages import Message
    from tests.standin.platform import Platform
    from tests.standin.world import Channel, User

_VARY, _INFO = (conversation_words.RESULT_BUTTONS[name] for name in ("vary", "info"))
# Out of ten acts, as they come again and again: what is asked of a picture needs one first.
_ROUND = (
    *(Kind.COMMAND, Kind.MENTION, Kind.GREETING, Kind.COMMAND, Kind.REPLY),
    *(Kind.COMMAND, Kind.BUTTON, Kind.MENTION, Kind.SMALL, Kind.GREETING),
)
_LATEST = 50


class Load:
    """Acts in all guilds, so many a second; `acts` has them all.

    The same acts come in the same order each time, in guilds that a seed chooses.
    """

    def __init__(
        self, discord: Platform, channels: Sequence[Channel], *, acts_per_second: float, seed: int = 1
    ) -> None:
        self.acts: list[Act] = []
        self._discord = discord
        self._places = list(channels)
        self._pause_seconds = 1 / acts_per_second
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self._numbers = itertools.count(1)
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Go on until `end`."""
        self._task = asyncio.create_task(self._go_on())

    async def end(self) -> None:
        """Let nobody do anything more; raises what went wrong."""
        if self._task is not None:
            self._task.cancel()
            (outcome,) = await asyncio.gather(self._task, return_exceptions=True)
            if isinstance(outcome, Exception):
                raise outcome

    async def more(self, count: int) -> None:
        """Wait until so many acts more have been done."""
        wanted = len(self.acts) + count
        while len(self.acts) < wanted:
            if self._task is not None and self._task.done():
                await self._task
            await asyncio.sleep(self._pause_seconds)

    async def _go_on(self) -> None:
        for kind in itertools.cycle(_ROUND):
            await asyncio.sleep(self._pause_seconds * self._random.uniform(0.5, 1.5))
            try:
                act = await self._do(kind, self._random.choice(self._places))
            except (BotOffline, NotOffered):
                # Nobody at all is connected, or a picture was just changed by its answer: a user tries again later.
                continue
            self.acts.append(act)

    async def _do(self, kind: Kind, channel: Channel) -> Act:
        discord = self._discord
        me, user = f"<@{discord.state.bot.id}>", _member(channel)
        if kind in {Kind.REPLY, Kind.BUTTON, Kind.SMALL} and (found := self._find_picture()):
            return await self._ask_of(kind, *found)
        match kind:
            case Kind.GREETING:
                return Act(kind=kind, user=user, channel=channel, message=await discord.say(user, channel, me))
            case Kind.MENTION:
                prompt = self._new_prompt()
                said = await discord.say(user, channel, f"{me} {prompt}")
                return Act(kind=kind, user=user, channel=channel, message=said, prompt=prompt, pictures=1)
            case _:
                prompt, n = self._new_prompt(), self._random.choice((1, 1, 2))
                handle = await discord.slash(user, channel, "imagine", prompt=prompt, n=n)
                return Act(kind=Kind.COMMAND, user=user, channel=channel, handle=handle, prompt=prompt, pictures=n)

    async def _ask_of(self, kind: Kind, parent: Act, shown: Message) -> Act:
        """Do something with a result."""
        discord, user, channel = self._discord, _member(shown.channel), shown.channel
        match kind:
            case Kind.REPLY:
                prompt = self._new_prompt()
                said = await discord.say(user, channel, f"<@{discord.state.bot.id}> {prompt}", reply_to=shown)
                return Act(kind=kind, user=user, channel=channel, message=said, prompt=prompt, pictures=1)
            case Kind.BUTTON:
                handle = await discord.click(user, shown, _VARY)
                return Act(kind=kind, user=user, channel=channel, handle=handle, prompt=parent.prompt, pictures=1)
            case _:
                return Act(kind=kind, user=user, channel=channel, handle=await discord.click(user, shown, _INFO))

    def _find_picture(self) -> tuple[Act, Message] | None:
        """Find a result of one picture among the latest; None where there is none yet."""
        found = [
            (act, message)
            for act in self.acts[-_LATEST:]
            if act.pictures == 1
            for message in act.answers(self._discord)
            if message.attachments and message.controls
        ]
        return self._random.choice(found) if found else None

    def _new_prompt(self) -> str:
        return f"fox {next(self._numbers)}."


def _member(channel: Channel) -> User:
    if channel.guild is None:
        raise ValueError(channel)
    return channel.guild.owner
