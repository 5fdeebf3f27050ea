"""The words of working on: buttons of a result, the form, the overlay, the comparison, references, privacy."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.area import Area
from bot.domain.extension import Extension
from bot.domain.options import Options
from bot.domain.task import Rework
from bot.service.privacy import PrivacyRules
from bot.words.amounts import listed
from bot.words.escaping import ALT_TEXT_LIMIT, harmless, plain, shorten
from bot.words.language.catalogue import Topic
from bot.words.mentions import channel, moment

_say = Topic("conversation")

_LABEL_LIMIT = 80
"""Characters; Discord's component reference, "Button", `label`."""

RESULT_BUTTONS = _say.each(
    "result", ("again", "edit", "vary", "larger", "extend", "compare", "as_drawn", "exact", "info", "delete")
)
TASKS = _say.each("task", (*Extension, *Rework))
EXTEND = _say.each("extend", ("text", "prompt", "hint"))
PROMPTS_UNSAID = _say.each("unsaid", ("extend", "cut_out"))
"""What stands for the words of who said none."""
AGAIN = _say.each("again", ("title", "same"))
FORM = _say.each("form", ("title", "prompt", "words", "which", "quality", "where", "mask"))
FORM_HINTS = _say.each("form-hint", ("where", "mask"))
AREAS = _say.each("area", (Area.EVERYTHING, Area.CENTRE, Area.TOP, Area.BOTTOM, Area.LEFT, Area.RIGHT))
"""The parts of a picture; a cell of the grid is called by its own name."""
PREVIEW_BUTTONS = _say.each("preview", ("go", "repaint", "follow", "invert", "cancel"))
REFERENCES = _say.each("references", ("none", "clear", "cleared"))
UNNAMED = _say.each("unnamed", ("person", "role", "channel"))
"""What stands for somebody or something that has no name here."""
PRIVACY_BUTTONS = _say.each("privacy", ("allow", "forbid", "allow_here", "forbid_here"))

_PROMPT_SHOWN = 300
_ALL_PERCENT = 100


def which_picture() -> str:
    """Ask which of several pictures is meant."""
    return _say("which-picture")


def not_there() -> str:
    """Name the choice that turns the chosen parts over."""
    return _say("not-there")


def shown_first() -> str:
    """Stand for a moment in place of an answer that becomes private."""
    return _say("shown-first")


def draft_dropped() -> str:
    """Say that a change was not sent."""
    return _say("draft-dropped")


def compared() -> tuple[str, str]:
    """Label the two halves of a comparison."""
    return _say("compared-before"), _say("compared-after")


def delete_title() -> str:
    """Head the form that asks whether to delete."""
    return _say("delete-title")


def greeting() -> str:
    """Answer who says nothing but the bot's name."""
    return _say("greeting")


def told_alone() -> str:
    """Stand for a moment in place of a public answer: its asker has another one."""
    return _say("told-alone")


def passing(until: datetime) -> str:
    """Say under a reply when it goes."""
    return _say("passing", when=moment(until, "R"))


def said_alone() -> str:
    """Say, in a reply that goes away, that there is an answer for its reader alone, and nothing of what it is."""
    return _say("said-alone")


def proxied() -> str:
    """Tell who writes through another app why they are not answered."""
    return _say("proxied")


def picture_label(place: int) -> str:
    """Name a picture of several."""
    return _say("picture-label", place=place)


def more_label(options: Options, *, as_before: Options) -> str:
    """Name what a request would have more than the one before: its size, or its quality."""
    if options.size != as_before.size:
        return options.size
    return _say("more-quality", quality=options.quality.value)


def all_pictures(pictures: int) -> str:
    """Name all of several pictures."""
    return _say("all-pictures", pictures=pictures)


def about_message(link: str, channel_id: int, text: str) -> str:
    """Say in a direct message which message of a channel an answer is about."""
    return f"{_say('about-message', link=link, channel=channel(channel_id))}\n{text}"


def about_channel(channel_id: int, text: str) -> str:
    """Say in a direct message in which channel was asked what an answer is about."""
    return f"{_say('about-channel', channel=channel(channel_id))}\n{text}"


def taken_in(prompt: str | None) -> str:
    """Say in a reply that a request is taken; without its words where Discord does not take them."""
    return _say("taken-in-wordless") if prompt is None else _say("taken-in", prompt=harmless(prompt, _PROMPT_SHOWN))


def draft_text(prompt: str, *, share: float | None, asks: bool = False) -> str:
    """Say what the overlay shows, and what to do with it; `share` is that of the tint, None with no tint.

    It `asks` where what was drawn over the picture can be followed as well.
    """
    return _say(
        "draft",
        prompt=harmless(prompt, _PROMPT_SHOWN),
        everything=share is None,
        share=_percent(share or 0),
        asks=asks,
    )


def _percent(share: float) -> str:
    """Say a share in whole per cent, and neither nothing nor all where it is not quite that."""
    percent = round(share * _ALL_PERCENT)
    bound = "least" if not percent else "most" if percent == _ALL_PERCENT and share < 1 else "none"
    return _say("share", bound=bound, percent=percent)


def draft_alt_text(areas: Sequence[Area], *, inverted: bool) -> str:
    """Describe the overlay for people who cannot see it."""
    parts = listed([AREAS.get(area, area.value) for area in areas])
    return _say("draft-alt", parts=parts, named=bool(parts), inverted=inverted)


def comparison(prompt: str) -> str:
    """Head a comparison."""
    return _say("comparison", prompt=harmless(prompt, _PROMPT_SHOWN))


def comparison_alt_text(prompt: str) -> str:
    """Describe a comparison for people who cannot see it."""
    return shorten(_say("comparison-alt", prompt=plain(prompt)), ALT_TEXT_LIMIT)


def delete_question(pictures: int) -> str:
    """Ask whether a result is to be deleted."""
    return _say("delete-question", pictures=pictures)


def deleted(messages_left: int, *, retried: int = 0) -> str:
    """Say that a result is deleted, and how many of its messages Discord did not let go, of which some are retried."""
    if not messages_left:
        return _say("deleted")
    return _say("deleted-but", messages=messages_left, retried=bool(retried))


def references_text(pictures: int, expires_at: datetime) -> str:
    """Say what is put aside, for what, and until when."""
    return _say("references", pictures=pictures, until=moment(expires_at, "t"))


def privacy_text(rules: PrivacyRules, *, manages: bool) -> str:
    """Say what holds for a person's pictures, and in a server for what its members post."""
    lines = [
        f"**{_say('privacy-yours')}**",
        _say("privacy-edits", allowed=rules.edits_by_others),
        _say("privacy-private"),
    ]
    if rules.edits_of_uploads is not None:
        lines += [f"**{_say('privacy-server')}**", _say("privacy-uploads", allowed=rules.edits_of_uploads)]
        if manages:
            lines.append(_say("privacy-manages"))
    return "\n".join(lines)


def switch_label(model: str) -> str:
    """Name the button that asks for the same with another model."""
    return shorten(_say("switch", model=plain(model)), _LABEL_LIMIT)
