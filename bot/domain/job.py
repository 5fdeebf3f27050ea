"""A job: its stages, what may follow what, and everything that a restart must still know of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from bot.domain.crop import Crop
from bot.domain.errors import EaselError
from bot.domain.masked_edits import MaskedEdits
from bot.domain.money import Cost
from bot.domain.options import Options, OutputFormat
from bot.domain.request import MARKUP, MASK, NO_PICTURES, ORIGINAL, PictureRef


class JobState(StrEnum):
    """Where a job stands. The last three are final."""

    ACCEPTING = "accepting"
    """Acknowledged; its files are being taken in. After a crash it is told that nothing was spent."""
    WAITING = "waiting"
    """Checked, its files kept, its money reserved, in the queue."""
    PREPARING = "preparing"
    """A process has taken it; nothing was asked of the provider yet."""
    CALLING = "calling"
    """The paid call is under way: after a crash nobody knows whether it was paid."""
    DRAWN = "drawn"
    """The pictures are kept and the money is settled; the answer is not out yet."""
    FAILING = "failing"
    """It failed or was cancelled, the money is released; the sentence is not out yet."""
    DELIVERED = "delivered"
    FAILED = "failed"
    UNDELIVERABLE = "undeliverable"
    """The pictures are kept, and there was no way to post them: /history has them."""


FOLLOWS: dict[JobState, frozenset[JobState]] = {
    JobState.ACCEPTING: frozenset({JobState.WAITING, JobState.FAILING}),
    JobState.WAITING: frozenset({JobState.PREPARING, JobState.FAILING}),
    JobState.PREPARING: frozenset({JobState.PREPARING, JobState.CALLING, JobState.FAILING}),
    JobState.CALLING: frozenset({JobState.CALLING, JobState.DRAWN, JobState.FAILING}),
    JobState.DRAWN: frozenset({JobState.DELIVERED, JobState.UNDELIVERABLE}),
    JobState.FAILING: frozenset({JobState.FAILED}),
    JobState.DELIVERED: frozenset(),
    JobState.FAILED: frozenset(),
    JobState.UNDELIVERABLE: frozenset({JobState.DELIVERED}),
}
"""What may follow a stage; a stage that may follow itself is entered again after a crash."""

OPEN = frozenset({JobState.ACCEPTING, JobState.WAITING, JobState.PREPARING, JobState.CALLING})
"""The stages in which a job counts against the limits of its asker and its server."""

FINAL = (JobState.DELIVERED, JobState.FAILED, JobState.UNDELIVERABLE)
"""The stages of a job with which nobody has anything left to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the answer goes: one message that is edited for as long as that is allowed, then the channel.

    To an interaction that message is its original answer: `token` is a secret of the interaction. To a message of a
    person (`reply_to`) it is our reply, `answer_id`, once that is out, and there is no token. `expires_at` is when the
    edits end (UTC). `filesize_limit_bytes` is what Discord takes there, a file. As a `guest` the bot is there through
    the asker alone: it has the interaction and no other way to answer. `language` is what the answer is said in: its
    asker's where nobody else reads it, else the server's. `app_permissions` are Discord's bits of what the bot might do
    in the channel when it was asked; None where that was not known.
    """

    application_id: int
    token: str = field(repr=False)
    expires_at: datetime
    channel_id: int
    guild_id: int | None
    user_id: int
    private: bool
    spoiler: bool
    filesize_limit_bytes: int
    guest: bool = False
    reply_to: int | None = None
    answer_id: int | None = None
    language: str = "en"
    app_permissions: int | None = None

    @property
    def is_editable(self) -> bool:
        """Whether there is an answer that is ours to edit, until `expires_at`."""
        return bool(self.token) or self.answer_id is not None

    @property
    def has_channel(self) -> bool:
        """Whether the answer may come as a message of its own once the interaction is over."""
        return not (self.private or self.guest)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file in the blob store; `label` is the option it was given to, `blob` its name there.

    `parent` is the picture of ours that it is.
    """

    label: str
    blob: str
    parent: PictureRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """One of the two pictures that an exact edit has in one place."""

    blob: str
    output_format: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPicture:
    """One result in the blob store; `place` counts from 1.

    `vector` is the blob of the SVG that it was drawn from, where it was one. `size_bytes` are those of both. `other` is
    there where an answer was laid into its original: of the two, the one that is not shown.
    """

    place: int
    blob: str
    output_format: str
    size_bytes: int
    vector: str | None = None
    other: Rendition | None = None

    def turned(self) -> Self:
        """Show the other one, where there is one."""
        other = self.other
        if other is None:
            return self
        return replace(
            self,
            blob=other.blob,
            output_format=other.output_format,
            size_bytes=other.size_bytes,
            other=Rendition(blob=self.blob, output_format=self.output_format, size_bytes=self.size_bytes),
        )

    @property
    def is_picture(self) -> bool:
        """Whether there is something to see and to work on: not where it is an SVG that could not be drawn."""
        return self.output_format != OutputFormat.SVG


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job as the database has it, times are UTC.

    `id` is the id of the interaction, or of the message, that asked for it. From `emptied_at` on the bytes of its
    files and pictures are gone: somebody deleted them, or they had been kept for long enough. `server_key_id` is the
    key of a server's own that pays for it, or for none; where it is None, the bot pays. `crop` is the part of the
    original that goes up, of an edit whose answer is laid into that; `shown` says which its `pictures` are.
    """

    id: int
    state: JobState
    origin: Origin
    prompt: str = field(repr=False)
    options: Options
    files: tuple[StoredFile, ...] = ()
    pictures: tuple[StoredPicture, ...] = ()
    crop: Crop | None = None
    shown: MaskedEdits = MaskedEdits.EXACT
    quality: str | None = None
    size: str | None = None
    dropped: tuple[str, ...] = ()
    reserved_microusd: int = 0
    server_key_id: int | None = None
    cost: Cost | None = None
    failure: EaselError | None = None
    executor: str | None = None
    attempts: int = 0
    created_at: datetime
    queued_at: datetime | None = None
    started_at: datetime | None = None
    drawn_at: datetime | None = None
    ended_at: datetime | None = None
    emptied_at: datetime | None = None

    @property
    def is_server_paid(self) -> bool:
        """Whether a server's own key pays for it, and not the bot."""
        return self.server_key_id is not None

    @property
    def is_deleted(self) -> bool:
        """Whether somebody deleted it: its words are gone too, and no request is without any."""
        return self.emptied_at is not None and not self.prompt

    @property
    def is_repeatable(self) -> bool:
        """Whether it can be asked for once more with its very files: it was queued, and they are kept."""
        return self.queued_at is not None and not (self.files and self.emptied_at is not None) and not self.is_deleted

    @property
    def parents(self) -> tuple[PictureRef, ...]:
        """The pictures of ours that it was made from, each once, in their order."""
        return tuple(dict.fromkeys(file.parent for file in self.files if file.parent))

    @property
    def asked(self) -> Options:
        """The options as the provider is asked for them: of a crop it is another size that is drawn."""
        return self.options if self.crop is None else replace(self.options, size=self.crop.size)

    @property
    def before(self) -> StoredFile | None:
        """The picture that an edit began with, all of it; None where the job is no edit."""
        original = next((file for file in self.files if file.label == ORIGINAL), None)
        return original or next(iter(self.files), None)

    @property
    def has_two_renditions(self) -> bool:
        """Whether there is an exact picture and one as drawn, in one place at least."""
        return any(picture.other for picture in self.pictures)

    @property
    def not_laid_in(self) -> int:
        """How many of its pictures could not be laid into the original as they were to be."""
        return 0 if self.crop is None else sum(picture.other is None for picture in self.pictures)

    def showing(self, shown: MaskedEdits) -> Self:
        """Give the same with the exact pictures, or those as drawn; where a place has one alone, it has that."""
        if shown is self.shown:
            return self
        return replace(self, shown=shown, pictures=tuple(picture.turned() for picture in self.pictures))

    @property
    def key(self) -> str:
        """The idempotency key of all attempts at its call."""
        return f"easel-{self.id}"


def count_files(files: Sequence[StoredFile]) -> tuple[int, bool]:
    """Count the pictures among a job's files, and say whether there is a mask."""
    labels = [file.label for file in files]
    return sum(label not in NO_PICTURES for label in labels), MASK in labels


def find_markup(files: Sequence[StoredFile]) -> StoredFile | None:
    """Find what somebody drew over the first picture among a job's files."""
    return next((file for file in files if file.label == MARKUP), None)
