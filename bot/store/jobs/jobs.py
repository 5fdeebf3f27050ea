"""Jobs: from the acknowledgement to the last message, each step a fenced write."""

# ruff: noqa: A002 - a thing is named by its id, as in the domain's own values

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.domain.budget import Budget, Unit
from bot.domain.crop import Crop
from bot.domain.errors import EaselError
from bot.domain.job import FINAL, Job, JobState, Origin, StoredFile, StoredPicture
from bot.domain.masked_edits import MaskedEdits
from bot.domain.money import Cost
from bot.domain.options import Options
from bot.domain.pseudonyms import Pseudonyms
from bot.store.database.engine import Database
from bot.store.jobs import admission, deliveries, history, queue, taking, transitions
from bot.store.jobs.admission import Admission, AdmissionRequest, Enlist, Limits
from bot.store.jobs.deliveries import Way
from bot.store.jobs.loader import find_job, load_job
from bot.store.jobs.queue import Unfinished
from bot.store.jobs.rate_limit import check_rate
from bot.store.jobs.taking import Taken
from bot.store.money.budgets import Asker


class Jobs:
    """The jobs of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database, names: Pseudonyms) -> None:
        self._database = database
        self._names = names

    async def accept(
        self, *, id: int, origin: Origin, prompt: str, options: Options, executor: str, now: datetime
    ) -> bool:
        """Record a job as ACCEPTING; False when it is there already, as when an interaction comes twice.

        It goes ahead of all other writes: its asker has three seconds, and the acknowledgement waits for it.
        """
        return await self._database.write(
            lambda connection: transitions.accept(
                connection, id, origin=origin, prompt=prompt, options=options, executor=executor, now=now
            ),
            urgent=True,
        )

    async def check_admission(
        self,
        id: int,
        *,
        asker: Asker,
        estimate_microusd: int,
        pictures: int,
        limits: Limits | None,
        budgets: Sequence[Budget],
        now: datetime,
    ) -> None:
        """Refuse what `admit` would refuse as things stand, without a lock or a reservation.

        Raises:
            TooManyJobs, QueueFull, BudgetSpent: as `admit` does.
        """
        await self._database.read(
            lambda connection: admission.check_admission(
                connection,
                id,
                asker,
                amounts={Unit.MICROUSD: estimate_microusd, Unit.PICTURES: pictures},
                limits=limits,
                budgets=budgets,
                names=self._names,
                now=now,
            )
        )

    async def admit(  # noqa: PLR0913 - what a job is let in with
        self,
        id: int,
        *,
        files: Sequence[StoredFile],
        estimate_microusd: int,
        role_ids: Sequence[int],
        limits: Limits,
        budgets: Sequence[Budget],
        now: datetime,
        server_key_id: int | None = None,
        crop: Crop | None = None,
        enlist: Enlist | None = None,
    ) -> Admission:
        """Move a job from ACCEPTING to WAITING with its files and its reservation, where limits and budgets allow.

        However many do so at once, in however many processes: no limit and no budget is overdrawn. A job that
        is in already keeps what it has. `server_key_id` is the server's own key that pays for it, None: the bot pays.
        `crop` is the part of the original that goes up, where the answer is laid into that. `enlist` is called with the
        transaction's connection and the priority of a job that is let in.

        Raises:
            TooManyJobs: its asker or its server has as many as it may have.
            QueueFull: as many wait as may wait.
            BudgetSpent: a budget would be overdrawn; of several, the one that renews last.
            EaselError: what the job has failed with meanwhile: its asker cancelled.
        """
        request = AdmissionRequest(
            id=id,
            files=files,
            estimate_microusd=estimate_microusd,
            role_ids=role_ids,
            server_key_id=server_key_id,
            now=now,
            crop=crop,
        )

        def work(connection: Connection) -> Admission:
            admitted = admission.admit(connection, request, limits=limits, budgets=budgets, names=self._names)
            if enlist is not None:
                enlist(connection, admitted.priority)
            return admitted

        return await self._database.write(work)

    async def answered(self, id: int, *, answer_id: int) -> None:
        """Record the message that is the answer to a job, and ours to edit."""
        await self._database.write(lambda connection: transitions.record_answer(connection, id, answer_id=answer_id))

    async def hide(self, id: int) -> None:
        """Record that the answer to a job is a spoiler."""
        await self._database.write(lambda connection: transitions.mark_spoiler(connection, id))

    async def show(self, id: int, shown: MaskedEdits) -> None:
        """Record which of the two pictures of an exact edit is shown; nothing where there is no such job any more."""
        await self._database.write(lambda connection: transitions.show(connection, id, shown=shown))

    async def withdraw(self, id: int) -> bool:
        """Delete a job that turned out to be none yet; False when it is past ACCEPTING, or not there.

        Its blobs stay: they are the draft's that it has become.
        """
        return await self._database.write(lambda connection: transitions.withdraw(connection, id))

    async def load(self, id: int) -> Job:
        """Load a job.

        Raises:
            LookupError: there is none.
        """
        return await self._database.read(lambda connection: load_job(connection, id))

    async def find(self, id: int) -> Job | None:
        """Load a job, or None when there is none (any more)."""
        return await self._database.read(lambda connection: find_job(connection, id))

    async def take(self, id: int, *, executor: str, now: datetime) -> Taken | None:
        """Take a job that waits, or is prepared by a process that is gone, to PREPARING; any other stays as it is.

        Gives the job as it is then, None when there is none (any more) or a process that lives has it.
        """
        return await self._database.write(lambda connection: taking.take(connection, id, executor=executor, now=now))

    async def move(
        self, job: Job, *, to: JobState, executor: str, now: datetime, pictures_per_minute: int | None = None
    ) -> Job | None:
        """Take a job to PREPARING or CALLING for a process; gives what it has become, None when that process may not.

        It may where `FOLLOWS` allows the step and where nobody else has the job: a waiting job is anybody's, one
        under way is its process's until that process is gone from `Processes`. So of two that want the same job
        one wins, and one that was frozen while another took over finds out here. Entering CALLING counts as an
        attempt, and against `pictures_per_minute`.

        Raises:
            TooSoon: as many pictures as may be were asked for within a minute; the job stays where it is.
            ValueError: it is another stage, to which a job comes by its own method.
        """

        def work(connection: Connection) -> Job | None:
            if to is JobState.CALLING and pictures_per_minute is not None:
                check_rate(connection, job.id, pictures_per_minute=pictures_per_minute, now=now)
            return transitions.move(connection, job, to=to, executor=executor, now=now)

        return await self._database.write(work)

    async def keep(
        self,
        id: int,
        *,
        pictures: Sequence[StoredPicture],
        quality: str | None,
        size: str | None,
        dropped: Sequence[str],
        cost: Cost,
        now: datetime,
    ) -> Job | None:
        """Take a job from CALLING to DRAWN with its pictures, and settle its charge; None when it is not CALLING.

        A cost that nobody can know is settled as it was estimated. Where the answer is one that can be edited, it is on
        record as well that this is meant to be done: that may be repeated, so it needs no transaction of its own.
        """
        answer = transitions.Drawn(pictures=pictures, quality=quality, size=size, dropped=dropped, cost=cost)

        def work(connection: Connection) -> Job | None:
            kept = transitions.keep(connection, id, answer=answer, now=now)
            if kept is not None and kept.origin.is_editable:
                deliveries.intend(connection, id, part=1, way=Way.ORIGINAL, now=now)
            return kept

        return await self._database.write(work)

    async def fail(self, id: int, *, error: EaselError, now: datetime, executor: str | None = None) -> Job | None:
        """Take an open job to FAILING; None when it is past that.

        Its charge is released, but where the provider may have charged: there it counts for the server and the bot.
        Where an `executor` is named, it is None as well when another process has the job, as for `move`.
        """

        def work(connection: Connection) -> Job | None:
            failed = transitions.fail(connection, id, error=error, now=now, executor=executor)
            return find_job(connection, id) if failed else None

        return await self._database.write(work)

    async def cancel(
        self, id: int, *, by_user_id: int, free: bool, charge_percent: int, now: datetime, executor: str | None = None
    ) -> Job | None:
        """Take an open job to FAILING for a person who cancelled it; None when it is past that.

        If the call was under way, and the provider is not `free`, the failure says that it may have cost, the charge
        stays, and `charge_percent` of it counts for its asker, if they cancelled. From then on the process `executor`
        has it, which says so in its answer.
        """

        def work(connection: Connection) -> Job | None:
            cancelled = transitions.cancel(
                connection, id, by_user_id=by_user_id, free=free, charge_percent=charge_percent, now=now
            )
            if cancelled and executor is not None:
                transitions.hand_over(connection, id, executor=executor)
            return find_job(connection, id) if cancelled else None

        return await self._database.write(work)

    async def recover(self, id: int) -> int:
        """Count that a job is taken up again after its process was gone; gives how often it was, waiting left out."""
        return await self._database.write(lambda connection: transitions.recover(connection, id))

    async def close(self, id: int, *, to: JobState, now: datetime) -> bool:
        """Take a job to a final stage; False where `FOLLOWS` does not allow that from its present one.

        Raises:
            ValueError: `to` is not final.
        """
        if to not in FINAL:
            raise ValueError(f"{to} is not final")
        return await self._database.write(lambda connection: transitions.close(connection, id, to=to, now=now))

    async def counts(self) -> dict[JobState, int]:
        """Count the jobs in each stage that is not final, zeros included."""
        return await self._database.read(queue.count_unfinished, urgent=True)

    async def waiting(self) -> list[int]:
        """List the jobs that wait, in the order of their turns."""
        return await self._database.read(queue.list_waiting)

    async def unfinished(self) -> list[Unfinished]:
        """List every job that is not in a final stage, oldest first: what a start has to reconcile."""
        return await self._database.read(queue.list_unfinished)

    async def recent_seconds(self, *, model: str, quality: str, limit: int = 20) -> list[float]:
        """Tell how long the last jobs took from start to pictures, newest first, by model and quality asked for."""
        return await self._database.read(
            lambda connection: queue.load_recent_seconds(connection, model=model, quality=quality, limit=limit)
        )

    async def history(self, user_id: int, *, limit: int, before: int | None = None) -> list[Job]:
        """Load the last jobs of a person, newest first; `before` is the id at which an earlier page ended."""
        return await self._database.read(
            lambda connection: history.load_history(connection, user_id, limit=limit, before=before)
        )

    async def newer(self, user_id: int, *, than: int, limit: int) -> list[int]:
        """List the first jobs of a person after the one of the id `than`, oldest first."""
        return await self._database.read(
            lambda connection: history.list_newer(connection, user_id, than=than, limit=limit)
        )

    async def delete_content(self, id: int, *, now: datetime) -> bool:
        """Mark the bytes of a job as gone, and take its words away; False when it is not in a final stage."""
        return await self._database.write(lambda connection: transitions.delete_content(connection, id, now=now))
