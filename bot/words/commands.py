"""The descriptions of the commands and their options, and what is chosen in them."""

from bot.domain.gallery import Span
from bot.domain.models import Model
from bot.words.language.catalogue import Topic

_say = Topic("commands")

COMMANDS = _say.each(
    "command",
    (
        "imagine",
        "edit",
        "usage",
        "history",
        "references",
        "tree",
        "help",
        "privacy",
        "forget",
        "forget_me",
        "export",
        "export_me",
        "gallery",
        "gallery_top",
        "gallery_new",
        "gallery_random",
        "gallery_mine",
        "theme",
        "theme_open",
        "theme_close",
        "theme_list",
        "settings",
        "mute",
        "unmute",
        "muted",
        "reports",
        "audit",
    ),
)

OPTIONS = _say.each(
    "option",
    (
        "prompt",
        "quality",
        "size",
        "background",
        "n",
        "model",
        "seed",
        "format",
        "private",
        "spoiler",
        "complexity",
        "frames",
        "frame_ms",
        "aspect",
        "area",
        "fidelity",
        "image",
        "mask",
        "further_image",
        "preview",
        "span",
        "by",
        "theme_name",
        "theme_ends",
        "theme_channel",
        "theme",
        "muted_person",
        "unmuted_person",
        "mute_time",
        "picture",
    ),
)

SPANS = _say.each("span", Span)
MUTE_TIMES = _say.each("mute-time", ("hour", "day", "week", "ever"))
MENUS = _say.each("menu", ("edit", "reference", "info"))
"""The entries of the Apps menu of a message."""

SIZES = _say.each(
    "size",
    (
        "1024x1024",
        "1024x1536",
        "1536x1024",
        "2048x2048",
        "1152x2048",
        "2048x1152",
        "1440x2560",
        "2560x1440",
        "2160x3840",
        "3840x2160",
    ),
)


def size_choice(size: str) -> str:
    """Name a size in the list to choose from."""
    return SIZES.get(size, size)


def model_choice(model: Model) -> str:
    """Name a model in the list to choose from, with the last day that its maker serves it."""
    if model.shut_down is None:
        return model.name
    return _say("model-with-end", model=model.name, maker=model.shut_down_by or "", day=model.shut_down.isoformat())
