"""What goes to the log and the counters when a call has failed: kind, status and code, never what was asked for."""

import structlog

from bot.domain.errors import (
    ContentRefused,
    EaselError,
    InvalidRequest,
    ProviderError,
    ProviderMisconfigured,
    ServerKeyChanged,
    ServerKeyUnreadable,
)
from bot.domain.job import Job
from bot.meters import Meters

log = structlog.get_logger(__name__)


def report_failure(error: EaselError, job: Job, *, meters: Meters) -> None:
    """Count and log what the call of a job has failed with."""
    kind = type(error).__name__
    meters.provider_failed(kind, by_server=job.is_server_paid)
    if isinstance(error, ProviderError) and error.may_have_cost:
        meters.maybe_paid("failed")
    match error:
        case ProviderError():
            is_operators = isinstance(error, ProviderMisconfigured) and not error.of_server
            report = log.error if is_operators else log.warning
            report(
                "provider_failed",
                kind=kind,
                status=error.status,
                detail=error.detail,
                request_id=error.request_id,
                may_have_cost=error.may_have_cost,
                by_server=error.of_server,
            )
        case ContentRefused():
            log.info("content_refused", categories=error.categories)
        case InvalidRequest() | ServerKeyChanged() | ServerKeyUnreadable():
            log.info("request_not_taken", kind=kind)
        case _:
            log.error("failed", kind=kind)
