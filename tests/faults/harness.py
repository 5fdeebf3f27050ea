"""The real process between a Discord and an images API on loopback, killed and started again, and its audit."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import re
import signal
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.domain.errors import ProviderError, Stopped
from bot.words import failures as failures_words
from tests.faults.stored_jobs import ENDED, Entry, StoredJobs
from tests.standin.provider import OUTPUT_TOKENS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.standin.calls import Call
    from tests.standin.handle import Handle
    from tests.standin.messages import Message
    from tests.standin.platform import Platform
    from tests.standin.process import BotProcess
    from tests.standin.provider import ImagesProvider
    from tests.standin.world import Channel, User

MICROUSD_A_PICTURE = OUTPUT_TOKENS * 30
"""gpt-image-2: 30 USD a million tokens."""
_PRESS = 3
"""`MESSAGE_COMPONENT`, of the types of an interaction."""
KEYED = {"IMAGES_SEND_FIELDS": "idempotency_key"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request of a person who asks for nothing else, in a channel that is for nothing else."""

    handle: Handle
    user: User
    channel: Channel
    prompt: str
    n: int

    @property
    def id(self) -> int:
        """The job's id."""
        return self.handle.id

    @property
    def original(self) -> str:
        """What the path of its original answer matches."""
        return rf"/{re.escape(self.handle.interaction.token)}/messages/@original$"


@dataclass(slots=True, kw_only=True)
class Harness:
    """What a test works with; `make` makes a process that is not started, `url` is its PostgreSQL database."""

    discord: Platform
    images: ImagesProvider
    stored_jobs: StoredJobs
    url: str
    blobs: Path
    make: Callable[..., BotProcess]
    bot: BotProcess
    asked: list[Asked] = field(default_factory=list)
    unheard: dict[int, tuple[int, int]] = field(default_factory=dict)
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def new_prompt(self) -> str:
        """Give a prompt that nobody has asked for, and that is no part of another one."""
        return f"fox {next(self.numbers)}."

    async def ask(self, prompt: str | None = None, *, n: int = 1, command: str = "imagine", **options: Any) -> Asked:
        """Have a new person ask for pictures in a new channel."""
        prompt, discord, number = prompt or self.new_prompt(), self.discord, len(self.asked) + 1
        user = discord.add_user(f"asker{number}")
        channel = discord.add_channel(discord.guild, f"channel{number}")
        handle = await discord.slash(user, channel, command, prompt=prompt, n=n, **options)
        self.asked.append(Asked(handle, user, channel, prompt, n))
        return self.asked[-1]

    async def kill(self) -> None:
        """Kill the process, unless it was killed, and wait until it is gone from Discord as well.

        What was asked for and is neither recorded nor acknowledged by then, nobody has ever heard of: the next process
        does, if there is a session for it to resume. `unheard` keeps how much was told and called before that.
        """
        with suppress(ProcessLookupError):
            os.kill(self.bot.pid, signal.SIGKILL)
        assert await self.bot.exited() == -signal.SIGKILL
        await self.discord.wait_until_offline()
        recorded = await asyncio.to_thread(self.stored_jobs.read)
        lost = [one for one in self.asked if one.id not in recorded and one.handle.answer is None]
        before = len(self.discord.gateway.deliveries), len(self.discord.state.calls.items)
        self.unheard |= {one.id: before for one in lost}

    async def ended(self, *, timeout_seconds: float = 30.0) -> dict[int, Entry]:
        """Wait until all jobs have ended."""
        for asked in [one for one in self.asked if one.id in self.unheard]:
            await self._hear_again(asked)
        ids = {one.id for one in self.asked} - self.unheard.keys()
        await self.stored_jobs.wait(ids, ENDED, timeout_seconds=timeout_seconds)
        return await asyncio.to_thread(self.stored_jobs.read)

    async def _hear_again(self, asked: Asked) -> None:
        """Wait until the next process has acted on a request that it was told of: it takes it within three seconds."""
        told, called = self.unheard[asked.id]
        await self.discord.wait_until_heard()
        if all(one.event_id != asked.id for one in self.discord.gateway.deliveries[told:]):
            return
        path = f"/interactions/{asked.id}/"
        await self.discord.state.calls.first(lambda call: path in call.path, timeout_seconds=20.0, after=called)
        if asked.handle.answer is not None:
            del self.unheard[asked.id]

    def messages(self, asked: Asked) -> list[Message]:
        """List what is posted for a request, as it stands now; what a press of a button is told is beside it."""
        posted = (one for one in self.discord.messages(asked.channel) if one.author is self.discord.state.bot)
        return [one for one in posted if (one.interaction_metadata or {}).get("type") != _PRESS]

    async def audit(self, *, timeout_seconds: float = 30.0) -> dict[int, Entry]:
        """Wait until all jobs have ended, and check that none is lost, delivered twice or charged twice."""
        entries = await self.ended(timeout_seconds=timeout_seconds)
        problems = [problem for one in self.asked for problem in self._problems(one, entries.get(one.id))]
        if problems:
            raise AssertionError("\n".join(problems))
        return entries

    def _problems(self, asked: Asked, entry: Entry | None) -> list[str]:
        messages = self.messages(asked)
        checks = {
            "lost": entry is not None or (asked.id in self.unheard and not messages),
            "paid twice": self.images.charges(asked.prompt) <= 1,
            "still loading": not any(one.loading for one in messages) or asked.handle.interaction.expired,
        }
        if entry is not None and entry.state == "delivered":
            checks |= self._check_pictures(asked, entry, messages)
        elif entry is not None:
            checks |= _check_sentence(asked, entry, messages)
        shown = [one.content for one in messages]
        problems = [f"{asked.prompt} {name}: {entry} {shown}" for name, good in checks.items() if not good]
        return [*problems, *(self._edits(asked) if problems else ())]

    def _edits(self, asked: Asked) -> list[str]:
        """Tell how an answer came to be what it is."""
        calls = [one for one in self.discord.state.calls.items if re.search(asked.original, one.path)]
        return [f"{one.at} {one.method} {one.status} {json.dumps(one.body)[:200]}" for one in calls]

    def _check_pictures(self, asked: Asked, entry: Entry, messages: list[Message]) -> dict[str, bool]:
        files = [file for message in messages for file in message.attachments]
        drawn = [
            picture for one in self.images.requests.items if one.prompt == asked.prompt for picture in one.pictures
        ]
        return {
            "pictures": [one.filename.rsplit(".", 1)[0] for one in files]
            == [f"easel-{asked.id}-{place}" for place in range(1, asked.n + 1)],
            "other pictures": Counter(one.data for one in files) <= Counter(drawn),
            "buttons": asked.handle.interaction.expired or not any(map(has_cancel, messages)),
            "charge": (entry.charge, entry.microusd, entry.pictures)
            == ("settled", MICROUSD_A_PICTURE * asked.n, asked.n),
            "never paid": self.images.charges(asked.prompt) == 1,
            "parts": set(entry.parts) == {"sent"},
        }


def _check_sentence(asked: Asked, entry: Entry, messages: list[Message]) -> dict[str, bool]:
    text = failures_words.explain(entry.failure) if entry.failure else None
    lost = isinstance(entry.failure, ProviderError | Stopped) and entry.failure.may_have_cost
    said = sum(text is not None and text in message.content for message in messages)
    return {
        "undeliverable": entry.state == "failed",
        "sentence": said == 1,
        "more than a sentence": asked.handle.interaction.expired or len(messages) == 1,
        "picture beside a sentence": not any(message.attachments for message in messages),
        "buttons": asked.handle.interaction.expired or not any(map(has_cancel, messages)),
        "charge": entry.charge == "lost" if lost else (entry.charge or "released", entry.microusd) == ("released", 0),
    }


def has_cancel(message: Message) -> bool:
    """Say whether a message offers to cancel."""
    return any(control["custom_id"].startswith("cancel:") for control in message.controls)


def is_final_edit(call: Call) -> bool:
    """Say whether a call edits an answer into its outcome, and is no progress."""
    return '"cancel:' not in json.dumps(call.body)
