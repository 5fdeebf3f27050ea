"""What the buttons and selects of results look like, and which of them a result has."""

from collections.abc import Sequence
from typing import Any, ClassVar

import discord

from bot.chat.delivery.buttons import AgainButton
from bot.chat.platform.components import NumberButton, PictureButton, view_of
from bot.domain.job import Job
from bot.domain.larger import enlarged_size
from bot.domain.masked_edits import MaskedEdits
from bot.domain.models import Catalogue, Model
from bot.domain.options import OutputFormat, Size
from bot.domain.request import PictureRef
from bot.words import conversation as conversation_words
from bot.words import gallery as gallery_words
from bot.words import history as history_words
from bot.words import info as info_words

ANY_PLACE = 0
"""The place in the buttons of several pictures: which one is meant is asked."""

_FIRST_ROW, _SECOND_ROW = 0, 1
_BUTTONS_AT_MOST = 4
"""Pictures that each have a button of their own; Discord shows so many in a square, where their numbers are plain."""
_AS_LARGE_AS_IT_IS_SHOWN = frozenset({OutputFormat.GIF, OutputFormat.SVG})
"""Formats of which nothing larger is made: of an animation one frame goes up, and an SVG is sharp at any size."""


class EditButton(PictureButton):
    """Opens a form that edits a picture."""

    action: ClassVar[str] = "edit"

    def __init__(self, ref: PictureRef) -> None:
        super().__init__(ref, label=conversation_words.RESULT_BUTTONS["edit"], row=_FIRST_ROW)


class VaryButton(PictureButton):
    """Asks for the same words once more, from the picture."""

    action: ClassVar[str] = "vary"

    def __init__(self, ref: PictureRef) -> None:
        super().__init__(ref, label=conversation_words.RESULT_BUTTONS["vary"], row=_FIRST_ROW)


class LargerButton(PictureButton):
    """Makes a picture again at twice its size."""

    action: ClassVar[str] = "larger"

    def __init__(self, ref: PictureRef) -> None:
        super().__init__(ref, label=conversation_words.RESULT_BUTTONS["larger"], row=_FIRST_ROW)


class CompareButton(PictureButton):
    """Shows a picture beside the one that it was made from."""

    action: ClassVar[str] = "compare"

    def __init__(self, ref: PictureRef) -> None:
        super().__init__(ref, label=conversation_words.RESULT_BUTTONS["compare"], row=_FIRST_ROW)


class ExtendButton(PictureButton):
    """Shows who presses it, alone, what can be added to a picture or taken away around its subject."""

    action: ClassVar[str] = "extend"

    def __init__(self, ref: PictureRef) -> None:
        super().__init__(ref, label=conversation_words.RESULT_BUTTONS["extend"], row=_SECOND_ROW)


class ShareButton(PictureButton):
    """Shares a picture with a server."""

    action: ClassVar[str] = "share"

    def __init__(self, ref: PictureRef) -> None:
        super().__init__(ref, label=gallery_words.SHARE_BUTTONS["share"], row=_SECOND_ROW)


class UnshareResultButton(PictureButton):
    """Stands in place of Share where a picture is shared, and takes it back."""

    action: ClassVar[str] = "unshare-result"

    def __init__(self, ref: PictureRef) -> None:
        super().__init__(ref, label=gallery_words.SHARE_BUTTONS["unshare"], row=_SECOND_ROW)


class AsDrawnButton(NumberButton):
    """Shows the pictures of an exact edit as the model drew them."""

    action: ClassVar[str] = "as_drawn"

    def __init__(self, job_id: int) -> None:
        super().__init__(job_id, label=conversation_words.RESULT_BUTTONS["as_drawn"], row=_SECOND_ROW)


class ExactButton(NumberButton):
    """Shows the pictures of an exact edit laid into the original again."""

    action: ClassVar[str] = "exact"

    def __init__(self, job_id: int) -> None:
        super().__init__(job_id, label=conversation_words.RESULT_BUTTONS["exact"], row=_SECOND_ROW)


class InfoButton(NumberButton):
    """Tells all about the result of a job."""

    action: ClassVar[str] = "info"

    def __init__(self, job_id: int) -> None:
        super().__init__(job_id, label=conversation_words.RESULT_BUTTONS["info"], row=_SECOND_ROW)


class DeleteButton(NumberButton):
    """Deletes the result of a job, once its asker or a moderator has confirmed it."""

    action: ClassVar[str] = "delete"

    def __init__(self, job_id: int) -> None:
        super().__init__(job_id, label=conversation_words.RESULT_BUTTONS["delete"], row=_SECOND_ROW)


class WhichButton(discord.ui.Button[Any]):
    """Does what the button that was pressed does, with this one of several pictures; `action` is that button's."""

    def __init__(self, ref: PictureRef, action: str) -> None:
        super().__init__(label=str(ref.place), custom_id=f"{action}:{ref.job_id}:{ref.place}")


class WhichSelect(discord.ui.Select[Any]):
    """Says which of many pictures is meant; `action` is that of the button that was pressed."""

    def __init__(self, job_id: int, action: str, *, places: Sequence[int]) -> None:
        options = [
            discord.SelectOption(label=conversation_words.picture_label(place), value=str(place)) for place in places
        ]
        super().__init__(
            custom_id=f"which:{action}:{job_id}", placeholder=conversation_words.which_picture(), options=options
        )


def which_view(job: Job, action: str) -> discord.ui.View:
    """Build what asks which picture of a job an action is meant for: a button each, of many a select."""
    places = [picture.place for picture in job.pictures]
    if len(places) > _BUTTONS_AT_MOST:
        return view_of(WhichSelect(job.id, action, places=places))
    return view_of(*(WhichButton(PictureRef(job.id, place), action) for place in places))


class TreeButton(NumberButton):
    """Draws the family of a job's pictures."""

    action: ClassVar[str] = "tree"

    def __init__(self, job_id: int) -> None:
        super().__init__(job_id, label=info_words.INFO["tree"], row=_SECOND_ROW)


class BackSelect(discord.ui.Select[Any]):
    """Posts a picture again that another one came from."""

    def __init__(self, job_id: int, *, steps: Sequence[discord.SelectOption]) -> None:
        super().__init__(
            custom_id=f"back:{job_id}", placeholder=info_words.INFO["back"], options=list(steps), row=_FIRST_ROW
        )


class ShowButton(NumberButton):
    """Shows the pictures of a job to its asker alone."""

    action: ClassVar[str] = "show"

    def __init__(self, job_id: int, *, label: str) -> None:
        super().__init__(job_id, label=label, row=_FIRST_ROW)


class PostButton(NumberButton):
    """Posts the pictures of a job into the channel, for its asker; `label` also tells how far that is."""

    action: ClassVar[str] = "post"

    def __init__(self, job_id: int, *, label: str | None = None, disabled: bool = False) -> None:
        super().__init__(job_id, label=label or history_words.HISTORY_BUTTONS["post"], disabled=disabled)


class PageButton(NumberButton):
    """Shows the page of /history with the requests before an id."""

    action: ClassVar[str] = "history"

    def __init__(self, before: int, *, label: str) -> None:
        super().__init__(before, label=label, row=_SECOND_ROW)


class ResultView:
    """Says which buttons a result has."""

    def __init__(self, catalogue: Catalogue, *, edits: bool) -> None:
        """Say with `edits` whether the provider changes pictures."""
        self._catalogue = catalogue
        self._edits = edits

    def __call__(self, job: Job, *, is_shared: bool = False) -> discord.ui.View:
        """Build the view under the pictures that this value of a job has; say whether they are shared there."""
        ref = PictureRef(job.id, job.pictures[0].place if len(job.pictures) == 1 else ANY_PLACE)
        items: list[discord.ui.Item[Any]] = [
            AgainButton(job.id, label=conversation_words.RESULT_BUTTONS["again"], row=_FIRST_ROW)
        ]
        if not any(one.is_picture for one in job.pictures):
            return view_of(*items, InfoButton(job.id), DeleteButton(job.id))
        if self._edits:
            items += [EditButton(ref), VaryButton(ref)]
            if _may_be_larger(job, self._catalogue.find(job.options.model)):
                items.append(LargerButton(ref))
            items.append(ExtendButton(ref))
        if job.files:
            items.append(CompareButton(ref))
        if job.has_two_renditions:
            items.append((AsDrawnButton if job.shown is MaskedEdits.EXACT else ExactButton)(job.id))
        share = UnshareResultButton if is_shared else ShareButton
        return view_of(*items, share(ref), InfoButton(job.id), DeleteButton(job.id))


def _may_be_larger(job: Job, model: Model) -> bool:
    """Say whether a model makes the pictures of a job larger, as far as is known without looking at them."""
    if job.options.output_format in _AS_LARGE_AS_IT_IS_SHOWN:
        return False
    # Laid into its original, it has the size of that.
    size = Size.from_text(job.size or job.options.size) if job.crop is None else None
    return size is None or enlarged_size((size.width, size.height), model) is not None
