"""Forgetting people: all that is kept of them goes, within a minute, whatever happens to the process meanwhile."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

import structlog

from bot.domain.errors import EaselError
from bot.domain.job import Job
from bot.store.blobs.blob_store import Blobs
from bot.store.people.erasure import Erasure
from bot.store.people.erasure_requests import ErasureRequest, ErasureRequests, MessageToDelete
from bot.store.people.export_folders import ExportFolders

WAIT_SECONDS = 45.0
"""For so long somebody waits for their open requests to end; the sweep goes on with what is left."""
_LOOK_SECONDS = 0.25
_MESSAGES_AT_ONCE = 100

log = structlog.get_logger(__name__)


class Requests(Protocol):
    """What is open of somebody, as far as it can be cancelled."""

    async def cancel(self, job_id: int, *, by_user_id: int) -> Job | None:
        """Cancel a job for a person; None when it was too late for that. Its sentence is still to be posted."""
        ...


class Messages(Protocol):
    """What is done in Discord so that somebody is forgotten."""

    async def say_cancelled(self, job: Job) -> None:
        """Post the sentence of a job that was cancelled; that it is lost is logged."""
        ...

    async def delete_message(self, message: MessageToDelete) -> bool | None:
        """Delete a message; False where Discord refuses that for good, None where it may be tried again."""
        ...

    async def update_messages(self, share_id: int) -> int:
        """Take away what shows a share that is gone; gives how many messages have to be tried again later."""
        ...

    def show_hearts(self, share_id: int) -> None:
        """Have the messages that show a share tell how many hearts it has by now, in a while."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What went of a person: so many requests; and what Discord still shows of it: shares, by their ids, and messages.

    Where it is not `complete`, a request is still under way: it goes by itself as soon as it has ended.
    """

    requests: int
    shares: tuple[int, ...]
    messages: tuple[MessageToDelete, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Deleted:
    """How many messages went, how many Discord did not let us delete, and how many are tried again later."""

    deleted: int = 0
    refused: int = 0
    postponed: int = 0


class Forgetting:
    """Erases people who ask for it."""

    def __init__(
        self,
        erasure_requests: ErasureRequests,
        erasure: Erasure,
        *,
        requests: Requests,
        blobs: Blobs,
        messages: Messages,
        export_folders: ExportFolders,
    ) -> None:
        self._erasure_requests = erasure_requests
        self._erasure = erasure
        self._requests = requests
        self._blobs = blobs
        self._messages = messages
        self._export_folders = export_folders
        self._busy: set[int] = set()

    async def forget(self, user_id: int) -> Forgotten | None:
        """Erase a person; None where that is under way already. What they ask for from now on is kept.

        Raises:
            StoreUnavailable: the store does not answer; the sweep goes on later if the request is on record.
        """
        if user_id in self._busy:
            return None
        self._busy.add(user_id)
        try:
            return await self._grant(await self._erasure_requests.add(user_id, now=_now()), WAIT_SECONDS)
        finally:
            self._busy.discard(user_id)

    async def tidy(self, forgotten: Forgotten) -> Deleted:
        """Take away what Discord still shows, one after the other, as fast as it lets us.

        Raises:
            StoreUnavailable: the database does not answer; what is left is on record.
        """
        postponed = 0
        for share_id in forgotten.shares:
            postponed += await self._messages.update_messages(share_id)
        deleted = await self._delete_messages(forgotten.messages)
        return replace(deleted, postponed=deleted.postponed + postponed)

    async def sweep(self) -> None:
        """Go on with the requests that are left, and delete the messages that are.

        Raises:
            StoreUnavailable: the database or the blobs do not answer.
        """
        for request in await self._erasure_requests.load_all():
            if request.user_id not in self._busy:
                await self.tidy(await self._grant(request, 0))
        last = 0
        while messages := await self._erasure_requests.load_messages(after=last, limit=_MESSAGES_AT_ONCE):
            last = messages[-1].message_id
            await self._delete_messages(messages)

    async def _grant(self, request: ErasureRequest, timeout_seconds: float) -> Forgotten:
        """Erase a person: first what others can see, then what is kept, last the request itself."""
        user_id = request.user_id
        shares, messages = await self._erasure.end_shares(user_id, now=_now())
        ends = asyncio.get_running_loop().time() + timeout_seconds
        requests: int = 0
        while True:
            await self._cancel_open(request)
            while ids := await self._erasure.done_jobs(request, now=_now()):
                await self._blobs.delete(await self._erasure.copies_of(ids))
                await self._drop(ids)
                messages += await self._erasure.drop_jobs(ids)
                requests += len(ids)
            while ids := await self._erasure.drafts_and_references(user_id):
                await self._drop(ids)
                await self._erasure.drop_drafts_and_references(user_id, ids)
            while hearted := await self._erasure.take_hearts(user_id):
                for share_id in hearted:
                    self._messages.show_hearts(share_id)
            # Once more, and so late: one may have been shared just before its job went.
            late, about_these = await self._erasure.end_shares(user_id, now=_now())
            shares, messages = shares + late, messages + about_these
            complete = await self._erasure.clear(request)
            if complete:
                await asyncio.to_thread(self._export_folders.drop, user_id)
                await self._erasure.leave_no_trace()
            if complete or asyncio.get_running_loop().time() >= ends:
                break
            await asyncio.sleep(_LOOK_SECONDS)
        log.info("person_forgotten", requests=requests, complete=complete)
        return Forgotten(requests=requests, shares=tuple(shares), messages=tuple(messages), complete=complete)

    async def _delete_messages(self, messages: Sequence[MessageToDelete]) -> Deleted:
        deleted = refused = 0
        for message in messages:
            done = await self._messages.delete_message(message)
            if done is not None:
                await self._erasure_requests.remove_message(message.message_id)
                deleted, refused = deleted + done, refused + (not done)
        return Deleted(deleted, refused, len(messages) - deleted - refused)

    async def _drop(self, folders: Sequence[int]) -> None:
        for folder in folders:
            await self._blobs.drop(folder)

    async def _cancel_open(self, request: ErasureRequest) -> None:
        for job_id in await self._erasure.open_jobs(request):
            with suppress(EaselError):
                job = await self._requests.cancel(job_id, by_user_id=request.user_id)
                if job is not None:
                    await self._messages.say_cancelled(job)


def _now() -> datetime:
    return datetime.now(UTC)
