"""The message of /history: the contact sheet, a choice of one picture, what is done with it, and the requests."""

from itertools import groupby
from typing import Any

import discord

from bot.chat.delivery.buttons import AgainButton, ways_on
from bot.chat.platform.components import ONE_ID
from bot.chat.platform.layouts import Part, line_between, picture, words
from bot.chat.results.buttons import EditButton, PageButton, ShareButton, ShowButton, VaryButton
from bot.domain.job import Job
from bot.domain.request import PictureRef
from bot.service.history import Page
from bot.words import conversation as conversation_words
from bot.words import history as history_words

CHOOSE_TEMPLATE = f"history-choose:(?P<before>{ONE_ID})"
"""The custom_id of a `PictureSelect`: the page that it is on."""

_WITH_BUTTONS = 3
"""The newest failed requests that have buttons: a message has 40 parts, and this is what most of them are for."""


class PictureSelect(discord.ui.Select[Any]):
    """Chooses a picture of a page of /history."""

    def __init__(self, page: Page, *, before: int, chosen: PictureRef) -> None:
        options = [
            discord.SelectOption(
                label=history_words.picture_option(number, job),
                value=f"{ref.job_id}:{ref.place}",
                default=ref == chosen,
            )
            for number, (job, ref) in enumerate(_shown(page), start=1)
        ]
        super().__init__(
            custom_id=f"history-choose:{before}", placeholder=history_words.choose_picture(), options=options
        )


def chosen_in(select: discord.ui.Select[Any]) -> PictureRef:
    """Read which picture was chosen."""
    job_id, place = select.values[0].split(":")
    return PictureRef(int(job_id), int(place))


def number_pictures(page: Page) -> dict[int, history_words.Numbers]:
    """Number the pictures of a page through, and give the first and last number of each job."""
    numbers, last = {}, 0
    for job_id, refs in page.pictures.items():
        numbers[job_id] = (last + 1, last + len(refs))
        last += len(refs)
    return numbers


def build_page(
    page: Page,
    *,
    before: int,
    chosen: PictureRef | None,
    sheet: discord.File | None,
    edits: bool,
    shares: bool,
    free: bool,
) -> list[Part]:
    """Build the message of a page that has requests.

    `edits`: the provider changes pictures. `shares`: it is a server, which may have a gallery.
    """
    parts: list[Part] = [words(history_words.history_head(is_first=page.newer is None))]
    if sheet is not None:
        parts.append(picture(sheet))
    if chosen is not None:
        parts += [
            discord.ui.ActionRow(PictureSelect(page, before=before, chosen=chosen)),
            discord.ui.ActionRow(*_actions(page, chosen, edits=edits, shares=shares)),
        ]
    parts += [line_between(), *_entries(page, free=free)]
    return [*parts, *_turns(page)]


def build_empty_page(page: Page) -> list[Part]:
    """Build the message of a page that has no requests (any more)."""
    return [words(history_words.no_history(is_first=page.newer is None)), *_turns(page)]


def _shown(page: Page) -> list[tuple[Job, PictureRef]]:
    by_id = {job.id: job for job in page.jobs}
    return [(by_id[job_id], ref) for job_id, refs in page.pictures.items() for ref in refs]


def _actions(page: Page, chosen: PictureRef, *, edits: bool, shares: bool) -> list[Part]:
    job = next(job for job, ref in _shown(page) if ref == chosen)
    again = AgainButton(job.id, label=conversation_words.RESULT_BUTTONS["again"])
    show = ShowButton(job.id, label=history_words.HISTORY_BUTTONS["show"])
    if not any(one.is_picture for one in job.pictures if one.place == chosen.place):
        return [again, show]
    edit: list[Part] = [EditButton(chosen), VaryButton(chosen)] if edits else []
    return [*edit, again, *([ShareButton(chosen)] if shares else []), show]


def _entries(page: Page, *, free: bool) -> list[Part]:
    """Put the requests into texts; after one that failed come its buttons: its own answer may be out of reach."""
    texts = history_words.history_entries(page.jobs, number_pictures(page), free=free)
    failed = [job for job in page.jobs if ways_on(job)][:_WITH_BUTTONS]
    parts: list[Part] = []
    groups = groupby(zip(page.jobs, texts, strict=True), key=lambda entry: entry[0].id if entry[0] in failed else None)
    for _, entries in groups:
        together = list(entries)
        parts.append(words("\n".join(text for _, text in together)))
        if together[0][0] in failed:
            parts.append(discord.ui.ActionRow(*ways_on(together[0][0])))
    return parts


def _turns(page: Page) -> list[Part]:
    labels = history_words.HISTORY_BUTTONS
    ways = ((labels["newer"], page.newer), (labels["older"], page.older))
    buttons = [PageButton(before, label=label) for label, before in ways if before is not None]
    return [discord.ui.ActionRow(*buttons)] if buttons else []
