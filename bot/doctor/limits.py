"""Limits and budgets that do not go together, or not with the models."""

from collections.abc import Iterator

from bot.doctor.finding import Finding, Verdict
from bot.domain.budget import Unit
from bot.settings import Settings


def examine_limits(settings: Settings) -> Iterator[Finding]:
    """Look at what holds people and the bill down."""
    yield from _jobs(settings)
    yield from _budgets(settings)


def _jobs(settings: Settings) -> Iterator[Finding]:
    per_process, service = settings.jobs_per_process, settings.jobs_concurrency
    if per_process is not None and per_process > service:
        yield Finding(
            Verdict.NOTE, f"JOBS_PER_PROCESS {per_process} has no effect: JOBS_CONCURRENCY allows {service} in all."
        )
    if settings.jobs_per_user > settings.jobs_per_server:
        yield Finding(
            Verdict.NOTE,
            f"JOBS_PER_USER {settings.jobs_per_user} is over JOBS_PER_SERVER {settings.jobs_per_server}: "
            "one person can keep a whole server waiting, and never reaches the limit there.",
        )
    if settings.jobs_per_server > settings.queue_limit:
        yield Finding(
            Verdict.NOTE,
            f"JOBS_PER_SERVER {settings.jobs_per_server} is over QUEUE_LIMIT {settings.queue_limit}: "
            "one server can fill the queue for all others.",
        )
    pace = settings.images_per_minute
    if pace is not None and pace < settings.max_n:
        yield Finding(
            Verdict.NOTE,
            f"IMAGES_PER_MINUTE {pace} is under MAX_N {settings.max_n}: a request of more pictures than that goes "
            "alone, a minute after any other.",
        )


def _budgets(settings: Settings) -> Iterator[Finding]:
    dollars = [budget for budget in settings.budgets if budget.unit is Unit.MICROUSD]
    if settings.images_provider == "demo":
        if dollars:
            yield Finding(
                Verdict.NOTE, "BUDGETS in dollars hold nobody down: the demo is free. Budgets in pictures count."
            )
        return
    if not settings.budgets:
        yield Finding(Verdict.NOTE, "BUDGETS is not set: nothing holds down what people may spend.")
    catalogue = settings.catalogue
    unpriced = [
        name for name in settings.enabled_models if not (prices := catalogue.find(name).prices) or not prices.pictures
    ]
    if dollars and unpriced:
        yield Finding(
            Verdict.NOTE,
            f"BUDGETS are in dollars, and no price per picture is known for {', '.join(unpriced)}: before the provider "
            "has said what it came to, a request counts by the dearest price that is known.",
        )
