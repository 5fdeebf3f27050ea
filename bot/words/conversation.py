"""The words of working on: buttons of a result, the form, the overlay, the comparison, references, privacy."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.area import Area
from bot.domain.extension import Extension
from bot.domain.options import Options
from bot.domain.task import Rework, Task
from bot.service.privacy import PrivacyRules
from bot.words.escaping import ALT_TEXT_LIMIT, harmless, plain, shorten

_LABEL_LIMIT = 80
"""Characters; Discord's component reference, "Button", `label`."""

RESULT_BUTTONS = {
    "again": "Again",
    "edit": "Edit",
    "vary": "Vary",
    "larger": "Larger",
    "extend": "Extend",
    "compare": "Compare",
    "as_drawn": "As drawn",
    "exact": "Exact",
    "info": "Info",
    "delete": "Delete",
}
AGAIN = {"title": "The same once more: as it was, larger, or in a higher quality?", "same": "Same size"}
TASKS: Mapping[Task, str] = {
    Extension.ZOOM_OUT_LITTLE: "Zoom out 1.5x",
    Extension.ZOOM_OUT: "Zoom out 2x",
    Extension.PAN_LEFT: "Pan left",
    Extension.PAN_RIGHT: "Pan right",
    Extension.PAN_UP: "Pan up",
    Extension.PAN_DOWN: "Pan down",
    Rework.CUT_OUT: "Cut out",
    Rework.ENLARGE: "Larger",
}
EXTEND_TEXT = (
    "**Zoom out** and **Pan** paint what lies beside the picture, of which every pixel stays. **Cut out** leaves the "
    "subject alone, on a transparent background.\n-# Nothing is spent before you have chosen."
)
EXTEND_FORM = {"prompt": "What is to be seen there?"}
EXTEND_FORM_HINT = "Leave it empty to go on with the scene as it is."
PROMPTS_UNSAID = {"extend": "continue the scene", "cut_out": "the subject, cut out"}
"""What stands for the words of who said none."""
MENUS = {"edit": "Edit picture", "reference": "Use as reference", "info": "Picture info"}
"""The entries of the Apps menu of a message."""
WHICH_PICTURE = "Which picture?"

FORM = {
    "title": "Edit a picture",
    "prompt": "What should change?",
    "which": "Which picture?",
    "quality": "Quality",
    "where": "Where?",
    "mask": "Or a mask",
}
FORM_HINTS = {
    "where": "Parts, or cells of a 4 x 4 grid from A1, top left, to D4. You see it before anything is spent.",
    "mask": "The picture painted over in one colour, or white on black, or with a hole in it",
}
AREAS = {
    Area.EVERYTHING: "Everything",
    Area.CENTRE: "Centre",
    Area.TOP: "Top half",
    Area.BOTTOM: "Bottom half",
    Area.LEFT: "Left half",
    Area.RIGHT: "Right half",
}
"""The parts of a picture; a cell of the grid is called by its own name."""
NOT_THERE = "Not there: everywhere else"
PREVIEW_BUTTONS = {
    "go": "Go",
    "repaint": "Repaint what I covered",
    "follow": "Follow my marks",
    "invert": "Invert",
    "cancel": "Cancel",
}
SHOWN_FIRST = "Where it changes is shown to its asker first; nothing is spent by now."
"""For a moment, in place of an answer that becomes private."""
DRAFT_DROPPED = "Dropped; nothing was sent, and nothing was spent."
COMPARED = ("before", "after")
DELETE_TITLE = "Delete for good?"
REFERENCES = {
    "none": (
        "You have put no picture aside. Choose Apps > Use as reference in the menu of a message, "
        "and its pictures go with your next /imagine or /edit."
    ),
    "clear": "Clear",
    "cleared": "Cleared: your next request goes without them.",
}
GREETING = (
    "Reply to a picture, mention me and say what should change, or mention me and say what to draw. /help has more."
)
SAID_ALONE = (
    "I have an answer that is for you alone, and Discord does not let me write you a direct message. "
    "Use /imagine here and you will read it; nothing was spent."
)
"""In a reply that goes away: it says nothing of what the answer is."""
PROXIED = (
    "Another app posted this message for somebody, so that I cannot tell who asks, whose pictures these are and who "
    "pays. Write to me without that app, or use /imagine; nothing was spent."
)
UNNAMED = {"person": "somebody", "role": "role", "channel": "channel"}
"""What stands for somebody or something that has no name here."""
PRIVACY_BUTTONS = {
    "allow": "Let others edit my pictures",
    "forbid": "Let nobody else edit my pictures",
    "allow_here": "Server: let members' uploads be edited",
    "forbid_here": "Server: let nobody edit others' uploads",
}

_PROMPT_SHOWN = 300
_ALT_PROMPT = 300


def picture_label(place: int) -> str:
    """Name a picture of several."""
    return f"Picture {place}"


def more_label(options: Options, *, as_before: Options) -> str:
    """Name what a request would have more than the one before: its size, or its quality."""
    return options.size if options.size != as_before.size else f"Quality {options.quality}"


def all_pictures(pictures: int) -> str:
    """Name all of several pictures."""
    return f"All {pictures} together"


def about_message(link: str, channel_id: int, text: str) -> str:
    """Say in a direct message which message of a channel an answer is about."""
    return f"About {link} in <#{channel_id}>:\n{text}"


def about_channel(channel_id: int, text: str) -> str:
    """Say in a direct message in which channel was asked what an answer is about."""
    return f"About what you asked for in <#{channel_id}>:\n{text}"


def taken_in(prompt: str | None) -> str:
    """Say in a reply that a request is taken; without its words where Discord does not take them."""
    return "Taking it in" if prompt is None else f"**{harmless(prompt, _PROMPT_SHOWN)}** · taking it in"


def draft_text(prompt: str, *, share: float | None, asks: bool = False) -> str:
    """Say what the overlay shows, and what to do with it; `share` is that of the tint, None with no tint.

    It `asks` where what was drawn over the picture can be followed as well.
    """
    where = (
        "All of the picture is painted anew. Choose a part below to keep the rest."
        if share is None
        else f"What is tinted is painted anew: {_percent(share)} of the picture. The rest stays. Choose other parts "
        "below, or turn it over."
    )
    if asks:
        where += " Or are your strokes, arrows and words to be followed, and not to stay in the picture?"
    before = "you choose" if asks else "Go"
    return f"**{harmless(prompt, _PROMPT_SHOWN)}**\n{where}\n-# Only you see this. Nothing is spent before {before}."


def _percent(share: float) -> str:
    """Say a share in whole per cent, and neither nothing nor all where it is not quite that."""
    percent = round(share * 100)
    if not percent:
        return "less than 1 %"
    return "more than 99 %" if percent == 100 and share < 1 else f"{percent} %"  # noqa: PLR2004 - per cent


def draft_alt_text(areas: Sequence[Area], *, inverted: bool) -> str:
    """Describe the overlay for people who cannot see it."""
    named = ", ".join(AREAS.get(area, area.value) for area in areas)
    part = f"these parts: {named}" if named else "the part that was painted over" if not inverted else "a part"
    return f"The picture with a grid of four columns, A to D, and four rows; tinted is {'all but ' * inverted}{part}."


def comparison(prompt: str) -> str:
    """Head a comparison."""
    return f"Before and after **{harmless(prompt, _PROMPT_SHOWN)}**"


def comparison_alt_text(prompt: str) -> str:
    """Describe a comparison for people who cannot see it."""
    return shorten(f"Two pictures side by side, before and after this change: {plain(prompt)}", ALT_TEXT_LIMIT)


def delete_question(pictures: int) -> str:
    """Ask whether a result is to be deleted."""
    what = "This picture goes" if pictures == 1 else f"These {pictures} pictures go"
    return (
        f"{what} for good: here, wherever it was posted again, and in /history, words included. "
        "What was made from it stays. Nothing is paid back."
    )


def deleted(messages_left: int, *, retried: int = 0) -> str:
    """Say that a result is deleted, and how many of its messages Discord did not let go, of which some are retried."""
    if not messages_left:
        return "Deleted, with every message that showed it."
    what = "one message that shows it" if messages_left == 1 else f"{messages_left} messages that show it"
    text = f"Deleted from what is kept, but I could not delete {what}. A moderator can do that by hand."
    return f"{text} Where it was shared it is on record, and I go on trying." if retried else text


def references_text(pictures: int, expires_at: datetime) -> str:
    """Say what is put aside, for what, and until when."""
    what = "1 picture goes" if pictures == 1 else f"{pictures} pictures go"
    return f"{what} with your next /imagine or /edit, until <t:{int(expires_at.timestamp())}:t>."


def privacy_text(rules: PrivacyRules, *, manages: bool) -> str:
    """Say what holds for a person's pictures, and in a server for what its members post."""
    lines = [
        "**Your pictures**",
        "Others may edit pictures that you made or posted."
        if rules.edits_by_others
        else "Nobody else may edit pictures that you made or posted.",
        "Pictures of private answers are always yours alone.",
    ]
    if rules.edits_of_uploads is not None:
        lines += [
            "**This server**",
            "Members may edit pictures that others posted here, where their owners let them."
            if rules.edits_of_uploads
            else "Nobody may edit pictures that others posted here; what Easel made is not meant by that.",
        ]
        if manages:
            lines.append("-# The server's rule is yours to change, since you may manage the server.")
    return "\n".join(lines)


def switch_label(model: str) -> str:
    """Name the button that asks for the same with another model."""
    return shorten(f"Use {plain(model)}", _LABEL_LIMIT)
