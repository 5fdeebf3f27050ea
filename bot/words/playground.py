"""The words of the playground: its page, its channels and its welcome."""

from bot.words.language.catalogue import Topic

_say = Topic("playground")

PAGE = _say.each("page", ("title", "brand", "restart", "restarting", "restart_failed", "apps"))
TOPICS = _say.each("topic", ("pictures", "gallery", "moderators"))
"""What each channel is for."""


def guild_name() -> str:
    """Name the server."""
    return _say("guild")


def moderators() -> str:
    """Name the role of the moderators."""
    return _say("moderators")


def moderator_name() -> str:
    """Name the moderator."""
    return _say("mira")


def welcome_title() -> str:
    """Head the welcome."""
    return _say("welcome")


def welcome_text() -> str:
    """Say where one is."""
    return _say("where")


def welcome_fields(*, photo: str, mask: str, spends_money: bool) -> list[tuple[str, str]]:
    """Say what there is to try, a title and a text each; `photo` and `mask` are files to try it with."""
    fields = [
        (_say("title-make"), _say("make")),
        (_say("title-change"), f"{_say('change')}\n`{photo}`\n`{mask}`"),
        (_say("title-work-on"), _say("work-on")),
        (_say("title-share"), _say("share")),
        (_say("title-look-back"), _say("look-back")),
    ]
    return fields if spends_money else [*fields, (_say("title-phrases"), _say("phrases"))]


def welcome_footer(*, spends_money: bool) -> str:
    """Say who draws, what it costs, and what becomes of it."""
    return f"{_say('real') if spends_money else _say('demo')}\n{_say('gone')}"
