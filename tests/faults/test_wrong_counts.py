"""Answers with more or fewer pictures than were asked for, also to a process that is killed with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.domain.errors import EmptyAnswer
from tests.faults.harness import KEYED, MICROUSD_A_PICTURE
from tests.standin.provider import Draw, Moment

if TYPE_CHECKING:
    from tests.faults.conftest import Open
    from tests.faults.harness import Asked, Harness

ASKED_FOR = 2


async def ask_for_wrong_counts(harness: Harness, counts: tuple[int, ...]) -> list[Asked]:
    asked = []
    for count in counts:
        prompt = harness.new_prompt()
        harness.images.always(re.escape(prompt), Draw(n=count))
        asked.append(await harness.ask(prompt, n=ASKED_FOR))
    return asked


@pytest.mark.parametrize("killed", [False, True])
async def test_an_answer_of_a_wrong_count_is_posted_once_up_to_what_was_asked_for(
    studio_on: Open,
    killed: bool,  # noqa: FBT001
) -> None:
    harness = studio_on("sqlite", **KEYED)
    counts = (0, 1, 2, 3, 40)
    async with harness.bot:
        if killed:
            gates = [harness.images.hold_next(Moment.SENT) for _ in counts]
        asked = await ask_for_wrong_counts(harness, counts)
        if killed:
            for gate in gates:
                await gate.reached()
            await harness.kill()
            for gate in gates:
                gate.cut()
            await harness.bot.start()
        entries = await harness.ended()
        for one, count in zip(asked, counts, strict=True):
            entry, posted = entries[one.id], min(count, ASKED_FOR)
            files = [file for message in harness.messages(one) for file in message.attachments]
            names = [f"easel-{one.id}-{place}" for place in range(1, posted + 1)]
            assert [file.filename.rsplit(".", 1)[0] for file in files] == names
            assert harness.images.charges(one.prompt) == 1
            if not count:
                assert isinstance(entry.failure, EmptyAnswer)
                assert entry.charge == "lost"
                continue
            # What `usage` says was made is what was paid for.
            assert (entry.charge, entry.pictures) == ("settled", posted)
            assert entry.microusd == MICROUSD_A_PICTURE * count
        await harness.ask()
        assert (await harness.ended())[harness.asked[-1].id].state == "delivered"
