"""An SVG that came from elsewhere: what stays of it, and what it looks like."""

import base64

import pytest
from PIL import Image

from bot.domain.errors import BadImage, BrokenImage
from bot.images.codecs.results import settle_result
from bot.images.codecs.svg import clean_svg
from bot.images.drawn.svg import draw_svg
from tests.unit.images.pictures import decode, encode, photo

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20">'


def cleaned(body: str, head: str = HEAD) -> str:
    return clean_svg(f"{head}{body}</svg>".encode()).decode()


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        '<script xlink:href="https://evil.test/x.js"/>',
        '<g xmlns:x="http://www.w3.org/2000/svg"><x:script>alert(1)</x:script></g>',
        '<rect onclick="alert(1)" OnLoad="alert(1)"/>',
        '<a xlink:href="javascript:alert(1)"><text>alert</text></a>',
        '<a href=" &#106;avascript:alert(1)"><rect/></a>',
        '<a><set attributeName="href" to="javascript:alert(1)"/></a>',
        '<a><animate attributeName="xlink:href" values="javascript:alert(1)"/></a>',
        '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.test"/></foreignObject>',
        '<image href="https://evil.test/pixel.png"/>',
        '<image href="/etc/passwd"/>',
        '<image xlink:href="file:///etc/passwd"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zy8+evil"/>',
        '<use href="https://evil.test/x.svg#a"/>',
        "<style>@import url(https://evil.test/x.css);</style>",
        "<style>@font-face { src: url(https://evil.test/x.woff) }</style>",
        r"<style>rect { fill: u\72l(https://evil.test) }</style>",
        "<style>rect { background: image-set('https://evil.test' 1x) }</style>",
        '<rect fill="url(https://evil.test/x.svg#a)"/>',
        """<rect style="fill: URL( 'https://evil.test')"/>""",
        '<g xml:base="https://evil.test/"><use href="#a"/></g>',
        '<?xml-stylesheet href="https://evil.test/x.css"?>',
        "<!-- https://evil.test -->",
        '<audio xmlns="http://www.w3.org/1999/xhtml" src="https://evil.test"/>',
    ],
)
def test_nothing_that_runs_or_reaches_out_of_the_file_stays(body: str) -> None:
    left = cleaned(body).lower()
    for word in ("script", "evil", "alert(", "passwd", "onclick", "onload", "iframe", "import"):
        assert word not in left
    # Where it stood, the rest is whole.
    assert decode(draw_svg(left.encode())).size == (1024, 512)


def test_a_drawing_stays_as_it_is() -> None:
    body = (
        "<style>.a { fill: url(#g) } /* &lt; &gt; */</style>"
        '<defs><linearGradient id="g"><stop offset="1"/></linearGradient></defs>'
        '<rect class="a" width="10" height="10" filter="url(\'#f\')"/><use xlink:href="#r" href="#r"/>'
        '<text xml:space="preserve">Tom &amp; “Jerry” &lt;3</text>'
    )
    left = cleaned(body)
    for part in (
        ".a { fill: url(#g) }",
        "filter=\"url('#f')\"",
        'xlink:href="#r" href="#r"',
        "Tom &amp; “Jerry” &lt;3",
    ):
        assert part in left
    assert clean_svg(left.encode()).decode() == left


def test_one_without_a_name_space_and_of_another_encoding_is_mended() -> None:
    data = '<?xml version="1.0" encoding="UTF-16"?><svg viewBox="0 0 2 4"><title>Käse</title></svg>'.encode("utf-16")
    left = clean_svg(data)
    assert "Käse" in left.decode()
    assert decode(draw_svg(left)).size == (512, 1024)


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>',
        b"<svg><g></svg>",
        b"<svg><g>",
        b"<html><svg/></html>",
        b"<svg>" + b"<g>" * 300 + b"</g>" * 300 + b"</svg>",
        b"",
        b"\x00" * 100,
    ],
)
def test_one_that_is_damaged_or_grows_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenImage):
        settle_result(data, "svg")


def test_one_that_is_too_long_is_refused() -> None:
    with pytest.raises(BadImage):
        clean_svg(b"<svg>" + b" " * (16 * 2**20) + b"</svg>")


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('<svg width="3000" height="1500">', (1024, 512)),
        ('<svg width="3cm" height="6e1mm">', (512, 1024)),
        ('<svg width="1" height="1e9">', (1, 1024)),
        ('<svg width="1" height="99999999cm" viewBox="0 0 1 1">', (1, 1024)),
        ('<svg width="100%" height="100%" viewBox="0,0,10,20">', (512, 1024)),
    ],
)
def test_the_picture_has_the_shape_that_it_says_and_our_size(head: str, size: tuple[int, int]) -> None:
    assert decode(draw_svg(clean_svg(f"{head}</svg>".encode()))).size == size


@pytest.mark.parametrize("head", ['<svg width="0" height="5">', '<svg viewBox="0 0 x y">'])
def test_one_that_cannot_be_drawn_is_told(head: str) -> None:
    with pytest.raises(BrokenImage):
        draw_svg(clean_svg(f"{head}</svg>".encode()))


def test_text_and_embedded_pictures_are_drawn() -> None:
    blank = decode(draw_svg(clean_svg(f"{HEAD}</svg>".encode())))
    text = '<text x="2" y="15" font-family="No Such Font">Hello</text>'
    picture = base64.b64encode(encode(photo(8, 8), "PNG")).decode()
    embedded = f'<image width="20" height="20" href="data:image/png;base64,{picture}"/>'
    for body in (text, embedded):
        assert decode(draw_svg(cleaned(body).encode())).tobytes() != blank.tobytes()


def chain(element: str, call: str, times: int, length: int) -> str:
    """Let each of so many elements call up the one before it, several times."""
    return "".join(f'<{element} id="{n}">{call.format(n - 1) * times}</{element}>' for n in range(length))


CALLS = {
    "uses": chain("g", '<use href="#{}"/>', 2, 30),
    "patterns": chain("pattern", '<path fill="url(#{})"/>', 9, 9),
    "masks": chain("mask", '<path mask="url( #{})"/>', 9, 9),
    "markers": '<marker id="0">'
    + "<path/>" * 100
    + '</marker><path style="marker-mid:url(#0)" d="M0 0'
    + "L1 1" * 5000
    + '"/>',
    "layers": '<g opacity=".9">' * 40 + "</g>" * 40,
    "filters": '<filter id="0">' + '<feOffset dx="1"/>' * 500 + "</filter>",
    "octaves": '<filter id="0"><feTurbulence numOctaves="1e9"/></filter>',
    "radius": '<filter id="0"><feMorphology radius="0 1000"/></filter>',
    "order": '<filter id="0"><feConvolveMatrix order="1000"/></filter>',
}


@pytest.mark.parametrize("body", CALLS.values(), ids=CALLS)
def test_what_takes_too_much_is_not_drawn(body: str) -> None:
    with pytest.raises(BrokenImage):
        draw_svg(cleaned(body + '<path fill="url(#8)" mask="url(#8)"/>').encode())


def test_what_calls_itself_up_is_drawn_once() -> None:
    draw_svg(cleaned('<g id="a"><use href="#a"/><use href="#b"/></g><g id="b"><use href="#a"/></g>').encode())


def test_a_picture_within_that_is_none_or_a_bomb_is_not_drawn() -> None:
    bomb = base64.b64encode(encode(Image.new("1", (8192, 4096)), "PNG")).decode()
    for embedded in ("AAAA", bomb):
        with pytest.raises(BadImage):
            draw_svg(cleaned(f'<image href="data:image/png;base64,{embedded}"/>').encode())


def test_a_panic_of_the_library_is_a_picture_that_cannot_be_drawn() -> None:
    with pytest.raises(BrokenImage):
        draw_svg(cleaned('<path d="M-1e30 0 L1e30 1e30 L3 3z" stroke="red" stroke-width="1e20"/>').encode())


@pytest.mark.parametrize("text", ["Füchschen", "мир", "夜の狐", "여우", "שלם", "สุนัข", "नमस्ते", "🦊", "&#x72d0;"])
def test_text_of_any_script_is_drawn(text: str) -> None:
    looks = [
        decode(draw_svg(cleaned(f'<text x="2" y="15" font-size="7">{one}</text>').encode())).tobytes()
        for one in (text, "\ue000" * len(text), "")
    ]
    assert len(set(looks)) == 3
