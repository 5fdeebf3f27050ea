"""Each statement of a job's way fails once at a real PostgreSQL: nothing is lost or paid twice, and all goes on."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from bot.domain.errors import StorageDown
from bot.words.failures import explain
from tests.faults.harness import KEYED, has_cancel
from tests.standin.statement_proxy import Failure, StatementProxy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.faults.conftest import Open
    from tests.faults.harness import Harness
    from tests.standin.messages import Message
    from tests.standin.postgres import PostgresServer
    from tests.standin.statement_proxy import Statement

LEARNING_JOBS = 8
"""After five times the driver prepares a statement: https://www.psycopg.org/psycopg3/docs/advanced/prepare.html"""
AT_ONCE = 12
FAULTS_A_JOB = 4


async def test_each_statement_fails_once_in_each_way_and_nothing_is_lost_or_doubled(
    studio_on: Open, server: PostgresServer
) -> None:
    url = server.empty_database()
    async with StatementProxy.before(url) as proxy:
        harness = studio_on("postgresql", url=url, DATABASE_URL=proxy.url, **KEYED)
        async with harness.bot:
            statements = await learn(harness, proxy)
            assert len(statements) > 27
            lost = [(one, Failure.BEFORE) for one in statements]
            # After any other statement of a transaction is before the next one.
            lost += [(one, Failure.AFTER) for one in statements if one.text == "COMMIT" or not one.after]
            await fail_each(lost, harness, proxy)
            entries = await harness.audit()
            # Of a lost connection nobody hears.
            assert {entry.state for entry in entries.values()} == {"delivered"}
            await fail_each([(one, Failure.REFUSED) for one in statements], harness, proxy)
            await let_go_of_refused(harness)
            entries = await harness.audit()
            failed = [one for one in harness.asked if entries[one.id].state != "delivered"]
            assert [harness.images.charges(one.prompt) for one in failed] == [0] * len(failed)
            await harness.ask()
            await harness.audit()
            assert "job_broke" not in harness.bot.output


async def learn(harness: Harness, proxy: StatementProxy) -> list[Statement]:
    """List the statements that every job comes by."""
    await harness.ask()
    await harness.audit()
    proxy.seen.clear()
    for _ in range(LEARNING_JOBS):
        await harness.ask()
    await harness.audit()
    return [statement for statement, count in proxy.seen.items() if count >= LEARNING_JOBS]


async def fail_each(faults: Iterable[tuple[Statement, Failure]], harness: Harness, proxy: StatementProxy) -> None:
    """Let each fault happen once, while people go on asking."""
    left = deque(faults)

    async def ask() -> None:
        while left or proxy.left:
            for _ in range(min(FAULTS_A_JOB, len(left))):
                proxy.fail(*left.popleft())
            asked = await harness.ask()
            await asked.handle.state(is_final_message, timeout_seconds=25)

    await asyncio.gather(*(ask() for _ in range(AT_ONCE)))


async def let_go_of_refused(harness: Harness) -> None:
    """Take out of the audit what was refused before it was on record: told in a sentence, and nothing paid."""
    recorded = await asyncio.to_thread(harness.stored_jobs.read)
    refused = [one for one in harness.asked if one.id not in recorded]
    for one in refused:
        assert any(explain(StorageDown()) in message.content for message in one.handle.history)
        assert harness.images.charges(one.prompt) == 0
        harness.asked.remove(one)


def is_final_message(message: Message) -> bool:
    return not message.loading and not has_cancel(message)
