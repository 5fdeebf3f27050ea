"""All that is kept of a person, packed for them."""

import asyncio
import gzip
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.domain.errors import BadImage, ExportTooSoon, NotDelivered
from bot.domain.job import Job, StoredPicture
from bot.domain.masked_edits import MaskedEdits
from bot.images.file_limit import Fitted, fit_to_limit
from bot.images.offload import Offload
from bot.service.zip_files import ZipFiles
from bot.store.blobs.blob_store import Blobs
from bot.store.errors import BlobMissing
from bot.store.gallery.shares import Shares
from bot.store.jobs.jobs import Jobs
from bot.store.jobs.options_record import options_to_record
from bot.store.people.consents import Consents
from bot.store.people.export_folders import ExportFolders
from bot.store.people.exports import Exports
from bot.store.people.references import References

EVERY = timedelta(hours=1)
"""How often a person is given all; packing reads every picture of theirs."""
_JOBS_AT_ONCE = 50
_LINES_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Records:
    """Where what is kept of people is read from."""

    jobs: Jobs
    shares: Shares
    consents: Consents
    references: References
    exports: Exports
    blobs: Blobs


class Export:
    """Packs what is kept of people, one after the other: each is on the disk for a while, and none in memory."""

    def __init__(
        self, records: Records, *, folders: ExportFolders, offload: Offload, readme: Callable[[], str]
    ) -> None:
        """Explain the files with what `readme` gives, which goes along."""
        self._records = records
        self._folders = folders
        self._offload = offload
        self._readme = readme
        self._semaphore = asyncio.Semaphore(1)

    async def begin(self, user_id: int) -> None:
        """Let a person be given all, once an hour.

        Raises:
            ExportTooSoon: they were less than an hour ago, or are right now.
            StoreUnavailable: the database does not answer.
        """
        now = datetime.now(UTC)
        last = await self._records.exports.begin(user_id, now=now, not_since=now - EVERY)
        if last is not None:
            raise ExportTooSoon(next_at=int((last + EVERY).timestamp()))

    async def forgo(self, user_id: int) -> None:
        """Let a person who was given nothing ask again.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        await self._records.exports.forgo(user_id)

    @asynccontextmanager
    async def pack(self, user_id: int, *, limit_bytes: int) -> AsyncIterator[list[Path]]:
        """Pack all that is kept of a person into zips of at most so many bytes, which are there for a while.

        Raises:
            StoreUnavailable: the database or the blobs do not answer.
        """
        async with self._semaphore:
            folder = ExitStack()
            try:
                path = await asyncio.to_thread(folder.enter_context, self._folders.open(user_id))
                zip_files = ZipFiles(path, limit_bytes=limit_bytes)
                try:
                    await self._add(zip_files, "README.txt", self._readme().encode())
                    await self._pack_account(zip_files, user_id)
                    await self._pack_shares(zip_files, user_id)
                    await self._pack_hearts(zip_files, user_id)
                    await self._pack_requests(zip_files, user_id)
                finally:
                    paths = await self._offload.run_in_thread(zip_files.close)
                yield paths
            finally:
                await asyncio.to_thread(folder.close)

    async def _pack_account(self, zip_files: ZipFiles, user_id: int) -> None:
        references = []
        for one in await self._records.references.of(user_id, now=datetime.now(UTC)):
            name = await self._pack_picture(zip_files, f"references/{one.id}-{one.place}", one.blob)
            references.append({"label": one.label, "file": name, "expires_at": one.expires_at})
        reports = [asdict(one) for one in await self._records.exports.reports_of(user_id)]
        account = {
            "user_id": str(user_id),
            "exported_at": datetime.now(UTC),
            "settings": {"edits_by_others": await self._records.consents.edits_by_others(user_id)},
            "references": references,
            "reports": reports,
        }
        await self._add(zip_files, "account.json", _encode(account))

    async def _pack_shares(self, zip_files: ZipFiles, user_id: int) -> None:
        shares = [
            {
                "id": one.id,
                "guild_id": one.guild_id,
                "request": one.ref.job_id,
                "place": one.ref.place,
                "state": one.state,
                "shows_prompt": one.shows_prompt,
                "theme_id": one.theme_id,
                "hearts": one.hearts,
                "created_at": one.created_at,
            }
            for one in await self._records.shares.of_person(user_id)
        ]
        for number, start in enumerate(range(0, len(shares), _LINES_AT_ONCE), start=1):
            await self._add(zip_files, f"shares-{number}.json", _encode(shares[start : start + _LINES_AT_ONCE]))

    async def _pack_hearts(self, zip_files: ZipFiles, user_id: int) -> None:
        last, number = 0, 1
        while found := await self._records.exports.hearts_of(user_id, after=last, limit=_LINES_AT_ONCE):
            await self._add(zip_files, f"hearts-{number}.json", _encode([asdict(one) for one in found]))
            last, number = found[-1].share_id, number + 1

    async def _pack_requests(self, zip_files: ZipFiles, user_id: int) -> None:
        before, number = None, 1
        while jobs := await self._records.jobs.history(user_id, limit=_JOBS_AT_ONCE, before=before):
            records = [await self._pack_request(zip_files, job) for job in jobs]
            await self._add(zip_files, f"requests-{number}.json", _encode(records))
            before, number = jobs[-1].id, number + 1

    async def _pack_request(self, zip_files: ZipFiles, job: Job) -> dict[str, Any]:
        pictures = [await self._pack_result(zip_files, f"pictures/{job.id}-{one.place}", one) for one in job.pictures]
        vectors = [
            await self._pack_svg(zip_files, f"pictures/{job.id}-{one.place}", one.vector)
            for one in job.pictures
            if one.vector
        ]
        others = [
            await self._pack_picture(zip_files, f"pictures/{job.id}-{one.place}-{_other_of(job)}", one.other.blob)
            for one in job.pictures
            if one.other
        ]
        inputs = [
            {"label": one.label, "file": await self._pack_picture(zip_files, f"inputs/{job.id}-{place}", one.blob)}
            for place, one in enumerate(job.files, start=1)
        ]
        return {
            "id": job.id,
            "state": job.state,
            "guild_id": job.origin.guild_id,
            "channel_id": job.origin.channel_id,
            "private": job.origin.private,
            "language": job.origin.language,
            "prompt": job.prompt,
            "options": options_to_record(job.options),
            "quality": job.quality,
            "size": job.size,
            "cost_microusd": job.cost and job.cost.microusd,
            "cost_is_estimated": job.cost and job.cost.estimated,
            "failure": job.failure and type(job.failure).__name__,
            "created_at": job.created_at,
            "started_at": job.started_at,
            "drawn_at": job.drawn_at,
            "ended_at": job.ended_at,
            "pictures": pictures,
            "vectors": vectors,
            "shown": job.shown.value if others else None,
            "not_shown": others,
            "inputs": inputs,
        }

    async def _pack_result(self, zip_files: ZipFiles, stem: str, picture: StoredPicture) -> str | None:
        pack = self._pack_picture if picture.is_picture else self._pack_svg
        return await pack(zip_files, stem, picture.blob)

    async def _pack_svg(self, zip_files: ZipFiles, stem: str, blob: str) -> str | None:
        """Pack an SVG, compressed where it is over the limit alone; gives its name, None where it is not there."""
        try:
            data = await self._records.blobs.get(blob)
        except BlobMissing:
            return None
        name = f"{stem}.svg"
        if len(data) > zip_files.largest_bytes:
            name, data = f"{stem}.svgz", await self._offload.run(gzip.compress, data)
        if len(data) > zip_files.largest_bytes:
            return None
        await self._add(zip_files, name, data)
        return name

    async def _pack_picture(self, zip_files: ZipFiles, stem: str, blob: str) -> str | None:
        """Pack a picture, re-encoded where it is over the limit alone; gives its name, None where it is not kept."""
        try:
            data = await self._records.blobs.get(blob)
            fitted: Fitted = await self._offload.run(fit_to_limit, data, limit_bytes=zip_files.largest_bytes)
        except (BlobMissing, BadImage, NotDelivered):
            return None
        name = f"{stem}.{fitted.format}"
        await self._add(zip_files, name, fitted.data)
        return name

    async def _add(self, zip_files: ZipFiles, name: str, data: bytes) -> None:
        await self._offload.run_in_thread(zip_files.add, name, data)


def _other_of(job: Job) -> str:
    """Name the pictures of an exact edit that are not shown."""
    return "as-drawn" if job.shown is MaskedEdits.EXACT else "exact"


def _encode(value: dict[str, Any] | Sequence[dict[str, Any]]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, default=_to_json).encode()


def _to_json(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
