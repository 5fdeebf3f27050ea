"""The list of refused words: found whole, however they are written, and never in other words."""

# ruff: noqa: RUF001 - look-alikes are what this is about

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import readings, word_filter
from bot.domain.word_filter import LETTERS_LIMIT, WordFilter, fit

if TYPE_CHECKING:
    from types import FrameType

    from _typeshed import TraceFunction

LIST = ("shit", "fail", "two words", "ass", "88", "裸", "Привет", "Ωμέγα", "c++")

LOOK_ALIKES = {
    "a": "aAáÄ@4аαａ🅰",
    "b": "bB8вβ",
    "c": "cCçсⅽ",
    "e": "eEé3еεｅ",
    "g": "gG9ɡ",
    "h": "hHһнħ",
    "i": "iIí1!|іıι",
    "k": "kKкκ",
    "l": "lLĺ1|ӏł",
    "n": "nNñпη",
    "o": "oOö0оοø",
    "p": "pPрρ",
    "s": "sSš$5ѕ🇸",
    "t": "tTť7+тτ",
    "u": "uUüսυ",
    "x": "xXхχ",
    "y": "yYýуγ",
}
INVISIBLE = ("", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\ufe0f", "\u034f", "\u202e")
WORDS = st.text(st.sampled_from("bcghklnopstuxy"), min_size=3, max_size=10)
GAPS = st.text(st.sampled_from(" \t\n.,;:-_/*'\"()…—·"), min_size=1, max_size=5)


def is_refused(prompt: str, words: tuple[str, ...]) -> bool:
    return WordFilter(words).refuses(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        *(
            "shit",
            "a SHIT b",
            "shit, again",
            "(shit)",
            "shit_",
            "shít",
            "sh1t",
            "sh!t",
            "sh|t!",
            "$h!t",
            "$h!t!",
            "$hit$",
        ),
        *("ѕһіт", "ｓｈｉｔ", "𝔰𝔥𝔦𝔱", "ⓢⓗⓘⓣ", "🇸🇭🇮🇹", "s\u200bh\u00adi\u202et", "s̶h̶i̶t̶", "shıt", "ꜱʜɪᴛ", "SHİT"),
        *("faiI", "fa1l", "F4|L", "two words", "TWO\nw0rds", "two, … words", "(two) - words!", "a$$", "@ss!", "me@ass"),
        *("88", "of 88!", "女の裸の", "裸", "ПРИВЕТ", "пpивeт", "ΩΜΕΓΑ", "ωμεγα", "in c++ please"),
    ],
)
def test_a_word_is_found_however_it_is_written(prompt: str) -> None:
    assert is_refused(prompt, LIST)


@pytest.mark.parametrize(
    "prompt",
    [
        *(
            "",
            "   ",
            "!!!",
            "shitake",
            "mishit",
            "s hit",
            "fall",
            "a fall",
            "faill",
            "two",
            "words two",
            "two good words",
        ),
        *("twowords", "assassin", "bass", "bb", "1988", "455 men", "888", "прив", "c", "Ω", "a picture of a cat"),
    ],
)
def test_other_words_are_not(prompt: str) -> None:
    assert not is_refused(prompt, LIST)


def test_where_no_word_is_refused_nothing_is() -> None:
    assert not is_refused("shit", ())
    assert not is_refused("shit !!!", ("", " ", "!!!", "\u200b"))


@given(WORDS, st.data())
def test_look_alikes_accents_and_invisible_characters_hide_no_word(word: str, data: st.DataObject) -> None:
    written = "".join(
        data.draw(st.sampled_from(LOOK_ALIKES[letter])) + data.draw(st.sampled_from(INVISIBLE)) for letter in word
    )
    if written.isdigit():
        return
    assert is_refused(f"a picture of {written}, please", (word,))


@given(st.lists(WORDS, min_size=1, max_size=5), st.data())
def test_nothing_between_the_words_of_a_phrase_hides_it(words: list[str], data: st.DataObject) -> None:
    prompt = data.draw(GAPS) + "".join(word + data.draw(GAPS) for word in words)
    assert is_refused(prompt, (" ".join(words),))


@given(WORDS, WORDS)
def test_a_word_inside_another_is_another(word: str, more: str) -> None:
    assert not is_refused(f"{word}{more}", (word,)) or word == more
    assert not is_refused(f"{more}{word}", (word,)) or word == more


@given(st.text(max_size=60))
def test_any_text_with_something_to_read_is_found_in_itself_in_every_form(phrase: str) -> None:
    if not is_refused(phrase, (phrase,)):
        assert not any(one.isalnum() for one in unicodedata.normalize("NFKD", phrase))
        return
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert is_refused(f"see: {unicodedata.normalize(form, phrase)} .", (phrase,))


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz "), max_size=40), WORDS)
def test_plain_letters_are_refused_exactly_where_the_word_stands(prompt: str, word: str) -> None:
    assert is_refused(prompt, (word,)) == (word in prompt.split())
    assert is_refused(f"{prompt} {word} {prompt}", (word,))


def test_a_sign_is_a_letter_or_stands_between_words() -> None:
    for prompt in ("$$hit", "me@$hit!", "+sh!t+", "a$s@a$$", "two|words", "two+!w0rds", "$88", "88€"):
        assert is_refused(prompt, ("shit", "ass", "two words", "88")), prompt
    for prompt in ("$455", "455€", "4|55|", "$ h i t", "shi$", "two$words2", "8$8"):
        assert not is_refused(prompt, ("shit", "ass", "two words", "88")), prompt


@pytest.mark.parametrize(
    ("word", "prompt"), [("각", "\u1100\u1161\u11a8"), ("\u1100\u1161", "가"), ("한국 말", "한국, 말")]
)
def test_hangul_is_found_whether_its_syllables_are_put_together_or_not(word: str, prompt: str) -> None:
    assert is_refused(f"a {unicodedata.normalize('NFD', prompt)} b", (word,))
    assert is_refused(prompt, (unicodedata.normalize("NFD", word),))
    assert not is_refused(prompt, (f"{word}각",))


def test_a_list_has_as_many_letters_as_fit() -> None:
    long = "b" * (LETTERS_LIMIT - 4)
    assert fit(("good", "GOOD", long, "bad", "!!!", "go@d")) == ("good", "GOOD", long)
    assert fit((long, "five5", "four")) == (long, "four")
    assert is_refused("bad, or four", (long, "five5", "four"))
    assert not is_refused("five5", (long, "five5", "four"))


def steps(phrases: tuple[str, ...], prompt: str) -> int:
    """Count the lines of Python that a search runs."""
    files = {readings.__file__, word_filter.__file__}
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> TraceFunction | None:
        nonlocal count
        count += event == "line"
        return trace if frame.f_code.co_filename in files else None

    compiled = WordFilter(phrases)
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        assert not compiled.refuses(prompt)
    finally:
        sys.settrace(before)
    return count


# (what a list repeats, what a prompt repeats): letters that may be several, signs that are letters or none, marks,
# scripts without spaces, whole words in one character, numbers, thousands of characters that nobody has seen before.
HOSTILE = [
    *(("a ", "a "), ("a", "a"), ("i", "l"), ("i ", "l "), ("il1|!", "1|l!i"), ("a$", "a$"), ("$", "$"), ("$ ", "$")),
    *(("@a@ ", "@a"), ("1", "1"), ("1 ", "1 "), ("裸", "裸"), ("각", "\u1100\u1161\u11a8"), ("ﷺ", "ﷺ"), ("ﷲ", "ﷲ")),
    *(("㌀", "㌀"), ("a", "a\u0301"), ("क", "क\u094d\u093c"), ("a", "".join(map(chr, range(0x300, 0x370))))),
    *(("μη", "mn"), ("ſß", "ss"), ("a", "".join(map(chr, range(0x3400, 0x5400)))), ("é ", "e\u0301 ")),
]


@pytest.mark.parametrize(("listed", "written"), HOSTILE)
def test_the_steps_of_a_search_grow_with_the_prompt_and_nothing_else(listed: str, written: str) -> None:
    # Phrases of every length, and one as long as a list can be, none of which is ever complete.
    many = tuple(f"{listed * length}b" for length in range(1, 80))
    one = (listed * (LETTERS_LIMIT // len(listed)) + "b",)
    for phrases in (fit(many), fit(one) or (f"{listed * 100}b",)):
        prompt = (written * 4000)[:4000]
        assert steps(phrases, prompt) < 40 * len(prompt) + 2000
