"""Loads jobs with all that belongs to them: their files, their pictures and their charges."""

from collections.abc import Mapping, Sequence
from typing import Any

import structlog
from sqlalchemy import BindParameter, Connection, Row, Select, bindparam, exists, select

from bot.domain.crop import Crop
from bot.domain.errors import from_record
from bot.domain.job import Job, JobState, Origin, Rendition, StoredFile, StoredPicture
from bot.domain.masked_edits import MaskedEdits
from bot.domain.money import Cost
from bot.domain.request import PictureRef
from bot.store.jobs.options_record import options_from_record
from bot.store.jobs.tables import job_files, jobs, pictures
from bot.store.money.tables import charges

log = structlog.get_logger(__name__)

JOBS = select(
    jobs,
    charges.c.reserved_microusd,
    charges.c.server_key_id,
    exists().where(job_files.c.job_id == jobs.c.id).label("has_files"),
    exists().where(pictures.c.job_id == jobs.c.id).label("has_pictures"),
).outerjoin(charges, charges.c.job_id == jobs.c.id)
"""Every job, for `load_jobs`; add the conditions, the order and the limit."""

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_JOB = JOBS.where(jobs.c.id == bindparam("job"))
_FILES = select(job_files).where(job_files.c.job_id.in_(_IDS)).order_by(job_files.c.place)
_PICTURES = select(pictures).where(pictures.c.job_id.in_(_IDS)).order_by(pictures.c.place)


def to_picture_ref(job_id: int | None, place: int | None) -> PictureRef | None:
    """Name the picture that a file is, if it is one of ours."""
    return None if job_id is None or place is None else PictureRef(job_id, place)


def find_job(connection: Connection, job_id: int) -> Job | None:
    """Load a job with all that belongs to it, or None when there is none (any more)."""
    found = load_jobs(connection, _JOB, {"job": job_id})
    return found[0] if found else None


def load_job(connection: Connection, job_id: int) -> Job:
    """Load a job with all that belongs to it.

    Raises:
        LookupError: there is none.
    """
    found = find_job(connection, job_id)
    if found is None:
        raise LookupError(job_id)
    return found


def load_jobs(connection: Connection, query: Select[*tuple[Any, ...]], values: dict[str, Any]) -> list[Job]:
    """Load the jobs of a query that is made from `JOBS`, in its order, with all that belongs to them."""
    rows = connection.execute(query, values).mappings().all()
    files: dict[int, list[StoredFile]] = {row["id"]: [] for row in rows}
    results: dict[int, list[StoredPicture]] = {row["id"]: [] for row in rows}
    # A statement takes longer than to look first whether there is anything to ask for.
    if with_files := [row["id"] for row in rows if row["has_files"]]:
        for row in connection.execute(_FILES, {"ids": with_files}):
            parent = to_picture_ref(row.parent_job, row.parent_place)
            files[row.job_id].append(StoredFile(label=row.label, blob=row.blob, parent=parent))
    if drawn := [row["id"] for row in rows if row["has_pictures"]]:
        for row in connection.execute(_PICTURES, {"ids": drawn}):
            results[row.job_id].append(_picture(row))
    found = (_job_or_none(row, files[row["id"]], results[row["id"]]) for row in rows)
    return [job for job in found if job is not None]


def _job_or_none(row: Mapping[Any, Any], files: Sequence[StoredFile], results: Sequence[StoredPicture]) -> Job | None:
    """Read a row; one that cannot be read, as of another version, is passed over, and stops none of the others."""
    try:
        return to_job(row, files=files, pictures=results)
    except (KeyError, TypeError, ValueError) as error:
        log.error("job_unreadable", job=str(row["id"]), cause=error)  # noqa: TRY400 - the kind is enough
        return None


def _picture(row: Row[Any]) -> StoredPicture:
    return StoredPicture(
        place=row.place,
        blob=row.blob,
        output_format=row.output_format,
        size_bytes=row.size_bytes,
        vector=row.vector,
        other=None
        if row.drawn is None
        else Rendition(blob=row.drawn, output_format=row.drawn_format, size_bytes=row.drawn_bytes),
    )


def to_job(row: Mapping[Any, Any], *, files: Sequence[StoredFile], pictures: Sequence[StoredPicture] = ()) -> Job:
    """Read a row of `JOBS`.

    Raises:
        KeyError, TypeError, ValueError: it cannot be read, as of another version.
    """
    # The rows of pictures hold the exact ones.
    exact = Job(
        id=row["id"],
        state=JobState(row["state"]),
        origin=Origin(
            application_id=row["application_id"],
            token=row["token"],
            expires_at=row["expires_at"],
            channel_id=row["channel_id"],
            guild_id=row["guild_id"],
            user_id=row["user_id"],
            private=row["private"],
            spoiler=row["spoiler"],
            filesize_limit_bytes=row["filesize_limit_bytes"],
            guest=row["guest"],
            reply_to=row["reply_to"],
            answer_id=row["answer_id"],
            language=row["language"],
            app_permissions=row["app_permissions"],
        ),
        prompt=row["prompt"],
        options=options_from_record(row["options"]),
        files=tuple(files),
        pictures=tuple(pictures),
        crop=None if row["crop"] is None else Crop(**row["crop"]),
        quality=row["quality"],
        size=row["size"],
        dropped=tuple(row["dropped"]),
        reserved_microusd=row["reserved_microusd"] or 0,
        server_key_id=row["server_key_id"],
        cost=None if row["cost_estimated"] is None else Cost(row["cost_microusd"], row["cost_estimated"]),
        failure=None if row["failure"] is None else from_record(row["failure"]),
        executor=row["executor"],
        attempts=row["attempts"],
        created_at=row["created_at"],
        queued_at=row["queued_at"],
        started_at=row["started_at"],
        drawn_at=row["drawn_at"],
        ended_at=row["ended_at"],
        emptied_at=row["emptied_at"],
    )
    return exact.showing(MaskedEdits(row["shown"] or MaskedEdits.EXACT))
