"""The words of a message that mentions the bot."""

import re
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.requests.mentions import Mention, parse_mention

ME = "<@7>"
MENTIONS = (ME, "<@!7>", "<@&8>")


def said(text: str) -> Mention:
    return parse_mention(f"{ME} {text}", mentions=MENTIONS)


def chosen(mention: Mention) -> dict[str, Any]:
    return {name: value for name, value in asdict(mention.choices).items() if value is not None}


@pytest.mark.parametrize("text", [f"{ME} a fox", f"a fox {ME}", "<@!7> a fox", "<@&8> a fox", f"{ME}a fox{ME}"])
def test_the_name_is_taken_out(text: str) -> None:
    mention = parse_mention(text, mentions=MENTIONS)
    assert mention.mentioned
    assert mention.prompt == "a fox"


def test_without_the_name_nobody_is_meant() -> None:
    mention = parse_mention("a fox <@9>", mentions=MENTIONS)
    assert not mention.mentioned
    assert mention.prompt == "a fox <@9>"


@pytest.mark.parametrize(
    ("text", "place", "prompt"),
    [
        ("2: make it night", 2, "make it night"),
        ("2:make it night", 2, "make it night"),
        ("#2 make it night", 2, "make it night"),
        ("10: x", 10, "x"),
        ("2:30 pm at the station", None, "2:30 pm at the station"),
        ("16:9 poster", None, "16:9 poster"),
        ("#2nd place", None, "#2nd place"),
        ("11: x", None, "11: x"),
        ("0: x", None, "0: x"),
        ("make 2: night", None, "make 2: night"),
    ],
)
def test_a_number_at_the_start_picks_a_picture(text: str, place: int | None, prompt: str) -> None:
    mention = said(text)
    assert (mention.place, mention.prompt) == (place, prompt)


@pytest.mark.parametrize(
    ("text", "prompt", "choices"),
    [
        ("a fox --quality high", "a fox", {"quality": "high"}),
        ("a fox --quality=high", "a fox", {"quality": "high"}),
        ("a fox --QUALITY High", "a fox", {"quality": "high"}),
        ("a fox \u2014quality high", "a fox", {"quality": "high"}),
        ("a fox \u2013n 2", "a fox", {"n": 2}),
        ("a fox --transparent", "a fox", {"background": "transparent"}),
        ("a fox --size portrait --n 2", "a fox", {"size": "portrait", "n": 2}),
        ("a fox --size 1024x1536", "a fox", {"size": "1024x1536"}),
        ("a fox --format webp --seed 5", "a fox", {"output_format": "webp", "seed": 5}),
        ("a fox --model openai/GPT-image.2", "a fox", {"model": "openai/GPT-image.2"}),
        ("a fox --quality high --quality high", "a fox", {"quality": "high"}),
        ("--quality high", "", {"quality": "high"}),
        ("a fox --transparent yes", "a fox", {"background": "transparent"}),
        ("a fox --size 1024 x 1536", "a fox", {"size": "1024x1536"}),
        ("a fox --quality: high, --n2.", "a fox", {"quality": "high", "n": 2}),
        ("a fox \u2014\u2014n \u201c2\u201d", "a fox", {"n": 2}),
        ("a fox --fidelity high --background opaque", "a fox", {"fidelity": "high", "background": "opaque"}),
        ("a fox -- quality high", "a fox -- quality high", {}),
        ("a fox quality high", "a fox quality high", {}),
    ],
)
def test_options_at_the_end_are_understood_where_they_are_unmistakable(
    text: str, prompt: str, choices: dict[str, Any]
) -> None:
    mention = said(text)
    assert mention.prompt == prompt
    assert chosen(mention) == choices


@pytest.mark.parametrize("text", ["2: make it night", "#2 make it night", "10: x"])
def test_a_number_is_a_word_like_others_where_there_is_nothing_to_pick_from(text: str) -> None:
    mention = parse_mention(f"{ME} {text}", mentions=MENTIONS, picks=False)
    assert (mention.place, mention.prompt) == (None, text)


ANY_TEXT = st.text(alphabet=st.characters(exclude_characters="<"), max_size=200)
"""Whatever people write, but for further mentions."""
WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            ["--quality", "high", "--n", "2", "--transparent", "\u2014size", "portrait", "--n=3", "#2", "2:"]
        ),
        st.text(alphabet="ab-\u2014=:#2", min_size=1, max_size=6),
    ),
    max_size=12,
).map(" ".join)
"""Texts that look like options, or nearly so."""


@given(st.one_of(ANY_TEXT, WORDS))
def test_no_word_of_a_prompt_is_lost(text: str) -> None:
    mention = parse_mention(f"{ME} {text}", mentions=MENTIONS, picks=False)
    words, kept = text.split(), mention.prompt.split()
    if mention.misread is not None:
        # It is told, and costs nothing: what is told is in the message, and so is what is left of it.
        assert mention.misread.written.split()[0] in words
        assert not chosen(mention)
        return
    assert words[: len(kept)] == kept
    options = words[len(kept) :]
    assert bool(options) == bool(chosen(mention))
    if options:
        # Nothing but options is gone: each begins with a dash, or is the value of the one before it.
        assert options[0].startswith(("--", "\u2013", "\u2014"))
        alone = parse_mention(f"{ME} {' '.join(options)}", mentions=MENTIONS, picks=False)
        assert (alone.prompt, alone.choices) == ("", mention.choices)


@given(WORDS)
def test_no_option_is_left_in_a_prompt_that_is_paid_for(text: str) -> None:
    mention = parse_mention(f"{ME} {text}", mentions=MENTIONS, picks=False)
    if mention.misread is None:
        assert re.search(r"(?:^|\s)--[^\W\d_]", mention.prompt) is None


@given(st.text(alphabet="ab n2-\u2014", max_size=12), st.sampled_from(['"', "`"]))
def test_what_stands_in_quotes_stays_as_it_is(words: str, quote: str) -> None:
    text = f"a sign that says {quote}--quality hgih {words}{quote}"
    mention = said(text)
    assert (mention.prompt, mention.misread) == (text, None)


@pytest.mark.parametrize("text", ["help", "Help!", "/help", "--help", "help me", "?", "a fox --help", "commands"])
def test_who_asks_for_help_is_understood(text: str) -> None:
    assert said(text).asks_help


@pytest.mark.parametrize("text", ["help the fox", "a fox that needs help", "helping hands", "what?"])
def test_help_is_a_word_like_others_beside_others(text: str) -> None:
    mention = said(text)
    assert not mention.asks_help
    assert mention.prompt == text


def test_a_spoiler_can_be_asked_for() -> None:
    assert said("a fox --spoiler --n 2").spoiler
    assert not said("a fox --n 2").spoiler


@given(ANY_TEXT.filter(lambda text: not any(dash in text for dash in ("--", "\u2013", "\u2014"))))
def test_a_prompt_without_options_stays_as_it_was_written(text: str) -> None:
    mention = parse_mention(f"{ME} {text}", mentions=MENTIONS, picks=False)
    assert mention.prompt == text.strip()
    assert not chosen(mention)


@given(WORDS, st.integers(1, 10))
def test_a_number_at_the_start_is_all_that_goes_beside_the_options(text: str, place: int) -> None:
    whole = parse_mention(f"{ME} go {text}", mentions=MENTIONS)
    picked = parse_mention(f"{ME} {place}: go {text}", mentions=MENTIONS)
    assert (picked.place, picked.prompt, picked.choices) == (place, whole.prompt, whole.choices)


@given(st.text(alphabet="-\u2014 nqualityhighsize=2x#:", max_size=4000))
def test_whatever_is_written_is_read(text: str) -> None:
    assert said(text).mentioned


def test_four_thousand_characters_of_options_are_read() -> None:
    assert said("--n 2 " * 660).prompt == ""
