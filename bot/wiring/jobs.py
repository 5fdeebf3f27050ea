"""Jobs: their steps, the engine that runs them, and what posts their answers."""

from dataclasses import dataclass
from functools import partial

from bot.chat.delivery.answer import Answers
from bot.chat.delivery.posting import JobPoster
from bot.chat.delivery.progress import ProgressMessages
from bot.chat.delivery.sending import PartSender
from bot.chat.results.buttons import ResultView
from bot.domain.job import Job, count_files, find_markup
from bot.domain.markup import check_markup
from bot.domain.options import Options, check_options
from bot.jobs.engine_config import Slots
from bot.jobs.failure_detector import FailureDetector
from bot.jobs.inputs import Inputs
from bot.jobs.laying_in import LayingIn
from bot.jobs.outputs import Outputs
from bot.jobs.retention import Retention
from bot.jobs.runtime import ENGINE_FILE, Engine
from bot.jobs.steps import Steps
from bot.jobs.takeover import Takeover
from bot.service.descriptions import load_words_before
from bot.service.offered import find_other_model
from bot.service.submit import Submissions
from bot.store.blobs.deletions import BlobDeletions
from bot.store.database.notices import Notices
from bot.store.database.processes import Processes
from bot.store.jobs.deliveries import Deliveries
from bot.store.jobs.jobs import Jobs
from bot.store.jobs.lineage import Lineage
from bot.store.people.drafts import Drafts
from bot.store.people.references import References
from bot.store.retention.job_expiry import JobExpiry
from bot.store.server.refusals import Refusals
from bot.wiring.core import Core
from bot.wiring.server_keys import KeyServices


@dataclass(frozen=True, slots=True, kw_only=True)
class JobPipeline:
    """What takes jobs in, runs them, and posts what they end with."""

    jobs: Jobs
    inputs: Inputs
    progress: ProgressMessages
    poster: JobPoster
    result_view: ResultView
    notices: Notices | None
    engine: Engine
    failure_detector: FailureDetector
    takeover: Takeover
    submissions: Submissions


def build_jobs(core: Core, keys: KeyServices) -> JobPipeline:
    """Build them."""
    settings = core.settings
    jobs = Jobs(core.database, core.pseudonyms)
    progress = ProgressMessages(
        jobs,
        core.messenger,
        slots=settings.jobs_concurrency,
        sketches=settings.partials > 0,
        edit_seconds=settings.progress_seconds,
        term=lambda: takeover.term,
    )
    result_view = ResultView(core.catalogue, edits=core.rules.edits)
    deliveries = Deliveries(core.database)
    poster = JobPoster(
        jobs,
        deliveries=deliveries,
        answers=Answers(
            core.blobs,
            words_before=partial(load_words_before, Lineage(core.database)),
            offload=core.offload,
            result_view=result_view,
            demo=core.profile.free,
        ),
        sender=PartSender(deliveries, core.messenger, offload=core.offload),
        messenger=core.messenger,
        progress=progress,
        meters=core.meters,
    )
    inputs = Inputs(core.blobs, catalogue=core.catalogue, offload=core.offload, names=core.pseudonyms)
    steps = _build_steps(core, jobs, inputs=inputs, keys=keys, poster=poster, progress=progress)
    notices = None if core.database.is_sqlite else Notices(core.database)
    engine = _build_engine(core, steps, notices=notices)
    failure_detector = FailureDetector(
        Processes(core.database),
        executor=core.executor,
        session=lambda: None if notices is None else notices.session,
    )
    takeover = _build_takeover(core, engine, steps=steps, jobs=jobs, failure_detector=failure_detector)
    return JobPipeline(
        jobs=jobs,
        inputs=inputs,
        progress=progress,
        poster=poster,
        result_view=result_view,
        notices=notices,
        engine=engine,
        failure_detector=failure_detector,
        takeover=takeover,
        submissions=Submissions(
            jobs,
            inputs=inputs,
            engine=engine,
            catalogue=core.catalogue,
            rules=core.rules,
            limits=core.limits,
            budgets=settings.budgets,
            executor=core.executor,
            rules_by_key=keys.rules_by_provider,
            key_reader=keys.reader,
        ),
    )


def _build_steps(
    core: Core, jobs: Jobs, *, inputs: Inputs, keys: KeyServices, poster: JobPoster, progress: ProgressMessages
) -> Steps:
    return Steps(
        jobs,
        inputs=inputs,
        outputs=Outputs(core.blobs, catalogue=core.catalogue, offload=core.offload, free=core.profile.free),
        providers=keys.providers,
        poster=poster,
        progress=progress,
        laying_in=LayingIn(core.blobs, offload=core.offload),
        meters=core.meters,
        executor=core.executor,
        find_elsewhere=partial(_find_elsewhere, core),
    )


def _find_elsewhere(core: Core, job: Job) -> str | None:
    if job.is_server_paid:
        # Which models its provider has, the job does not say.
        return None
    _, masked = count_files(job.files)

    def check(options: Options) -> None:
        model = core.catalogue.find(options.model)
        check_options(options, model, masked=masked)
        if find_markup(job.files):
            check_markup(options, model)

    return find_other_model(job.options, core.offered.of(None), check=check)


def _build_engine(core: Core, steps: Steps, *, notices: Notices | None) -> Engine:
    settings = core.settings
    own_file = f"sqlite:///{settings.data_dir / ENGINE_FILE}"
    return Engine(
        steps,
        database_url=own_file if core.database.is_sqlite else core.database.url,
        slots=Slots(service=settings.jobs_concurrency, process=settings.jobs_per_process),
        executor=core.executor,
        notices=notices,
    )


def _build_takeover(
    core: Core, engine: Engine, *, steps: Steps, jobs: Jobs, failure_detector: FailureDetector
) -> Takeover:
    retention = Retention(
        JobExpiry(core.database),
        blobs=core.blobs,
        deletions=BlobDeletions(core.database),
        drafts=Drafts(core.database),
        references=References(core.database),
        refusals=Refusals(core.database),
        keep_days=core.settings.history_days,
        record_days=core.settings.records_last_days,
    )
    return Takeover(
        engine,
        steps=steps,
        jobs=jobs,
        retention=retention,
        processes=Processes(core.database),
        failure_detector=failure_detector,
        executor=core.executor,
        shared=not core.database.is_sqlite,
    )
