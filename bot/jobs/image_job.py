"""The workflow of a job: the order of its steps."""

import asyncio
from collections.abc import Callable

import structlog

from bot.domain.job import Job
from bot.jobs.steps import Steps

log = structlog.get_logger(__name__)


class ImageJob:
    """One job from the queue to its last message.

    The engine records that it ended, and nothing of its steps: each is a fenced write of the job's own row, and a job
    that is past one of them passes through it. While the engine `is_stopping` its threads and its database go, and
    what fails of that is no fault of the job's.
    """

    def __init__(self, steps: Steps, *, is_stopping: Callable[[], bool]) -> None:
        self._steps = steps
        self._is_stopping = is_stopping

    async def run(self, job_id: int) -> None:
        """Take the steps; what goes wrong in our own code ends the job in words, never in silence."""
        with structlog.contextvars.bound_contextvars(job=str(job_id)):
            try:
                job = await self._steps.prepare(job_id)
                if job is not None:
                    await self._go_on(job)
            except Exception as error:
                if self._is_stopping():
                    # The next start goes on with it, and says so in words if it breaks again.
                    log.warning("job_left", kind=type(error).__name__)
                    await self._steps.leave(job_id)
                    raise asyncio.CancelledError from error
                log.exception("job_broke")
                await self._give_up(job_id)
            except BaseException:  # it was cancelled, by a person or at a stop
                await self._steps.leave(job_id)
                raise

    async def _go_on(self, job: Job) -> None:
        called = await self._steps.call(job)
        if called is not None:
            await self._steps.deliver(called.job, is_fresh=called.is_fresh)

    async def _give_up(self, job_id: int) -> None:
        job = await self._steps.give_up(job_id)
        if job is None:
            return
        try:
            await self._steps.deliver(job)
        except Exception:
            log.exception("sentence_lost")
            await self._steps.give_up(job_id)
