"""The workflow of a job: the order of its steps."""

import asyncio
from collections.abc import Callable, Coroutine

import structlog

from bot.jobs.steps import Steps

log = structlog.get_logger(__name__)

Call = Callable[[int], Coroutine[None, None, None]]


class ImageJob:
    """One job from the queue to its last message.

    `call` is the step that the engine records and can stop from outside. The others record themselves: each is a
    fenced write of the job's own row, and a job that is past one of them passes through it. While the engine
    `is_stopping` its threads and its database go, and what fails of that is no fault of the job's.
    """

    def __init__(self, steps: Steps, *, call: Call, is_stopping: Callable[[], bool]) -> None:
        self._steps = steps
        self._call = call
        self._is_stopping = is_stopping

    async def run(self, job_id: int) -> None:
        """Take the steps; what goes wrong in our own code ends the job in words, never in silence."""
        with structlog.contextvars.bound_contextvars(job=str(job_id)):
            try:
                await self._steps.prepare(job_id)
                await self._call(job_id)
                await self._steps.keep(job_id)
                await self._steps.deliver(job_id)
            except Exception as error:
                if self._is_stopping():
                    # The next start goes on with it, and says so in words if it breaks again.
                    log.warning("job_left", kind=type(error).__name__)
                    await self._steps.leave(job_id)
                    raise asyncio.CancelledError from error
                log.exception("job_broke")
                await self._give_up(job_id)
            except BaseException:  # the engine's word for a job that was cancelled, or asyncio's at a stop
                await self._steps.leave(job_id)
                raise

    async def _give_up(self, job_id: int) -> None:
        await self._steps.give_up(job_id)
        try:
            await self._steps.deliver(job_id)
        except Exception:
            log.exception("sentence_lost")
            await self._steps.give_up(job_id)
