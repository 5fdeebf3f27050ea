"""The list of refused words: found whole, however they are written, and never in other words."""

# ruff: noqa: RUF001 - look-alikes are what this is about

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.word_filter import is_refused

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


@pytest.mark.parametrize(
    "prompt",
    ["a " * 16_000, "@" * 32_000, "@a " * 10_666, "a@!" * 10_666, "\ufdfa" * 32_000, "a\u0301" * 16_000, "裸" * 32_000],
)
def test_the_longest_prompt_takes_no_time_to_speak_of(prompt: str) -> None:
    words = tuple("a " * 20 + f"w{number}" for number in range(500))
    started = time.process_time()
    assert not is_refused(prompt, words)
    # Twenty times what it takes; anything that grows with the square of the length takes minutes.
    assert time.process_time() - started < 5
