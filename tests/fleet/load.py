"""Users who are at work while processes come and go."""

from __future__ import annotations

import asyncio
import itertools
import random
from typing import TYPE_CHECKING

from bot.words import conversation as conversation_words
from tests.fleet.acts import Act, Kind
from tests.integration.pictures import mask_png
from tests.standin.attachments import File
from tests.standin.errors import BotOffline, NotOffered
from tests.standin.samples import numbered_png

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.standin.messages import Message
    from tests.standin.platform import Platform
    from tests.standin.world import Channel, User

_VARY, _INFO = (conversation_words.RESULT_BUTTONS[name] for name in ("vary", "info"))
_GO = conversation_words.PREVIEW_BUTTONS["go"]
# Out of a dozen acts, as they come again and again: what is asked of a picture or a draft needs one first.
_ROUND = (
    *(Kind.COMMAND, Kind.MENTION, Kind.GREETING, Kind.DRAFT, Kind.REPLY, Kind.REFUSAL),
    *(Kind.COMMAND, Kind.BUTTON, Kind.GO, Kind.MENTION, Kind.SMALL, Kind.COMMAND),
)
_PICTURE, _MASK = File("photo.png", numbered_png(1)), File("mask.png", mask_png(64, 64))
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
        self._sent: set[int] = set()
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
        if kind is Kind.GO and (draft := self._find_draft()):
            return await self._send(*draft)
        prompt = "" if kind is Kind.GREETING else self._new_prompt()
        match kind:
            case Kind.GREETING | Kind.MENTION | Kind.REFUSAL:
                words = f"{me} {prompt}" + (" --n 99" if kind is Kind.REFUSAL else "")
                said = await discord.say(user, channel, words)
                is_paid = kind.is_paid
                return Act(
                    kind=kind, user=user, channel=channel, message=said, prompt=prompt * is_paid, pictures=int(is_paid)
                )
            case Kind.DRAFT:
                handle = await discord.slash(
                    user, channel, "edit", prompt=prompt, image=_PICTURE, mask=_MASK, preview=True
                )
                return Act(kind=kind, user=user, channel=channel, handle=handle, prompt=prompt)
            case _:
                n = self._random.choice((1, 1, 2))
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

    async def _send(self, draft: Act, shown: Message) -> Act:
        """Press Go."""
        self._sent.add(draft.event_id)
        handle = await self._discord.click(draft.user, shown, _GO)
        return Act(kind=Kind.GO, user=draft.user, channel=draft.channel, handle=handle, prompt=draft.prompt, pictures=1)

    def _find_draft(self) -> tuple[Act, Message] | None:
        """Find a draft that was not sent, among the latest acts; None where there is none yet."""
        for act in reversed(self.acts[-_LATEST:]):
            if act.kind is Kind.DRAFT and act.event_id not in self._sent:
                for message in act.answers(self._discord):
                    if any(control.get("label") == _GO for control in message.controls):
                        return act, message
        return None

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
