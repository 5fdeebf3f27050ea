"""The words of sharing: what stands under a shared picture, the form, /gallery, themes, the pictures of the week."""

from collections.abc import Mapping, Sequence

from bot.domain.gallery import Order, Share, ShareState, Span, Theme
from bot.domain.job import Job
from bot.service.gallery import GalleryPage
from bot.words.escaping import harmless, plain, shorten
from bot.words.info import info_fields, info_prompt

SHARE_BUTTONS = {
    "share": "Share",
    "remix": "Remix",
    "info": "Info",
    "report": "Report",
    "unshare": "Unshare",
    "previous": "Previous",
    "next": "Next",
}
SHARE_FORM = {
    "title": "Share with this server",
    "prompt": "The prompt",
    "show": "Show it under the picture",
    "hide": "Hide it",
    "theme": "A theme that it is for",
    "no_theme": "None",
}
HIDDEN = "This picture is hidden until a moderator has looked at it."
"""In place of a picture that was reported."""
HIDDEN_TITLE, GONE_TITLE = "Hidden for now", "Taken back"
"""What the thread of such a picture in a forum is called."""
SECRET_TITLE = "A picture whose prompt is kept"  # noqa: S105 - no password
SECRET_ALT_TEXT = "A picture that was shared without its prompt."  # noqa: S105
NOTHING_SHARED = {
    "gallery": "Nothing was shared here so far that fits. Share a picture of yours with the button under it.",
    "mine": "You have shared nothing here. The Share button under a result of yours does that.",
}
NO_THEMES = "No theme is open here."

_PROMPT_SHOWN = 500
_TITLE_LIMIT = 100
"""Characters; Discord's API reference, "Start Thread in Forum or Media Channel", `name`."""
_OPTION_LABEL = 100
_SPANS = {Span.WEEK: "of the last 7 days", Span.MONTH: "of the last 30 days", Span.EVER: "of all time"}
_ORDERS = {Order.TOP: "Most hearted", Order.NEW: "Newest"}
_NAME_SHOWN = 60
_LINE_PROMPT = 60


def heart_label(hearts: int) -> str:
    """Name the heart button by how many there are."""
    return f"♥ {hearts}"


def share_text(share: Share, job: Job, theme: Theme | None) -> str:
    """Say under a shared picture who made it, and from what words where they are shown."""
    who = f"<@{share.user_id}>"
    parts = [
        f"**{harmless(job.prompt, _PROMPT_SHOWN)}** by {who}"
        if share.shows_prompt
        else f"By {who}, who keeps the prompt",
        harmless(job.options.model, _NAME_SHOWN),
    ]
    if theme is not None:
        parts.append(f"for **{harmless(theme.name, _NAME_SHOWN)}**")
    return " · ".join(parts)


def share_title(share: Share, job: Job) -> str:
    """Name the thread of a shared picture in a forum; Discord shows it as it is."""
    if not share.shows_prompt:
        return SECRET_TITLE
    return shorten(plain(job.prompt), _TITLE_LIMIT) or "…"


def shared(link: str | None) -> str:
    """Say that a picture is shared, and where."""
    return f"Shared: {link}\n-# /gallery mine takes it back." if link else "Shared."


def unshared(left: Sequence[str]) -> str:
    """Say that a picture is shared no more, and by which links messages are left that Discord did not let go."""
    if not left:
        return "Taken back, with every message that showed it."
    return (
        f"Taken back, but Discord does not let me take it away here: {' '.join(left[:5])}\n"
        "It is on record, and I go on trying; a moderator can delete it by hand."
    )


def share_info_fields(share: Share, job: Job, *, free: bool) -> list[tuple[str, str]]:
    """Name what a shared picture was asked for, and how it is liked."""
    return [
        *info_fields(job, free=free),
        ("Hearts", str(share.hearts)),
        ("Shared", f"<t:{int(share.created_at.timestamp())}:R>"),
    ]


def share_info_prompt(share: Share, job: Job, *, reader_id: int) -> str:
    """Show the prompt of a shared picture at length, to its asker alone where that is wished."""
    if share.shows_prompt:
        return info_prompt(job.prompt)
    if reader_id == share.user_id:
        return f"{info_prompt(job.prompt)}\n-# Only you see these words."
    return f"<@{share.user_id}> keeps the prompt."


def gallery_page(page: GalleryPage, job: Job | None, link: str | None, *, head: str) -> str:
    """Say which picture of a gallery this is; without its job, no more than whose it is."""
    share = page.share
    prompt = f"**{harmless(job.prompt, _PROMPT_SHOWN)}** " if job is not None and share.shows_prompt else ""
    parts = [
        f"{prompt}by <@{share.user_id}>",
        heart_label(share.hearts),
        f"<t:{int(share.created_at.timestamp())}:R>",
        *([link] if link else []),
    ]
    lines = [f"{head} · {page.place} of {page.count}", " · ".join(parts)]
    if share.state is ShareState.HIDDEN:
        lines.append("-# Hidden from others until a moderator has looked at it.")
    return "\n".join(lines)


def gallery_head(order: Order, span: Span, by: int | None) -> str:
    """Head a page of a gallery."""
    return f"{_ORDERS[order]} {_SPANS[span]}{f', by <@{by}>' if by else ''}"


MINE_HEAD = "What you shared here"
RANDOM_HEAD = "Any picture"


def theme_option(theme: Theme) -> str:
    """Name a theme in a list to choose from."""
    return shorten(plain(theme.name), _OPTION_LABEL) or "…"


def theme_opened(theme: Theme) -> str:
    """Say that a theme is open."""
    return (
        f"Theme **{harmless(theme.name, _NAME_SHOWN)}** is open until <t:{int(theme.ends_at.timestamp())}:f>, "
        f"and what joins it goes to <#{theme.channel_id}>. The form behind Share offers it."
    )


def theme_closed(theme: Theme) -> str:
    """Say that a theme is over before its time."""
    name = harmless(theme.name, _NAME_SHOWN)
    return f"Theme **{name}** is over. The most hearted are announced in <#{theme.channel_id}>."


def theme_list(themes: Sequence[Theme]) -> str:
    """List the themes that are open."""
    if not themes:
        return NO_THEMES
    return "\n".join(
        f"- **{harmless(one.name, _NAME_SHOWN)}** in <#{one.channel_id}>, until <t:{int(one.ends_at.timestamp())}:f>"
        for one in themes
    )


def theme_over_title(theme: Theme) -> str:
    """Name the thread that announces the best of a theme in a forum."""
    return shorten(f"Theme over: {plain(theme.name)}", _TITLE_LIMIT)


def theme_announcement(theme: Theme, best: Sequence[Share], links: Mapping[int, str | None]) -> str:
    """Announce the most hearted pictures of a theme: by links, so that nothing of one that is taken back stays."""
    head = f"**Theme over: {harmless(theme.name, _NAME_SHOWN)}**"
    if not best:
        return f"{head}\nNo picture for it was hearted."
    return "\n".join([f"{head}\nThe most hearted:", *_ranking(best, links)])


WEEK_TITLE = "Pictures of the week"
WEEK_HEAD = f"**{WEEK_TITLE}**"


def week_text(best: Sequence[Share], links: Mapping[int, str | None]) -> str:
    """List the pictures of a week with who made them."""
    return "\n".join([WEEK_HEAD, *_ranking(best, links)])


def week_alt_text(pictures: int) -> str:
    """Describe the sheet of a week for people who cannot see it."""
    return f"A sheet of {pictures} thumbnail{'' if pictures == 1 else 's'}, numbered as in the list."


def hearts(count: int) -> str:
    """Count hearts under a thumbnail, in letters that every font has."""
    return f"{count} heart{'' if count == 1 else 's'}"


def _ranking(best: Sequence[Share], links: Mapping[int, str | None]) -> list[str]:
    lines = []
    for number, share in enumerate(best, start=1):
        link = links.get(share.id)
        lines.append(f"{number}. by <@{share.user_id}> · {heart_label(share.hearts)}{f' · {link}' if link else ''}")
    return lines
