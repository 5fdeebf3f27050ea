"""What came of each act, by the books of the platform and of the images API; ours are not asked."""

from __future__ import annotations

import asyncio
import re
from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING

from tests.faults.harness import has_cancel
from tests.fleet.acts import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.fleet.acts import Act
    from tests.fleet.fleet import Pause
    from tests.standin.messages import Message
    from tests.standin.platform import Platform
    from tests.standin.provider import ImagesProvider
    from tests.standin.sessions import Delivery

_REACTS_WITHIN_SECONDS = 3.0
"""A process that lives as long after it was sent an event has it on record; of an interaction it is acknowledged."""
_IN_TIME_SECONDS = 1.5
"""An interaction that is sent later, after a resume, may not be acknowledged in time by anybody."""
_PROMPT = re.compile(r"fox \d+\.")


@dataclass(frozen=True, slots=True)
class Heard:
    """A process that was told of an event, and how long it lived on: until its end, its connection's or a pause."""

    client: str
    at: float
    lived_seconds: float
    left_by_itself: bool


@dataclass(slots=True)
class Verdict:
    """What is wrong, how many acts were answered, and how many nobody could answer, or in a sentence alone."""

    problems: list[str] = field(default_factory=list)
    answered: Counter[str] = field(default_factory=Counter)
    unheard: int = 0
    interrupted: int = 0

    def __str__(self) -> str:
        kinds = ", ".join(f"{count} of {kind}" for kind, count in sorted(self.answered.items()))
        return f"answered: {kinds}; nobody was there: {self.unheard}; told that it was interrupted: {self.interrupted}"


class Judge:
    """Reads the books; `acts` may grow, and `pauses` says which process heard nothing for a while."""

    def __init__(
        self, discord: Platform, images: ImagesProvider, acts: Sequence[Act], *, pauses: Sequence[Pause] = ()
    ) -> None:
        self._discord = discord
        self._images = images
        self._acts = acts
        self._pauses = pauses

    async def settle(self, *, timeout_seconds: float) -> None:
        """Wait until whatever has to be answered is answered, or for so long; then it is for `judge` to say."""
        feed = self._discord.state.messages.feed
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout_seconds):
                while self._open():
                    await feed.first(lambda _: True, timeout_seconds=timeout_seconds, after=len(feed.items))

    def judge(self) -> Verdict:
        """Look at every act, every message and every payment."""
        verdict, heard = Verdict(), self._heard()
        for act in self._acts:
            self._judge_act(act, heard[act.event_id], verdict)
        self._judge_payments(verdict)
        self._judge_strays(verdict)
        return verdict

    def _open(self) -> list[Act]:
        heard = self._heard()
        return [act for act in self._acts if must_answer(act, heard[act.event_id]) and not self._is_over(act)]

    def _heard(self) -> defaultdict[int, list[Heard]]:
        """Say by the ids of events who was told of each."""
        found: defaultdict[int, list[Heard]] = defaultdict(list)
        for delivery in self._discord.gateway.deliveries:
            found[delivery.event_id].append(self._hear(delivery))
        return found

    def _hear(self, delivery: Delivery) -> Heard:
        connection, at = delivery.connection, delivery.at
        paused = [one.since for one in self._pauses if one.client == connection.client and at < one.until]
        ended_at = min([inf if connection.ended_at is None else connection.ended_at, *paused])
        left = connection.close_code is not None and not paused
        return Heard(connection.client, at, max(0.0, ended_at - at), left_by_itself=left)

    def _is_over(self, act: Act) -> bool:
        return any(is_outcome(message) for message in act.answers(self._discord))

    def _judge_act(self, act: Act, heard: list[Heard], verdict: Verdict) -> None:
        answers = act.answers(self._discord)
        pictures = sum(len(message.attachments) for message in answers)
        interrupted = act.kind.is_paid and bool(answers) and pictures == 0
        acknowledged = act.handle is not None and act.handle.answer is not None
        # Where its process is killed, nobody goes on with what is on no record.
        cut_short = not act.kind.is_recorded and was_killed(heard) and not self._is_over(act)
        if cut_short or (not answers and not acknowledged and not must_answer(act, heard)):
            verdict.unheard += 1
            return
        wrong = {
            "lost": not answers,
            "answered more than once": len(answers) > 1,
            "never finished": not all(is_outcome(message) for message in answers),
            "another number of pictures": not interrupted and act.kind is not Kind.DRAFT and pictures != act.pictures,
            "interrupted without a kill": interrupted and not was_killed(heard),
        }
        verdict.problems += [f"{name}: {self._describe(act)}" for name, is_so in wrong.items() if is_so]
        verdict.interrupted += interrupted
        verdict.answered[act.kind.name.lower()] += not any(wrong.values()) and not interrupted

    def _judge_payments(self, verdict: Verdict) -> None:
        """Each answer with pictures was paid once, nothing else was, and no picture was shown twice."""
        shown, posted = Counter[str](), Counter[bytes]()
        for act in self._acts:
            if act.kind is Kind.DRAFT:
                # It shows what its asker has sent.
                continue
            files = [file.data for message in act.answers(self._discord) for file in message.attachments]
            posted.update(files)
            shown[act.prompt] += bool(files)
        paid, drawn = Counter[str](), Counter[bytes]()
        for asked in self._images.requests.items:
            if asked.charged:
                found = _PROMPT.search(asked.prompt)
                paid[found[0] if found else asked.prompt] += 1
                drawn.update(asked.pictures)
        for prompt in sorted(set(paid) | set(shown)):
            if paid[prompt] != shown[prompt]:
                verdict.problems.append(f"{prompt} was paid {paid[prompt]} times and shown {shown[prompt]} times")
        if posted - drawn:
            verdict.problems.append(f"{(posted - drawn).total()} pictures were shown twice, or nobody drew them")

    def _judge_strays(self, verdict: Verdict) -> None:
        """Whatever the bot has posted answers something, or tells once of an interaction that came too late."""
        discord = self._discord
        known = {message.id for act in self._acts for message in act.answers(discord)}
        missed = Counter(
            (act.channel.id, f"<@{act.user.id}>") for act in self._acts if act.handle and act.handle.answer is None
        )
        for channel in list(discord.state.channels.values()):
            for message in discord.messages(channel):
                if message.author is not discord.state.bot or message.id in known:
                    continue
                to = (channel.id, message.content.partition(",")[0])
                missed[to] -= 1
                if missed[to] < 0:
                    verdict.problems.append(f"answers nothing: {message.content!r}")

    def _describe(self, act: Act) -> str:
        told = [
            f"{one.client} after {one.at - act.at:.2f} s, which lived {one.lived_seconds:.2f} s"
            for one in self._heard()[act.event_id]
        ]
        shown = [(one.content, len(one.attachments)) for one in act.answers(self._discord)]
        answer = act.handle.answer if act.handle is not None else None
        return f"{act.kind.name.lower()} {act.prompt} {act.event_id} {answer} told to {told} answered {shown}"


def is_outcome(message: Message) -> bool:
    """Say whether a message is the last word, and no progress."""
    return not message.loading and not has_cancel(message)


def must_answer(act: Act, heard: Sequence[Heard]) -> bool:
    """Say whether somebody heard of an act, in time, and lived on, or left in his own time."""
    if act.handle is not None:
        heard = [one for one in heard if one.at - act.at < _IN_TIME_SECONDS]
    return any(one.left_by_itself or one.lived_seconds >= _REACTS_WITHIN_SECONDS for one in heard)


def was_killed(heard: Sequence[Heard]) -> bool:
    """Say whether a process that was told of an act was killed or frozen soon after."""
    return any(not one.left_by_itself and one.lived_seconds < _REACTS_WITHIN_SECONDS for one in heard)
