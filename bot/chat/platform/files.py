"""Pictures on their way out: their names, their alt texts, and how they fit Discord's limits."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import discord

from bot.domain.errors import BadImage, TooLargeToPost
from bot.images.file_limit import fit_to_limit
from bot.images.offload import Offload

FILES_A_MESSAGE = 10
"""Discord's API reference, "Create Message"."""
REQUEST_LIMIT_BYTES = 24 * 1024 * 1024
"""All files of one request: Discord takes 25 MiB for it, and the rest of the form needs its share."""

EXTENSIONS = {"jpeg": "jpg"}
"""What a format is called in a file's name, where it is called otherwise."""
_NAME = re.compile(r"(?:SPOILER_)?easel-([0-9]{1,19})-([0-9]{1,2})\.")


def file_limit(guild: discord.Guild | None) -> int:
    """Tell how many bytes a file of the bot's may have in a server, or in a direct message (None)."""
    return guild.filesize_limit if guild else discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES


class _Reader(io.BytesIO):
    """Bytes that are never written, and gone with whoever reads them.

    discord.py puts something else in place of a buffer's `close` and gives it back at the end: a cycle, in which 70
    pictures that had been posted waited for the next collection.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if name != "close":
            super().__setattr__(name, value)

    def close(self) -> None:
        """Stay open: what is asked again reads them again."""

    def getbuffer(self) -> memoryview:
        """Give a view without a copy; aiohttp asks for one to learn the length, and a buffer to write to takes one."""
        return memoryview(self.getvalue())


def build_file(data: bytes, filename: str, *, description: str | None = None, spoiler: bool = False) -> discord.File:
    """Build a new File: one that was sent once sends nothing the next time. `description` is its alt text."""
    return discord.File(_Reader(data), filename=filename, description=description, spoiler=spoiler)


@dataclass(frozen=True, slots=True)
class PostedFile:
    """One picture on its way out: the `place`-th of the job, counted from 1.

    `vector` is the SVG that goes beside it; `leaves_out_vector` says that it had one, which was too large.
    """

    job: int
    place: int
    data: bytes = field(repr=False)
    output_format: str
    alt_text: str = field(repr=False)
    vector: bytes | None = field(default=None, repr=False)
    refitted: bool = False
    leaves_out_vector: bool = False

    @property
    def name(self) -> str:
        """The file's name, by which a message is known as one of this job's."""
        return self._name(self.output_format)

    @property
    def size_bytes(self) -> int:
        """All that is sent of it."""
        return len(self.data) + len(self.vector or b"")

    @property
    def count(self) -> int:
        """How many files it is."""
        return 1 if self.vector is None else 2

    def to_discord(self, *, spoiler: bool) -> list[discord.File]:
        """Build new Files, the picture first."""
        files = [build_file(self.data, self.name, description=self.alt_text, spoiler=spoiler)]
        if self.vector is not None:
            # No alt text: it is the same picture, and a reader who hears it twice learns nothing.
            files.append(build_file(self.vector, self._name("svg"), spoiler=spoiler))
        return files

    def _name(self, output_format: str) -> str:
        return f"easel-{self.job}-{self.place}.{EXTENSIONS.get(output_format, output_format)}"


def shown_place(file_name: str, job_id: int) -> int | None:
    """Say which picture of a job an attachment of ours shows, by its name, as Discord and a spoiler leave it.

    An SVG shows none: what it is drawn as stands beside it.
    """
    match = None if file_name.endswith(".svg") else _NAME.match(file_name)
    return int(match[2]) if match and int(match[1]) == job_id else None


def list_refits(files: Sequence[PostedFile]) -> tuple[tuple[int, str | None], ...]:
    """List what was done to files so that they fit, as `words.results.Refitted` has it."""
    encoded = [(file.place, file.output_format.upper()) for file in files if file.refitted]
    return (*encoded, *((file.place, None) for file in files if file.leaves_out_vector))


async def fit_files(offload: Offload, files: Sequence[PostedFile], *, limit_bytes: int) -> list[PostedFile]:
    """Re-encode the pictures that are over a limit, and leave the others as they are; an SVG over it is left out.

    Raises:
        TooLargeToPost: no re-encoding made one small enough.
    """
    fitted = [file if len(file.data) <= limit_bytes else await _fit(offload, file, limit_bytes) for file in files]
    return [
        replace(file, vector=None, leaves_out_vector=True) if len(file.vector or b"") > limit_bytes else file
        for file in fitted
    ]


def group_files(files: Sequence[PostedFile]) -> list[list[PostedFile]]:
    """Divide files into messages that Discord takes, in their order; at least one, which may be empty."""
    groups: list[list[PostedFile]] = [[]]
    size_bytes = 0
    for file in files:
        count = file.count + sum(one.count for one in groups[-1])
        if groups[-1] and (count > FILES_A_MESSAGE or size_bytes + file.size_bytes > REQUEST_LIMIT_BYTES):
            groups.append([])
            size_bytes = 0
        groups[-1].append(file)
        size_bytes += file.size_bytes
    return groups


async def _fit(offload: Offload, file: PostedFile, limit_bytes: int) -> PostedFile:
    try:
        fitted = await offload.run(fit_to_limit, file.data, limit_bytes=limit_bytes)
    except BadImage as error:
        raise TooLargeToPost(size_bytes=len(file.data), limit_bytes=limit_bytes) from error
    return replace(file, data=fitted.data, output_format=fitted.format, refitted=True)
