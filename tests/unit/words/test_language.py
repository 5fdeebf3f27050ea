"""Whose language is spoken, how messages are said in it, and how it writes numbers."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.money import Cost
from bot.words import amounts, help, people, results, usage  # noqa: A004 - the words of /help
from bot.words.escaping import LAYOUT_LIMIT
from bot.words.language.catalogue import Topic
from bot.words.language.fluent import compile_message
from bot.words.language.numbers import day_and_month
from bot.words.language.pseudo import pseudo_change, pseudo_frame
from bot.words.language.spoken import (
    ENGLISH,
    LANGUAGES,
    PSEUDO,
    language_of,
    speaking,
    speaking_everywhere,
    spoken,
)
from tests.unit.store.samples import NOW

HELP = help.HelpHere(
    bot_name="@Easel",
    edits=True,
    takes_mask=True,
    replies=True,
    replies_to_all=True,
    alone=False,
    manages=True,
    moderates=True,
    free=True,
    n_limit=8,
)


def said(source: str, language: str = ENGLISH, **facts: str | int) -> str:
    def find(name: str) -> object:
        raise KeyError(name)

    return compile_message(source, language, find=find)(facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("de", "de"),
        ("es-ES", "es"),
        ("es-419", "es"),
        ("fr", "fr"),
        ("pt-BR", "pt-BR"),
        ("ja", "ja"),
        ("ko", "ko"),
        ("zh-CN", "zh-CN"),
        ("en-US", "en"),
        ("en-GB", "en"),
        ("zh-TW", "en"),
        ("pl", "en"),
        ("pseudo", "en"),
        ("", "en"),
        (None, "en"),
        (7, "en"),
    ],
)
def test_discords_locales_have_languages_of_ours(locale: object, language: str) -> None:
    assert language_of(locale) == language


async def test_a_task_speaks_what_was_spoken_when_it_began() -> None:
    async def hear() -> str:
        await asyncio.sleep(0)
        return spoken()

    with speaking("de"):
        task = asyncio.create_task(hear())
    assert await task == "de"
    assert spoken() == ENGLISH


def test_one_language_can_be_spoken_everywhere() -> None:
    with speaking_everywhere(PSEUDO):
        assert language_of("de") == PSEUDO
        with speaking("de"):
            assert spoken() == PSEUDO
    assert spoken() == ENGLISH


def test_what_a_language_has_no_message_for_is_said_in_english() -> None:
    say = Topic("progress")
    with speaking("ja"):
        assert say("gone") or say.has("gone", "ja")
    with speaking("no such language"):
        assert say("gone") == "I no longer have this request. Use the command again."


def test_a_message_that_is_not_there_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError, match="progress/no-such-message"):
        Topic("progress")("no-such-message")


COUNTED = "m = { $n ->\n    [0] none\n    [one] one { $n }\n    [few] few\n   *[other] { $n } of them\n }\n"


@pytest.mark.parametrize(("n", "text"), [(0, "none"), (1, "one 1"), (2, "2 of them"), (12_345, "12,345 of them")])
def test_a_number_chooses_by_itself_or_by_its_plural_form(n: int, text: str) -> None:
    assert said(COUNTED, n=n) == text


def test_plural_forms_are_those_of_the_language() -> None:
    source = "m = { $n ->\n    [one] one\n   *[other] more\n }\n"
    assert said(source, "fr", n=0) == "one"
    assert said(source, "de", n=0) == "more"
    assert said(source, "ja", n=1) == "more"


def test_words_and_yes_or_no_choose_too() -> None:
    source = 'm = { $who ->\n    [user] you\n   *[server] all\n }{ $free ->\n    [true] !\n   *[false] {""}\n }\n'
    assert said(source, who="user", free=True) == "you!"
    assert said(source, who="bot", free=False) == "all"


@pytest.mark.parametrize(
    "source", ["m = { NUMBER($n) }\n", "m = { -term.x }\n", "m = { m.y }\n", "no message\n", "m =\n"]
)
def test_what_is_not_there_of_fluent_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        said(source, n=1)


@pytest.mark.parametrize(
    ("language", "price", "many", "seconds", "day"),
    [
        ("en", "about $0.012", "$1,234,567.50", "2.5 s", "Nov 24"),
        ("de", "about 0,012\xa0$", "1.234.567,50\xa0$", "2,5 s", "24. Nov."),
        ("fr", "about 0,012\xa0$US", "1\u202f234\u202f567,50\xa0$US", "2,5 s", "24 nov."),
        ("pt-BR", "cerca de US$\xa00,012", "US$\xa01.234.567,50", "2,5 s", "24 de nov."),
        ("ja", "約$0.012", "$1,234,567.50", "2.5秒", "11月24日"),
    ],
)
def test_money_times_and_days_are_written_as_the_language_does(
    language: str, price: str, many: str, seconds: str, day: str
) -> None:
    with speaking(language):
        assert amounts.price(Cost(12_300, estimated=True)).endswith(price.removeprefix("about "))
        assert amounts.dollars(1_234_567_500_000) == many
        assert amounts.duration(2.5) == seconds
        assert day_and_month(NOW.replace(month=11, day=24)) == day


def test_pseudo_is_longer_framed_and_keeps_what_is_typed() -> None:
    with speaking(PSEUDO):
        text = results.came_opaque(1)
        assert (
            text == "-# ⟦Ýööûû ààskééd föör `background` trààñspààrééñt, bûût théé pîîçtûûréé îîsñ't trààñspààrééñt.⟧"
        )
        assert "/export me" in people.forget_question()
        assert "requests-*.json" in people.export_readme()


def test_pseudo_stays_within_a_limit() -> None:
    text = pseudo_change("settings", "a e i o u a e i o u")
    assert pseudo_frame("settings", text, limit=200) == f"⟦{text}⟧"
    assert pseudo_frame("settings", text, limit=22) == "⟦à é î ö û à é î ö û⟧"
    assert pseudo_frame("settings", text, limit=12) == "⟦à é î ö û…⟧"


def test_a_language_is_spoken_in_what_is_made_of_several_messages() -> None:
    english = help.help_text(HELP)
    with speaking(PSEUDO):
        assert len(help.help_text(HELP)) > len(english) * 1.1
        assert all("⟦" in line for line in help.help_text(HELP).split("\n"))
        assert usage.usage_columns()[0] == "⟦dààý (ÛûTÇ)⟧"


@pytest.mark.parametrize("language", [*LANGUAGES, PSEUDO])
def test_help_at_its_longest_fits_one_message(language: str) -> None:
    here = replace(HELP, bot_name="@" + 32 * "W")
    with speaking(language):
        assert sum(map(len, help.help_sections(here))) <= LAYOUT_LIMIT
