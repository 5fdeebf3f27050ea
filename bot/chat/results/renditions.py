"""As drawn and Exact: the two pictures of an exact edit, swapped in the messages that show them."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from weakref import WeakValueDictionary

import discord
import structlog

from bot.chat.delivery.result import result_files, result_text
from bot.chat.platform.components import Interaction, Listener, on_press
from bot.chat.platform.errors import FAILURES, meaning_of, reading_answers, to_error
from bot.chat.platform.files import (
    REQUEST_LIMIT_BYTES,
    PostedFile,
    fit_files,
    group_files,
    list_refits,
    shown_place,
)
from bot.chat.platform.messenger import Messenger
from bot.chat.platform.permissions import standings_to
from bot.chat.platform.refusals import Meaning
from bot.chat.platform.shrinking import send_shrinking
from bot.chat.results.buttons import (
    ANY_PLACE,
    AsDrawnButton,
    ExactButton,
    ResultView,
    ShareButton,
    UnshareResultButton,
)
from bot.domain.access import Act, check_access
from bot.domain.errors import NotDelivered, PicturesGone
from bot.domain.job import Job
from bot.domain.masked_edits import MaskedEdits
from bot.domain.request import PictureRef
from bot.images.offload import Offload
from bot.service.album import Album
from bot.store.jobs.posts import Post
from bot.words import results as results_words
from bot.words.language.spoken import speaking

MESSAGES_AT_MOST = 10
"""Besides the one with the button; whoever posts a result more often swaps the others by their own buttons."""

Edit = Callable[[str, list[discord.File], discord.ui.View | None], Awaitable[object]]
"""Makes a message what is given here; None leaves its buttons."""

_CONTINUED = re.compile(r"-# [^0-9·]*([0-9]{1,2})[^0-9·]+([0-9]{1,2})")
"""The number of a further message and how many there are, in the order of any language."""

log = structlog.get_logger(__name__)


class Renditions:
    """Swaps the pictures of exact edits, for those who may."""

    def __init__(
        self,
        album: Album,
        *,
        messenger: Messenger,
        offload: Offload,
        result_view: ResultView,
        free: bool,
    ) -> None:
        """Put `result_view` under the pictures; say with `free` that they cost nothing."""
        self._album = album
        self._messenger = messenger
        self._offload = offload
        self._result_view = result_view
        self._free = free
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for."""
        return on_press(AsDrawnButton, self._show_as_drawn), on_press(ExactButton, self._show_exact)

    async def _show_as_drawn(self, interaction: Interaction, job_id: int) -> None:
        """Acknowledge, then show the pictures as the model drew them."""
        await self._show(interaction, job_id, MaskedEdits.AS_DRAWN)

    async def _show_exact(self, interaction: Interaction, job_id: int) -> None:
        """Acknowledge, then show the exact pictures."""
        await self._show(interaction, job_id, MaskedEdits.EXACT)

    async def _show(self, interaction: Interaction, job_id: int, shown: MaskedEdits) -> None:
        await interaction.response.defer()
        lock = self._locks.setdefault(job_id, asyncio.Lock())
        # Of two presses at once the second one has the last word, in the record and in every message.
        async with lock:
            before = await self._album.load_job(job_id)
            check_access(Act.SHOW_OTHER, standings_to(interaction, before))
            job = await self._album.show(before, shown)
            # Others read these messages too, whatever the language of who presses.
            with speaking(job.origin.language):
                try:
                    await self._swap_pressed(interaction, job)
                except BaseException:
                    await self._album.show(job, before.shown)
                    raise
                log.info("rendition_shown", job=str(job.id), shown=shown.value)
                await self._swap_others(interaction, job)

    async def _swap_pressed(self, interaction: Interaction, job: Job) -> None:
        """Swap them in the message with the button, through the press: that reaches a private message too.

        Raises:
            NotDelivered: Discord did not take them.
        """
        message = interaction.message
        assert message is not None  # noqa: S101 - there is one where there is a button

        async def edit(content: str, files: list[discord.File], view: discord.ui.View | None) -> None:
            await interaction.edit_original_response(
                content=content,
                attachments=files,
                view=discord.utils.MISSING if view is None else view,
                allowed_mentions=discord.AllowedMentions.none(),
            )

        try:
            await self._swap(_ShownIn.read(message, job), edit, limit_bytes=interaction.filesize_limit)
        except FAILURES as error:
            raise to_error(error) from error

    async def _swap_others(self, interaction: Interaction, job: Job) -> None:
        """Swap them in the other messages that show them; that one of these stays as it was is logged."""
        pressed = interaction.message and interaction.message.id
        posts = [post for post in await self._album.posts_of(job.id) if post.message_id != pressed]
        for post in posts[:MESSAGES_AT_MOST]:
            try:
                await self._swap_posted(job, post)
            except (*FAILURES, NotDelivered, PicturesGone) as error:
                log.info("message_not_swapped", cause=error)

    async def _swap_posted(self, job: Job, post: Post) -> None:
        message = await self._messenger.fetch(post.channel_id, post.message_id)

        async def edit(content: str, files: list[discord.File], view: discord.ui.View | None) -> None:
            await self._messenger.edit(post.channel_id, post.message_id, content, files=files, view=view)

        # Of another place than where it was asked for, nobody has told how much it takes.
        is_there = post.channel_id == job.origin.channel_id
        limit_bytes = job.origin.filesize_limit_bytes if is_there else discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES
        await self._swap(_ShownIn.read(message, job), edit, limit_bytes=limit_bytes)

    async def _swap(self, shown_in: "_ShownIn", edit: Edit, *, limit_bytes: int) -> None:
        async with self._album.hold(shown_in.job, shown_in.places) as kept:
            before = await self._album.words_before(shown_in.job) if shown_in.has_the_same_readers else ()
            files = result_files(kept.job, kept.data, kept.vectors, before=before)
            fitted = await fit_files(self._offload, files, limit_bytes=min(limit_bytes, REQUEST_LIMIT_BYTES))
            if len(group_files(fitted)) > 1:
                # A message stays one, whatever its other pictures were divided by.
                shares = sum(file.count for file in files)
                fitted = await fit_files(self._offload, files, limit_bytes=REQUEST_LIMIT_BYTES // shares)
            await self._send(shown_in, edit, fitted)

    async def _send(self, shown_in: "_ShownIn", edit: Edit, files: Sequence[PostedFile]) -> None:
        view = None if shown_in.about is None else self._result_view(shown_in.about, is_shared=shown_in.is_shared)

        async def send(files: Sequence[PostedFile]) -> None:
            attachments = [file for one in files for file in one.to_discord(spoiler=shown_in.job.origin.spoiler)]
            with reading_answers():
                await edit(shown_in.text(files, free=self._free), attachments, view)

        try:
            await send_shrinking(send, files, offload=self._offload)
        except FAILURES as error:
            if meaning_of(error) is not Meaning.WORDS_BLOCKED or shown_in.plain:
                raise
            log.warning("words_blocked", job=str(shown_in.job.id))
            plain = [replace(file, alt_text=results_words.plain_alt_text(file.place)) for file in files]
            await self._send(replace(shown_in, plain=True), edit, plain)


@dataclass(frozen=True, slots=True, kw_only=True)
class _ShownIn:
    """How a message shows pictures of a job: those of the `places`.

    `about` is what its line and its buttons are about; None for a further message of the same result, which has
    neither and says the `number` that it has of how many. It `has_the_same_readers` as the answer to the job.
    `is_shared`: its button says so. `late`: it calls the asker. `plain`: it is without the words of the asker.
    """

    job: Job
    places: tuple[int, ...]
    about: Job | None = None
    number: tuple[int, int] = (1, 1)
    has_the_same_readers: bool = False
    is_shared: bool = False
    late: bool = False
    plain: bool = False

    @classmethod
    def read(cls, message: discord.Message, job: Job) -> "_ShownIn":
        """Read it off the message.

        Raises:
            PicturesGone: it shows none of the job's.
        """
        found = {shown_place(one.filename, job.id) for one in message.attachments}
        pictures = tuple(one for one in job.pictures if one.place in found)
        if not pictures:
            raise PicturesGone
        places = tuple(one.place for one in pictures)
        is_there = message.channel.id == job.origin.channel_id and message.flags.ephemeral >= job.origin.private
        if continued := _CONTINUED.match(message.content):
            number, of = sorted(map(int, continued.groups()))
            return cls(job=job, places=places, number=(number, of), has_the_same_readers=is_there)
        alone = replace(job, pictures=pictures, options=replace(job.options, n=len(pictures)))
        # What was posted again alone has buttons of its own; the first of several messages has those of all.
        ref, custom_ids = PictureRef(job.id, places[0]), _custom_ids(message)
        own = {ShareButton(ref).custom_id, UnshareResultButton(ref).custom_id}
        of_all = UnshareResultButton(PictureRef(job.id, ANY_PLACE)).custom_id
        return cls(
            job=job,
            places=places,
            has_the_same_readers=is_there,
            about=alone if own & custom_ids else job,
            is_shared=bool({UnshareResultButton(ref).custom_id, of_all} & custom_ids),
            late=results_words.is_late(message.content, job.origin.user_id),
            plain=results_words.is_wordless(message.content),
        )

    def text(self, files: Sequence[PostedFile], *, free: bool) -> str:
        """Write what stands under the pictures, given the files that show them."""
        refitted = list_refits(files)
        if self.about is None:
            return results_words.continued(*self.number, refitted)
        text = result_text(self.about, refitted, demo=free, plain=self.plain)
        return f"{results_words.late(self.job.origin.user_id)}\n{text}" if self.late else text


def _custom_ids(message: discord.Message) -> set[str | None]:
    rows = (row for row in message.components if isinstance(row, discord.ActionRow))
    return {getattr(item, "custom_id", None) for row in rows for item in row.children}
