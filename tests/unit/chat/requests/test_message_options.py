"""What looks like an option in a message and does not count: which words, why, and what was probably meant."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.requests.message_options import Misread, read_options
from bot.chat.requests.option_guesses import nearest
from bot.chat.requests.option_values import FLAGS, OPTIONS
from bot.domain.models import load_catalogue
from bot.domain.offer import values_of


def misread(text: str, *, n_limit: int = 10) -> Misread:
    found = read_options(text, n_limit=n_limit).misread
    assert found is not None, text
    return found


# What people write who know other bots, are in haste, or use a phone.
@pytest.mark.parametrize(
    ("text", "mistake", "meant"),
    [
        ("a fox --qualty high", "misspelt", "--quality high"),
        ("a fox --qualty hgih", "misspelt", "--quality high"),
        ("a fox --quality=hgih", "value_unknown", "--quality high"),
        ("a fox --Quality: HIHG", "value_unknown", "--quality high"),
        ("a fox --quality best", "value_unknown", "--quality high"),
        ("a fox --quality 17", "value_unknown", None),
        ("a fox --quality", "value_missing", None),
        ("a fox --quality --n 2", "value_missing", None),
        ("a fox --q high", "misspelt", "--quality high"),
        ("a fox --hd", "misspelt", "--quality high"),
        ("a fox --ar 16:9", "misspelt", "--size landscape"),
        ("a fox --ar 9:16", "misspelt", "--size portrait"),
        ("a fox --aspect-ratio 1:1", "misspelt", "--size square"),
        ("a fox \u2014ar 16:9", "misspelt", "--size landscape"),
        ("a fox --portrait", "misspelt", "--size portrait"),
        ("a fox --size big", "value_unknown", None),
        ("a fox --size 16:9", "value_unknown", "--size landscape"),
        ("a fox --size 1024\u00d71536", "value_unknown", "--size 1024x1536"),
        ("a fox --size lanscape", "value_unknown", "--size landscape"),
        ("a fox --private", "private", ""),
        ("a fox --privat", "private", ""),
        ("a fox --private yes --n 2", "private", "--n 2"),
        ("a fox --n 20", "value_unknown", "--n 10"),
        ("a fox --n 11", "value_unknown", "--n 10"),
        ("a fox --n 0", "value_unknown", "--n 1"),
        ("a fox --n -3", "value_unknown", "--n 3"),
        ("a fox --n two", "value_unknown", "--n 2"),
        ("a fox --n \u0662", "value_unknown", None),
        ("a fox --images 3", "misspelt", "--n 3"),
        ("a fox --seed 99999999999", "value_unknown", None),
        ("a fox --seed #12", "value_unknown", "--seed 12"),
        ("a fox --format jpg", "value_unknown", "--format jpeg"),
        ("a fox --output_format webp", "misspelt", "--format webp"),
        ("a fox --transparant", "misspelt", "--transparent"),
        ("a fox --transparent maybe", "misplaced", "--transparent"),
        ("a fox --spoiler=perhaps", "no_value_taken", "--spoiler"),
        ("a fox --spoiler no", "no_value_taken", ""),
        ("a fox --model", "value_missing", None),
        ("a fox --modle gpt-image-1", "misspelt", "--model gpt-image-1"),
        ("a fox --colour red", "unknown", None),
        ("a fox --v 6 --n 2", "unknown", None),
        ("a fox --\u043a\u0430\u0447\u0435\u0441\u0442\u0432\u043e high", "unknown", None),
        ("--quality high a fox", "misplaced", "--quality high"),
        ("a --quality high fox --n 2", "misplaced", "--quality high --n 2"),
        ("a fox --n 2 please", "misplaced", "--n 2"),
        ("a fox -n 2", "unmarked", "--n 2"),
        ("a fox quality:high n:2", "unmarked", "--quality high --n 2"),
        ("a fox quality: high", "unmarked", "--quality high"),
        ("a fox [quality=high]", "unmarked", "--quality high"),
        ("a fox {quality: high}", "unmarked", "--quality high"),
        ("a fox quality:best", "unmarked", "--quality high"),
        ("a fox /quality high", "unmarked", "--quality high"),
        ("a fox -q high", "unmarked", "--quality high"),
        ("a fox--n 2", "unmarked", "--n 2"),
        ("a fox;--n 2", "unmarked", "--n 2"),
        ("a fox--spoiler", "unmarked", "--spoiler"),
        ("a fox --1024x1536", "misspelt", "--size 1024x1536"),
        ("a fox --16:9", "misspelt", "--size landscape"),
        ("a fox --n 2 --n 3", "twice", "--n 3"),
        ("a fox --transparent --n 2 --background opaque", "twice", "--background opaque --n 2"),
        ("a fox --n 2 --n 30", "value_unknown", "--n 10"),
    ],
)
def test_what_does_not_count_is_found_with_what_was_meant(text: str, mistake: str, meant: str | None) -> None:
    found = misread(text)
    assert (found.mistake, found.meant) == (mistake, meant)
    assert read_options(text).values == {}


@pytest.mark.parametrize(
    ("words", "offered", "meant"),
    [
        ("--quality maximum", "auto low medium high", None),
        ("--quality hgih", "auto low medium high", "--quality high"),
        ("--max", "auto low medium high", None),
        ("--format animated", "png webp jpeg", None),
        ("--gif", "png webp jpeg", None),
        ("--background clear", "auto opaque", None),
    ],
)
def test_what_no_model_here_has_is_not_what_was_meant(words: str, offered: str, meant: str | None) -> None:
    found = read_options(f"a fox {words}", offered=values_of([load_catalogue().find("gpt-image-2")])).misread
    assert found is not None
    assert (" ".join(found.offered), found.meant) == (offered, meant)


def test_the_options_that_there_are_are_those_of_the_models() -> None:
    named = {}
    for model in ("gpt-image-2", "gpt-image-2.6-flare"):
        found = read_options("a fox --colour red", offered=values_of([load_catalogue().find(model)])).misread
        assert found is not None
        named[model] = set(found.offered)
    assert named["gpt-image-2.6-flare"] - named["gpt-image-2"] == {"complexity", "frames", "frame_ms", "transparent"}


@pytest.mark.parametrize(
    "text",
    [
        "a well--known castle",
        "cat -- dog",
        "--",
        "a fox --",
        "-- a fox",
        "--5 degrees outside",
        "a fox \u2014 red and quick",
        "a fox\u2014red and quick",
        "she says \u2014hello there",
        "a door \u2014hidden in ivy",
        "a fox \u2014high in the mountains",
        "semi -transparent glass",
        "rock-n-roll, black-and-white",
        "a poster in 16:9",
        "quality:time, size:matters",
        "a fox -quality is what counts",
        'a sign that says "--quality high" in red',
        "a sign that says \u201cuse --n 20\u201d",
        "a terminal with `git push --force` on it",
        "a man page (`--help`)",
        "->--> and <--",
        "a sign that says '--n 2'",
        "a sign that says \u2018--n 2\u2019",
        "product photo, background: white",
        "a fox--new and shiny, high",
        "a --3 b --16 c",
    ],
)
def test_words_that_merely_contain_dashes_stay_words(text: str) -> None:
    read = read_options(text)
    assert (read.text, read.values, read.misread) == (text, {}, None)


@pytest.mark.parametrize(
    "text",
    [
        "a fox --n 2 --n 2",
        "a fox **--n 2**",
        "a fox (--n 2)",
        "a fox ||--n 2||",
        "a fox \uff0d\uff0d\uff4e\uff1a\uff12",
        "a fox \u30fc\u30fcn 2",
        "a fox \u2e3an 2",
        "a fox \ufe63\ufe63n \uff12",
        "a fox \u200b--n 2",
        "a fox --\u200bn 2",
        "a fox --n\u200b 2",
        "a fox --n 2\u2060",
        "a fox\u00a0--n\u00a02",
    ],
)
def test_an_option_is_one_however_a_keyboard_or_a_web_page_writes_it(text: str) -> None:
    read = read_options(text)
    assert (read.text, read.values, read.misread) == ("a fox", {"n": 2}, None)


def test_the_words_without_the_options_are_what_was_meant_to_be_drawn() -> None:
    assert read_options("a --quality high fox --n 2 please").text == "a fox please"


def test_the_limit_of_this_bot_is_the_one_that_is_told() -> None:
    found = misread("a fox --n 20", n_limit=4)
    assert (found.meant, found.offered) == ("--n 4", ("1", "4"))


def test_an_unknown_option_is_told_with_those_that_there_are() -> None:
    offered = misread("a fox --colour red").offered
    assert set(offered) == {*OPTIONS, *FLAGS} - {"help"}


@given(st.sampled_from([*OPTIONS, "transparent", "spoiler"]), st.data())
def test_one_slip_in_a_name_is_mended(name: str, data: st.DataObject) -> None:
    if len(name) < 4:
        return
    place = data.draw(st.integers(0, len(name) - 2))
    slip = data.draw(
        st.sampled_from(
            [
                name[:place] + name[place + 1 :],
                name[:place] + name[place + 1] + name[place] + name[place + 2 :],
                name[:place] + "x" + name[place + 1 :],
                name[:place] + "x" + name[place:],
            ]
        )
    )
    if slip != name:
        # These two are a slip or two apart, so that either may have been meant.
        twins = {"frames", "frame_ms"}
        assert nearest(slip, (*OPTIONS, *FLAGS)) in (twins if name in twins else {name})


OPTION_LIKE = st.lists(
    st.one_of(
        st.sampled_from(
            ["--quality", "high", "--n", "20", "2", "--ar", "16:9", "--private", "\u2014n", '"', "fox", "--"]
        ),
        st.text(alphabet='a-\u2014=:"2', min_size=1, max_size=5),
    ),
    max_size=10,
).map(" ".join)


@given(OPTION_LIKE)
def test_what_was_meant_is_understood_when_it_is_written(text: str) -> None:
    read = read_options(text)
    if read.misread is not None and read.misread.meant:
        again = read_options(f"{'fox'} {read.misread.meant}")
        assert again.misread is None
        assert again.text == "fox"
        assert again.values


def test_the_longest_message_is_read_at_once() -> None:
    started = time.process_time()
    for text in ("\u201c " * 2000, "--n " * 1000, "-" * 4000, "--a-" * 1000, '" ' * 2000, "--size 1 " * 400):
        read_options(text)
    assert time.process_time() - started < 3
