"""Edit, Vary and further work: a new request that begins with a picture of a result."""

import asyncio
import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

import discord

from bot.chat.platform.components import Interaction
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.files import shown_place
from bot.chat.platform.messenger import Messenger
from bot.chat.platform.viewer import viewer_of
from bot.chat.requests.form import EditForms
from bot.chat.requests.responder import Responder
from bot.chat.requests.targets import EditTarget, point_at_job
from bot.chat.requests.user_request import Choices, NamedBlob, UserRequest
from bot.domain.errors import PicturesGone
from bot.domain.job import Job, find_markup
from bot.domain.larger import with_new_seed
from bot.domain.options import SEED_LIMIT, Options, OutputFormat, Size
from bot.domain.request import PictureRef
from bot.images.codecs.probing import probe
from bot.images.offload import Offload
from bot.service.album import Album

_MEASURE_SECONDS = 1.0
"""Discord waits 3 s for the acknowledgement, which comes after; the workers may have much to do."""


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture of a job, by its place, and the attachments that show it."""

    job: Job
    place: int
    shown: tuple[discord.Attachment, ...]


class ResultEditing:
    """Works on the pictures of a job for the person who presses."""

    def __init__(
        self, album: Album, *, edit_forms: EditForms, responder: Responder, messenger: Messenger, offload: Offload
    ) -> None:
        self._album = album
        self._offload = offload
        self._edit_forms = edit_forms
        self._responder = responder
        self._messenger = messenger

    async def open_form(self, interaction: Interaction, ref: PictureRef) -> None:
        """Answer with the form that edits a picture of a job, or where the place is 0 one of them that is chosen there.

        Raises:
            PicturesGone: the job is not kept any more.
            NotYours, EditsForbidden: it is another person's, and may not be edited.
            ClosedHere: the server has edits elsewhere, or for others.
            StoreUnavailable: the database does not answer.
        """
        job = await self._load(interaction, ref)
        places = [ref.place] if ref.place else [picture.place for picture in job.pictures]
        target = EditTarget(
            sources=point_at_job(job, places, shown=await self._attachments(interaction, job, places)),
            choices=Choices.like(job.options),
            private=job.origin.private,
            spoiler=job.origin.spoiler,
        )
        await self._edit_forms.show(interaction, target)

    async def vary(self, interaction: Interaction, ref: PictureRef) -> None:
        """Ask for a job's words once more, from one of its pictures.

        Raises:
            PicturesGone: the job is not kept any more.
            NotYours, EditsForbidden: it is another person's, and may not be edited.
            StoreUnavailable: the database does not answer.
        """
        job = await self._load(interaction, ref)
        markup = None if job.emptied_at is not None else find_markup(job.files)
        options = with_new_seed(job.options, seed=random.randint(0, SEED_LIMIT))  # noqa: S311 - no secret
        request = UserRequest(
            prompt=job.prompt,
            choices=Choices(seed=options.seed),
            like=Choices.of(options),
            images=point_at_job(job, [ref.place], shown=await self._attachments(interaction, job, [ref.place])),
            markup=None if markup is None else NamedBlob(markup.label, markup.blob),
            private=job.origin.private,
            spoiler=job.origin.spoiler,
        )
        await self._responder.respond(interaction, request)

    async def check(self, interaction: Interaction, ref: PictureRef) -> None:
        """Refuse who may not work on a picture of a job; raises what `find` does."""
        await self._load(interaction, ref)

    async def find(self, interaction: Interaction, ref: PictureRef) -> FoundPicture:
        """Find a picture of a job that is to be worked on.

        Raises:
            PicturesGone: the job is not kept any more.
            NotYours, EditsForbidden: it is another person's, and may not be edited.
            StoreUnavailable: the database does not answer.
        """
        job = await self._load(interaction, ref)
        return FoundPicture(job, ref.place, tuple(await self._attachments(interaction, job, [ref.place])))

    async def measure(self, found: FoundPicture) -> tuple[int, int]:
        """Give the width and height of a picture in pixels.

        Raises:
            PicturesGone: it is not kept any more, and no message shows it.
            StoreUnavailable: the blob store does not answer.
        """
        try:
            async with asyncio.timeout(_MEASURE_SECONDS):
                info = await self._offload.run(probe, await self._album.load_picture(found.job, found.place))
        except (PicturesGone, TimeoutError):
            shown = next((one for one in found.shown if shown_place(one.filename, found.job.id) == found.place), None)
            if shown is not None and shown.width and shown.height:
                return shown.width, shown.height
            drawn = Size.from_text(found.job.size or "") if found.job.crop is None else None
            if drawn is None:
                raise PicturesGone from None
            return drawn.width, drawn.height
        return info.width, info.height

    async def ask(self, interaction: Interaction, found: FoundPicture, *, prompt: str, choices: Choices) -> None:
        """Ask for a task with a picture, otherwise as its job was asked for."""
        job = found.job
        # What is made has pixels of its own: it is no animation and no drawing of shapes.
        like = replace(Choices.like(job.options).still(), output_format=_still_format(job.options))
        request = UserRequest(
            prompt=prompt,
            choices=choices,
            like=like,
            images=point_at_job(job, [found.place], shown=found.shown),
            private=job.origin.private,
            spoiler=job.origin.spoiler,
        )
        await self._responder.respond(interaction, request)

    async def _load(self, interaction: Interaction, ref: PictureRef) -> Job:
        job = await self._album.load_seen(ref.job_id, viewer=viewer_of(interaction))
        # Before anything of it is on record: a request that is refused stands in the history of who pressed.
        await self._album.check_edit(job, user_id=interaction.user.id)
        return job

    async def _attachments(
        self, interaction: Interaction, job: Job, places: Sequence[int]
    ) -> Sequence[discord.Attachment]:
        """List the attachments of the message with the button, and of further ones of the job where they are needed."""
        shown = list(interaction.message.attachments) if interaction.message else []
        if job.emptied_at is None:
            return shown
        missing = set(places) - {shown_place(one.filename, job.id) for one in shown}
        for post in await self._album.posts_of(job.id):
            if missing.intersection(range(post.first_place, post.last_place + 1)):
                with suppress(*FAILURES):
                    found = await self._messenger.attachments_of(post.channel_id, post.message_id)
                    missing -= {shown_place(one.filename, job.id) for one in found}
                    shown += found
        return shown


def _still_format(options: Options) -> str | None:
    moves = options.output_format in {OutputFormat.GIF, OutputFormat.SVG}
    return None if moves else options.output_format.value
