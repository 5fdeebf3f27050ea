"""Lines of text in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.images.drawn.text.bidi import ISOLATES
from bot.images.drawn.text.fonts import FOLDER, HAN, REPLACEMENT, SHAPES, choose_fonts, has_glyphs
from bot.images.drawn.text.graphemes import isolate, readable, split_graphemes
from bot.images.drawn.text.line import ELLIPSIS, length_of, shorten, split_runs, write_line

SAMPLES = {
    "Latin": "Łéöşđ",
    "Vietnamese": "Việt",
    "Cyrillic": "Мария",
    "Greek": "Ωμέγα",
    "Japanese": "さくらカナ夜",
    "Korean": "한국어",
    "Chinese": "狐狸龙鳳",
    "Thai": "สวัสดี",
    "Devanagari": "नमस्ते",
    "Bengali": "বাংলা",
    "Tamil": "தமிழ்",
    "Hebrew": "שלום",
    "Arabic": "سلام",
    "Georgian": "ქართული",
    "Armenian": "Հայերեն",
    "Ethiopic": "አማርኛ",
    "emoji": "🦊🌙",
    "an emoji of several": "👩‍🚀",
    "a flag": "🇩🇪",
    "a keycap": "1️⃣",
    "symbols": "★♪→∑",
}
UNKNOWN = "\U0010ffff"


def drawn(text: str, *, shaped: bool = SHAPES, size: int = 26, anchor: str = "la") -> Image.Image:
    image = Image.new("L", (600, 80), 255)
    write_line(ImageDraw.Draw(image), (20, 20), text, size=size, colour="black", anchor=anchor, shaped=shaped)
    return image


def differ(one: Image.Image, other: Image.Image) -> bool:
    return ImageChops.difference(one, other).getbbox() is not None


@pytest.mark.parametrize("shaped", [False, pytest.param(True, marks=pytest.mark.skipif(not SHAPES, reason="FriBiDi"))])
@pytest.mark.parametrize("script", SAMPLES)
def test_every_script_leaves_ink_that_is_no_replacement(script: str, *, shaped: bool) -> None:
    for grapheme in split_graphemes(SAMPLES[script]):
        image = drawn(grapheme, shaped=shaped)
        assert image.getextrema()[0] == 0 or image.getextrema()[0] < 100  # type: ignore[operator]
        assert differ(image, drawn(UNKNOWN, shaped=shaped))
        assert REPLACEMENT not in [part for _, part in choose_fonts(grapheme)]


def test_letters_of_one_script_differ() -> None:
    for text in SAMPLES.values():
        graphemes = dict.fromkeys(split_graphemes(text))
        looks = {drawn(one).tobytes() for one in graphemes}
        assert len(looks) == len(graphemes)


@pytest.mark.parametrize("text", ["\ue000", UNKNOWN, "\U00012345", "\ud800", "\u0378", "\u202e"])
def test_what_no_font_has_is_drawn_as_the_replacement(text: str) -> None:
    assert not differ(drawn(text), drawn(REPLACEMENT))
    assert drawn(text).getbbox() is not None
    assert not has_glyphs(text)


def test_a_fancy_letter_that_no_font_has_is_drawn_plain() -> None:
    assert not differ(drawn("\U0001d4d0\U0001d4ed\U0001d4ea"), drawn("Ada"))


@given(st.text(max_size=20))
def test_every_character_of_a_text_is_in_a_run(text: str) -> None:
    shown = readable(text)
    runs = split_runs(shown)
    assert sum(len(split_graphemes(run.text)) for run in runs) >= len(split_graphemes(shown)) - shown.count("\u200c")
    assert length_of(shown, 12) >= 0


@pytest.mark.parametrize("script", SAMPLES)
def test_a_mixed_line_draws_all_of_its_parts(script: str) -> None:
    line = f"a fox {SAMPLES[script]} 12 km"
    assert length_of(line, 26) > length_of("a fox  12 km", 26) + 10
    assert differ(drawn(line), drawn("a fox  12 km"))


def order(text: str) -> str:
    return "|".join(run.text.strip() for run in split_runs(text) if run.text.strip())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("fox שלום fox", "fox|שלום|fox"),
        ("שלום fox", "fox|שלום"),
        ("ثعلب 12 سلام", "سلام|12|ثعلب"),
        (f"1. {isolate('שלום')} · 2 hearts", "1.|שלום|· 2 hearts"),
    ],
)
def test_runs_stand_in_the_order_of_their_direction(text: str, shown: str) -> None:
    assert order(text) == shown


@pytest.mark.skipif(not SHAPES, reason="Pillow lacks FriBiDi")
@pytest.mark.parametrize("text", ["שלום", "سلام", "محمد علي", "الثلج"])
def test_pillow_without_fribidi_draws_the_same_letters_in_the_same_order(text: str) -> None:
    # Blurred, since one of them puts letters on whole pixels. What is not joined or in order differs by 0.9 and more.
    looks = [ImageChops.invert(drawn(text, shaped=one)).filter(ImageFilter.BoxBlur(1)) for one in (True, False)]
    assert sum(ImageChops.difference(*looks).tobytes()) < 0.7 * sum(looks[0].tobytes())


def test_kana_choose_the_japanese_forms_of_han() -> None:
    (japanese, chinese) = (next(run for run in split_runs(one) if run.file == HAN) for one in ("骨の", "骨头"))
    assert (japanese.language, chinese.language) == ("ja", "zh")


@pytest.mark.parametrize("anchor", ["la", "lt", "lm", "mm", "rm", "mt", "ls"])
def test_an_anchor_is_a_point_of_the_line(anchor: str) -> None:
    image = Image.new("L", (400, 200), 255)
    write_line(ImageDraw.Draw(image), (200, 100), "HHH", size=40, colour="black", anchor=anchor)
    left, top, right, bottom = ImageChops.invert(image).getbbox() or (0, 0, 0, 0)
    across = {"l": left, "m": (left + right) / 2, "r": right}[anchor[0]]
    down = {"a": top - 15, "t": top, "m": (top + bottom) / 2, "s": bottom}[anchor[1]]
    assert across == pytest.approx(200, abs=5)
    assert down == pytest.approx(100, abs=5)


@pytest.mark.parametrize("text", ["👩‍🚀" * 30, "e\u0301" * 60, "한국어" * 30, "שלום " * 30, "क्षत्रिय" * 20])
def test_a_long_text_is_cut_between_graphemes(text: str) -> None:
    text = readable(text)
    cut = shorten(text, 200, 13)
    assert cut.endswith(ELLIPSIS)
    assert length_of(cut, 13) <= 200 < length_of(text, 13)
    kept = split_graphemes(cut.removesuffix(ELLIPSIS))
    assert kept
    assert split_graphemes(text)[: len(kept)] == kept


def test_each_file_is_there_and_named_in_the_list() -> None:
    listed = [line.split()[0] for line in (FOLDER / "coverage.txt").read_text().splitlines()]
    assert sorted(listed) == sorted(path.name for path in FOLDER.glob("Noto*"))
    assert (FOLDER / "OFL.txt").is_file()


def test_isolates_leave_no_ink() -> None:
    assert not differ(drawn("".join(sorted(ISOLATES)) + "ada"), drawn("ada"))
