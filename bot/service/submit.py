"""Take a request in: check it, keep it, admit it against limits and budgets, and queue it; or cancel it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import structlog

from bot.domain.budget import Budget, Unit
from bot.domain.errors import (
    EaselError,
    InvalidRequest,
    OptionNotOffered,
    PicturesGone,
    SizeNotAllowed,
)
from bot.domain.job import Job, Origin
from bot.domain.models import Catalogue
from bot.domain.money import reservation
from bot.domain.options import Options
from bot.domain.request import ImageRequest
from bot.jobs.inputs import Inputs, ReadyFiles
from bot.jobs.providers import KeyReader
from bot.jobs.runtime import Engine
from bot.service.offered import find_other_model
from bot.service.rules import Rules
from bot.service.server_rules import AppliedRules
from bot.service.store_errors import store_errors
from bot.store.errors import BlobMissing, StoreError
from bot.store.jobs.admission import Limits
from bot.store.jobs.jobs import Jobs
from bot.store.money.budgets import Asker

log = structlog.get_logger(__name__)


class Submissions:
    """The way in for every request, wherever it came from."""

    def __init__(  # noqa: PLR0913 - what every request is held against
        self,
        jobs: Jobs,
        *,
        inputs: Inputs,
        engine: Engine,
        catalogue: Catalogue,
        rules: Rules,
        limits: Limits,
        budgets: Sequence[Budget],
        executor: str,
        rules_by_key: Mapping[str, Rules],
        key_reader: KeyReader,
    ) -> None:
        """Name this process by `executor`: it has the jobs that it took in.

        `rules_by_key` are those of each provider that a server can have a key of its own for.
        """
        self.catalogue = catalogue
        self.rules = rules
        self._jobs = jobs
        self._inputs = inputs
        self._engine = engine
        self._limits = limits
        self._budgets = budgets
        self._executor = executor
        self._rules_by_key = rules_by_key
        self._key_reader = key_reader

    async def check(
        self,
        prompt: str,
        options: Options,
        *,
        applied_rules: AppliedRules,
        pictures: int,
        masked: bool,
        marked_up: bool = False,
    ) -> None:
        """Refuse what can be refused without the files, so that nobody waits for a download in vain.

        Raises:
            InvalidRequest: which option is wrong, or left out by the server, and what would do.
            FormatNotGranted: a format that the provider has refused this account within the last hour.
            ClosedHere: where it is open, and to whom.
            WordRefused: the prompt holds a word that the server does not want.
            ServerKeyUnreadable: the server's own key, which is to pay, cannot be decrypted.
        """
        key = applied_rules.key
        if key is not None:
            self._key_reader.read(key)
        rules, offer = self._rules_of(applied_rules), applied_rules.offer

        def check(options: Options) -> None:
            rules.check(prompt, options, offer, pictures=pictures, masked=masked, marked_up=marked_up)
            offer.check(options)

        try:
            rules.check(prompt, options, offer, pictures=pictures, masked=masked, marked_up=marked_up)
            await applied_rules.check(prompt, options, pictures=pictures)
        except (OptionNotOffered, SizeNotAllowed) as error:
            error.elsewhere = find_other_model(options, offer.models, check=check)
            raise

    def takes_markup(self, options: Options, *, applied_rules: AppliedRules) -> bool:
        """Say whether marks over a picture are followed."""
        try:
            self._rules_of(applied_rules).check_markup(options, applied_rules.offer)
        except InvalidRequest:
            return False
        return True

    def takes_mask(self, applied_rules: AppliedRules) -> bool:
        """Say whether the provider that is asked there takes masks."""
        return self._rules_of(applied_rules).takes_mask

    async def check_admission(
        self,
        job_id: int,
        *,
        prompt: str,
        options: Options,
        inputs: int,
        applied_rules: AppliedRules,
        is_draft: bool = False,
    ) -> None:
        """Refuse what limits and budgets would refuse as they stand, before a file is fetched; nothing is reserved.

        Of a draft the limits have no say: it may wait until what is open is done.

        Raises:
            TooManyJobs, QueueFull: a limit is reached.
            BudgetSpent: a budget would be overdrawn.
            StorageDown: the database does not answer.
        """
        budgets = applied_rules.budgets(self._budgets)
        caller = applied_rules.caller
        with store_errors():
            await self._jobs.check_admission(
                job_id,
                asker=Asker(user_id=caller.user_id, guild_id=caller.guild_id, role_ids=caller.role_ids),
                estimate_microusd=self._estimate(options, applied_rules, inputs=inputs, prompt=prompt),
                pictures=options.n,
                limits=None if is_draft else applied_rules.limits(self._limits),
                budgets=budgets,
                now=_now(),
            )

    async def accept(self, job_id: int, *, origin: Origin, prompt: str, options: Options) -> bool:
        """Record a request before anybody is told that it is taken; False when it came twice.

        Raises:
            StorageDown: it could not be kept.
        """
        with store_errors():
            return await self._jobs.accept(
                id=job_id, origin=origin, prompt=prompt, options=options, executor=self._executor, now=_now()
            )

    async def answered(self, job_id: int, *, answer_id: int) -> None:
        """Record the message that shows a request's answer, and is ours to edit.

        Raises:
            StorageDown: it could not be kept.
        """
        with store_errors():
            await self._jobs.answered(job_id, answer_id=answer_id)

    async def hide(self, job_id: int) -> None:
        """Make the answer to a request a spoiler.

        Raises:
            StorageDown: it could not be kept.
        """
        with store_errors():
            await self._jobs.hide(job_id)

    async def withdraw(self, job_id: int) -> None:
        """Forget an accepted request that turned out to be none yet.

        Raises:
            StorageDown: the database does not answer.
        """
        with store_errors():
            await self._jobs.withdraw(job_id)

    async def admit(self, job_id: int, request: ImageRequest, *, applied_rules: AppliedRules) -> tuple[Job, int]:
        """Prepare the files of an accepted request, keep them, reserve its money and queue it.

        Gives the job, and how many are before it.

        Raises:
            BadImage, BadMask: a file in it cannot be used.
            TooManyJobs, QueueFull: a limit is reached.
            BudgetSpent: a budget would be overdrawn.
            StorageDown: it could not be kept.
            EaselError: what it has failed with meanwhile.
        """
        ready = await self._inputs.prepare(request)
        return await self.queue(job_id, ready, applied_rules=applied_rules, prompt=request.prompt)

    async def queue(
        self,
        job_id: int,
        ready: ReadyFiles,
        *,
        prompt: str,
        applied_rules: AppliedRules,
    ) -> tuple[Job, int]:
        """Keep the prepared files of an accepted request, reserve its money and queue it, as `admit` does.

        The prompt counts for its tokens alone.
        """
        budgets = applied_rules.budgets(self._budgets)
        estimate = self._estimate(ready.options, applied_rules, inputs=ready.inputs, prompt=prompt)
        with store_errors():
            stored = await self._inputs.keep(job_id, ready.files)
            admission = await self._jobs.admit(
                job_id,
                files=stored,
                estimate_microusd=estimate,
                role_ids=tuple(applied_rules.caller.role_ids),
                limits=applied_rules.limits(self._limits),
                budgets=budgets,
                server_key_id=None if applied_rules.key is None else applied_rules.key.id,
                now=_now(),
                crop=ready.crop,
                enlist=self._engine.enlister_of(job_id),
            )
            self._engine.admitted(job_id, priority=admission.priority)
        return admission.job, admission.place

    def _rules_of(self, applied_rules: AppliedRules) -> Rules:
        return self.rules if applied_rules.key is None else self._rules_by_key[applied_rules.key.provider]

    def _estimate(self, options: Options, applied_rules: AppliedRules, *, inputs: int, prompt: str) -> int:
        if self.rules.free and applied_rules.key is None:
            return 0
        counts_dollars = any(budget.unit is Unit.MICROUSD for budget in applied_rules.budgets(self._budgets))
        dearest = self.catalogue.dearest(options.quality) if counts_dollars else None
        model = self.catalogue.find(options.model)
        return reservation(options, model, dearest_microusd=dearest, inputs=inputs, prompt=prompt)

    async def find(self, job_id: int) -> Job | None:
        """Load a job, or None when there is none (any more).

        Raises:
            StorageDown: the database does not answer.
        """
        with store_errors():
            return await self._jobs.find(job_id)

    async def prepare_again(self, job: Job, options: Options) -> ReadyFiles:
        """Load the prepared files of a job, for a request like it with these options.

        Raises:
            PicturesGone: one of them is not kept any more.
            StorageDown: the blob store does not answer.
        """
        with store_errors():
            try:
                return await self._inputs.prepare_again(job, options)
            except BlobMissing as error:
                raise PicturesGone from error

    async def fail(self, job_id: int, error: EaselError) -> Job | None:
        """End an open job with an error, its charge released; gives the job, whose sentence is still to be posted.

        Raises:
            StorageDown: the database does not answer.
        """
        with store_errors():
            failed = await self._jobs.fail(job_id, error=error, now=_now())
            return failed or await self._jobs.find(job_id)

    async def cancel(self, job_id: int, *, by_user_id: int) -> Job | None:
        """Cancel a job for a person; None when it was too late for that. Its sentence is still to be posted.

        Raises:
            StorageDown: the database does not answer.
        """
        with store_errors():
            job = await self._jobs.cancel(
                job_id,
                by_user_id=by_user_id,
                free=self.rules.free,
                charge_percent=self.rules.cancel_charge_percent,
                executor=self._executor,
                now=_now(),
            )
        if job is not None:
            try:
                await self._engine.cancel(job_id)
            except StoreError as error:
                # It is on record as cancelled: whatever its call may bring is not posted.
                log.warning("call_not_stopped", cause=error.__cause__)
        return job


def _now() -> datetime:
    return datetime.now(UTC)
