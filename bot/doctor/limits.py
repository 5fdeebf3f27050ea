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
            "one person can keep a whole server waiting without ever reaching their own limit.",
        )
    if settings.jobs_per_server > settings.queue_limit:
        yield Finding(
            Verdict.NOTE,
            f"JOBS_PER_SERVER {settings.jobs_per_server} is over QUEUE_LIMIT {settings.queue_limit}: "
            "one server can fill the queue for everyone else.",
        )
    pace = settings.images_per_minute
    if pace is not None and pace < settings.max_n:
        yield Finding(
            Verdict.NOTE,
            f"IMAGES_PER_MINUTE {pace} is lower than MAX_N {settings.max_n}: a request for more than that goes "
            "alone, a minute after any other.",
        )


def _budgets(settings: Settings) -> Iterator[Finding]:
    dollars = [budget for budget in settings.budgets if budget.unit is Unit.MICROUSD]
    if settings.images_provider == "demo":
        if dollars:
            yield Finding(
                Verdict.NOTE, "BUDGETS in dollars have no effect, because the demo is free. Limits in pictures work."
            )
        return
    if not settings.budgets:
        yield Finding(Verdict.NOTE, "BUDGETS isn't set: there's no limit to what people can spend.")
    catalogue = settings.catalogue
    unpriced = [
        name for name in settings.enabled_models if not (prices := catalogue.find(name).prices) or not prices.pictures
    ]
    if dollars and unpriced:
        yield Finding(
            Verdict.NOTE,
            f"BUDGETS are in dollars, but no price per picture is known for {', '.join(unpriced)}. Until the provider "
            "says what a request cost, it counts at the highest known price.",
        )
