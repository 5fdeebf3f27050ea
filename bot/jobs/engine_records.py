"""What the engine has on record of jobs: which wait in its queue, which a process took out of it, which have ended."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dbos import DBOS, WorkflowStatus

_FORGOTTEN_AT_ONCE = 500
_ENDED = frozenset({"SUCCESS", "ERROR"})


@dataclass(frozen=True, slots=True)
class Found:
    """Of some jobs, by their ids: those `lost` to the engine, and those that no living process is at."""

    lost: list[str]
    cut_off: list[str]


async def list_known(ids: Sequence[str]) -> list[WorkflowStatus]:
    """List what is on record of some jobs."""
    return await DBOS.list_workflows_async(workflow_ids=list(ids), load_input=False, load_output=False)


def is_held(status: WorkflowStatus, living: Collection[str]) -> bool:
    """Tell whether a job waits for its turn, or a living process has taken it out of the queue."""
    return status.status == "ENQUEUED" or (status.status == "PENDING" and status.executor_id in living)


async def sort_out(ids: Sequence[str], *, living: Collection[str]) -> Found:
    """Tell what has to be done for jobs to run to their end; those that ended are forgotten, and lost by that."""
    statuses = {status.workflow_id: status for status in await list_known(ids)}
    ended = [one for one, status in statuses.items() if status.status in _ENDED]
    if ended:
        await DBOS.delete_workflows_async(ended)
    open_ones = {one: status for one, status in statuses.items() if status.status not in _ENDED}
    return Found(
        lost=[one for one in ids if one not in open_ones],
        cut_off=[one for one, status in open_ones.items() if not is_held(status, living)],
    )


async def forget(completed_before: str) -> int:
    """Delete the records of some jobs that ended before a moment (ISO 8601); gives how many."""
    old = await DBOS.list_workflows_async(
        status=["SUCCESS", "ERROR", "CANCELLED"],
        completed_before=completed_before,
        # Whatever ended by then was queued by then: by that SQLite finds it with an index, and else reads all.
        end_time=completed_before,
        limit=_FORGOTTEN_AT_ONCE,
        load_input=False,
        load_output=False,
    )
    if old:
        await DBOS.delete_workflows_async([status.workflow_id for status in old])
    return len(old)
