"""The words of sharing: what stands under a shared picture, the form, /gallery, themes, the pictures of the week."""

from collections.abc import Mapping, Sequence

from bot.domain.gallery import Order, Share, ShareState, Span, Theme
from bot.domain.job import Job
from bot.service.gallery import GalleryPage
from bot.words.escaping import harmless, plain, shorten
from bot.words.info import info_fields, info_prompt, view_link
from bot.words.language.catalogue import Topic
from bot.words.language.fluent import Fact
from bot.words.mentions import channel, moment, person

_say = Topic("gallery")

SHARE_BUTTONS = _say.each(
    "share-button", ("share", "remix", "info", "report", "unshare", "previous", "next", "another")
)
SHARE_FORM = _say.each("share-form", ("title", "prompt", "show", "hide", "theme", "no_theme"))
NOTHING_SHARED = _say.each("nothing", ("gallery", "mine"))

_PROMPT_SHOWN = 500
_TITLE_LIMIT = 100
"""Characters; Discord's API reference, "Start Thread in Forum or Media Channel", `name`."""
_OPTION_LABEL = 100
_NAME_SHOWN = 60
_LINE_PROMPT = 60


def hidden() -> str:
    """Stand in place of a picture that was reported."""
    return _say("hidden")


def hidden_title() -> str:
    """Name the thread of a picture that was reported."""
    return _say("hidden-title")


def gone_title() -> str:
    """Name the thread of a picture that was taken back."""
    return _say("gone-title")


def secret_alt_text() -> str:
    """Describe a picture whose prompt is kept back."""
    return _say("secret-alt")


def mine_head() -> str:
    """Head a page of what its reader shared."""
    return _say("head-mine")


def random_head() -> str:
    """Head a picture that was chosen by chance."""
    return _say("head-random")


def heart_label(hearts: int) -> str:
    """Name the heart button by how many there are."""
    return f"♥ {hearts}"


def share_text(share: Share, job: Job, theme: Theme | None) -> str:
    """Say under a shared picture who made it, and from what words where they are shown."""
    who = person(share.user_id)
    parts = [
        _say("shared-by", prompt=f"**{harmless(job.prompt, _PROMPT_SHOWN)}**", person=who)
        if share.shows_prompt
        else _say("shared-by-secret", person=who),
        harmless(job.options.model, _NAME_SHOWN),
    ]
    if theme is not None:
        parts.append(_say("shared-for", theme=harmless(theme.name, _NAME_SHOWN)))
    return " · ".join(parts)


def share_title(share: Share, job: Job) -> str:
    """Name the thread of a shared picture in a forum; Discord shows it as it is."""
    if not share.shows_prompt:
        return _say("secret-title")
    return shorten(plain(job.prompt), _TITLE_LIMIT) or "…"


def shared(link: str | None) -> str:
    """Say that a picture is shared, and where."""
    return f"{_say('shared', link=link)}\n{_say('shared-hint')}" if link else _say("shared-nowhere")


def unshared(left: Sequence[str]) -> str:
    """Say that a picture is shared no more, and by which links messages are left that Discord did not let go."""
    if not left:
        return _say("unshared")
    links = [f"[{_say('left-message', number=number)}]({link})" for number, link in enumerate(left[:5], start=1)]
    return f"{_say('unshared-but', links=' · '.join(links))}\n{_say('unshared-hint')}"


def share_info_fields(share: Share, job: Job, *, free: bool) -> list[tuple[str, str]]:
    """Name what a shared picture was asked for, and how it is liked."""
    return [
        *info_fields(job, free=free),
        (_say("info-hearts"), str(share.hearts)),
        (_say("info-shared"), moment(share.created_at, "R")),
    ]


def share_info_prompt(share: Share, job: Job, *, reader_id: int) -> str:
    """Show the prompt of a shared picture at length, to its asker alone where that is wished."""
    if share.shows_prompt:
        return info_prompt(job.prompt)
    if reader_id == share.user_id:
        return f"{info_prompt(job.prompt)}\n{_say('prompt-for-you')}"
    return _say("prompt-kept", person=person(share.user_id))


def gallery_place(page: GalleryPage, *, head: str) -> str:
    """Say over a picture of a gallery which one it is."""
    return _say("page-place", head=head, place=page.place, count=page.count)


def gallery_caption(page: GalleryPage, job: Job | None, link: str | None) -> str:
    """Say under a picture of a gallery what it is; without its job, no more than whose."""
    share = page.share
    prompt = f"**{harmless(job.prompt, _PROMPT_SHOWN)}** " if job is not None and share.shows_prompt else ""
    parts = [
        f"{prompt}{_say('page-by', person=person(share.user_id))}",
        moment(share.created_at, "R"),
        *([view_link(link)] if link else []),
    ]
    lines = [" · ".join(parts)]
    if share.state is ShareState.HIDDEN:
        lines.append(_say("page-hidden"))
    return "\n".join(lines)


def gallery_head(order: Order, span: Span, by: int | None) -> str:
    """Head a page of a gallery."""
    return _say("head", order=order.value, span=span.value, of_one=bool(by), by=person(by or 0))


def theme_option(theme: Theme) -> str:
    """Name a theme in a list to choose from."""
    return shorten(plain(theme.name), _OPTION_LABEL) or "…"


def theme_opened(theme: Theme) -> str:
    """Say that a theme is open."""
    return _say("theme-opened", **_theme_facts(theme))


def theme_closed(theme: Theme) -> str:
    """Say that a theme is over before its time."""
    return _say("theme-closed", **_theme_facts(theme))


def theme_list(themes: Sequence[Theme]) -> str:
    """List the themes that are open."""
    if not themes:
        return _say("no-themes")
    return "\n".join(_say("theme-line", **_theme_facts(one)) for one in themes)


def theme_over_title(theme: Theme) -> str:
    """Name the thread that announces the best of a theme in a forum."""
    return shorten(_say("theme-over", theme=plain(theme.name)), _TITLE_LIMIT)


def theme_head(theme: Theme) -> str:
    """Head what is said of a theme that is over; a message of ours is found again by it."""
    return f"**{_say('theme-over', theme=harmless(theme.name, _NAME_SHOWN))}**"


def theme_announcement(theme: Theme, best: Sequence[Share], links: Mapping[int, str | None]) -> str:
    """Announce the most hearted pictures of a theme, with links to them."""
    if not best:
        return f"{theme_head(theme)}\n{_say('theme-none-hearted')}"
    return "\n".join([theme_head(theme), _say("theme-best"), *_ranking(best, links)])


def week_title() -> str:
    """Name the thread of the pictures of a week in a forum."""
    return _say("week-title")


def week_head() -> str:
    """Head the list of the pictures of a week; a message of ours is found again by it."""
    return f"**{week_title()}**"


def week_text(best: Sequence[Share], links: Mapping[int, str | None]) -> str:
    """List the pictures of a week with who made them."""
    return "\n".join([week_head(), *_ranking(best, links)])


def contact_sheet_alt_text(pictures: int) -> str:
    """Describe a contact sheet for people who cannot see it."""
    return _say("sheet-alt", pictures=pictures)


def hearts(count: int) -> str:
    """Count hearts under a thumbnail, in letters that every font has."""
    return _say("hearts", hearts=count)


def _ranking(best: Sequence[Share], links: Mapping[int, str | None]) -> list[str]:
    lines = []
    for number, share in enumerate(best, start=1):
        link = links.get(share.id)
        line = _say("week-line", number=number, person=person(share.user_id), hearts=heart_label(share.hearts))
        lines.append(f"{line} · {view_link(link)}" if link else line)
    return lines


def _theme_facts(theme: Theme) -> dict[str, Fact]:
    return {
        "theme": harmless(theme.name, _NAME_SHOWN),
        "channel": channel(theme.channel_id),
        "until": moment(theme.ends_at, "f"),
    }
