"""The roles that the outside world plays for us."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

from bot.domain.job import Job
from bot.domain.request import ApiAnswer, ApiCall, PartialPicture

OnPartial = Callable[[PartialPicture], Awaitable[None]]
"""Called with each partial picture as it arrives."""
OnBody = Callable[[], Awaitable[object]]
"""Called when an answer with pictures has begun to arrive, before its body is read; it may take its time."""

OnWait = Callable[[float], None]
"""Called before the provider is waited for, with the seconds that it takes."""


class ImagesApi(Protocol):
    """An images API: OpenAI's, or one that speaks as it does."""

    async def generate(
        self,
        call: ApiCall,
        *,
        on_partial: OnPartial | None = None,
        on_body: OnBody | None = None,
        on_wait: OnWait | None = None,
    ) -> ApiAnswer:
        """Make pictures from a prompt; `call` has no images."""
        ...

    async def edit(
        self,
        call: ApiCall,
        *,
        on_partial: OnPartial | None = None,
        on_body: OnBody | None = None,
        on_wait: OnWait | None = None,
    ) -> ApiAnswer:
        """Edit the pictures of `call`, of which there is at least one."""
        ...


class Poster(Protocol):
    """Posts what a job ends with."""

    async def missing_permissions(self, job: Job) -> tuple[str, ...]:
        """List what the bot may not do where the job's answer has to go, by Discord's names."""
        ...

    def is_delivering(self, job_id: int) -> bool:
        """Say whether somebody in this process is at posting what a job ended with."""
        ...

    async def leave(self, job_id: int) -> None:
        """Stop showing a job that is stopped from outside, and leave its answer as it was delivered."""
        ...

    async def deliver(self, job: Job, *, intended_at: datetime | None = None) -> None:
        """Post the pictures of a DRAWN job or the sentence of a FAILING one, exactly once, and close the job.

        Where there is no way to post, the job is closed as UNDELIVERABLE or FAILED. With `intended_at` it is on record
        since then that the job's answer is to be edited, and nobody has tried to.
        """
        ...


class Progress(Protocol):
    """Shows how far a job is, in its answer."""

    def watch(self, job: Job) -> None:
        """Show a job that waits for its turn."""
        ...

    def waits(self, job: Job, seconds: float) -> None:
        """Show that a job goes on by itself in a while, when the provider is asked again."""
        ...

    def drawing(self, job: Job) -> OnPartial | None:
        """Show that a job is being drawn; gives where its partial pictures go, if anybody wants them."""
        ...
