"""Which pictures somebody points at: those of a message, ours by our records, others by what Discord shows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import discord

from bot.chat.delivery.buttons import CancelButton
from bot.chat.platform.embedded_pictures import embedded_pictures
from bot.chat.platform.files import shown_place
from bot.chat.requests.user_request import UNKNOWN_AUTHOR, Choices, NamedAttachment, NamedPicture, Source
from bot.domain.errors import NoPictureThere, NoSuchPicture, NotMadeYet, PictureOutOfSight
from bot.domain.gallery import Share
from bot.domain.job import Job
from bot.domain.request import PictureRef, image_label
from bot.service.album import Album, Shown

T = TypeVar("T")

_UNKNOWN = "application/octet-stream"
_PICTURE_ENDINGS = (
    *(".png", ".apng", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".gif"),
    *(".avif", ".heic", ".heif", ".bmp", ".tif", ".tiff"),
)
"""What programs and phones call the pictures of which Discord does not know the type."""

_SKETCH = re.compile(r"(?:SPOILER_)?sketch-[0-9]{1,19}-")
"""How the name of a partial picture begins, which progress shows until there is a whole one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditTarget:
    """The pictures that somebody points at, and what an edit of them has in common with them."""

    sources: tuple[Source, ...]
    choices: Choices = field(default_factory=Choices)
    private: bool = False
    spoiler: bool = False


async def point_at(
    message: discord.Message, *, album: Album, own_id: int, place: int | None = None, in_sight: bool = True
) -> EditTarget:
    """Name the pictures of a message, all or the `place`-th, with what an edit of them has in common with them.

    With `in_sight` Discord shows everything that is in the message.

    Raises:
        NoPictureThere: it has none.
        PictureOutOfSight: it may have some, and Discord does not show them.
        NotMadeYet: it shows how far a picture has come.
        NoSuchPicture: it has fewer than `place`.
        NotShared: it shows what was shared, and is hidden or taken back.
        StoreUnavailable: the database does not answer.
    """
    shown = await album.find_shown(message.id)
    if shown is not None:
        return _ours(shown, place, message.attachments)
    attachments = pictures_of(message)
    if message.author.id == own_id and _is_not_done(message):
        raise NotMadeYet
    if not attachments:
        raise NoPictureThere if in_sight else PictureOutOfSight
    if message.author.id != own_id:
        return point_at_attachments(attachments, place=place, author_id=author_of(message))
    # What we posted and do not know any more is anybody's: there is nobody left to ask.
    return point_at_attachments(attachments, place=place)


def point_at_attachments(
    attachments: Sequence[discord.Attachment], *, place: int | None = None, author_id: int | None = None
) -> EditTarget:
    """Name attachments, all or the `place`-th; a spoiler among them makes a spoiler of what is made from them.

    Raises:
        NoSuchPicture: there are fewer than `place`.
    """
    picked = attachments if place is None or not attachments else [_nth(attachments, place)]
    spoiler = any(one.is_spoiler() for one in picked)
    return EditTarget(sources=name_attachments(picked, author_id=author_id), spoiler=spoiler)


async def point_at_id(message_id: int, *, album: Album, place: int | None = None) -> EditTarget | None:
    """Name the pictures of a message of ours, of which only the id is there; None for any other message.

    Raises:
        NoSuchPicture: it has fewer than `place`.
        NotShared: it shows what was shared, and is hidden or taken back.
        StoreUnavailable: the database does not answer.
    """
    shown = await album.find_shown(message_id)
    return None if shown is None else _ours(shown, place, ())


def point_at_share(share: Share, job: Job) -> EditTarget:
    """Name a shared picture, with what an edit of it has in common with it."""
    return EditTarget(
        sources=(NamedPicture(image_label(1), share.ref, shared=True, rendition=share.shown),),
        choices=Choices.like(job.options),
        spoiler=job.origin.spoiler,
    )


def point_at_job(
    job: Job, places: Sequence[int], *, shown: Sequence[discord.Attachment] = ()
) -> tuple[NamedPicture, ...]:
    """Name pictures of a job as inputs, with the attachments that show them, in case they are kept no longer."""
    by_place = {shown_place(one.filename, job.id): one for one in shown}
    return tuple(
        NamedPicture(image_label(number), PictureRef(job.id, place), by_place.get(place))
        for number, place in enumerate(places, start=1)
    )


def pictures_of(message: discord.Message) -> list[discord.Attachment]:
    """List what may be pictures in a message, and in one that it forwards: its attachments, then those in embeds."""
    forwarded: list[Any] = [one for snapshot in message.message_snapshots for one in snapshot.attachments]
    return [one for one in (*message.attachments, *forwarded, *embedded_pictures(message)) if _may_be_picture(one)]


def author_of(message: discord.Message) -> int:
    """Tell whose the pictures of a message are: of one that is forwarded, nobody's that is known."""
    return UNKNOWN_AUTHOR if message.message_snapshots else message.author.id


def _is_not_done(message: discord.Message) -> bool:
    """Tell whether a message of ours shows a sketch, or is about a request that can be cancelled."""
    rows = [one for one in message.components if isinstance(one, discord.ActionRow)]
    ids = [one.custom_id or "" for row in rows for one in row.children if isinstance(one, discord.Button)]
    has_sketch = any(_SKETCH.match(one.filename) for one in pictures_of(message))
    return has_sketch or any(one.startswith(f"{CancelButton.action}:") for one in ids)


def _may_be_picture(attachment: discord.Attachment) -> bool:
    """Go by what Discord says of a file, and where it knows no type by its name; its bytes decide later."""
    content_type = attachment.content_type
    if content_type is None or content_type.startswith("image/"):
        return True
    name = attachment.filename.lower()
    named = name.endswith(_PICTURE_ENDINGS) or "." not in name or attachment.width is not None
    return content_type.startswith(_UNKNOWN) and named


def name_attachments(
    attachments: Sequence[discord.Attachment], *, author_id: int | None = None, first: int = 1
) -> tuple[NamedAttachment, ...]:
    """Name attachments as inputs, the `first` one by its number."""
    return tuple(
        NamedAttachment(image_label(number), one, author_id) for number, one in enumerate(attachments, start=first)
    )


def _ours(shown: Shown, place: int | None, attachments: Sequence[discord.Attachment]) -> EditTarget:
    job = shown.job
    if shown.share is not None:
        target = point_at_share(shown.share, job)
        return replace(target, sources=_pick(target.sources, place))
    return EditTarget(
        sources=_pick(point_at_job(job, shown.places, shown=attachments), place),
        choices=Choices.like(job.options),
        private=job.origin.private,
        spoiler=job.origin.spoiler,
    )


def _pick(sources: Sequence[Source], place: int | None) -> tuple[Source, ...]:
    # One that is picked is the only one, and has the label of that: further ones are numbered after it.
    return tuple(sources) if place is None else (replace(_nth(sources, place), label=sources[0].label),)


def _nth(pictures: Sequence[T], place: int) -> T:
    if place > len(pictures):
        raise NoSuchPicture(place=place, pictures=len(pictures))
    return pictures[place - 1]
