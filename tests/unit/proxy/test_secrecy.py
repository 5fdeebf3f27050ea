"""The key and the prompt are found in a provider's words, however they are spelled."""

import html
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.proxy.secrecy import DETAIL_LIMIT, Secrets

KEY = "sk-proj/0123456789+abcdef"
PROMPT = 'My neighbour "Jürgen Müller" of\n  Example Street 5, as a 🦊\tin the snow'
SECRETS = Secrets(key=KEY, prompt=PROMPT)


@pytest.mark.parametrize(
    "echo",
    [
        PROMPT,
        json.dumps(PROMPT),
        json.dumps(PROMPT, ensure_ascii=False),
        json.dumps(json.dumps({"prompt": PROMPT})),
        repr(PROMPT),
        ascii(PROMPT),
        html.escape(PROMPT),
        quote(PROMPT),
        " ".join(PROMPT.split()),
        PROMPT.upper(),
    ],
)
def test_a_prompt_is_found_in_every_spelling(echo: str) -> None:
    told = SECRETS.clean(f"Input text '{echo}' is too strange")
    assert "[prompt]" in told
    assert told.startswith("Input text ")
    assert told.endswith(" is too strange")
    assert not any(word in told.lower() for word in ("neighb", "rgen", "ller", "street", "snow"))


@given(start=st.integers(0, 40), length=st.integers(24, 60))
def test_24_characters_of_a_prompt_are_found_anywhere(start: int, length: int) -> None:
    part = PROMPT[start : start + length]
    if len(part) >= 24:
        told = SECRETS.clean(f"we saw >{part}< and stopped")
        assert told.replace('"', "").replace(" ", "") == "wesaw>[prompt]<andstopped"


@pytest.mark.parametrize("prompt", [PROMPT, "a portrait of Marie Curie, 1903"])
@pytest.mark.parametrize("length", [12, 18])
def test_the_beginning_of_a_prompt_is_found_where_a_provider_shortens_it(prompt: str, length: int) -> None:
    told = Secrets(prompt=prompt).clean(f"the text {prompt[:length]}… is too strange")
    assert told == "the text [prompt]… is too strange"


def test_the_beginning_of_a_secret_is_found_where_the_text_was_cut() -> None:
    assert SECRETS.clean(f"Bearer {KEY[:9]}") == "Bearer [key]"
    assert SECRETS.clean(f"you said {PROMPT[:6]}") == "you said [prompt]"


@pytest.mark.parametrize("echo", [KEY, KEY[:20], KEY[5:], json.dumps(KEY).replace("/", r"\/"), quote(KEY)])
def test_a_key_is_found_in_every_spelling(echo: str) -> None:
    told = SECRETS.clean(f"Incorrect key: {echo} given")
    assert "[key]" in told
    assert "23456" not in told


def test_a_short_prompt_is_found_as_a_word_and_leaves_other_words_alone() -> None:
    told = Secrets(prompt="image").clean('invalid_image_size: the images of "image" have none: "\\nimage"')
    assert told == 'invalid_image_size: the images of "[prompt]" have none: "\\n[prompt]"'


@pytest.mark.parametrize("prompt", ["", " ", "?", "狐狸", "🦊"])
def test_a_prompt_of_a_character_or_two_harms_nothing(prompt: str) -> None:
    assert Secrets(prompt=prompt).clean("size is odd") == "size is odd"
    assert "狐狸" not in Secrets(prompt=prompt).clean(f"输入文本{prompt}太奇怪")


def test_a_text_of_any_length_becomes_one_short_line_without_what_is_secret() -> None:
    long = Secrets(key=KEY, prompt="the quick brown fox " * 1_500)
    told = long.clean(f"bad:\n{long.prompt} and\r\n{KEY}")
    assert told == "bad: [prompt]"
    assert len(long.clean("word " * 2_000)) == DETAIL_LIMIT


def test_nothing_secret_is_in_a_repr() -> None:
    assert KEY not in repr(SECRETS)
    assert "neighbour" not in repr(SECRETS)
